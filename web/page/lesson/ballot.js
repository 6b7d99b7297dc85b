// What comes with the ballot's step.
export { enterBallot } from '../parts/ballot.js';
