// The languages of the site, in the names of its files and in numbers.

/** The language that every text has, and that no file's name tells. */
export const mainLanguage = 'en';

/** What a file's name says of its language: posters/korea-1950.fr.svg. @param {string} language */
export const tagOf = (language) => (language === mainLanguage ? '' : `.${language}`);

/** The locale of its numbers: in Arabic with the figures of its days and tallies, whatever the browser would choose.
 * @param {string} language */
export const numbersOf = (language) => (language === 'ar' ? 'ar-u-nu-latn' : language);
