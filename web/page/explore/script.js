// The page to explore: any vote, found and opened in place.
import { membersOn } from '../modules/councils.js';
import { dayIn } from '../modules/day.js';
import { linkIn, linkText } from '../modules/link.js';
import { openAnnouncer } from '../parts/announcer.js';
import { keepAside } from '../parts/aside.js';
import { fetched } from '../parts/fetched.js';
import { findVotes } from '../parts/finding.js';
import { dataOf } from '../parts/given.js';
import { keepLink, record, without } from '../parts/history.js';
import { takeAlong, toLanguage } from '../parts/languages.js';
import { goLive } from '../parts/live.js';
import { compareRules } from '../parts/rules.js';
import { linkOfCouncil, seatFromLink, seatMembers } from '../parts/seated.js';
import { keepShown } from '../parts/shown.js';
import { write } from '../parts/verdict.js';

const root = document.body;
/** @template {HTMLElement} T @param {string} place @returns {T} */
const find = (place) => /** @type {T} */ (root.querySelector(place));
/** @param {string} name */
const asset = (name) => /** @type {HTMLLinkElement} */ (document.querySelector(`[data-asset=${name}]`)).href;
const words = dataOf(root, 'words');
const { language, explore: { told, needed } } = words;
const built = dataOf(root, 'scenario');
const note = find('.verdict .note');
const back = find('button[type=reset]');
/** What a page of another vote says instead. */
const own = { sources: [...find('.own-sources').children], title: document.title, heading: find('#vote-heading').textContent, context: find('.opening > .context').textContent, badLink: note.dataset.badLink, reset: back.textContent, mark: find('.mark').textContent ?? '', changed: find('.chamber').dataset.changed };

/**
 * A vote that sits in the chamber.
 * @typedef {object} Seat
 * @property {string} key  which vote a link means: links with the same differ in votes alone
 * @property {string} scenario  JSON
 * @property {string} heading
 * @property {string} [lang]  its language, where that may be another than the page's
 * @property {string} context
 * @property {{ title: string, publisher: string, date: string, url?: string }[]} [sources]  none for a file of the reader's own
 * @property {string} when
 * @property {string} [mark]  what it is, where it is no record of the site's
 * @property {boolean} [own]  whether it is from a file of the reader's
 * @property {(told: string) => string} linkOf  how the page writes the link that the council tells
 * @property {string} [base]  the scenario without the seats that a proposal adds, JSON
 * @property {string} [untold]  the key of the vote that the address means, where none can tell this one
 */

/** @returns {Promise<import('../modules/councils.js').Councils>} */
const councils = () => fetched(asset('councils'));
/** What is said of what comes when it is asked for. */
const askedWords = () => fetched(asset('asked-words'));

/** The row of a rule with seats of its own. @param {URLSearchParams} link */
const proposalIn = (link) => root.querySelector(`[data-adds][data-rule="${CSS.escape(link.get('rule') ?? '')}"]`);
/** @param {URLSearchParams} link */
const keyOf = (link) => (link.has('c') ? ['c', 'd', 't'].map((key) => link.get(key)).join('|') : link.get('s') || built.id) +
  (proposalIn(link) ? `|${link.get('rule')}|${link.get('n') ?? ''}` : '');

/**
 * Has the vote that a link means take its seats.
 * @param {URLSearchParams} link
 * @returns {Promise<Seat | { reason: string }>}  or why there is none, in a sentence
 */
async function seatOf(link) {
  const row = proposalIn(link);
  if (!row) return recordOf(link);
  const base = new URLSearchParams(link);
  base.delete('rule');
  if (base.has('c')) base.set('v', base.get('v')?.slice(0, 15) ?? '');
  const [found, { propose }] = await Promise.all([recordOf(base), import('./reform.js')]);
  return 'reason' in found ? found : propose(root, found, link, { key: keyOf(link), askedWords, councils, permanent: words.page.permanent, language });
}

/**
 * The same of a Council that sat.
 * @param {URLSearchParams} link
 * @returns {Promise<Seat | { reason: string }>}
 */
async function recordOf(link) {
  const key = keyOf(link);
  if (link.has('c')) {
    const { scenario, linkOf, reason } = await seatFromLink(root, link, councils);
    if (!scenario || !linkOf) return { reason: reason ?? told.failed };
    const { draft, date, sources } = JSON.parse(scenario);
    return { key, scenario, linkOf, sources, mark: own.mark, heading: draft.subject.en, context: '', when: link.get('d') ? dayIn(date, language) : date.slice(0, 4) };
  }
  if (!/^[a-z0-9-]+$/.test(key)) return { reason: told.missing };
  const response = key === built.id ? undefined : await fetch(`scenarios/${key}.json`);
  if (response && !response.ok) return { reason: response.status === 404 ? told.missing : told.failed };
  const { mandate: _mandate, story, sources, ...scenario } = response ? await response.json() : built;
  seatMembers(root, scenario, words.page.permanent, language);
  note.dataset.badLink = own.badLink;
  back.textContent = own.reset;
  const { title, summary } = story?.[language] ?? story?.en ?? { title: own.heading, summary: own.context };
  const { symbol } = scenario.draft;
  return { key, scenario: JSON.stringify(scenario), linkOf: (text) => text, heading: title, context: summary, sources,
    when: [dayIn(scenario.date, language), symbol].filter(Boolean).join(' · ') };
}

