// What a reader of the page to explore takes away, of the state as it is now: the vote as a scenario, the picture, tables,
// code for an article. Nothing is sent anywhere but by the one button that says so; what is nobody's record says that, too.
import { letters } from '../modules/border.js';
import { rowsOf } from '../modules/compare.js';
import { ruleIn } from '../modules/councils.js';
import { csv, rollAsCsv } from '../modules/csv.js';
import { openInDatawrapper, png, save, standalone } from '../modules/files.js';
import { tagOf } from '../modules/language.js';
import { linkTo, orderIn } from '../modules/resolution.js';
import { changedScenario, namedInBoth } from '../modules/scenario.js';
import { fetched } from './fetched.js';
import { element } from './finding.js';

/** Of pictures for wide pages, in units. */
const width = 800;
/** Members of the Council that proposals add seats to, who are told first. */
const sitting = 15;
/** Milliseconds for which a table of power is waited for. */
const patience = 10000;

/** What is offered: a group, and the values of its buttons. */
const groups = {
  vote: ['scenario', 'roll', 'datawrapper'],
  picture: ['svg', 'png', 'copy'],
  tables: ['rules', 'power', 'years', 'texts', 'compared'],
};

/**
 * A record's votes as they are now, as those of its year's Council, which may sit in another order.
 * @param {import('../modules/councils.js').Councils} councils @param {any} file @param {string} votes
 */
function yearsCouncil(councils, file, votes) {
  const link = linkTo(councils, file);
  link?.set('v', orderIn(councils, file).map((seat) => votes[seat]).join(''));
  return link;
}

/**
 * @param {HTMLElement} root  with `.take-away`, its heading and a place; the chamber, the tables
 * @param {{ announcer: import('./announcer.js').Announcer, store: import('./store.js').Store, language: string, told: any, vote: any }} page
 *     with the catalogue's sections explore.take, with `columns`, the address of members' `names` in the main language, unless
 *     it is the page's, and what votes are marked as that are `given` by a link,
 *     a reader's `own`, or of a `proposed` Council; and vote
 * @param {object} desk
 * @param {() => { scenario: string, base?: string, mark?: string, untold?: string }} desk.seat  the vote that is open
 * @param {() => Promise<import('../modules/councils.js').Councils>} desk.councils
 * @param {() => HTMLTableRowElement[]} desk.texts  vetoed texts that are found, as rows
 * @param {ReturnType<typeof import('./plots.js').showPlots>['drawInto']} desk.drawInto
 * @param {() => Promise<void> | undefined} desk.figures  has power come
 * @param {() => Promise<void> | undefined} desk.reforms  has come what proposals make of the votes
 * @param {() => import('./comparing.js').Decided[]} desk.compared
 */
