// Makes the published folder out of what the compilers made and what stands in web/: the pages of web/site/pages.mjs in
// every language of the content's catalogues, with styles, words and pictures in place; assets, scenarios, cards; and the
// policy that a host may send with all of it.
//
//   node web/site/build.mjs COUNCIL WASM_DIR SITE_DIR [CONTENT_DIR]    (scripts/build calls it so)
//
// SITE_URL in the environment is where the site will be published; with it, crawlers get whole addresses and a sitemap.
// VETO_LANGUAGES, such as "en fr", has it make the pages of these alone, which takes less time.
// REPORT_URL is where readers report a fault of a translation: https: or mailto:.
// SITE_DIR may hold the release before: its assets stay for one more, for readers who still have its pages.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { seatCouncil } from '../page/modules/councils.js';
import { dayIn } from '../page/modules/day.js';
import { reformed } from '../page/modules/reform.js';
import { bundle, bundled, coloursIn, headScript, heightsIn, highest, keepPrevious, lettersWithout, put, shareAssets, styleOf } from './assets.mjs';
import { makeElement } from './element.mjs';
import { editorsIn } from './editors.mjs';
import { exploreIn } from './explore.mjs';
import { lessonIn } from './lesson.mjs';
import { addressOf, cardOf, oembedIn, oembedOf, pageIn } from './page.mjs';
import { offlineName, openOffline, packageName } from './offline.mjs';
import { fileOf, hrefOf, idsOf, mainLanguage, pages, tagOf } from './pages.mjs';
import { accessFile, hashOf, headersFile, policyOf } from './policy.mjs';
import { print, sheetsOf, sizes } from './paper.mjs';
import { pictures } from './poster.mjs';
import { exampleLesson, teachIn } from './teach.mjs';
import { councilOf, voteIn } from './vote.mjs';
import { BadContent, cataloguesOf, canvasTexts, json, lessonFilesOf, lessonsOf, namesIn, placeOf, spoken, storiesOf, textsOf, untranslatedIn } from './words.mjs';

const [council, wasm, site, content = 'web/content'] = process.argv.slice(2);
/** The still pictures are laid out for the narrowest phones, for today's, and for everything wide. */
const posterWidths = { slim: 320, narrow: 390, wide: 800 };

/** Ends with what is wrong with a file. @param {string} words */
function fail(words) {
  console.error(words);
  process.exit(1);
}

// What is wrong with the content is told as the command tells it; of anything else the place in the build is wanted.
process.once('uncaughtException', (error) => fail(error instanceof BadContent ? error.message : error.stack ?? String(error)));

