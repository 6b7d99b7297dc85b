// Proposals with seats of their own, beside the rules that fit the members who sit; and the other way round, once such a
// Council sits. What each would make of the votes is asked of a council of its own: the one State stays.
import { letters } from '../modules/border.js';
import { openCouncil } from '../modules/council.js';
import { linkIn } from '../modules/link.js';
import { reformed } from '../modules/reform.js';
import { without } from './history.js';
import { showRule } from './rules.js';

/** @typedef {import('../modules/reform.js').Member} Member */
/** @typedef {import('../modules/councils.js').Councils} Councils */

/** The seats that a row's rule adds, where it is a proposal. @param {Element | null} row */
export function addedBy(row) {
  const [permanent, elected] = (/** @type {HTMLElement | null} */ (row)?.dataset.adds ?? '').split(' ').map(Number);
  return elected === undefined ? undefined : { permanent, elected };
}

/** Who can be named by code. @param {Councils} councils @returns {(code: string) => Pick<Member, 'name' | 'short'> | undefined} */
const namesIn = ({ members }) => (code) => {
  const { name, short } = members[code]?.at(-1) ?? {};
  return name && { name, ...short ? { short } : {} };
};

/**
 * A scenario with the seats that a row's rule adds; nothing where it adds none, or none to that Council: the proposals are of
 * one of fifteen.
 * @param {Element | null} row
 * @param {any} scenario
 * @param {{ words: any, councils: Councils, codes?: string[] }} page  with the catalogue's section explore.reform, and the states
 *     in the new seats
 * @returns {any}
 */
export function withNewSeats(row, scenario, { words, councils, codes }) {
  const added = addedBy(row);
  return added && scenario.members.length === 15
    ? reformed(scenario, /** @type {HTMLElement} */ (row).dataset.rule ?? '', added, { words, codes, named: namesIn(councils) }) : undefined;
}

/**
 * @param {HTMLElement} root  with `.rules`
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {any} page.words  the page's
 * @param {any} page.told  the catalogue's section explore.reform
 * @param {string} page.council  the module's address
 * @param {() => Promise<Councils>} page.councils
 * @param {() => { scenario: string, base?: string, untold?: string }} page.seat  what sits; and, of a proposed Council, what it was
 *     made of; where no link tells it, no proposal's can
 * @returns {(row: HTMLElement) => Promise<string | undefined>}  a link to the votes by the rule of a row, in its own Council
 */
