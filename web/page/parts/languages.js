// The same page in another language, and other pages that take the state along.
import { linkIn, linkText } from '../modules/link.js';
import { queryKept, without } from './history.js';

/**
 * Leads to the page that the present address means, where it is not this one: of a language, or the one on which any
 * Council sits down.
 * @param {ParentNode} root  with `.languages`: a link for each, the present one marked as current
 * @returns {boolean}  whether the reader leaves
 */
export function followLanguage(root) {
  const link = linkIn(location);
  if (link.has('c')) {
    const [tag = ''] = /\.[\w-]+(?=\.html$)/.exec(location.pathname) ?? [];
    location.replace(`explore${tag}.html${location.search}${location.hash}`);
    return true;
  }
  const wanted = link.get('lang');
  const pages = /** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll('.languages a'));
  const page = [...pages].find(({ hreflang }) => hreflang === wanted);
  if (!page || page.ariaCurrent) return false;
  location.replace(new URL(`${queryKept()}#${linkText(link)}`, page.href));
  return true;
}

/**
 * Has links take the state along when they are followed.
 * @param {ParentNode} root  with links in `.languages`, and others that are marked `.along`
 * @param {import('./store.js').Store} store
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