/** Has the command tell what is wrong with files, and where. @param {string[]} options */
function check(...options) {
  const { status, error } = spawnSync(council, ['check', ...options], { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(1);
}

const files = readdirSync(`${content}/scenarios`).filter((file) => file.endsWith('.json')).sort().map((file) => `${content}/scenarios/${file}`);
check(...files);
/** @type {Map<string, any>} */
const scenarios = new Map(files.map((file) => {
  // Where editors find the schema is for nobody else.
  const { $schema: _schema, ...scenario } = json(file);
  const name = basename(file, '.json');
  if (scenario.id !== name) fail(`${file}: id: found "${scenario.id}", expected "${name}", as the file is named`);
  return [name, scenario];
}));
/** The vote that the site opens with. */
const opening = readFileSync(`${content}/opening`, 'utf8').trim();
if (!scenarios.has(opening)) fail(`${content}/opening: found ${opening}, expected the name of a file of ${content}/scenarios`);
const [councils, groups, vetoes, rules] = ['councils', 'groups', 'vetoes', 'rules'].map((name) => json(`${content}/${name}.json`));
// The command knows what places and plural forms a message must have in its language.
check('--against', `${content}/strings/${mainLanguage}.json`, ...readdirSync(`${content}/strings`).filter((file) => file.endsWith('.json')).sort().map((file) => `${content}/strings/${file}`));
const catalogues = cataloguesOf(content);
// A picture has no words for days: up to which the index of vetoes is complete is put in for it.
for (const { language, plots } of catalogues) plots.sources = plots.sources.replace('{date}', dayIn(vetoes.as_of, language));
/** What the canvas may show, by language, in one text. */
const canvas = new Map(catalogues.map(({ language }) => {
  const shown = canvasTexts(content, language);
  const texts = shown.map(({ text }) => text).join('');
  const faults = lettersWithout(join(wasm, 'fonts'), language, texts).map((letter) => {
    const { file, key, text } = /** @type {typeof shown[number]} */ (shown.find((each) => each.text.includes(letter)));
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `${placeOf(file, text, letter)}: ${key}: found "${letter}" (U+${code}), expected a letter of the canvas's faces, such as veto_letters in core/picture/typeface.cmake`;
  });
  if (faults.length > 0) fail(faults.join('\n'));
  return [language, texts];
}));

const lessonFiles = lessonFilesOf(content, catalogues);
if (lessonFiles.size > 0) check(...[...lessonFiles.values()].flatMap(Object.values));
const lessons = lessonsOf(lessonFiles);
// The page's own, whatever folder of content the site is made of.
check('--scenarios', 'web/content/scenarios', exampleLesson);
/** What there may be a page for each of. */
const all = { vote: [...scenarios.keys()], lesson: [...lessons.keys()] };

const making = `${site}.new`;
rmSync(making, { recursive: true, force: true });
for (const folder of ['scenarios', 'lessons', 'posters', 'paper', 'cards', 'examples', 'scorm', ...process.env.SITE_URL ? ['oembed'] : []]) mkdirSync(join(making, folder), { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'veto-site-'));

const picture = pictures(council, scratch);
const palette = await picture.palette();
/** Rows with the same scripts. @param {typeof pages[number]} row */
const scriptsOf = ({ folder, kind }) => `${folder} ${kind}`;
const scripts = new Map(await Promise.all([...new Map(pages.map((row) => [scriptsOf(row), row])).values()]
  .map(async (row) => /** @type {const} */ ([scriptsOf(row), await bundle(making, row)]))));
/** What the command makes of a question. @param {string[]} options */
const answerTo = (options) => JSON.parse(spawnSync(council, [...options, '--json'], { encoding: 'utf8' }).stdout);
/** What proposals add to the Council of fifteen, as the command knows it. @type {Record<string, { permanent: number, elected: number }>} */
const adds = Object.fromEntries(Object.keys(rules).flatMap((id) => {
  const { kinds: { permanent, new_permanent: added, elected } } = answerTo(['power', '--rule', id]);
  const seats = { permanent: added?.count ?? 0, elected: elected.count - 10 };
  return permanent.count + (added?.count ?? 0) + elected.count > 15 ? [[id, seats]] : [];
}));
/** Of all ways to vote in the Council of the page that opens, those that adopt the text. @type {{ adopting: string, total: string }} */
const counted = answerTo(['count', '--members', `${content}/scenarios/${opening}.json`]);
const element = await makeElement(making, { council, catalogues, palette, opening });
const analysisWorker = await bundled('web/page/modules/analysis-worker.js', { format: 'iife' });
const heads = new Map(pages.map((row) => [scriptsOf(row), headScript(row)]));
/** Of the styles in the pages, for the policy. @type {Set<string>} */
const hashes = new Set();
/** The styles themselves: few, because most pictures are as high as others. @type {Map<string, string>} */
const styles = new Map();

/** Who sat each year, before anybody votes: what a link makes of it comes later. */
const seated = Object.keys(councils.councils).map((year) => {
  const votes = 'Y'.repeat(councils.councils[year].split(' ').length);
  return seatCouncil(councils, new URLSearchParams({ c: year, v: votes }), ' ');
});
for (const each of seated) writeFileSync(join(scratch, `${each.id}.json`), JSON.stringify(each));
// A vote alone, without what hangs on it, as rows of pages.mjs may want it.
for (const [id, { mandate: _mandate, ...bare }] of scenarios) writeFileSync(join(scratch, `${id}.json`), JSON.stringify(bare));
/** What becomes PDF. @type {{ html: string, pdf: string, size: string }[]} */
const printing = [];

for (const words of catalogues) {
  const { language } = words;
  // The Councils that were proposed, for the height of their pictures.
  const proposals = Object.entries(adds).map(([id, seats]) => {
    const file = join(scratch, `proposed-${id}.json`);
    writeFileSync(file, JSON.stringify(reformed(seated[seated.length - 1], id, seats, { words: words.explore.reform.told })));
    return file;
  });
  const heights = highest([...(await picture.heights(proposals, `${content}/strings/${language}.json`, false)).values()]);
  const texts = { all: textsOf(content, language), canvas: canvas.get(language) ?? '' };
  const councilsIn = (/** @type {typeof words} */ each) => JSON.stringify({ ...namesIn(councils, each.language), words: each.seated });
  const assets = shareAssets(making, wasm, palette, language, texts, {
    councils: councilsIn(words),
    pictureWords: spoken(words, ['chamber', 'publisher']),
    vetoes: JSON.stringify(vetoes),
    // What only scripts say that come when they are asked for.
    askedWords: JSON.stringify({
      language, publisher: words.publisher,
      vote: words.vote,
      share: words.explore.share, moves: words.explore.moves, idle: words.explore.idle,
      groups: { ...words.explore.groups, since: groups.since, groups: groups.groups },
      proposed: heightsIn(heights).replaceAll('.chamber', '.proposed .chamber'),
      ...Object.fromEntries(['power', 'reform', 'desk'].map((section) => [section, { ...words.explore[section], ...words.explore[section].told, told: undefined }])),
      compare: { ...words.explore.compare.told, given: words.given.mark },
      present: { ...words.lesson.present, kinds: words.lesson.kinds, back: words.lesson.told.back },
      take: { ...words.explore.take.told, given: words.given.mark, own: words.explore.desk.told.mark, proposed: words.explore.reform.told.mark,
        lessons: Object.fromEntries([...lessons].map(([id, languages]) => [id, words.lesson.way_back.replace('{title}', languages[language].title)])),
        names: language === mainLanguage ? undefined : put(making, 'councils.json', councilsIn(catalogues[0])),
        columns: { ...words.explore.columns, ...words.editors.columns, absent: words.explore.compare.told.absent, later: words.explore.compare.told.later } },
    }),
    analysisWorker,
  });
  const catalogue = `${content}/strings/${language}.json`;
  const bareOf = (/** @type {string} */ id) => join(scratch, `${id}.json`);
  const wholeOf = (/** @type {string} */ id) => `${content}/scenarios/${id}.json`;
  /** @typedef {typeof pages[number]} Row @param {Row} row */
  const fileFor = ({ bare }) => (bare ? bareOf : wholeOf);
  /** The vote of a page. @param {Row} row @param {string} id  of what it is a page of */
  const voteFor = ({ of }, id) => (of ? lessons.get(id)?.[language].vote : id);
  /** Rows with the same pictures. @param {Row} row */
  const kindOf = ({ compact = false, bare = false }) => `${compact} ${bare}`;

  /** The pictures in the pages of a kind. @param {Row} row  any of them */
  async function inlineFor(row) {
    const { compact = false } = row;
    const votes = new Set(pages.filter((each) => kindOf(each) === kindOf(row)).flatMap((each) => idsOf(each, all, opening).map((id) => voteFor(each, id))));
    const files = [...votes].map(fileFor(row));
    const [heights, ...posters] = await Promise.all([
      picture.heights(files, catalogue, compact),
      ...Object.entries(posterWidths).map(([name, width]) => picture.inline(files, catalogue, name, width, compact)),
    ]);
    return { heights, posters };
  }
  /** Posters for whoever shows a vote before its page, and for a page whose votes nobody has asked for yet. @param {string[]} from @param {boolean} blank */
  const writePosters = (from, blank) => Promise.all(Object.entries({ '': 800, '-narrow': 320 }).map(async ([name, width]) => {
    for (const [id, svg] of await picture.files(from, catalogue, width, blank))
      writeFileSync(join(making, `posters/${id}${blank ? '-blank' : ''}${name}${tagOf(language)}.svg`), svg);
  }));
  async function tellVotes() {
    /** @type {Map<string, Awaited<ReturnType<typeof voteIn>>>} */
    const votes = new Map();
    for (const [id, scenario] of scenarios) {
      const stories = storiesOf(content, id, catalogues);
      const asked = `${content}/predictions/${id}.json`;
      const predictions = stories && existsSync(asked) ? json(asked) : {};
      votes.set(id, await voteIn({ scenario, stories, predictions }, words, pages[0].words, join(wasm, 'council.wasm')));
    }
    return votes;
  }
  const kinds = new Map(pages.map((row) => [kindOf(row), row]));
  const [inline, votes] = await Promise.all([
    Promise.all([...kinds].map(async ([kind, row]) => /** @type {const} */ ([kind, await inlineFor(row)]))).then((all) => new Map(all)),
    tellVotes(),
    picture.cards(all.vote.map(wholeOf), catalogue, (id) => join(making, cardOf(id, language))),
    writePosters(all.vote.map(bareOf), false),
    writePosters([...all.vote, ...seated.map(({ id }) => id)].map(bareOf), true),
  ]);
  const spelled = join(scratch, `words.${language}.json`);
  writeFileSync(spelled, JSON.stringify(words));
  /** Plots for whoever reads without scripts, or takes them along: wide and narrow, and what they say. @param {'power' | 'vetoes'} which @param {string} file */
  async function plotOf(which, file) {
    const [wide, narrow] = await Promise.all(Object.entries({ '': 800, '-narrow': 320 }).map(async ([name, width]) => {
      const { svg, ...told } = await picture.plot(which, file, spelled, width);
      const src = `posters/${which}${name}${tagOf(language)}.svg`;
      writeFileSync(join(making, src), svg);
      return { ...told, src };
    }));
    return { wide, narrow, alt: wide.alt };
  }
  // A lesson's poster is that of its vote.
  for (const [id, each] of lessons) for (const name of ['', '-narrow'])
    cpSync(join(making, `posters/${each[language].vote}${name}${tagOf(language)}.svg`), join(making, `posters/lesson-${id}${name}${tagOf(language)}.svg`));
  const [power, vetoed] = await Promise.all([plotOf('power', bareOf(opening)), plotOf('vetoes', `${content}/vetoes.json`)]);
  /** The opening vote in Councils that were proposed, by their rules: whoever would sit in the new seats takes no part. */
  const reforms = new Map(await Promise.all(Object.entries(adds).map(async ([id, added]) => {
    const scenario = reformed(json(bareOf(opening)), id, added, { words: words.explore.reform.told });
    const { outcomeOf } = await councilOf(scenario, words, pages[0].words, join(wasm, 'council.wasm'));
    return /** @type {const} */ ([id, { seats: scenario.members.length, told: outcomeOf(`rule=${id}`) }]);
  })));
  /** What some pages show besides. @type {Record<string, (scenario: any, id: string) => object>} */
  const besides = {
    editors: () => editorsIn(words, { votes, scenarios, opening, element }),
    explore: (scenario) => exploreIn(words, { scenarios, scenario, votes, reforms, councils, groups, vetoes, rules, adds, counted, plots: { power, vetoes: vetoed } }),
    teach: () => teachIn(words, [...lessons.values()].map((each) => each[language]), papers),
    lesson: (_scenario, id) => lessonIn(lessons.get(id)?.[language], words, { scenarios, votes, wasm: join(wasm, 'council.wasm'),
      published: lessons.get(id)?.[mainLanguage].sources.map((/** @type {{ title: string }} */ { title }) => title) }),
  };

  /** Of each lesson, by id. @type {Map<string, string[]>} */
  const papers = new Map();
  for (const [id, lesson] of lessons) {
    for (const { name, html, style } of await sheetsOf(lesson[language], words, {
      scenarios, councils, vetoes, picture, catalogue, scratch, assets, wasm: join(wasm, 'council.wasm') })) {
      papers.set(id, [...papers.get(id) ?? [], name]);
      const file = join(making, `paper/${name}${tagOf(language)}.html`);
      writeFileSync(file, html);
      hashes.add(hashOf(style));
      for (const [size, paper] of Object.entries(sizes)) printing.push({ html: file, pdf: join(making, `paper/${name}-${size}${tagOf(language)}.pdf`), size: paper });
    }
  }

  /** @type {import('./offline.mjs').Page[]} */
  const offline = [];
  for (const row of pages) {
    const { heights, posters } = /** @type {Awaited<ReturnType<typeof inlineFor>>} */ (inline.get(kindOf(row)));
    for (const of of idsOf(row, all, opening)) {
      const id = voteFor(row, of);
      const made = `${coloursIn(palette)}\n${heightsIn(heights.get(id) ?? [])}`;
      const sheets = [...(catalogues.length > 1 ? ['styles/languages.css'] : []), ...row.styles];
      const style = styles.get(`${sheets}${made}`) ?? styleOf(sheets, made);
      styles.set(`${sheets}${made}`, style);
      hashes.add(hashOf(style));
      const vote = /** @type {NonNullable<ReturnType<typeof votes.get>>} */ (votes.get(id));
      if (row.frame && process.env.SITE_URL) {
        const { title } = row.of ? lessons.get(of)?.[language] : vote;
        writeFileSync(join(making, oembedOf(row, language, of)), JSON.stringify(oembedIn(row, { id: of, card: id, language, title, provider: words.page.site })));
      }
      /** @type {Parameters<typeof pageIn>[1]} */
      const given = {
        words, catalogues, style, assets, vote, of,
        head: heads.get(scriptsOf(row)) ?? '',
        scenario: json(fileFor(row)(id)),
        more: await besides[row.folder]?.(scenarios.get(id), of) ?? {},
        // Where the picture is not the first thing in sight, the narrow one does for the narrowest, too.
        posters: (row.bare && !row.compact ? posters.slice(1) : posters).map((each) => each.get(id)).join(''),
        ...scripts.get(scriptsOf(row)) ?? { script: '', named: [] },
        chamberBytes: statSync(join(wasm, row.assets.includes('gallery') ? 'gallery.wasm' : 'chamber.wasm')).size,
      };
      writeFileSync(join(making, fileOf(row.name, language, of)), pageIn(row, given));
      if (row.offline) offline.push({ row, of, given });
    }
  }
  const alone = await openOffline({ words, wasm, palette, scenarios, texts, lessons: [...lessons.values()].map((each) => each[language]), pages: offline });
  if (lessons.size > 0) writeFileSync(join(making, offlineName(language)), alone.file());
  for (const id of lessons.keys()) writeFileSync(join(making, packageName(id, language)), alone.package(id));
}
rmSync(scratch, { recursive: true });
if (printing.length > 0) await print(printing);
// Pages of hosts, which are documentation as they stand.
for (const file of readdirSync('web/examples')) {
  const text = readFileSync(`web/examples/${file}`, 'utf8');
  writeFileSync(join(making, 'examples', file), text.replaceAll('{{versioned}}', element.versioned).replaceAll('{{integrity}}', element.integrity));
}

for (const [id, scenario] of scenarios) writeFileSync(join(making, 'scenarios', `${id}.json`), JSON.stringify(scenario));
for (const [id, languages] of lessons) {
  for (const [language, lesson] of Object.entries(languages)) writeFileSync(join(making, 'lessons', `${id}${tagOf(language)}.json`), JSON.stringify(lesson));
}
cpSync('web/content/schemas', join(making, 'schemas'), { recursive: true });
const policy = policyOf(new Set([...heads.values()].filter(Boolean)), hashes);
writeFileSync(join(making, 'content-security-policy.txt'), `${policy}\n`);
writeFileSync(join(making, '_headers'), headersFile(policy, [element.versioned]));
writeFileSync(join(making, '.htaccess'), accessFile(policy, [element.versioned]));
if (process.env.SITE_URL) {
  const addressIn = (/** @type {string} */ file) => addressOf(hrefOf(file)).replaceAll('&', '&amp;');
  // Which page is the same in another language stands here, and not in each page's head, where readers would pay for it.
  const listed = pages.filter(({ kind }) => kind !== 'frame').flatMap((row) => idsOf(row, all, opening).flatMap((id) => {
    const same = catalogues.map(({ language }) => ({ language, address: addressIn(fileOf(row.name, language, id)) }));
    const others = same.length > 1 ? same.map(({ language, address }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address}"/>`).join('') : '';
    return same.map(({ address }) => `<url><loc>${address}</loc>${others}</url>`);
  }));
  writeFileSync(join(making, 'sitemap.xml'), `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${listed.join('\n')}
</urlset>
`);
} else {
  console.log('SITE_URL is not set: no sitemap, no oEmbed, and crawlers are told paths instead of addresses.');
}
keepPrevious(site, making, readdirSync(join(making, 'assets')).map((file) => `assets/${file}`));
for (const { language } of catalogues) {
  const many = untranslatedIn([councils, [...scenarios.values()]], language).length;
  if (many > 0) console.log(`${language}: ${many} names and titles in ${content}/councils.json and ${content}/scenarios stand in ${mainLanguage} alone, and are shown so.`);
}
console.log(`${element.versioned}: integrity="${element.integrity}"`);
// Whole or not at all: the old site stands until the new one is complete.
rmSync(site, { recursive: true, force: true });
renameSync(making, site);
