// What a page's parts share: the council's state, told section by section, and whoever follows it.
//
//   const store = createStore(await openCouncil({ moduleUrl, words, scenario }));
//   const unsubscribe = store.subscribe(() => { place.textContent = store.view('outcome').status; });
//   store.act(castVote('RUS', 'A'));
//
// A section is asked of the module when a part asks for it, and at most once for each state.

/** @typedef {import('../modules/council.js').Sections} Sections */
/** @typedef {import('../modules/actions.js').Action} Action */

/**
 * How the state came to be another.
 * @typedef {object} Change
 * @property {import('./history.js').Step} [step]  how the page's link takes it; not at all, where the link led here
 * @property {boolean} [quiet]  whether somebody else speaks of it
 */

/** @typedef {(change: Change) => void} Listener */

/**
 * @typedef {object} Store
 * @property {<S extends keyof Sections>(section: S) => Sections[S]} view
 * @property {(action: Action, how?: Change) => boolean} act  whether that changed the state
 * @property {(fragment: string, how?: Change) => boolean} follow  false for a bad link, which opens the recorded vote
 * @property {(scenario: string) => void} open  shows another scenario, JSON; a link that is followed then tells of it
 * @property {import('../modules/council.js').Council['outcomeOf']} outcomeOf  what other votes would lead to; the state stays
 * @property {import('../modules/council.js').Council['judge']} judge  what a challenge makes of the votes
 * @property {(listener: Listener) => () => void} subscribe  told of every change; answers with what ends that
 */

/**
 * @param {import('../modules/council.js').Council} council
 * @param {(told: string) => string} [linkOf]  how the page writes the link that the council tells, whenever it is asked for
 * @returns {Store}
 */
export function createStore(council, linkOf = (told) => told) {
  /** @type {Partial<Sections>} */
  let told = {};
  /** @type {Set<Listener>} */
  const listeners = new Set();
  /** @param {Change} change */
  function changed(change) {
    told = {};
    for (const listener of [...listeners]) listener(change);
  }
  return {
    view(section) {
      const view = told[section] ??= council.told(section);
      return section === 'link' ? /** @type {any} */ (linkOf(/** @type {string} */ (view))) : view;
    },
    act(action, { step = 'replaceState', quiet } = {}) {
      if (!council.act(action)) return false;
      changed({ step, quiet });
      return true;
    },
    follow(fragment, how = {}) {
      const good = council.follow(fragment);
      changed(how);
      return good;
    },
    open: council.open,
    outcomeOf: council.outcomeOf,
    judge: council.judge,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
