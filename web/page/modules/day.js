// Days in words.

/** The calendar of each language as the United Nations write it: the day before the month, figures that all read. @type {Record<string, string>} */
const locales = { en: 'en-GB', ar: 'ar-EG-u-nu-latn' };

/** What writes days: to make one takes as long as to write hundreds of days. @type {Record<string, Intl.DateTimeFormat>} */
const formats = {};
/** @param {string} locale @param {Intl.DateTimeFormatOptions} style  one for each locale */
const formatIn = (locale, style) => (formats[locale] ??= new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }));

/**
 * A day in words; in figures where nobody knows the language's.
 * @param {string} day  YYYY-MM-DD
 * @param {string} language
 */
export function dayIn(day, language) {
  if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return day;
  const date = new Date(day);
  const format = formatIn(locales[language] ?? language, { dateStyle: 'long' });
  // Where Intl abbreviates, newspapers do not.
  if (language === 'ru') return format.format(date).replace(/.г\.$/, ' года');
  if (language === 'fr') return format.format(date).replace(/^1 /, '1er ');
  if (language !== 'ar') return format.format(date);
  // Arabic has two names for each month, one in the east, one in the west: both are written.
  const eastern = formatIn('ar-JO', { month: 'long' }).format(date);
  return format.formatToParts(date).map(({ type, value }) => (type === 'month' ? `${eastern}/${value.replace(/([نل])يو$/, '$1يه')}` : value)).join('');
}

/** Whether that is a day of the calendar. @param {string} day  YYYY-MM-DD */
export const isDay = (day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().slice(0, 10) === day;
