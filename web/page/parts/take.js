// What an editor takes away: the poster as a file, the roll as CSV, the text alternative; and the one thing that is sent to
// somebody else, when it is pressed.
import { openChamber } from '../modules/chamber.js';
import { rollAsCsv } from '../modules/csv.js';
import { escaped, openInDatawrapper, png, save, shapesOf } from '../modules/files.js';

/**
 * @typedef {object} Taken
 * @property {string} title
 * @property {string} status
 * @property {string} alternative
 * @property {any} scenario
 * @property {string} link  the state
 * @property {string} poster  the name of the site's own, with the votes or without, in the language
 * @property {string} [mark]  what is said of votes that are nobody's record; they are drawn here then
 * @property {{ code: string, name: string, permanent: boolean, vote: string }[]} members
 * @property {string} from
 * @property {string} day  of the vote; empty where nobody gave one
 */

/** Of the pictures for wide pages. */
const width = 800;

/**
 * The site's poster with these votes in it, drawn by the chamber.
 * @param {string} blank  the poster before anybody votes
 * @param {Taken} vote
 * @param {{ words: any, asset: (name: string) => string }} page
 */
async function drawn(blank, { scenario, link, mark, status }, { words, asset }) {
  const place = document.createElement('div');
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  place.append(picture);
  const chamber = await openChamber({
    canvas: document.createElement('canvas'), picture,
    moduleUrl: asset('chamber'), wasmUrl: asset('chamber-wasm'),
    fonts: Promise.reject(new Error('no canvas')),
    words: JSON.stringify(words), scenario: JSON.stringify(scenario),
    onAction() {}, onLive() {},
  });
  chamber.show(link, '', true);
  const paper = /** @type {SVGSVGElement} */ (picture.cloneNode());
  paper.setAttribute('viewBox', `0 0 ${width} 1`);
  chamber.drawInto(paper, mark);
  chamber.close();
  const [head] = blank.split('<g ');
  return `${head.replace(/aria-label="[^"]*"/, () => `aria-label="${escaped(status)}"`)}${shapesOf(paper)}</svg>`;
}

/**
 * @param {HTMLElement} root  with `.take` and `.said`
 * @param {object} page
 * @param {any} page.words
 * @param {(name: string) => string} page.asset
 * @param {() => Taken | undefined} page.vote  nothing while votes are missing
 * @param {() => void} page.failed
 */
export function offerFiles(root, { words, asset, vote, failed }) {
  const said = /** @type {HTMLElement} */ (root.querySelector('.said'));
  root.querySelector('.take')?.addEventListener('click', async ({ target }) => {
    const what = target instanceof HTMLButtonElement ? target.value : '';
    const taken = vote();
    if (!what || !taken) return;
    const name = taken.scenario.id;
    const poster = async () => {
      const text = await fetch(new URL(`posters/${taken.poster}.svg`, document.baseURI)).then((response) => response.text());
      return taken.mark ? drawn(text, taken, { words, asset }) : text;
    };
    const roll = () => rollAsCsv(taken, words.editors.columns);
    try {
      said.textContent = '';
      if (what === 'svg') save(new Blob([await poster()], { type: 'image/svg+xml' }), `${name}.svg`);
      if (what === 'png') save(await png(await poster()), `${name}.png`);
      if (what === 'csv') save(new Blob([roll()], { type: 'text/csv' }), `${name}.csv`);
      if (what === 'datawrapper') openInDatawrapper(taken.title, roll());
      if (what === 'alternative') {
        await navigator.clipboard.writeText(taken.alternative).then(() => { said.textContent = said.dataset.copied ?? ''; }, () => { said.textContent = taken.alternative; });
      }
    } catch {
      failed();
    }
  });
}
