// What it would take: the smallest changes that turn the outcome, each a press away; votes held fast; many votes set at
// once; and how many of all ways to vote adopt the text.
import { castVote, lock, unlock } from '../modules/actions.js';
import { letters } from '../modules/border.js';
import { stripOf } from './strip.js';

/** The most dots that tell a share. */
const mostDots = 100;
const dotsInRow = 20;

/** A ballot's mark. @param {string} way  as in files */
const markOf = (way) => stripOf(/** @type {[number, number, number, number]} */ (['in_favour', 'against', 'abstaining', 'not_participating'].map((each) => Number(each === way))));

/** One of so many, drawn. @param {number} n */
function dotsOf(n) {
  const place = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
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
 * @param {any} page.words  the catalogue's section explore.moves
 * @param {string} page.language
 * @param {import('../modules/analysis.js').Analysis} page.analysis
 * @param {() => string} page.scenario  that sits in the chamber, JSON; its members may tell their regional groups
 */
export function showMoves(root, store, { words, language, analysis, scenario }) {
  const place = /** @type {HTMLElement} */ (root.querySelector('.moves'));
  /** @template {HTMLElement} T @param {string} selector @returns {T} */
  const find = (selector) => /** @type {T} */ (place.querySelector(selector));
  const number = new Intl.NumberFormat(language);
  const list = new Intl.ListFormat(language);
  const [sets, chips] = [find('.sets'), find('.chips')];
  const group = /** @type {HTMLSelectElement} */ (find('select'));
  /** Whose the chips and groups are. */
  let seated = '';
  /** @type {{ code: string, permanent: boolean, group?: string, name: Record<string, string>, short?: Record<string, string> }[]} */
  let members = [];
  /** Who asked last is answered. */
  let turn = 0;
  let seen = false;

  /** @type {Map<string, string>} */
  let names = new Map();
  const nameOf = (/** @type {string} */ code) => names.get(code) ?? code;
  /** @param {string} name */
  const inGroup = (name) => members.filter((each) => name === 'all' || each.group === name || name === (each.permanent ? 'permanent' : 'elected'));

  function seat() {
    const now = scenario();
    if (now === seated) return;
    seated = now;
    members = JSON.parse(now).members;
    names = new Map(members.map(({ code, name, short = name }) => [code, short[language] ?? short.en]));
    const inOrder = [...members].sort((a, b) => Number(b.permanent) - Number(a.permanent) || nameOf(a.code).localeCompare(nameOf(b.code), language));
    chips.replaceChildren(...inOrder.map(({ code }) => Object.assign(document.createElement('button'), { type: 'button', value: code, textContent: nameOf(code) })));
    group.replaceChildren(...Object.entries(words.groups).filter(([name]) => inGroup(name).length > 0).map(([name, label]) => new Option(label, name)));
  }

  /** @param {string} key @param {string[]} codes */
  const move = (key, codes) => words[key].replace('{members}', () => list.format(codes.map(nameOf)));

  /** How many of all ways adopt: the worker counts. */
  async function count() {
    if (!seen) return;
    const mine = turn += 1;
    const { votes, rule, locked } = store.view('state');
    const [ratio, ways, held] = [find('.ratio'), find('.ways'), find('.ways-held')];
    try {
      const { with_abstention: { all, given } } = await analysis.count(scenario(), `v=${votes}${rule && `&rule=${rule}`}${locked.length > 0 ? `&lock=${locked}` : ''}`);
      if (mine !== turn) return;
      const told = locked.length > 0 ? given : all;
      const [adopting, total] = [Number(told.adopting), Number(told.total)];
      const one = Math.round(total / adopting);
      ratio.textContent = adopting === 0 ? words.never : adopting === total ? words.always
        : (words.ratio[new Intl.PluralRules(language).select(one)] ?? words.ratio.other).replace('{n}', number.format(one));
      const said = (/** @type {string} */ sentence, /** @type {typeof all} */ each) =>
        sentence.replace('{adopting}', number.format(Number(each.adopting))).replace('{total}', number.format(Number(each.total)));
      ways.textContent = said(words.ways, all);
      held.textContent = locked.length > 0 ? said(words.held, given) : '';
      find('.dots').replaceChildren(...adopting > 0 && one <= mostDots ? [dotsOf(one)] : []);
    } catch {
      if (mine !== turn) return;
      ratio.textContent = words.share;
      ways.textContent = words.failed;
      held.textContent = '';
      find('.dots').replaceChildren();
    }
  }

  function show() {
    seat();
    const { locked, bound } = store.view('state');
    const { sets: turns } = store.view('changes');
    const focused = sets.contains(document.activeElement);
    sets.replaceChildren(...turns.map((set) => {
      const moves = /** @type {const} */ (['in_favour', 'abstaining', 'against']).filter((way) => set[way].length > 0);
      const button = Object.assign(document.createElement('button'), { type: 'button', value: moves.flatMap((way) => set[way].map((code) => `${code}${letters[way]}`)).join(' ') });
      button.append(...moves.map(markOf), Object.assign(document.createElement('span'), { textContent: list.format(moves.map((way) => move(way, set[way]))) }));
      const row = document.createElement('li');
      row.append(button);
      return row;
    }));
    if (turns.length === 0) sets.append(Object.assign(document.createElement('li'), { textContent: words.none }));
    else if (focused) sets.querySelector('button')?.focus({ preventScroll: true });
    for (const chip of chips.querySelectorAll('button')) {
      chip.ariaPressed = String(locked.includes(chip.value));
      chip.disabled = bound.includes(chip.value);
    }
    count();
  }

  place.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    if (sets.contains(button)) for (const each of button.value.split(' ')) store.act(castVote(each.slice(0, 3), each.slice(3)));
    else if (chips.contains(button)) store.act((button.ariaPressed === 'true' ? unlock : lock)(button.value));
    else for (const { code } of inGroup(group.value)) store.act(castVote(code, button.value));
  });
  find('form').addEventListener('submit', (event) => event.preventDefault());
  store.subscribe(show);
  show();
  place.inert = false;
  // The counting comes with its own module, for whoever gets there.
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    seen = true;
    count();
  }, { rootMargin: '200px' }).observe(place);
}
