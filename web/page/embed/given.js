// What only a frame needs whose votes a link gives.
export { showGiven } from '../parts/given.js';
import { fetched } from '../parts/fetched.js';
import { seatFromLink as seat } from '../parts/seated.js';

/** As in parts, of the file at an address. @param {HTMLElement} root @param {URLSearchParams} link @param {string} councils */
export const seatFromLink = (root, link, councils) => seat(root, link, () => fetched(councils));
