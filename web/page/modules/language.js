// The languages of the site, in the names of its files, in numbers and in the order of names.

/** The language that every text has, and that no file's name tells. */
export const mainLanguage = 'en';

/** What a file's name says of its language: posters/korea-1950.fr.svg. @param {string} language */
export const tagOf = (language) => (language === mainLanguage ? '' : `.${language}`);

/** The locale of its numbers: in Arabic with the figures of its days and tallies, whatever the browser would choose.
 * @param {string} language */
export const numbersOf = (language) => (language === 'ar' ? 'ar-u-nu-latn' : language);

/**
 * Members as every list of them has it: the permanent first, each by name.
 * @template {{ permanent: boolean }} T
 * @param {T[]} members @param {string} language @param {(member: T) => string} nameOf
 */
export const permanentFirst = (members, language, nameOf) => [...members].sort((a, b) =>
  Number(b.permanent) - Number(a.permanent) || nameOf(a).localeCompare(nameOf(b), language));
