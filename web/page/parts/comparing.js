// Any votes side by side: two with the members on a line between them, more as a table. Each is decided by a council of its
// own, purely: what stands in the chamber stays.
import { letters } from '../modules/border.js';
import { aligned, most, nameOf } from '../modules/compare.js';
import { openCouncil } from '../modules/council.js';
import { dayIn } from '../modules/day.js';
import { shape, stripOf } from './strip.js';
import { write } from './verdict.js';

/**
 * What the page has for it.
 * @typedef {object} Desk
 * @property {() => { key: string, scenario: string, mark?: string, when: string }} seat  the vote that is open
 * @property {import('./aside.js').Aside} aside
 * @property {{ id: string, text: string }[]} landmarks
 * @property {() => string} link  what a link to another vote tells besides it
 * @property {string} council  the module's address
 */

/**
 * A vote as it stands there.
 * @typedef {object} Side
 * @property {string} id
 * @property {string} date
 * @property {string} day  in words, or the year where no day is known
 * @property {string} symbol
 * @property {string} subject
 * @property {string} mark  what is said of votes that are no record's
 * @property {import('../modules/compare.js').Member[]} members
 * @property {string} votes
 * @property {string} rule  its own, by id
 * @property {import('../modules/council.js').Council['outcomeOf']} outcomeOf
 */

/** @typedef {Side & { told?: import('../modules/council.js').OutcomeTold, by: string }} Decided */

const wayOf = Object.fromEntries(Object.entries(letters).map(([way, letter]) => [letter, way]));

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(string | Node)} children
 */
function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/**
 * A vote's mark: the shape tells it, the colour repeats it. Permanent members have a ring, one whose vote blocks a dashed one.
 * @param {string} way @param {boolean} [ring] @param {boolean} [blocks]
 */
function markOf(way, ring = false, blocks = false) {
  const size = ring ? 44 : 24;
  const svg = shape('svg', { class: 'strip way', viewBox: `${-size / 2} ${-size / 2} ${size} ${size}`, width: `${size / 16}rem`, height: `${size / 16}rem`, 'aria-hidden': 'true' });
  const r = ring ? 12 : 9;
  if (blocks) svg.append(shape('circle', { class: 'blocks', r: 21 }));
  if (ring) svg.append(shape('circle', { class: 'ring', r: 16.5 }));
  if (way === 'against') svg.append(shape('rect', { class: way, x: -r, y: -r, width: 2 * r, height: 2 * r, rx: 1.5 }), shape('path', { d: 'M-4-4l8 8m0-8l-8 8' }));
  else svg.append(shape('circle', { class: way, r }));
  if (way === 'in_favour') svg.append(shape('path', { d: 'M-5 .5l3.5 3.5 6.5-7' }));
  if (way === 'abstaining') svg.append(shape('path', { class: 'bar', d: 'M-5 0h10' }));
  return svg;
}

/**
 * @param {HTMLElement} root  with `.compare` and `.put`
 * @param {{ announcer: import('./announcer.js').Announcer, store: import('./store.js').Store, words: any, told: any, vote: any }} page
 *     with the catalogue, and its sections explore.compare and vote
 * @param {Desk} desk
 * @returns {() => Decided[]}  the votes that stand side by side; none, where the open one is alone
 */
