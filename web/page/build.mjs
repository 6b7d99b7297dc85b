// Makes the published folder out of what the compilers made and what stands in web/: the page with its words and
// pictures in place, styles and scripts without white space, scenarios, fonts.
//
//   node web/page/build.mjs COUNCIL WASM_DIR SITE_DIR    (scripts/build calls it so)
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import mustache from 'mustache';
import { openCouncil } from './council.js';

const [council, wasmDir, site] = process.argv.slice(2);
const opening = 'dprk-panel-2024';
const language = 'en';

/** @typedef {{ code: string, name: Record<string, string>, permanent: boolean }} Member */

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
/** @param {...string} options */
const run = (...options) => execFileSync(council, options, { encoding: 'utf8' });

const scenarioFile = `web/content/scenarios/${opening}.json`;
const scenario = json(scenarioFile);
const words = json(`web/content/strings/${language}.json`);

// What the page says of the recorded vote comes from the module that will say it live.
const module = await openCouncil({
  moduleUrl: `data:application/wasm;base64,${readFileSync(join(wasmDir, 'council.wasm')).toString('base64')}`,
  scenario: Promise.resolve(readFileSync(scenarioFile, 'utf8')),
});
const decision = module.view();

/**
 * The recorded vote as an inline picture, laid out for a width, to a tenth of a unit; its colours are the page's.
 * @param {string} name
 * @param {string} size
 */
function poster(name, size) {
  return run('poster', scenarioFile, '--theme', 'css', '--size', size)
    .trim()
    .replace(/ width="\d+" height="\d+"/, ` class="${name}" preserveAspectRatio="xMidYMin meet"`)
    .replace(/ xmlns="[^"]*"/, '')
    .replace(/\d+\.\d\d/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/ font-family="[^"]*"/, '');
}

/** In reading order: permanent members first, each group by name. */
const members = scenario.members
  .map((/** @type {Member} */ member, /** @type {number} */ seat) => ({
    seat,
    code: member.code,
    name: member.name[language],
    permanent: member.permanent,
    decisive: decision.decisive.includes(seat),
    choices: Object.entries(words.vote).map(([vote, label], i) => ({
      vote,
      label,
      code: member.code,
      letter: 'YNAX'[i],
      checked: scenario.votes[member.code] === vote,
    })),
  }))
  .sort((/** @type {any} */ a, /** @type {any} */ b) => Number(b.permanent) - Number(a.permanent) || a.name.localeCompare(b.name, language));

/** @type {{ resolution: string, year: string, date: string }[]} */
const mandate = scenario.mandate.votes.map((/** @type {{ resolution: string, date: string }} */ { resolution, date }) => ({
  date, year: date.slice(0, 4), resolution: resolution.replace(/^S\/RES\/(\d+).*/, '$1') }));
/** What the module makes of a question's votes must be what the catalogue has an answer for. */
const { questions: asked, ...bets } = words.page.predict;
const predictions = Object.entries(json(`web/content/predictions/${opening}.json`));
const questions = predictions.map(([id, votes], i) => {
  if (!module.follow(`v=${votes}`)) throw new Error(`${id}: ${votes} is no vote of ${opening}`);
  const { outcome } = module.view();
  const because = asked[id].because[outcome];
  if (!because) throw new Error(`${id}: ${language}.json explains another outcome than ${outcome}`);
  const other = outcome === 'adopted' ? 'not_adopted' : 'adopted';
  return {
    id, votes,
    current: i === 0,
    count: bets.count.replace('{n}', i + 1).replace('{count}', predictions.length),
    question: asked[id].question,
    next: i + 1 < predictions.length ? bets.next : bets.first,
    answers: [
      { outcome_words: bets.told[outcome], because },
      { bet: outcome, outcome, outcome_words: bets.right[outcome], because },
      { bet: other, outcome, outcome_words: bets.wrong[outcome], because },
    ],
  };
});
/** Who voted how, in the Council's order of ways to vote. */
const roll = Object.entries(words.vote)
  .map(([vote, label]) => {
    const names = members.filter((/** @type {any} */ member) => scenario.votes[member.code] === vote)
      .map((/** @type {any} */ member) => member.name)
      .sort((/** @type {string} */ a, /** @type {string} */ b) => a.localeCompare(b, language));
    return { vote, label, number: names.length, names: names.join(', ') };
  })
  .filter(({ number }) => number > 0);

const html = mustache.render(readFileSync('shell.html', 'utf8'), {
  language,
  direction: 'ltr',
  // Crawlers want whole addresses; without one the card is told by its path.
  address: process.env.SITE_URL ?? '',
  id: scenario.id,
  page: words.page,
  outcome: decision.status,
  why: decision.why,
  posters: poster('wide', '960x633') + poster('narrow', '390x725'),
  questions,
  members,
  story: { ...words.story, mandate, roll },
  sources: scenario.sources,
});

const making = `${site}.new`;
rmSync(making, { recursive: true, force: true });
mkdirSync(join(making, 'scenarios'), { recursive: true });
writeFileSync(join(making, 'index.html'), html);
for (const file of readdirSync('web/content/scenarios')) {
  writeFileSync(join(making, 'scenarios', file), JSON.stringify(json(`web/content/scenarios/${file}`)));
}
for (const file of ['council.wasm', 'chamber.wasm', 'chamber.js']) cpSync(join(wasmDir, file), join(making, file));
cpSync(join(wasmDir, 'fonts'), join(making, 'fonts'), { recursive: true });
cpSync('web/page/icon.svg', join(making, 'icon.svg'));
esbuild.buildSync({
  entryPoints: ['web/page/page.js', 'web/page/style.css'],
  outdir: making,
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  target: ['es2022', 'chrome105', 'firefox121', 'safari16'],
  external: ['fonts/*'],
  logLevel: 'warning',
});
// The card that social networks show.
execFileSync('rsvg-convert', ['--width', '1200', '--height', '630', '--output', join(making, 'card.png')], {
  input: run('poster', scenarioFile, '--size', '1200x630'),
});
// Whole or not at all: the old site stands until the new one is complete.
rmSync(site, { recursive: true, force: true });
renameSync(making, site);
