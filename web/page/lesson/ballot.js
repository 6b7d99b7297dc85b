// What comes with the ballot's step: what it does, and how it looks.
import { adopt } from '../parts/sheet.js';
import rules from './ballot.css';

export { enterBallot } from '../parts/ballot.js';

adopt(rules);