export function showReforms(root, store, { words, told, council, councils, seat }) {
  const place = /** @type {HTMLElement} */ (root.querySelector('.rules'));
  const rows = /** @type {HTMLElement[]} */ ([...place.querySelectorAll('[data-rule]')]);
  const { language, explore: { needed } } = words;
  /** Who sits in the new seats. */
  let codes = linkIn(location).get('n')?.split(',') ?? [];
  /** Councils to ask, by what they know. @type {Map<string, Promise<import('../modules/council.js').Council>>} */
  const asked = new Map();
  /** @param {string} scenario */
  function ask(scenario) {
    const known = asked.get(scenario) ?? openCouncil({ moduleUrl: council, words: JSON.stringify(words), scenario });
    asked.set(scenario, known);
    return known;
  }
  let turn = 0;
  const form = Object.assign(document.createElement('form'), { className: 'filling', hidden: true, autocomplete: 'off' });
  place.append(form);

  /** Letters of these members' votes, of whoever votes now; whoever does not takes no part. @param {{ members: Member[] }} scenario */
  function lettersFor({ members }) {
    const { votes } = store.view('state');
    const now = new Map(JSON.parse(seat().scenario).members.map((/** @type {Member} */ { code }, /** @type {number} */ at) => [code, votes[at]]));
    return members.map(({ code }) => now.get(code) ?? letters.not_participating).join('');
  }
  /** What sits where a rule applies. @param {HTMLElement} row */
  async function councilFor(row) {
    const { base: own, scenario, untold } = seat();
    const base = JSON.parse(own ?? scenario);
    if (!addedBy(row)) return base;
    // What was adopted without a vote has no votes for other seats to stand beside.
    if (untold !== undefined || store.view('outcome').reason === 'without_vote') return undefined;
    return withNewSeats(row, base, { words: told, councils: await councils(), codes });
  }
  /** @param {string} rule @param {string} votes */
  const linkTo = (rule, votes) => `${without(store.view('link'), 'rule', 'v', 'n', 'lock', 'step')}&v=${votes}&rule=${rule}${codes.some(Boolean) ? `&n=${codes}` : ''}`;
  /** @param {HTMLElement} row */
  async function linkByRule(row) {
    const sits = await councilFor(row);
    if (!sits) return undefined;
    // A file's members may sit in another order than those of the link to it.
    const { base, scenario } = seat();
    const cast = lettersFor(sits);
    const there = (new URLSearchParams(store.view('link')).get('v') ?? cast).slice(0, JSON.parse(base ?? scenario).members.length);
    return linkTo(row.dataset.rule ?? '', there + cast.slice(there.length));
  }

  async function show() {
    const mine = turn += 1;
    const { rule } = store.view('state');
    // Another link may have seated others.
    if (seat().base) codes = new URLSearchParams(store.view('link')).get('n')?.split(',') ?? [];
    for (const row of rows.filter(({ hidden, dataset }) => hidden || dataset.elsewhere !== undefined)) {
      const { rule: id = '' } = row.dataset;
      const sits = await councilFor(row);
      const outcome = sits && (await ask(JSON.stringify({ ...sits, mandate: undefined }))).outcomeOf(`v=${lettersFor(sits)}&rule=${id}`);
      if (mine !== turn) return;
      row.hidden = !outcome;
      if (outcome) showRule(row, outcome, needed, sits.members.length, id === rule);
    }
    fill();
  }

  /** Who sits in the new seats. */
  async function fill() {
    const { base, scenario } = seat();
    form.hidden = !base;
    if (!base) return;
    const { members } = await councils();
    const there = JSON.parse(base).members;
    const added = /** @type {Member[]} */ (JSON.parse(scenario).members.slice(there.length));
    const nameOf = (/** @type {Pick<Member, 'name' | 'short'>} */ { name, short = name }) => short[language] ?? short.en;
    const named = namesIn({ ...await councils(), members });
    const states = Object.keys(members).map((code) => ({ code, name: nameOf(/** @type {any} */ (named(code))) })).sort((a, b) => a.name.localeCompare(b.name, language));
    const heading = Object.assign(document.createElement('h3'), { textContent: told.heading });
    const hint = Object.assign(document.createElement('p'), { className: 'hint', textContent: told.hint });
    const focused = form.contains(document.activeElement) ? [...form.elements].indexOf(/** @type {Element} */ (document.activeElement)) : -1;
    form.replaceChildren(heading, hint, ...added.map((member, i) => {
      const label = document.createElement('label');
      const select = document.createElement('select');
      const held = codes[i] === member.code ? member.code : '';
      select.append(new Option(told.nobody, ''), ...states.filter(({ code }) => code === held || ![...there, ...added].some((each) => each.code === code))
        .map(({ code, name }) => new Option(name, code, false, code === held)));
      select.addEventListener('change', () => {
        codes = added.map((each, seated) => (seated === i ? select.value : codes[seated] ?? ''));
        const { rule, votes } = store.view('state');
        location.hash = linkTo(rule, votes);
      });
      const kind = (member.new ? told.new_permanent : told.elected).replace('{n}', String(there.length + i + 1));
      label.append(kind, ' ', select);
      return label;
    }));
    if (focused >= 0) /** @type {HTMLElement} */ (form.elements[focused])?.focus({ preventScroll: true });
  }

  // Before the page decides by a rule that fits: one that does not seats another Council.
  place.addEventListener('change', async ({ target }) => {
    const row = /** @type {HTMLElement | null} */ (target instanceof HTMLInputElement ? target.closest('[data-rule]') : null);
    if (!row || row.dataset.elsewhere === undefined) return;
    const link = await linkByRule(row);
    if (link) location.hash = link;
  }, { capture: true });
  store.subscribe(() => { show().catch(() => {}); });
  show().catch(() => {});
  return linkByRule;
}
