// A share of all ways to vote, in words.
import { numbersOf } from './language.js';

/** The catalogue's section explore.share, as far as it tells of one. @typedef {{ ratio: Record<string, string>, never: string, always: string }} Words */

/**
 * What part of all ways to vote adopts the text, as one of so many.
 * @param {Words} words @param {string} language @param {{ adopting: string | number, total: string | number }} counted
 */
export function ratioIn(words, language, { adopting, total }) {
  const one = Math.round(Number(total) / Number(adopting));
  const told = Number(adopting) === 0 ? words.never : Number(adopting) === Number(total) ? words.always
    : (words.ratio[new Intl.PluralRules(language).select(one)] ?? words.ratio.other).replace('{n}', one.toLocaleString(numbersOf(language)));
  return { one, told };
}
