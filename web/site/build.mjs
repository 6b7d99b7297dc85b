// Makes the published folder out of what the compilers made and what stands in web/: the page with its styles, words and
// pictures in place, scripts without white space, scenarios, fonts, and the policy that a host may send with all of it.
//
//   node web/site/build.mjs COUNCIL WASM_DIR SITE_DIR [CONTENT_DIR]    (scripts/build calls it so)
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import esbuild from 'esbuild';
import mustache from 'mustache';
import { openCouncil } from '../page/modules/council.js';

const [council, wasmDir, site, content = 'web/content'] = process.argv.slice(2);
const opening = 'dprk-panel-2024';
/** Of the page that a visitor of the folder gets; the others are named after their languages. */
const mainLanguage = 'en';

/** @typedef {{ code: string, name: Record<string, string>, permanent: boolean }} Member */

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
/** @param {...string} options */
const run = (...options) => execFileSync(council, options, { encoding: 'utf8' });
/** @param {string} language */
const pageOf = (language) => (language === mainLanguage ? 'index.html' : `${language}.html`);
/** @param {string} language */
const cardOf = (language) => (language === mainLanguage ? 'card.png' : `card-${language}.png`);
/** Crawlers want whole addresses; without one they are told the path. @param {string} path */
const addressOf = (path) => (process.env.SITE_URL ? new URL(path, process.env.SITE_URL.replace(/\/?$/, '/')).href : path);
/** @param {Record<string, string>} texts @param {string} language */
const textIn = (texts, language) => texts[language] ?? texts[mainLanguage];

const scenarioFile = `${content}/scenarios/${opening}.json`;
const scenario = json(scenarioFile);
/** What the modules are given of it: all but the story and the regional groups. */
const { story: _story, ...vote } = {
  ...scenario,
  members: scenario.members.map((/** @type {Member & { group: string }} */ { group: _group, ...member }) => member),
};
const predictions = Object.entries(json(`${content}/predictions/${opening}.json`));
/** @type {any[]} */
const catalogues = readdirSync(`${content}/strings`).map((file) => json(`${content}/strings/${file}`));
const languages = catalogues
  .map(({ language, name }) => ({ language, name, href: language === mainLanguage ? './' : pageOf(language) }))
  .map((each) => ({ ...each, address: addressOf(each.href) }))
  .sort((a, b) => Number(b.language === mainLanguage) - Number(a.language === mainLanguage) || a.name.localeCompare(b.name));
const making = `${site}.new`;

rmSync(making, { recursive: true, force: true });
/** @satisfies {esbuild.BuildOptions} */
const bundled = {
  bundle: true,
  minify: true,
  target: ['es2022', 'chrome105', 'firefox121', 'safari16'],
  logLevel: 'warning',
};
const { metafile } = esbuild.buildSync({
  ...bundled, entryPoints: ['web/page/explainer/page.js'], outdir: making, splitting: true, format: 'esm', metafile: true });
/** What the page's script needs before it can begin. */
const needed = metafile.outputs[join(making, 'page.js')].imports
  .filter(({ kind }) => kind === 'import-statement').map(({ path }) => path.slice(making.length + 1));
/** In the page itself, so that it is seen as soon as it arrives; the same in every language. */
const style = esbuild.buildSync({
  ...bundled,
  stdin: { contents: '@import "./style.css"; @import "./print.css" print;', loader: 'css', resolveDir: 'web/page/styles' },
  external: ['fonts/*'],
  write: false,
}).outputFiles[0].text.trim();
const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ` +
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; font-src 'self'; connect-src 'self'; img-src 'self'`;

/** What the modules are given of a catalogue. @param {any} words */
const spoken = ({ language, direction, list, decision, article, decisive, change, chamber }) =>
  JSON.stringify({ language, direction, list, decision, article, decisive, change, chamber });
