// Counting, power, records and files, asked of the analysis module in its worker. Neither is loaded before the first
// question, and whatever takes long holds nobody up.
//
//   const analysis = startAnalysis({ workerUrl, moduleUrl });
//   const { with_abstention } = await analysis.count(scenario, council.told('link'));
//   const { report, errors } = await analysis.readRecord(file, { signal, progress });
//
// Promises are rejected with an AnalysisError, whose code is the page's to put into words; with the signal's reason, where
// there is a signal and it was given.
import { largestScenario } from './border.js';

/** @typedef {import('./analysis-module.js').Fault} Fault */
/** @typedef {import('./analysis-module.js').Resolution} Resolution */
/** @typedef {import('./analysis-module.js').Report} Report */
/** @typedef {import('./analysis-module.js').Analysis} Module */

/**
 * A record, read to its end or to the fault that ended it.
 * @typedef {object} RecordTold
 * @property {Report | null} report  null where a fault ended it
 * @property {Fault[]} errors  the first hundred
 * @property {number} faults  how many there were in all
 */

/** How far a record is read, in bytes, and what was decided since the last time. @typedef {{ read: number, total: number, decided: Resolution[] }} Progress */

/**
 * Why there is no answer: `bad_input`, and `fault` says what is wrong with scenario, link or rule; `too_large`, with `size`
 * and `most` in bytes; `no_text`; `unreadable`: a file is gone, or may not be read; `unavailable`: the worker or the module
 * could not be had.
 * @typedef {'bad_input' | 'too_large' | 'no_text' | 'unreadable' | 'unavailable'} Code
 */

export class AnalysisError extends Error {
  /** @param {{ code: Code, fault?: Fault, size?: number, most?: number, message?: string }} why */
  constructor({ code, fault, size, most, message = '' }) {
    super(`${code} ${message}`.trim());
    this.name = 'AnalysisError';
    this.code = code;
    this.fault = fault;
    this.size = size;
    this.most = most;
  }
}

/** The most bytes of a record that are read: the Library's has ten million. */
export const largestRecord = 64 << 20;

/** For whoever forbids a page to run any address as a script (require-trusted-types-for): this one is the build's own. */
const trusted = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('veto-worker', { createScriptURL: (/** @type {string} */ url) => url });

/**
 * @param {{ workerUrl: string | URL, moduleUrl: string | URL }} options  the assets analysis-worker and analysis, of this
 *     page's origin
 */
export function startAnalysis({ workerUrl, moduleUrl }) {
  /** @typedef {{ resolve: (answer: any) => void, reject: (error: unknown) => void, progress?: (progress: Progress) => void }} Waiting */
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  /** @type {Worker | undefined} */
  let worker;
  let last = 0;

  /** Whoever waits waits in vain; the next question starts another worker. @param {unknown} why */
  function end(why) {
    worker?.terminate();
    worker = undefined;
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  }

  function start() {
    const url = String(new URL(workerUrl, document.baseURI));
    const started = new Worker(trusted?.createScriptURL(url) ?? url);
    started.addEventListener('error', (event) => end(new AnalysisError({ code: 'unavailable', message: event.message })));
    started.addEventListener('message', ({ data: { id, answer, error, progress } }) => {
      const asker = waiting.get(id);
      if (progress) return asker?.progress?.(progress);
      waiting.delete(id);
      if (error?.code === 'cancelled') asker?.reject(new DOMException('Another record is read', 'AbortError'));
      else if (error) asker?.reject(new AnalysisError(error));
      else asker?.resolve(answer);
    });
    return started;
  }

  /**
   * @param {Record<string, unknown>} question
   * @param {{ signal?: AbortSignal, progress?: Waiting['progress'] }} [choices]
   * @returns {Promise<any>}
   */
  const ask = (question, { signal, progress } = {}) => new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const id = ++last;
    waiting.set(id, { resolve, reject, progress });
    signal?.addEventListener('abort', () => {
      if (waiting.delete(id)) worker?.postMessage({ cancel: id });
      reject(signal.reason);
    }, { once: true });
    try {
      worker ??= start();
      worker.postMessage({ ...question, id, moduleUrl: String(new URL(moduleUrl, document.baseURI)) });
    } catch (error) {
      end(new AnalysisError({ code: 'unavailable', message: String(error) }));
    }
  });

  return {
    /**
     * How many ways to vote adopt the text by a link's rule: all ways, and those that its locked votes leave.
     * @param {string} scenario  JSON text, as the council module is given it
     * @param {string} link  as the council tells it
     * @returns {Promise<ReturnType<Module['count']>>}
     */
    count: (scenario, link) => ask({ ask: 'count', scenario, link }),
    /**
     * How much power a link's rule gives, by standing.
     * @param {string} scenario
     * @param {string} link
     * @returns {Promise<ReturnType<Module['power']>>}
     */
    power: (scenario, link) => ask({ ask: 'power', scenario, link }),
    /**
     * Both of a standard rule, whoever sits there; power by kind of seat.
     * @param {string} rule  its id
     * @returns {Promise<ReturnType<Module['rule']>>}
     */
    rule: (rule) => ask({ ask: 'rule', rule }),
    /**
     * What is wrong first with a scenario file; null where it is good.
     * @param {Blob | string} file
     * @returns {Promise<Fault | null>}
     */
    // The core says itself what is too long for it, by one byte.
    check: (file) => ask({ ask: 'check', file: new Blob([file]).slice(0, largestScenario + 1) }),
    /**
     * Decides a record again. A second one takes the place of one that is being read.
     * @param {Blob} file  the CSV of the UN Digital Library's Security Council Voting Data
     * @param {object} [choices]
     * @param {boolean} [choices.skipBad]  whether resolutions at fault are left out, which is usual; else the first ends it
     * @param {AbortSignal} [choices.signal]
     * @param {(progress: Progress) => void} [choices.progress]  told every 256 KiB or sooner, and at the end
     * @returns {Promise<RecordTold>}
     */
    readRecord: async (file, { skipBad = true, signal, progress } = {}) => {
      if (file.size > largestRecord) throw new AnalysisError({ code: 'too_large', size: file.size, most: largestRecord });
      return ask({ ask: 'record', file, skipBad }, { signal, progress });
    },
    /** Ends the worker, and whatever it is at. */
    close: () => end(new DOMException('The analysis was closed', 'AbortError')),
  };
}

/** @typedef {ReturnType<typeof startAnalysis>} Analysis */
