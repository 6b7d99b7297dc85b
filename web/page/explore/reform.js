// Councils that were proposed, for whoever looks at their rules, or follows a link to one; styles and words come along.
import { letters } from '../modules/border.js';
import { reformed } from '../modules/reform.js';
import { addedBy, namesIn } from '../parts/reform.js';
import { seatMembers } from '../parts/seated.js';
import { adopt } from '../parts/sheet.js';
import rules from './reform.css';

export { showReforms } from '../parts/reform.js';

adopt(rules);

/** @typedef {{ key: string, scenario: string, heading: string, context: string, when: string, mark?: string, base?: string, linkOf: (told: string) => string }} Seat */

/**
 * A vote with the seats that a link's rule adds.
 * @param {HTMLElement} root
 * @param {Seat} seat
 * @param {URLSearchParams} link
 * @param {object} page
 * @param {string} page.key  which vote the link means
 * @param {() => Promise<any>} page.askedWords
 * @param {() => Promise<import('../modules/councils.js').Councils>} page.councils
 * @param {string} page.permanent  what is said of a permanent member
 * @param {string} page.language
 * @returns {Promise<Seat>}
 */
export async function propose(root, seat, link, { key, askedWords, councils, permanent, language }) {
  const rule = link.get('rule') ?? '';
  const base = JSON.parse(seat.scenario);
  const added = addedBy(root.querySelector(`[data-rule="${rule}"]`));
  // The proposals are of a Council of fifteen.
  if (!added || base.members.length !== 15) return seat;
  const [{ reform, proposed }, known] = await Promise.all([askedWords(), councils()]);
  adopt(proposed);
  const n = link.get('n') ?? '';
  const scenario = reformed(base, rule, added, { words: reform, codes: n.split(','), named: namesIn(known) });
  seatMembers(root, scenario, permanent, language);
  const recorded = scenario.members.map((/** @type {{ code: string }} */ { code }) => letters[scenario.votes[code] ?? '']).join('');
  return {
    ...seat, key,
    scenario: JSON.stringify(scenario),
    base: seat.scenario,
    mark: seat.mark ?? reform.mark,
    linkOf: (told) => `${seat.linkOf(/&v=/.test(told) ? told : `${told}&v=${recorded}`)}&rule=${rule}${n && `&n=${n}`}`,
  };
}