export function compareVotes(root, { announcer, store, words, told, vote: wayWords }, { seat, aside, landmarks, link, council }) {
  const { language, chamber } = words;
  /** @template {HTMLElement} T @param {string} place @returns {T} */
  const find = (place) => /** @type {T} */ (root.querySelector(place));
  const put = /** @type {HTMLButtonElement} */ (find('.put button'));
  const form = /** @type {HTMLFormElement} */ (find('.compare form'));
  const select = /** @type {HTMLSelectElement} */ (find('#add'));
  const lead = find('.compare .lead');
  const place = find('.compare .sides');
  const note = find('.compare .note');
  const rules = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-rule]')]);
  const plural = new Intl.PluralRules(language);
  const textIn = (/** @type {Record<string, string>} */ texts) => texts[language] ?? texts.en;
  /** Fills the places of a sentence. @param {string} text @param {Record<string, string | number>} places */
  const fill = (text, places) => text.replace(/\{(\w+)\}/g, (whole, name) => String(places[name] ?? whole));
  /** @param {Record<string, string>} forms @param {number} n @param {Record<string, string>} [places] */
  const many = (forms, n, places = {}) => fill(forms[plural.select(n)] ?? forms.other, { n: n.toLocaleString(language), ...places });
  const ruleName = (/** @type {string} */ id) => rules.find(({ dataset }) => dataset.rule === id)?.querySelector('label span')?.textContent ?? '';

  /** Votes that were asked for, by id: a promise while they come, nothing where they did not. @type {Map<string, Side | Promise<unknown> | undefined>} */
  const shelf = new Map();

  /** @param {any} scenario @returns {Pick<Side, 'date' | 'symbol' | 'subject' | 'members' | 'rule'>} */
  const headOf = ({ date, draft, resolution, members, rule }) => ({
    date, members, symbol: draft.symbol || resolution || '', subject: textIn(draft.subject), rule: typeof rule === 'string' ? rule : '',
  });

  /** @param {string} id @returns {Promise<Side>} */
  async function fetchSide(id) {
    const response = await fetch(`scenarios/${id}.json`);
    if (!response.ok) throw new Error(`${id}: ${response.status}`);
    const { mandate: _mandate, story: _story, sources: _sources, ...scenario } = await response.json();
    const { told: tell, outcomeOf } = await openCouncil({ moduleUrl: council, words: JSON.stringify(words), scenario: JSON.stringify(scenario) });
    const votes = tell('outcome').reason === 'without_vote' ? '' : tell('state').votes;
    return { id, ...headOf(scenario), day: dayIn(scenario.date, language), mark: '', votes, outcomeOf };
  }

  /** The open vote, as the reader has changed it. @returns {Side} */
  function open() {
    const { key, scenario, mark, when } = seat();
    const head = headOf(JSON.parse(scenario));
    const changed = /(^|&)v=/.test(store.view('link'));
    return {
      id: key, ...head,
      day: mark && /^\d+$/.test(when) ? when : dayIn(head.date, language),
      mark: mark ?? (changed ? told.changed : ''),
      votes: store.view('outcome').reason === 'without_vote' ? '' : store.view('state').votes,
      outcomeOf: store.outcomeOf,
    };
  }

  /** Those beside the open one. */
  const others = () => aside.ids().filter((id) => id !== seat().key).slice(0, most - 1);
  const alike = () => /** @type {HTMLInputElement} */ (form.querySelector('[value=alike]')).checked;
  /** @param {Side} side @param {string} [votes] */
  const fragment = ({ votes: own }, votes = own) => (own ? `v=${votes}` : '');

  /** @param {Side} side @returns {Decided} */
  function decide(side) {
    const rule = alike() ? store.view('state').rule || '?' : '';
    return { ...side, by: ruleName(rule || side.rule), told: side.outcomeOf([fragment(side), rule && `rule=${rule}`].filter(Boolean).join('&')) };
  }

  /** What a member's vote is called beside its mark. @param {Decided} side @param {string} code @param {string} way @param {boolean} [lost]  where it blocked in the other vote */
  function wordsOf({ told: outcome }, code, way, lost = false) {
    const plain = wayWords[way];
    if (outcome?.vetoedBy.includes(code)) return fill(way === 'against' ? told.veto : told.blocks, { way: plain });
    return lost && way !== 'in_favour' ? fill(told.no_veto, { way: plain }) : plain;
  }

  /** A sentence in the room of the longest that can stand there. @param {string} className @param {string} text @param {string[]} longest */
  function roomy(className, text, longest) {
    const room = longest.reduce((best, each) => (each.length > best.length ? each : best), text);
    return [make('span', { class: className }, text), make('span', { class: 'room', 'aria-hidden': 'true' }, room)];
  }

  /** Whatever may be said of the outcome: a record stays, but for the rule; the open vote may meet any vetoes. @param {Decided} side */
  function statusesOf(side) {
    const permanent = side.members.map((each, seat) => ({ seat, ...each })).filter((each) => each.permanent)
      .sort((a, b) => textIn(b.name).length - textIn(a.name).length).map(({ seat }) => seat);
    const turned = side.outcomeOf !== store.outcomeOf ? [] : permanent.map((_, most) =>
      [...side.members.keys()].map((seat) => (permanent.slice(0, most + 1).includes(seat) ? 'N' : 'Y')).join(''));
    return rules.flatMap(({ dataset }) => [undefined, ...turned].map((votes) => side.outcomeOf(`${fragment(side, votes)}&rule=${dataset.rule}`)?.status ?? ''));
  }
  /** @param {Decided} side */
  const statusOf = (side) => side.told?.status ?? many(told.misfit, side.members.length);

  /** The tally in words over its strip, with the line to reach. @param {Decided} side */
  function tallyOf({ told: outcome, votes }) {
    if (!outcome || !votes) return [];
    const { in_favour: yes, against, abstaining, not_participating: absent, required } = outcome.tally;
    const rest = Object.entries({ abstaining, not_participating: absent, against }).filter(([, n]) => n > 0)
      .map(([way, n]) => make('b', { class: way }, many(chamber[way], n)));
    const seats = yes + against + abstaining + absent;
    const line = make('p', { class: 'needed' }, many(chamber.needed, required));
    // Under the line itself, where its word would not run out.
    line.style.marginInlineStart = `calc(${100 * required / seats}% - 2.25rem)`;
    const box = make('div', {}, make('p', { class: 'counts' }, make('b', { class: 'in_favour' }, many(chamber.in_favour, yes)), make('span', {}, ...rest.flatMap((each) => [each, ' ']))),
      stripOf([yes, against, abstaining, absent], required), line);
    // A seat is as wide in every Council.
    box.style.maxInlineSize = `${Math.min(100, 100 * seats / 15)}%`;
    return [box];
  }

  /** @param {Decided} side */
  function removeButton({ id, day, subject }) {
    const button = make('button', { type: 'button', 'aria-label': fill(told.remove_it, { day, subject }) }, told.remove);
    button.addEventListener('click', () => remove(id));
    return button;
  }

  /** @param {Decided} side */
  const headFor = (side) => make('div', { class: 'side', ...side.told && { 'data-outcome': side.told.outcome } },
    make('p', { class: 'when' }, [side.day, side.symbol].filter(Boolean).join(' · '), ...side.mark ? [make('b', {}, side.mark)] : []),
    make('h3', {}, side.subject),
    ...tallyOf(side),
    make('p', { class: 'told' }, ...roomy('', statusOf(side), statusesOf(side))),
    make('div', { class: 'foot' }, make('p', { class: 'by' }, side.by), removeButton(side)));

  /** @param {Decided[]} sides @param {import('../modules/compare.js').Row[]} rows */
  function pair(sides, rows) {
    const [first, second] = sides;
    const both = rows.filter(({ sat }) => sat === 2);
    const cell = (/** @type {import('../modules/compare.js').Row} */ { code, permanent, ways, differs }, /** @type {number} */ i) => {
      if (!ways[i]) return make('td', {}, make('div', {}, make('span', { class: 'said' }, told.untaken)));
      const way = wayOf[ways[i] ?? ''];
      const blocks = (/** @type {Decided} */ { told: outcome }) => outcome?.vetoedBy.includes(code) ?? false;
      // A vote in favour that stayed needs no words to the eye.
      const quiet = way === 'in_favour' && !differs;
      return make('td', { class: way }, make('div', {}, markOf(way, permanent, blocks(sides[i])),
        make('span', { class: quiet ? 'spoken' : 'said' }, wordsOf(sides[i], code, way, differs && blocks(sides[1 - i])))));
    };
    const table = make('table', { class: first.date > second.date ? 'pair back' : 'pair' },
      make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, first.day), make('th', { scope: 'col' }, make('span', { class: 'spoken' }, told.rows.member)), make('th', { scope: 'col' }, second.day))),
      make('tbody', {}, ...both.map((row) => make('tr', { class: row.differs ? 'differs' : 'stays' },
        cell(row, 0), make('th', { scope: 'row' }, make('span', {}, make('i'), make('b', {}, nameOf(row.names, told.later)), make('i'))), cell(row, 1)))));
    const alone = sides.map((side, i) => make('ul', { 'aria-label': side.day }, ...rows.filter(({ sat, seats }) => sat === 1 && seats[i]).map(({ code, names, ways }) => {
      const way = wayOf[ways[i] ?? ''];
      return make('li', { class: way === 'in_favour' || !way ? 'stays' : 'differs' }, ...way ? [markOf(way)] : [], make('span', {}, nameOf(names, told.later), ' ', make('span', { class: way === 'in_favour' ? 'spoken' : 'said' }, way ? wordsOf(side, code, way) : told.untaken)));
    })));
    return [make('div', { class: 'heads' }, ...sides.map(headFor)), ...both.length > 0 ? [table] : [],
      ...rows.some(({ sat }) => sat === 1) ? [make('p', { class: 'apart' }, told.apart), make('div', { class: 'alone' }, ...alone)] : []];
  }

  /** @param {Decided[]} sides @param {import('../modules/compare.js').Row[]} rows */
  function table(sides, rows) {
    const line = (/** @type {string | Node} */ name, /** @type {(side: Decided) => (string | Node)[]} */ content) =>
      make('tr', {}, make('th', { scope: 'row' }, name), ...sides.map((side) => make('td', {}, ...content(side))));
    const printed = (/** @type {Decided} */ { told: outcome, votes }) => (outcome && votes ? [outcome.tally.in_favour, outcome.tally.against, outcome.tally.abstaining].join('–') : told.untaken);
    const body = (/** @type {typeof rows} */ some) => make('tbody', { class: 'members-of' }, ...some.map(({ code, names, permanent, ways, seats, differs: row }) =>
      make('tr', { class: row ? '' : 'stays' }, make('th', { scope: 'row' }, nameOf(names, told.later)), ...sides.map((side, i) => {
        const way = wayOf[ways[i] ?? ''];
        if (!way) return make('td', { class: 'out' }, make('span', { class: 'spoken' }, seats[i] ? told.untaken : told.absent));
        const differs = i > 0 && ways[0] && ways[0] !== ways[i];
        const said = wordsOf(side, code, way);
        return make('td', { class: differs ? 'differs' : i > 0 && (ways[0] || way === 'in_favour') ? 'stays' : '' }, markOf(way, permanent, side.told?.vetoedBy.includes(code)),
          make('span', { class: 'spoken' }, differs ? fill(told.otherwise, { way: said }) : said));
      }))));
    const voted = rows.filter(({ ways }) => ways.some(Boolean));
    return [make('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': told.table }, make('table', { class: 'several' },
      make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, told.rows.member), ...sides.map(({ day, symbol, mark }) =>
        make('th', { scope: 'col' }, make('b', {}, day), symbol && ` ${symbol}`, ...mark ? [' ', make('em', {}, mark)] : [])))),
      make('tbody', { class: 'about-them' },
        line(told.rows.text, ({ subject }) => [subject]),
        make('tr', {}, make('th', { scope: 'row' }, told.rows.outcome), ...sides.map((side) => make('td', { 'data-outcome': side.told?.outcome ?? '' }, make('p', { class: 'told' }, ...roomy('', statusOf(side), statusesOf(side)))))),
        line(told.rows.rule, ({ by }) => [by]),
        line(told.rows.tally, (side) => [printed(side)]),
        line(make('span', { class: 'spoken' }, told.remove), (side) => [removeButton(side)])),
      body(voted.filter(({ permanent }) => permanent)), body(voted.filter(({ permanent }) => !permanent))))];
  }

  /** What leads: the difference, in a sentence; and the longest that it could be. @param {Decided[]} sides @param {import('../modules/compare.js').Row[]} rows */
  function leadOf(sides, rows) {
    const listed = (/** @type {typeof rows} */ some) => new Intl.ListFormat(language).format(some.map(({ names }) => nameOf(names, told.later)));
    const compared = rows.filter(({ sat }) => sat > 1);
    const differing = compared.filter(({ differs }) => differs);
    const [first, second] = [...sides].sort((a, b) => a.date.localeCompare(b.date));
    const years = first.date.slice(0, 4) !== second.date.slice(0, 4);
    const one = (/** @type {typeof rows[number]} */ { names, ways }, /** @type {string} */ spare = '') => {
      const of = (/** @type {Side} */ side) => spare || told.ways[wayOf[ways[sides.indexOf(/** @type {Decided} */ (side))] ?? '']];
      return fill(years ? told.one_years : told.one_days, { member: nameOf(names, told.later), first: of(first), second: of(second),
        first_year: first.date.slice(0, 4), second_year: second.date.slice(0, 4), first_day: first.day, second_day: second.day });
    };
    const some = (/** @type {typeof rows} */ those) => (those.length > 3 ? many(told.many, those.length) : many(told.few, those.length, { members: listed(those) }));
    const longest = [...compared].sort((a, b) => nameOf(b.names, told.later).length - nameOf(a.names, told.later).length).slice(0, 3);
    const room = [...longest.map((each) => one(each, told.ways.not_participating)), some(longest)];
    if (compared.length === 0) return { text: told.none, room: [] };
    if (sides.length === 2 && sides.some(({ votes }) => !votes)) return { text: told.no_vote, room };
    if (differing.length === 0) return { text: told.same, room };
    return { text: sides.length === 2 && differing.length === 1 ? one(differing[0]) : some(differing), room };
  }

  /** The sentence that leads, told aloud where the reader changed what is compared. */
  let speak = false;

  /** @type {Decided[]} */
  let compared = [];

  function show() {
    const here = seat();
    const ids = others();
    for (const id of ids) {
      if (shelf.has(id)) continue;
      shelf.set(id, fetchSide(id).then((side) => shelf.set(id, side), () => shelf.set(id, undefined)).then(show));
    }
    put.hidden = Boolean(here.mark);
    const kept = aside.ids().includes(here.key);
    put.ariaPressed = String(kept);
    find('.put').dataset.now = ids.length > 0 ? 'see' : kept ? 'next' : '';
    for (const option of select.options) option.disabled = option.value === here.key || ids.includes(option.value);
    if (select.selectedOptions[0]?.disabled) select.value = [...select.options].find((option) => !option.disabled)?.value ?? '';
    if (ids.some((id) => shelf.get(id) instanceof Promise)) return;
    const wrong = [ids.some((id) => !shelf.get(id)) ? told.failed : '', aside.unknown().length > 0 ? fill(told.unknown, { ids: aside.unknown().join(', ').slice(0, 80) }) : ''].filter(Boolean).join(' ');
    if (wrong && wrong !== note.textContent) announcer.say(wrong);
    write(note, wrong);
    const sides = [open(), ...ids.map((id) => /** @type {Side | undefined} */ (shelf.get(id))).filter((each) => each !== undefined)].map(decide);
    find('.compare').classList.toggle('alone', sides.length < 2);
    compared = [];
    if (sides.length < 2) {
      lead.replaceChildren(told.invite);
      place.replaceChildren();
      return;
    }
    compared = sides;
    const rows = aligned(sides, language);
    const { text, room } = leadOf(sides, rows);
    lead.replaceChildren(...roomy('', text, room));
    const region = place.querySelector('.scroll');
    const at = region?.scrollLeft ?? 0;
    place.replaceChildren(...sides.length === 2 ? pair(sides, rows) : table(sides, rows));
    place.querySelector('.scroll')?.scrollTo({ left: at, behavior: 'instant' });
    if (speak) announcer.say(text);
    speak = false;
  }

  /** @param {string[]} ids */
  function keep(ids) {
    speak = true;
    // What did not come is asked for again.
    for (const [id, side] of shelf) if (!side) shelf.delete(id);
    aside.keep(ids);
  }
  /** Puts a vote aside, where there is room. @param {string} id */
  function add(id) {
    const ids = others();
    // The open one stands there anyway.
    const kept = aside.ids().length < most - 1 ? aside.ids() : ids;
    if (id && kept.length < most - 1) return keep([...kept, id]);
    write(note, told.full);
    announcer.say(told.full);
  }
  /** @param {string} id */
  function remove(id) {
    const buttons = () => /** @type {HTMLElement[]} */ ([...place.querySelectorAll('button')]);
    const at = buttons().findIndex((each) => each === root.ownerDocument.activeElement);
    const rest = others().filter((each) => each !== id);
    if (id !== seat().key) {
      keep(rest);
      (buttons()[Math.min(at, buttons().length - 1)] ?? select).focus();
      return;
    }
    // The next one is open then.
    keep(rest.slice(1));
    location.hash = `s=${rest[0]}${link()}`;
  }

  select.append(...landmarks.map(({ id, text }) => Object.assign(document.createElement('option'), { value: id, textContent: text })));
  put.addEventListener('click', () => {
    const { key } = seat();
    if (aside.ids().includes(key)) keep(aside.ids().filter((id) => id !== key));
    else add(key);
    if (aside.ids().includes(key) && others().length === 0) announcer.say(told.next);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    add(select.value);
  });
  form.addEventListener('change', ({ target }) => {
    if (target === select) return;
    speak = true;
    show();
  });
  store.subscribe(show);
  show();
  form.inert = put.disabled = false;
  return () => compared;
}
