// The build of the site: any vote can open it, what is missing is named, and nothing is lost between two releases.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { iconOf, keepPrevious, loading } from '../../web/site/assets.mjs';
import { overBudget, weighedIn } from '../../web/site/budget.mjs';
import { exploreIn } from '../../web/site/explore.mjs';
import { oembedIn, pageIn, templatesOf } from '../../web/site/page.mjs';
import { pages } from '../../web/site/pages.mjs';
import { policyOf } from '../../web/site/policy.mjs';
import { pictures, rounded } from '../../web/site/poster.mjs';
import { voteIn } from '../../web/site/vote.mjs';
import { cataloguesOf, inLanguage, json, storiesOf } from '../../web/site/words.mjs';

const content = 'web/content';
const wasm = 'build/wasm/web/council.wasm';
const catalogues = cataloguesOf(content);
const [english] = catalogues;
const folder = mkdtempSync(join(tmpdir(), 'site-'));
after(() => rmSync(folder, { recursive: true }));

/** What the build would have made beside a page; nothing in it depends on the vote. */
const made = {
  catalogues, style: '', posters: '', chamberBytes: 1,
  script: 'assets/x.js',
  named: [],
  more: {},
  // What stands in it does nothing here.
  head: '0',
  assets: /** @type {Parameters<typeof pageIn>[1]['assets']} */ (Object.fromEntries(
    [...Object.keys(loading), 'icon'].map((name) => [name, `assets/${name}`]))),
};

const rowOf = (/** @type {string} */ name) => /** @type {typeof pages[number]} */ (pages.find((row) => row.name === name));

/** @param {string} html */
const textOf = (html) => html.replace(/<[^>]*>/g, ' ').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim();

/** A vote by a rule of its own: ten of fifteen, and no veto. */
const ownRule = () => {
  const scenario = { ...json(`${content}/scenarios/dprk-panel-2024.json`), id: 'own-rule', draft: { symbol: '', subject: { en: 'By a rule of our own </script><!-- & "so"' } } };
  delete scenario.mandate;
  delete scenario.story;
  scenario.votes.JPN = 'abstaining';
  return { ...scenario, rule: { seats: 15, required: 10, veto_holders: ['CHN', 'FRA'], blocking_votes: 2, abstention_blocks: false, must_abstain: ['JPN'] } };
};

/** The pages that tell a vote. */
const telling = pages.filter(({ name, of }) => of !== 'lesson' && !['editors', 'explore', 'teach'].includes(name));
/** @param {any} scenario @param {any} [stories] @param {Record<string, string>} [predictions] */
async function pagesOf(scenario, stories, predictions) {
  const vote = await voteIn({ scenario, stories, predictions }, english, pages[0].words, wasm);
  return telling.map((row) => pageIn(row, { ...made, head: row.kind === 'frame' ? '' : made.head, words: english, scenario, vote }));
}

