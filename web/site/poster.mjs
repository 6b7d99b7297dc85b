// What the command says of pictures: posters for the page, cards to share, the palette, and how high a picture is.
//
//   const { inline, files, cards, heights, palette } = pictures('build/council', scratch);
//   (await heights(['a.json', 'b.json'], 'en.json', false)).get('a')
//
// The command draws any number of votes at once, because to start it takes longer than to draw.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Half a unit is no more than the canvas moves its letters to stand on whole pixels: places are whole, but for what stands
 * inside a mark. */
const parts = { textLength: 1, x: 1, y: 1, cx: 1, cy: 1, d: 2, transform: 2 };

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
 * @param {string} scratch  a folder for what it writes
 */
export function pictures(council, scratch) {
  const idOf = (/** @type {string} */ scenario) => basename(scenario, '.json');

  /** What the command writes of each scenario, into a new folder. @param {string[]} scenarios  files @param {...string} options */
  async function write(scenarios, ...options) {
    const folder = mkdtempSync(join(scratch, 'poster-'));
    await run(council, ['poster', ...scenarios, ...options, '-o', join(folder, '{}')]);
    return folder;
  }

  /**
   * The same read and put to use, by the scenarios' ids.
   * @template Picture
   * @param {(text: string) => Picture} use @param {string[]} scenarios @param {...string} options
   */
  async function draw(use, scenarios, ...options) {
    const folder = await write(scenarios, ...options);
    return new Map(scenarios.map(idOf).map((id) => [id, use(readFileSync(join(folder, id), 'utf8'))]));
  }

  return {
    /**
     * Recorded votes as inline pictures, laid out for a width; their colours are the page's.
     * @param {string[]} scenarios  files
     * @param {string} words  a catalogue's file
     * @param {string} name
     * @param {number} width
     * @param {boolean} frame  whether their rows stand closer, their words fit in any typeface, and they tell where their seats are
     */
    inline: (scenarios, words, name, width, frame) => draw(
      (svg) => rounded(svg.trim())
        .replace(/ width="\d+" height="\d+"/, ` class="${name}" preserveAspectRatio="xMidYMin meet"`)
        .replace(/ xmlns="[^"]*"/, '')
        .replace(/ font-family="[^"]*"/, ''),
      scenarios, '--words', words, '--theme', 'css', '--size', String(width), ...frame ? ['--compact', '--seats', '--fit'] : []),

    /**
     * Pictures as files of their own, in the reader's colours: of the recorded votes, or before anybody votes.
     * @param {string[]} scenarios @param {string} words @param {number} width @param {boolean} blank
     */
    files: (scenarios, words, width, blank) => draw(
      rounded, scenarios, '--words', words, '--theme', 'auto', '--compact', '--fit', '--size', String(width), ...blank ? ['--blank'] : []),

    /**
     * Pictures on paper, to stand in it.
     * @param {string[]} scenarios @param {string} words @param {number} width @param {boolean} blank
     */
    printed: (scenarios, words, width, blank) => draw(
      (svg) => rounded(svg.trim()), scenarios, '--words', words, '--theme', 'paper', '--compact', '--size', String(width), ...blank ? ['--blank'] : []),

    /**
     * A plot as a file of its own, in the reader's colours, and what it says.
     * @param {'power' | 'vetoes'} which @param {string} file  a scenario, or the index of vetoes @param {string} words @param {number} width
     */
    async plot(which, file, words, width) {
      const { stdout } = await run(council, ['poster', '--plot', which, file, '--words', words, '--theme', 'auto', '--fit', '--size', String(width)]);
      const [, height] = /** @type {RegExpExecArray} */ (/ height="(\d+)"/.exec(stdout));
      const [, alt] = /** @type {RegExpExecArray} */ (/ aria-label="([^"]*)"/.exec(stdout));
      return { svg: rounded(stdout), width, height: Number(height), alt: alt.replace(/&lt;/g, '<').replace(/&quot;/g, '"').replace(/&amp;/g, '&') };
    },

    /**
     * What networks show.
     * @param {string[]} scenarios @param {string} words
     * @param {(id: string) => string} out  a PNG file
     */
    async cards(scenarios, words, out) {
      const folder = await write(scenarios, '--words', words, '--size', '1200x630');
      // One at a time: who waits for them has work of its own.
      for (const id of scenarios.map(idOf))
        await run('rsvg-convert', ['--width', '1200', '--height', '630', '--output', out(id), join(folder, id)]);
    },

    /**
     * From which width on a picture needs which height, in sixteenths of the reader's text size.
     * @param {string[]} scenarios @param {string} words @param {boolean} frame
     */
    heights: (scenarios, words, frame) => draw(
      (text) => /** @type {{ from: number, height: number }[]} */ (JSON.parse(text)),
      scenarios, '--words', words, '--heights', ...frame ? ['--compact'] : []),

    /** The colours of both themes, by the names of the page's custom properties. */
    palette: async () => /** @type {Record<'light' | 'dark', Record<string, string>>} */ (
      JSON.parse((await run(council, ['poster', '--palette'])).stdout)),
  };
}
