// The chamber module, as web/platform/chamber.h describes it. It never looks at a vote: what the reader does comes out as
// actions, what is true comes in as states. It draws on a canvas; where WebGL is not to be had, or is lost, into an SVG.
//
//   const chamber = await openChamber({ canvas, picture, moduleUrl, wasmUrl, fonts, words, scenario, onAction, onLive });
//   chamber.show('s=dprk-panel-2024&v=YYAY…', 'RUS');
import { font, status } from './border.js';
import { hostCanvas } from './canvas.js';
import { drawStill, hostPicture } from './still.js';
import { instantiate, pass, text } from './wasm.js';

/**
 * @typedef {object} ChamberModule
 * @property {Uint8Array} HEAPU8
 * @property {() => number} _chamber_start
 * @property {() => number} _chamber_restore
 * @property {(size: number) => number} _chamber_buffer
 * @property {(which: number, length: number) => number} _chamber_font
 * @property {(length: number) => number} _chamber_words
 * @property {(length: number) => number} _chamber_open
 * @property {(length: number) => number} _chamber_show
 * @property {(length: number) => number} _chamber_palette
 * @property {(width: number, height: number, density: number, textPercent: number, flags: number) => void} _chamber_resize
 * @property {(kind: number, x: number, y: number) => void} _chamber_pointer
 * @property {(now: number) => number} _chamber_draw
 * @property {(length: number) => void} _chamber_note
 * @property {(width: number, hovered: number, live: number) => number} _chamber_still
 * @property {(width: number, x: number, y: number) => number} _chamber_seat_at
 * @property {(seat: number) => void} _chamber_tap
 * @property {() => number} _chamber_next_action
 * @property {() => number} _chamber_answer
 * @property {() => number} _chamber_answer_length
 */

/**
 * @typedef {object} Appearance
 * @property {boolean} [reducedMotion]
 */

/** Where the reader sees the chamber and votes in it; while a canvas rests, nobody sees it. @typedef {'canvas' | 'picture' | 'resting'} Live */

/**
 * @typedef {object} ChamberOptions
 * @property {HTMLCanvasElement} canvas  in the document, sized by CSS
 * @property {SVGSVGElement} picture  likewise, for where nothing can be drawn on the canvas
 * @property {string} moduleUrl  chamber.js of the build
 * @property {string} wasmUrl  chamber.wasm
 * @property {Promise<Uint8Array[]>} fonts  regular, bold, and what another script has: the bytes of OpenType files
 * @property {string | Promise<string>} words  JSON text of the catalogue
 * @property {string} scenario  JSON text
 * @property {Appearance} [appearance]
 * @property {boolean} [yields]  whether the canvas gives its WebGL context back while it is out of sight
 * @property {(action: import('./actions.js').Action) => void} onAction  may call show() at once, and that state is drawn
 *     in the same frame
 * @property {(live: Live) => void} onLive  told at once, and whenever it changes
 * @property {(bytes: number) => void} [onProgress]  told how many bytes of the module are there
 */

/**
 * @typedef {object} Chamber
 * @property {(link: string, focused?: string, compact?: boolean) => void} show  takes the state as a link's fragment, the
 *     code of the member whose control has the keyboard's focus, and whether the rows of a narrow picture stand closer;
 *     throws what is wrong with it
 * @property {(scenario: string) => void} open  takes another scenario, JSON text, for links to come; throws what is wrong
 * @property {(appearance: Appearance) => void} setAppearance  replaces all of it
 * @property {() => void} refresh  shows in the next frame what was told the module besides (gallery.js)
 * @property {ChamberModule} module
 * @property {(picture: SVGSVGElement, note?: string) => string | void} drawInto  puts what is shown, at rest, into a still
 *     picture of its width and as high as it has to be, with a word about votes that are not the record's; answers with what
 *     it says, where that is not the outcome
 * @property {() => void} close  ends every listener; what was shown last stays
 */