const votes = readdirSync(`${content}/scenarios`).map((file) => `${content}/scenarios/${file}`);
writeFileSync(join(folder, 'own-rule.json'), JSON.stringify(ownRule()));
for (const file of [...votes, join(folder, 'own-rule.json')]) {
  const scenario = json(file);
  test(`${scenario.id} can open the house`, async () => {
    const predictions = `${content}/predictions/${scenario.id}.json`;
    const [whole, ...others] = await pagesOf(scenario, storiesOf(content, scenario.id, catalogues), existsSync(predictions) ? json(predictions) : {});
    const [, decided] = execFileSync('build/council', ['decide', file], { encoding: 'utf8' }).split('\n');
    for (const [i, html] of [whole, ...others].entries()) {
      assert.equal(html.match(/undefined|\[object|NaN|<(h\d|legend|dt|title|li\b(?!nk)|p class="(?:kicker|context)")[^>]*>\s*<\//)?.[0], undefined);
      const outcome = html.match(/<div class="outcome" role="status"[^>]*>(.*?)<\/div>/)?.[1] ?? '';
      assert.equal(textOf(outcome), decided);
      assert.equal(html.match(/<fieldset/g)?.length, scenario.members.length);
      assert.equal(html.match(/ checked>/g)?.length ?? 0, scenario.members.length, 'the votes as the module has them, where there was none, too');
      assert.equal(html.match(/<\/script>/g)?.length, telling[i].kind === 'frame' ? 3 : 4, 'a title ends no script');
      const given = html.match(/class="scenario">(.*?)<\/script>/)?.[1] ?? '';
      assert.deepEqual(JSON.parse(given).draft, inLanguage(scenario.draft, 'en'), 'in its own language');
    }
    assert.equal(/class="renewals"/.test(whole), 'mandate' in scenario);
    // The picture of it, and its heights.
    const [[first, ...steps]] = (await pictures('build/council', folder).heights([file], `${content}/strings/en.json`, false)).values();
    assert.equal(first.from, 0);
    assert.ok(steps.every(({ height }) => height > 100));
  });
}

test('the page to explore opens with any vote, also one by a rule of its own', async () => {
  const [councils, groups, vetoes, rules] = ['councils', 'groups', 'vetoes', 'rules'].map((name) => json(`${content}/${name}.json`));
  const drawn = { wide: { src: '', width: 1, height: 1 }, narrow: { src: '', width: 1, height: 1 }, alt: '' };
  for (const scenario of [ownRule(), ...votes.map(json)]) {
    const vote = await voteIn({ scenario }, english, pages[0].words, wasm);
    const more = exploreIn(english, { scenarios: new Map([[scenario.id, scenario]]), votes: new Map([[scenario.id, vote]]), scenario, councils, groups, vetoes, rules, adds: {}, reforms: new Map(), counted: { adopting: '1', total: '3' },
      plots: { power: drawn, vetoes: drawn } });
    const html = pageIn(rowOf('explore'), { ...made, words: english, scenario, vote, more });
    assert.equal(html.match(/undefined|\[object|NaN/)?.[0], undefined, scenario.id);
    const checked = html.match(/ checked(?: disabled)?>/g)?.length ?? 0;
    assert.equal(checked, scenario.members.length + 5 + (typeof scenario.rule === 'string' ? 1 : 0), `${scenario.id}: the votes, a choice of each filter, the picture, what faults lead to, and its rule where that is one of the list`);
    const seats = new Set([...html.matchAll(/class="needed">\d+ of (\d+)</g)].map(([, each]) => each));
    assert.deepEqual([...seats], [String(scenario.members.length)]);
  }
});

test('a number in a picture is rounded, one in its words is not', () => {
  assert.equal(rounded('<svg aria-label="On 28.03.2024"><text x="1.256" y="10.04" font-size="12.345">28.03.2024, 12.345</text><path d="M1.25 2.349l0 -.96"/></svg>'),
    '<svg aria-label="On 28.03.2024"><text x="1" y="10" font-size="12.3">28.03.2024, 12.345</text><path d="M1.5 2.5l0 -1"/></svg>');
});

test('the policy is the same in whatever order pages were made', () => {
  assert.equal(policyOf([], ["'sha256-b'", "'sha256-a'"]), policyOf([], ["'sha256-a'", "'sha256-b'"]));
});

test('what a template needs and is not given is named: page, language, template, place', async () => {
  const scenario = json(votes[0]);
  const vote = await voteIn({ scenario }, english, pages[0].words, wasm);
  const { controls: _controls, ...page } = english.page;
  assert.throws(() => pageIn(rowOf('embed'), { ...made, words: { ...english, page }, scenario, vote }),
    /^Error: embed\.html \(en\): page: no value for \{\{page\.controls\}\}$/);
  const templateOf = (/** @type {string} */ name) => (name === 'tools' ? '<p>{{nowhere}}</p>' : templatesOf(pages[0])(name));
  assert.throws(() => pageIn(pages[0], { ...made, words: english, scenario, vote, templateOf }),
    /^Error: index\.html \(en\): tools: no value for \{\{nowhere\}\}$/);
  const without = (/** @type {string} */ name) => (name === 'picture' ? undefined : templatesOf(pages[0])(name));
  assert.throws(() => pageIn(pages[0], { ...made, words: english, scenario, vote, templateOf: without }), /page: no template picture/);
});

test('oEmbed: what hosts ask for, with whole addresses and nothing that a title could end; none without an address of our own', async () => {
  const scenario = json(votes[0]);
  const vote = await voteIn({ scenario }, english, pages[0].words, wasm);
  const row = rowOf('vote-{id}');
  const page = () => pageIn(row, { ...made, words: english, scenario, vote });
  assert.doesNotMatch(page(), /oembed/);
  process.env.SITE_URL = 'https://veto.example/a';
  try {
    assert.ok(page().includes(`<link rel="alternate" type="application/json+oembed" href="https://veto.example/a/oembed/vote-${scenario.id}.json"`));
    const told = oembedIn(row, { id: scenario.id, language: 'en', title: '"><script>', provider: 'Us' });
    const { html, ...rest } = told;
    assert.deepEqual(rest, {
      version: '1.0', type: 'rich', title: '"><script>', provider_name: 'Us', provider_url: 'https://veto.example/a/', width: 600, height: 900,
      thumbnail_url: `https://veto.example/a/cards/${scenario.id}.png`, thumbnail_width: 1200, thumbnail_height: 630,
    });
    // As WordPress keeps it: a quotation with a link, then one empty frame.
    assert.equal(html, `<blockquote hidden style="display:none"><a href="https://veto.example/a/vote-${scenario.id}.html">&quot;>&lt;script></a></blockquote>` +
      `<iframe src="https://veto.example/a/embed-${scenario.id}.html" width="100%" height="900" frameborder="0" title="&quot;>&lt;script>"></iframe>`);
    // A lesson's card is its vote's.
    const lesson = oembedIn(rowOf('lesson-{id}'), { id: 'one-no', card: scenario.id, language: 'en', title: 'One no', provider: 'Us' });
    assert.match(lesson.html, /href="https:\/\/veto\.example\/a\/lesson-one-no\.html".* src="https:\/\/veto\.example\/a\/embed-lesson-one-no\.html"/);
    assert.equal(lesson.thumbnail_url, `https://veto.example/a/cards/${scenario.id}.png`);
  } finally {
    delete process.env.SITE_URL;
  }
});

test('what one catalogue has and another lacks is named, in the catalogue and in the story', () => {
  const copy = join(folder, 'content');
  for (const each of ['strings', 'stories']) cpSync(`${content}/${each}`, join(copy, each), { recursive: true, filter: (file) => !file.endsWith('.json') || file.endsWith('en.json') });
  const french = structuredClone(english);
  delete french.decision.majority;
  delete french.page.predict.hint;
  writeFileSync(`${copy}/strings/fr.json`, JSON.stringify({ ...french, language: 'fr' }));
  assert.throws(() => cataloguesOf(copy), /fr\.json: no decision\.majority, which en\.json has\nfr\.json: no page\.predict\.hint, which en\.json has/);

  // A language whose plurals the command does not know has been given the forms of English.
  rmSync(`${copy}/strings/fr.json`);
  writeFileSync(`${copy}/strings/pl.json`, JSON.stringify({ ...english, language: 'pl' }));
  assert.throws(() => cataloguesOf(copy), /pl\.json:1:\d+: language: found the plural forms one, other, expected one, few, many, those of pl, which plural_category in core\/words\.cpp has to know/);
  rmSync(`${copy}/strings/pl.json`);

  writeFileSync(`${copy}/strings/fr.json`, JSON.stringify({ ...english, language: 'fr' }));
  const story = json(`${copy}/stories/dprk-panel-2024.en.json`);
  delete story.ended_heading;
  writeFileSync(`${copy}/stories/dprk-panel-2024.fr.json`, JSON.stringify(story));
  assert.throws(() => storiesOf(copy, 'dprk-panel-2024', cataloguesOf(copy)), /dprk-panel-2024\.fr\.json: no ended_heading/);
  rmSync(`${copy}/stories/dprk-panel-2024.fr.json`);
  assert.throws(() => storiesOf(copy, 'dprk-panel-2024', cataloguesOf(copy)), /stories: found no dprk-panel-2024\.fr\.json, expected the story of dprk-panel-2024 in every language/);
});

test('a broken catalogue stops the build: file, line, key, what was found, what expected', () => {
  const copy = join(folder, 'broken');
  cpSync(content, copy, { recursive: true });
  const file = `${copy}/strings/fr.json`;
  const text = readFileSync(file, 'utf8');
  const place = file.replace(/[.]/g, '\\.');
  /** @type {[string, (text: string) => string, string][]} */
  const broken = [
    ['no JSON', (all) => all.slice(0, 4000), String.raw`:\d+:\d+: .*found .*, expected `],
    ['a category that French has not', (all) => all.replace('"one":', '"few":'),
      String.raw`:\d+:\d+: [\w.]+\.few: found the unknown key "few", expected the forms of plural that the language has \(one, other\), as plural_category of core/words\.cpp tells`],
    ['another language’s mark', (all) => all.replace('"language": "fr"', '"language": "es"'), String.raw`:\d+:\d+: language: found "es", expected "fr", as the file is named`],
    ['no word of who has checked it', (all) => all.replace('"checked": "no"', '"checked": "maybe"'), String.raw`:\d+:\d+: checked: found "maybe", expected "yes" or "no"`],
    ['a place that English has not', (all) => all.replace('{first}, {rest}', '{first}, {rest}, {more}'),
      String.raw`:\d+:\d+: list\.more: found \{first\}, \{more\}, \{rest\}, expected \{first\}, \{rest\}`],
    ['a key missing', (all) => all.replace(/ *"reset": .*\n/, ''), String.raw`:\d+:\d+: seated: found no "reset", expected it, as in the model`],
    ['a key too much', (all) => all.replace('"last":', '"lost": "x", "last":'), String.raw`:\d+:\d+: list\.lost: found the unknown key "lost", expected keys of the model only`],
    ['right-to-left without its mark', (all) => all.replace('"name": "Français"', '"name": "عربي"'), String.raw`:\d+:\d+: direction: found "ltr", expected "rtl", as the language's name is read`],
    ['letters that no face has', (all) => all.replace(/("rules": \{\s*"[\w-]+": \{\s*"name": ")/, '$1ዓ '),
      String.raw`:\d+:\d+: rules\.[\w-]+\.name: found "ዓ" \(U\+12D3\), expected a letter of the canvas's faces, such as veto_letters in core/picture/typeface\.cmake`],
  ];
  for (const [name, change, expected] of broken) {
    assert.notEqual(change(text), text, name);
    writeFileSync(file, change(text));
    refused(copy, new RegExp(`^${place}${expected}`, 'm'), name);
  }
});

/** The build of a content folder makes nothing, and says why. @param {string} copy @param {RegExp} reason @param {string} name @param {Record<string, string>} [env] */
function refused(copy, reason, name, env = {}) {
  const site = join(folder, 'unmade');
  const { status, stderr } = spawnSync(process.execPath, ['web/site/build.mjs', 'build/council', 'build/wasm/web', site, copy], { encoding: 'utf8', env: { ...process.env, ...env } });
  assert.equal(status, 1, name);
  assert.match(stderr, reason, name);
  assert.doesNotMatch(stderr, /^ {4}at /m, `${name}: whoever writes a text has no use for a place in the build`);
  assert.ok(!existsSync(site), name);
}

test('a lesson or a story that is broken, misnamed, missing or another in a language stops the build, with its place', () => {
  const copy = join(folder, 'lessons');
  cpSync(content, copy, { recursive: true });
  const fewer = { VETO_LANGUAGES: 'en fr' };
  refused(copy, /^VETO_LANGUAGES: found de, expected some of (\w\w ?)+$/m, 'an unknown language', { VETO_LANGUAGES: 'en de' });
  for (const [name, file, change, reason] of /** @type {[string, string, (text: string) => string, string][]} */ ([
    ['a comma too few', 'one-no.fr.json', (all) => all.replace('",', '"'), String.raw`:\d+:\d+: found .*, expected `],
    ['another id', 'one-no.fr.json', (all) => all.replace('"id": "one-no"', '"id": "two-nos"'), String.raw`:\d+:3: id: found "two-nos", expected "one-no", as the file is named`],
    ['another language', 'one-no.fr.json', (all) => all.replace('"language": "fr"', '"language": "es"'), String.raw`:\d+:3: language: found "es", expected "fr", as the file is named`],
    ['a step too few', 'one-no.fr.json', (all) => JSON.stringify({ ...JSON.parse(all), minutes: JSON.parse(all).minutes - JSON.parse(all).steps.at(-1).minutes, steps: JSON.parse(all).steps.slice(0, -1) }),
      String.raw`: minutes: found \d+, expected \d+, as in .*one-no\.en\.json`],
    ['another vote', 'veto.fr.json', (all) => all.replace('"vote": "', '"vote": "x'), String.raw`:\d+:\d+: .*vote: found "x`],
  ])) {
    const path = `${copy}/lessons/${file}`;
    const text = readFileSync(path, 'utf8');
    assert.notEqual(change(text), text, name);
    writeFileSync(path, change(text));
    refused(copy, new RegExp(`^${path.replaceAll('.', '\\.')}${reason}`, 'm'), name, fewer);
    writeFileSync(path, text);
  }
  rmSync(`${copy}/lessons/one-no.fr.json`);
  refused(copy, /^.*lessons: found one-no\.ar\.json.* and no one-no\.fr\.json, expected the lesson in every language of the site, or fewer languages: VETO_LANGUAGES=en$/m, 'no lesson', fewer);
});

test('a page over its budget is named, with its figure and its limit', () => {
  const figures = weighedIn('build/site').map((each) => ({ ...each, asleep: 1234, live: 12345, all: 23456, files: [] }));
  assert.deepEqual(overBudget(figures), []);
  const [first, ...others] = figures;
  assert.deepEqual(overBudget([{ ...first, live: 31 * 1024 }, ...others]), ['index.html: 31.00 KiB with live controls, at most 30']);
  assert.deepEqual(overBudget([{ ...first, all: 170 * 1024 }, ...others]), ['index.html: 170.00 KiB in all, at most 163']);
  const frame = figures.findIndex(({ file }) => file === 'embed.html');
  assert.deepEqual(overBudget(figures.map((each, i) => (i === frame ? { ...each, asleep: 11 * 1024 } : each))), ['embed.html: 11.00 KiB before the first touch, at most 10']);
});

test('a release keeps the assets of the one before, and no older ones', () => {
  /** @param {string} name @param {string[]} files */
  const release = (name, files) => {
    const site = join(folder, name);
    mkdirSync(join(site, 'assets'), { recursive: true });
    for (const file of files) writeFileSync(join(site, file), file);
    return site;
  };
  const [first, second, again, third] = [['one', ['assets/a-1.js', 'assets/b-1.js']], ['two', ['assets/a-2.js', 'assets/b-1.js']],
    ['again', ['assets/a-2.js', 'assets/b-1.js']], ['three', ['assets/a-3.js', 'assets/b-1.js']]].map(([name, files]) => ({
    site: release(/** @type {string} */ (name), /** @type {string[]} */ (files)), files: /** @type {string[]} */ (files) }));
  keepPrevious(join(folder, 'nothing'), first.site, first.files);
  keepPrevious(first.site, second.site, second.files);
  assert.deepEqual(readdirSync(join(second.site, 'assets')).sort(), ['a-1.js', 'a-2.js', 'b-1.js']);
  keepPrevious(second.site, again.site, again.files);
  assert.deepEqual(readdirSync(join(again.site, 'assets')).sort(), ['a-1.js', 'a-2.js', 'b-1.js']);
  keepPrevious(again.site, third.site, third.files);
  assert.deepEqual(readdirSync(join(third.site, 'assets')).sort(), ['a-2.js', 'a-3.js', 'b-1.js']);
});

test('the page has its colours and heights from the core, and keeps none of its own', async () => {
  const palette = await pictures('build/council', folder).palette();
  for (const file of ['styles/style.css', ...pages.flatMap(({ styles }) => styles)].filter((each) => !each.endsWith('print.css'))) {
    assert.doesNotMatch(readFileSync(`web/page/${file}`, 'utf8'), /#[0-9a-f]{3,8}\b(?=[;,\s)])/i, file);
  }
  const html = readFileSync('build/site/index.html', 'utf8');
  for (const theme of /** @type {const} */ (['light', 'dark'])) {
    for (const [ink, colour] of Object.entries(palette[theme])) {
      const short = colour.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
      assert.ok(html.includes(`--${ink}: ${colour}`) || html.includes(`--${ink}:${colour}`) || html.includes(`--${ink}: ${short}`) || html.includes(`--${ink}:${short}`), `${theme} ${ink}`);
    }
  }
  assert.ok(iconOf(palette).includes(palette.light.against));
});
