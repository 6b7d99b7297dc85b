// Finding a vote: the reader's words, the filters with what each would leave, and the list of what fits. Landmarks open in
// the chamber; of other vetoed texts the index tells what is known.
import { enlarged, membersOn } from '../modules/councils.js';
import { dayIn } from '../modules/day.js';
import { keeps, left, plainly, read, wordsOf, written } from '../modules/find.js';
import { linkIn } from '../modules/link.js';
import { messagesIn } from '../modules/message.js';
import { stripOf, tellTally } from './strip.js';

/**
 * @typedef {import('../modules/find.js').Entry & {
 *   element: HTMLElement, id?: string, symbol: string, matter?: string, unlisted?: boolean
 * }} Listed
 */

/** How many a list shows at first, and how many more a press adds: beside the vote, or above it. */
const rows = { wide: 9, narrow: 3, more: 20 };
const seatsOn = (/** @type {string} */ date) => (date < enlarged ? 11 : 15);
/** In favour, against, abstaining; who is missing took no part. @param {string} tally @param {string} date @returns {[number, number, number, number]} */
function tallyOf(tally, date) {
  const [yes, no, abstaining] = tally.split('–').map(Number);
  return [yes, no, abstaining, seatsOn(date) - yes - no - abstaining];
}

/** @param {string} name @param {string} className @param {...(string | Node)} children */
export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * @param {HTMLElement} root  with `.finding`, `.votes`, `.texts`, and `.same` at the open vote
 * @param {object} page
 * @param {string} page.language
 * @param {any} page.told  the catalogue's section explore.told
 * @param {any} page.counts  its section chamber
 * @param {() => Promise<import('../modules/councils.js').Councils>} page.councils
 * @param {() => Promise<{ idle: string }>} page.askedWords  words that say nothing of any vote
 * @param {(link: string) => void} page.changed  told of what was looked for, as a part of a link
 * @param {() => string} page.besides  what else a link to another vote tells
 * @param {import('./announcer.js').Announcer} page.announcer
 */
