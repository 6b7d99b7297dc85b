// How many of all ways to vote adopt the text, and how many of those that the votes held fast leave: in words, and as one
// dot among many.

import { messagesIn } from '../modules/message.js';
import { ratioIn } from '../modules/ratio.js';

/** The most dots that tell a share. */
const mostDots = 200;
/** So that any number has the same room. @param {number} n */
const inRow = (n) => (n > 100 ? 40 : 20);

/** One of so many, drawn. @param {number} n */
function dotsOf(n) {
  const place = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const dotsInRow = inRow(n);
  const rows = Math.ceil(n / dotsInRow);
  place.setAttribute('viewBox', `0 0 ${dotsInRow * 10} ${rows * 10}`);
  for (let i = 0; i < n; i += 1) {
    const dot = document.createElementNS(place.namespaceURI, 'circle');
    for (const [name, value] of Object.entries({ cx: (i % dotsInRow) * 10 + 5, cy: Math.floor(i / dotsInRow) * 10 + 5, r: 3.5 })) dot.setAttribute(name, String(value));
    place.append(dot);
  }
  return place;
}

/**
 * @param {HTMLElement} root  with `.moves`
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {any} page.words  the catalogue's section explore.share
 * @param {string} page.language
 * @param {import('../modules/analysis.js').Analysis} page.analysis
 * @param {() => string} page.scenario  that sits in the chamber, JSON
 */
export function showShare(root, store, { words, language, analysis, scenario }) {
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLElement} */ (root.querySelector(`.moves ${selector}`));
  const filled = messagesIn(language);
  const [ratio, dots, ways, held] = ['.ratio', '.dots', '.ways', '.ways-held'].map(find);
  /** Who asked last is answered. */
  let turn = 0;

  async function count() {
    const mine = turn += 1;
    const { votes, rule, locked } = store.view('state');
    try {
      const { with_abstention: { all, given } } = await analysis.count(scenario(), `v=${votes}${rule && `&rule=${rule}`}${locked.length > 0 ? `&lock=${locked}` : ''}`);
      if (mine !== turn) return;
      const { one, told: part } = ratioIn(words, filled, locked.length > 0 ? given : all);
      ratio.textContent = part;
      const said = (/** @type {string} */ sentence, /** @type {typeof all} */ each) =>
        filled(sentence, { adopting: Number(each.adopting), total: Number(each.total) });
      ways.textContent = said(words.ways, all);
      held.textContent = locked.length > 0 ? said(words.held, given) : '';
      dots.replaceChildren(...one > 1 && one <= mostDots ? [dotsOf(one)] : []);
    } catch {
      if (mine !== turn) return;
      ratio.textContent = words.heading;
      ways.textContent = words.failed;
      held.textContent = '';
      dots.replaceChildren();
    }
  }
  store.subscribe(count);
  count();
}
