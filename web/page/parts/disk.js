// A reader's own file, opened from disk: the Library's whole record, decided again and found by the page's search, or one
// vote as a scenario. A worker reads it; nothing is uploaded, and nothing that was on the page is lost by a bad file.
import { AnalysisError } from '../modules/analysis.js';
import { letters } from '../modules/border.js';
import { dayIn } from '../modules/day.js';
import { keeps, plainly } from '../modules/find.js';
import { numbersOf } from '../modules/language.js';
import { messagesIn } from '../modules/message.js';
import { idOf, linkTo, memberOn, orderIn, scenarioOf, subjectOf } from '../modules/resolution.js';
import { element } from './finding.js';
import { stripOf, tellTally } from './strip.js';

/** @typedef {import('../modules/analysis.js').Resolution} Resolution */
/** @typedef {import('../modules/analysis.js').Fault} Fault */
/** A resolution as it is found. @typedef {import('../modules/find.js').Entry & { resolution: Resolution, tag: string }} Found */

/** How many resolutions a list shows at first, and how many more a press adds: beside the vote, or above it. */
const rows = { wide: 5, narrow: 3, more: 20 };
/** Faults and disagreements that are listed. */
const listed = 20;
/** Milliseconds after which progress is shown: less is no wait. */
const late = 200;

/** A text with elements in its places. @param {string} text @param {Record<string, string | Node>} places */
const withElements = (text, places) => text.split(/\{(\w+)\}/).map((part, i) => (i % 2 ? places[part] : part));

/** What a file holds; it may be gone, or not be for reading. @param {Blob} file */
const textOf = (file) => file.text().catch(() => { throw new AnalysisError({ code: 'unreadable' }); });

/** @param {File} file */
const isScenario = async (file) => /\.json$/i.test(file.name) || (await textOf(file.slice(0, 64))).trimStart().startsWith('{');

/**
 * @param {HTMLElement} root  with `.own-desk`, and `.list`, where the search lists what it finds
 * @param {object} page
 * @param {import('../modules/analysis.js').Analysis} page.analysis
 * @param {import('./announcer.js').Announcer} page.announcer
 * @param {any} page.words  the catalogue: language, explore.told
 * @param {any} page.told  its section explore.desk.told
 * @param {() => Promise<import('../modules/councils.js').Councils>} page.councils
 * @param {ReturnType<typeof import('./finding.js').findVotes>} page.finding
 * @param {(scenario: any, told: { heading: string, lang: string, when: string, mark: string, link?: URLSearchParams, inOrder?: (link: string) => string }) => void} page.seat
 *     has a vote sit in the chamber; throws where it cannot
 * @param {() => void} page.toSearch  brings the search in sight, and the keyboard with it
 */
