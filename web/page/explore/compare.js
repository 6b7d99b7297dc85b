// Votes side by side, for whoever puts one aside or gets there; their styles come along.
import { adopt } from '../parts/sheet.js';
import rules from './compare.css';

export { compareVotes } from '../parts/comparing.js';

adopt(rules);
