// Hosts the chamber module on a canvas: loads it, hands it sizes, pointer events and states, and gives it a frame when
// something changed. It never looks at a vote: what the reader does comes out as actions, what is true comes in as
// states. Keyboard and wheel belong to the page; nothing here listens to either.
//
//   const chamber = await openChamber({ canvas, moduleUrl, fonts, scenario, onAction, onLost });
//   chamber.show('s=dprk-panel-2024&v=YYAY…');
import { instantiate, pass, text } from './wasm.js';

/**
 * The module, as web/platform/abi.h describes it.
 * @typedef {object} ChamberModule
 * @property {Uint8Array} HEAPU8
 * @property {() => number} _council_start
 * @property {() => number} _council_restore
 * @property {(size: number) => number} _council_buffer
 * @property {(which: number, length: number) => number} _council_font
 * @property {(length: number) => number} _council_words
 * @property {(length: number) => number} _council_load
 * @property {(length: number) => number} _council_show
 * @property {(length: number) => number} _council_palette
 * @property {(width: number, height: number, density: number, textPercent: number, flags: number) => void} _council_resize
 * @property {(kind: number, x: number, y: number) => void} _council_pointer
 * @property {(now: number) => number} _council_draw
 * @property {() => number} _council_next_action
 * @property {(width: number) => number} _council_still
 * @property {() => number} _council_still_length
 */

/**
 * @typedef {object} Appearance
 * @property {boolean} [reducedMotion]
 */

/**
 * @typedef {object} ChamberOptions
 * @property {HTMLCanvasElement} canvas  in the document, sized by CSS
 * @property {string} moduleUrl  chamber.js of the build
 * @property {string} [wasmUrl]  chamber.wasm; beside moduleUrl, under the same name, unless told
 * @property {Promise<Uint8Array[]>} fonts  OpenType files: regular, bold
 * @property {string} words  JSON text of the catalogue
 * @property {string} scenario  JSON text
 * @property {Appearance} [appearance]
 * @property {(action: number) => void} onAction  packed as web/app/action.h says; may call show() at once, and that
 *     state is drawn in the same frame
 * @property {(bytes: number) => void} [onProgress]  told how many bytes of the module are there
 * @property {(error: Error) => void} [onLost]  drawing ended for good; the page goes on without the picture
 */

/**
 * @typedef {object} Chamber
 * @property {(link: string, focused?: number) => void} show  takes the state as a link's fragment, and the seat whose
 *     control has the keyboard's focus
 * @property {(appearance: Appearance) => void} setAppearance  replaces all of it
 * @property {(picture: SVGSVGElement) => void} drawInto  puts what the canvas shows, at rest, into a still picture
 * @property {() => void} close  ends every listener; the canvas keeps its last picture
 */

const startErrors = ['', 'SDL could not start', 'WebGL is not available', 'The GPU refuses the shaders'];
const pointer = Object.freeze({ move: 0, down: 1, up: 2, leave: 3, cancel: 4 });
const frame = Object.freeze({ again: 1, hand: 2, input: 4 });
/** A finger that moved farther, in CSS pixels, meant something else than a tap. */
const tapDistance = 10;
/** An action's answer may lead to the next; a frame shows at most so many rounds of it. */
const mostRounds = 4;

/**
 * @param {Pick<ChamberOptions, 'canvas' | 'moduleUrl' | 'wasmUrl' | 'onProgress'>} options
 * @returns {Promise<ChamberModule>}
 */