export function openFromDisk(root, { analysis, announcer, words, told, councils, finding, seat, toSearch }) {
  const { language, explore: { told: { tags } } } = words;
  const desk = /** @type {HTMLElement} */ (root.querySelector('.own-desk'));
  /** @template {HTMLElement} T @param {string} place @returns {T} */
  const find = (place) => /** @type {T} */ (desk.querySelector(place));
  const choice = /** @type {HTMLInputElement} */ (find('input[type=file]'));
  const skip = /** @type {HTMLInputElement} */ (find('.skip input'));
  const said = find('.said');
  const reading = find('.reading');
  const bar = /** @type {HTMLProgressElement} */ (find('progress'));
  const filled = messagesIn(language);
  const numbers = numbersOf(language);
  const figure = (/** @type {number} */ n) => n.toLocaleString(numbers);
  const megabytes = (/** @type {number} */ bytes) =>
    new Intl.NumberFormat(numbers, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1e6);
  const percent = new Intl.NumberFormat(numbers, { style: 'percent' });
  /** @param {string} which @param {Record<string, string | number>} [places] */
  const sentence = (which, places) => filled(told[which], places);

  /** The record's file, to be read again where its faults shall count otherwise. @type {File | undefined} */
  let record;
  /** @type {AbortController | undefined} */
  let present;

  /** Words of the core, or of the Library. @param {string} text */
  const inEnglish = (text) => Object.assign(element('span', '', text), { lang: 'en' });
  /** @param {Fault} fault */
  function faultRow({ line, column, field, found, expected }) {
    const [own, wanted] = [found, expected].map(inEnglish);
    return element('li', '', ...withElements(field ? told.field : told.fault, { line: figure(line), column: figure(column), field, found: own, expected: wanted }));
  }

  /** Says something in sight and aloud. @param {string} text @param {...Node} more */
  function say(text, ...more) {
    said.replaceChildren(element('p', '', text), ...more);
    announcer.say([text, ...more.filter((each) => each instanceof Element && each.matches('ol')).map((each) => each.firstChild?.textContent ?? '')].join('\n'));
  }

  // The record is found where every vote is, at the other end of the page; so is its word.
  const toFind = element('button', '', /** @type {HTMLInputElement} */ (root.querySelector('.finding input')).placeholder);
  toFind.setAttribute('type', 'button');
  toFind.addEventListener('click', toSearch);

  /** @param {Fault[]} errors @param {number} faults @returns {Node[]} */
  const faultsIn = (errors, faults) => (faults === 0 ? []
    : [element('p', '', sentence('faults', { n: faults })), element('ol', 'faults', ...errors.slice(0, listed).map(faultRow))]);

  /** What was decided by the rule for procedure, named: each opens in the chamber. @param {Found[]} found @returns {Node[]} */
  function ruledOtherwise(found) {
    const rows = found.filter(({ resolution: { rule } }) => rule.endsWith('-procedural')).map(({ resolution }) => {
      const { symbol, date } = resolution;
      const row = element('button', '', dayIn(date, language), ' · ', inEnglish([symbol, subjectOf(resolution)].join(' · ')));
      row.setAttribute('type', 'button');
      row.addEventListener('click', () => openResolution(resolution));
      return element('li', '', row);
    });
    return rows.length === 0 ? [element('p', 'hint', told.procedural)] : [element('details', 'procedural', element('summary', '', told.procedural), element('ol', '', ...rows))];
  }

  /** @param {File} file @param {AbortSignal} signal */
  async function openRecord(file, signal) {
    const { name } = file;
    record = file;
    /** @type {Found[]} */
    const found = [];
    const known = await councils();
    const { report, errors, faults } = await analysis.readRecord(file, {
      skipBad: skip.checked,
      signal,
      progress({ read, total, decided }) {
        found.push(...decided.map((resolution) => entryOf(known, resolution)));
        // An empty file is read at once.
        bar.value = total && read / total;
        find('#reading').textContent = sentence('reading', { name, percent: percent.format(bar.value), size: megabytes(total) });
      },
    });
    if (!report) return say(sentence('ended', { name }), ...faultsIn(errors, faults));
    const { resolutions, disagree, disagreements } = report;
    const figures = element('dl', '', ...Object.entries(told.figures).map(([key, label]) =>
      element('div', '', element('dt', '', label), element('dd', '', figure(/** @type {any} */ (report)[key] ?? 0)))));
    const others = disagreements.slice(0, listed).map(({ resolution, date, reason }) =>
      element('li', '', sentence(reason === 'veto' ? 'veto' : 'insufficient_votes', { resolution, date: dayIn(date, language) })));
    say(disagree ? sentence('disagree', { n: disagree, name }) : resolutions ? sentence('agree', { n: resolutions, name }) : sentence('none', { name }),
      figures, ...resolutions ? [element('p', 'rest', toFind)] : [], ...ruledOtherwise(found), ...others.length ? [element('ol', 'disagreements', ...others)] : [], ...faultsIn(errors, faults));
    found.sort((a, b) => b.date.localeCompare(a.date));
    entries = found;
    listRecord();
  }

  /** @param {File} file @param {AbortSignal} signal */
  async function openScenario(file, signal) {
    const { name } = file;
    const fault = await analysis.check(file);
    signal.throwIfAborted();
    if (fault) return say(sentence('bad', { name }), element('ol', 'faults', faultRow(fault)));
    const [scenario, known] = await Promise.all([textOf(file).then(JSON.parse), councils()]);
    signal.throwIfAborted();
    const { date, draft: { symbol, subject } } = scenario;
    try {
      seat(scenario, { heading: subject[language] ?? subject.en, lang: subject[language] ? language : 'en', when: [dayIn(date, language), symbol].filter(Boolean).join(' · '),
        mark: told.mark, link: linkTo(known, scenario),
        inOrder: (link) => link.replace(/(?<=&v=)\w+/, (votes) => orderIn(known, scenario).map((at) => votes[at]).join('')) });
    } catch {
      return say(sentence('refused', { name }));
    }
    say(sentence('good', { name }));
  }

  /** @param {File} file */
  async function open(file) {
    const { name } = file;
    present?.abort();
    const mine = present = new AbortController();
    bar.removeAttribute('value');
    find('#reading').textContent = sentence('reading', { name, percent: percent.format(0), size: megabytes(file.size) });
    const timer = setTimeout(() => { reading.hidden = false; }, late);
    try {
      const read = await isScenario(file) ? openScenario : openRecord;
      mine.signal.throwIfAborted();
      await read(file, mine.signal);
    } catch (error) {
      // Another file has taken its place.
      if (mine !== present) return;
      if (mine.signal.aborted) return say(sentence('cancelled', { name }));
      const { code, size = 0, most = 0 } = error instanceof AnalysisError ? error : { code: 'unavailable' };
      say(sentence(told[code] ? code : 'unavailable', { name, size: megabytes(size), most: megabytes(most) }));
    } finally {
      clearTimeout(timer);
      if (mine === present) {
        // Who pressed Cancel is not left nowhere.
        if (reading.contains(desk.ownerDocument.activeElement)) choice.focus();
        reading.hidden = true;
      }
    }
  }

  const list = element('ol', 'votes');
  const more = element('button', '');
  more.setAttribute('type', 'button');
  const count = element('h3', '');
  const box = element('div', 'in-file', count, list, element('p', 'rest', more));
  const wide = matchMedia('(min-width: 72rem)');
  /** What is looked for, and which vote is open. */
  let asked = /** @type {import('../modules/find.js').Search} */ ({ words: [], filters: {} });
  let current = '';
  /** The record that was read last, the newest first. @type {Found[]} */
  let entries = [];
  const names = new Intl.ListFormat(language, { style: 'narrow' });

  /** @param {import('../modules/councils.js').Councils} known @param {Resolution} resolution @returns {Found} */
  function entryOf(known, resolution) {
    const { symbol, date, title, draft, meeting, agenda, reason, members, votes } = resolution;
    const permanent = members.filter((member) => member.permanent).map(({ code }) => code);
    const against = permanent.filter((code) => votes[members.findIndex((each) => each.code === code)] === letters.against);
    const alone = reason === 'majority' && !members.some((member, seat) => member.permanent && votes[seat] === letters.in_favour);
    const tag = filled(tags[alone ? 'alone' : reason === 'majority' ? 'adopted' : reason], { members: names.format(against) });
    const named = (/** @type {string} */ code) => {
      const { name } = memberOn(known, code, date);
      return name[language] ?? name.en;
    };
    const by = reason === 'veto' ? against : [];
    return {
      resolution, date, tag, by,
      is: reason === 'veto' || reason === 'insufficient_votes' ? reason : 'adopted',
      text: plainly([symbol, date, dayIn(date, language), title, draft, meeting, agenda, tag, ...by.map(named)].join('\n')),
      sat: plainly(members.map(({ code }) => named(code)).join('\n')),
    };
  }

  /** @param {Resolution} resolution */
  async function seatResolution(resolution) {
    const known = await councils();
    const scenario = scenarioOf(known, resolution);
    seat(scenario, { heading: scenario.draft.subject.en, lang: 'en', when: [dayIn(resolution.date, language), resolution.symbol].join(' · '),
      mark: told.mark, link: linkTo(known, scenario) });
  }

  const openResolution = (/** @type {Resolution} */ resolution) => seatResolution(resolution).catch(() => say(sentence('unavailable')));

  /** @param {Found} entry */
  function rowOf({ resolution, tag, is }) {
    const { symbol, date, reason, votes } = resolution;
    const time = /** @type {HTMLTimeElement} */ (element('time', '', dayIn(date, language)));
    time.dateTime = date;
    const [yes, no, abstaining, absent] = Object.values(letters).map((letter) => votes.split(letter).length - 1);
    const printed = element('span', 'tally', reason === 'without_vote' ? '' : `${yes}–${no}–${abstaining}`);
    const row = element('button', 'row', time, ' ', element('span', 'tag', tag), ' ',
      element('b', '', element('span', 'symbol', symbol), ' ', inEnglish(subjectOf(resolution))), ' ',
      printed);
    row.setAttribute('type', 'button');
    if (reason !== 'without_vote') {
      tellTally(printed, [yes, no, abstaining, absent], language, (way, n) => filled(words.chamber[way], { n }));
      row.append(stripOf([yes, no, abstaining, absent]));
    }
    row.addEventListener('click', () => openResolution(resolution));
    const item = element('li', '', row);
    item.dataset.is = is;
    item.dataset.id = `own:${idOf(symbol)}`;
    return item;
  }

  function mark() {
    for (const item of /** @type {Iterable<HTMLElement>} */ (list.children)) {
      /** @type {HTMLElement} */ (item.firstElementChild).ariaCurrent = item.dataset.id === current ? 'true' : null;
    }
  }

  /** Lists what is found in the record, or more of it. @param {number} [from] */
  function show(from = 0) {
    let found = entries.filter((entry) => keeps(entry, asked));
    // As in the list above: what nothing is about may be a member that sat there.
    if (found.length === 0 && asked.words.length > 0) found = entries.filter((entry) => keeps(entry, { ...asked, sat: true }));
    // A number alone means the resolution of that number first of all.
    const named = (/** @type {Found} */ { resolution: { symbol } }) => asked.words.some((word) => symbol.includes(`/${word}(`));
    found.sort((a, b) => Number(named(b)) - Number(named(a)));
    const made = found.slice(from, from + (from ? rows.more : wide.matches ? rows.wide : rows.narrow)).map(rowOf);
    if (from) list.append(...made);
    else list.replaceChildren(...made);
    box.classList.toggle('none-found', found.length === 0);
    count.textContent = sentence('found', { n: found.length });
    const rest = found.length - list.children.length;
    more.hidden = rest === 0;
    more.textContent = sentence('more', { n: rest });
    mark();
    if (from) /** @type {HTMLElement | null} */ (made[0]?.firstElementChild)?.focus();
  }

  /** The record that was read joins the search. What is in sight stays where it is. */
  function listRecord() {
    show();
    if (box.isConnected) return;
    const before = desk.getBoundingClientRect().top;
    root.querySelector('.list > .rest')?.after(box);
    if (!CSS.supports('overflow-anchor', 'auto')) scrollBy(0, desk.getBoundingClientRect().top - before);
    finding.attend(({ words: wanted, filters }, id) => {
      current = id;
      const next = { words: wanted, filters };
      if (JSON.stringify(next) === JSON.stringify(asked)) return mark();
      asked = next;
      show();
      announcer.say(count.textContent ?? '');
    });
  }
  more.addEventListener('click', () => show(list.children.length));

  choice.disabled = false;
  /** @type {HTMLFormElement} */ (find('form')).inert = false;
  choice.addEventListener('change', () => {
    const [file] = choice.files ?? [];
    if (file) open(file);
    // The same file again is a choice, too.
    choice.value = '';
  });
  skip.addEventListener('change', () => { if (record) open(record); });
  find('.reading button').addEventListener('click', () => present?.abort(new DOMException('Cancelled', 'AbortError')));

  // A file that misses its place would take that of the page.
  const carriesFiles = (/** @type {DragEvent} */ { dataTransfer }) => dataTransfer?.types.includes('Files');
  addEventListener('dragover', (event) => {
    const here = desk.contains(/** @type {Node} */ (event.target));
    desk.classList.toggle('over', here);
    if (!event.dataTransfer || !(here || carriesFiles(event))) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = here ? 'copy' : 'none';
  });
  for (const end of ['dragleave', 'drop', 'dragend']) addEventListener(end, () => desk.classList.remove('over'));
  addEventListener('drop', (event) => {
    if (!desk.contains(/** @type {Node} */ (event.target))) return void (carriesFiles(event) && event.preventDefault());
    event.preventDefault();
    const { files, items } = /** @type {DataTransfer} */ (event.dataTransfer);
    const [file] = files;
    const folder = [...items].map((item) => item.webkitGetAsEntry?.()).find((entry) => entry?.isDirectory);
    if (!file) say(told.no_file);
    else if (files.length > 1) say(sentence('many', { n: files.length }));
    else if (folder) say(sentence('folder', { name: folder.name }));
    else open(file);
  });
}
