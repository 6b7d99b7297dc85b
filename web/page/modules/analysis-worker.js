// The worker that holds the analysis module, and the record that was read last. analysis.js asks; what is asked and
// answered is described there.
//
//   to it:    { id, ask, … }, and { cancel: id } for a record
//   from it:  { id, progress } while a record is read, then { id, answer } or { id, error: { code, … } }
import { BadInput, openAnalysis } from './analysis-module.js';
import { letters } from './border.js';
import { bare, fits } from './find.js';

/** @typedef {import('./analysis-module.js').Analysis} Analysis */
/** @typedef {import('./analysis-module.js').Resolution} Resolution */

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
/** The record that was read last, the newest first, as it can be found. @type {(import('./find.js').Entry & { resolution: Resolution })[]} */
let record = [];

/** @param {Resolution} resolution @returns {typeof record[number]} */
function entryOf(resolution) {
  const { symbol, date, title, draft, meeting, agenda, reason, members, votes } = resolution;
  return {
    resolution, date,
    is: reason === 'veto' || reason === 'insufficient_votes' ? reason : 'adopted',
    by: reason === 'veto' ? members.filter(({ permanent }, seat) => permanent && votes[seat] === letters.against).map(({ code }) => code) : [],
    text: bare([symbol, date, title, draft, meeting, agenda].join('\n')),
  };
}

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
  /** @type {typeof record} */
  const found = [];
  /** @template {import('./analysis-module.js').Piece} P @param {P} piece */
  const take = (piece) => {
    errors.push(...piece.errors);
    found.push(...piece.decided.map(entryOf));
    return piece;
  };
  try {
    for (let bytes = 0; ;) {
      const { done, value } = await readable(from.read());
      if (reading !== id) throw new Refusal('cancelled');
      if (done) break;
      if (bytes === 0) expectText(value);
      for (const piece of read(value)) {
        const { faults, ended, size } = take(piece);
        if (ended) return { report: null, errors, faults };
        bytes += size;
        postMessage({ id, progress: { read: bytes, total: file.size } });
      }
    }
    const { faults, report = null } = take(finish());
    if (report) record = found.sort((a, b) => b.date.localeCompare(a.date));
    return { report, errors, faults };
  } finally {
    from.cancel().catch(() => {});
  }
}

/** @param {{ words: string, filters: import('./find.js').Filters, from: number, count: number }} question */
function search({ words, filters, from, count }) {
  // The record is in English: its words are those between blanks.
  const asked = bare(words).split(/\s+/);
  // A number alone means the resolution of that number first of all.
  const named = (/** @type {string} */ symbol) => asked.some((word) => symbol.includes(`/${word}(`));
  const found = record.filter((entry) => asked.every((word) => entry.text.includes(word)) && fits(entry, filters)).sort((a, b) => Number(named(b.resolution.symbol)) - Number(named(a.resolution.symbol)));
  return { total: found.length, found: found.slice(from, from + count).map(({ resolution }) => resolution) };
}

/** @param {any} question */
async function answer(question) {
  if (question.ask === 'search') return search(question);
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
