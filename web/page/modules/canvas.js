// Hosts the chamber on a canvas: hands it sizes, colours and pointer events, and gives it a frame when something changed.
// Keyboard and wheel belong to the page; nothing here listens to either.
import { appearanceFlag, frame, inks, pointer, status } from './border.js';
import { pass } from './wasm.js';

/** @typedef {import('./chamber.js').ChamberModule} ChamberModule */

/** A finger that moved farther, in CSS pixels, meant something else than a tap. */
const tapDistance = 10;
/** Out of sight for so long, in milliseconds, a canvas that shares its page with others gives its context back. */
const patience = 1000;
/** An action's answer may lead to the next; a frame shows at most so many rounds of it. */
const mostRounds = 4;

/** The reader's text size, in percent of what browsers start from. @param {HTMLElement} rem  one rem wide */
const textPercent = (rem) => Math.round((rem.getBoundingClientRect().width / 16) * 100) || 100;

/**
 * Red, green and blue of a colour as CSS computed it, in whichever colour space.
 * @param {string} colour
 * @returns {number[]}
 */
function bytesOf(colour) {
  const numbers = /^rgba?\((.*)\)$/.exec(colour)?.[1].match(/[\d.]+/g);
  if (numbers) return numbers.slice(0, 3).map(Number);
  const paint = new OffscreenCanvas(1, 1).getContext('2d');
  if (!paint) return [0, 0, 0];
  paint.fillStyle = colour;
  paint.fillRect(0, 0, 1, 1);
  return [...paint.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

/**
 * The style sheet's colours as the browser sees them now: light or dark, or the reader's own.
 * @param {HTMLElement} probe
 * @returns {Uint8Array} red, green, blue for each ink
 */
function paletteOf(probe) {
  return Uint8Array.from(inks.flatMap((ink) => {
    probe.style.color = `var(--${ink})`;
    return bytesOf(getComputedStyle(probe).color);
  }));
}

/**
 * @typedef {object} Host  what shows the chamber's picture
 * @property {() => void} refresh  something changed: shows it in the next frame, or as soon as somebody sees it
 * @property {() => void} restyle  colours or the reader's wishes changed
 * @property {() => void} close  ends every listener; what was shown last stays
 */

/**
 * @param {ChamberModule} module  started
 * @param {import('./wasm.js').Heap} heap
 * @param {object} options
 * @param {HTMLCanvasElement} options.canvas  in the document, sized by CSS
 * @param {() => import('./chamber.js').Appearance} options.appearance
 * @param {() => void} options.takeActions  hands on what the reader did; may show another state at once, and that is
 *     drawn in the same frame
 * @param {boolean} [options.yields]  whether it gives its context back while nobody sees it: browsers have few for a page
 * @param {(drawn: boolean, resting: boolean) => void} options.onDrawn  whether the canvas shows anything: not while its
 *     context is lost; and whether that is because it was given back
 * @returns {Host}
 */
export function hostCanvas(module, heap, { canvas, appearance, takeActions, yields, onDrawn }) {
  const ending = new AbortController();
  const { signal } = ending;
  let pending = 0;
  let stale = true;
  let inSight = true;
  let lost = false;
  let drawing = false;
  /** Device pixels, as exactly as the browser tells them. */
  let width = 0;
  let height = 0;
  let density = devicePixelRatio;

  const visible = () => inSight && !lost && !document.hidden && width > 0 && height > 0 && !signal.aborted;

  /** Asks for a frame, unless one is coming, or nobody would see it: then one follows when somebody does. */
  function refresh() {
    stale = true;
    if (pending === 0 && !drawing && visible()) pending = requestAnimationFrame(draw);
  }

  function draw(now = performance.now()) {
    cancelAnimationFrame(pending);
    pending = 0;
    if (!visible()) return;
    if (density !== devicePixelRatio) watchSize();
    drawing = true;
    let flags = 0;
    try {
      for (let round = 0; stale && round < mostRounds; ++round) {
        stale = false;
        flags = module._chamber_draw(now);
        takeActions();
        stale ||= (flags & frame.input) !== 0;
      }
    } finally {
      drawing = false;
    }
    canvas.style.cursor = flags & frame.hand ? 'pointer' : '';
    if (stale || flags & frame.again) refresh();
  }

  function restyle() {
    if (width === 0 || height === 0) return;
    module._chamber_palette(pass(heap, paletteOf(rem)));
    module._chamber_resize(width, height, Math.round(devicePixelRatio * 1000), textPercent(rem),
      appearance().reducedMotion ? appearanceFlag.reducedMotion : 0);
    // Sizing a canvas clears it, so the new picture must be there before the browser paints.
    stale = true;
    if (!drawing) draw();
  }

  const sizes = new ResizeObserver((entries) => {
    const entry = entries[entries.length - 1];
    const css = entry.contentBoxSize[0];
    const exact = entry.devicePixelContentBoxSize?.[0] ?? css;
    /** @param {'inlineSize' | 'blockSize'} side */
    const pixels = (side) => {
      const rough = css[side] * devicePixelRatio;
      // The exact size is the rough one, rounded as the layout was; where a browser tells CSS pixels, it is neither.
      return Math.abs(exact[side] - rough) <= 1 ? exact[side] : Math.round(rough);
    };
    width = pixels('inlineSize');
    height = pixels('blockSize');
    restyle();
  });
  /** Asks for the size, now and whenever it changes. */
  function watchSize() {
    density = devicePixelRatio;
    sizes.disconnect();
    try {
      sizes.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      sizes.observe(canvas);  // WebKit knows CSS pixels only
    }
  }

  // Another screen or another zoom need not change the box. The query holds for one density, so it tells once; where
  // a browser does not tell, the next frame notices.
  function watchDensity() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      watchDensity();
      watchSize();
    }, { once: true, signal });
  }

  // The reader's text size has no event of its own: a box of one rem does.
  const rem = document.createElement('span');
  rem.ariaHidden = 'true';
  rem.style.cssText = 'position:absolute;inline-size:1rem;block-size:0;visibility:hidden';
  canvas.after(rem);
  const textSize = new ResizeObserver(restyle);
  textSize.observe(rem);
  watchSize();
  watchDensity();

  const context = yields ? canvas.getContext('webgl')?.getExtension('WEBGL_lose_context') : undefined;
  let resting = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let leaving;
  function rest() {
    if (lost) return;
    resting = true;
    context?.loseContext();
  }
  const sight = new IntersectionObserver((entries) => {
    inSight = entries[entries.length - 1].isIntersecting;
    clearTimeout(leaving);
    if (!inSight && context) leaving = setTimeout(rest, patience);
    if (inSight && resting) context?.restoreContext();
    if (stale) refresh();
  });
  // While its context is lost, the canvas is not displayed; its place is.
  sight.observe(canvas.parentElement ?? canvas);
  document.addEventListener('visibilitychange', () => stale && refresh(), { signal });

  // A press is one primary pointer from down to up. The browser takes a finger that scrolls or pinches away
  // (pointercancel), and one that wanders is let go here: neither casts a vote.
  /** @type {{ id: number, x: number, y: number } | null} */
  let press = null;
  /** @param {number} kind @param {PointerEvent} event */
  function send(kind, event) {
    if (lost) return;  // what nobody saw drawn must not vote when it is drawn again
    const box = canvas.getBoundingClientRect();
    const x = Math.round((event.clientX - box.left - canvas.clientLeft) * 10);
    const y = Math.round((event.clientY - box.top - canvas.clientTop) * 10);
    module._chamber_pointer(kind, x, y);
    refresh();
  }
  /** @param {PointerEvent} event */
  const wandered = (event) => press !== null && event.pointerType === 'touch' &&
    Math.hypot(event.clientX - press.x, event.clientY - press.y) > tapDistance;
  /** @param {PointerEvent} event */
  function letGo(event) {
    if (press) send(pointer.cancel, event);
    press = null;
  }
  /** @type {Record<string, (event: PointerEvent) => void>} */
  const listeners = {
    pointerdown(event) {
      if (!event.isPrimary) return letGo(event);  // a second finger makes a gesture
      if (event.button !== 0) return;
      press = { id: event.pointerId, x: event.clientX, y: event.clientY };
      send(pointer.down, event);
    },
    pointermove(event) {
      if (!event.isPrimary) return;
      if (wandered(event)) letGo(event);
      else if (press || event.pointerType !== 'touch') send(pointer.move, event);
    },
    pointerup(event) {
      if (press?.id !== event.pointerId || event.button !== 0) return;
      if (wandered(event)) return letGo(event);
      press = null;
      send(pointer.up, event);
      if (event.pointerType === 'touch') send(pointer.leave, event);
    },
    pointercancel(event) {
      if (press?.id === event.pointerId) letGo(event);
    },
    pointerleave(event) {
      if (!event.isPrimary) return;
      press = null;
      send(pointer.leave, event);
    },
  };
  for (const [type, listener] of Object.entries(listeners)) {
    canvas.addEventListener(type, (event) => listener(/** @type {PointerEvent} */ (event)), { signal, passive: true });
  }
  canvas.style.touchAction = 'pan-y pinch-zoom';
  canvas.ariaHidden = 'true';
  canvas.removeAttribute('tabindex');

  // preventDefault asks the browser to give the context back; the module then makes its objects anew.
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    module._chamber_pointer(pointer.cancel, 0, 0);
    press = null;
    lost = true;
    onDrawn(false, resting);
  }, { signal });
  canvas.addEventListener('webglcontextrestored', () => {
    if (module._chamber_restore() !== status.done) return close();
    lost = resting = false;
    onDrawn(true, false);
    refresh();
  }, { signal });

  function close() {
    ending.abort();
    cancelAnimationFrame(pending);
    clearTimeout(leaving);
    for (const observer of [sizes, textSize, sight]) observer.disconnect();
    rem.remove();
    canvas.style.cursor = '';
  }

  return { refresh, restyle, close };
}
