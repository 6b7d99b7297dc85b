// Everything that can happen to the state, as web/app/action.h has it: actions travel as short texts.
//
//   council.act(castVote('RUS', 'A'));

/** @typedef {string} Action */

/** Sets a member's vote. @param {string} code  the member's @param {string} letter  Y, N, A or X @returns {Action} */
export const castVote = (code, letter) => `cast ${code} ${letter}`;

/** Back to the recorded vote and its rule; nobody is locked any more. @type {Action} */
export const reset = 'reset';

/** Decides by another standard rule. @param {string} id @returns {Action} */
export const chooseRule = (id) => `rule ${id}`;

/** To a question, counted from 1. @param {number} step @returns {Action} */
export const goTo = (step) => `go ${step}`;

/** Holds a member's vote fast. @param {string} code @returns {Action} */
export const lock = (code) => `lock ${code}`;

/** Lets a member's vote go. @param {string} code @returns {Action} */
export const unlock = (code) => `unlock ${code}`;

/** Shows another of the scenarios that were handed over, on its recorded vote. @param {string} id @returns {Action} */
export const open = (id) => `open ${id}`;

/** What a tap on a seat makes of its vote, as vote_after() of web/app/action.h has it. @param {string} letter */
export const voteAfter = (letter) => ({ Y: 'N', N: 'A' })[letter] ?? 'Y';