/** @type {Seat} */
let seat = { key: built.id, scenario: JSON.stringify(built), linkOf: (text) => text, heading: '', context: '', when: '' };
/** Who asked last is answered. */
let turn = 0;

/** Votes that are nobody's record are marked so, in the room that is kept for it. */
function markVotes() {
  const mark = find('.mark');
  const { dataset } = find('.chamber');
  // Where the rule alone is another, the votes are the record's, in print as well.
  const link = new URLSearchParams(store?.view('link') ?? '');
  const cast = /&v=/.test(raw);
  dataset.changed = cast ? own.changed : mark.dataset.ruled;
  const text = (seat.own && cast ? own.changed : seat.mark) ?? (store && !store.view('state').recorded ? dataset.changed : '');
  mark.classList.toggle('marked', Boolean(text));
  if (text) write(mark, text);
  const kept = ['c', 'v', 't', 'd'].filter((key) => link.has('c') && link.has(key)).map((key) => `${key}=${encodeURIComponent(link.get(key) ?? '')}`).join('&');
  /** @type {HTMLAnchorElement} */ (find('.editing')).hash = kept || `s=${link.get('s') ?? built.id}`;
}
/** What the page says of the vote besides. */
function head() {
  if (seat.heading) {
    write(find('#vote-heading'), seat.heading);
    find('#vote-heading').lang = seat.lang ?? language;
    write(find('.opening > .context'), seat.context);
    write(find('#symbol'), seat.when);
  }
  root.classList.toggle('proposed', seat.base !== undefined);
  markVotes();
  document.title = seat.key === built.id ? own.title : seat.heading;
  find('.own-sources').replaceChildren(...seat.key === built.id ? own.sources : (seat.sources ?? []).map(({ title, publisher, date, url }) => {
    const row = Object.assign(document.createElement('li'), { lang: 'en' });
    row.append(url ? Object.assign(document.createElement('a'), { href: url, textContent: title }) : title, `, ${publisher}, ${date}`);
    return row;
  }));
  // A link to another vote is not to be copied.
  if (store) /** @type {HTMLButtonElement} */ (find('.copy button')).disabled = seat.untold !== undefined;
  // What a link makes up is for nobody's index.
  document.head.querySelector('[name=robots]')?.remove();
  if (seat.mark) document.head.append(Object.assign(document.createElement('meta'), { name: 'robots', content: 'noindex' }));
}

const announcer = openAnnouncer(root);
/** @type {import('../parts/store.js').Store | undefined} */
let store;
const finding = findVotes(root, {
  language, told, counts: words.chamber, councils, askedWords, announcer,
  // Nothing but the address tells it.
  changed: () => store && record(store.view('link')),
  besides: () => aside.link() + shown.link(),
});
function follow() {
  markOpen();
  tell();
}
const aside = keepAside(finding.landmarks.map(({ id }) => id), Object.keys(words.rules), follow);
const shown = keepShown(follow);
/** Has the list tell which vote is open, and its links what stands beside it. */
function markOpen() {
  finding.mark(seat.mark ? '' : seat.key);
}
/** The state as the council told it last. */
let raw = '';
/** @param {string} text */
function linkOf(text) {
  raw = text;
  return seat.linkOf(text) + finding.link();
}
/** Has the address tell what is looked for, too. */
function tell() {
  if (store?.view('link')) store.follow(raw, { step: 'replaceState', quiet: true });
}

/** @param {URLSearchParams} link @returns {Promise<boolean | undefined>}  whether another vote sits down; nothing where a later one does */
async function sit(link) {
  const mine = turn += 1;
  root.classList.add('seating');
  const next = await seatOf(link).catch(() => ({ reason: told.failed }));
  if (mine !== turn) return undefined;
  root.classList.remove('seating');
  // A link that seats no Council shows no vote.
  root.classList.toggle('nothing', 'reason' in next && !store && link.has('c'));
  if ('reason' in next) {
    write(note, next.reason);
    announcer.say(next.reason);
    return false;
  }
  seat = next;
  head();
  markOpen();
  return true;
}

