// The roll of a vote as CSV (RFC 4180): a line a member, in seat order.

/**
 * A cell as spreadsheets take it for text: what they would take for a formula gets an apostrophe before it.
 * @param {string} text
 */
export function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {string[][]} rows */
export const csv = (rows) => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/**
 * @param {object} roll
 * @param {{ code: string, name: string, permanent: boolean, vote: string }[]} roll.members  names and ways to vote in words
 * @param {string} roll.title
 * @param {string} roll.day  empty where nobody gave one
 * @param {string} roll.from  where the votes are from, or that they are nobody's record
 * @param {Record<'code' | 'member' | 'permanent' | 'vote' | 'title' | 'day' | 'source' | 'yes' | 'no', string>} words
 */
export const rollAsCsv = ({ members, title, day, from }, words) => csv([
  [words.code, words.member, words.permanent, words.vote, words.title, words.day, words.source],
  ...members.map(({ code, name, permanent, vote }) => [code, name, permanent ? words.yes : words.no, vote, title, day, from]),
]);
