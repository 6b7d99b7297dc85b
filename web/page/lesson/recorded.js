// Stands in the place of later.js in a package: the lesson as ever, and what its platform is told of it.
import { write } from '../parts/verdict.js';
import { furnish as usual } from './furnish.js';
import { record } from './session.js';

export { seatMembers, typefacesOf, withoutRule } from './furnish.js';

/** @type {typeof usual} */
export function furnish(page, teaching, seated) {
  const { root, announcer, store } = page;
  const { lesson: { steps }, part: { first, last }, progress, language } = teaching;
  const place = /** @type {HTMLElement} */ (root.querySelector('.recording .note'));
  const challenges = steps.flatMap(({ challenge }, i) => (challenge && i + 1 >= first && i + 1 <= last ? [i + 1] : []));
  /** Of a visit before this one. @param {number[]} solved */
  function bring(solved) {
    for (const step of solved) if (challenges.includes(step)) progress.change(step, { solved: true });
  }
  bring(record.place.solved);
  usual(page, teaching, seated);

  let shown = 0;
  let moved = false;
  let reached = false;
  record.watch({
    lose(lost) {
      const { why, what } = lost ?? { why: 'all', what: [] };
      const named = new Intl.ListFormat(language, { style: 'narrow' }).format(what.map((each) => place.dataset[each] ?? ''));
      const text = (place.dataset[why] ?? '').replace('{what}', named);
      const news = lost || place.textContent;
      write(place, text);
      place.classList.toggle('lost', Boolean(lost));
      if (news) announcer.say(text);
    },
    resume({ step, solved }) {
      bring(solved);
      // Whoever has moved on by then stays.
      if (!moved && step > shown && step <= last) teaching.go?.(step);
    },
  });
  /** What the platform takes its time over, the reader does not wait for. */
  function tell() {
    const { step } = store.view('state');
    reached ||= step === last;
    const turned = shown !== 0 && step !== shown;
    moved ||= turned;
    shown = step;
    const now = { step, completed: reached, solved: challenges.filter((each) => progress.of(each).solved), challenges };
    setTimeout(() => record.tell(now, turned));
  }
  store.subscribe(tell);
  progress.subscribe(tell);
  tell();
}
