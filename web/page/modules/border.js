// The numbers and letters that both languages know. They stand here and in the C++ headers, nowhere else in JavaScript;
// tests/page/border.test.mjs reads web/platform/border.h, chamber.h, gallery.h, web/app/told.h and core for them.

/** What a call that can fail answers (web/platform/border.h). */
export const status = { done: 0, noWindow: 1, noWebgl: 2, noShaders: 3, badInput: 4 };

/** What the council tells (web/app/told.h). */
export const section = { link: 0, state: 1, outcome: 2, reasons: 3, changes: 4 };

/** Ways to vote by their names in files, options and events, each with its letter in links (core/vote.h). @type {Record<string, string>} */
export const letters = { in_favour: 'Y', against: 'N', abstaining: 'A', not_participating: 'X' };

/** The most bytes of a scenario file (core/json.h). */
export const largestScenario = 262144;

// web/platform/chamber.h
export const font = { regular: 0, bold: 1 };
export const appearanceFlag = { reducedMotion: 1 };
export const pointer = { move: 0, down: 1, up: 2, leave: 3, cancel: 4 };
export const frame = { again: 1, hand: 2, input: 4 };

/** What the gallery shows (web/platform/gallery.h). */
export const exhibit = { chamber: 0, power: 1, vetoes: 2 };

/** The colours that the chamber draws with, in their order; the page's custom properties have these names. */
export const inks = ['paper', 'ink', 'soft', 'line', 'table', 'card', 'in-favour', 'against', 'abstaining', 'stamp'];
