// The same votes under every rule that fits the members, side by side; choosing one has the chamber decide by it.
import { chooseRule } from '../modules/actions.js';
import { stripOf } from './strip.js';
import { write } from './verdict.js';

/**
 * @param {HTMLElement} root  with `.rules`: a row a rule, told apart by `data-rule`
 * @param {import('./store.js').Store} store
 * @param {string} needed  {required} of {seats}
 */
export function compareRules(root, store, needed) {
  const rows = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-rule]'));

  function show() {
    const { votes, rule } = store.view('state');
    // A text that was adopted without a vote is so by every rule, and has no votes to tell.
    const cast = store.view('outcome').reason === 'without_vote' ? '' : `v=${votes}&`;
    for (const row of rows) {
      const { rule: id = '' } = row.dataset;
      const told = store.outcomeOf(`${cast}rule=${id}`);
      row.hidden = !told;
      const choice = /** @type {HTMLInputElement} */ (row.querySelector('input'));
      choice.disabled = !told;
      choice.checked = id === rule;
      if (!told) continue;
      const { in_favour: yes, against, abstaining, not_participating: absent, required } = told.tally;
      row.dataset.outcome = told.outcome;
      write(row.querySelector('.told'), told.status);
      write(row.querySelector('.needed'), needed.replace('{required}', String(required)).replace('{seats}', String(votes.length)));
      row.querySelector('.strips')?.replaceChildren(...cast ? [stripOf([yes, against, abstaining, absent], required)] : []);
    }
  }
  store.subscribe(show);
  show();
  root.querySelector('.rules')?.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) store.act(chooseRule(target.value));
  });
}
