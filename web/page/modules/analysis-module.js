// The analysis module, as web/platform/analysis.h describes it: counting, power, a record decided again, files checked.
// Its worker opens it (analysis-worker.js); so do tests.
//
//   const analysis = await openAnalysis(moduleUrl);
//   analysis.count(scenario, 'lock=RUS').with_abstention.given.adopting      // "0"
import { status } from './border.js';
import { instantiate, pass, text } from './wasm.js';

/**
 * What is wrong with an input, and where. What is found and expected is said in the core's own words.
 * @typedef {object} Fault
 * @property {number} line  from 1
 * @property {number} column  from 1, in characters
 * @property {string} field  such as "votes.RUS"; may be empty
 * @property {string} found
 * @property {string} expected
 */

/**
 * Numbers of ballots, as texts of digits.
 * @typedef {object} Ballots
 * @property {string} adopting
 * @property {string} total
 * @property {{ majority: string, insufficient_votes: string, veto: string }} by_reason
 */

/** @typedef {{ all: Ballots, given: Ballots }} BothCounts  all ways to vote; those that the locked votes leave */

/**
 * Figures of power by name, one kind of members' or everybody's: fractions ("421/2145"), each with its NAME_decimal beside
 * it, and numbers.
 * @typedef {Record<string, string | number>} Figures
 */

/** @typedef {{ kinds: Record<string, Figures> } & Record<string, any>} PowerTold  of each kind, with its count; of all together */

/**
 * Something for each of the two games.
 * @template T
 * @typedef {{ yes_no: T, with_abstention: T }} Games
 */

/**
 * @typedef {object} Report  as `council replay --json` has it
 * @property {number} resolutions
 * @property {number} agree
 * @property {number} disagree
 * @property {number} without_vote
 * @property {number} [skipped]  where those at fault are left out
 * @property {{ resolution: string, date: string, expected: string, got: string, reason: string }[]} disagreements
 */

/**
 * A resolution of a record, and what the rule makes of it.
 * @typedef {object} Resolution
 * @property {string} symbol
 * @property {string} date
 * @property {string} title  the file's description; it and the next three may be empty
 * @property {string} draft
 * @property {string} meeting
 * @property {string} agenda
 * @property {string} rule  the standard rule's id
 * @property {'adopted' | 'not_adopted'} outcome
 * @property {'majority' | 'without_vote' | 'insufficient_votes' | 'veto'} reason
 * @property {{ code: string, permanent: boolean }[]} members  in the order of the file's rows
 * @property {string} votes  Y, N, A or X for each of them
 */

/**
 * What a piece of a record brings.
 * @typedef {object} Piece
 * @property {Resolution[]} decided
 * @property {Fault[]} errors  at most a hundred in a record
 * @property {number} faults  how many there have been so far
 * @property {boolean} ended  by a fault: there will be no report
 * @property {Report} [report]  at the end
 */

/**
 * @typedef {object} AnalysisExports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} analysis_buffer
 * @property {(length: number) => number} analysis_members
 * @property {(length: number) => number} analysis_count
 * @property {(length: number) => number} analysis_power
 * @property {(length: number) => number} analysis_rule
 * @property {(length: number) => number} analysis_check
 * @property {(skipBad: number) => void} analysis_record_begin
 * @property {(length: number) => number} analysis_record_read
 * @property {() => number} analysis_record_finish
 * @property {() => number} analysis_answer
 * @property {() => number} analysis_answer_length
 */

/** A question that has no answer because of what was asked. */
export class BadInput extends Error {
  /** @param {Fault} fault */
  constructor(fault) {
    super(`${fault.line}:${fault.column}: found ${fault.found}, expected ${fault.expected}`);
    this.fault = fault;
  }
}

/** A fraction as a number. @param {string} fraction */
const decimalOf = (fraction) => {
  const [numerator, denominator = '1'] = fraction.split('/');
  return Number(numerator) / Number(denominator);
};

/** Puts the decimals of fractions beside them. @param {any} told @returns {any} */
const withDecimals = (told) => Object.fromEntries(Object.entries(told).flatMap(([key, value]) => (typeof value === 'string'
  ? [[key, value], [`${key}_decimal`, decimalOf(value)]]
  : [[key, typeof value === 'object' ? withDecimals(value) : value]])));

