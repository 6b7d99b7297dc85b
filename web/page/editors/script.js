// The page for editors: which vote, who voted how, what it says, what to paste.
import { letters } from '../modules/border.js';
import { openCouncil } from '../modules/council.js';
import { linkIn } from '../modules/link.js';
import { alternativeOf } from '../modules/alternative.js';
import { tagOf } from '../modules/language.js';
import { frameOf } from '../modules/paste.js';
import { askVote } from '../parts/ask.js';
import { offerCode } from '../parts/code.js';
import { fetched } from '../parts/fetched.js';
import { takeAlong, toLanguage } from '../parts/languages.js';
import { openPreview } from '../parts/preview.js';

/** @typedef {import('../modules/paste.js').Embed} Embed */

const root = document.body;
/** @param {string} name */
const text = (name) => root.querySelector(`script.${name}`)?.textContent ?? '';
/** @param {string} name */
const asset = (name) => /** @type {HTMLLinkElement} */ (document.querySelector(`[data-asset=${name}]`)).href;
const words = JSON.parse(text('words'));
/** Where the site is, and the element. @type {{ address: string, element: Embed['element'] }} */
const site = JSON.parse(text('site'));
const ways = Object.keys(letters);
const said = /** @type {HTMLElement} */ (root.querySelector('.said'));
const takes = /** @type {NodeListOf<HTMLButtonElement>} */ (root.querySelectorAll('.take button'));
const failed = () => { said.textContent = said.dataset.failed ?? ''; };

const preview = openPreview(root);
const code = offerCode(root, words.editors.wordpress_none);
/** What can be taken away: nothing while votes are missing. @type {import('../parts/take.js').Taken | undefined} */
let taken;
const later = import('./later.js');
later.then(({ offerFiles }) => offerFiles(root, { words, asset, vote: () => taken, failed }), failed);

/** The scenario of a Council's votes, as a file would have it. @param {import('../parts/ask.js').Asked} asked @param {any} councils */
async function scenarioOf({ year, letters: cast, day, caption }, councils) {
  const { seatCouncil } = await import('../modules/councils.js');
  return seatCouncil(councils, new URLSearchParams({ c: year ?? '', v: cast.join(''), d: day ?? '', t: caption ?? '' }), words.given.untitled);
}

let turn = 0;
/** @param {import('../parts/ask.js').Asked} asked */
async function show(asked) {
  const mine = turn += 1;
  const { id, year, members, day, caption, source, title, from } = asked;
  const complete = asked.letters.every((each) => each !== '');
  for (const button of takes) button.disabled = !complete;
  if (!complete) {
    taken = undefined;
    preview(undefined, true);
    return code(undefined);
  }
  const scenario = asked.scenario ?? await scenarioOf(asked, await fetched(asset('councils')));
  const council = await openCouncil({ moduleUrl: asset('council'), words: text('words'), scenario: JSON.stringify(scenario) });
  if (mine !== turn) return;
  // A rule that does not fit who sits is none.
  const rule = asked.rule && council.follow(`rule=${asked.rule}`) ? asked.rule : '';
  if (asked.rule) /** @type {HTMLElement} */ (root.querySelector('.ruled')).hidden = rule === '';
  const mark = [year && words.given.mark, rule && asked.ruled.replace(/[.。]$/, '')].filter(Boolean).join(' · ');
  const { status } = council.told('outcome');
  const voted = members.map((member, seat) => ({ ...member, letter: year ? asked.letters[seat] : letters[asked.letters[seat]] }));
  const wayOf = (/** @type {string} */ letter) => /** @type {string} */ (ways.find((way) => letters[way] === letter));
  const alternative = alternativeOf(status, voted, { ...words.editors, ...words.list, language: words.language, ways: ways.map((way) => [letters[way], words.vote[way]]) }, mark);
  /** @type {Embed} */
  const embed = {
    site: site.address || new URL('.', document.baseURI).href,
    element: site.element,
    language: words.language,
    id, title, caption, source, day, rule,
    alt: alternative,
    ...year ? { year, letters: asked.letters.join(''), votes: voted.map(({ code: each, letter }) => [each, wayOf(letter)]) } : {},
  };
  code(embed);
  preview(frameOf({ ...embed, site: '' }), mark !== '');
  taken = {
    title, status, alternative, scenario,
    link: council.told('link'),
    poster: `${year ? `council-${year}-blank` : rule ? `${id}-blank` : id}${tagOf(words.language)}`,
    mark,
    members: voted.map((member) => ({ ...member, vote: words.vote[wayOf(member.letter)] })),
    from: [mark, year ? source : from].filter(Boolean).join(' · '),
    day: day || (scenario.date ?? ''),
  };
}

toLanguage();
const link = askVote(root, {
  language: words.language, words, failed, link: linkIn(location),
  councils: () => fetched(asset('councils')),
  scenarioOf: (id) => fetched(`scenarios/${id}.json`),
  changed: (asked) => { show(asked).catch(failed); },
});
takeAlong(root, { view: link });
for (const part of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[inert]'))) part.inert = false;
