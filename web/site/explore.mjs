// What the page to explore shows besides its vote: the landmarks as a list, every vetoed text as a table, and what other
// rules make of the vote. Everything that is decided comes from the module that decides on the page.
import { letters } from '../page/modules/border.js';
import { membersOn } from '../page/modules/councils.js';
import { dayIn } from '../page/modules/day.js';
import { permanentFirst } from '../page/modules/language.js';
import { messagesIn } from '../page/modules/message.js';
import { ratioIn } from '../page/modules/ratio.js';
import { fileOf, hrefOf } from './pages.mjs';
import { documentIn, sourcesIn, textIn } from './words.mjs';

/** @typedef {{ date: string, draft?: string, record: string, vetoed_by: string, tally?: string, matter?: string }} Text */
/** @typedef {Awaited<ReturnType<typeof import('./vote.mjs').voteIn>>} Vote */

/** How a document is found by its symbol. @param {string} symbol @param {string} language */
const documentOf = (symbol, language) => documentIn(`https://undocs.org/en/${symbol}`, language);

/** A list inside a sentence. @param {string[]} names @param {string} language */
const listIn = (names, language) => new Intl.ListFormat(language, { style: 'narrow' }).format(names);

/** In favour, against and abstaining, as they are printed. @param {string} tally */
const printed = (tally) => tally.replaceAll('-', '–');

/**
 * A landmark vote, as the list has it.
 * @param {any} scenario
 * @param {Vote} vote
 * @param {any} words
 */
function landmarkIn(scenario, { id, title, decision }, { language, explore: { told } }) {
  const { outcome, reason, tally, vetoedBy } = decision;
  const nameOf = (/** @type {string} */ code) => {
    const { name, short } = scenario.members.find((/** @type {any} */ each) => each.code === code);
    return textIn(short ?? name, language);
  };
  const alone = outcome === 'adopted' && reason !== 'without_vote' &&
    !scenario.members.some((/** @type {any} */ { code, permanent }) => permanent && scenario.votes[code] === 'in_favour');
  const tag = alone ? 'alone' : reason === 'majority' ? 'adopted' : reason;
  return {
    id, title,
    subject: textIn(scenario.draft.subject, language),
    date: scenario.date,
    day: dayIn(scenario.date, language),
    symbol: scenario.draft.symbol || scenario.resolution || '',
    is: reason === 'veto' || reason === 'insufficient_votes' ? reason : 'adopted',
    by: vetoedBy.join(' '),
    tag: told.tags[tag].replace('{members}', listIn(vetoedBy.map(nameOf), language)),
    tally: Object.keys(letters).map((way) => /** @type {Record<string, any>} */ (tally)[way]).join('-'),
    tally_words: reason === 'without_vote' ? '' : printed([tally.in_favour, tally.against, tally.abstaining].join('-')),
    page: hrefOf(fileOf('vote-{id}', language, id)),
  };
}

/**
 * Vetoes by member and year, the member with most and the latest year first; nothing stands for none.
 * @param {Text[]} texts @param {Record<string, string>} names  of the members, by code
 */
function yearsIn(texts, names) {
  const by = (/** @type {Text[]} */ some, /** @type {string} */ code) => some.filter(({ vetoed_by: codes }) => codes.includes(code)).length;
  const codes = Object.keys(names).sort((a, b) => by(texts, b) - by(texts, a) || a.localeCompare(b));
  const cells = (/** @type {Text[]} */ some) => [...codes.map((code) => by(some, code)), some.length].map((n) => (n > 0 ? String(n) : ''));
  const years = [...new Set(texts.map(({ date }) => date.slice(0, 4)))].sort().reverse();
  return {
    members: codes.map((code) => ({ code, name: names[code] })),
    rows: years.map((year) => ({ year, cells: cells(texts.filter(({ date }) => date.startsWith(year))) })),
    totals: cells(texts),
  };
}

/**
 * @param {any} words  the catalogue
 * @param {object} given
 * @param {Map<string, any>} given.scenarios
 * @param {Map<string, Vote>} given.votes  in the same language
 * @param {any} given.scenario  the page's own
 * @param {import('../page/modules/councils.js').Councils} given.councils
 * @param {{ sources: any[] }} given.groups  the regional ones
 * @param {{ as_of: string, sources: any[], texts: Text[] }} given.vetoes
 * @param {Record<string, { permanent: number, elected: number }>} given.adds  seats that proposals add, by rule
 * @param {Map<string, { seats: number, told: import('../page/modules/council.js').OutcomeTold | undefined }>} given.reforms  what those
 *     proposals make of the page's vote, by rule
 * @param {{ adopting: string, total: string }} given.counted  of all ways to vote on the page's vote
 * @param {Record<'power' | 'vetoes', object>} given.plots  the pictures of them
 * @param {Record<string, { sources: any[] }>} given.rules  where each rule is from, in the core's order
 */
