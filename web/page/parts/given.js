// Votes that a link gives are nobody's record, and are marked so. Until the reader asks for them, the page shows an empty
// picture and, where the link seats a Council of its own, the day and the title that it gives: as text, whatever they are.
import { linkIn } from '../modules/link.js';
import { plain } from '../modules/councils.js';
import { dayIn } from '../modules/day.js';
import { tagOf } from '../modules/language.js';

/** @typedef {{ untitled: string, of: string, [key: string]: any }} GivenWords */

/** The link's day in words, or its year where it gives no day. @param {URLSearchParams} link @param {string} language */
function whenIn(link, language) {
  const day = link.get('d') ?? '';
  return Number.isNaN(Date.parse(day)) ? plain(link.get('c') ?? '').slice(0, 4) : dayIn(day, language);
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
  const { language, given, rules, lesson } = dataOf(root, 'words');
  const rule = rules[link.get('rule') ?? '']?.name;
  if (rule) {
    const mark = /** @type {HTMLElement} */ (root.querySelector('.mark'));
    const told = lesson.ruled.replace('{rule}', () => rule);
    mark.textContent = ['c', 'v', 'votes'].some((key) => link.has(key)) ? `${mark.textContent} · ${told}` : told;
  }
  const box = /** @type {HTMLElement} */ (root.querySelector('.chamber'));
  const poster = new Image();
  poster.alt = '';
  if (year !== null) {
    const [kicker, heading] = ['.kicker', 'h1'].map((each) => /** @type {HTMLElement} */ (root.querySelector(each)));
    heading.textContent = document.title = plain(link.get('t') ?? '').slice(0, 160) || given.untitled.replace('{year}', plain(year).slice(0, 4));
    kicker.textContent = (kicker.dataset.of ?? '').replace('{date}', whenIn(link, language));
    /** @type {HTMLElement} */ (root.querySelector('.title-of')).hidden = !plain(link.get('t') ?? '');
    root.classList.add('seated');
    poster.onerror = wrong;
  }
  const id = year === null ? dataOf(root, 'scenario').id : `council-${encodeURIComponent(year)}`;
  poster.src = new URL(`posters/${id}-blank${box.clientWidth < 704 ? '-narrow' : ''}${tagOf(language)}.svg`, document.baseURI).href;
  box.prepend(poster);
}