/** Opens the vote that the address means, where it is another one. @returns {boolean} */
function leave() {
  if (toLanguage()) return true;
  if (!store) return false;
  aside.follow();
  shown.follow();
  finding.follow();
  const link = linkIn(location);
  if (keyOf(link) === seat.key) return false;
  sit(link).then((seated) => {
    if (!store || seated === undefined) return;
    if (!seated) return record(store.view('link'));
    store.open(seat.scenario);
    store.follow(linkText(link));
    // Above the vote, the list hides what it opened.
    if (!matchMedia('(min-width: 72rem)').matches) find('.what').scrollIntoView();
    find('#vote-heading').focus({ preventScroll: true });
  });
  return true;
}

/**
 * Seats a vote of the reader's own, which the page has not to ask for.
 * @param {any} file  as one of web/content/scenarios, and good
 * @param {object} told
 * @param {string} told.heading
 * @param {string} told.lang
 * @param {string} told.when
 * @param {string} told.mark  what it is
 * @param {URLSearchParams} [told.link]  to a year's Council that would be the same; without one the address stays
 * @param {(link: string) => string} [told.inOrder]  a link with its votes as that Council sits
 */
function seatScenario({ $schema: _schema, mandate: _mandate, story: _story, ...scenario }, { link, inOrder = (text) => text, ...told }) {
  if (!store) return;
  const stays = without(store.view('link'), 'q', 'f', 'with', 'show', 'power');
  // No vote of the page's, whatever it is called.
  const name = `own:${scenario.id}`;
  const text = JSON.stringify(scenario);
  store.open(text);
  turn += 1;
  root.classList.remove('seating', 'nothing');
  seatMembers(root, scenario, words.page.permanent, language);
  note.dataset.badLink = own.badLink;
  back.textContent = own.reset;
  seat = { ...told, own: true, context: '', scenario: text, key: link ? keyOf(link) : name, linkOf: link ? (text) => inOrder(linkOfCouncil(scenario, link)(text)) : () => stays,
    ...link ? {} : { untold: keyOf(linkIn(location)) } };
  head();
  finding.mark(name);
  try {
    if (!link) history.pushState(null, '', location.href);
  } catch {
    // Then Back leads elsewhere.
  }
  store.follow('', { step: 'pushState' });
  find('.what').scrollIntoView({ block: matchMedia('(min-width: 72rem)').matches ? 'nearest' : 'start' });
  find('#vote-heading').focus({ preventScroll: true });
}
// Back from a vote that no address tells leads to the same address.
addEventListener('popstate', () => {
  if (seat.untold === keyOf(linkIn(location))) leave();
});

/** Any year's Council, from the form for it. @param {Event} event */
async function seatYear(event) {
  event.preventDefault();
  const { value } = /** @type {HTMLInputElement} */ (find('#year'));
  const hint = find('.year .hint');
  try {
    const known = await councils();
    const years = Object.keys(known.councils);
    const good = years.includes(value.trim());
    write(hint, good ? '' : (hint.dataset.wrong ?? '').replace('{first}', years[0]).replace('{last}', years[years.length - 1]));
    if (good) location.hash = `c=${value.trim()}&v=${'Y'.repeat(membersOn(known, `${value.trim()}-12-31`).length)}${finding.link()}`;
    else announcer.say(hint.textContent ?? '');
  } catch {
    write(hint, told.failed);
  }
}
const yearForm = /** @type {HTMLFormElement} */ (find('form.year'));
// Where a sandbox allows no forms, a button is pressed all the same, and so it is by Enter in the field.
find('.year button').addEventListener('click', seatYear);
yearForm.inert = false;

const first = linkIn(location);
const begins = keyOf(first) === seat.key ? Promise.resolve(true) : sit(first);
aside.follow();
shown.follow();
finding.follow();
markOpen();
const asked = finding.link();
begins.then((seated) => goLive(root, import('./later.js').then(({ furnish, ...later }) => ({
  ...later,
  // The picture is told of the vote that sits there now.
  furnish: (page) => furnish(page, { asset, finding, seat: () => seat, aside, shown, councils, askedWords, vetoes: () => fetched(asset('vetoes')), seatScenario, words }),
})), {
  scenario: seat.scenario,
  announcer,
  linkOf,
  begin(live) {
    store = live;
    // Here and not in later.js, which would carry once more what draws the votes of a row.
    compareRules(root, live, needed);
    takeAlong(root, live);
    live.subscribe(markVotes);
    markVotes();
    // What was looked for meanwhile.
    if (finding.link() !== asked) tell();
  },
  // Of a vote that is not there, the reason stands; its votes are nobody's.
  follow: (live, followed) => keepLink(live, { leave, followed: (good) => { if (seated) followed(good); seated = true; } }),
}));
