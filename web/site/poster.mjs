// What the command says of pictures: posters for the page, cards to share, the palette, and how high a picture is.
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Half a unit is no more than the canvas moves its letters to stand on whole pixels: places are whole, but for what stands
 * inside a mark. */
const parts = { x: 1, y: 1, cx: 1, cy: 1, d: 2, transform: 2 };

/** @param {number} pieces  of a unit @param {string} number */
const roundedTo = (pieces, number) => String(Math.round(Number(number) * pieces) / pieces).replace(/^0\./, '.');

/**
 * What stands between quotes as numbers, places to a whole or a half and measures to a tenth; words stay as they are.
 * @param {string} svg
 */
export const rounded = (svg) => svg.replace(/<[^<>"]*(?:"[^"]*"[^<>"]*)*>/g, (tag) =>
  tag.replace(/ ([\w-]+)="([^"]*)"/g, (attribute, name, value) => (name === 'aria-label' ? attribute
    : ` ${name}="${value.replace(/\d*\.\d+/g, (/** @type {string} */ number) => roundedTo(parts[/** @type {keyof typeof parts} */ (name)] ?? 10, number))}"`)));

/**
 * @param {string} council  the command
 */
export function pictures(council) {
  /** @param {...string} options @returns {Promise<string>} */
  const poster = async (...options) => (await run(council, ['poster', ...options], { maxBuffer: 1 << 26 })).stdout;
  return {
    /**
     * A recorded vote as an inline picture, laid out for a width; its colours are the page's.
     * @param {string} scenario  a file
     * @param {string} words  a catalogue's file
     * @param {string} name
     * @param {number} width
     * @param {boolean} frame  whether its rows stand closer, and it tells where its seats are
     */
    inline: async (scenario, words, name, width, frame) =>
      rounded((await poster(scenario, '--words', words, '--theme', 'css', '--size', String(width), ...frame ? ['--compact', '--seats'] : [])).trim())
        .replace(/ width="\d+" height="\d+"/, ` class="${name}" preserveAspectRatio="xMidYMin meet"`)
        .replace(/ xmlns="[^"]*"/, '')
        .replace(/ font-family="[^"]*"/, ''),

    /**
     * A picture as a file of its own, in the reader's colours: of the recorded vote, or before anybody votes.
     * @param {string} scenario @param {string} words @param {number} width @param {boolean} blank
     */
    file: async (scenario, words, width, blank) =>
      rounded(await poster(scenario, '--words', words, '--theme', 'auto', '--compact', '--size', String(width), ...blank ? ['--blank'] : [])),

    /** What networks show. @param {string} scenario @param {string} words @param {string} out  a PNG file */
    async card(scenario, words, out) {
      const svg = `${out}.svg`;
      await poster(scenario, '--words', words, '--size', '1200x630', '-o', svg);
      await run('rsvg-convert', ['--width', '1200', '--height', '630', '--output', out, svg]);
      rmSync(svg);
    },

    /** From which width on the picture needs which height, in sixteenths of the reader's text size. @param {string} scenario @param {string} words @param {boolean} [frame] */
    heights: async (scenario, words, frame) => /** @type {{ from: number, height: number }[]} */ (JSON.parse(
      await poster(scenario, '--words', words, '--heights', ...frame ? ['--compact'] : []))),

    /** The colours of both themes, by the names of the page's custom properties. */
    palette: async () => /** @type {Record<'light' | 'dark', Record<string, string>>} */ (JSON.parse(await poster('--palette'))),
  };
}