/** Text as it may stand in HTML, between quotes, too; Mustache by itself would write every slash in six characters. */
const escape = (/** @type {unknown} */ text) => String(text).replace(/[&<"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign] ?? '&quot;');
/** JSON as it may stand in a script element. @param {string} text */
const inScript = (text) => text.replaceAll('<', '\\u003c');

/**
 * The recorded vote as an inline picture, laid out for a width, to a tenth of a unit; its colours are the page's.
 * @param {string} language
 * @param {string} name
 * @param {string} size
 */
function poster(language, name, size) {
  return run('poster', scenarioFile, '--words', `${content}/strings/${language}.json`, '--theme', 'css', '--size', size)
    .trim()
    .replace(/ width="\d+" height="\d+"/, ` class="${name}" preserveAspectRatio="xMidYMin meet"`)
    .replace(/ xmlns="[^"]*"/, '')
    .replace(/\d*\.\d\d/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/ font-family="[^"]*"/, '');
}

/** @typedef {ReturnType<typeof toldBy>} Told */
/** What the page says of the state. @param {import('../page/modules/council.js').Council} module */
const toldBy = (module) => ({
  ...module.told('outcome'), ...module.told('reasons'), change: module.told('changes').text, bound: module.told('state').bound });

/** How many lines a text takes, broken at spaces. @param {string} text @param {number} length  characters on a line */
function linesOf(text, length) {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > length) {
      lines += 1;
      used = 0;
    }
    // A word longer than a line goes on in the next.
    used += (used > 0 ? 1 : 0) + word.length;
    lines += Math.floor((used - 1) / length);
    used = ((used - 1) % length) + 1;
  }
  return lines;
}

/**
 * The longest that the council may have to say, so that the page keeps room for it: for lines of some lengths, those of
 * many votes that take the most lines.
 * @param {import('../page/modules/council.js').Council} module
 * @param {(view: Told) => [text: string, size: number][]} paragraphs  with their type's size
 */
function longest(module, paragraphs) {
  let random = 9591;
  const below = (/** @type {number} */ n) => (random = (random * 1664525 + 1013904223) >>> 0) % 65536 % n;
  // Permanent and elected members each lean some way, from all alike to no way at all; chance does the rest.
  const leanings = [0, 15, 50, 85, 100];
  const ballots = leanings.flatMap((yes) => leanings.flatMap((no) => leanings.flatMap((others) =>
    Array.from({ length: 40 }, () => scenario.members.map((/** @type {Member} */ { permanent }) =>
      (below(100) < (permanent ? yes : others) ? 'Y' : below(100) < no ? 'N' : 'A')).join('')))));
  const lengths = [14, 18, 22, 25, 28, 31, 34, 38, 44, 50, 64, 90];
  /** @type {{ lines: number, view: any }[]} */
  const most = lengths.map(() => ({ lines: 0, view: undefined }));
  for (const votes of ballots) {
    module.follow(`v=${votes}`);
    const view = toldBy(module);
    lengths.forEach((length, i) => {
      const needed = paragraphs(view).reduce((sum, [text, size]) =>
        sum + size * linesOf(text, Math.floor(length / size)) + text.length / 1e4, 0);
      if (needed > most[i].lines) most[i] = { lines: needed, view };
    });
  }
  return [...new Set(most.map(({ view }) => view))];
}

/**
 * The page in one language.
 * @param {any} words  its catalogue
 * @returns {Promise<string>}
 */
