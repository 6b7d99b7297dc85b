// A Council that sits down from a link: its scenario for the modules, and its controls, which no HTML had.
import { letters } from '../modules/border.js';
import { BadLink, ruleIn, seatCouncil } from '../modules/councils.js';
import { permanentFirst } from '../modules/language.js';
import { dataOf } from './given.js';

/**
 * Gives the controls one group of radio buttons for each member, made after those that are there.
 * @param {ParentNode} root
 * @param {Pick<ReturnType<typeof seatCouncil>, 'members'> & { votes?: Record<string, string | undefined> }} scenario  without
 *     votes where a text was adopted without any
 * @param {string} permanent  what follows the name of a permanent member
 * @param {string} language
 */
export function seatMembers(root, { members, votes = {} }, permanent, language) {
  const place = root.querySelector('.members');
  const model = /** @type {HTMLFieldSetElement} */ (place?.querySelector('fieldset'));
  const seats = permanentFirst(members.map((member, seat) => ({ ...member, seat, text: member.name[language] ?? member.name.en })), language, ({ text }) => text);
  place?.replaceChildren(...seats.map(({ code, seat, text, permanent: veto }) => {
    const group = /** @type {HTMLFieldSetElement} */ (model.cloneNode(true));
    group.className = '';
    group.dataset.seat = String(seat);
    const legend = /** @type {HTMLElement} */ (group.querySelector('legend'));
    const alone = /** @type {HTMLElement} */ (legend.querySelector('.alone'));
    alone.textContent = '';
    legend.replaceChildren(text, ...veto ? [Object.assign(document.createElement('span'), { className: 'kind', textContent: permanent })] : [], alone);
    for (const input of group.querySelectorAll('input')) {
      input.name = code;
      input.disabled = false;
      input.defaultChecked = input.checked = /** @type {HTMLElement} */ (input.parentElement).className === votes[code];
    }
    return group;
  }));
}

/** @typedef {{ members: { code: string }[], votes: Record<string, string | undefined> }} Seated */

/** As letters in seat order. @param {Seated} scenario */
export const votesOf = ({ members, votes }) => members.map(({ code }) => letters[votes[code] ?? '']).join('');

/**
 * How a page writes the link that the council tells of a year's Council.
 * @param {Seated & { id: string, rule: unknown }} scenario
 * @param {URLSearchParams} link  with `c`, and `t` and `d` where it has them
 * @returns {(told: string) => string}
 */
export function linkOfCouncil(scenario, link) {
  const year = link.get('c') ?? '';
  const votes = votesOf(scenario);
  const rest = ['t', 'd'].filter((key) => link.get(key)).map((key) => `&${key}=${encodeURIComponent(link.get(key) ?? '')}`).join('');
  const rule = scenario.rule === ruleIn(year) ? '' : `&rule=${scenario.rule}`;
  return (told) => told.replace(`s=${scenario.id}`, `c=${year}${/&v=/.test(told) ? '' : `&v=${votes}`}`) + (/&rule=/.test(told) ? '' : rule) + rest;
}

/**
 * @param {HTMLElement} root
 * @param {URLSearchParams} link  with `c`
 * @param {() => Promise<any>} councils  asks for the file
 * @returns {Promise<{ scenario?: string, linkOf?: (told: string) => string, reason?: string }>}  JSON for the modules, and how
 *     the page writes the link that the council tells; or why the link seats no Council, in a sentence
 */
export async function seatFromLink(root, link, councils) {
  const { language, given, page } = dataOf(root, 'words');
  /** @type {ReturnType<typeof seatCouncil>} */
  let scenario;
  /** @type {any} */
  let words;
  try {
    const file = await councils();
    words = file.words;
    scenario = seatCouncil(file, link, given.untitled);
  } catch (fault) {
    if (!(fault instanceof BadLink)) return { reason: given.missing };
    const { key, places } = fault;
    return { reason: words.wrong[key].replace(/\{(\w+)\}/g, (/** @type {string} */ _place, /** @type {string} */ name) => String(places[name])) };
  }
  const note = /** @type {HTMLElement} */ (root.querySelector('.verdict .note'));
  Object.assign(note.dataset, { badLink: words.part, withoutRule: given.missing });
  const back = root.querySelector('button[type=reset]');
  if (back) back.textContent = words.reset;
  seatMembers(root, scenario, page.permanent, language);
  return { scenario: JSON.stringify(scenario), linkOf: linkOfCouncil(scenario, link) };
}
