// Stands in the place of later.js in a package: the lesson as ever, and what its platform is told of it.
import { write } from '../parts/verdict.js';
import { furnish as usual } from './furnish.js';
import { onLost, record } from './session.js';

export { seatMembers, typefacesOf, withoutRule } from './furnish.js';

/** @type {typeof usual} */
export function furnish(page, teaching, seated) {
  const { root, announcer, store } = page;
  const { lesson: { steps }, part: { first, last }, progress, language } = teaching;
  const place = /** @type {HTMLElement} */ (root.querySelector('.recording .note'));
  const challenges = steps.flatMap(({ challenge }, i) => (challenge && i + 1 >= first && i + 1 <= last ? [i + 1] : []));
  for (const step of record.place.solved) if (challenges.includes(step)) progress.change(step, { solved: true });
  usual(page, teaching, seated);

  write(place, place.dataset.all ?? '');
  onLost(({ why, what }) => {
    const named = new Intl.ListFormat(language, { style: 'narrow' }).format(what.map((each) => place.dataset[each] ?? ''));
    const text = (place.dataset[why] ?? '').replace('{what}', named);
    write(place, text);
    place.classList.add('lost');
    announcer.say(text);
  });
  let shown = 0;
  let reached = false;
  /** What the platform takes its time over, the reader does not wait for. */
  function tell() {
    const { step } = store.view('state');
    reached ||= step === last;
    const turned = shown !== 0 && step !== shown;
    shown = step;
    const now = { step, completed: reached, solved: challenges.filter((each) => progress.of(each).solved), challenges: challenges.length };
    setTimeout(() => record.tell(now, turned));
  }
  store.subscribe(tell);
  progress.subscribe(tell);
  tell();
}
