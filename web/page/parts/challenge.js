// A challenge of a lesson: the council judges it after every vote. What it says of them stands where the goal stood.
import { messagesIn } from '../modules/message.js';
import { reply } from './question.js';
import { write } from './verdict.js';

/**
 * @param {HTMLElement} section  the step's, with `.challenge`
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {import('./steps.js').Teaching} page.teaching
 * @param {number} page.step  counted from 1
 * @param {import('./announcer.js').Announcer} page.announcer
 */
export function judgeChallenge(section, store, { teaching: { lesson, progress, told, language }, step, announcer }) {
  const place = /** @type {HTMLElement} */ (section.querySelector('.challenge'));
  const { challenge, solution } = lesson.steps[step - 1];
  const [moves, discs] = [place.querySelector('.moves b'), place.querySelectorAll('.discs > *')];
  const filled = messagesIn(language);
  /** Of the moves, as it was judged last: a try that fails has none left. */
  let before = NaN;

  /** @param {import('./store.js').Change} [how] */
  function show(how) {
    if (store.view('state').step !== step) {
      before = NaN;
      return;
    }
    const judged = store.judge(JSON.stringify(challenge));
    if (!judged) return;
    const { solved, unmet, changes, left } = judged;
    const all = discs.length;
    const some = Math.max(left, 0);
    discs.forEach((disc, i) => disc.classList.toggle('used', i < changes));
    write(moves, filled(told.moves, { n: some, left: some, all }));
    const { shown, tries } = progress.of(step);
    // Who does it after having seen it has done it all the same.
    const given = how?.quiet && shown && store.view('state').votes === solution;
    const said = reply(place, changes === 0 && !solved ? undefined : `.room[data-unmet="${given ? 'shown' : unmet}"]`);
    if (solved && !given) progress.change(step, { solved });
    if (!solved && left <= 0 && before > 0) progress.change(step, { tries: tries + 1 });
    before = left;
    if (how && said && (given || !how.quiet)) announcer.say(solved ? said : `${said} ${moves?.textContent}`);
  }
  store.subscribe(show);
  show();
}
