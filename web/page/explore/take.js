// The vote as it is now, for whoever gets to where it can be taken away; styles come along.
import { adopt } from '../parts/sheet.js';
import rules from './take.css';

export { takeAway } from '../parts/takeaway.js';

adopt(rules);
