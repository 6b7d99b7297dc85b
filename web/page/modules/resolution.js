// A resolution of a record that a reader has on disk (analysis.js reads it), as a vote for the chamber.
//
//   const scenario = scenarioOf(councils, resolution);
//   const link = linkTo(councils, scenario);      // by which others could open it, without the file
import { letters } from './border.js';
import { longestTitle, membersOn, plain } from './councils.js';

/** @typedef {import('./councils.js').Councils} Councils */
/** @typedef {import('./analysis-module.js').Resolution} Resolution */

/** @param {string} text @param {number} most  characters */
const cut = (text, most) => ([...text].length > most ? `${[...text].slice(0, most - 1).join('').trimEnd()}…` : text);

/**
 * What a resolution is about, in a line. The Library writes "Security Council resolution 344 (1973) [on convening of …]".
 * @param {Pick<Resolution, 'title' | 'symbol'>} resolution
 */
export function subjectOf({ title, symbol }) {
  const all = plain(title);
  const about = /^Security Council resolution [^[]*\[(.+)\]$/.exec(all)?.[1] ?? all;
  return cut(about && about[0].toUpperCase() + about.slice(1), longestTitle) || symbol;
}

/** What a resolution of a record is called as a scenario. @param {string} symbol */
export const idOf = (symbol) => `record-${symbol.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/-$/, '').slice(0, 56)}`;

/** Who a code meant on a day; the code itself where nobody knows. @param {Councils} councils @param {string} code @param {string} day */
export function memberOn({ members }, code, day) {
  // The record asks tens of thousands of times.
  for (const present of Object.hasOwn(members, code) ? [code] : Object.keys(members)) {
    const found = members[present].find(({ code: was = present, until = '9999' }) => was === code && day <= until);
    if (!found) continue;
    const { until: _until, ...spell } = found;
    return { ...spell, code };
  }
  return { code, name: { en: code } };
}

/** Who sat on a day, in seat order, as far as is known. @param {Councils} councils @param {string} day */
const seatedOn = (councils, day) => (day.slice(0, 4) in councils.councils ? membersOn(councils, day) : []);

/**
 * The scenario of a resolution, as a file of web/content/scenarios would tell it. Its members are named as they were on its
 * day, and sit as they sat, or as in the file where these are others than the Council of that day.
 * @param {Councils} councils
 * @param {Resolution} resolution
 */
export function scenarioOf(councils, resolution) {
  const { symbol, date, draft, rule, outcome, reason, members, votes } = resolution;
  const ways = Object.keys(letters);
  const seats = new Map(members.map(({ code, permanent }, seat) => [code, { permanent, vote: ways.find((way) => letters[way] === votes[seat]) }]));
  const council = seatedOn(councils, date);
  const same = council.length === seats.size && council.every(({ code }) => seats.has(code));
  const named = same ? council : members.map(({ code }) => memberOn(councils, code, date));
  return {
    schema: 1,
    id: idOf(symbol),
    date,
    rule,
    draft: { symbol: plain(draft).slice(0, 40), subject: { en: subjectOf(resolution) } },
    resolution: outcome === 'adopted' ? symbol : null,
    adopted_by: reason === 'without_vote' ? 'without_vote' : 'vote',
    members: named.map((member) => ({ ...member, permanent: seats.get(member.code)?.permanent ?? false })),
    ...reason === 'without_vote' ? {} : { votes: Object.fromEntries(named.map(({ code }) => [code, seats.get(code)?.vote])) },
  };
}

/**
 * Where the Council of a vote's day has its seats in the vote's own order.
 * @param {Councils} councils @param {{ date: string, members: { code: string }[] }} scenario
 */
export const orderIn = (councils, { date, members }) => seatedOn(councils, date).map(({ code }) => members.findIndex((each) => each.code === code));

/**
 * The link by which anybody can open the same vote, where a year's Council says it all: the members of that day, with a
 * standard rule.
 * @param {Councils} councils
 * @param {{ date: string, rule: unknown, adopted_by: string, draft: { subject: Record<string, string> }, members: { code: string, permanent: boolean }[] }} scenario
 * @returns {URLSearchParams | undefined}  with c, d and t; nothing where no link can tell it
 */
export function linkTo(councils, { date, rule, adopted_by: by, draft: { subject }, members }) {
  const seats = (/** @type {{ code: string, permanent: boolean }[]} */ all) => all.map(({ code, permanent }) => `${code} ${permanent}`).sort().join();
  if (by !== 'vote' || typeof rule !== 'string' || seats(members) !== seats(seatedOn(councils, date))) return undefined;
  return new URLSearchParams({ c: date.slice(0, 4), d: date, t: cut(plain(subject.en), longestTitle) });
}
