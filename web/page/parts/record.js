// What a school's platform is told of a lesson, by SCORM 1.2: status, score, place. Whatever the platform does or does not
// answer, the lesson goes on; what is not being recorded is said.
//
//   const record = openRecord(findApi(window), (lost) => say(lost));
//   record.place        where the reader was, and what was solved by then
//   record.turn(3)      at most three calls; what does not fit comes with the next step, or with close()
//
// SCORM 1.2 Run-Time Environment, sections 3.2 and 3.4.

/**
 * A platform's, https://adlnet.gov/projects/scorm-1-2/.
 * @typedef {object} Api
 * @property {(nothing: '') => unknown} LMSInitialize
 * @property {(nothing: '') => unknown} LMSFinish
 * @property {(element: string) => unknown} LMSGetValue
 * @property {(element: string, value: string) => unknown} LMSSetValue
 * @property {(nothing: '') => unknown} LMSCommit
 */

/** What a platform is told. @typedef {'status' | 'score' | 'place'} Told */
/** Why something is not recorded. @typedef {{ why: 'missing' | 'closed' | 'slow' | 'refused', what: Told[] }} Lost */

/** Windows above one another that are looked at; nobody nests so many on purpose. */
const deepest = 20;
/** Milliseconds after which a platform is asked no more while the lesson goes on: it stands still as long. */
const patience = 1500;
/** Calls that a step may take. */
const most = 3;
const core = 'cmi.core.';

/** The platform's, in a window around this one, or in one that has opened it. @param {any} window @returns {Api | undefined} */
export function findApi(window) {
  /** @param {any} from */
  function above(from) {
    for (let deep = 0, at = from; at && deep < deepest; ++deep) {
      try {
        if (at.API) return at.API;
      } catch {
        // Somebody else's window tells nothing; there may be ours above it.
      }
      if (at === at.parent) return undefined;
      at = at.parent;
    }
  }
  return above(window) ?? above(window.opener) ?? above(window.top?.opener);
}

/**
 * @param {Api | undefined} api
 * @param {(lost: Lost) => void} lose  told whenever more is not recorded than before
 */
export function openRecord(api, lose) {
  /** What is to be told, in the order in which it matters; what it is a part of. @type {Map<string, { of: Told, value: string, told?: string }>} */
  const values = new Map();
  /** @type {Set<Told>} */
  const refused = new Set();
  let left = most;
  let open = false;
  let slow = false;

  /** @param {() => unknown} call @returns {string}  'false' where it fails, in whatever way */
  function ask(call) {
    left -= 1;
    const began = performance.now();
    let answer;
    try {
      answer = String(call());
    } catch {
      answer = 'false';
    }
    if (performance.now() - began > patience && !slow) {
      slow = true;
      lose({ why: 'slow', what: ['status', 'score', 'place'] });
    }
    return answer;
  }
  /** @param {Api} platform @param {string} element @param {{ of: Told, value: string, told?: string }} entry */
  function tell(platform, element, entry) {
    // What was refused once is not asked for again: it would be in the way of the rest.
    entry.told = entry.value;
    if (ask(() => platform.LMSSetValue(core + element, entry.value)) !== 'false' || refused.has(entry.of)) return;
    // Limits of the score and the way to leave are extras: some platforms do without.
    if (!['lesson_status', 'score.raw', 'lesson_location'].includes(element)) return;
    refused.add(entry.of);
    lose({ why: 'refused', what: [...refused] });
  }
  const news = () => [...values].filter(([, { of, value, told }]) => value !== told && !refused.has(of));
  /** @param {boolean} [anew]  whether a step begins */
  function flush(anew) {
    if (!api || !open || slow) return;
    if (anew) left = most;
    const some = news().slice(0, anew ? most - 1 : Math.max(left, 0));
    for (const [element, entry] of some) if (!slow) tell(api, element, entry);
    if (anew && some.length > 0 && !slow && ask(() => api.LMSCommit('')) === 'false') lose({ why: 'refused', what: ['status', 'score', 'place'] });
  }
  /** @param {string} element @param {Told} of @param {string} value */
  const keep = (element, of, value) => values.set(element, { ...values.get(element), of, value });

  if (!api) lose({ why: 'missing', what: [] });
  else if (ask(() => api.LMSInitialize('')) === 'false') lose({ why: 'closed', what: [] });
  else open = true;
  const [was, before] = !api || !open || slow ? ['', ''] : ['lesson_location', 'lesson_status'].map((element) => ask(() => api.LMSGetValue(core + element)));
  const completed = /^(completed|passed)$/.test(before);
  const [, step, solved = ''] = /^(\d{1,3})((?: \d{1,3})*)$/.exec(was) ?? [];
  // What the platform has already is no news to it; what was completed stays so.
  values.set('lesson_status', { of: 'status', value: completed ? before : 'incomplete', told: before });
  return {
    /** Where the reader left, and the steps that were solved by then. */
    place: { step: Number(step ?? 0), solved: solved.split(' ').filter(Boolean).map(Number) },
    /**
     * Keeps what there is to tell, and tells what fits.
     * @param {{ step: number, completed: boolean, solved: number[], challenges: number }} now  steps, counted from 1
     * @param {boolean} turned  whether the step is another
     */
    tell(now, turned) {
      if (now.completed && !completed) keep('lesson_status', 'status', 'completed');
      if (now.challenges > 0) keep('score.raw', 'score', String(Math.round(100 * now.solved.length / now.challenges)));
      keep('lesson_location', 'place', [now.step, ...now.solved].join(' '));
      // The reader comes back to this place.
      keep('exit', 'place', 'suspend');
      if (now.challenges > 0) {
        keep('score.min', 'score', '0');
        keep('score.max', 'score', '100');
      }
      flush(turned);
    },
    /** What is left to tell, and the end. */
    close() {
      if (!api || !open) return;
      open = false;
      for (const [element, entry] of news()) tell(api, element, entry);
      ask(() => api.LMSFinish(''));
    },
  };
}
