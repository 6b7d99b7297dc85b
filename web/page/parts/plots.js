// The picture shows the chamber, or, in its place, a plot of power or of vetoes since 1946; what a plot says stands above it.
import { openGallery } from '../modules/gallery.js';
import { showPicture } from './picture.js';
import { write } from './verdict.js';

/** @typedef {'chamber' | 'power' | 'vetoes'} Which */

/**
 * @param {HTMLElement} root  with `.shows`, `.plot-told` and what showPicture needs
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {Parameters<typeof showPicture>[2]['files']} page.files  of the gallery module
 * @param {() => void} page.stays
 * @param {() => Promise<object>} page.vetoes  the index of vetoes
 * @param {(look: import('../modules/gallery.js').Look) => void} page.look  told of the member and the year that was pressed
 * @param {import('./shown.js').Shown} page.shown  keeps which picture there is
 * @param {import('./announcer.js').Announcer} page.announcer
 */
export function showPlots(root, store, { files, stays, vetoes, look, shown, announcer }) {
  const box = /** @type {HTMLElement} */ (root.querySelector('.chamber'));
  const told = /** @type {HTMLElement} */ (root.querySelector('.plot-told'));
  const choices = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll('.shows input')]);
  /** @type {Awaited<ReturnType<typeof openGallery>> | undefined} */
  let gallery;
  /** @type {Which} */
  let which = 'chamber';
  /** @type {Parameters<import('../modules/gallery.js').Gallery['choosePower']>[0]} */
  let power = {};
  let highlighted = '';
  let known = false;

  /** A plot is as high as it has to be; the chamber's height is the style sheet's. */
  function fit() {
    const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    const height = gallery?.heightIn(Math.round(box.clientWidth / unit)) ?? 0;
    box.style.blockSize = height > 0 ? `${height / 16}rem` : '';
    write(told, gallery?.told() ?? '');
  }

  const check = () => { for (const choice of choices) choice.checked = choice.value === which; };
  /** Shows what the address tells. */
  function follow() {
    const wanted = choices.find(({ value }) => value === (shown.get('show') || 'chamber'))?.value ?? 'chamber';
    if (wanted === which) return;
    which = /** @type {Which} */ (wanted);
    check();
    show();
  }

  async function show() {
    const wanted = which;
    try {
      if (wanted === 'vetoes' && !known) {
        gallery?.takeVetoes(JSON.stringify(await vetoes()));
        known = true;
      }
      if (wanted !== which) return;
      if (wanted === 'power') gallery?.choosePower(power);
      if (wanted === 'vetoes') gallery?.highlight(highlighted);
      gallery?.exhibit(wanted);
    } catch {
      which = 'chamber';
      check();
      gallery?.exhibit(which);
    }
    box.classList.toggle('plotted', which !== 'chamber');
    fit();
  }

  showPicture(root, store, {
    files, stays,
    async open(options) {
      const opened = await openGallery({ ...options, onLook: look });
      gallery = opened;
      for (const choice of choices) {
        choice.disabled = false;
        choice.addEventListener('change', () => {
          which = /** @type {Which} */ (choice.value);
          shown.keep('show', which === 'chamber' ? '' : which);
          show().then(() => announcer.say(told.textContent || (choice.parentElement?.textContent ?? '').trim()));
        });
      }
      follow();
      shown.attend(follow);
      new ResizeObserver(() => { if (which !== 'chamber') fit(); }).observe(box);
      return opened;
    },
  });
  store.subscribe(() => { if (which === 'power') fit(); });

  return {
    /**
     * Draws what is shown into a picture of its width, at rest.
     * @param {SVGSVGElement} paper @param {string} note  a word about votes that are not the record's
     * @returns {{ which: Which, told: string }}  and what a plot says
     */
    drawInto(paper, note) {
      if (!gallery) throw new Error('no picture');
      return { which, told: gallery.drawInto(paper, note) };
    },
    /** What a plot of power shall show. @param {typeof power} choice */
    choosePower(choice) {
      power = choice;
      if (which === 'power') show();
    },
    /** Whose vetoes and which years are in ink. @param {string} what  as the gallery takes it */
    highlight(what) {
      highlighted = what;
      if (which === 'vetoes') show();
    },
  };
}
