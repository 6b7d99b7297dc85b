// The one voice of a page. What changes is said here, once it has settled, and nowhere else: several live places, or one
// that changes piece by piece, are read in pieces, in another order and twice.
//
//   <p class="announcer" aria-live="polite" aria-atomic="true"></p>    stands in the HTML, empty, out of sight
//
//   const announcer = openAnnouncer(root);
//   announcer.attend(store);            // from here on, another outcome is said
//   announcer.say('Link copied.');

/** Milliseconds from the last change to the words: as long as votes come fast, as by an arrow key held down, nothing is
 * said. A vote that plays is a hundred changes to Orca in Firefox, which drops what comes before it is through with them. */
const settling = 600;
/** The same while the page arrives: a screen reader is busy with that, and drops what else it is told. */
const arriving = 4000;
/** Milliseconds that words stand: whoever comes later finds the outcome itself. */
const standing = 3000;

/**
 * @typedef {object} Announcer
 * @property {(text: string) => void} say  says it soon, before an outcome that changes meanwhile
 * @property {(store: import('./store.js').Store) => void} attend
 */

/**
 * @param {ParentNode} root
 * @returns {Announcer}
 */
export function openAnnouncer(root) {
  const place = root.querySelector('.announcer');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {string[]} */
  let texts = [];
  /** The outcome that the reader knows. */
  let known = '';
  let outcome = () => '';
  let wait = arriving;

  function settle() {
    if (!place) return;
    clearTimeout(timer);
    place.textContent = '';  // the same words again are a change, too
    timer = setTimeout(() => {
      const now = outcome();
      if (now !== known) texts.push(now);
      known = now;
      place.textContent = texts.join('\n');
      if (texts.length > 0) timer = setTimeout(() => { place.textContent = ''; }, standing);
      texts = [];
    }, wait);
  }

  return {
    say(text) {
      texts.push(text);
      settle();
    },
    attend(store) {
      wait = settling;
      outcome = () => {
        const { status, why } = store.view('reasons');
        return `${status}\n${why}`;
      };
      known = outcome();
      store.subscribe(({ quiet }) => {
        if (quiet) known = outcome();
        else settle();
      });
    },
  };
}
