// What is shown besides the vote, and stands in the link: show=power, the picture's plot; power=KEY,…, how power is measured.
import { linkIn } from '../modules/link.js';

/** @typedef {ReturnType<typeof keepShown>} Shown */

const keys = /** @type {const} */ (['show', 'power']);

/** @param {() => void} changed  told of every change that no link has made */
export function keepShown(changed) {
  let values = ['', ''];
  /** @type {(() => void)[]} */
  const listeners = [];
  return {
    /** @param {typeof keys[number]} key @returns {string}  empty where nothing was chosen */
    get: (key) => values[keys.indexOf(key)],
    /** @param {typeof keys[number]} key @param {string} value */
    keep(key, value) {
      if (values[keys.indexOf(key)] === value) return;
      values[keys.indexOf(key)] = value;
      changed();
    },
    /** As a part of a link. */
    link: () => keys.map((key, i) => (values[i] ? `&${key}=${encodeURI(values[i])}` : '')).join(''),
    /** Takes what the address tells. */
    follow() {
      const link = linkIn(location);
      values = keys.map((key) => link.get(key) ?? '');
      for (const listener of listeners) listener();
    },
    /** @param {() => void} listener  told when an address was followed */
    attend(listener) { listeners.push(listener); },
  };
}
