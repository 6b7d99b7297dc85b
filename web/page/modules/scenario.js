// A scenario whose votes are others than its file has, as a file of its own.
import { letters } from './border.js';
import { longestTitle } from './councils.js';

/** The longest id that a scenario may have (web/content/schemas/scenario.schema.json). */
const longestId = 64;
const suffix = '-changed';

/**
 * A vote that nobody recorded: without resolution, mandate and story, which tell of the record; marked in its subject.
 * @param {any} file  a scenario
 * @param {object} change
 * @param {string} change.votes  a letter for each seat; empty where the text is adopted without a vote
 * @param {unknown} change.rule  by which it is decided
 * @param {string} change.language  of the mark
 * @param {boolean} change.renamed  whether it is another vote than the file's, and its id says so
 * @param {(subject: string) => string} change.subjectOf  puts the mark to the subject
 */
export function changedScenario({ mandate: _mandate, story: _story, $schema: _schema, ...file }, { votes, rule, language, renamed, subjectOf }) {
  const ways = Object.keys(letters);
  const { subject } = file.draft;
  const own = subject[language] ?? subject.en;
  // The subject gives way, never the mark.
  const over = [...subjectOf(own)].length - longestTitle;
  const marked = subjectOf(over > 0 ? `${[...own].slice(0, -over - 1).join('').trimEnd()}…` : own);
  const { votes: _votes, ...rest } = file;
  return {
    ...rest,
    id: renamed ? file.id.slice(0, longestId - suffix.length) + suffix : file.id,
    rule,
    draft: { ...file.draft, subject: { en: marked, [language]: marked } },
    resolution: null,
    adopted_by: votes ? 'vote' : 'without_vote',
    ...votes && { votes: Object.fromEntries(file.members.map((/** @type {{ code: string }} */ { code }, /** @type {number} */ seat) => [code, ways.find((way) => letters[way] === votes[seat])])) },
  };
}
