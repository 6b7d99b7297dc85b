// Votes that are put aside, to stand beside the open one: with=ENTRY,ENTRY in the link (modules/compare.js tells of entries).
import { withIn } from '../modules/compare.js';
import { linkIn } from '../modules/link.js';

/** @typedef {ReturnType<typeof keepAside>} Aside */

/**
 * @param {string[]} known  ids of votes that a link can name
 * @param {string[]} rules  likewise
 * @param {() => void} changed  told of every change that no link has made
 */
export function keepAside(known, rules, changed) {
  let { ids, unknown } = withIn('', known, rules);
  // What begins so is in no link, and stays as long as the page.
  const linked = (/** @type {boolean} */ yes) => ids.filter((id) => (id[0] !== '~') === yes);
  return {
    ids: () => ids,
    /** What the link asked for that is not there. */
    unknown: () => unknown,
    /** As a part of a link. */
    link: () => (linked(true).length > 0 ? `&with=${encodeURI(linked(true).join())}` : ''),
    /** Takes what the address tells. */
    follow() {
      const own = linked(false);
      ({ ids, unknown } = withIn(linkIn(location).get('with') ?? '', known, rules));
      ids.push(...own);
    },
    /** @param {string[]} next  entries */
    keep(next) {
      [ids, unknown] = [next, []];
      changed();
    },
  };
}