export function exploreIn(words, { scenarios, scenario, votes, reforms, councils, groups, vetoes, rules, adds, counted, plots }) {
  const { language, explore, rules: named, matters } = words;
  const { filters } = explore;
  const vote = /** @type {Vote} */ (votes.get(scenario.id));
  const landmarks = [...scenarios.values()].map((scenario) => landmarkIn(scenario, /** @type {Vote} */ (votes.get(scenario.id)), words))
    .sort((a, b) => b.date.localeCompare(a.date));
  const landmarkOf = (/** @type {Text} */ { draft = '', date, vetoed_by: by, tally = '' }) => landmarks.find((each) => each.is === 'veto' &&
    each.date === date && each.by === by && (draft || each.symbol ? each.symbol === draft : each.tally.startsWith(tally)));
  const texts = [...vetoes.texts].reverse().map((text) => {
    const members = membersOn(councils, text.date);
    const codes = text.vetoed_by.split(' ');
    const symbol = text.draft ?? text.record;
    const landmark = landmarkOf(text);
    return {
      date: text.date, symbol,
      by: text.vetoed_by,
      matter: text.matter ? matters[text.matter] : '',
      members: listIn(codes.map((code) => {
        const { name, short } = /** @type {any} */ (members.find((each) => each.code === code));
        return textIn(short ?? name, language);
      }), language),
      tally: text.tally ? printed(text.tally) : explore.tally_unknown,
      url: landmark ? landmark.page : documentOf(symbol, language),
    };
  });
  const group = (/** @type {string} */ name, /** @type {Record<string, string>} */ choices) => ({
    name, label: filters[name], choices: Object.entries(choices).map(([value, label], i) => ({ value, label, first: i === 0 })),
  });
  return {
    explore: { ...explore, index_all: explore.index_all.replace('{n}', String(texts.length))
      .replace('{first}', vetoes.texts[0].date.slice(0, 4)).replace('{last}', texts[0].date.slice(0, 4)) },
    title: explore.title,
    description: explore.description,
    heading: vote.title,
    context: scenario.story ? /** @type {any} */ (textIn(scenario.story, language)).summary : '',
    when: [dayIn(scenario.date, language), scenario.draft.symbol].filter(Boolean).join(' · '),
    filters: [
      group('outcome', { '': filters.any, veto: filters.veto, adopted: filters.adopted, insufficient_votes: filters.insufficient_votes }),
      group('years', { '': filters.all, before: filters.before, since: filters.since }),
      group('by', { '': filters.anyone, ...explore.permanent, several: filters.several }),
    ],
    ratio: ratioIn(explore.share, messagesIn(language), counted).told,
    pictures: ['chamber', 'power', 'vetoes'].map((name, i) => ({ name, label: explore.pictures[name], first: i === 0 })),
    plots,
    ways: Object.entries(words.vote).map(([way, label]) => ({ label, letter: letters[way] })),
    chips: permanentFirst(scenario.members.map((/** @type {any} */ { name, short = name, permanent }) => ({ name: textIn(short, language), permanent })), language, (/** @type {any} */ { name }) => name),
    group_sources: sourcesIn(groups.sources, language),
    votes: landmarks,
    texts,
    years: yearsIn(vetoes.texts, words.plots.member),
    as_of: explore.as_of.replace('{date}', dayIn(vetoes.as_of, language)),
    index_sources: sourcesIn(vetoes.sources, language),
    rules: Object.entries(rules).map(([id, { sources }]) => {
      const { seats, told } = reforms.get(id) ?? { seats: scenario.members.length, told: vote.outcomeUnder(id) };
      return {
        id,
        adds: adds[id] ? `${adds[id].permanent} ${adds[id].elected}` : false,
        fits: Boolean(told), outcome: told?.outcome ?? false, current: id === scenario.rule, status: told?.status ?? '',
        name: named[id].name, note: named[id].note,
        needed: told ? explore.needed.replace('{required}', String(told.tally.required)).replace('{seats}', seats) : '',
        sources: sourcesIn(sources, language).filter(({ url }) => url),
      };
    }),
  };
}
