// A scenario as a file to take away: with votes that are others than the record's, with names in two languages.
import { letters } from './border.js';
import { longestTitle } from './councils.js';
import { memberOn } from './resolution.js';

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

/**
 * A file whose members have their names in the main language, too: where a page knows them from its list of Councils, they
 * stand in its own language alone, under the main one's name.
 * @param {any} file  a scenario
 * @param {string} language  the page's
 * @param {import('./councils.js').Councils} own  who sat when, as the page has it
 * @param {import('./councils.js').Councils} main  the same in the main language
 */
export function namedInBoth(file, language, own, main) {
  /** @param {import('./councils.js').Spell} spell @param {'name' | 'short' | 'phrase'} key */
  const calledIn = (spell, key) => (spell[key] ?? (key === 'phrase' ? spell.short : undefined) ?? spell.name).en;
  return { ...file, members: file.members.map((/** @type {any} */ member) => {
    const [ours, theirs] = [own, main].map((councils) => /** @type {import('./councils.js').Spell} */ (memberOn(councils, member.code, file.date)));
    if (member.name[language] || member.name.en !== ours.name.en) return member;
    const keys = /** @type {const} */ (['name', 'short', 'phrase']).filter((key) => ours[key] || theirs[key]);
    return { ...member, ...Object.fromEntries(keys.map((key) => [key, { en: calledIn(theirs, key), [language]: calledIn(ours, key) }])) };
  }) };
}
