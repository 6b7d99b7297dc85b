// Predict, then reveal: a question is asked once, the votes it asks about are cast one after the other, and the answer
// speaks to the bet. Every word stands in the HTML, and what the rule makes of the votes comes from the council.
import { goTo } from '../modules/actions.js';
import { without } from './history.js';
import { openPlayer } from './play.js';

/** Milliseconds that a question which is gone from sight stays for a screen reader, whose focus has to leave it first. */
const leaving = 400;

/**
 * @param {ParentNode} root  with `.predict`: a list of questions
 * @param {object} page
 * @param {import('./announcer.js').Announcer} page.announcer  says the answers
 * @param {import('./store.js').Store} [page.store]  where there is none, the questions show their answers
 * @param {string[]} [page.codes]  of the members, in the order of their seats
 */
export function askQuestions(root, { announcer, store, codes = [] }) {
  const section = /** @type {HTMLElement | null} */ (root.querySelector('.predict'));
  if (!section) return;
  const questions = [...section.querySelectorAll('li')];
  const player = store && openPlayer(store, section);

  /**
   * Casts the votes that differ, by the rule of the day, whatever a link made of it.
   * @param {import('./store.js').Store} store
   * @param {string} votes
   * @param {() => void} answer
   */
  function play(store, votes, answer) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // The picture is above: as much of it is shown as leaves the answer in sight. A guest does not scroll its host.
    if (section && self === top && section.offsetHeight < innerHeight) {
      section.scrollIntoView({ block: 'end', behavior: still ? 'auto' : 'smooth' });
    }
    player?.play(without(store.view('link'), 'rule', 'lock'), votes, codes, answer);
  }

  /** Shows a question; one that there is not is the first. @param {number} step  counted from 1 */
  function turnTo(step) {
    const to = questions[step - 1] ?? questions[0];
    for (const question of questions) {
      if (question === to || !question.classList.contains('current')) continue;
      question.classList.add('leaving');
      // A caret in what is hidden falls behind the questions in Chromium, and the screen reader's place with it.
      getSelection()?.empty();
      setTimeout(() => question.classList.remove('leaving'), leaving);
    }
    for (const question of questions) question.classList.toggle('current', question === to);
  }

  questions.forEach((question, i) => {
    const { votes = '' } = question.dataset;
    /** @param {string} which  selects one of the answers */
    const say = (which) => {
      const words = question.querySelector(`.room${which}`)?.cloneNode(true).childNodes;
      const reply = question.querySelector('.reply');
      if (words) reply?.replaceChildren(...words);
      return reply?.textContent ?? '';
    };

    const buttons = [...question.querySelectorAll('button')];
    const bets = buttons.filter((button) => button.value);
    for (const button of buttons) button.disabled = !store && bets.includes(button);
    question.querySelector('.onward')?.addEventListener('click', () => {
      player?.stop();
      const next = (i + 1) % questions.length;
      if (store) store.act(goTo(next + 1));
      turnTo(next + 1);
      questions[next].querySelector('h3')?.focus({ preventScroll: true });
    });

    if (!store) return say('.told');
    for (const bet of bets) {
      bet.addEventListener('click', () => {
        if (bet.ariaDisabled) return;
        for (const each of bets) each.ariaDisabled = 'true';
        bet.ariaPressed = 'true';
        const outcome = store.outcomeOf(`v=${votes}`)?.outcome;
        play(store, votes, () => announcer.say(say(`[data-bet=${bet.value}][data-outcome=${outcome}]`)));
      });
    }
  });

  if (!store) return;
  turnTo(store.view('state').step);
  store.subscribe(() => turnTo(store.view('state').step));
}
