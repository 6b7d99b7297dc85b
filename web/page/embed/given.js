// What only a frame needs whose votes a link gives.
export { showGiven } from '../parts/given.js';
export { seatFromLink } from '../parts/seated.js';
