// A lesson's page: its steps one at a time, each with its vote in the chamber.
import { linkIn } from '../modules/link.js';
import { partIn, placeIn, voteOf } from '../modules/lesson.js';
import { openAnnouncer } from '../parts/announcer.js';
import { dataOf } from '../parts/given.js';
import { keepLink, queryKept } from '../parts/history.js';
import { followLanguage, takeAlong } from '../parts/languages.js';
import { goLive } from '../parts/live.js';
import { noteIn } from '../parts/note.js';
import { keepProgress } from '../parts/progress.js';
import { showSteps } from '../parts/steps.js';
import { keepVotes } from '../parts/votes.js';

const root = document.body;
const announcer = openAnnouncer(root);
const note = noteIn(root, '.astray .note', announcer);
/** @type {import('../modules/lesson.js').Lesson} */
const lesson = dataOf(root, 'lesson');
const { language, page, lesson: { told } } = dataOf(root, 'words');
const votes = keepVotes(root);
const part = partIn(location.search, lesson.steps.length);
/** The vote that sits in the chamber. */
const built = dataOf(root, 'scenario');
let seated = built;
/** The reader's latest wish: whoever comes too late is passed over. */
let turn = 0;

/** Comes later. @type {typeof import('./later.js').seatMembers | undefined} */
let seatMembers;
/** @type {import('../parts/steps.js').Teaching} */
const teaching = { lesson, part, progress: keepProgress(), told, language, kept: queryKept };
const later = import('./later.js').then(({ furnish, ...rest }) => {
  ({ seatMembers } = rest);
  return { ...rest, furnish: (/** @type {import('../parts/live.js').Page} */ live) => furnish(live, teaching, () => seated) };
});

/** The step that the address tells. */
const place = () => placeIn(linkIn(location), lesson.steps, part);

/** Whether a vote can take its seats. @param {string} id */
const there = (id) => id === seated.id || Boolean(seatMembers && votes.of(id));
/** What that takes. @param {string} id */
const near = (id) => (id === built.id ? later : Promise.all([votes.near(id), later]));
/** Has a vote that is there take its seats. @param {string} id */
function sit(id) {
  if (id === seated.id) return;
  seated = votes.of(id);
  seatMembers?.(root, seated, page.permanent, language);
}

/** @param {import('../parts/store.js').Store} store */
function follow(store) {
  takeAlong(root, store);
  const opened = new Set([seated.id]);
  /**
   * Shows a step, at once where its vote is there.
   * @param {string} link
   * @param {import('../parts/store.js').Change} [how]
   * @param {(good: boolean) => void} [followed]
   */
  function visit(link, how, followed) {
    const mine = turn += 1;
    const id = voteOf(link);
    if (!there(id)) {
      near(id).then(() => { if (mine === turn) visit(link, how, followed); }, () => { if (mine === turn) note('failed'); });
      return;
    }
    sit(id);
    if (!opened.has(id)) store.open(JSON.stringify(seated));
    opened.add(id);
    const good = store.follow(link, how);
    if (followed) followed(good);
    else note();
  }
  /** @param {import('../parts/store.js').Change} [how] */
  function arrive(how) {
    const { step, link, fault } = place();
    visit(link, how, (good) => {
      if (!good) store.follow(lesson.steps[step - 1].link, how);
      note(fault ?? (good ? (part.bad ? 'badPart' : undefined) : 'badLink'));
    });
    return true;
  }
  keepLink({ ...store, follow: (_link, how) => arrive(how) }, { leave: followLanguage, followed() {} });
  teaching.go = showSteps(root, store, { ...teaching, visit }).go;
  // What comes next is there when it is asked for.
  const lookAhead = () => {
    for (const { link } of lesson.steps.slice(store.view('state').step, part.last).slice(0, 2)) votes.near(voteOf(link)).catch(() => {});
  };
  store.subscribe(lookAhead);
  lookAhead();
}

const first = voteOf(place().link);
(first === built.id ? Promise.resolve() : near(first)).then(() => {
  sit(first);
  return goLive(root, later, { follow, announcer, module: 'lesson', scenario: JSON.stringify(seated) });
}, () => {
  note('withoutRule');
  return later.then(({ withoutRule }) => withoutRule(), () => {});
});
