// Hosts the chamber where no canvas can be drawn on: the same picture as SVG, which follows every vote and takes taps.
import { text } from './wasm.js';

/** @typedef {import('./chamber.js').ChamberModule} ChamberModule */

/** For whoever forbids a page to make elements of any text (require-trusted-types-for): this one is the module's own. */
const trusted = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('veto-picture', { createHTML: (/** @type {string} */ svg) => svg });

/**
 * Puts elements of SVG, as the module wrote them, into a picture.
 * @param {SVGSVGElement} picture
 * @param {string} elements
 */
function fill(picture, elements) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${elements}</svg>`;
  const { documentElement } = new DOMParser().parseFromString(trusted?.createHTML(svg) ?? svg, 'image/svg+xml');
  // A press whose shape is drawn anew before its release is a click all the same: only the picture as a whole has either.
  for (const shapes of documentElement.children) shapes.setAttribute('pointer-events', 'none');
  picture.replaceChildren(...documentElement.childNodes);
}

/**
 * Draws what the chamber shows, at rest, into a picture of that many units' width.
 * @param {ChamberModule} module
 * @param {import('./wasm.js').Heap} heap
 * @param {SVGSVGElement} picture
 * @param {number} width
 * @param {{ hovered?: number, live?: boolean }} [choices]  a seat under the pointer; whether it invites a tap
 * @returns {number}  its height, in units
 */
export function drawStill(module, heap, picture, width, { hovered = -1, live = false } = {}) {
  const height = module._chamber_still(width, hovered, live ? 1 : 0);
  fill(picture, text(heap, module._chamber_answer(), module._chamber_answer_length()));
  return height;
}

/**
 * @param {ChamberModule} module
 * @param {import('./wasm.js').Heap} heap
 * @param {object} options
 * @param {SVGSVGElement} options.picture  in the document, sized by CSS
 * @param {() => void} options.takeActions  hands on what the reader did
 * @returns {import('./canvas.js').Host}
 */
export function hostPicture(module, heap, { picture, takeActions }) {
  const ending = new AbortController();
  const { signal } = ending;
  // An image that listens itself is called clickable.
  const place = /** @type {HTMLElement} */ (picture.parentElement);
  let pending = 0;
  let hovered = -1;
  let stale = true;
  let inSight = true;

  /** CSS pixels of a unit: 1/16 of the reader's text size. */
  const unit = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  const width = () => Math.round(picture.clientWidth / unit());

  function draw() {
    pending = 0;
    if (!inSight || document.hidden || picture.clientWidth === 0) return;
    stale = false;
    picture.setAttribute('viewBox', `0 0 ${width()} ${Math.round(picture.clientHeight / unit())}`);
    drawStill(module, heap, picture, width(), { hovered, live: true });
  }
  function refresh() {
    stale = true;
    pending ||= requestAnimationFrame(draw);
  }

  /** @param {{ clientX: number, clientY: number }} event */
  function seatAt({ clientX, clientY }) {
    const box = picture.getBoundingClientRect();
    const tenths = (/** @type {number} */ pixels) => Math.round((pixels / unit()) * 10);
    return module._chamber_seat_at(width(), tenths(clientX - box.left), tenths(clientY - box.top));
  }
  /** @param {number} seat */
  function hover(seat) {
    picture.style.cursor = seat >= 0 ? 'pointer' : '';
    if (seat === hovered) return;
    hovered = seat;
    refresh();
  }
  place.addEventListener('pointermove', (event) => hover(event.pointerType === 'touch' ? -1 : seatAt(event)), { signal });
  place.addEventListener('pointerleave', () => hover(-1), { signal });
  // A scroll, a pinch and a press that wandered end without a click.
  place.addEventListener('click', (event) => {
    module._chamber_tap(seatAt(event));
    takeActions();
  }, { signal });

  const sizes = new ResizeObserver(refresh);
  sizes.observe(picture);
  const sight = new IntersectionObserver((entries) => {
    inSight = entries[entries.length - 1].isIntersecting;
    if (stale) refresh();
  });
  sight.observe(picture);
  document.addEventListener('visibilitychange', () => stale && refresh(), { signal });
  draw();

  return {
    refresh,
    restyle: refresh,
    close() {
      ending.abort();
      cancelAnimationFrame(pending);
      sizes.disconnect();
      sight.disconnect();
      picture.style.cursor = '';
    },
  };
}
