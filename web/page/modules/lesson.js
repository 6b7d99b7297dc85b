// A lesson as its page has it, and what an address asks of it.
//
//   const part = partIn(location.search, steps.length);
//   const { step, link, fault } = placeIn(linkIn(location), steps, part);
import { linkText } from './link.js';

/**
 * @typedef {object} Step
 * @property {string} link  to its start, as a fragment
 * @property {string} [reveal]  the votes that its question leads to, as letters
 * @property {object} [challenge]  for the council to judge
 * @property {number} [tries]  before the solution may be seen
 * @property {string} [solution]  votes, as letters
 */

/** @typedef {{ id: string, steps: Step[] }} Lesson */
/** A part of the steps, counted from 1. @typedef {{ first: number, last: number, bad: boolean }} Part */

/**
 * The steps that a teacher prepared: from=3&to=5. What asks for steps that there are none of is bad, and asks for all.
 * @param {string} search
 * @param {number} count
 * @returns {Part}
 */
export function partIn(search, count) {
  const { from = '1', to = String(count) } = Object.fromEntries(new URLSearchParams(search));
  const [first, last] = [from, to].map((text) => (/^\d{1,3}$/.test(text) ? Number(text) : NaN));
  return first >= 1 && first <= last && last <= count ? { first, last, bad: false } : { first: 1, last: count, bad: true };
}

/** The vote that a step's link shows. @param {string} link */
export const voteOf = (link) => new URLSearchParams(link).get('s') ?? '';

/** A step's link with other votes than it begins with. @param {Pick<Step, 'link'>} step @param {string} letters */
export function linkWith({ link }, letters) {
  const to = new URLSearchParams(link);
  to.set('v', letters);
  return linkText(to);
}

/**
 * The step that a link leads to, and its votes: a link need not tell more than the step.
 * @param {URLSearchParams} link
 * @param {Pick<Step, 'link'>[]} steps
 * @param {Part} part
 * @returns {{ step: number, link: string, fault?: 'gone' | 'badLink' }}  the fault, where there is no such step in the part, or
 *     the votes are another's
 */
export function placeIn(link, steps, { first, last }) {
  // Of the first step a link tells the vote alone.
  const asked = link.get('step') ?? (link.has('s') ? '1' : String(first));
  const step = /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
  if (step < first || step > last) return { step: first, link: steps[first - 1].link, fault: 'gone' };
  const start = new URLSearchParams(steps[step - 1].link);
  if (link.has('s') && link.get('s') !== start.get('s')) return { step, link: linkText(start), fault: 'badLink' };
  const votes = link.get('v');
  // A vote as it was recorded needs no letters.
  if (votes) start.set('v', votes);
  else if (link.has('s')) start.delete('v');
  return { step, link: linkText(start) };
}
