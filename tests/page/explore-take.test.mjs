// What a reader takes away from the page to explore: files that the command accepts, that say whose votes they show, and
// that hold what the page shows.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { linkIn } from '../../web/page/modules/link.js';
import { changedScenario } from '../../web/page/modules/scenario.js';
import { layoutFaults, openSite, portray, radio, status, still } from './browser.mjs';

/** @typedef {Awaited<ReturnType<(typeof site)['page']>>} Page */
const folder = mkdtempSync(join(tmpdir(), 'take-'));
/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const changedMark = 'Votes as a reader set them, not the record';
const givenMark = 'Votes given by a link, not a record';
const given = '#c=2026&v=YNAYYYYYYAYNYYY&t=%3DExtend%20%22it%22&d=2026-04-07';

/** A page whose reader has got to the section. @param {string} [hash] @param {object} [context] */
async function open(hash = '', context = {}) {
  const page = await site.page({ hash: `explore.html${hash}`, viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...context });
  await page.locator('.take-away').scrollIntoViewIfNeeded();
  await page.waitForSelector('.take-away button');
  return page;
}
/** @param {Page} page @param {string} value */
const press = (page, value) => page.locator(`.take-away .row button[value=${value}]`).click();
/** @param {Page} page @param {string} value */
async function take(page, value) {
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, value)]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  assert.equal(await page.locator('.ended-said').innerText(), `Saved: ${file.suggestedFilename()}`);
  return { name: file.suggestedFilename(), path, bytes: readFileSync(path), text: readFileSync(path, 'utf8') };
}
/** Cells of a table as RFC 4180 has them. @param {string} text */
function cellsOf(text) {
  assert.ok(text.endsWith('\r\n'));
  /** @type {string[][]} */
  const rows = [[]];
  for (const [whole, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows[rows.length - 1].push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    assert.ok(whole);
  }
  rows.pop();
  assert.equal(new Set(rows.map(({ length }) => length)).size, 1, 'every line has as many cells');
  return rows;
}
/** What the command makes of a scenario. @param {string} path */
function decided(path) {
  const { status: exit, stderr } = spawnSync('build/council', ['check', path], { encoding: 'utf8' });
  assert.equal(exit, 0, stderr);
  return JSON.parse(spawnSync('build/council', ['decide', path, '--json'], { encoding: 'utf8' }).stdout);
}
/** Who votes how by the page's own controls. @param {Page} page */
const cast = (page) => page.$$eval('.controls fieldset', (groups) => Object.fromEntries(groups.map((group) => {
  const input = /** @type {HTMLInputElement} */ (group.querySelector('input:checked'));
  return [input.name, /** @type {HTMLElement} */ (input.parentElement).className];
})));
/** A file by itself, as a browser reads it. @param {Page} page @param {string} svg */
const readSvg = (page, svg) => page.evaluate((text) => {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  return { name: root.nodeName, width: root.getAttribute('width'), height: root.getAttribute('height'), label: root.getAttribute('aria-label'),
    texts: [...root.querySelectorAll('text')].map(({ textContent }) => textContent).join(' ') };
}, svg);
/** @param {Buffer} bytes */
const sizeOf = (bytes) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

test('a recorded vote leaves as it is: its file, its roll, its picture', async () => {
  const page = await open('#s=gaza-2024');
  const file = await take(page, 'scenario');
  assert.equal(file.name, 'gaza-2024.json');
  const { $schema: _schema, ...original } = JSON.parse(readFileSync('web/content/scenarios/gaza-2024.json', 'utf8'));
  assert.deepEqual(JSON.parse(file.text), original);
  assert.equal(decided(file.path).outcome, 'not_adopted');
  const roll = cellsOf((await take(page, 'roll')).text);
  assert.equal(roll.length, 16);
  const ways = /** @type {Record<string, string>} */ ({ 'In favour': 'in_favour', 'Against': 'against', 'Abstaining': 'abstaining', 'Not participating': 'not_participating' });
  assert.deepEqual(Object.fromEntries(roll.slice(1).map(([code, , , vote]) => [code, ways[vote]])), original.votes);
  assert.ok(roll.slice(1).every((row) => row[5] === original.date && row[6].startsWith(original.sources[0].title)));
  const svg = await take(page, 'svg');
  const told = await readSvg(page, svg.text);
  assert.deepEqual([told.name, told.width], ['svg', '800']);
  assert.match(told.label ?? '', /^Not adopted: vetoed by the United States/);
  assert.ok(!svg.text.includes('var(') && !told.texts.includes(changedMark));
  const png = await take(page, 'png');
  assert.deepEqual(sizeOf(png.bytes), [Number(told.width) * 2, Number(told.height) * 2]);
  // On paper, as the posters are: a picture without a ground cannot be read on a dark page.
  const corner = await page.evaluate(async (base64) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext('2d'));
    context.drawImage(image, 0, 0);
    return [...context.getImageData(0, 0, 1, 1).data];
  }, png.bytes.toString('base64'));
  assert.deepEqual(corner, [0xfb, 0xfa, 0xf6, 0xff]);
  // Its dark side is that of the site's own poster.
  assert.equal(/<style>.*?<\/style>/s.exec(svg.text)?.[0], /<style>.*?<\/style>/s.exec(readFileSync('build/site/posters/gaza-2024.svg', 'utf8'))?.[0]);
  assert.equal(linkIn(new URL(await page.locator('.paste').evaluate((a) => /** @type {HTMLAnchorElement} */ (a).href))).get('s'), 'gaza-2024');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('changed votes are marked wherever they go, and their file is in order', async () => {
  const page = await open('#s=dprk-panel-2024');
  await radio(page, 'Russian Federation', 'Abstaining').check();
  const file = await take(page, 'scenario');
  assert.equal(file.name, 'dprk-panel-2024-changed.json');
  const scenario = JSON.parse(file.text);
  assert.match(scenario.draft.subject.en, new RegExp(`${changedMark}\\)$`));
  assert.deepEqual([scenario.resolution, scenario.story, scenario.mandate], [null, undefined, undefined]);
  assert.deepEqual(scenario.votes, await cast(page));
  assert.equal(decided(file.path).outcome, 'adopted');
  assert.match(await status(page), /^Adopted/);
  const roll = cellsOf((await take(page, 'roll')).text);
  assert.ok(roll.slice(1).every((row) => row[6].startsWith(changedMark)));
  assert.equal(roll.find(([code]) => code === 'RUS')?.[3], 'Abstaining');
  const svg = await take(page, 'svg');
  const told = await readSvg(page, svg.text);
  assert.ok(told.texts.includes(changedMark), told.texts);
  assert.ok(!svg.text.includes('var('));
  assert.ok(told.label?.startsWith(changedMark));
  // The year's Council has the same members: the page for editors is led to these very votes.
  await page.waitForFunction(() => /#c=/.test(/** @type {HTMLAnchorElement} */ (document.querySelector('.paste')).href));
  const link = linkIn(new URL(await page.locator('.paste').evaluate((a) => /** @type {HTMLAnchorElement} */ (a).href)));
  assert.deepEqual(['c', 'd', 't'].map((key) => link.get(key)), ['2024', '2024-03-28', 'Renew the panel of experts to April 2025']);
  const letters = { in_favour: 'Y', against: 'N', abstaining: 'A', not_participating: 'X' };
  // Which sits in another order than the record tells.
  const sat = JSON.parse(readFileSync('web/content/councils.json', 'utf8')).councils['2024'].split(' ');
  assert.notDeepEqual(sat, scenario.members.map((/** @type {{ code: string }} */ { code }) => code));
  assert.equal(link.get('v'), sat.map((/** @type {string} */ code) => letters[/** @type {keyof typeof letters} */ (scenario.votes[code])]).join(''));
  // By another rule it is as little the record's.
  await page.getByRole('button', { name: 'Reset to the recorded vote' }).click();
  await page.locator('[data-rule=unsc-no-veto] input').check();
  const ruled = await take(page, 'scenario');
  assert.equal(JSON.parse(ruled.text).rule, 'unsc-no-veto');
  assert.equal(decided(ruled.path).outcome, 'adopted');
  const hint = () => page.locator('.paste + .hint .seen').innerText();
  const paste = () => page.locator('.paste').evaluate((a) => new URL(/** @type {HTMLAnchorElement} */ (a).href).hash);
  assert.deepEqual([await hint(), await paste()], ['With these votes, and by this rule.', '#s=dprk-panel-2024&rule=unsc-no-veto']);
  await radio(page, 'China', 'Against').check();
  await page.waitForFunction(() => /#c=2024&v=\w{15}&.*&rule=unsc-no-veto$/.test(/** @type {HTMLAnchorElement} */ (document.querySelector('.paste')).href));
  assert.equal(await hint(), 'With these votes, and by this rule.');
  await page.locator('[data-rule=unsc] input').check();
  await page.waitForFunction(() => !/rule=/.test(/** @type {HTMLAnchorElement} */ (document.querySelector('.paste')).href));
  assert.equal(await hint(), 'With these votes.');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('by another rule the votes are the record’s, and called so wherever they go', async () => {
  const page = await open('#s=dprk-panel-2024&rule=unsc-no-veto');
  const mark = 'The record’s votes, by another rule';
  assert.equal(await page.locator('.what .mark').innerText(), mark);
  const file = JSON.parse((await take(page, 'scenario')).text);
  assert.ok(file.draft.subject.en.endsWith(`(${mark})`), file.draft.subject.en);
  for (const value of ['roll', 'rules', 'svg']) {
    const { text } = await take(page, value);
    assert.ok(text.includes(mark) && !text.includes(changedMark), value);
  }
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.ok((await page.locator('.chamber svg.wide').textContent())?.includes(mark));
  await page.context().close();
});

test('votes of a link are given by it; no cell is a formula', async () => {
  const page = await open(given);
  const file = await take(page, 'scenario');
  const scenario = JSON.parse(file.text);
  assert.equal(scenario.draft.subject.en, `=Extend "it" (${givenMark})`);
  assert.deepEqual(scenario.votes, await cast(page));
  assert.equal(decided(file.path).outcome, 'not_adopted');
  const { text } = await take(page, 'roll');
  const roll = cellsOf(text);
  assert.ok(roll.slice(1).every((row) => row[4] === '\'=Extend "it"' && row[5] === '2026-04-07' && row[6].startsWith(givenMark)), text);
  await radio(page, 'China', 'In favour').check();
  assert.ok(cellsOf((await take(page, 'roll')).text).slice(1).every((row) => row[6].startsWith(givenMark) && !row[6].includes(changedMark)));
  assert.ok((await readSvg(page, (await take(page, 'svg')).text)).texts.includes(givenMark));
  const link = linkIn(new URL(await page.locator('.paste').evaluate((a) => /** @type {HTMLAnchorElement} */ (a).href)));
  assert.deepEqual(['c', 'd', 't'].map((key) => link.get(key)), ['2026', '2026-04-07', '=Extend "it"']);
  assert.equal(link.get('v'), linkIn(new URL(page.url())).get('v'));
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('a proposed Council leaves as one, of a record or of a year', async () => {
  const page = await open('#s=dprk-panel-2024&rule=g4-2005');
  await page.waitForFunction(() => document.querySelectorAll('.controls fieldset').length === 25);
  const file = await take(page, 'scenario');
  const scenario = JSON.parse(file.text);
  assert.deepEqual([scenario.id, scenario.rule, scenario.members.length], ['dprk-panel-2024-changed', 'g4-2005', 25]);
  assert.match(scenario.draft.subject.en, /\(A Council that was proposed, not a record\)$/);
  assert.deepEqual(scenario.sources, JSON.parse(readFileSync('web/content/scenarios/dprk-panel-2024.json', 'utf8')).sources);
  assert.equal(decided(file.path).outcome, 'not_adopted');
  assert.deepEqual(scenario.votes, await cast(page));
  const svg = await take(page, 'svg');
  const inside = await page.evaluate((text) => {
    const picture = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true)));
    picture.querySelector('rect')?.remove();
    document.body.append(picture);
    const { y, height } = picture.getBBox();
    picture.remove();
    return [y >= 0, y + height <= picture.viewBox.baseVal.height];
  }, svg.text);
  assert.deepEqual(inside, [true, true]);
  assert.match((await readSvg(page, svg.text)).texts, /A Council that was proposed, not a record/);
  assert.equal(await page.locator('.paste').evaluate((a) => new URL(/** @type {HTMLAnchorElement} */ (a).href).hash), '#s=dprk-panel-2024');
  assert.deepEqual(page.errors, []);
  await page.context().close();
  const other = await open('#c=2026&v=YNAYYYYYYAYNYYY&rule=g4-2005');
  await other.waitForFunction(() => document.querySelectorAll('.controls fieldset').length === 25);
  decided((await take(other, 'scenario')).path);
  assert.equal(await other.locator('.paste').evaluate((a) => new URL(/** @type {HTMLAnchorElement} */ (a).href).hash), '#c=2026&v=YNAYYYYYYAYNYYY');
  assert.match(await other.locator('.paste + .hint .seen').innerText(), /those who sat then/);
  await other.context().close();
});

test('tables hold what the page shows', async () => {
  // By which proposals decide comes only once somebody is near them, or asks for the table.
  const page = await open('#s=dprk-panel-2024&v=YYYYYYYYYYYAYYY');
  const rules = cellsOf((await take(page, 'rules')).text);
  const shown = await page.$$eval('[data-rule]:not([hidden])', (rows) => rows.map((row) => ['label span', '.told', '.needed'].map((each) => row.querySelector(each)?.textContent)));
  assert.deepEqual(rules.slice(1).map((row) => row.slice(0, 3)), shown);
  assert.equal(rules.length, 1 + 8);
  const power = cellsOf((await take(page, 'power')).text);
  const figures = await page.$$eval('.powers tbody tr', (rows) => rows.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => (textContent ?? '').trim())));
  assert.deepEqual(power.slice(1).map((row) => row.slice(1, -1)), figures);
  assert.match(power[0][1], /: with a veto \(5\)$/);
  // 1/2 would be a day to a spreadsheet.
  await page.getByLabel('Exact fractions').check();
  await page.waitForFunction(() => /\d\/\d/.test(document.querySelector('.powers td:last-child')?.textContent ?? ''));
  const exact = cellsOf((await take(page, 'power')).text).slice(1).flatMap((row) => row.slice(1, -1));
  assert.ok(exact.some((cell) => /^\d+\u2044\d+$/.test(cell)) && !exact.some((cell) => cell.includes('/')));
  const years = cellsOf((await take(page, 'years')).text);
  assert.deepEqual(years.at(-1)?.slice(0, -1), ['All', '133', '90', '29', '21', '17', '234']);
  assert.deepEqual(years.find(([year]) => year === '2015')?.slice(0, -1), ['2015', '2', '0', '0', '0', '0', '2']);
  // All texts, then those that a filter leaves, counted from the content.
  /** @type {{ as_of: string, texts: { date: string, draft?: string, vetoed_by: string }[] }} */
  const vetoes = JSON.parse(readFileSync('web/content/vetoes.json', 'utf8'));
  const all = cellsOf((await take(page, 'texts')).text);
  assert.equal(all.length - 1, vetoes.texts.length);
  assert.deepEqual(all.slice(1).map(([date]) => date).sort(), vetoes.texts.map(({ date }) => date).sort());
  assert.match(all[1][5], new RegExp(`^As of \\d+ \\w+ ${vetoes.as_of.slice(0, 4)}`));
  await page.locator('.finding [name=by][value=FRA]').check();
  const some = cellsOf((await take(page, 'texts')).text);
  assert.equal(some.length - 1, vetoes.texts.filter(({ vetoed_by: by }) => by.includes('FRA')).length);
  assert.ok(some.slice(1).every(([, , by]) => by.includes('France')));
  await page.getByRole('searchbox').fill('nothing is called so');
  await press(page, 'texts');
  await page.getByText('nothing to save').waitFor();
  assert.ok(await page.locator('.take-away [value=compared]').isDisabled());
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('votes side by side leave as they stand there', async () => {
  const page = await open('#s=dprk-panel-2024&with=dprk-panel-2023');
  await page.waitForSelector('.sides table');
  await page.waitForSelector('.take-away [value=compared]:enabled');
  const [head, ...lines] = cellsOf((await take(page, 'compared')).text);
  const rows = lines.filter(([code]) => code);
  assert.match(head.join('|'), /^Code\|Member\|Permanent\|28 March 2024 · [^|]+\|23 March 2023 · [^|]+\|Source$/);
  const files = ['2024', '2023'].map((year) => JSON.parse(readFileSync(`web/content/scenarios/dprk-panel-${year}.json`, 'utf8')));
  assert.equal(rows.length, new Set(files.flatMap(({ members }) => members.map((/** @type {{ code: string }} */ { code }) => code))).size);
  const russia = rows.find(([code]) => code === 'RUS') ?? [];
  assert.equal(russia[3], 'Against');
  assert.match(russia[5], /explore\.html#s=dprk-panel-2024&with=dprk-panel-2023$/);
  // By which rule each was decided, and where its votes are from.
  const [rule, outcome, source] = lines.filter(([code]) => !code);
  assert.deepEqual(rule.slice(0, 5), ['', 'Rule', '', ...Array(2).fill('The Council of fifteen, on substance')]);
  assert.deepEqual(outcome.slice(3, 5), ['Not adopted: vetoed by Russia.', 'Adopted.']);
  files.forEach(({ sources: [{ title, url }] }, i) => {
    assert.ok(source[3 + i].includes(title) && source[3 + i].includes(url), source[3 + i]);
  });
  await page.context().close();
});

test('the picture is the one that is chosen, and goes on the clipboard; where it may not, that is said', async () => {
  const page = await open('#s=dprk-panel-2024', { permissions: ['clipboard-read', 'clipboard-write'] });
  for (const which of ['power', 'vetoes']) {
    await page.locator(`.shows input[value=${which}]`).check();
    await page.waitForFunction(() => document.querySelector('.plot-told')?.textContent);
    await still(page);
    const svg = await take(page, 'svg');
    assert.equal(svg.name, `${which}.svg`);
    const told = await readSvg(page, svg.text);
    assert.equal(told.label, await page.locator('.plot-told').textContent());
    assert.ok(Number(told.height) > 100 && !svg.text.includes('var('));
  }
  const png = await take(page, 'png');
  await press(page, 'copy');
  await page.getByText('Picture copied.').first().waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const image = await createImageBitmap(await item.getType('image/png'));
    return [image.width, image.height];
  });
  assert.deepEqual(copied, sizeOf(png.bytes));
  await page.waitForFunction(() => document.querySelector('.announcer')?.textContent?.includes('Picture copied.'));
  await page.evaluate(() => { navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError')); });
  await press(page, 'copy');
  await page.getByText('does not let a page copy pictures').first().waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.ended-said button').click()]);
  assert.equal(file.suggestedFilename(), 'vetoes.png');
  assert.ok(await page.locator('.row [value=png]').evaluate((each) => each === document.activeElement));
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('on paper stands what is shown, as high as it has to be', async () => {
  const page = await open('#s=dprk-panel-2024');
  const printed = async () => {
    await page.pdf();
    return page.locator('.chamber svg.wide').evaluate((picture) => {
      const svg = /** @type {SVGSVGElement} */ (picture);
      return { label: svg.ariaLabel, texts: svg.textContent ?? '', width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
    });
  };
  const chamber = await printed();
  assert.match(chamber.label ?? '', /^Not adopted: vetoed by Russia\./);
  for (const [which, says, file] of /** @type {[string, RegExp, string][]} */ ([['power', /16\.3%/, 'scenarios/dprk-panel-2024'], ['vetoes', /133/, 'vetoes']])) {
    await page.locator(`.shows input[value=${which}]`).check();
    await page.waitForFunction(() => document.querySelector('.plot-told')?.textContent);
    const plot = await printed();
    assert.equal(plot.label, await page.locator('.plot-told').textContent());
    assert.match(plot.texts, says);
    const own = spawnSync('build/council', ['poster', '--plot', which, `web/content/${file}.json`, '--size', String(plot.width)], { encoding: 'utf8' }).stdout;
    assert.equal(plot.height, Number(/viewBox="0 0 \d+ (\d+)"/.exec(own)?.[1]), which);
  }
  await page.locator('.shows input[value=chamber]').check();
  assert.deepEqual(await printed(), chamber);
  // A proposal needs more room than the posters have.
  await page.goto(page.url().replace(/#.*/, '#s=dprk-panel-2024&rule=g4-2005'));
  await page.waitForFunction(() => document.querySelectorAll('.controls fieldset').length === 25);
  await still(page);
  const { height } = await printed();
  assert.ok(height > chamber.height);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('in another language a year’s Council leaves with its names in both, each under its own', async () => {
  const { members } = JSON.parse(readFileSync('web/content/councils.json', 'utf8'));
  const page = await site.page({ hash: `explore.fr.html${given}`, viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  await page.locator('.take-away').scrollIntoViewIfNeeded();
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.take-away .row button[value=scenario]').click()]);
  const path = join(folder, 'fr.json');
  await file.saveAs(path);
  decided(path);
  const taken = JSON.parse(readFileSync(path, 'utf8')).members;
  assert.equal(taken.length, 15);
  for (const { code, name, short } of taken) {
    const spell = members[code].at(-1);
    assert.deepEqual(name, { en: spell.name.en, fr: spell.name.fr }, code);
    if (short) assert.deepEqual(short, { en: (spell.short ?? spell.name).en, fr: (spell.short ?? spell.name).fr }, code);
  }
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('an own file leaves with its sources; a record of one\'s own gets no code', async () => {
  const page = await open();
  await page.locator('.own-desk').scrollIntoViewIfNeeded();
  await page.waitForSelector('.own-desk [type=file]:enabled', { state: 'attached' });
  const path = 'tests/fixtures/scenarios/good/own_rule.json';
  await page.setInputFiles('.own-desk [type=file]', path);
  await page.waitForFunction(() => document.querySelector('.mark')?.textContent === 'From your own file');
  const own = JSON.parse(readFileSync(path, 'utf8'));
  const file = await take(page, 'scenario');
  const taken = JSON.parse(file.text);
  for (const key of ['id', 'rule', 'votes', 'members', 'sources']) assert.deepEqual(taken[key], own[key], key);
  decided(file.path);
  await page.getByText('A vote of your own file has no link').waitFor();
  assert.equal(await page.locator('.paste').getAttribute('href'), null);
  const group = page.locator('.controls fieldset').first();
  await group.locator('input:not(:checked):enabled').first().check();
  const changed = await take(page, 'scenario');
  assert.deepEqual(JSON.parse(changed.text).rule, own.rule);
  assert.match(JSON.parse(changed.text).draft.subject.en, /\(Votes as a reader set them, not the record · From your own file\)$/);
  decided(changed.path);
  // The Library's record has no sources in its lines; a text without a vote none in its roll.
  await page.setInputFiles('.own-desk [type=file]', 'tests/fixtures/csv/whole_layout.csv');
  const row = page.locator('.in-file .row', { hasText: 'adopted without a vote' }).first();
  await page.waitForSelector('.in-file');
  while (!await row.count()) await page.locator('.in-file .rest button').click();
  await row.click();
  await page.waitForFunction(() => /^Adopted/.test(document.querySelector('.outcome [role=status], [role=status]')?.textContent ?? ''));
  const record = await take(page, 'scenario');
  assert.equal(JSON.parse(record.text).adopted_by, 'without_vote');
  assert.equal(JSON.parse(record.text).sources[0].title, 'A reader’s own file');
  decided(record.path);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('nothing is sent anywhere but by the button that says so', async () => {
  /** @type {string[]} */
  const away = [];
  const page = await open('#s=gaza-2024', { route: async (/** @type {import('playwright-core').Page} */ each) => {
    each.context().on('request', (request) => { if (!request.url().startsWith(site.url) && !/^(blob|data):/.test(request.url())) away.push(request.url()); });
    await each.context().route(/datawrapper/, (route) => route.fulfill({ body: 'taken' }));
  } });
  for (const value of ['scenario', 'roll', 'svg', 'png', 'rules', 'power', 'texts']) await take(page, value);
  assert.deepEqual(away, []);
  await page.getByText('sends the title and the roll call to app.datawrapper.de').waitFor();
  const [tab, request] = await Promise.all([page.waitForEvent('popup'), page.context().waitForEvent('request', (each) => /datawrapper/.test(each.url())), press(page, 'datawrapper')]);
  const body = new URLSearchParams(request.postData() ?? '');
  assert.equal(body.get('title'), await page.locator('#vote-heading').innerText());
  assert.equal(cellsOf(body.get('data') ?? '').length, 16);
  await tab.close();
  assert.deepEqual([...new Set(away)], ['https://app.datawrapper.de/create/']);
  await page.context().close();
});

test('keys are listed by a button, and by ? from the vote or from here, never while somebody writes', async () => {
  const page = await site.page({ hash: 'explore.html', viewport: { width: 1280, height: 900 } });
  const dialog = page.locator('.take-away dialog');
  // Nobody has been there yet: the first press brings it.
  await page.getByRole('searchbox').focus();
  await page.keyboard.press('?');
  await page.waitForSelector('.take-away button');
  assert.equal(await dialog.isVisible(), false);
  assert.equal(await page.getByRole('searchbox').inputValue(), '?');
  await page.getByRole('searchbox').fill('');
  await page.locator('.put button').focus();
  await page.keyboard.press('?');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /Tab[^]*Esc/);
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('.put button').evaluate((each) => each === document.activeElement));
  await page.locator('.index summary').last().focus();
  await page.keyboard.press('?');
  assert.equal(await dialog.isVisible(), false);
  await page.locator('.take-away [value=keys]').click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  assert.equal(await dialog.isVisible(), false);
  await page.context().close();
  // From the vote at once.
  const other = await site.page({ hash: 'explore.html', viewport: { width: 1280, height: 900 } });
  await other.locator('.put button').focus();
  await other.keyboard.press('?');
  await other.locator('.take-away dialog').waitFor();
  assert.deepEqual(other.errors, []);
  await other.context().close();
});

test('it has its room before it is there: at every width, in the dark, with text at 200 %', async () => {
  for (const [width, colorScheme] of /** @type {const} */ ([[1280, 'light'], [390, 'light'], [320, 'dark']])) {
    const page = await site.page({ hash: 'explore.html', viewport: { width, height: 800 }, colorScheme });
    for (const zoom of [100, 200]) {
      await page.evaluate((size) => { document.documentElement.style.fontSize = `${size}%`; }, zoom);
      const before = await page.locator('.take-away').evaluate((each) => each.getBoundingClientRect().height);
      await page.locator('.take-away').scrollIntoViewIfNeeded();
      await page.waitForSelector('.take-away button');
      await page.waitForFunction(() => document.querySelector('.take-away .paste')?.hasAttribute('href'));
      assert.equal(await page.locator('.take-away').evaluate((each) => each.getBoundingClientRect().height), before, `${width} px, ${zoom} %`);
      const small = await page.$$eval('.take-away :is(button, .paste)', (all) => all.map((each) => each.getBoundingClientRect()).filter(({ width: w, height }) => w > 0 && (height < 44 || w < 44)).length);
      assert.equal(small, 0);
      await page.locator('.take-away').screenshot({ path: `build/screenshots/explore-take-${width}-${zoom}.png` });
      const own = await page.locator('.take-away').evaluate((section) => [...section.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + .5).length);
      assert.equal(own, 0, `${width} px, ${zoom} %`);
    }
    // What else the page has is for other tests.
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('main > :not(.take-away), body > :not(main)')) each.remove();
    });
    assert.deepEqual(await page.evaluate(layoutFaults), []);
    await portray(page, `explore-take-${width}`);
    await page.context().close();
  }
});

test('a subject gives way where the mark needs the room, and an id stays within its limit', () => {
  const file = { id: 'x'.repeat(64), draft: { symbol: '', subject: { en: 'ä'.repeat(160) } }, members: [{ code: 'AAA' }], resolution: 'S/RES/1(2000)' };
  const { id, draft } = changedScenario(file, { votes: 'Y', rule: 'unsc', language: 'en', renamed: true, subjectOf: (subject) => `${subject} (mark)` });
  assert.equal([...draft.subject.en].length, 160);
  assert.match(draft.subject.en, /^ä+… \(mark\)$/);
  assert.match(id, /^x{56}-changed$/);
});
