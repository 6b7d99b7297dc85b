// How each member votes: a group of radio buttons for each, and the way back to the recorded vote.
import { castVote, reset } from '../modules/actions.js';
import { write } from './verdict.js';

/** @typedef {import('./store.js').Store} Store */

/** @param {ParentNode} root */
const formIn = (root) => /** @type {HTMLFormElement | null} */ (root.querySelector('form.controls'));
/** A group each; another Council may sit down. @param {HTMLFormElement | null} form */
const membersIn = (form) => form?.querySelectorAll('fieldset') ?? [];

/** The member whose vote a group is. @param {Element | null} [group] */
export const codeOf = (group) => group?.querySelector('input')?.name ?? '';

/** The members' codes in the order of their seats. @param {string} scenario  JSON @returns {string[]} */
export const codesIn = (scenario) => JSON.parse(scenario).members.map((/** @type {{ code: string }} */ { code }) => code);

/**
 * @param {ParentNode} root  with a `form.controls` of fieldsets that carry `data-seat` and whose inputs have the member's code for a name; its
 *     `data-alone` goes on the name of whoever decides alone
 * @param {Store} store
 */
export function takeVotes(root, store) {
  const form = formIn(root);
  if (!form) return;
  /** @param {HTMLInputElement} input */
  const castOf = (input) => castVote(input.name, input.value);
  // What the reader chose before the rule was there counts.
  const early = [...form.querySelectorAll('input')].filter((each) => each.checked && !each.defaultChecked).map(castOf);

  function show() {
    const { votes, locked, bound } = store.view('state');
    const { decisive } = store.view('outcome');
    for (const member of membersIn(form)) {
      const code = codeOf(member);
      const alone = decisive.includes(code);
      member.classList.toggle('decisive', alone);
      write(member.querySelector('.alone'), alone ? form?.dataset.alone ?? '' : '');
      member.disabled = locked.includes(code);
      for (const input of member.querySelectorAll('input')) {
        input.checked = input.value === votes[Number(member.dataset.seat)];
        input.disabled = bound.includes(code) && input.value !== 'A';
      }
    }
  }
  store.subscribe(show);
  show();
  for (const action of early) store.act(action);

  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'radio') store.act(castOf(target));
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    store.act(reset, { step: 'pushState' });
  });
}

/** Nothing is decided without the rule: back to the record, and no more. @param {ParentNode} root */
export function closeControls(root) {
  const form = formIn(root);
  form?.reset();
  for (const member of membersIn(form)) member.disabled = true;
  for (const tools of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.tools'))) tools.hidden = true;
}
