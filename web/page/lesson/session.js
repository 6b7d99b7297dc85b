// What a package tells its platform, from the start on: before the lesson reads its address, the place to go on from is in it.
import { findApi, openRecord } from '../parts/record.js';

/** @type {import('../parts/record.js').Lost | undefined} */
let lost;
let lose = (/** @type {import('../parts/record.js').Lost} */ what) => { lost = what; };
export const record = openRecord(findApi(window), (what) => lose(what));

/** Whoever is told what is not recorded: what was, and what will be. @param {typeof lose} listener */
export function onLost(listener) {
  lose = listener;
  if (lost) listener(lost);
}

const { step } = record.place;
if (step > 1) location.hash = `step=${step}`;
addEventListener('pagehide', () => record.close());
