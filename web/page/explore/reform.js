// Councils that were proposed, for whoever looks at their rules, or follows a link to one; styles and words come along.
import { withNewSeats } from '../parts/reform.js';
import { seatMembers, votesOf } from '../parts/seated.js';
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
  const [{ reform, proposed }, known] = await Promise.all([askedWords(), councils()]);
  const n = link.get('n') ?? '';
  // What was adopted without a vote has none for other seats to stand beside.
  const scenario = (base.votes || link.has('v')) && withNewSeats(root.querySelector(`[data-rule="${rule}"]`), base, { words: reform, councils: known, codes: n.split(',') });
  if (!scenario) return seat;
  adopt(proposed);
  seatMembers(root, scenario, permanent, language);
  return {
    ...seat, key,
    scenario: JSON.stringify(scenario),
    base: seat.scenario,
    mark: seat.mark ?? reform.mark,
    linkOf: (told) => `${seat.linkOf(/&v=/.test(told) ? told : `${told}&v=${votesOf(scenario)}`)}&rule=${rule}${n && `&n=${n}`}`,
  };
}
