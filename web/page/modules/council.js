// The council module, as web/platform/council.h describes it: it holds the state and decides.
//
//   const council = await openCouncil({ moduleUrl, words, scenario });
//   council.act(castVote('RUS', 'N')) && render(council.told('outcome'));
import { section, status } from './border.js';
import { instantiate, pass, text } from './wasm.js';

/**
 * @typedef {object} StateTold
 * @property {string} rule  the standard rule's id; empty for one of the scenario's own
 * @property {string} votes  Y, N, A or X for each seat, as the rule counts them
 * @property {number} step  the question that the reader is at, counted from 1
 * @property {string[]} locked  codes of members whose votes the reader holds fast
 * @property {string[]} bound  codes of members that must abstain by the rule
 * @property {boolean} recorded  whether votes and rule are the record's
 */

/**
 * @typedef {object} Tally
 * @property {number} in_favour
 * @property {number} against
 * @property {number} abstaining
 * @property {number} not_participating
 * @property {number} required
 */

/**
 * @typedef {object} OutcomeTold
 * @property {'adopted' | 'not_adopted'} outcome
 * @property {'majority' | 'without_vote' | 'insufficient_votes' | 'veto'} reason
 * @property {Tally} tally
 * @property {string[]} vetoedBy  codes
 * @property {string[]} decisive  codes of members whose vote alone could change the outcome
 * @property {string} status  a sentence that begins with the outcome
 */

/**
 * @typedef {object} ReasonsTold
 * @property {string} status  as in the outcome
 * @property {string} why  in whole sentences; may be empty
 * @property {string} article  by which article, in a sentence
 * @property {string} deciders  whose vote alone decides, in a sentence; may be empty
 * @property {string} change  what would change the outcome, while locked members vote as they do, in a sentence or two
 */

/**
 * @typedef {object} ChangesTold  what would turn the outcome while locked members vote as they do
 * @property {Record<'in_favour' | 'abstaining' | 'against', string[]>[]} sets  at most five of the smallest: who would vote so, by code
 * @property {number} number  how many sets of that size there are in all
 */

/**
 * What is told, by section.
 * @typedef {object} Sections
 * @property {string} link  the state as a link's fragment
 * @property {StateTold} state
 * @property {OutcomeTold} outcome
 * @property {ReasonsTold} reasons
 * @property {ChangesTold} changes
 */

/**
 * @typedef {object} Judgement  what a challenge makes of the votes
 * @property {boolean} solved
 * @property {'' | 'moves' | 'changes' | 'outcome' | 'reason' | 'tally' | 'vetoes'} unmet  the first thing that is not as it
 *     shall be
 * @property {number} changes  members that vote otherwise than at the start
 * @property {number} left  of the changes that may be made; below zero where there are too many
 * @property {string[]} members  codes of who moved or vetoed and may not
 */

/**
 * @typedef {object} Council
 * @property {(action: import('./actions.js').Action) => boolean} act  reduces the state; whether that changed it
 * @property {(fragment: string) => boolean} follow  shows a link's state; false for a bad link, which shows the record
 * @property {<S extends keyof Sections>(section: S) => Sections[S]} told
 * @property {(fragment: string) => OutcomeTold | undefined} outcomeOf  of a link's votes under its rule, while the state
 *     stays; undefined for a bad link
 * @property {(challenge: string) => Judgement | undefined} judge  of a challenge, as JSON (web/platform/lesson.h); undefined
 *     for one that does not fit what is open. Only the lesson module can
 * @property {(scenario: string) => void} open  takes a scenario, as JSON text, and opens it; throws what is wrong with it
 */

/**
 * @typedef {object} CouncilExports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} council_buffer
 * @property {(length: number) => number} council_words
 * @property {(length: number) => number} council_open
 * @property {(length: number) => number} council_follow
 * @property {(length: number) => number} council_act
 * @property {(section: number) => void} council_told
 * @property {(length: number) => number} council_outcome_of
 * @property {(length: number) => number} council_judge
 * @property {() => number} council_answer
 * @property {() => number} council_answer_length
 */

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
  /** @param {number} outcome */
  const done = (outcome) => {
    if (outcome !== status.done) throw new Error(answer());
  };
  /** What a function leaves as the answer; undefined where it refuses. @param {'council_outcome_of' | 'council_judge'} name */
  const asked = (name) => (/** @type {string} */ argument) =>
    (module[name](pass(heap, argument)) === status.done ? JSON.parse(answer()) : undefined);
  done(module.council_words(pass(heap, words)));
  done(module.council_open(pass(heap, scenario)));
  return {
    act: (action) => module.council_act(pass(heap, action)) === 1,
    follow: (fragment) => module.council_follow(pass(heap, fragment)) === status.done,
    told(which) {
      module.council_told(section[which]);
      return which === 'link' ? answer() : JSON.parse(answer());
    },
    outcomeOf: asked('council_outcome_of'),
    judge: asked('council_judge'),
    open: (file) => done(module.council_open(pass(heap, file))),
  };
}
