// The picture, alive: on a canvas, or, where nothing can be drawn there, as a still picture that follows every vote.
// Where not even that can be had, the recorded vote stays, and the reader is told.
import { openChamber } from '../modules/chamber.js';
import { codeOf } from './controls.js';

/**
 * @param {HTMLElement} root  with `.chamber`: still pictures, a canvas, `.coming` with its progress
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {Pick<import('../modules/chamber.js').ChamberOptions, 'moduleUrl' | 'wasmUrl' | 'fonts' | 'words' | 'scenario'>} page.files
 *     another scenario may take the place of the first
 * @param {(options: import('../modules/chamber.js').ChamberOptions) => Promise<import('../modules/chamber.js').Chamber>} [page.open]
 *     starts the picture, where it is more than the chamber
 * @param {boolean} [page.compact]  whether the rows of a narrow picture stand closer
 * @param {boolean} [page.yields]  whether the canvas rests while it is out of sight: others may stand on the same page
 * @param {() => void} [page.withoutCanvas]  told where the picture lives, but on no canvas
 * @param {() => void} page.stays  told where the picture stays with the recorded vote
 */
export async function showPicture(root, store, { files, stays, compact, yields, withoutCanvas, open = openChamber }) {
  const box = /** @type {HTMLElement | null} */ (root.querySelector('.chamber'));
  const canvas = box?.querySelector('canvas');
  const poster = /** @type {SVGSVGElement | null | undefined} */ (box?.querySelector('svg.wide'));
  if (!box || !canvas || !poster) return;
  const picture = /** @type {SVGSVGElement} */ (poster.cloneNode());
  picture.setAttribute('class', 'drawn');
  // On a slow link the picture says that it is coming, in the place where it will ask for a tap.
  const coming = /** @type {HTMLElement | null} */ (box.querySelector('.coming'));
  const progress = box.querySelector('progress');
  const late = setTimeout(() => coming?.toggleAttribute('hidden', false), 300);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const appearance = () => ({ reducedMotion: still.matches });
  /** @type {import('../modules/chamber.js').Chamber | undefined} */
  let chamber;
  /** @param {import('../modules/chamber.js').Live} [live] */
  function goLive(live) {
    box?.classList.toggle('live', Boolean(live));
    const drawn = live === 'picture' || live === 'resting';
    box?.classList.toggle('in-picture', drawn);
    if (!drawn) return picture.remove();
    box?.prepend(picture);
    if (live === 'picture') withoutCanvas?.();
  }

  let opened = files.scenario;
  /** The picture shows where the keyboard is among the controls, too. */
  function show() {
    const focused = codeOf(root.querySelector('fieldset:has(:focus-visible)'));
    try {
      if (files.scenario !== opened) chamber?.open(opened = files.scenario);
      chamber?.show(store.view('link'), focused, compact);
    } catch {
      chamber?.close();
      chamber = undefined;
      goLive();
      stays();
    }
    picture.ariaLabel = store.view('outcome').status;
  }

  try {
    chamber = await open({
      ...files,
      canvas,
      picture,
      appearance: appearance(),
      yields,
      onAction: (action) => { store.act(action); },
      onProgress: (bytes) => { if (progress) progress.value = bytes; },
      onLive: goLive,
    });
    const colours = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'].map((query) => matchMedia(query));
    for (const query of [still, ...colours]) query.addEventListener('change', () => chamber?.setAppearance(appearance()));
    store.subscribe(show);
    root.addEventListener('focusin', show);
    root.addEventListener('focusout', () => queueMicrotask(show));
    show();
    // Paper shows the votes as they are.
    addEventListener('beforeprint', () => {
      poster.ariaLabel = chamber?.drawInto(poster, store.view('state').recorded ? '' : box.dataset.changed) || store.view('outcome').status;
    });
  } catch {
    stays();
  }
  clearTimeout(late);
  if (coming) coming.hidden = true;
}
