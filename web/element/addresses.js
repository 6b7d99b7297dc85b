// From the element's attributes to what it shows: the frame, and the poster in its place. Nothing here touches a page.

const id = /** @type {const} */ ([/^[\w-]+$/, 'dprk-panel-2024']);
const day = /** @type {const} */ ([/^\d{4}-\d\d-\d\d$/, '2026-12-31']);
/** What an attribute's value looks like, and an example; of others the frame knows more. @type {Record<string, readonly [RegExp, string]>} */
const shapes = {
  scenario: id,
  lesson: id,
  council: [/^\d{4}$/, '2026'],
  votes: [/^\s*([A-Z]{3}=(in_favour|against|abstaining|not_participating)(\s+|$))*$/, 'RUS=against CHN=abstaining'],
  step: [/^\d+$/, '1'],
  date: day,
  theme: [/^(auto|light|dark)$/, 'auto, light, dark'],
  size: [/^(full|compact)$/, 'full, compact'],
  loading: [/^(tap|near)$/, 'tap, near'],
  font: [/^(serif|sans|system)$/, 'serif, sans, system'],
  corrected: day,
};
/** What the frame's link takes from attributes, and its key there. @type {Record<string, string>} */
const keys = {
  council: 'c', votes: 'votes', rule: 'rule', step: 'step', date: 'd', caption: 't', theme: 'theme', size: 'size',
  accent: 'accent', font: 'font', source: 'source', correction: 'correction', corrected: 'corrected',
};

/** Every attribute. */
export const attributes = [...new Set([...Object.keys(shapes), ...Object.keys(keys), 'lang', 'site'])];

/** Posters, each from a width of the element on, in CSS pixels, which are their own measure, too. */
export const posters = [
  { name: '-narrow', from: 0, width: 320, height: 587 },
  { name: '', from: 704, width: 800, height: 570 },
];

/**
 * The first attribute that is wrong, if one is.
 * @param {(name: string) => string | null} attribute
 * @returns {{ name: string, found: string, example: string } | undefined}
 */
export const faultIn = (attribute) => Object.entries(shapes)
  .map(([name, [, example]]) => ({ name, example, found: attribute(name) ?? example.split(',')[0] }))
  .find(({ name, found }) => !shapes[name][0].test(found));

/**
 * @param {(name: string) => string | null} attribute  of values that have no fault
 * @param {string} opening  the vote that the site opens with
 * @returns {{ frame: string, link: URLSearchParams, poster: string, given: boolean }}  the frame's file and its link, the
 *     poster's file, both up to what their names say of width and language; whether the votes are nobody's record
 */
export function addressesOf(attribute, opening) {
  const year = attribute('council');
  const id = attribute('lesson')?.replace(/^/, 'lesson-') ?? attribute('scenario');
  const link = new URLSearchParams();
  for (const [name, key] of Object.entries(keys)) {
    const value = attribute(name);
    if (value) link.set(key, value);
  }
  // Votes that are not the record's are shown to nobody who did not ask.
  const given = Boolean(year) || link.has('votes') || link.has('rule');
  return {
    frame: `embed${!year && id ? `-${id}` : ''}`,
    link,
    poster: `posters/${year ? `council-${year}` : id || opening}${given ? '-blank' : ''}`,
    given,
  };
}