export function findVotes(root, { language, told, counts, councils, askedWords, changed, besides, announcer }) {
  /** @template {HTMLElement} T @param {string} place @returns {T} */
  const find = (place) => /** @type {T} */ (root.querySelector(place));
  const form = /** @type {HTMLFormElement} */ (find('.finding'));
  const query = /** @type {HTMLInputElement} */ (find('.finding [name=q]'));
  const list = find('.votes');
  const more = /** @type {HTMLButtonElement} */ (find('.rest button'));
  const none = find('.none');
  const wide = matchMedia('(min-width: 72rem)');
  const filled = messagesIn(language);
  const groups = /** @type {const} */ (['outcome', 'by', 'years']);
  const choicesOf = (/** @type {string} */ group) => /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(`[name=${group}]`)]);
  let limit = 0;
  /** What is found. @type {Listed[]} */
  let fit = [];
  let current = '';
  let learned = false;
  /** The choice for a year. @type {HTMLElement | undefined} */
  let pressed;
  let watcher = () => {};
  /** Whoever lists what else there is. @type {((search: import('../modules/find.js').Search, current: string) => void) | undefined} */
  let also;

  /** The strip of a tally, which its figures tell in words. @param {HTMLElement} printed @param {ReturnType<typeof tallyOf>} tally */
  function stripTold(printed, tally) {
    tellTally(printed, tally, language, (way, n) => filled(counts[way], { n }));
    return stripOf(tally);
  }

  /** The landmark that a row leads to the page of, if it does; the row keeps it. @param {HTMLElement} row */
  const named = (row) => row.dataset.id = /vote-([\w-]+)/.exec(row.querySelector('a')?.href ?? '')?.[1] ?? '';

  const landmarks = /** @type {HTMLElement[]} */ ([...list.children]).map((row) => {
    const { is = '', by = '', symbol = '' } = row.dataset;
    const id = named(row);
    const date = /** @type {HTMLTimeElement} */ (row.querySelector('time')).dateTime;
    const link = /** @type {HTMLAnchorElement} */ (row.querySelector('a'));
    link.href = `#s=${id}`;
    const printed = /** @type {HTMLElement} */ (row.querySelector('.tally'));
    if (printed.textContent) link.append(stripTold(printed, tallyOf(printed.textContent, date)));
    return /** @type {Listed} */ ({ element: row, id, date, is, by: by.split(' ').filter(Boolean), symbol,
      text: plainly(`${row.textContent} ${symbol} ${date} ${by} ${id.replaceAll('-', ' ')}`) });
  });
  const texts = /** @type {HTMLTableRowElement[]} */ ([...root.querySelectorAll('.texts tbody tr')]).map((row) => {
    const [date, matter, members, , symbol] = [...row.cells].map((each) => each.textContent ?? '');
    return /** @type {Listed} */ ({ element: row, date, is: 'veto', by: (row.dataset.by ?? '').split(' '), symbol, matter, unlisted: named(row) !== '',
      text: plainly(`${date} ${matter} ${members} ${symbol} ${told.tags.veto} ${row.dataset.by}`) });
  });
  // A landmark's matter is what the index says of it.
  for (const text of texts.filter(({ unlisted }) => unlisted)) {
    const landmark = landmarks.find(({ id }) => id === text.element.dataset.id);
    if (landmark) Object.assign(landmark, { matter: text.matter, text: `${landmark.text} ${text.text}` });
  }
  /** @type {Listed[]} */
  const entries = [...landmarks, ...texts.filter(({ unlisted }) => !unlisted)].sort((a, b) => b.date.localeCompare(a.date));
  /** Rows of the list for what only the table has. @type {Map<Listed, HTMLElement>} */
  const made = new Map();

  /** To whatever is on a matter; the open vote stays. @param {string} matter */
  function alike(matter) {
    const link = /** @type {HTMLAnchorElement} */ (element('a', '', filled(told.same, { matter })));
    link.href = `#q=${encodeURIComponent(matter)}`;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      query.value = matter;
      for (const group of groups) choose(group);
      seek();
      query.focus();
    });
    return link;
  }

  /** @param {Listed} entry */
  function rowOf(entry) {
    if (entry.id) return entry.element;
    const known = made.get(entry);
    if (known) return known;
    const { date, matter = '', symbol, element: source } = entry;
    const [, , members, tally, text] = /** @type {HTMLTableRowElement} */ (source).cells;
    const counted = /\d/.test(tally.textContent ?? '');
    const tallied = element('span', counted ? 'tally' : 'tally unknown', tally.textContent ?? '');
    const time = /** @type {HTMLTimeElement} */ (element('time', '', dayIn(date, language)));
    time.dateTime = date;
    const button = element('button', 'row', time, ' ', element('span', 'tag', filled(told.tags.veto, { members: members.textContent ?? '' })), ' ',
      element('b', '', ...matter ? [element('span', 'symbol', symbol), ' ', matter] : [symbol]), ' ', tallied);
    button.setAttribute('type', 'button');
    // Of votes that nobody knows, the cells are as of those who took no part.
    button.append(counted ? stripTold(tallied, tallyOf(tally.textContent ?? '', date)) : stripOf([0, 0, 0, seatsOn(date)]));
    button.ariaExpanded = 'false';
    const about = element('div', 'about', element('p', '', told.only));
    about.hidden = true;
    about.append(Object.assign(element('a', '', filled(told.read, { symbol })), { href: /** @type {HTMLAnchorElement} */ (text.firstElementChild).href }));
    if (matter) about.append(alike(matter));
    const row = element('li', '', button, about);
    row.dataset.is = 'veto';
    button.addEventListener('click', () => {
      about.hidden = !about.hidden;
      button.ariaExpanded = String(!about.hidden);
    });
    made.set(entry, row);
    return row;
  }

  /** @returns {import('../modules/find.js').Search} */
  const search = () => ({
    words: wordsOf(query.value, idle),
    filters: Object.fromEntries(groups.map((group) => [group, choicesOf(group).find(({ checked }) => checked)?.value || undefined])),
  });
  /**
   * Keeps one choice of a group. A year that was pressed in a plot, or stands in the link, is a choice from then on.
   * @param {typeof groups[number]} group @param {string} [value]  all without one
   */
  function choose(group, value = '') {
    const inputs = choicesOf(group);
    let input = inputs.find((each) => each.value === value);
    if (!input) {
      const label = /** @type {HTMLElement} */ (inputs[0].parentElement?.cloneNode(true));
      [input] = label.getElementsByTagName('input');
      input.value = value;
      /** @type {HTMLElement} */ (label.querySelector('span')).textContent = value;
      pressed?.remove();
      inputs[0].closest('div')?.append(pressed = label);
    }
    input.checked = true;
  }
  /** What is looked for, as a part of a link. */
  const link = () => [['q', encodeURIComponent(query.value.trim())], ['f', written(search().filters)]].filter(([, value]) => value).map(([key, value]) => `&${key}=${value}`).join('');

  function show() {
    const asked = search();
    fit = entries.filter((entry) => keeps(entry, asked));
    // What nothing is about may be a member that sat there.
    if (fit.length === 0 && asked.words.length > 0) {
      asked.sat = true;
      fit = entries.filter((entry) => keeps(entry, asked));
    }
    // With nothing asked, what can be opened comes first.
    if (!link()) fit.sort((a, b) => Number(Boolean(b.id)) - Number(Boolean(a.id)) || b.date.localeCompare(a.date));
    const shown = fit.slice(0, limit || (wide.matches ? rows.wide : rows.narrow));
    list.classList.add('listed');
    list.replaceChildren(...shown.map(rowOf));
    for (const { id, element: row } of landmarks) {
      const anchor = /** @type {HTMLAnchorElement} */ (row.querySelector('a'));
      anchor.ariaCurrent = id === current ? 'true' : null;
      anchor.href = `#s=${id}${link()}${besides()}`;
    }
    const rest = fit.slice(shown.length);
    more.hidden = rest.length === 0;
    if (rest.length > 0) more.textContent = filled(told.more, { n: rest.length, year: rest.reduce((first, { date }) => (date < first ? date : first), '9999').slice(0, 4) });
    none.hidden = fit.length > 0 && !asked.sat;
    none.textContent = filled(fit.length > 0 ? told.sat : query.value.trim() ? told.none : told.none_filtered, { found: query.value.trim() });
    find('.found').textContent = filled(told.found, { n: fit.length });
    for (const group of groups) {
      const inputs = choicesOf(group);
      const counts = left(entries, asked, group, inputs.map(({ value }) => value));
      inputs.forEach((input, i) => { /** @type {HTMLElement} */ (input.parentElement?.querySelector('b')).textContent = String(counts[i]); });
    }
    also?.(asked, current);
    return fit.length;
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;
  function seek() {
    limit = 0;
    const fit = show();
    // Of what is typed, the end is said.
    clearTimeout(saying);
    saying = setTimeout(() => announcer.say(filled(told.found, { n: fit })), 500);
    changed(link());
    watcher();
  }
  /** Words that say nothing of any vote. @type {string[]} */
  let idle = [];
  /** Who sat when, full names and days in words are known once somebody looks for them. */
  async function learn() {
    if (learned) return;
    learned = true;
    const [known, asked] = await Promise.all([councils(), askedWords()]);
    idle = wordsOf(asked.idle);
    const several = plainly(/** @type {HTMLElement} */ (form.querySelector('[value=several] + span')).innerText);
    for (const entry of entries) {
      const named = (/** @type {(member: { code: string, permanent: boolean }) => boolean} */ which) =>
        plainly(membersOn(known, entry.date).filter(which).map(({ name }) => name[language] ?? name.en).join(' '));
      entry.sat = named(({ permanent }) => !permanent);
      entry.text += ` ${named(({ code }) => entry.by.includes(code))} ${plainly(dayIn(entry.date, language))} ${entry.by.length > 1 ? several : ''}`;
    }
    show();
  }
  const ask = () => { learn().catch(() => {}); };
  query.addEventListener('focus', ask, { once: true });
  query.addEventListener('input', seek);
  form.addEventListener('change', ({ target }) => {
    if (target === query) return;
    seek();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  more.addEventListener('click', () => {
    const before = list.children.length;
    limit = before + rows.more;
    show();
    /** @type {HTMLElement | null} */ (list.children[before]?.querySelector('a, button'))?.focus();
  });
  wide.addEventListener('change', show);
  form.inert = false;

  return {
    link: () => link() + besides(),
    /** Vetoed texts that are found, as rows of the table. */
    texts: () => /** @type {HTMLTableRowElement[]} */ (texts.filter((text) => fit.some((each) => each === text || (each.id && each.id === text.element.dataset.id))).map(({ element: row }) => row)),
    /** Has somebody told whenever something else is looked for. @param {() => void} told */
    watch(told) { watcher = told; },
    /** What the filters keep, for a plot: whose vetoes, and of which years. */
    kept() {
      const { by = '', years = '' } = search().filters;
      return [by === 'several' ? '' : by, { before: '1946-1965', since: '1966-2099' }[years] ?? years].filter(Boolean).join(' ');
    },
    /** Keeps a member's vetoes of a year, or all. @param {{ member: string, year?: number }} look */
    choose(look) {
      choose('outcome');
      choose('by', look.member);
      choose('years', String(look.year ?? ''));
      seek();
    },
    /** What can be opened, the newest first. */
    landmarks: landmarks.map(({ element: row, id = '' }) => ({ id, text: told.listed
      .replace('{day}', row.querySelector('time')?.textContent ?? '').replace('{subject}', () => row.querySelector('b')?.textContent ?? '') })),
    /** Looks for what the address tells. */
    follow() {
      const asked = linkIn(location);
      query.value = asked.get('q') ?? '';
      const chosen = read(asked.get('f') ?? '', /** @type {any} */ (Object.fromEntries(groups.map((group) => [group, choicesOf(group).map(({ value }) => value)]))));
      for (const group of groups) choose(group, chosen[group]);
      if (query.value) ask();
      limit = 0;
      show();
    },
    /** Marks the vote that is open. @param {string} id */
    mark(id) {
      current = id;
      const { matter } = landmarks.find((each) => each.id === id) ?? {};
      find('.same').replaceChildren(...matter ? [alike(matter)] : []);
      show();
    },
    /**
     * Has another part list what it knows.
     * @param {typeof also} listener  told what is looked for and which vote is open, now and with every change
     */
    attend(listener) {
      also = listener;
      show();
    },
  };
}
