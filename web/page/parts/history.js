// The votes in the page's own link. Where a frame's sandbox or a file's address forbids touching the history, the link
// stays as it is and everything else goes on.

/** A small step replaces the link, a big one can be gone back from. @typedef {'replaceState' | 'pushState'} Step */

/**
 * @param {string} link  the state as a link's fragment
 * @param {Step} step
 */
export function recordLink(link, step) {
  if (location.hash.slice(1) === link) return;
  try {
    // A guest's steps would stand between the reader and the host's Back.
    history[self === top ? step : 'replaceState'](null, '', `#${link}`);
  } catch {
    // The copy button tells the link all the same.
  }
}

/**
 * Leads to the page of the language that the present link asks for, where there is one.
 * @param {Iterable<HTMLAnchorElement>} pages  one for each language, the present one marked as current
 * @returns {boolean}  whether the reader leaves
 */
export function followLanguage(pages) {
  const wanted = new URLSearchParams(location.hash.slice(1)).get('lang');
  const page = [...pages].find(({ hreflang }) => hreflang === wanted);
  if (!page || page.ariaCurrent) return false;
  location.replace(new URL(location.hash, page.href));
  return true;
}