async function pageIn(words) {
  const { language } = words;
  // What the page says of the recorded vote comes from the module that will say it live.
  const module = await openCouncil({
    moduleUrl: `data:application/wasm;base64,${readFileSync(join(wasmDir, 'council.wasm')).toString('base64')}`,
    words: spoken(words),
    scenario: readFileSync(scenarioFile, 'utf8'),
  });
  const decision = toldBy(module);

  const longestOutcomes = longest(module, ({ status, why }) => [[status, 1.3], [why, 1]]);
  const longestReasons = longest(module, (view) => [[view.deciders, 1.05], [view.change, 1], [view.article, 0.9]]);

  /** In reading order: permanent members first, each group by name. */
  const members = scenario.members
    .map((/** @type {Member} */ member, /** @type {number} */ seat) => ({
      seat,
      code: member.code,
      name: textIn(member.name, language),
      permanent: member.permanent,
      decisive: decision.decisive.includes(member.code),
      locked: decision.bound.includes(member.code),
      choices: Object.entries(words.vote).map(([vote, label], i) => ({
        vote,
        label,
        code: member.code,
        letter: 'YNAX'[i],
        checked: scenario.votes[member.code] === vote,
        barred: decision.bound.includes(member.code) && vote !== 'abstaining',
      })),
    }))
    .sort((/** @type {any} */ a, /** @type {any} */ b) => Number(b.permanent) - Number(a.permanent) || a.name.localeCompare(b.name, language));

  const mandate = scenario.mandate.votes.map((/** @type {{ resolution: string, date: string }} */ { resolution, date }) => ({
    date, year: date.slice(0, 4), resolution: resolution.replace(/^S\/RES\/(\d+).*/, '$1') }));
  /** What the module makes of a question's votes must be what the catalogue has an answer for. */
  const { questions: asked, ...bets } = words.page.predict;
  const questions = predictions.map(([id, votes], i) => {
    if (!module.follow(`v=${votes}`)) throw new Error(`${id}: ${votes} is no vote of ${opening}`);
    const { outcome } = toldBy(module);
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
      return { vote, label, number: names.length, names: new Intl.ListFormat(language, { type: 'unit' }).format(names) };
    })
    .filter(({ number }) => number > 0);

  return mustache.render(readFileSync('shell.html', 'utf8'), {
    language,
    direction: words.direction,
    languages: languages.map((each) => ({ ...each, current: each.language === language })),
    multilingual: languages.length > 1,
    needed,
    style,
    card: addressOf(cardOf(language)),
    id: scenario.id,
    words: inScript(spoken(words)),
    scenario: inScript(JSON.stringify(vote)),
    page: words.page,
    outcome: decision.status,
    why: decision.why,
    who_decides: decision.deciders,
    change: decision.change,
    longest_outcomes: longestOutcomes,
    longest_reasons: longestReasons.map((view) => ({ ...view, who_decides: view.deciders })),
    article: decision.article,
    posters: [['slim', '320x725'], ['narrow', '390x725'], ['wide', '960x633']]
      .map(([name, size]) => poster(language, name, size)).join(''),
    chamber_bytes: statSync(join(wasmDir, 'chamber.wasm')).size,
    questions,
    members,
    story: { ...words.story, mandate, roll },
    sources: scenario.sources,
  }, undefined, { escape });
}

for (const words of catalogues) {
  const { language } = words;
  writeFileSync(join(making, pageOf(language)), await pageIn(words));
  // The card that social networks show.
  execFileSync('rsvg-convert', ['--width', '1200', '--height', '630', '--output', join(making, cardOf(language))], {
    input: run('poster', scenarioFile, '--words', `${content}/strings/${language}.json`, '--size', '1200x630'),
  });
}
mkdirSync(join(making, 'scenarios'));
for (const file of readdirSync(`${content}/scenarios`)) {
  writeFileSync(join(making, 'scenarios', file), JSON.stringify(json(`${content}/scenarios/${file}`)));
}
for (const file of ['council.wasm', 'chamber.wasm', 'chamber.js']) cpSync(join(wasmDir, file), join(making, file));
cpSync(join(wasmDir, 'fonts'), join(making, 'fonts'), { recursive: true });
cpSync('web/site/icon.svg', join(making, 'icon.svg'));
writeFileSync(join(making, 'content-security-policy.txt'), `${policy}\n`);
// Whole or not at all: the old site stands until the new one is complete.
rmSync(site, { recursive: true, force: true });
renameSync(making, site);
