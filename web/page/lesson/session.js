// What a package tells its platform, from the start on: before the lesson reads its address, the place to go on from is in it.
import { findApi, openRecord } from '../parts/record.js';

export const record = openRecord(findApi(window));

const { step } = record.place;
if (step > 1) location.hash = `step=${step}`;
addEventListener('pagehide', () => record.close());
