// What an article has a frame wear: light or dark, and whatever its publisher adds (parts/publisher.js has it).
//
// The page's own choice between light and dark, where a host made it for the reader: an article that is always light shows
// a light frame in the middle of the night, too.

/** @param {string | null} theme  light or dark; anything else leaves it to the reader */
export function wear(theme) {
  if (theme !== 'light' && theme !== 'dark') return;
  document.documentElement.style.colorScheme = theme;
  for (const rule of document.styleSheets[0].cssRules) {
    if (rule instanceof CSSMediaRule && rule.conditionText.includes('color-scheme')) rule.media.mediaText = theme === 'dark' ? 'all' : 'not all';
  }
}

/** Whether a frame's link tells of more that its publisher adds. @param {URLSearchParams} link */
export const isAddedTo = (link) => ['accent', 'font', 'source', 'correction'].some((key) => link.has(key));
