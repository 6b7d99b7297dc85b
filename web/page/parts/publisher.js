// What whoever publishes the frame may add to it: a colour for links and rules, a family of typefaces for the page's words,
// a source and a correction, in a line each. All of it is text, marked as the publisher's; votes, stamp and our own words
// stay as they are.
//
//   accent=%23005689   any colour that CSS knows, used on a ground where it has a contrast of 4.5:1 (WCAG 2.2, 1.4.3)
//   font=serif         serif, sans or system
//   source=…           at most 120 characters, as have corrections
//   correction=…       with corrected=2026-04-08, its day
import { plain } from '../modules/councils.js';
import { dayIn, isDay } from '../modules/day.js';
import { fetched } from './fetched.js';

const longest = 120;
const leastContrast = 4.5;
/** @type {Record<string, string>} */
const families = { serif: 'Georgia, "Times New Roman", serif', sans: '"Helvetica Neue", Arial, sans-serif', system: 'system-ui, sans-serif' };

/** Relative luminance, as WCAG defines it. @param {number[]} colour  red, green, blue, 0 to 255 */
const luminance = (colour) => colour.map((each) => each / 255)
  .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4))
  .reduce((sum, each, i) => sum + each * [0.2126, 0.7152, 0.0722][i], 0);

/** Red, green and blue of a colour without transparency; nothing otherwise. @param {string} computed */
const bytesOf = (computed) => /^rgb\((\d+), (\d+), (\d+)\)$/.exec(computed)?.slice(1).map(Number);

/**
 * Colours links and rules, on a ground where the colour can be told from it.
 * @param {HTMLElement} root
 * @param {string} accent
 * @param {(message: string) => void} refuse
 */
function colour(root, accent, refuse) {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.color = accent;
  root.append(probe);
  const [sheet] = document.styleSheets;
  const add = (/** @type {string} */ rule) => sheet.cssRules[sheet.insertRule(rule, sheet.cssRules.length)];
  const { style } = /** @type {CSSStyleRule} */ (add(':root {}'));
  add('main { border-block-start-color: var(--accent); }');
  add(':root :is(footer a, button[type=reset]) { color: var(--accent); }');
  add('.show.show { background: var(--accent); }');
  function use() {
    const wanted = probe.style.color ? bytesOf(getComputedStyle(probe).color) : undefined;
    const ground = bytesOf(getComputedStyle(root).backgroundColor);
    let fault = wanted ? '' : 'expected a colour without transparency';
    if (wanted && ground) {
      const [high, low] = [wanted, ground].map(luminance).sort((a, b) => b - a);
      const contrast = (high + 0.05) / (low + 0.05);
      if (contrast < leastContrast) fault = `${contrast.toFixed(2)}:1 on this ground, expected ${leastContrast}:1`;
    }
    style.setProperty('--accent', fault ? 'var(--ink)' : accent);
    if (fault) refuse(`accent: found ${accent}, ${fault}`);
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', use);
  use();
}

/**
 * What is not taken is told the host, with the reason.
 * @param {HTMLElement} root  with a `footer`
 * @param {URLSearchParams} link
 */
export async function showPublisher(root, link) {
  const { href } = /** @type {HTMLLinkElement} */ (document.querySelector('[data-asset=picture-words], [data-asset=asked-words]'));
  const refuse = (/** @type {string} */ message) => { if (self !== parent) parent.postMessage({ veto: 1, type: 'error', message }, '*'); };
  const [accent, font, source, correction, corrected] = ['accent', 'font', 'source', 'correction', 'corrected'].map((key) => link.get(key) ?? '');
  if (font in families) document.documentElement.style.fontFamily = families[font];
  else if (font) refuse(`font: found ${font}, expected ${Object.keys(families).join(', ')}`);
  if (accent) colour(root, accent, refuse);

  const { language, publisher } = await fetched(href);
  /** @param {string} text */
  const line = (text) => Object.assign(document.createElement('p'), { className: 'note', textContent: text });
  /** @param {string} key @param {string} text */
  const taken = (key, text) => {
    const short = [...plain(text)].length <= longest;
    if (!short) refuse(`${key}: found ${[...plain(text)].length} characters, expected at most ${longest}`);
    return short ? plain(text) : '';
  };
  const [from, mended] = [taken('source', source), taken('correction', correction)];
  const day = isDay(corrected) ? dayIn(corrected, language) : '';
  if (corrected && !day) refuse(`corrected: found ${corrected}, expected a day such as 2026-12-31`);
  const lines = [
    ...from ? [publisher.source.replace('{text}', () => from)] : [],
    ...mended ? [publisher[day ? 'corrected' : 'correction'].replace('{date}', day).replace('{text}', () => mended)] : [],
  ];
  if (lines.length === 0) return;
  const box = document.createElement('aside');
  box.append(line(publisher.heading), ...lines.map(line));
  root.querySelector('footer')?.before(box);
}
