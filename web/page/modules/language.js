// The languages of the site, in the names of its files.

/** The language that every text has, and that no file's name tells. */
export const mainLanguage = 'en';

/** What a file's name says of its language: posters/korea-1950.fr.svg. @param {string} language */
export const tagOf = (language) => (language === mainLanguage ? '' : `.${language}`);
