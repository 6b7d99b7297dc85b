// Many votes set at once: of all members, of the permanent or the elected ones, or of a regional group.
import { castVote } from '../modules/actions.js';
import { messagesIn } from '../modules/message.js';

/**
 * @param {HTMLElement} root  with `form.many`
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {any} page.told  the catalogue's section explore.groups, with what web/content/groups.json says
 * @param {string} page.language
 * @param {import('./announcer.js').Announcer} page.announcer
 * @param {() => string} page.scenario  that sits in the chamber, JSON; what its members tell of their groups goes before the table
 */
export function setGroups(root, store, { told, language, announcer, scenario }) {
  const form = /** @type {HTMLFormElement} */ (root.querySelector('form.many'));
  const select = /** @type {HTMLSelectElement} */ (form.querySelector('select'));
  const filled = messagesIn(language);
  /** Whose the groups are. */
  let seated = '';
  /** Who is in each, by name, as seats. @type {Map<string, { code: string, seat: number }[]>} */
  let groups = new Map();

  function seat() {
    const now = scenario();
    if (now === seated) return;
    seated = now;
    /** @type {{ date: string, members: { code: string, permanent: boolean, group?: string }[] }} */
    const { date, members } = JSON.parse(now);
    const regionOf = (/** @type {string} */ code) => Object.keys(told.groups).find((name) => date >= told.since && told.groups[name].includes(code));
    const seats = members.map(({ code, permanent, group = regionOf(code) }, at) => ({ code, seat: at, of: ['all', permanent ? 'permanent' : 'elected', group] }));
    groups = new Map(Object.keys(told.names).map((name) => [name, seats.filter(({ of }) => of.includes(name))]));
    const { value } = select;
    select.replaceChildren(...[...groups].filter(([, each]) => each.length > 0)
      .map(([name, each]) => new Option(filled(told.named, { group: told.names[name], n: each.length }), name, false, name === value)));
  }

  form.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    const chosen = groups.get(select.value) ?? [];
    for (const { code } of chosen) store.act(castVote(code, button.value));
    const { votes } = store.view('state');
    const others = chosen.filter((each) => votes[each.seat] !== button.value).length;
    announcer.say(filled(others > 0 ? told.but : told.set, { way: button.textContent ?? '', group: select.selectedOptions[0].text, n: others }));
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  store.subscribe(seat);
  seat();
  form.inert = false;
}
