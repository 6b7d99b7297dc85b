// What the reader has done in each step of a lesson, for as long as the page is open: nothing of it is stored anywhere.
//
//   const progress = keepProgress();
//   progress.subscribe((step) => show(progress.of(step)));
//   progress.change(3, { solved: true });

/**
 * @typedef {object} Done
 * @property {number} [answer]  the choice that was made, counted from 0
 * @property {boolean} [solved]  whether a challenge was solved
 * @property {boolean} [shown]  whether its solution was shown
 * @property {number} tries  at a challenge, that failed
 * @property {number} hints  that were given
 */

/** @typedef {ReturnType<typeof keepProgress>} Progress */

export function keepProgress() {
  /** @type {Map<number, Done>} */
  const done = new Map();
  /** @type {((step: number) => void)[]} */
  const listeners = [];
  /** @param {number} step @returns {Done} */
  const of = (step) => done.get(step) ?? { tries: 0, hints: 0 };
  /** @param {number} step */
  function tell(step) {
    for (const listener of listeners) listener(step);
  }
  return {
    of,
    /** @param {number} step @param {Partial<Done>} what */
    change(step, what) {
      done.set(step, { ...of(step), ...what });
      tell(step);
    },
    /** Forgets everything. */
    clear() {
      const steps = [...done.keys()];
      done.clear();
      steps.forEach(tell);
    },
    /** @param {(step: number) => void} listener  told of every step that changed */
    subscribe: (listener) => { listeners.push(listener); },
  };
}
