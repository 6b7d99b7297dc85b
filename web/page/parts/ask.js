// Which vote an editor means: a landmark, or a year's Council with the votes that are clicked together here.
import { membersOn, plain } from '../modules/councils.js';
import { isDay } from '../modules/day.js';
import { permanentFirst } from '../modules/language.js';
import { messagesIn } from '../modules/message.js';
import { cloneRow } from './row.js';
import { write } from './verdict.js';

/**
 * What is meant.
 * @typedef {object} Asked
 * @property {string} [id]  of a landmark vote
 * @property {string} [year]  or of a Council
 * @property {{ code: string, name: string, permanent: boolean }[]} members  in seat order
 * @property {string[]} letters  a vote for each; empty where there is none yet
 * @property {string} title
 * @property {string} [caption]  as the editor wrote it
 * @property {string} [day]
 * @property {string} source  added by the publisher
 * @property {string} from  where the votes are from; of a Council's, nothing
 * @property {string} rule  by which it is decided; empty for its own
 * @property {string} ruled  that, in a sentence
 * @property {any} [scenario]  the landmark's file
 */

/**
 * @param {HTMLElement} root  with a `form.doing`
 * @param {object} page
 * @param {string} page.language
 * @param {any} page.words  the catalogue's sections editors and given, the names of rules, and lesson.ruled
 * @param {() => Promise<import('../modules/councils.js').Councils>} page.councils
 * @param {(id: string) => Promise<any>} page.scenarioOf  a landmark's file
 * @param {(asked: Asked) => void} page.changed  told whenever something else is meant
 * @param {() => void} page.failed
 * @param {URLSearchParams} page.link  what the page begins with: s, or c, v, t, d; and a rule, which can be left out again; in v, a vote that is none is open
 * @returns {() => string}  the link that the page would begin with as it is
 */
