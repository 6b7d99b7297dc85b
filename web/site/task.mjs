// What a step of a lesson sets its class, in words: the same on its page and on paper.
//
//   const { goalOf, differs } = tellerOf(words, members);
//   Object.values(goalOf(step.challenge.goal));  // ['Goal: the text is adopted.', 'Votes asked for – In favour: 9.', '']
import { messagesIn } from '../page/modules/message.js';
import { textIn } from './words.mjs';

/**
 * @param {any} words  a catalogue
 * @param {import('./vote.mjs').Member[]} members  of the step's vote
 */
export function tellerOf(words, members) {
  const { language, lesson: told } = words;
  const filled = messagesIn(language);
  /** In a sentence, as the core lists them. @param {string[]} texts @returns {string} */
  const listed = ([first = '', ...rest]) => (rest.length === 0 ? first
    : filled(rest.length === 1 ? words.list.last : words.list.more, { first, rest: listed(rest) }));
  /** One by one. @param {string[]} texts */
  const inRow = (texts) => new Intl.ListFormat(language, { style: 'narrow' }).format(texts);
  const nameOf = (/** @type {string} */ code) => {
    const { phrase, short, name } = /** @type {any} */ (members.find((each) => each.code === code));
    return textIn(phrase ?? short ?? name, language);
  };
  const named = (/** @type {string[]} */ codes) => listed(codes.map(nameOf));

  /** What the decision shall be; empty is what nothing is asked of. @param {any} goal */
  function goalOf({ outcome, reason, tally = {}, vetoed_by: vetoers }) {
    const tallies = inRow(Object.entries(tally).map(([way, [from, to]]) =>
      filled(from === to ? told.tally.exactly : from === 0 ? told.tally.most : to >= members.length ? told.tally.least : told.tally.between,
        { way: words.vote[way], from, to })));
    return {
      outcome: told.goals[reason ?? outcome],
      tally: tallies && filled(told.asked, { tally: tallies }),
      vetoes: !vetoers ? '' : vetoers.length > 0 ? filled(told.may_veto, { members: named(vetoers) }) : told.no_veto,
    };
  }

  /** Votes that are others than recorded. @param {Record<string, string>} differences */
  const differs = (differences) => filled(told.differs, { votes: inRow(Object.entries(differences).map(([code, way]) =>
    filled(told.cast, { member: nameOf(code), way: words.vote[way] }))) });
  /** Votes that stay. @param {string[]} codes */
  const held = (codes) => filled(told.held, { members: named(codes) });

  return { inRow, named, goalOf, differs, held };
}
