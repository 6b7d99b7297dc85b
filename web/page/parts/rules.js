// The same votes under every rule that fits the members, side by side; choosing one has the chamber decide by it.
import { chooseRule } from '../modules/actions.js';
import { stripOf } from './strip.js';
import { write } from './verdict.js';

/**
 * What a rule makes of the votes, in its row.
 * @param {HTMLElement} row
 * @param {import('../modules/council.js').OutcomeTold} told
 * @param {string} needed  {required} of {seats}
 * @param {number} seats
 * @param {boolean} current
 * @param {boolean} [elsewhere]  whether another Council would have to sit down for it
 * @param {boolean} [without]  whether the text was adopted without a vote
 */
export function showRule(row, { outcome, status, tally }, needed, seats, current, elsewhere = true, without = false) {
  const { in_favour: yes, against, abstaining, not_participating: absent, required } = tally;
  const choice = /** @type {HTMLInputElement} */ (row.querySelector('input'));
  row.hidden = choice.disabled = false;
  choice.checked = current;
  row.toggleAttribute('data-elsewhere', elsewhere);
  row.dataset.outcome = outcome;
  write(row.querySelector('.told'), status);
  write(row.querySelector('.needed'), needed.replace('{required}', String(required)).replace('{seats}', String(seats)));
  row.querySelector('.strips')?.replaceChildren(...without ? [] : [stripOf([yes, against, abstaining, absent], required)]);
}

/**
 * @param {HTMLElement} root  with `.rules`: a row a rule, told apart by `data-rule`
 * @param {import('./store.js').Store} store
 * @param {string} needed  {required} of {seats}
 */
export function compareRules(root, store, needed) {
  const rows = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-rule]'));
  // What the page was built with stands until something is changed.
  let built = !location.search && !location.hash;

  /** A proposal keeps its place below the rules of its Council; what it would make of the votes, parts/reform.js asks. @param {HTMLElement} row */
  function wait(row) {
    row.hidden = false;
    row.dataset.elsewhere = '';
    if (built) return;
    for (const cell of row.querySelectorAll('td')) cell.textContent = '';
    delete row.dataset.outcome;
  }
  function show() {
    const { votes, rule } = store.view('state');
    // A text that was adopted without a vote is so by every rule, and has no votes to tell.
    const cast = store.view('outcome').reason === 'without_vote' ? '' : `v=${votes}&`;
    for (const row of rows) {
      const { rule: id = '' } = row.dataset;
      const told = store.outcomeOf(`${cast}rule=${id}`);
      row.hidden = !told;
      if (told) showRule(row, told, needed, votes.length, id === rule, false, !cast);
      else if (row.dataset.adds && votes.length === 15 && cast) wait(row);
    }
    built = false;
  }
  store.subscribe(show);
  show();
  root.querySelector('.rules')?.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) store.act(chooseRule(target.value));
  });
}
