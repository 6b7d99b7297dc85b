// What a lesson's page shows: its steps in words, each with the vote that is on show and what that leads to, and what its
// scripts need. Everything that is decided comes from the module that decides on the page.
import { letters } from '../page/modules/border.js';
import { dayIn } from '../page/modules/day.js';
import { messagesIn } from '../page/modules/message.js';
import { fileOf, hrefOf, mainLanguage, tagOf } from './pages.mjs';
import { longest } from './room.mjs';
import { tellerOf } from './task.mjs';
import { councilOf, given, inScript } from './vote.mjs';
import { keyTermsOf } from './words.mjs';

/** Those that may take the most lines: what is much shorter does not. @template Each @param {Each[]} all @param {(each: Each) => string} textOf */
const nearlyLongest = (all, textOf) => all.filter((each) => textOf(each).length > 0.8 * Math.max(...all.map((other) => textOf(other).length)));

/**
 * @param {any} lesson  the file as it stands
 * @param {any} words  the catalogue of its language
 * @param {object} given
 * @param {Map<string, any>} given.scenarios
 * @param {Map<string, Awaited<ReturnType<typeof import('./vote.mjs').voteIn>>>} given.votes  in the same language
 * @param {string} given.wasm  the council module's file
 * @param {string[]} [given.published]  titles of its sources in the main language
 */
