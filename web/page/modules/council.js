// The council module, as web/platform/council.cpp describes it: it holds the state and decides.
//
//   const council = await openCouncil({ moduleUrl, words, scenario });
//   council.act(castVote(seat, 'N')) && render(council.view());
import { instantiate, pass, text } from './wasm.js';

/**
 * The state and what follows from it.
 * @typedef {object} View
 * @property {string} link  the state as a link's fragment
 * @property {string} votes  Y, N, A or X for each seat
 * @property {number} step  the question that the reader is at, counted from 1
 * @property {'adopted' | 'not_adopted'} outcome
 * @property {string} status  a sentence that begins with the outcome
 * @property {string} why  the reason, in whole sentences
 * @property {string} article  by which article, in a sentence
 * @property {string} who_decides  whose vote alone decides, in a sentence
 * @property {string} change  what would change the outcome, in a sentence or two; may be empty
 * @property {number[]} decisive  seats
 * @property {number[]} locked  seats that must abstain
 */

/**
 * @typedef {object} Council
 * @property {(action: number) => boolean} act  reduces by a packed action; whether the state changed
 * @property {(fragment: string) => boolean} follow  shows a link's state; false for a bad link, which shows the record
 * @property {() => View} view
 */

/**
 * @typedef {object} CouncilExports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} council_buffer
 * @property {(length: number) => number} council_words
 * @property {(length: number) => number} council_open
 * @property {(length: number) => number} council_follow
 * @property {(action: number) => number} council_act
 * @property {() => number} council_view
 * @property {() => number} council_answer
 * @property {() => number} council_answer_length
 */

const letters = 'YNAX';

/** The action that goes to a question, counted from 1; packed as web/app/action.h says. @param {number} step */
export const goTo = (step) => (2 << 16) | step;

/** The action that resets, packed as web/app/action.h says. */
export const reset = 0;

/**
 * The action that sets a member's vote, packed as web/app/action.h says.
 * @param {number} seat
 * @param {string} letter  Y, N, A or X
 */
export const castVote = (seat, letter) => (1 << 16) | (seat << 8) | letters.indexOf(letter);

/**
 * Loads the module and opens a scenario on its recorded vote.
 * @param {{ moduleUrl: string | URL, words: string, scenario: string }} options  JSON texts of the catalogue and of
 *     the scenario
 * @returns {Promise<Council>} rejected where the module cannot be had, or with what is wrong with the scenario
 */
export async function openCouncil({ moduleUrl, words, scenario }) {
  const imports = { wasi_snapshot_preview1: { proc_exit() {} } };
  const instance = await instantiate(moduleUrl, imports);
  const module = /** @type {CouncilExports} */ (/** @type {unknown} */ (instance.exports));
  module._initialize();
  const heap = { memory: () => module.memory.buffer, buffer: module.council_buffer };
  const answer = () => text(heap, module.council_answer(), module.council_answer_length());
  if (module.council_words(pass(heap, words)) !== 0) throw new Error(answer());
  if (module.council_open(pass(heap, scenario)) !== 0) throw new Error(answer());
  return {
    act: (action) => module.council_act(action) !== 0,
    follow: (fragment) => module.council_follow(pass(heap, fragment)) === 0,
    view() {
      module.council_view();
      return JSON.parse(answer());
    },
  };
}