async function loadModule({ canvas, moduleUrl, wasmUrl, onProgress }) {
  const base = new URL(moduleUrl, document.baseURI).href;
  const { default: create } = await import(base);
  return new Promise((resolve, reject) => {
    create({
      canvas,
      /**
       * @param {WebAssembly.Imports} imports
       * @param {(instance: WebAssembly.Instance) => void} receive
       */
      instantiateWasm(imports, receive) {
        instantiate(wasmUrl ?? base.replace(/\.js(?=$|[?#])/, '.wasm'), imports, onProgress).then(receive, reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

/** The reader's text size, in percent of what browsers start from. */
function textPercent() {
  return Math.round((parseFloat(getComputedStyle(document.documentElement).fontSize) / 16) * 100) || 100;
}

/** @param {Appearance} appearance */
function flagsOf({ reducedMotion }) {
  return reducedMotion ? 1 : 0;
}

/** The custom properties that hold the colours, in the order of Ink in core/picture/picture.h. */
const inks = ['paper', 'ink', 'soft', 'line', 'table', 'card', 'in-favour', 'against', 'abstaining', 'stamp'];

/**
 * The style sheet's colours as the browser sees them now: light or dark, or the reader's own.
 * @param {HTMLElement} probe
 * @returns {Uint8Array} red, green, blue for each ink
 */
function paletteOf(probe) {
  return Uint8Array.from(inks.flatMap((ink) => {
    probe.style.color = `var(--${ink})`;
    return (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  }));
}

/**
 * Starts the picture. Rejected, with nothing left behind, where a file is missing or WebGL is.
 * @param {ChamberOptions} options
 * @returns {Promise<Chamber>}
 */
export async function openChamber(options) {
  const { canvas, onAction, onLost } = options;
  const [module, fonts] = await Promise.all([loadModule(options), options.fonts]);
  const heap = { memory: () => module.HEAPU8.buffer, buffer: module._council_buffer };

  const status = module._council_start();
  if (status !== 0) throw new Error(startErrors[status]);
  fonts.forEach((font, which) => {
    if (module._council_font(which, pass(heap, font)) !== 0) throw new Error('A typeface cannot be read');
  });
  if (module._council_words(pass(heap, options.words)) !== 0) throw new Error('The words cannot be read');
  if (module._council_load(pass(heap, options.scenario)) !== 0) throw new Error('The scenario cannot be shown');

  const ending = new AbortController();
  const { signal } = ending;
  let appearance = options.appearance ?? {};
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
  function request() {
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
        flags = module._council_draw(now);
        for (let action = module._council_next_action(); action >= 0; action = module._council_next_action()) {
          onAction(action);
        }
        stale ||= (flags & frame.input) !== 0;
      }
    } finally {
      drawing = false;
    }
    canvas.style.cursor = flags & frame.hand ? 'pointer' : '';
    if (stale || flags & frame.again) request();
  }

  function resize() {
    if (width === 0 || height === 0) return;
    module._council_palette(pass(heap, paletteOf(rem)));
    module._council_resize(width, height, Math.round(devicePixelRatio * 1000), textPercent(), flagsOf(appearance));
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
    resize();
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
  watchSize();

  // Another screen or another zoom need not change the box. The query holds for one density, so it tells once; where
  // a browser does not tell, the next frame notices.
  function watchDensity() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      watchDensity();
      watchSize();
    }, { once: true, signal });
  }
  watchDensity();

  // The reader's text size has no event of its own: a box of one rem does.
  const rem = document.createElement('span');
  rem.ariaHidden = 'true';
  rem.style.cssText = 'position:absolute;inline-size:1rem;block-size:0;visibility:hidden';
  canvas.after(rem);
  const textSize = new ResizeObserver(resize);
  textSize.observe(rem);

  const sight = new IntersectionObserver((entries) => {
    inSight = entries[entries.length - 1].isIntersecting;
    if (stale) request();
  });
  sight.observe(canvas);
  document.addEventListener('visibilitychange', () => stale && request(), { signal });

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
    module._council_pointer(kind, x, y);
    request();
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
    module._council_pointer(pointer.cancel, 0, 0);
    press = null;
    lost = true;
  }, { signal });
  canvas.addEventListener('webglcontextrestored', () => {
    lost = false;
    if (module._council_restore() === 0) return request();
    close();
    onLost?.(new Error('The WebGL context could not be restored'));
  }, { signal });

  function close() {
    ending.abort();
    cancelAnimationFrame(pending);
    for (const observer of [sizes, textSize, sight]) observer.disconnect();
    rem.remove();
    canvas.style.cursor = '';
  }

  return {
    show(link, focused = -1) {
      module._council_show(pass(heap, focused < 0 ? link : `${link}&focus=${focused}`));
      request();
    },
    setAppearance(next) {
      appearance = next;
      resize();
    },
    drawInto(picture) {
      const drawn = text(heap, module._council_still(picture.viewBox.baseVal.width), module._council_still_length());
      const { documentElement } = new DOMParser().parseFromString(
        `<svg xmlns="http://www.w3.org/2000/svg">${drawn}</svg>`, 'image/svg+xml');
      picture.replaceChildren(...documentElement.childNodes);
    },
    close,
  };
}
