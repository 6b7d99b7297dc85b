// What a school's platform is told of a lesson, by SCORM 1.2: status, score, place. Whatever the platform does or does not
// answer, the lesson goes on; what is not being recorded is said. Nothing is written over what could not be read, and nothing
// falls: whoever repeats a lesson, or comes back to it, keeps what was reached.
//
//   const record = openRecord(findApi(window));
//   record.place                     where the reader was, and what was solved by then
//   record.watch({ lose, resume })   says what is not recorded, and a place that comes late
//   record.tell(now, true)           at most three calls; what does not fit comes with the next step, or with close()
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
 * @property {(nothing: '') => unknown} LMSGetLastError
 */

/** What a platform is told. @typedef {'status' | 'score' | 'place'} Told */
/** Why something is not recorded. @typedef {{ why: 'missing' | 'closed' | 'slow' | 'refused', what: Told[] }} Lost */

/** Steps are counted from 1. @typedef {{ step: number, completed: boolean, solved: number[], challenges: number[] }} Now */
/** Where the reader left, and the challenges that were solved by then. @typedef {{ step: number, solved: number[] }} Place */

/**
 * What a platform keeps.
 * @typedef {object} Entry
 * @property {string} element
 * @property {Told} [of]  absent where nobody misses it
 * @property {RegExp} [fits]  what it may hold
 * @property {string} [held]  what it holds; absent until that was read
 * @property {boolean} [failed]  whether it could not be read, or was refused
 * @property {boolean} [refused]  for good
 * @property {() => string} value  what it should hold
 * @property {(held?: string) => boolean} may  whether that takes the place of what it holds
 */

/** Windows above one another that are looked at; nobody nests so many on purpose. */
const deepest = 20;
/** Milliseconds after which a platform is asked no more while the lesson goes on: it stands still as long. */
const patience = 1500;
/** Calls that a step may take, and so may the beginning and the end. */
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

