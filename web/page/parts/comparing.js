// Any votes side by side: two with the members on a line between them, one under two rules as two pictures, more as a table.
// Each is decided by a council of its own, purely: what stands in the chamber stays.
import { letters } from '../modules/border.js';
import { openChamber } from '../modules/chamber.js';
import { aligned, alike, entryOf, linkOf, most, nameOf } from '../modules/compare.js';
import { openCouncil } from '../modules/council.js';
import { ruleIn, seatCouncil } from '../modules/councils.js';
import { dayIn } from '../modules/day.js';
import { messagesIn } from '../modules/message.js';
import { withNewSeats } from './reform.js';
import { votesOf } from './seated.js';
import { shape, stripOf } from './strip.js';
import { write } from './verdict.js';

/**
 * What the page has for it.
 * @typedef {object} Desk
 * @property {() => { key: string, scenario: string, base?: string, mark?: string, when: string, untold?: string }} seat  the vote that is open
 * @property {import('./aside.js').Aside} aside
 * @property {{ landmarks: { id: string, text: string }[], link: () => string }} finding  and what a link to another vote tells besides it
 * @property {() => Promise<import('../modules/councils.js').Councils>} councils
 * @property {(name: string) => string} asset  addresses of others
 * @property {(row: HTMLElement) => Promise<string | undefined>} linkByRule  a link to the votes by the rule of a row that seats
 *     another Council
 */

/**
 * A vote as it stands there.
 * @typedef {object} Side
 * @property {string} id  its entry of the link, or one of its own that begins with ~
 * @property {string} scenario  JSON, its id in the modules with it
 * @property {string} date
 * @property {string} day  in words, or the year where no day is known
 * @property {string} symbol
 * @property {string} subject
 * @property {string} mark  what is said of votes that are no record's
 * @property {string} sources  where its votes are from
 * @property {import('../modules/compare.js').Member[]} members
 * @property {string} votes
 * @property {string} rule  its own, by id
 * @property {string} ruled  by which it stands here, where that is another
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
 * @param {{ announcer: import('./announcer.js').Announcer, store: import('./store.js').Store, words: any, told: any, reform: any, vote: any }} page
 *     with the catalogue, and its sections explore.compare, explore.reform and vote
 * @param {Desk} desk
 * @returns {() => Decided[]}  the votes that stand side by side; none, where the open one is alone
 */