export function askVote(root, { language, words: { editors, given, rules, lesson }, councils, scenarioOf, changed, failed, link }) {
  const form = /** @type {HTMLFormElement} */ (root.querySelector('form.doing'));
  /** @template {HTMLElement} T @param {string} place @returns {T} */
  const find = (place) => /** @type {T} */ (form.querySelector(place));
  const [year, subject, day, source] = ['[name=year]', '#subject', '#day', '#source'].map((each) => /** @type {HTMLInputElement} */ (find(each)));
  const rows = find('.members');
  const nameOf = (/** @type {Record<string, string>} */ name) => name[language] ?? name.en;
  /** Votes by code, whatever Council sits: who stays keeps its vote. @type {Record<string, string>} */
  const cast = {};
  /** @type {import('../modules/councils.js').Councils | undefined} */
  let file;
  /** The link's votes, until it is known whose they are. */
  let letters = link.get('v') ?? '';
  /** What was meant last. @type {Asked | undefined} */
  let last;
  /** Who asked last is answered. */
  let turn = 0;

  const ruled = find('.ruled');
  const byLink = link.get('rule') ?? '';
  const called = rules[byLink]?.name;
  ruled.hidden = !called;
  const told = called ? messagesIn(language)(lesson.ruled, { rule: called }) : '';
  write(ruled.querySelector('span'), told);
  const rule = () => (called && /** @type {HTMLInputElement} */ (find('[name=rule]')).checked ? byLink : '');

  const kind = () => /** @type {HTMLInputElement} */ (find('[name=kind]:checked')).value;
  const dayOf = () => (isDay(day.value) && day.value.startsWith(year.value) ? day.value : '');

  /** @param {{ code: string, name: string, permanent: boolean }[]} members */
  function seat(members) {
    const codes = members.map(({ code }) => code).join();
    if (rows.dataset.codes === codes) return;
    rows.dataset.codes = codes;
    rows.replaceChildren(...permanentFirst(members, language, ({ name }) => name).map((member) => cloneRow(root, member, cast[member.code])));
  }

  /** @returns {Promise<Asked | undefined>}  nothing while no Council is meant */
  async function meant() {
    const own = { source: plain(source.value), rule: rule(), ruled: told };
    if (kind() === 'landmark') {
      const id = /** @type {HTMLSelectElement} */ (find('[name=id]')).value;
      const scenario = await scenarioOf(id);
      const members = scenario.members.map((/** @type {any} */ { code, name, short, permanent }) => ({ code, name: nameOf(short ?? name), permanent }));
      const { title = '' } = find(`option[value="${id}"]`).dataset;
      return { ...own, id, members, letters: members.map((/** @type {{ code: string }} */ { code }) => scenario.votes[code]), title, scenario,
        from: scenario.sources[0].title };
    }
    file ??= await councils();
    const years = Object.keys(file.councils);
    const [first, last] = [years[0], years[years.length - 1]];
    if (!year.value) year.value = /** @type {string} */ (years.findLast((each) => each <= String(new Date().getFullYear())) ?? last);
    const known = years.includes(year.value);
    const hint = find('.year .hint');
    write(hint, (hint.dataset[known ? 'years' : 'wrong'] ?? '').replace('{first}', first).replace('{last}', last).replace('{found}', plain(year.value)));
    if (!known) return undefined;
    // Set again, a limit makes the field forget the half of a day that is typed.
    const limits = { min: `${year.value}-01-01`, max: `${year.value}-12-31` };
    if (day.min !== limits.min) Object.assign(day, limits);
    const wrongDay = find('.day .hint');
    write(wrongDay, day.value && !dayOf() ? (wrongDay.dataset.wrong ?? '').replace('{year}', year.value) : '');
    const members = membersOn(file, dayOf() || `${year.value}-12-31`).map(({ code, name, short, permanent }) => ({ code, name: nameOf(short ?? name), permanent }));
    members.forEach(({ code }, at) => { if (/[YNAX]/.test(letters[at])) cast[code] = letters[at]; });
    letters = '';
    seat(members);
    const votes = members.map(({ code }) => cast[code] ?? '');
    const open = votes.filter((each) => each === '').length;
    write(find('.open'), open === 0 ? '' : messagesIn(language)(editors.open, { n: open }));
    const caption = plain(subject.value);
    return { ...own, year: year.value, members, letters: votes, day: dayOf(), caption, title: caption || given.untitled.replace('{year}', year.value), from: '' };
  }

  async function show() {
    const mine = turn += 1;
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('.landmark, .council'))) each.hidden = !each.matches(`.${kind()}`);
    try {
      const asked = await meant();
      if (!asked || mine !== turn) return;
      last = asked;
      changed(asked);
    } catch {
      if (mine === turn) failed();
    }
  }

  const begun = link.get('s');
  if (begun && form.querySelector(`option[value="${CSS.escape(begun)}"]`)) /** @type {HTMLSelectElement} */ (find('[name=id]')).value = begun;
  if (link.has('c')) {
    /** @type {HTMLInputElement} */ (find('[value=council]')).checked = true;
    [year.value, subject.value, day.value] = ['c', 't', 'd'].map((key) => link.get(key) ?? '');
  }

  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && rows.contains(target)) cast[target.name] = target.value;
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    if (button.value) year.value = String(Number(year.value) + Number(button.value));
    if (button.matches('.all, .none')) {
      for (const input of rows.querySelectorAll('input')) {
        input.checked = button.matches('.all') && input.value === 'Y';
        cast[input.name] = button.matches('.all') ? 'Y' : '';
      }
    }
    show();
  });
  show();
  return () => (!last?.year ? `s=${last?.id ?? begun ?? ''}`
    : `c=${last.year}&v=${last.letters.map((each) => each || '-').join('')}&t=${encodeURIComponent(last.caption ?? '')}&d=${last.day}`) + (rule() && `&rule=${rule()}`);
}
