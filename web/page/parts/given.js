// Votes that a link gives are nobody's record, and are marked so. Until the reader asks for them, the page shows an empty
// picture and, where the link seats a Council of its own, the day and the title that it gives: as text, whatever they are.
import { linkIn } from '../modules/link.js';
import { plain } from '../modules/councils.js';

/** @typedef {{ untitled: string, of: string, [key: string]: any }} GivenWords */

/** The day in words, or the year where the link gives no day. @param {URLSearchParams} link @param {string} language */
function dayIn(link, language) {
  const day = new Date(link.get('d') ?? NaN);
  return Number.isNaN(day.getTime()) ? plain(link.get('c') ?? '').slice(0, 4)
    : day.toLocaleDateString(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' });
}

/** What the page is given as JSON. @param {ParentNode} root @param {string} name @returns {any} */
export const dataOf = (root, name) => JSON.parse(root.querySelector(`script.${name}`)?.textContent ?? '{}');

/**
 * @param {HTMLElement} root
 * @param {() => void} wrong  called where there is no such Council
 */
export function showGiven(root, wrong) {
  const link = linkIn(location);
  const year = link.get('c');
  const { language, given } = dataOf(root, 'words');
  const box = /** @type {HTMLElement} */ (root.querySelector('.chamber'));
  const poster = new Image();
  poster.alt = '';
  if (year !== null) {
    const [kicker, heading] = ['.kicker', 'h1'].map((each) => /** @type {HTMLElement} */ (root.querySelector(each)));
    heading.textContent = document.title = plain(link.get('t') ?? '').slice(0, 160) || given.untitled.replace('{year}', plain(year).slice(0, 4));
    kicker.textContent = (kicker.dataset.of ?? '').replace('{date}', dayIn(link, language));
    root.classList.add('seated');
    poster.onerror = wrong;
  }
  const id = year === null ? dataOf(root, 'scenario').id : `council-${encodeURIComponent(year)}`;
  poster.src = new URL(`posters/${id}-blank${box.clientWidth < 704 ? '-narrow' : ''}.svg`, document.baseURI).href;
  box.prepend(poster);
}