/** Tells how many bytes are there, as they come. @param {Response} response @param {(bytes: number) => void} arrived */
async function count({ body }, arrived) {
  const reader = body?.getReader();
  for (let sum = 0, part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    arrived(sum += part.value.length);
  }
}

/**
 * @param {Pick<ChamberOptions, 'canvas' | 'moduleUrl' | 'wasmUrl' | 'onProgress'>} options
 * @returns {Promise<ChamberModule>}
 */
async function loadModule({ canvas, moduleUrl, wasmUrl, onProgress }) {
  const { default: create } = await import(moduleUrl);
  return new Promise((resolve, reject) => {
    create({
      canvas,
      /**
       * @param {WebAssembly.Imports} imports
       * @param {(instance: WebAssembly.Instance) => void} receive
       */
      instantiateWasm(imports, receive) {
        instantiate(wasmUrl, imports, onProgress && ((copy) => {
          count(copy, onProgress).catch(() => {});  // who needs the bytes notices that they do not come
        })).then(receive, reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

/**
 * Starts the picture. Rejected, with nothing left behind, where the module is missing or refuses what it is given.
 * @param {ChamberOptions} options
 * @returns {Promise<Chamber>}
 */
export async function openChamber(options) {
  const { canvas, picture, onAction, onLive } = options;
  let appearance = options.appearance ?? {};
  options.fonts.catch(() => {});  // awaited below, where they are needed
  const module = await loadModule(options);
  const heap = { memory: () => module.HEAPU8.buffer, buffer: module._chamber_buffer };
  const answer = () => text(heap, module._chamber_answer(), module._chamber_answer_length());
  /** @param {number} outcome */
  const done = (outcome) => {
    if (outcome !== status.done) throw new Error(answer());
  };
  done(module._chamber_words(pass(heap, await options.words)));
  done(module._chamber_open(pass(heap, options.scenario)));

  const takeActions = () => {
    while (module._chamber_next_action()) onAction(answer());
  };
  /** @type {import('./canvas.js').Host[]} */
  let hosts = [];
  /** @param {Live} live */
  function goLive(live) {
    onLive(live);
    hosts = hosts.slice(0, onCanvas ? 1 : 0);
    still?.close();
    still = live !== 'canvas' ? hostPicture(module, heap, { picture, takeActions }) : undefined;
    if (still) hosts.push(still);
  }
  /** @type {import('./canvas.js').Host | undefined} */
  let still;
  /** Fonts that cannot be had are no reason to have no picture: SVG has the browser's. */
  const fonts = await options.fonts.catch(() => undefined);
  const onCanvas = fonts !== undefined && module._chamber_start() === status.done &&
    // What another script has is in one weight, for both.
    [font.regular, font.bold].every((which) => [fonts[which], ...fonts.slice(2)].every((bytes) => module._chamber_font(which, pass(heap, bytes)) === status.done));
  if (onCanvas) {
    hosts.push(hostCanvas(module, heap, {
      canvas, appearance: () => appearance, takeActions, yields: options.yields,
      onDrawn: (drawn, resting) => goLive(drawn ? 'canvas' : resting ? 'resting' : 'picture') }));
  }
  goLive(onCanvas ? 'canvas' : 'picture');

  const refresh = () => {
    for (const host of hosts) host.refresh();
  };
  return {
    show(link, focused = '', compact = false) {
      done(module._chamber_show(pass(heap, `${link}${compact ? '&size=compact' : ''}${focused && `&focus=${focused}`}`)));
      refresh();
    },
    open: (scenario) => done(module._chamber_open(pass(heap, scenario))),
    refresh,
    module,
    setAppearance(next) {
      appearance = next;
      for (const host of hosts) host.restyle();
    },
    drawInto(paper, note = '') {
      module._chamber_note(pass(heap, note));
      const { width } = paper.viewBox.baseVal;
      paper.setAttribute('viewBox', `0 0 ${width} ${drawStill(module, heap, paper, width)}`);
      // What follows the votes says it elsewhere.
      module._chamber_note(0);
    },
    close() {
      for (const host of hosts) host.close();
    },
  };
}
