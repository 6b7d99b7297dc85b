// Styles that come with a script, for what nobody has seen before.

/** @param {string} rules */
export function adopt(rules) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}
