// Votes side by side: whose votes stand beside whose, and where they differ. Members are told apart by their codes, which
// stay when a name changes.
//
//   const rows = aligned([first, second], 'en');
//   rows.filter(({ sat, differs }) => sat === 2 && differs);    // who sat in both and voted otherwise

/** As many votes stand side by side, the open one among them. */
export const most = 10;

/**
 * @typedef {object} Member  as scenarios have it
 * @property {string} code
 * @property {Record<string, string>} name
 * @property {Record<string, string>} [short]
 * @property {boolean} permanent
 */

/**
 * @typedef {object} Cast  a vote as it is compared
 * @property {string} date  YYYY-MM-DD
 * @property {Member[]} members  in seat order
 * @property {string} votes  Y, N, A or X for each seat; empty where no vote was taken
 */

/**
 * @typedef {object} Row  a member in all votes
 * @property {string} code
 * @property {string[]} names  what it was called, in the order of time
 * @property {boolean} permanent
 * @property {(string | undefined)[]} ways  its letter in each vote; nothing where it did not sit or no vote was taken
 * @property {boolean[]} seats  in which votes it sat
 * @property {number} sat  in how many
 * @property {boolean} differs  whether it voted in two of them or more, and not alike
 */

/**
 * Everybody who sat in any of the votes: permanent members first, then who sat in most, each group by name.
 * @param {Cast[]} votes
 * @param {string} language
 * @returns {Row[]}
 */
export function aligned(votes, language) {
  const inTime = [...votes].sort((a, b) => a.date.localeCompare(b.date));
  const textIn = (/** @type {Record<string, string>} */ texts) => texts[language] ?? texts.en;
  const seatOf = (/** @type {Cast} */ { members }, /** @type {string} */ code) => members.findIndex((each) => each.code === code);
  const codes = [...new Set(votes.flatMap(({ members }) => members.map(({ code }) => code)))];
  return codes.map((code) => {
    const known = inTime.map(({ members }) => members.find((each) => each.code === code)).filter((each) => each !== undefined);
    const seats = votes.map((vote) => seatOf(vote, code) >= 0);
    const ways = votes.map((vote, i) => (seats[i] ? vote.votes[seatOf(vote, code)] : undefined));
    return {
      code, seats, ways,
      names: [...new Set(known.map(({ name, short }) => textIn(short ?? name)))],
      permanent: known.some(({ permanent }) => permanent),
      sat: seats.filter(Boolean).length,
      differs: new Set(ways.filter(Boolean)).size > 1,
    };
  }).sort((a, b) => Number(b.permanent) - Number(a.permanent) || b.sat - a.sat ||
    a.names[a.names.length - 1].localeCompare(b.names[b.names.length - 1], language));
}

/**
 * The rows as a table of texts, such as csv() of csv.js writes: a line of heads, then a line a member.
 * @param {(Cast & { title: string })[]} votes  each with the head of its column
 * @param {string} language
 * @param {{ code: string, member: string, permanent: string, yes: string, no: string, absent: string, ways: Record<string, string>, later: string }} words
 *     heads; what stands where a member did not sit; ways to vote by letter; how a name and a later one are written
 */
export const rowsOf = (votes, language, words) => [
  [words.code, words.member, words.permanent, ...votes.map(({ title }) => title)],
  ...aligned(votes, language).map(({ code, names, permanent, ways, seats }) => [code, nameOf(names, words.later), permanent ? words.yes : words.no,
    ...ways.map((way, i) => (seats[i] ? words.ways[way ?? ''] ?? '' : words.absent))]),
];

/** A member by all its names. @param {string[]} names @param {string} later  {first} (later {second}) */
export const nameOf = (names, later) => names.reduce((first, second) => later.replace('{first}', () => first).replace('{second}', () => second));

/** What stands in with= where all are decided by the open vote's rule. */
export const alike = 'alike';

/**
 * What a link puts beside the open vote: with=ENTRY,ENTRY. Each once, and one less than stand side by side.
 * @param {string} text
 * @param {string[]} known  ids of votes; others are years, of whose Councils is told at their time whether they fit
 * @param {string[]} rules  ids of rules
 * @returns {{ ids: string[], unknown: string[] }}
 */
export function withIn(text, known, rules) {
  const asked = [...new Set(text.split(',').filter(Boolean))];
  const is = (/** @type {string} */ entry) => {
    const [vote, rule] = entry.split(':');
    return entry === alike || ((known.includes(vote) || /^\d{4}:/.test(entry)) && (!rule || rules.includes(rule)));
  };
  return { ids: asked.filter(is).slice(0, asked.includes(alike) ? most : most - 1), unknown: asked.filter((entry) => !is(entry)) };
}

/**
 * A vote that a link tells, as an entry of with=, as much as there is: ID:RULE:VOTES of a record, YEAR:RULE:VOTES:DAY:TITLE
 * of a year's Council; after those, for a proposal's, the states in its new seats, with dots between (a record's:
 * ID:RULE:VOTES:::BRA.IND). No comma and no colon is left in a title.
 * @param {URLSearchParams} link
 */
export const entryOf = (link) => [link.get('c') ?? link.get('s'), link.get('rule'), link.get('v'), link.get('d'), encodeURIComponent(link.get('t') ?? '').replaceAll('%20', ' '), link.get('n')?.replaceAll(',', '.').replace(/\.+$/, '')]
  .map((part) => part ?? '').join(':').replace(/:+$/, '');

/**
 * The other way round.
 * @param {string} entry
 * @throws {URIError}  where somebody wrote a title that is none
 */
export function linkOf(entry) {
  const [name, rule = '', v = '', d = '', t = '', n = ''] = entry.split(':');
  const parts = Object.entries({ [/^\d{4}$/.test(name) ? 'c' : 's']: name, v, t: decodeURIComponent(t), d, rule, n: n.replaceAll('.', ',') });
  return new URLSearchParams(parts.filter(([, value]) => value));
}
