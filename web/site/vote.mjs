// What pages say of the vote that opens the house, in one language: words and figures for their templates. Everything that
// is decided comes from the module that decides on the page.
import { readFileSync } from 'node:fs';
import { letters } from '../page/modules/border.js';
import { openCouncil } from '../page/modules/council.js';
import { dayIn } from '../page/modules/day.js';
import { permanentFirst } from '../page/modules/language.js';
import { longest } from './room.mjs';
import { sourcesIn, spelled, spoken, textIn } from './words.mjs';

/** @typedef {{ code: string, name: Record<string, string>, permanent: boolean }} Member */
/**
 * @typedef {object} Vote
 * @property {any} scenario  the file as it stands
 * @property {Record<string, any>} [stories]  what else is told of it, by language
 * @property {Record<string, string>} [predictions]  votes that readers are asked about, by question
 */

/** JSON as it may stand in a script element. @param {string} text */
export const inScript = (text) => text.replaceAll('<', '\\u003c');

/** What the modules are given of a scenario: all but the schema's address, the story and the regional groups. @param {any} scenario */
export const given = ({ $schema: _schema, story: _story, sources: _sources, ...scenario }) => JSON.stringify({
  ...scenario, members: scenario.members.map((/** @type {any} */ { group: _group, ...member }) => spelled(member)),
});

/**
 * The council module with a vote, for the build.
 * @param {any} scenario @param {any} words  the catalogue @param {string[]} sections  of it that the module speaks with
 * @param {string} wasm  its file
 */
export const councilOf = (scenario, words, sections, wasm) => openCouncil({
  moduleUrl: `data:application/wasm;base64,${readFileSync(wasm).toString('base64')}`,
  words: spoken(words, sections),
  scenario: given(scenario),
});

/**
 * The questions, each with what can be answered.
 * @param {Record<string, string>} predictions
 * @param {any} bets  the catalogue's words
 * @param {any} asked  the story's
 * @param {(votes: string) => 'adopted' | 'not_adopted'} outcomeOf
 */
function questionsOf(predictions, bets, asked, outcomeOf) {
  const entries = Object.entries(predictions);
  return entries.map(([id, votes], i) => {
    const outcome = outcomeOf(votes);
    const because = asked[id]?.because[outcome];
    if (!because) throw new Error(`${id}: no words for its outcome, ${outcome}`);
    const other = outcome === 'adopted' ? 'not_adopted' : 'adopted';
    return {
      id, votes,
      current: i === 0,
      count: bets.count.replace('{n}', i + 1).replace('{count}', entries.length),
      question: asked[id].question,
      next: i + 1 < entries.length ? bets.next : bets.first,
      answers: [
        { bet: false, outcome, outcome_words: bets.told[outcome], because },
        { bet: outcome, outcome, outcome_words: bets.right[outcome], because },
        { bet: other, outcome, outcome_words: bets.wrong[outcome], because },
      ],
    };
  });
}

/**
 * @param {Vote} vote
 * @param {any} words  the catalogue
 * @param {string[]} sections  of it that the module speaks with
 * @param {string} wasm  the council module's file
 */
export async function voteIn({ scenario, stories, predictions = {} }, words, sections, wasm) {
  const { language } = words;
  const council = await councilOf(scenario, words, sections, wasm);
  const said = () => council.told('reasons');
  const decision = { ...council.told('outcome'), ...said() };
  const { votes, bound } = council.told('state');
  const follow = (/** @type {string} */ votes) => {
    if (!council.follow(`v=${votes}`)) throw new Error(`${votes} is no vote of ${scenario.id}`);
  };
  const saidOf = (/** @type {string} */ votes) => {
    follow(votes);
    return said();
  };
  const outcomeOf = (/** @type {string} */ votes) => {
    follow(votes);
    return council.told('outcome').outcome;
  };
  /** Who is bound to abstain does, whatever the others do. @param {string} each */
  const possible = (each) => [...each].map((letter, seat) => (bound.includes(scenario.members[seat].code) ? 'A' : letter)).join('');
  const permanent = scenario.members.map((/** @type {Member} */ member) => member.permanent);
  const [longestOutcomes, longestReasons] = longest(permanent, (each) => saidOf(possible(each)), [
    ({ status, why }) => [[status, 1.3], [why, 1]],
    ({ deciders, change, article }) => [[deciders, 1.05], [change, 1], [article, 0.9]],
  ]);

  /** In reading order: permanent members first, each group by name. */
  const members = permanentFirst(scenario.members.map((/** @type {Member} */ member, /** @type {number} */ seat) => ({
    seat,
    code: member.code,
    name: textIn(member.name, language),
    permanent: member.permanent,
    decisive: decision.decisive.includes(member.code),
    bound: bound.includes(member.code),
    choices: Object.entries(words.vote).map(([vote, label]) => ({
      vote,
      label,
      letter: letters[vote],
      checked: votes[seat] === letters[vote],
      barred: bound.includes(member.code) && vote !== 'abstaining',
    })),
  })), language, (/** @type {any} */ { name }) => name);

  /** Who voted how, in the Council's order of ways to vote. */
  const roll = Object.entries(words.vote)
    .map(([vote, label]) => {
      const names = members.filter((/** @type {any} */ { seat }) => votes[seat] === letters[vote])
        .map((/** @type {any} */ { name }) => name)
        .sort((/** @type {string} */ a, /** @type {string} */ b) => a.localeCompare(b, language));
      return { vote, label, number: names.length, names: new Intl.ListFormat(language, { style: 'narrow' }).format(names) };
    })
    .filter(({ number }) => number > 0);

  const story = stories?.[language];
  const mandate = story && scenario.mandate?.votes.map((/** @type {{ resolution: string, date: string }} */ { resolution, date }) => ({
    date, year: date.slice(0, 4), resolution: resolution.replace(/^S\/RES\/(\d+).*/, '$1') }))
    .map((/** @type {Record<string, string>} */ each) => ({
      ...each,
      spoken: story.renewal.replace('{year}', each.year).replace('{resolution}', each.resolution).replace('{votes}', story.unanimous),
    }));
  /** What stands above the vote where nobody wrote more about it than its file tells. */
  const short = scenario.story && textIn(scenario.story, language);
  const subject = textIn(scenario.draft.subject, language);
  const { questions: asked = {}, title = short?.title ?? subject, heading = title, context = short?.summary ?? false,
    description = context || decision.status, more_sources = [], ...chapters } = story ?? {};

  return {
    id: scenario.id,
    decision,
    outcomeUnder: (/** @type {string} */ rule) => council.outcomeOf(`rule=${rule}`),
    title, heading, context, description,
    kicker: words.page.kicker.replace('{date}', dayIn(scenario.date, language)),
    outcome: decision.status,
    why: decision.why,
    deciders: decision.deciders,
    change: decision.change,
    article: decision.article,
    longest_outcomes: longestOutcomes,
    longest_reasons: longestReasons,
    questions: !story ? [] : questionsOf(predictions, words.page.predict, asked, outcomeOf),
    members,
    roll,
    story: story ? { ...chapters, mandate: mandate ? { votes: mandate } : false } : false,
    more_sources,
    sources: sourcesIn(scenario.sources, language),
  };
}
