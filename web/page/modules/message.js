// A message of the catalogue with its places filled: of its plural forms the one that its number asks for, and numbers as the
// language writes them. What is no number (a year, a name) is given as text.
//
//   const filled = messagesIn('ru');
//   filled({ one: '{n} голос', few: '{n} голоса', many: '{n} голосов', other: '{n} голоса' }, { n: 3 });  // '3 голоса'
import { numbersOf } from './language.js';

/** A text, or its forms by CLDR's plural categories, of which `n` chooses. @typedef {string | Record<string, string>} Message */

/** @param {string} language */
export function messagesIn(language) {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(numbersOf(language));
  /** @param {Message} message @param {Record<string, string | number>} [places] */
  return (message, places = {}) => (typeof message === 'string' ? message : message[plural.select(/** @type {number} */ (places.n))] ?? message.other)
    .replace(/\{(\w+)\}/g, (_place, name) => (typeof places[name] === 'number' ? number.format(places[name]) : places[name]));
}
