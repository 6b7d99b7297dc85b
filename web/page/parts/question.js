// A question of a lesson: whoever chooses is told at once whether that is right, and why; then the votes that it is about
// are cast, and the picture follows. It is asked once, until the step begins anew.
import { openPlayer } from './play.js';

/**
 * Says what stands elsewhere, where a room is kept for it.
 * @param {ParentNode} place  with `.reply`
 * @param {string} [which]  selects the words; nothing is said without any
 * @returns {string}
 */
export function reply(place, which) {
  const said = /** @type {HTMLElement} */ (place.querySelector('.reply'));
  const words = which ? place.querySelector(which) : null;
  said.replaceChildren(...words?.cloneNode(true).childNodes ?? []);
  said.classList.toggle('right', Boolean(words?.classList.contains('right')));
  return said.textContent ?? '';
}

/**
 * @param {HTMLElement} section  the step's, with `.question`
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {import('./steps.js').Teaching} page.teaching
 * @param {number} page.step  counted from 1
 * @param {() => string[]} page.codes  of the members that sit there, in the order of their seats
 * @param {import('./announcer.js').Announcer} page.announcer
 */
export function askQuestion(section, store, { teaching: { lesson, progress }, step, codes, announcer }) {
  const question = /** @type {HTMLElement} */ (section.querySelector('.question'));
  const { link, reveal } = lesson.steps[step - 1];
  const buttons = question.querySelectorAll('button');
  const player = openPlayer(store, question);

  function show() {
    const { answer } = progress.of(step);
    for (const [i, button] of buttons.entries()) {
      button.ariaPressed = String(i === answer);
      button.ariaDisabled = answer === undefined ? null : 'true';
    }
    return reply(question, answer === undefined ? undefined : `[data-choice="${answer}"]`);
  }
  for (const [i, button] of buttons.entries()) {
    button.addEventListener('click', () => {
      if (button.ariaDisabled) return;
      progress.change(step, { answer: i });
      const said = question.querySelector('.reply')?.textContent ?? '';
      if (reveal) player.play(link, reveal, codes(), () => announcer.say(said));
      else announcer.say(said);
    });
    button.disabled = false;
  }
  progress.subscribe((changed) => { if (changed === step) show(); });
  show();
}
