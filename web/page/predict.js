// Predict, then reveal: a question is asked once, the votes it asks about are cast one after the other, and the answer
// speaks to the bet. Every word stands in the HTML, and what the rule makes of the votes comes from the council.
import { castVote } from './council.js';

/** Milliseconds between two votes. */
const pause = 120;

/**
 * @param {object} page
 * @param {HTMLElement} page.section  with the questions
 * @param {import('./council.js').Council} [page.council]  where there is none, the questions show their answers
 * @param {(busy: boolean) => void} page.show  shows the council's state; more follows at once while busy
 * @param {(step: import('./link.js').Step) => void} page.record  puts the council's state into the link
 * @returns {() => void}  ends the vote that plays, wherever it is
 */
export function askQuestions({ section, council, show, record }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** What is left to do when the vote that plays has ended. @type {(() => void) | undefined} */
  let ending;

  function stop() {
    const answer = ending;
    if (!answer) return;
    ending = undefined;
    clearTimeout(timer);
    show(false);
    answer();
  }

  /**
   * Casts the votes that differ.
   * @param {import('./council.js').Council} council
   * @param {string} votes
   * @param {() => void} answer
   */
  function play(council, votes, answer) {
    const now = council.view().votes;
    const actions = [...votes].flatMap((letter, seat) => (letter === now[seat] ? [] : [castVote(seat, letter)]));
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    /** @type {import('./link.js').Step} */
    let step = 'pushState';
    ending = answer;
    (function next() {
      for (const action of actions.splice(0, still ? actions.length : 1)) {
        council.act(action);
        record(step);
        step = 'replaceState';
      }
      if (actions.length === 0) return stop();
      show(true);
      timer = setTimeout(next, pause);
    })();
  }

  const questions = [...section.querySelectorAll('li')];
  questions.forEach((question, i) => {
    const { votes = '' } = question.dataset;
    /** @param {string} which  selects one of the answers */
    const say = (which) => {
      const words = question.querySelector(`.room${which}`)?.cloneNode(true).childNodes;
      if (words) question.querySelector('.said')?.replaceChildren(...words);
    };

    question.querySelector('.next')?.addEventListener('click', () => {
      stop();
      const next = questions[(i + 1) % questions.length];
      question.classList.remove('current');
      next.classList.add('current');
      next.querySelector('h3')?.focus({ preventScroll: true });
    });

    if (!council) return say('.told');
    const bets = [...question.querySelectorAll('button')].filter((button) => button.value);
    for (const bet of bets) {
      bet.disabled = false;
      bet.addEventListener('click', () => {
        if (bet.ariaDisabled) return;
        stop();
        for (const each of bets) each.ariaDisabled = 'true';
        bet.ariaPressed = 'true';
        const { link } = council.view();
        council.follow(`v=${votes}`);
        const { outcome } = council.view();
        council.follow(link);
        play(council, votes, () => say(`[data-bet=${bet.value}][data-outcome=${outcome}]`));
      });
    }
  });
  return stop;
}
