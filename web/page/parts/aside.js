// Votes that are put aside, to stand beside the open one: with=ID,ID in the link.
import { withIn } from '../modules/compare.js';
import { linkIn } from '../modules/link.js';

/** @typedef {ReturnType<typeof keepAside>} Aside */

/**
 * @param {string[]} known  ids of votes that can be put aside
 * @param {() => void} changed  told of every change that no link has made
 */
export function keepAside(known, changed) {
  let { ids, unknown } = withIn('', known);
  return {
    ids: () => ids,
    /** What the link asked for that is not there. */
    unknown: () => unknown,
    /** As a part of a link. */
    link: () => (ids.length > 0 ? `&with=${ids.join()}` : ''),
    /** Takes what the address tells. */
    follow() {
      ({ ids, unknown } = withIn(linkIn(location).get('with') ?? '', known));
    },
    /** @param {string[]} next  known ids */
    keep(next) {
      ({ ids, unknown } = withIn(next.join(), known));
      changed();
    },
  };
}
