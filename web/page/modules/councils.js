// The Council of a year, seated without a file: from web/content/councils.json and what a link tells.
//
//   #c=2026&v=YNAYYYYYYAYNYYY&t=Title&d=2026-04-07
//
// c is the year, v a letter a member (Y, N, A, X) in the order of the file, which never changes (or, as people write them,
// votes=RUS=against CHN=abstaining …, each member once); t a title and d a day of that year, where there are any. Without a day it is the year's last. What a link tells is nobody's record, and its title
// is text, whatever it looks like.

import { letters } from './border.js';
import { isDay } from './day.js';

/**
 * What a member was called, up to a day or for good.
 * @typedef {object} Spell
 * @property {string} [until]  the last day, YYYY-MM-DD
 * @property {string} [code]  where it was another one
 * @property {Record<string, string>} name
 * @property {Record<string, string>} [short]
 * @property {Record<string, string>} [phrase]
 */

/**
 * @typedef {object} Councils  the file
 * @property {string} permanent  codes of the permanent members
 * @property {Record<string, Spell[]>} members  by their present code, in the order of time
 * @property {Record<string, string>} councils  by year: the members' codes in seat order
 * @property {{ title: string, publisher: string, date: string, url: string }[]} sources
 */

/** What is wrong with a link: the key, and what the catalogue's sentence about it needs. */
export class BadLink extends Error {
  /** @param {'c' | 'v' | 'votes' | 't' | 'd'} key @param {Record<string, string | number>} places */
  constructor(key, places) {
    super(`${key}: ${JSON.stringify(places)}`);
    this.key = key;
    this.places = places;
  }
}

/** As many characters as a draft's subject may have (web/content/schemas/scenario.schema.json). */
export const longestTitle = 160;
/** From this day on the Council has fifteen members. */
export const enlarged = '1966-01-01';

/** Text as it may be shown: no control characters, nothing that turns the direction of what follows. @param {string} text */
export const plain = (text) => text.replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+/gu, ' ')
  .replace(/\s+/g, ' ').trim();

/** Who sat on a day, in seat order. @param {Councils} councils @param {string} day  YYYY-MM-DD, of a year that is there */
export function membersOn({ councils, members, permanent }, day) {
  return councils[day.slice(0, 4)].split(' ').map((code) => {
    const { until: _until, ...spell } = /** @type {Spell} */ (members[code].find(({ until = '9999' }) => day <= until));
    return { code, ...spell, permanent: permanent.includes(code) };
  });
}

/** The id of the rule by which a year's Council decides, unless something else is told. @param {string} year */
export const ruleIn = (year) => (`${year}-01-01` < enlarged ? 'unsc-1946' : 'unsc');

/**
 * Votes as people write them, RUS=against CHN=abstaining, as letters in seat order.
 * @param {string} written
 * @param {string[]} codes  of the members, in seat order
 * @param {string} [others]  letters of those who are not named; without, each must be
 * @returns {string | undefined}  nothing where a member or a way to vote is unknown, or somebody is named twice or not at all
 */
export function lettersOf(written, codes, others = '') {
  const cast = written.split(/\s+/).filter(Boolean).map((each) => each.split('='));
  const votes = new Map(/** @type {[string, string][]} */ (cast));
  if (votes.size < cast.length || cast.some(([code, way, ...more]) => !codes.includes(code) || !(way in letters) || more.length > 0)) return undefined;
  const all = codes.map((code, seat) => letters[votes.get(code) ?? ''] ?? others[seat] ?? '').join('');
  return all.length === codes.length ? all : undefined;
}

/**
 * The scenario that a link tells, as a file of web/content/scenarios would.
 * @param {Councils} councils
 * @param {URLSearchParams} link
 * @param {string} untitled  the subject where the link gives no title; {year} is the place of the year
 * @throws {BadLink}
 */
export function seatCouncil(councils, link, untitled) {
  const [year, written, day, title] = ['c', 'votes', 'd', 't'].map((key) => link.get(key) ?? '');
  const years = Object.keys(councils.councils);
  if (!years.includes(year)) throw new BadLink('c', { found: plain(year).slice(0, 40), first: years[0], last: years[years.length - 1] });
  if (day && !(isDay(day) && day.startsWith(year))) throw new BadLink('d', { found: plain(day).slice(0, 40), year });
  const subject = plain(title);
  if ([...subject].length > longestTitle) throw new BadLink('t', { found: [...subject].length, most: longestTitle });
  const date = day || `${year}-12-31`;
  const members = membersOn(councils, date);
  const votes = link.get('v') ?? (written ? lettersOf(written, members.map(({ code }) => code)) : '');
  if (votes === undefined) throw new BadLink('votes', { found: plain(written).slice(0, 80), count: members.length });
  if (!/^[YNAX]*$/.test(votes) || votes.length !== members.length) {
    throw new BadLink('v', { found: plain(votes).slice(0, 40), count: members.length });
  }
  const ways = Object.keys(letters);
  return {
    schema: 1,
    id: `council-${year}`,
    date,
    rule: ruleIn(year),
    draft: { symbol: '', subject: { en: subject || untitled.replace('{year}', year) } },
    resolution: null,
    adopted_by: 'vote',
    members,
    votes: Object.fromEntries(members.map(({ code }, i) => [code, ways.find((way) => letters[way] === votes[i])])),
    sources: councils.sources,
  };
}
