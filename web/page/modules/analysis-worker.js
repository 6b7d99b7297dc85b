// The worker that holds the analysis module. analysis.js asks; what is asked and answered is described there.
//
//   to it:    { id, ask, … }, and { cancel: id } for a record
//   from it:  { id, progress } while a record is read, then { id, answer } or { id, error: { code, … } }
import { BadInput, openAnalysis } from './analysis-module.js';

/** @typedef {import('./analysis-module.js').Analysis} Analysis */

/** What ends a question without an answer; its code is the page's to put into words. */
class Refusal extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** @type {Promise<Analysis> | undefined} */
let opening;
/** The record that is being read, by the question's id. */
let reading = 0;

/** Runs what reads a file, of which one can always be told that it is no longer there. @template T @param {Promise<T>} read */
const readable = (read) => read.catch(() => {
  throw new Refusal('unreadable');
});

/** No text has a zero byte, but most other files have one early. @param {Uint8Array} bytes */
function expectText(bytes) {
  if (bytes.includes(0)) throw new Refusal('no_text');
}

/**
 * @param {Analysis} analysis
 * @param {{ id: number, file: Blob, skipBad: boolean }} question
 */
async function readRecord(analysis, { id, file, skipBad }) {
  const from = file.stream().getReader();
  const { read, finish } = analysis.record({ skipBad });
  /** @type {import('./analysis-module.js').Fault[]} */
  const errors = [];
  let bytes = 0;
  /** @param {import('./analysis-module.js').Piece & { size?: number }} piece */
  function take({ errors: found, decided, size = 0, ...rest }) {
    errors.push(...found);
    bytes += size;
    postMessage({ id, progress: { read: bytes, total: file.size, decided } });
    return rest;
  }
  try {
    for (;;) {
      const { done, value } = await readable(from.read());
      if (reading !== id) throw new Refusal('cancelled');
      if (done) break;
      if (bytes === 0) expectText(value);
      for (const piece of read(value)) {
        const { faults, ended } = take(piece);
        if (ended) return { report: null, errors, faults };
      }
    }
    const { faults, report = null } = take(finish());
    return { report, errors, faults };
  } finally {
    from.cancel().catch(() => {});
  }
}

/** @param {any} question */
async function answer(question) {
  if (question.ask === 'record') reading = question.id;
  opening ??= openAnalysis(question.moduleUrl);
  const analysis = await opening;
  switch (question.ask) {
    case 'count': return analysis.count(question.scenario, question.link);
    case 'power': return analysis.power(question.scenario, question.link);
    case 'rule': return analysis.rule(question.rule);
    case 'check': {
      const bytes = new Uint8Array(await readable(question.file.arrayBuffer()));
      expectText(bytes);
      return analysis.check(bytes);
    }
    default: return readRecord(analysis, question);
  }
}

addEventListener('message', async ({ data }) => {
  if (data.cancel) {
    if (reading === data.cancel) reading = 0;
    return;
  }
  const { id } = data;
  try {
    postMessage({ id, answer: await answer(data) });
  } catch (error) {
    if (error instanceof BadInput) return postMessage({ id, error: { code: 'bad_input', fault: error.fault } });
    if (error instanceof Refusal) return postMessage({ id, error: { code: error.code } });
    // The module could not be had, or broke: the next question begins with another.
    opening = undefined;
    postMessage({ id, error: { code: 'unavailable', message: String(error) } });
  }
});
