// Days in words.

/**
 * A day in words, the day before the month as the United Nations write it; in figures where nobody knows the language's.
 * @param {string} day  YYYY-MM-DD
 * @param {string} language
 */
export const dayIn = (day, language) => (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0 ? day
  : new Intl.DateTimeFormat({ en: 'en-GB', ar: 'ar-u-nu-latn' }[language] ?? language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)));

/** Whether that is a day of the calendar. @param {string} day  YYYY-MM-DD */
export const isDay = (day) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
