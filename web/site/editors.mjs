// What the page for editors shows besides: the votes to choose from, and what code to paste needs to know.
import { letters } from '../page/modules/border.js';
import { addressOf } from './page.mjs';
import { fileOf, hrefOf } from './pages.mjs';
import { inScript } from './vote.mjs';

/** How wide readers' pages are, as editors see them. */
const widths = [320, 700, 1100];

/**
 * @param {any} words
 * @param {object} given
 * @param {Map<string, Awaited<ReturnType<typeof import('./vote.mjs').voteIn>>>} given.votes  in the same language
 * @param {Map<string, any>} given.scenarios
 * @param {string} given.opening  the vote that the site opens with
 * @param {{ versioned: string, integrity: string }} given.element  what articles load
 */
export function editorsIn({ language, editors, vote }, { votes, scenarios, opening, element }) {
  return {
    editors,
    title: editors.title,
    description: editors.description,
    votes: [...votes.values()].map(({ id, title }) => ({
      id, title, year: scenarios.get(id).date.slice(0, 4), opening: id === opening,
      page: hrefOf(fileOf('vote-{id}', language, id)), frame: hrefOf(fileOf('embed-{id}', language, id)),
    })).sort((a, b) => b.year.localeCompare(a.year)),
    ways: Object.entries(vote).map(([way, label]) => ({ vote: way, label, letter: letters[way] })),
    home: hrefOf(fileOf('index', language, '')),
    widths: widths.map((px) => ({ px, label: editors.width.replace('{n}', px), first: px === 700 })),
    kinds: Object.entries(editors.kinds).map(([kind, label], i) => ({ kind, label, hint: editors.hints[kind], first: i === 0 })),
    site: inScript(JSON.stringify({
      address: process.env.SITE_URL ? addressOf('./') : '', element: { file: element.versioned, integrity: element.integrity },
    })),
  };
}