/** @param {Api | undefined} api */
export function openRecord(api) {
  /** @type {Now} */
  let now = { step: 0, completed: false, solved: [], challenges: [] };
  /** Challenges that were solved at any time: a lesson that begins again takes none of them back. @type {Set<number>} */
  const solved = new Set();
  const done = () => now.challenges.filter((each) => solved.has(each));
  const reached = /^(completed|passed)$/;

  /** @type {Entry} */
  const status = {
    element: 'lesson_status', of: 'status', fits: /^(passed|completed|failed|incomplete|browsed|not attempted)?$/,
    value: () => (now.completed ? 'completed' : 'incomplete'),
    // Of whatever there may be, nothing is above completed.
    may: (held) => (held === undefined ? now.completed : !reached.test(held)),
  };
  /** The reader comes back to this place. @type {Entry} */
  const exit = { element: 'exit', held: '', value: () => 'suspend', may: () => true };
  /** Of 100, which is what a platform takes it for that is told no limits. @type {Entry} */
  const score = {
    element: 'score.raw', of: 'score', fits: /^(\d+(\.\d*)?)?$/,
    value: () => String(Math.round(100 * done().length / now.challenges.length)),
    may: (held) => now.challenges.length > 0 && (held === '' ? now.completed || done().length > 0 : Number(score.value()) > Number(held)),
  };
  /** @type {Entry} */
  const place = {
    element: 'lesson_location', of: 'place', fits: /^(?!(false|null|undefined)$)/,
    value: () => [now.step, ...done()].join(' '),
    may: (held) => now.step > 0 && held !== undefined,
  };
  /** In the order in which they matter. */
  const entries = [status, exit, score, place];

  let left = most;
  let open = false;
  /** Whether nobody was here before. */
  let fresh = false;
  let slow = false;
  let uncommitted = false;
  /** @type {{ lose: (lost?: Lost) => void, resume: (place: Place) => void } | undefined} */
  let watcher;
  /** What was said last, JSON. @type {string | undefined} */
  let said = '';

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
    slow ||= performance.now() - began > patience;
    return answer;
  }
  /** Whether there may be one more call. Whoever leaves waits for nothing. */
  const free = () => left > 0 && !(slow && open);

  /** Where the reader was. @returns {Place} */
  function wasAt() {
    const [, step = 0, steps = ''] = /^(\d{1,3})((?: \d{1,3})*)$/.exec(place.held ?? '') ?? [];
    return { step: Number(step), solved: steps.split(' ').filter(Boolean).map(Number) };
  }
  /** @param {Api} platform @param {Entry} entry */
  function read(platform, entry) {
    const answer = ask(() => platform.LMSGetValue(core + entry.element));
    let good = Boolean(entry.fits?.test(answer));
    // Where something was kept before, nothing may be a failure.
    if (answer === '' && !fresh) {
      if (!free()) return;
      good = ask(() => platform.LMSGetLastError('')) === '0';
    }
    entry.failed = !good;
    if (!good) return;
    entry.held = answer;
    if (entry === status) fresh = /^(not attempted)?$/.test(answer);
    if (entry !== place) return;
    for (const each of wasAt().solved) solved.add(each);
    watcher?.resume(wasAt());
  }
  /** Reads what was not read yet, as far as there are calls left. @param {Api} platform */
  function look(platform) {
    for (const entry of now.challenges.length > 0 ? [status, place, score] : [status, place]) if (entry.held === undefined && free()) read(platform, entry);
  }
  /** Tells what is new, as far as there are calls left. @param {Api} platform @returns {boolean}  whether anything was told */
  function flush(platform) {
    const before = left;
    for (const entry of entries) {
      const value = entry.value();
      if (entry.refused || entry.held === value || !entry.may(entry.held) || !free()) continue;
      entry.held = value;
      // What was refused once is not asked for again: it would be in the way of the rest.
      entry.refused = entry.failed = ask(() => platform.LMSSetValue(core + entry.element, value)) === 'false';
    }
    return left < before;
  }

  /** @returns {Lost | undefined} */
  function lost() {
    if (!api) return { why: 'missing', what: [] };
    if (!open) return { why: 'closed', what: [] };
    const what = entries.flatMap(({ of, failed }) => (of && (failed || slow || uncommitted) ? [of] : []));
    return what.length > 0 ? { why: slow ? 'slow' : 'refused', what } : undefined;
  }
  /** Once, until it is something else. */
  function say() {
    const all = lost();
    const text = JSON.stringify(all);
    if (text === said) return;
    said = text;
    watcher?.lose(all);
  }

  if (api) {
    open = ask(() => api.LMSInitialize('')) !== 'false';
    if (open) look(api);
    // Whoever took long to begin is asked again when the lesson is there.
    slow = false;
  }
  return {
    /** As far as it is known. */
    get place() {
      return wasAt();
    },
    /**
     * @param {object} listener
     * @param {(lost?: Lost) => void} listener.lose  told of what is not recorded, now and whenever that changes; of nothing,
     *     where everything is
     * @param {(place: Place) => void} listener.resume  told of a place that could not be read before
     */
    watch(listener) {
      watcher = listener;
      say();
    },
    /**
     * Keeps what there is to tell, and tells what fits.
     * @param {Now} what
     * @param {boolean} turned  whether the step is another
     */
    tell(what, turned) {
      now = what;
      for (const each of now.solved) solved.add(each);
      if (!api || !open || slow) return;
      // One of a step's calls has the platform keep the others.
      if (turned) left = most - 1;
      // What ends the lesson is told before anything is asked.
      const ended = turned && now.completed && flush(api);
      look(api);
      const told = flush(api) || ended;
      if (turned && told && !slow) uncommitted = ask(() => api.LMSCommit('')) === 'false';
      say();
    },
    /** What is left to tell, and the end. */
    close() {
      if (!api || !open) return;
      open = false;
      left = most - 1;
      flush(api);
      ask(() => api.LMSFinish(''));
    },
  };
}
