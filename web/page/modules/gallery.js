// The gallery module, as web/platform/gallery.h describes it: the chamber, and plots of power and of vetoes in its place,
// on the same canvas or in the same SVG. Only the page that has plots imports this.
//
//   const gallery = await openGallery({ …as for openChamber, with gallery.js and gallery.wasm, onLook });
//   gallery.takeVetoes(text);
//   gallery.exhibit('vetoes');
//   canvas.style.blockSize = `${gallery.heightIn(width)}px`;
//   gallery.highlight('RUS 1946-1965');
import { exhibit, status } from './border.js';
import { openChamber } from './chamber.js';
import { pass, text } from './wasm.js';

/**
 * @typedef {object} Plots
 * @property {(exhibit: number) => number} _gallery_show
 * @property {(length: number) => number} _gallery_vetoes
 * @property {(length: number) => number} _gallery_power
 * @property {(length: number) => number} _gallery_highlight
 * @property {(width: number) => number} _gallery_height
 */

/** What was pressed in a plot of vetoes: a member by its code, and one of its years, unless all. @typedef {{ member: string, year?: number }} Look */

/**
 * @typedef {object} Gallery
 * @property {(which: keyof typeof exhibit) => void} exhibit  shows a plot, or the chamber again; vetoes want takeVetoes first
 * @property {(json: string) => void} takeVetoes  takes an index of vetoes (core/vetoes.h); throws what is wrong with it
 * @property {(choice: { rule?: string, with?: string, index?: string, game?: 'yes_no' | 'with_abstention' }) => void} choosePower
 *     takes which power is shown: ids of rules (of the state's rule, without one), and a name of core/power_index.h; throws
 *     what is wrong with it
 * @property {(what: string) => void} highlight  vetoes in ink while the rest is soft: "RUS", "1946-1965", "RUS 1986", or ""
 *     for all; throws what is wrong with it
 * @property {(width: number) => number} heightIn  of the plot that is shown, in units of 1/16 of the reader's text size,
 *     laid out for so many; 0 where the chamber is
 * @property {(picture: SVGSVGElement, note?: string) => string} drawInto  as of the chamber
 * @property {() => string} told  what the plot says, for those who do not see it; empty where the chamber is shown
 */

/**
 * Starts the picture, on the chamber.
 * @param {import('./chamber.js').ChamberOptions & { onLook: (look: Look) => void }} options
 * @returns {Promise<Omit<import('./chamber.js').Chamber, 'drawInto'> & Gallery>} rejected as by openChamber
 */
export async function openGallery({ onLook, onAction, ...options }) {
  const chamber = await openChamber({
    ...options,
    onAction(action) {
      const look = /^look (\w+) ?(\d*)$/.exec(action);
      if (!look) onAction(action);
      else onLook({ member: look[1], ...look[2] && { year: Number(look[2]) } });
    },
  });
  const module = /** @type {import('./chamber.js').ChamberModule & Plots} */ (chamber.module);
  const heap = { memory: () => module.HEAPU8.buffer, buffer: module._chamber_buffer };
  const answer = () => text(heap, module._chamber_answer(), module._chamber_answer_length());
  /** @param {number} outcome */
  function done(outcome) {
    if (outcome !== status.done) throw new Error(answer());
    chamber.refresh();
  }
  const told = () => (module._gallery_height(0) > 0 ? answer() : '');
  return {
    ...chamber,
    /** @returns {string} */
    drawInto(paper, note) {
      const said = told();
      chamber.drawInto(paper, said ? '' : note);
      return said;
    },
    exhibit: (which) => done(module._gallery_show(exhibit[which])),
    takeVetoes: (json) => done(module._gallery_vetoes(pass(heap, json))),
    choosePower: (choice) => done(module._gallery_power(pass(heap, String(new URLSearchParams(choice))))),
    highlight: (what) => done(module._gallery_highlight(pass(heap, what))),
    heightIn: (width) => module._gallery_height(width),
    told,
  };
}