export function compareVotes(root, { announcer, store, words, told, reform, vote: wayWords }, { seat, aside, finding: { landmarks, link }, councils, asset, linkByRule }) {
  const { language, chamber } = words;
  /** @template {HTMLElement} T @param {string} place @returns {T} */
  const find = (place) => /** @type {T} */ (root.querySelector(place));
  const put = /** @type {HTMLButtonElement} */ (find('.put button'));
  const form = /** @type {HTMLFormElement} */ (find('.compare form'));
  const select = /** @type {HTMLSelectElement} */ (find('#add'));
  const place = find('.compare .sides');
  const note = find('.compare .note');
  const rules = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-rule]')]);
  const filled = messagesIn(language);
  const textIn = (/** @type {Record<string, string>} */ texts) => texts[language] ?? texts.en;
  const ruleName = (/** @type {string} */ id) => rules.find(({ dataset }) => dataset.rule === id)?.querySelector('label span')?.textContent ?? '';

  /** Votes that were asked for, by id: a promise while they come, nothing where they did not. @type {Map<string, Side | Promise<unknown> | undefined>} */
  const shelf = new Map();

  /** @param {any} scenario @returns {Pick<Side, 'date' | 'symbol' | 'subject' | 'members' | 'rule'>} */
  const headOf = ({ date, draft, resolution, members, rule }) => ({
    date, members, symbol: draft.symbol || resolution || '', subject: textIn(draft.subject), rule: typeof rule === 'string' ? rule : '',
  });
  /** @param {{ title: string, publisher: string, date: string, url?: string }[]} sources */
  const written = (sources) => sources.map(({ url, ...told }) => [told.title, told.publisher, told.date, url].filter(Boolean).join(', ')).join('; ');
  /** Where the open one is from, as its page says. */
  const sourcesHere = () => [...root.querySelectorAll('.own-sources li')].map((row) => [row.textContent, row.querySelector('a')?.href].filter(Boolean).join(', ')).join('; ');
  /** What is said of votes, and of nothing else: another rule is no other vote. @param {any} scenario @param {import('../modules/council.js').StateTold} state @param {string} reason  of the outcome */
  const isChanged = ({ members, votes }, state, reason) => (votes ? members.some((/** @type {{ code: string }} */ { code }, /** @type {number} */ i) =>
    !state.bound.includes(code) && votes[code] && letters[votes[code]] !== state.votes[i]) : reason !== 'without_vote');

  /**
   * Has a vote take its seats in a council of its own.
   * @param {any} scenario @param {Pick<Side, 'id' | 'ruled' | 'mark' | 'sources'> & { votes: string, day?: string }} as
   * @returns {Promise<Side>}
   */
  async function seated({ mandate: _mandate, story: _story, sources: _sources, ...scenario }, { votes: cast, day, mark, ...as }) {
    const text = JSON.stringify(scenario);
    const { told: tell, follow, outcomeOf } = await openCouncil({ moduleUrl: asset('council'), words: JSON.stringify(words), scenario: text });
    if (cast && !follow(`v=${cast}`)) throw new Error(cast);
    const votes = tell('outcome').reason === 'without_vote' ? '' : tell('state').votes;
    return { ...headOf(scenario), ...as, scenario: text, day: day ?? dayIn(scenario.date, language), votes, outcomeOf,
      mark: [mark, mark !== told.given && cast && isChanged(scenario, tell('state'), tell('outcome').reason) && told.changed].filter(Boolean).join(' · ') };
  }

  /** @param {string} id @returns {Promise<Side>} */
  async function fetchSide(id) {
    const asked = linkOf(id);
    const [rule, votes] = [asked.get('rule') ?? '', asked.get('v') ?? ''];
    const as = { id, ruled: rule, votes };
    const row = rules.find(({ dataset }) => dataset.adds && dataset.rule === rule) ?? null;
    // Of a proposal the votes of the Council that sat come first.
    if (row) asked.set('v', votes.slice(0, 15));
    const known = row || asked.has('c') ? await councils() : undefined;
    /** With the seats that the rule adds. @param {any} scenario @returns {any} */
    const inFull = (scenario) => known && withNewSeats(row, scenario, { words: reform, councils: known, codes: asked.get('n')?.split(',') });
    if (known && asked.has('c')) {
      const council = seatCouncil(known, asked, words.given.untitled);
      return seated(inFull(council) ?? council, { ...as, mark: told.given, sources: written(known.sources), ...asked.has('d') ? {} : { day: asked.get('c') ?? '' } });
    }
    const response = await fetch(`scenarios/${asked.get('s')}.json`);
    if (!response.ok) throw new Error(`${id}: ${response.status}`);
    const scenario = await response.json();
    const full = inFull(scenario);
    return seated(full ?? scenario, { ...as, mark: full ? reform.mark : '', sources: written(scenario.sources) });
  }

  /** The entry of the open vote, by whatever rule. @param {URLSearchParams} asked  a link to it */
  function entryFor(asked) {
    const { scenario, base = scenario } = seat();
    const year = asked.get('c');
    const record = JSON.parse(base);
    if (asked.get('rule') === (year ? ruleIn(year) : record.rule)) asked.delete('rule');
    if (!year && record.votes && asked.get('v') === votesOf(record)) asked.delete('v');
    return entryOf(asked);
  }
  /** The open vote's entry, or that of the same votes by another rule of its Council. @param {string} [rule] */
  function here(rule = store.view('state').rule) {
    const { key, untold } = seat();
    if (untold !== undefined) return `~${key}:${rule}:${store.view('state').votes}`;
    const asked = new URLSearchParams(store.view('link'));
    asked.set('rule', rule);
    return entryFor(asked);
  }

  /** The open vote, as the reader has changed it. @returns {Side} */
  function open() {
    const { scenario, mark = '', when } = seat();
    const file = JSON.parse(scenario);
    const head = headOf(file);
    const state = store.view('state');
    return {
      id: here(), ...head, scenario,
      ruled: state.rule,
      sources: sourcesHere(),
      day: mark && /^\d+$/.test(when) ? when : dayIn(head.date, language),
      mark: [mark, mark !== told.given && isChanged(file, state, store.view('outcome').reason) && told.changed].filter(Boolean).join(' · '),
      votes: store.view('outcome').reason === 'without_vote' ? '' : state.votes,
      outcomeOf: store.outcomeOf,
    };
  }
  /** Keeps the open vote as it stands, or by another rule. @param {string} [rule] */
  function shelve(rule = store.view('state').rule) {
    const { scenario, mark = '' } = seat();
    const { votes, day, sources } = open();
    const id = here(rule);
    hold(id, seated(JSON.parse(scenario), { id, votes, day, mark, sources, ruled: rule }));
    return id;
  }
  /** @param {string} id @param {Promise<Side>} asked */
  function hold(id, asked) {
    shelf.set(id, asked.then((side) => shelf.set(id, side), () => shelf.set(id, undefined)).then(show));
  }

  const kept = () => aside.ids().filter((id) => id !== alike);
  /** Those beside the open one. */
  const others = () => kept().filter((id) => id !== here()).slice(0, most - 1);
  const linked = (/** @type {string} */ id) => !id.startsWith('~');
  const areAlike = () => aside.ids().includes(alike);
  /** @param {Side} side @param {string} [votes] */
  const fragment = ({ votes: own }, votes = own) => (own ? `v=${votes}` : '');

  /** @param {Side} side @returns {Decided} */
  function decide(side) {
    const rule = areAlike() ? store.view('state').rule || '?' : side.ruled;
    const mark = side.mark || (rule && rule !== '?' && rule !== side.rule ? told.ruled : '');
    return { ...side, mark, by: ruleName(rule || side.rule), told: side.outcomeOf([fragment(side), rule && `rule=${rule}`].filter(Boolean).join('&')) };
  }

  /** What a member's vote is called beside its mark. @param {Decided} side @param {string} code @param {string} way @param {boolean} [lost]  where it blocked in the other vote */
  function wordsOf({ told: outcome }, code, way, lost = false) {
    const plain = wayWords[way];
    if (outcome?.vetoedBy.includes(code)) return filled(way === 'against' ? told.veto : told.blocks, { way: plain });
    return lost && way !== 'in_favour' ? filled(told.no_veto, { way: plain }) : plain;
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
  const statusOf = (side) => side.told?.status ?? filled(told.misfit, { n: side.members.length });

  /** The tally in words over its strip, with the line to reach. @param {Decided} side */
  function tallyOf({ told: outcome, votes }) {
    if (!outcome || !votes) return [];
    const { in_favour: yes, against, abstaining, not_participating: absent, required } = outcome.tally;
    const rest = Object.entries({ not_participating: absent, abstaining, against }).filter(([, n]) => n > 0)
      .map(([way, n]) => make('b', { class: way }, filled(chamber[way], { n })));
    const seats = yes + against + abstaining + absent;
    const line = make('p', { class: 'needed' }, filled(chamber.needed, { n: required }));
    // Under the line itself, where its word would not run out.
    line.style.marginInlineStart = `calc(${100 * required / seats}% - 2.25rem)`;
    const box = make('div', {}, make('p', { class: 'counts' }, make('b', { class: 'in_favour' }, filled(chamber.in_favour, { n: yes })), make('span', {}, ...rest.flatMap((each) => [each, ' ']))),
      stripOf([yes, against, abstaining, absent], required), line);
    // A seat is as wide in every Council.
    box.style.maxInlineSize = `${Math.min(100, 100 * seats / 15)}%`;
    return [box];
  }

  /** @param {Decided} side */
  function removeButton(side) {
    const { day, subject, rule, ruled, by } = side;
    const twice = compared.some((other) => other !== side && other.day === day && other.subject === subject);
    const button = /** @type {HTMLButtonElement} */ (make('button', { type: 'button', 'aria-label': filled(twice || (ruled && ruled !== rule) ? told.remove_ruled : told.remove_it, { day, subject, rule: by }) }, told.remove));
    // Where no link can tell another, none could take the place of the open one.
    button.disabled = side.id === here() && !others().some(linked);
    button.addEventListener('click', () => remove(side));
    return button;
  }

  /** @param {Decided} side @param {string} [title] @param {...Node} below */
  const headFor = (side, title = side.subject, ...below) => make('div', { class: 'side', ...side.told && { 'data-outcome': side.told.outcome } },
    make('p', { class: 'when' }, [side.day, side.symbol].filter(Boolean).join(' · '), ...side.mark ? [make('b', {}, side.mark)] : []),
    make('h3', {}, title),
    // A picture tells it, too.
    ...below.length > 0 ? [] : tallyOf(side),
    make('p', { class: 'told' }, ...roomy('', statusOf(side), statusesOf(side))),
    make('div', { class: 'foot' }, make('p', { class: 'by' }, title === side.by ? side.subject : side.by), removeButton(side)), ...below);

  /** Whether it is one vote, decided in two ways: by two rules, one of which may have a Council of its own. @param {Decided[]} sides */
  function ruledTwice(sides) {
    if (sides.length !== 2 || sides[0].by === sides[1].by || !sides.every(({ told: outcome }) => outcome)) return false;
    const [first, second] = sides.map(({ date, subject, scenario }) => JSON.stringify([date, subject, JSON.parse(scenario).id]));
    const [few, many] = [...sides].sort((a, b) => a.members.length - b.members.length);
    return first === second && few.members.every(({ code }, seat) => many.members[seat].code === code && few.votes[seat] === many.votes[seat]);
  }

  /** A chamber of its own draws, on no canvas, what stands in no chamber above. @type {import('../modules/chamber.js').Chamber | undefined} */
  let drawer;
  /** @type {Promise<unknown> | undefined} */
  let coming;
  function askForDrawer() {
    const picture = /** @type {SVGSVGElement} */ (shape('svg', {}));
    make('div').append(picture);
    coming ??= openChamber({
      canvas: /** @type {HTMLCanvasElement} */ (make('canvas')), picture, fonts: Promise.reject(new Error('no canvas')),
      moduleUrl: asset('gallery'), wasmUrl: asset('gallery-wasm'), words: JSON.stringify(words), scenario: seat().scenario,
      onAction() {}, onLive() {},
    }).then((opened) => { drawer = opened; }, () => {}).then(show);
  }
  /** Draws it as wide as it stands there, and as high as it is. @param {SVGSVGElement} paper @param {Decided} side @param {string} rule */
  function draw(paper, side, rule) {
    const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    const width = Math.round(/** @type {Element} */ (paper.parentElement).clientWidth / unit);
    if (!drawer || width === 0) return;
    paper.setAttribute('viewBox', `0 0 ${width} 1`);
    drawer.open(side.scenario);
    drawer.show(`s=${JSON.parse(side.scenario).id}&v=${side.votes}${rule && `&rule=${rule}`}`);
    drawer.drawInto(paper);
  }

  /** One vote under two rules: what each makes of it, as a picture. @param {Decided[]} sides */
  function pictures(sides) {
    const papers = sides.map((side) => /** @type {SVGSVGElement} */ (shape('svg', { class: 'drawn', role: 'img', 'aria-label': statusOf(side), viewBox: '0 0 1 1' })));
    const sizes = new ResizeObserver(() => papers.forEach((paper, i) => paper.isConnected && draw(paper, sides[i], sides[i].ruled)));
    const heads = make('div', { class: 'heads' }, ...sides.map((side, i) => headFor(side, side.by, ...side.votes && drawer ? [papers[i]] : [])));
    sizes.observe(heads);
    return [heads];
  }

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
    return [make('div', { class: 'heads' }, ...sides.map((side) => headFor(side))), ...both.length > 0 ? [table] : [],
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
          make('span', { class: 'spoken' }, differs ? filled(told.otherwise, { way: said }) : said));
      }))));
    const voted = rows.filter(({ ways }) => ways.some(Boolean));
    return [make('p', { class: 'hint sideways' }, told.sideways), make('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': told.table }, make('table', { class: 'several' },
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
    const sentence = first.date === second.date ? told.one_twice : years ? told.one_years : told.one_days;
    const one = (/** @type {typeof rows[number]} */ { names, ways }, /** @type {string} */ spare = '') => {
      const of = (/** @type {Side} */ side) => spare || told.ways[wayOf[ways[sides.indexOf(/** @type {Decided} */ (side))] ?? '']];
      return filled(sentence, { member: nameOf(names, told.later), first: of(first), second: of(second),
        first_year: first.date.slice(0, 4), second_year: second.date.slice(0, 4), first_day: first.day, second_day: second.day });
    };
    const some = (/** @type {typeof rows} */ those) => (those.length > 3 ? filled(told.many, { n: those.length }) : filled(told.few, { n: those.length, members: listed(those) }));
    const longest = [...compared].sort((a, b) => nameOf(b.names, told.later).length - nameOf(a.names, told.later).length).slice(0, 3);
    const room = [...longest.map((each) => one(each, told.ways.not_participating)), some(longest)];
    if (compared.length === 0) return { text: told.none, room: [] };
    if (ruledTwice(sides)) {
      const by = Object.fromEntries(sides.map(({ by, told: outcome }) => [outcome?.outcome, by]));
      return { text: by.adopted && by.not_adopted ? filled(told.rules_differ, by) : told[`rules_${sides[0].told?.outcome}`], room };
    }
    if (sides.length === 2 && sides.some(({ votes }) => !votes)) return { text: told.no_vote, room };
    if (differing.length === 0) return { text: told.same, room };
    return { text: sides.length === 2 && differing.length === 1 ? one(differing[0]) : some(differing), room };
  }

  /** The sentence that leads, told aloud where the reader changed what is compared. */
  let speak = false;

  /** @type {Decided[]} */
  let compared = [];

  /** What the reader's last press did, in sight until the next. */
  let done = '';

  function show() {
    const current = here();
    const ids = others();
    for (const id of ids) if (!shelf.has(id)) hold(id, fetchSide(id));
    const isKept = kept().includes(current);
    put.ariaPressed = String(isKept);
    find('.put').dataset.now = ids.length > 0 ? 'see' : isKept ? 'next' : '';
    (areAlike() ? alikeChoice : ownChoice).checked = true;
    showChoices(current, ids);
    // Room at once, where it was asked for: what stands below does not move when they come.
    find('.compare').classList.toggle('single', ids.length === 0);
    if (ids.some((id) => shelf.get(id) instanceof Promise)) return;
    const wrong = [ids.some((id) => !shelf.get(id)) ? told.failed : '', aside.unknown().length > 0 ? filled(told.unknown, { ids: aside.unknown().join(', ').slice(0, 80) }) : ''].filter(Boolean).join(' ');
    if (wrong && wrong !== note.textContent) announcer.say(wrong);
    write(note, wrong || [done, !ids.every(linked) ? told.unlinked : ''].filter(Boolean).join(' '));
    const sides = [open(), ...ids.map((id) => /** @type {Side | undefined} */ (shelf.get(id))).filter((each) => each !== undefined)].map(decide);
    find('.compare').classList.toggle('single', sides.length < 2);
    compared = [];
    if (sides.length < 2) return place.replaceChildren();
    if (ruledTwice(sides) && !coming) return askForDrawer();
    compared = sides;
    const rows = aligned(sides, language);
    const { text, room } = leadOf(sides, rows);
    const at = place.querySelector('.scroll')?.scrollLeft ?? 0;
    place.replaceChildren(make('p', { class: 'lead' }, ...roomy('', text, room)), ...ruledTwice(sides) ? pictures(sides) : sides.length === 2 ? pair(sides, rows) : table(sides, rows));
    const region = place.querySelector('.scroll');
    region?.scrollTo({ left: at, behavior: 'instant' });
    if (region) place.classList.toggle('wide', region.scrollWidth > region.clientWidth);
    if (speak) announcer.say(text);
    speak = false;
  }

  /** @param {string[]} ids @param {string} [does]  what that does, in words */
  function keep(ids, does = '') {
    speak = true;
    done = does;
    if (does) announcer.say(does);
    write(note, does);
    // What did not come is asked for again.
    for (const [id, side] of shelf) if (!side) shelf.delete(id);
    aside.keep(areAlike() && ids.length > 0 ? [alike, ...ids] : ids);
  }
  /** What is told of a press, of a vote as the list has it. @param {'added' | 'taken'} which @param {Side} side */
  const tell = (which, { day, subject }) => filled(told[which], { vote: filled(words.explore.told.listed, { day, subject }) });
  /** Puts a vote aside, where there is room. @param {string} id @param {string} does */
  function add(id, does) {
    const ids = others();
    // The open one stands there anyway.
    const all = kept().length < most - 1 ? kept() : ids;
    if (id && all.includes(id)) return keep(all, does);
    if (id && all.length < most - 1) return keep([...all, id], does);
    write(note, told.full);
    announcer.say(told.full);
  }
  /** @param {Side} side */
  function remove(side) {
    const { id } = side;
    const buttons = () => /** @type {HTMLElement[]} */ ([...place.querySelectorAll('button')]);
    const at = buttons().findIndex((each) => each === root.ownerDocument.activeElement);
    const rest = others().filter((each) => each !== id);
    if (id !== here()) {
      keep(rest, tell('taken', side));
      (buttons()[Math.min(at, buttons().length - 1)] ?? select).focus();
      return;
    }
    // The next one that a link can tell is open then.
    const next = rest.find(linked);
    if (!next) return;
    keep(rest.filter((each) => each !== next), tell('taken', side));
    location.hash = `${String(linkOf(next)).replaceAll('+', '%20')}${link()}`;
  }

  /** This vote by another rule, and other votes; what stands there already is no choice. @param {string} current @param {string[]} ids */
  function showChoices(current, ids) {
    for (const { row, button } of besides) {
      const id = row.dataset.rule ?? '';
      // What is hidden yet may come in another Council.
      const fits = !row.hidden && row.dataset.elsewhere === undefined;
      button.disabled = id === store.view('state').rule || (fits ? ids.includes(here(id)) : seat().untold !== undefined);
    }
    for (const option of select.options) option.disabled = option.value === current || ids.includes(option.value);
    if (select.selectedOptions[0]?.disabled) select.value = [...select.options].find((option) => !option.disabled)?.value ?? '';
  }

  /** From a rule's row, the same votes by it. */
  const besides = rules.map((row) => {
    const name = ruleName(row.dataset.rule ?? '');
    const button = /** @type {HTMLButtonElement} */ (make('button', { type: 'button', class: 'beside', 'aria-label': filled(told.beside_it, { rule: name }) }, told.beside));
    row.querySelector('th')?.append(button);
    button.addEventListener('click', async () => {
      const link = row.dataset.elsewhere === undefined ? '' : await linkByRule(row).catch(() => undefined);
      if (link === undefined) {
        write(note, told.failed);
        return announcer.say(told.failed);
      }
      add(link ? entryFor(new URLSearchParams(link)) : shelve(row.dataset.rule), '');
      find('#compare-heading').focus();
    });
    return { row, button };
  });
  const alikeChoice = /** @type {HTMLInputElement} */ (make('input', { type: 'radio', name: 'decided', value: alike }));
  const ownChoice = /** @type {HTMLInputElement} */ (make('input', { type: 'radio', name: 'decided', value: '' }));
  form.append(make('div', { class: 'filters' }, make('div', { role: 'radiogroup', 'aria-labelledby': 'decided' }, make('span', { id: 'decided' }, told.decided),
    make('label', {}, ownChoice, make('span', {}, told.own)), make('label', {}, alikeChoice, make('span', {}, told.alike)))));
  select.append(...landmarks.map(({ id, text }) => Object.assign(document.createElement('option'), { value: id, textContent: text })));
  put.addEventListener('click', () => {
    const id = here();
    const beside = others().length > 0;
    if (!kept().includes(id) && beside) return add(shelve(), tell('added', open()));
    // In sight it is told beside the button.
    announcer.say(kept().includes(id) ? told.back : told.aside);
    keep(kept().includes(id) ? kept().filter((each) => each !== id) : [shelve()]);
  });
  // Not when it is submitted, which a sandbox may forbid.
  form.querySelector('button')?.addEventListener('click', (event) => {
    event.preventDefault();
    const chosen = landmarks.find(({ id }) => id === select.value);
    if (chosen) add(chosen.id, filled(told.added, { vote: chosen.text }));
    else add('', '');
  });
  form.addEventListener('change', ({ target }) => {
    if (target === select) return;
    speak = true;
    done = '';
    aside.keep([...alikeChoice.checked ? [alike] : [], ...kept()]);
  });
  new ResizeObserver(() => {
    const region = place.querySelector('.scroll');
    if (region) place.classList.toggle('wide', region.scrollWidth > region.clientWidth);
  }).observe(place);
  store.subscribe(show);
  show();
  form.inert = put.disabled = false;
  return () => compared;
}
