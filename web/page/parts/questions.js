// Predict, then reveal: a question is asked once, the votes it asks about are cast one after the other, and the answer
// speaks to the bet. Every word stands in the HTML, and what the rule makes of the votes comes from the council.

/** Milliseconds between two votes. */
const pause = 120;

/**
 * @param {object} page
 * @param {HTMLElement} page.section  with the questions
 * @param {import('../modules/council.js').Council} [page.council]  where there is none, the questions show their answers
 * @param {(busy: boolean) => void} page.show  shows the council's state; more follows at once while busy
 * @param {string[]} [page.codes]  the members' in seat order
 * @param {(code: string, letter: string, step: import('./history.js').Step) => void} page.cast  casts a vote; the link
 *     follows
 * @param {(step: number) => void} [page.goTo]  to a question, counted from 1, which turnTo then shows
 * @returns {{ stop: () => void, turnTo: (step: number) => void }}  ends the vote that plays, wherever it is; shows a
 *     question
 */
export function askQuestions({ section, council, codes = [], show, cast, goTo }) {
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
   * @param {import('../modules/council.js').Council} council
   * @param {string} votes
   * @param {() => void} answer
   */
  function play(council, votes, answer) {
    const now = council.told('state').votes;
    const changes = [...votes].flatMap((letter, seat) => (letter === now[seat] ? [] : [{ letter, code: codes[seat] }]));
    // Where all stand there already, one is cast again: the link must tell of the rule.
    if (changes.length === 0) changes.push({ letter: now[0], code: codes[0] });
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    // The picture is above: as much of it is shown as leaves the answer in sight. A guest does not scroll its host.
    if (self === top && section.offsetHeight < innerHeight) {
      section.scrollIntoView({ block: 'end', behavior: still ? 'auto' : 'smooth' });
    }
    /** @type {import('./history.js').Step} */
    let step = 'pushState';
    ending = answer;
    (function next() {
      for (const { code, letter } of changes.splice(0, still ? changes.length : 1)) {
        cast(code, letter, step);
        step = 'replaceState';
      }
      if (changes.length === 0) return stop();
      show(true);
      timer = setTimeout(next, pause);
    })();
  }

  const questions = [...section.querySelectorAll('li')];

  /** @param {number} step */
  function turnTo(step) {
    questions.forEach((question, i) => question.classList.toggle('current', i + 1 === step));
  }

  questions.forEach((question, i) => {
    const { votes = '' } = question.dataset;
    /** @param {string} which  selects one of the answers */
    const say = (which) => {
      const words = question.querySelector(`.room${which}`)?.cloneNode(true).childNodes;
      if (words) question.querySelector('.reply')?.replaceChildren(...words);
    };

    const buttons = [...question.querySelectorAll('button')];
    const bets = buttons.filter((button) => button.value);
    for (const button of buttons) button.disabled = !council && bets.includes(button);
    question.querySelector('.onward')?.addEventListener('click', () => {
      stop();
      const next = (i + 1) % questions.length;
      (goTo ?? turnTo)(next + 1);
      questions[next].querySelector('h3')?.focus({ preventScroll: true });
    });

    if (!council) return say('.told');
    for (const bet of bets) {
      bet.addEventListener('click', () => {
        if (bet.ariaDisabled) return;
        stop();
        for (const each of bets) each.ariaDisabled = 'true';
        bet.ariaPressed = 'true';
        // The questions are about the rule of the day, whatever a link made of it.
        const { outcome } = council.outcomeOf(`v=${votes}`) ?? {};
        council.follow(council.told('link').replace(/&rule=[^&]*/, ''));
        play(council, votes, () => say(`[data-bet=${bet.value}][data-outcome=${outcome}]`));
      });
    }
  });
  return { stop, turnTo };
}
