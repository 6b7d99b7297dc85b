// The state in the page's own address: it follows the reader, and the reader follows it. Where a frame's sandbox or a
// file's address forbids touching the history, the address stays as it is and everything else goes on.
import { linkIn, linkText } from '../modules/link.js';

/** A small step replaces the link, a big one can be gone back from. @typedef {'replaceState' | 'pushState'} Step */

/**
 * A link without some of its keys, wherever they stand.
 * @param {string} link  the state as a link's fragment
 * @param {...string} keys
 */
export const without = (link, ...keys) => link.split('&').filter((pair) => !keys.includes(pair.split('=', 1)[0])).join('&');

/** What the page's query asks for besides a state: "?from=2&to=3", or nothing. */
export function queryKept() {
  const query = without(location.search.slice(1), 's', 'c', 'v', 't', 'd', 'rule', 'lock', 'step', 'lang', 'with');
  return query && `?${query}`;
}

/** Has the address tell a state. @param {string} link  as a fragment @param {Step} [step] */
export function record(link, step = 'replaceState') {
  if (location.hash.slice(1) === link) return;
  // What the query told before is in the fragment now; a reset would not take it back.
  const file = queryKept() || (location.search && location.pathname);
  try {
    // A guest's steps would stand between the reader and the host's Back.
    history[self === top ? step : 'replaceState'](null, '', `${file}#${link}`);
  } catch {
    // The copy button tells the link all the same.
  }
}

/**
 * Shows what the address tells, now and whenever it changes, and tells in it what the reader does.
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {() => boolean} page.leave  leads elsewhere, where the address does not mean this page
 * @param {(good: boolean) => void} page.followed  told whether a link that was followed fits
 */
export function keepLink(store, { leave, followed }) {
  /** @param {import('./store.js').Change} [how] */
  const follow = (how) => leave() || followed(store.follow(linkText(linkIn(location)), how));
  store.subscribe(({ step }) => step && record(store.view('link'), step));
  addEventListener('hashchange', () => {
    const { hash } = location;
    if (hash.startsWith('#?')) return;
    // A place on the page is no state: the votes stay, and the link tells them again.
    if (document.getElementById(hash.slice(1))) record(store.view('link'), 'replaceState');
    else follow();
  });
  follow({ quiet: true });
}
