// Who has how much power under the rule, as a table: every measure, by kind of member; beside another rule, where one is
// chosen; as exact fractions, where these are wanted.

import { numbersOf } from '../modules/language.js';

/** What is measured of a game, in the order of core/power_index.h. */
const measures = {
  with_abstention: ['shapley_shubik', 'banzhaf', 'banzhaf_absolute'],
  yes_no: ['shapley_shubik', 'banzhaf', 'banzhaf_absolute', 'coleman_prevent', 'coleman_initiate', 'deegan_packel', 'holler', 'johnston'],
};

/** @param {string} name @param {...(string | Node)} children */
function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/**
 * @param {HTMLElement} root  with `.power`
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {any} page.words  the catalogue: its sections plots and rules
 * @param {any} page.told  its section explore.power.told
 * @param {string} page.language
 * @param {import('../modules/analysis.js').Analysis} page.analysis
 * @param {() => string} page.scenario  that sits in the chamber, JSON
 * @param {(choice: { rule?: string, with?: string, index: string, game: 'yes_no' | 'with_abstention' }) => void} page.chosen  told of
 *     what the picture shall show
 * @param {import('./shown.js').Shown} page.shown  keeps what is chosen: power=INDEX,RULE,yes_no,exact, each where it is not as at first
 */
export function showPower(root, store, { words: { plots, rules }, told: words, language, analysis, scenario, chosen, shown }) {
  const place = /** @type {HTMLElement} */ (root.querySelector('.power'));
  const form = /** @type {HTMLFormElement} */ (place.querySelector('form'));
  const table = /** @type {HTMLElement} */ (place.querySelector('.powers'));
  /** @param {string} name */
  const field = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  const index = /** @type {HTMLSelectElement} */ (form.elements.namedItem('index'));
  const percent = new Intl.NumberFormat(numbersOf(language), { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  let turn = 0;
  let asked = '';

  /** @param {string} key */
  const nameOf = (key) => plots.index[key].split(':')[0];

  /** @param {string[]} keys @param {string} kept */
  const fill = (keys, kept) => index.replaceChildren(...keys.map((key) => new Option(nameOf(key), key, false, key === kept)));

  async function show() {
    const game = field('binary').checked ? 'yes_no' : 'with_abstention';
    const keys = measures[game];
    if ([...index.options].map(({ value }) => value).join() !== keys.join()) fill(keys, keys.includes(index.value) ? index.value : keys[0]);
    const { rule, votes } = store.view('state');
    const other = field('with').value;
    const exact = field('exact').checked;
    chosen({ ...other && { with: other }, index: index.value, game });
    const now = [scenario(), rule, other, game, exact].join('\n');
    if (now === asked) return;
    asked = now;
    const mine = turn += 1;
    try {
      const [own, compared] = await Promise.all([
        analysis.power(scenario(), `v=${votes}${rule && `&rule=${rule}`}`),
        other ? analysis.rule(other).then(({ power }) => power) : undefined,
      ]);
      if (mine !== turn) return;
      const columns = [{ rule, told: own[game] }, ...compared ? [{ rule: other, told: compared[game] }] : []].flatMap(({ rule: id, told }) =>
        Object.entries(told.kinds).map(([kind, figures], i, all) => ({ id, kind, figures, first: i === 0, span: all.length })));
      const head = columns.map(({ kind, figures }) => {
        const cell = element('th', words.of.replace('{kind}', words.kinds[kind]).replace('{n}', String(figures.count)));
        cell.setAttribute('scope', 'col');
        return cell;
      });
      const above = columns.filter(({ first }) => first).map(({ id, span }) => {
        const cell = element('th', id ? rules[id].name : plots.own_rule);
        cell.setAttribute('scope', 'colgroup');
        cell.setAttribute('colspan', String(span));
        return cell;
      });
      const rows = keys.map((key) => {
        const header = element('th', nameOf(key), element('p', plots.index[key].split(': ').slice(1).join(': ')));
        header.setAttribute('scope', 'row');
        return element('tr', header, ...columns.map(({ figures }) => element('td', exact ? String(figures[key]) : percent.format(Number(figures[`${key}_decimal`])))));
      });
      table.replaceChildren(element('table', element('thead', element('tr', element('td'), ...above), element('tr', element('th', words.measure), ...head)), element('tbody', ...rows)));
    } catch {
      if (mine === turn) table.replaceChildren(element('p', words.failed));
      asked = '';
    }
  }

  // Where it is wider than its place, the keyboard moves it, too.
  table.tabIndex = 0;
  table.role = 'group';
  table.setAttribute('aria-labelledby', 'power-heading');
  /** Chooses what the address tells. */
  function follow() {
    const told = shown.get('power').split(',');
    const other = /** @type {HTMLSelectElement} */ (form.elements.namedItem('with'));
    other.value = [...other.options].find(({ value }) => value && told.includes(value))?.value ?? '';
    field('binary').checked = told.includes('yes_no');
    field('exact').checked = told.includes('exact');
    const keys = measures[told.includes('yes_no') ? 'yes_no' : 'with_abstention'];
    fill(keys, keys.find((key) => told.includes(key)) ?? keys[0]);
  }
  form.addEventListener('change', () => {
    const { binary, exact, with: other } = Object.fromEntries(['binary', 'exact', 'with'].map((name) => [name, field(name)]));
    show();
    shown.keep('power', [index.value === measures.yes_no[0] ? '' : index.value, other.value, binary.checked && 'yes_no', exact.checked && 'exact'].filter(Boolean).join());
  });
  shown.attend(() => {
    follow();
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  store.subscribe(show);
  follow();
  show();
  form.inert = false;
}
