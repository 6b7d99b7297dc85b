// What only a frame needs whose votes a link gives.
export { showGiven } from '../parts/given.js';
import { lettersOf } from '../modules/councils.js';
import { fetched } from '../parts/fetched.js';
import { dataOf } from '../parts/given.js';
import { seatFromLink as seat, votesOf } from '../parts/seated.js';

/**
 * As in parts, of the file at an address; of a link with `votes` by code alone, these become letters in it.
 * @param {HTMLElement} root
 * @param {URLSearchParams} link
 * @param {string} councils
 * @returns {ReturnType<typeof seat>}
 */
export async function seatFromLink(root, link, councils) {
  if (link.has('c')) return seat(root, link, () => fetched(councils));
  const recorded = dataOf(root, 'scenario');
  // What cannot be read is no vote, and the page says so.
  link.set('v', lettersOf(link.get('votes') ?? '', recorded.members.map((/** @type {{ code: string }} */ { code }) => code), votesOf(recorded)) ?? '?');
  return {};
}
