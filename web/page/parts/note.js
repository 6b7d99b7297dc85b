// A word about the page itself, where it stands in sight, and aloud.
import { write } from './verdict.js';

/**
 * @param {ParentNode} root
 * @param {string} selector  of the place, whose data attributes hold what may have to be said
 * @param {import('./announcer.js').Announcer} announcer
 * @returns {(which?: string) => void}  says what that attribute holds, or nothing any more
 */
export function noteIn(root, selector, announcer) {
  const place = /** @type {HTMLElement | null} */ (root.querySelector(selector));
  return (which = '') => {
    const text = place?.dataset[which] ?? '';
    write(place, text);
    if (text) announcer.say(text);
  };
}
