// What the tests with axe share: its script, how to ask it, and the states and widths at which it is asked.
import { readFileSync } from 'node:fs';

/** Injected into a page, it is window.axe there. */
export const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe objects to; runs in the page, once axe is there. @param {string | void} part  where to look, or everywhere */
export async function violations(part) {
  const found = await /** @type {any} */ (window).axe.run(part ?? document, { resultTypes: ['violations'] });
  return found.violations.map((/** @type {any} */ { id, help, nodes }) =>
    `${id}: ${help}: ${nodes.map((/** @type {any} */ node) => `${node.target.join(' ')} (${node.failureSummary})`).join(', ')}`);
}

/**
 * Votes by the radios, from the record on; runs in the page.
 * @param {Record<string, string>} votes
 */
export function vote(votes) {
  /** @type {HTMLElement | null} */ (document.querySelector('button[type=reset]'))?.click();
  for (const [code, letter] of Object.entries(votes)) {
    /** @type {HTMLElement | null} */ (document.querySelector(`input[name="${code}"][value="${letter}"]`))?.click();
  }
  return document.querySelector('[role=status]')?.textContent ?? '';
}

/** @type {{ name: string, votes: Record<string, string>, status: RegExp }[]} */
export const states = [
  { name: 'recorded', votes: {}, status: /^Not adopted: vetoed by Russia\./ },
  { name: 'adopted', votes: { RUS: 'A' }, status: /^Adopted\./ },
  { name: 'two vetoes', votes: { CHN: 'N' }, status: /^Not adopted: vetoed by (China and Russia|Russia and China)/ },
  { name: 'too few votes', votes: { DZA: 'A', ECU: 'X', GUY: 'A', MLT: 'X', SVN: 'A' }, status: /^Not adopted: 1 vote short/ },
];
export const widths = [320, 390, 768, 1280];
/** Half of the states: every width and every theme has them all, in two turns. @param {number} turn */
export const byTurns = (turn) => states.filter((_, i) => (i + turn) % 2 === 0);