/** @param {Games<any>} told @returns {Games<PowerTold>} */
const powersOf = ({ yes_no, with_abstention }) => ({ yes_no: withDecimals(yes_no), with_abstention: withDecimals(with_abstention) });

/** @param {any[]} told @returns {Resolution} */
const resolutionOf = ([symbol, date, title, draft, meeting, agenda, rule, outcome, reason, codes, permanent, votes]) => ({
  symbol, date, title, draft, meeting, agenda, rule, outcome, reason,
  members: codes.match(/.../g).map((/** @type {string} */ code, /** @type {number} */ seat) => ({ code, permanent: permanent.includes(seat) })),
  votes,
});

/** The most bytes of a record that the module is given at once: its heap never shrinks. */
const most = 256 << 10;

/** @typedef {Awaited<ReturnType<typeof openAnalysis>>} Analysis */

/**
 * Loads the module.
 * @param {string | URL} moduleUrl  rejected where it cannot be had
 */
export async function openAnalysis(moduleUrl) {
  const instance = await instantiate(moduleUrl, { wasi_snapshot_preview1: { proc_exit() {} } });
  const module = /** @type {AnalysisExports} */ (/** @type {unknown} */ (instance.exports));
  module._initialize();
  const heap = { memory: () => module.memory.buffer, buffer: module.analysis_buffer };
  const answer = () => JSON.parse(text(heap, module.analysis_answer(), module.analysis_answer_length()));
  /** @param {number} outcome */
  const done = (outcome) => {
    if (outcome !== status.done) throw new BadInput(answer());
  };
  /** The scenario whose members links speak of. */
  let seated = '';
  /** @param {string} scenario */
  const seat = (scenario) => {
    if (scenario !== seated) done(module.analysis_members(pass(heap, scenario)));
    seated = scenario;
  };
  /** @param {number} outcome @returns {Piece} */
  const told = (outcome) => {
    const { decided, ...rest } = answer();
    return { ...rest, decided: decided.map(resolutionOf), ended: outcome !== status.done };
  };

  return {
    /**
     * How many ways to vote adopt the text, by a link's rule.
     * @param {string} scenario  JSON text, as the council module is given it
     * @param {string} link  a fragment: its locked votes are given
     * @returns {Games<BothCounts>}
     * @throws {BadInput}
     */
    count(scenario, link) {
      seat(scenario);
      done(module.analysis_count(pass(heap, link)));
      return answer();
    },
    /**
     * How much power a link's rule gives to members by standing: holder (of a veto), other, party (must abstain).
     * @param {string} scenario
     * @param {string} link
     * @returns {Games<PowerTold> & { members: Record<string, string[]> }}  with the members' codes by standing
     * @throws {BadInput}
     */
    power(scenario, link) {
      seat(scenario);
      done(module.analysis_power(pass(heap, link)));
      const { members, ...games } = answer();
      return { ...powersOf(games), members };
    },
    /**
     * Both of a standard rule, whoever sits there; power by kind of seat: permanent, new_permanent, elected.
     * @param {string} id
     * @returns {{ count: Games<Ballots>, power: Games<PowerTold> }}
     * @throws {BadInput}
     */
    rule(id) {
      done(module.analysis_rule(pass(heap, id)));
      const { count, power } = answer();
      return { count, power: powersOf(power) };
    },
    /**
     * What is wrong first with a scenario file.
     * @param {string | Uint8Array} file
     * @returns {Fault | null}
     */
    check: (file) => (module.analysis_check(pass(heap, file)) === status.done ? null : answer()),
    /**
     * Begins to read a record; there is one at a time.
     * @param {{ skipBad?: boolean }} [choices]  whether resolutions at fault are left out; else the first fault ends it
     */
    record({ skipBad = false } = {}) {
      module.analysis_record_begin(skipBad ? 1 : 0);
      return {
        /** @param {Uint8Array} bytes @returns {Iterable<Piece & { size: number }>}  with their bytes, up to one that has ended */
        * read(bytes) {
          for (let at = 0; at < bytes.length; at += most) {
            const size = pass(heap, bytes.subarray(at, at + most));
            yield { size, ...told(module.analysis_record_read(size)) };
          }
        },
        /** @returns {Piece} */
        finish: () => told(module.analysis_record_finish()),
      };
    },
    /** How large the heap is, in bytes. */
    heap: () => module.memory.buffer.byteLength,
  };
}
