// Finding votes: what a search means, and what filters leave.
//
//   const search = { words: wordsOf('Korea 1950'), filters: { outcome: 'veto' } };
//   entries.filter((entry) => keeps(entry, search));

import { enlarged } from './councils.js';

/**
 * A vote, or a text that was vetoed, as it can be found.
 * @typedef {object} Entry
 * @property {string} date  YYYY-MM-DD
 * @property {string} is  veto, adopted or insufficient_votes
 * @property {string[]} by  codes of those who vetoed it
 * @property {string} text  all words that it is found by, as plainly() writes them
 * @property {string} [sat]  likewise the elected members who sat then, where they are known
 */

/** Chosen of each group; nothing where all is kept. @typedef {{ outcome?: string, by?: string, years?: string }} Filters */
/** With `sat`, also by who sat in the Council. @typedef {{ words: string[], filters: Filters, sat?: boolean }} Search */

/**
 * Text as it is compared: without case, accents, marks of vowels and strokes that only fill a line; letters of Arabic that
 * many write one for the other are one, and its figures as all read them.
 * @param {string} text
 */
export const plainly = (text) => text.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '').toLowerCase().replace(/ة/g, 'ه').replace(/ى/g, 'ي')
  .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) % 16));

/**
 * What is looked for: each word must be found, but for those that say nothing of any vote. Chinese writes “year” after
 * figures, which a date in figures has not.
 * @param {string} query @param {string[]} [idle]
 */
export const wordsOf = (query, idle = []) => (plainly(query).match(/[^\s,;،，年]+/g) ?? []).filter((word) => !idle.includes(word));

/** Whether a word is there. Chinese has no blanks: what is asked for at once may be there in pieces of two letters or more.
 * @param {string} text @param {string} word @returns {boolean} */
const has = (text, word) => text.includes(word) || (word > '一' && [...word].some((_letter, i) =>
  i > 1 && i < word.length - 1 && text.includes(word.slice(0, i)) && has(text, word.slice(i))));

/** @type {Record<keyof Filters, (entry: Entry, choice: string) => boolean>} */
const filters = {
  outcome: ({ is }, choice) => is === choice,
  by: ({ by }, choice) => (choice === 'several' ? by.length > 1 : by.includes(choice)),
  years: ({ date }, choice) => (choice === 'before' ? date < enlarged : choice === 'since' ? date >= enlarged : date.startsWith(choice)),
};

/** @param {Entry} entry @param {Search} search */
export const keeps = (entry, search) => search.words.every((word) => has(entry.text, word) || (search.sat && has(entry.sat ?? '', word))) &&
  /** @type {(keyof Filters)[]} */ (Object.keys(filters)).every((group) => !search.filters[group] || filters[group](entry, search.filters[group] ?? ''));

/**
 * How many each choice of a group would leave, with the other filters as they are.
 * @param {Entry[]} entries @param {Search} search @param {keyof Filters} group @param {string[]} choices  '' for all
 */
export function left(entries, search, group, choices) {
  const asked = { ...search, filters: { ...search.filters, [group]: '' } };
  const found = entries.filter((entry) => keeps(entry, asked));
  return choices.map((choice) => found.filter((entry) => !choice || filters[group](entry, choice)).length);
}

/** Filters in a link: f=veto,RUS,since. A year stands for itself. @param {Filters} chosen */
export const written = ({ outcome, by, years }) => [outcome, by, years].filter(Boolean).join(',');

/** @param {string} text @param {Record<keyof Filters, string[]>} known  choices of each group @returns {Filters} */
export function read(text, known) {
  /** @type {Filters} */
  const chosen = {};
  for (const each of text.split(',')) {
    const group = /** @type {(keyof Filters)[]} */ (Object.keys(known)).find((name) => known[name].includes(each));
    if (group && each) chosen[group] = each;
    else if (/^(19|20)\d\d$/.test(each)) chosen.years = each;
  }
  return chosen;
}
