// Votes side by side, for whoever puts one aside or gets there.
export { compareVotes } from '../parts/comparing.js';
