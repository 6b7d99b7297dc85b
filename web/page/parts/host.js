// What a frame and its host say to each other: objects { veto: 1, type, … }, version 1.
//
//   to the host     ready { votes, outcome } · change { votes, outcome } · step { step } · error { message }
//   to the frame    set { votes: { RUS: 'abstaining' } } · go { step } · reset
//
// Votes are written as in scenario files; an outcome as the council tells it (modules/council.js). What is of another
// shape, or comes from another window than the host's, is passed over in silence.
import { castVote, goTo, reset } from '../modules/actions.js';
import { letters } from '../modules/border.js';

/** Whether a message is one to a frame. @param {any} data */
export const isForFrame = (data) => data?.veto === 1 && ['set', 'go', 'reset'].includes(data.type);

/**
 * @param {import('./store.js').Store} store
 * @param {() => string[]} codesNow  of the members, in the order of their seats
 * @param {unknown} [first]  a message that came before
 * @param {object} [ways]  where a step is more than a number
 * @param {(step: unknown) => boolean} ways.go  false where there is no such step
 * @param {() => unknown} ways.begin  the step anew
 */
export function hearHost(store, codesNow, first, { go, begin } = {
  go: (step) => store.act(goTo(/** @type {number} */ (step))) || store.view('state').step === step,
  begin: () => store.act(reset),
}) {
  if (self === parent) return;
  const ways = Object.keys(letters);
  /** @param {string} type @param {object} rest */
  const say = (type, rest) => parent.postMessage({ veto: 1, type, ...rest }, '*');
  const told = () => {
    const { votes } = store.view('state');
    return {
      votes: Object.fromEntries(codesNow().map((code, seat) => [code, ways.find((way) => letters[way] === votes[seat])])),
      outcome: store.view('outcome'),
    };
  };
  let { step } = store.view('state');
  store.subscribe(() => {
    say('change', told());
    const now = store.view('state').step;
    if (now !== step) say('step', { step: now });
    step = now;
  });

  /** @param {any} message */
  function take({ type, votes, step: wanted }) {
    if (type === 'reset') return begin();
    if (type === 'go') return go(wanted) || say('error', { message: `step: found ${wanted}, expected a whole number from 1` });
    if (typeof votes !== 'object' || votes === null) return say('error', { message: 'votes: expected an object, such as { RUS: "abstaining" }' });
    const cast = Object.entries(votes);
    const codes = codesNow();
    // All of them, or none.
    for (const [code, way] of cast) {
      if (!codes.includes(code)) return say('error', { message: `votes: found ${code}, expected one of ${codes.join(', ')}` });
      if (!ways.includes(way)) return say('error', { message: `votes.${code}: found ${way}, expected one of ${ways.join(', ')}` });
    }
    for (const [code, way] of cast) store.act(castVote(code, letters[way]));
  }
  addEventListener('message', ({ source, data }) => {
    if (source === parent && isForFrame(data)) take(data);
  });
  say('ready', told());
  if (isForFrame(first)) take(first);
}
