// A tally as a strip of cells, in the order of the chamber's: in favour, not participating, abstaining, against; and the line
// that has to be reached.
import { letters } from '../modules/border.js';

const cell = 10;
const gap = 2;

/** @param {string} name @param {Record<string, string | number>} attributes */
export function shape(name, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/**
 * @param {[yes: number, no: number, abstaining: number, absent: number]} tally
 * @param {number} [required]  votes in favour that are needed
 */
export function stripOf([yes, no, abstaining, absent], required) {
  const seats = yes + no + abstaining + absent;
  const width = seats * (cell + gap) - gap;
  const strip = shape('svg', { class: 'strip', viewBox: `0 0 ${width} ${cell}`, width: `${width / 16}rem`, height: `${cell / 16}rem`, 'aria-hidden': 'true' });
  const ways = [...Array(yes).fill('in_favour'), ...Array(absent).fill('not_participating'), ...Array(abstaining).fill('abstaining'), ...Array(no).fill('against')];
  ways.forEach((way, seat) => {
    const x = seat * (cell + gap);
    const inset = way === 'in_favour' || way === 'against' ? 0 : 0.5;
    strip.append(shape('rect', { class: way, x: x + inset, y: inset, width: cell - 2 * inset, height: cell - 2 * inset, rx: 1 }));
    if (way === 'against') strip.append(shape('path', { d: `M${x + 3} 3l4 4m0-4l-4 4` }));
    if (way === 'abstaining') strip.append(shape('path', { class: 'bar', d: `M${x + 3} 5h4` }));
  });
  if (required) strip.append(shape('path', { class: 'line', d: `M${required * (cell + gap) - gap / 2} -3v${cell + 6}` }));
  return strip;
}

/**
 * Has the figures of a tally heard as what they count.
 * @param {HTMLElement} place
 * @param {number[]} tally  as for a strip
 * @param {string} language
 * @param {(way: string, n: number) => string} count  so many votes, in words
 */
export function tellTally(place, tally, language, count) {
  place.role = 'img';
  place.ariaLabel = new Intl.ListFormat(language, { style: 'narrow' }).format(Object.keys(letters).flatMap((way, i) => (tally[i] ? count(way, tally[i]) : [])));
}