export function takeAway(root, { announcer, store, language, told, vote: wayWords }, { seat, councils, texts, drawInto, figures, reforms, compared }) {
  const { columns } = told;
  const place = /** @type {HTMLElement} */ (root.querySelector('.take-away'));
  /** @template {HTMLElement} T @param {string} where @returns {T} */
  const find = (where) => /** @type {T} */ (root.querySelector(where));
  const textIn = (/** @type {Record<string, string>} */ texts) => texts[language] ?? texts.en;
  const said = element('p', 'ended-said');
  const wayOf = Object.fromEntries(Object.entries(letters).map(([way, letter]) => [letter, way]));

  /** @param {string} value @param {string} label */
  function button(value, label) {
    const made = /** @type {HTMLButtonElement} */ (element('button', '', label));
    made.type = 'button';
    made.value = value;
    return made;
  }

  /** Says it in sight and aloud. @param {string} text @param {...(string | Node)} more */
  function say(text, ...more) {
    said.replaceChildren(text, ...more);
    announcer.say(text);
  }

  /** What is open, and what is to be said of it wherever it goes. */
  function now() {
    const { scenario, base, mark = '', untold } = seat();
    const { votes, rule, recorded } = store.view('state');
    const own = mark === told.own;
    // Votes of a link are given by it, however often it changes; those of a proposed Council were never cast.
    const changed = !recorded && (!mark || own);
    const link = new URLSearchParams(store.view('link'));
    const file = JSON.parse(scenario);
    return {
      file, votes, rule: rule || file.rule, link, untold, changed,
      /** Whether it has to say in its title that it is no record. */
      marked: changed || (mark !== '' && !own),
      proposed: base !== undefined,
      /** Whether its members, or most of them, sat in a vote of the page's. */
      landmark: !mark || mark === told.proposed,
      mark: [changed && find('.chamber').dataset.changed, mark].filter(Boolean).join(' · '),
      taken: store.view('outcome').reason !== 'without_vote',
      day: mark === told.given && !link.has('d') ? '' : file.date,
      title: find('#vote-heading').textContent ?? '',
    };
  }

  /** The open vote's file with its sources, which the page has not for its own. @param {ReturnType<typeof now>} vote */
  async function whole({ file, landmark, proposed }) {
    if (!landmark) return { sources: [{ title: told.own_file, publisher: told.reader, date: file.date, url: '' }], ...file };
    const response = await fetch(`scenarios/${file.id}.json`);
    if (!response.ok) throw new Error(response.statusText);
    const record = await response.json();
    return proposed ? { ...file, sources: record.sources } : record;
  }

  /** @returns {Promise<[text: string, name: string]>} */
  async function scenario() {
    const vote = now();
    const { changed, marked, proposed, mark, votes, rule, taken } = vote;
    const { names } = told;
    const file = names ? namedInBoth(await whole(vote), language, await councils(), await fetched(names)) : await whole(vote);
    const made = marked ? changedScenario(file, { votes: taken ? votes : '', rule, language, renamed: changed || proposed,
      subjectOf: (subject) => told.marked.replace('{mark}', () => mark).replace('{subject}', () => subject) }) : file;
    return [`${JSON.stringify(made, null, 2)}\n`, `${made.id}.json`];
  }

  /** Where votes are from, or that they are nobody's record. @param {ReturnType<typeof now>} vote */
  async function fromOf(vote) {
    const { sources: [{ title, publisher, date }] } = await whole(vote);
    return vote.mark ? vote.mark + (vote.landmark ? ` · ${title}` : '') : [title, publisher, date].join(', ');
  }

  async function roll() {
    const vote = now();
    const { file, votes, title, day, taken } = vote;
    const members = file.members.map((/** @type {any} */ { code, name, short, permanent }, /** @type {number} */ i) =>
      ({ code, name: textIn(short ?? name), permanent, vote: taken ? wayWords[wayOf[votes[i]]] : '' }));
    return { id: file.id, title, text: rollAsCsv({ members, title, day, from: await fromOf(vote) }, columns) };
  }

  /** @param {Element} cell */
  const textOf = (cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim();

  /** Waits for what the page has been asked for. @template T @param {() => T | false | null} there @returns {Promise<T>} */
  async function come(there) {
    for (const end = Date.now() + patience; Date.now() < end;) {
      const found = there();
      if (found) return found;
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    throw new Error('it does not come');
  }

  async function ruleRows() {
    const vote = now();
    const from = await fromOf(vote);
    // What a proposal makes of the votes comes when it is asked for.
    await reforms();
    const rows = await come(() => {
      const shown = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-rule]:not([hidden])')]);
      return shown.every(({ dataset }) => dataset.outcome) && shown;
    });
    return [[columns.rule, columns.outcome, columns.needed, columns.title, columns.day, columns.source],
      ...rows.map((row) => [...['label span', '.told', '.needed'].map((each) => textOf(/** @type {Element} */ (row.querySelector(each)))), vote.title, vote.day, from])];
  }

  // With the slash of fractions: 1/2 would be a day to a spreadsheet.
  async function powerRows() {
    await figures();
    const [above, head, ...rows] = (await come(() => /** @type {HTMLTableElement | null} */ (root.querySelector('.powers table')))).rows;
    const rules = [...above.cells].slice(1).flatMap((cell) => Array(cell.colSpan).fill(textOf(cell)));
    const [measure, ...kinds] = [...head.cells].map(textOf);
    return [[measure, ...kinds.map((kind, i) => told.head.replace('{rule}', () => rules[i]).replace('{kind}', () => kind)), columns.source],
      ...rows.map(({ cells: [name, ...figure] }) => [(name.firstChild?.textContent ?? '').trim(), ...figure.map((cell) => textOf(cell).replace('/', '\u2044')), told.computed])];
  }

  function textRows() {
    const from = textOf(find('.index > .hint:last-child'));
    return [[columns.date, columns.matter, columns.by, columns.tally, columns.text, columns.source],
      ...texts().map(({ cells }) => [...[...cells].map(textOf), from])];
  }

  function yearRows() {
    const from = textOf(find('.index > .hint:last-child'));
    return /** @type {HTMLTableRowElement[]} */ ([...root.querySelectorAll('.years tr')])
      .map(({ cells }, i) => [...[...cells].map((cell) => textOf(cell) || '0'), i === 0 ? columns.source : from]);
  }

  function comparedRows() {
    const sides = compared();
    const address = new URL(`#${store.view('link')}`, document.baseURI).href;
    const from = [...sides.map(({ mark }) => mark).filter(Boolean), address].join(' · ');
    const [head, ...rows] = rowsOf(sides.map((side) => ({ ...side, title: [side.day, side.symbol, side.subject, side.mark].filter(Boolean).join(' · ') })), language,
      { ...columns, ways: Object.fromEntries(Object.entries(letters).map(([way, letter]) => [letter, wayWords[way]])) });
    // Below the members, each vote's own: how it was decided, and where its votes are from.
    const about = (/** @type {string} */ name, /** @type {(side: import('./comparing.js').Decided) => string} */ of) => ['', name, '', ...sides.map(of), from];
    return [[...head, columns.source], ...rows.map((row) => [...row, from]),
      about(columns.rule, ({ by }) => by), about(columns.outcome, ({ told: outcome }) => outcome?.status ?? ''), about(columns.source, ({ sources }) => sources)];
  }

  function picture() {
    const { mark, file } = now();
    const wide = /** @type {SVGSVGElement} */ (root.querySelector('.chamber svg.wide'));
    const paper = /** @type {SVGSVGElement} */ (wide.cloneNode());
    paper.setAttribute('viewBox', `0 0 ${width} 1`);
    const { which, told: plot } = drawInto(paper, mark);
    const label = plot || [mark, store.view('outcome').status].filter(Boolean).join('. ');
    return { name: which === 'chamber' ? file.id : which, svg: standalone(paper, label) };
  }

  /** @param {BlobPart} content @param {string} type @param {string} name */
  function give(content, type, name) {
    save(new Blob([content], { type }), name);
    say(told.saved.replace('{name}', () => name));
  }
  /** @param {string[][]} rows @param {string} name */
  const giveTable = (rows, name) => give(csv(rows), 'text/csv', `${name}.csv`);

  /** @type {Record<string, () => unknown>} */
  const does = {
    scenario: async () => {
      const [text, name] = await scenario();
      give(text, 'application/json', name);
    },
    roll: async () => {
      const { id, text } = await roll();
      give(text, 'text/csv', `${id}.csv`);
    },
    async datawrapper() {
      const { title, text } = await roll();
      openInDatawrapper(title, text);
      say(told.opened);
    },
    svg() {
      const { name, svg } = picture();
      give(svg, 'image/svg+xml', `${name}.svg`);
    },
    async png() {
      const { name, svg } = picture();
      give(await png(svg), 'image/png', `${name}.png`);
    },
    async copy() {
      const { svg } = picture();
      try {
        // Written in the press itself: what is promised may come later.
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': png(svg) })]);
        say(told.copied);
      } catch {
        say(told.not_copied, ' ', button('png', told.png));
      }
    },
    rules: async () => giveTable(await ruleRows(), `${now().file.id}-rules`),
    power: async () => giveTable(await powerRows(), 'power'),
    years: () => giveTable(yearRows(), 'vetoes-by-year'),
    texts: () => (texts().length > 0 ? giveTable(textRows(), 'vetoed-texts') : say(told.no_texts)),
    compared: () => giveTable(comparedRows(), 'side-by-side'),
    keys: () => keys.showModal(),
  };

  const paste = /** @type {HTMLAnchorElement} */ (element('a', 'paste', told.paste));
  // All in one place, so that nothing moves: one is seen.
  const pastes = element('span', 'hint', ...Object.entries(told.pastes).map(([which, text]) => {
    const made = element('span', '', /** @type {string} */ (text));
    made.dataset.which = which;
    return made;
  }));
  let turn = 0;
  /** Where the votes can be put in an article, and with which of them. */
  async function aim() {
    const mine = turn += 1;
    const { file, proposed, votes, rule, landmark, link, untold, taken } = now();
    let council = link.has('c') && untold === undefined ? link : undefined;
    const recast = taken && file.members.some((/** @type {{ code: string }} */ { code }, /** @type {number} */ i) => letters[file.votes?.[code] ?? ''] !== votes[i]);
    if (proposed) council?.set('v', votes.slice(0, sitting));
    if (landmark && recast && !proposed) {
      council = yearsCouncil(await councils(), file, votes);
    }
    if (mine !== turn) return;
    const year = council?.get('c');
    // What the link there can tell is told, the rule among it.
    const exact = !proposed && (council || (landmark && !recast));
    const ruled = exact && typeof rule === 'string' && rule !== (council ? ruleIn(year ?? '') : file.rule) ? rule : '';
    const fragment = council ? new URLSearchParams(['c', 'v', 't', 'd'].flatMap((key) => (council.get(key) ? [[key, council.get(key) ?? '']] : []))) : `s=${file.id}`;
    const which = council && proposed ? 'sat' : !council && !landmark ? 'own' : ruled ? 'ruled' : exact ? 'now' : 'record';
    if (which === 'own') paste.removeAttribute('href');
    else paste.href = `editors${tagOf(language)}.html#${String(fragment).replaceAll('+', '%20')}${ruled && `&rule=${ruled}`}`;
    for (const each of /** @type {Iterable<HTMLElement>} */ (pastes.children)) each.classList.toggle('seen', each.dataset.which === which);
  }

  const row = (/** @type {string} */ name, /** @type {Node[]} */ ...more) => element('div', 'row', element('h3', '', told[name]), ...more);
  const side = button('compared', told.compared);
  const buttons = (/** @type {string[]} */ values) => element('p', 'ways-out', ...values.map((value) => (value === 'compared' ? side : button(value, told[value]))));
  const close = button('', told.keys.close);
  const keys = /** @type {HTMLDialogElement} */ (element('dialog', '', element('h3', '', told.keys.open),
    element('dl', '', ...Object.entries(told.keys.list).flatMap(([key, does]) => [element('dt', '', element('kbd', '', key)), element('dd', '', does)])), close));
  keys.setAttribute('aria-label', told.keys.open);
  place.lastElementChild?.replaceChildren(
    ...Object.entries(groups).map(([name, values]) => row(name, buttons(values), ...name === 'vote' ? [element('p', 'hint', told.sends)] : [])),
    row('article', element('p', 'ways-out', paste, ' ', pastes)),
    element('div', 'ended', button('keys', told.keys.open), said), keys);

  place.addEventListener('click', async ({ target }) => {
    const pressed = target instanceof Element ? target.closest('button') : undefined;
    const what = pressed?.value;
    if (!what) return;
    // What is said goes, and its button with it.
    if (said.contains(pressed)) /** @type {HTMLElement} */ (place.querySelector(`.row [value=${what}]`)).focus();
    said.replaceChildren();
    try {
      await does[what]();
    } catch {
      say(told.failed);
    }
  });
  close.addEventListener('click', () => keys.close());
  // Only here and in the vote's own section, and not while somebody writes.
  const here = [place, find('.opening')];
  root.addEventListener('keydown', ({ key, target }) => {
    if (key !== '?' || !(target instanceof Element) || !here.some((each) => each.contains(target))) return;
    if (!target.closest('select, textarea, input:not([type=radio], [type=checkbox])') && !keys.open) keys.showModal();
  });

  function follow() {
    said.replaceChildren();
    aim().catch(() => {});
  }
  /** A comparison may come and go without another vote. */
  const watch = new MutationObserver(() => { side.disabled = compared().length < 2; });
  watch.observe(find('.compare .sides'), { childList: true });
  side.disabled = compared().length < 2;
  store.subscribe(follow);
  follow();
}
