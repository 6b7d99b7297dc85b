// The same page in another language, and other pages that take the state along.
import { tagOf } from '../modules/language.js';
import { linkIn } from '../modules/link.js';
import { queryKept, without } from './history.js';

/** The page in the language that the address tells, where there is one: each names all of its own, a frame does so in its head. */
const wanted = () => /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('[hreflang]')]).find(({ hreflang }) => hreflang === linkIn(location).get('lang'));

/** Leads to that page, where it is not this one. @returns {boolean}  whether the reader leaves */
export function toLanguage() {
  const page = wanted();
  if (!page || page.hreflang === document.documentElement.lang) return false;
  location.replace(new URL(`${queryKept()}#${String(linkIn(location)).replaceAll('+', '%20')}`, page.href));
  return true;
}

/**
 * Leads to the page that the present address means, where it is not this one: of a language, or the one on which any
 * Council sits down.
 * @returns {boolean}  whether the reader leaves
 */
export function followLanguage() {
  if (!linkIn(location).has('c')) return toLanguage();
  const tag = tagOf(wanted()?.hreflang ?? document.documentElement.lang);
  location.replace(`explore${tag}.html${location.search}${location.hash}`);
  return true;
}

/**
 * Has links take the state along when they are followed.
 * @param {ParentNode} root  with links in `.languages`, and others that are marked `.along`
 * @param {{ view: (section: 'link') => string }} store
 */
export function takeAlong(root, store) {
  const pages = /** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll('.languages a, a.along'));
  for (const page of pages) {
    page.addEventListener('click', () => {
      // Of what else the address asks for, another page may know nothing.
      if (page.hreflang) page.search = queryKept();
      page.hash = without(store.view('link'), 'lang');
    });
  }
}
