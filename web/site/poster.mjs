// What the command says of pictures: posters for the page, cards to share, the palette, and how high a picture is.
import { execFileSync } from 'node:child_process';

/** Half a unit is less than the canvas moves its letters to stand on whole pixels. */
const places = ['x', 'y', 'cx', 'cy', 'd', 'transform'];

/** @param {number} parts  of a unit @param {string} number */
const roundedTo = (parts, number) => String(Math.round(Number(number) * parts) / parts).replace(/^0\./, '.');

/**
 * What stands between quotes as numbers, places to a half and measures to a tenth; words stay as they are.
 * @param {string} svg
 */
export const rounded = (svg) => svg.replace(/<[^<>"]*(?:"[^"]*"[^<>"]*)*>/g, (tag) =>
  tag.replace(/ ([\w-]+)="([^"]*)"/g, (attribute, name, value) => (name === 'aria-label' ? attribute
    : ` ${name}="${value.replace(/\d*\.\d+/g, (/** @type {string} */ number) => roundedTo(places.includes(name) ? 2 : 10, number))}"`)));

/**
 * @param {string} council  the command
 * @param {string} scenario  a file
 */
export function pictures(council, scenario) {
  /** @param {...string} options */
  const poster = (...options) => execFileSync(council, ['poster', ...options], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return {
    /**
     * The recorded vote as an inline picture, laid out for a width; its colours are the page's.
     * @param {string} words  a catalogue's file
     * @param {string} name
     * @param {number} width
     */
    inline: (words, name, width) => rounded(poster(scenario, '--words', words, '--theme', 'css', '--size', String(width)).trim())
      .replace(/ width="\d+" height="\d+"/, ` class="${name}" preserveAspectRatio="xMidYMin meet"`)
      .replace(/ xmlns="[^"]*"/, '')
      .replace(/ font-family="[^"]*"/, ''),

    /** What social networks show. @param {string} words @param {string} out  a PNG file */
    card(words, out) {
      execFileSync('rsvg-convert', ['--width', '1200', '--height', '630', '--output', out], {
        input: poster(scenario, '--words', words, '--size', '1200x630'),
      });
    },

    /** From which width on the picture needs which height, in sixteenths of the reader's text size. @param {string} words */
    heights: (words) => /** @type {{ from: number, height: number }[]} */ (JSON.parse(poster(scenario, '--words', words, '--heights'))),

    /** The colours of both themes, by the names of the page's custom properties. */
    palette: () => /** @type {Record<'light' | 'dark', Record<string, string>>} */ (JSON.parse(poster('--palette'))),
  };
}