export async function lessonIn(lesson, words, { scenarios, votes, wasm, published = [] }) {
  const { language, lesson: told } = words;
  const filled = messagesIn(language);

  /** The vote of a step. @param {any} step */
  const idOf = (step) => step.vote ?? lesson.vote;
  const ids = [...new Set([lesson.vote, ...lesson.steps.map(idOf)])];
  const bareOf = (/** @type {string} */ id) => {
    const { mandate: _mandate, ...bare } = scenarios.get(id);
    return bare;
  };
  const council = await councilOf(bareOf(lesson.vote), words, ['list', 'decision', 'article', 'decisive', 'change'], wasm);
  for (const id of ids.slice(1)) council.open(given(bareOf(id)));
  /** @param {string} link */
  function follow(link) {
    if (!council.follow(link)) throw new Error(`${lesson.id}: ${link} is no link to its votes`);
    return council.told('state');
  }

  /** What the members' votes are changed into by differences, under a link's rule. @param {string} base  a link @param {string} votes  letters @param {Record<string, string>} differences @param {import('./vote.mjs').Member[]} members */
  function changed(base, votes, differences, members) {
    const { bound } = follow(base);
    return members.map(({ code }, seat) => (bound.includes(code) ? 'A' : letters[differences[code]] ?? votes[seat])).join('');
  }

  /** What the longest outcomes need, by vote and rule. @type {Map<string, { status: string, why: string }[]>} */
  const rooms = new Map();
  const outcomeOf = (/** @type {string} */ link) => {
    follow(link);
    const { status, why } = council.told('reasons');
    return { status, why };
  };

  const steps = lesson.steps.map((/** @type {any} */ step, /** @type {number} */ i) => {
    const { kind, title, question, challenge } = step;
    const id = idOf(step);
    const { date } = scenarios.get(id);
    const members = /** @type {import('./vote.mjs').Member[]} */ (scenarios.get(id).members);
    const n = i + 1;
    const { inRow, named, goalOf, differs, held: holds } = tellerOf(words, members);

    // Where the step begins.
    const base = `s=${id}${step.rule ? `&rule=${step.rule}` : ''}`;
    const recorded = follow(base).votes;
    const nobody = step.votes === 'nobody';
    const differences = nobody || !step.votes ? {} : step.votes;
    const start = nobody ? 'X'.repeat(members.length) : changed(base, recorded, differences, members);
    /** @type {Record<string, (member: import('./vote.mjs').Member) => boolean>} */
    const groups = { all: () => true, permanent: ({ permanent }) => permanent, elected: ({ permanent }) => !permanent };
    const movers = challenge && members.filter(groups[challenge.moves.members] ?? (({ code }) => challenge.moves.members.includes(code)));
    const held = members.filter((member) => step.locked?.includes(member.code) || (movers && !movers.includes(member)))
      .map(({ code }) => code);
    const linkOf = (/** @type {string} */ letters) => {
      follow(`${base}&v=${letters}${held.length > 0 ? `&lock=${held}` : ''}&step=${n}`);
      return council.told('link');
    };
    const link = linkOf(start);
    const { status, why } = outcomeOf(link);
    if (!rooms.has(base)) {
      const { bound } = follow(base);
      const possible = (/** @type {string} */ each) => [...each].map((letter, seat) => (bound.includes(members[seat].code) ? 'A' : letter)).join('');
      rooms.set(base, longest(members.map(({ permanent }) => permanent), (each) => outcomeOf(`${base}&v=${possible(each)}`),
        [({ status: first, why: second }) => [[first, 1.2], [second, 1]]])[0]);
    }

    const reveal = question?.reveal && changed(base, start, question.reveal, members);
    const answer = council.outcomeOf(`${base}&v=${reveal ?? start}`)?.outcome;
    const goal = challenge && goalOf(challenge.goal);
    const most = challenge?.most_changes;
    const moves = challenge && filled(Array.isArray(challenge.moves.members) ? told.moves.members : told.moves[challenge.moves.members],
      { members: named((movers ?? []).map((/** @type {import('./vote.mjs').Member} */ { code }) => code)), ways: inRow(challenge.moves.votes.map((/** @type {string} */ way) => words.vote[way])) });
    const choices = question?.choices.map((/** @type {any} */ { text, feedback, outcome: expected, right = expected === answer }, /** @type {number} */ which) =>
      ({ which, text, feedback, right, told: right ? told.right : told.wrong }));
    return {
      n, title, kind,
      current: n === 1,
      kicker: challenge ? filled(told.named, { kind: told.kinds.challenge, title }) : told.kinds[kind],
      heading: challenge ? challenge.task : title,
      words: step.words,
      look: step.look ?? false,
      // Once, until another takes its place.
      vote: i > 0 && id === idOf(lesson.steps[i - 1]) ? false
        : { title: votes.get(id)?.title ?? '', page: hrefOf(fileOf('vote-{id}', language, id)), day: dayIn(date, language) },
      differs: [
        ...nobody ? [told.nobody] : Object.keys(differences).length > 0 ? [differs(differences)] : [],
        ...step.rule ? [filled(told.ruled, { rule: words.rules[step.rule].name })] : [],
        ...step.locked?.length > 0 ? [holds(step.locked)] : [],
      ],
      leads: nobody ? [] : [status, why].filter(Boolean),
      question: question ? {
        text: question.text, id: `question-${n}`, hint: reveal ? told.expect : told.choose,
        choices, rooms: nearlyLongest(choices, ({ feedback }) => feedback),
      } : false,
      challenge: challenge ? {
        goal: [...Object.values(goal ?? {}).filter(Boolean), moves],
        moves: filled(told.told.moves, { n: most, left: most, all: most }),
        discs: Array(most).fill(''),
        unmet: Object.entries({
          moves, changes: filled(told.unmet.changes, { n: most }), outcome: told.unmet[challenge.goal.outcome],
          reason: told.unmet[challenge.goal.reason], tally: goal?.tally, vetoes: goal?.vetoes,
        }).filter(([, text]) => text).map(([which, text]) => ({ which, text })),
        solved: challenge.solved,
        hints: challenge.hints.length > 0 ? { all: challenge.hints } : false,
      } : false,
      prompts: step.prompts ? { all: step.prompts } : false,
      ballot: kind === 'ballot',
      /** For scripts. */
      kept: {
        link,
        reveal, solution: challenge && changed(base, start, challenge.solution, members), tries: challenge?.tries,
        challenge: challenge && { votes: step.votes, moves: challenge.moves, most_changes: most, goal: challenge.goal },
      },
    };
  });

  const { page } = words;
  const longestOutcomes = nearlyLongest([...new Map([...rooms.values()].flat().map((room) => [`${room.status}${room.why}`, room])).values()], ({ status, why }) => status + why);
  return {
    of: lesson.id,
    file: `lessons/${lesson.id}${tagOf(language)}.json`,
    title: lesson.title,
    heading: lesson.title,
    description: lesson.summary,
    kicker: filled(told.kicker, { n: lesson.minutes }),
    context: lesson.summary,
    // What the vote alone has more of.
    questions: [], story: false, more_sources: [],
    page: { ...page, more_sources: [], bad_link: told.bad_votes, without_rule: told.without_rule, controls_hint: told.controls_hint, without_scripts: told.without_scripts },
    // Lessons name their sources in their own language, but for titles that nobody translates.
    sources: lesson.sources.map((/** @type {any} */ source) => ({ ...source, url: source.url || false,
      foreign: language !== mainLanguage && published.includes(source.title) ? ` lang="${mainLanguage}"` : '' })),
    licence: lesson.licence,
    key_terms: keyTermsOf(lesson),
    lesson: told,
    steps,
    step_count: filled(told.steps, { n: steps.length }),
    first_count: filled(told.told.count, { n: 1, count: steps.length }),
    first_title: steps[0].title,
    second_title: steps[1]?.title ?? '',
    outcome: steps[0].leads[0] ?? outcomeOf(steps[0].kept.link).status,
    why: outcomeOf(steps[0].kept.link).why,
    longest_outcomes: longestOutcomes,
    ways: Object.entries(words.vote).map(([way, label]) => ({ label, letter: letters[way] })),
    data: inScript(JSON.stringify({
      id: lesson.id, steps: steps.map((/** @type {any} */ { kept }) => kept),
    })),
  };
}
