// A reader's own file on the page to explore: the Library's record or a scenario, opened from disk, told, found by the
// search, seated in the chamber; what is wrong with it is said as the command says it. With VETO_RECORD, the CSV of the UN
// Digital Library's record 4055387, the whole record is opened, too.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { openAnalysis } from '../../web/page/modules/analysis-module.js';
import { letters } from '../../web/page/modules/border.js';
import { openCouncil } from '../../web/page/modules/council.js';
import { seatCouncil } from '../../web/page/modules/councils.js';
import { linkTo, scenarioOf, subjectOf } from '../../web/page/modules/resolution.js';
import { linkOfCouncil } from '../../web/page/parts/seated.js';
import { frames, holdBack, layoutFaults, openSite, portray, shifts, still } from './browser.mjs';

const record = process.env.VETO_RECORD;
const small = 'tests/fixtures/csv/whole_layout.csv';
const councils = JSON.parse(readFileSync('web/content/councils.json', 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'desk-'));

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** @typedef {Awaited<ReturnType<(typeof site)['page']>>} Page */

/** A page whose reader has got to the section. @param {string} [hash] @param {object} [context] */
async function open(hash = '', context = {}) {
  const page = await site.page({ hash: `explore.html${hash}`, viewport: { width: 1280, height: 900 }, ...context });
  await page.locator('.own-desk').scrollIntoViewIfNeeded();
  await page.waitForSelector('.own-desk [type=file]:enabled', { state: 'attached' });
  return page;
}
/** Chooses a file, and answers with what the page says of it. @param {Page} page @param {Parameters<Page['setInputFiles']>[1]} file */
async function choose(page, file) {
  await page.locator('.own-desk .said').evaluate((said) => said.replaceChildren());
  await page.setInputFiles('.own-desk [type=file]', file);
  return said(page);
}
/** @param {Page} page */
async function said(page) {
  await page.waitForFunction(() => document.querySelector('.own-desk .said p'));
  return page.locator('.own-desk .said p').first().innerText();
}
/**
 * Drops something; answers whether the page has taken dragging and dropping upon itself.
 * @param {Page} page
 * @param {{ files?: { name: string, text: string }[], plain?: string }} what
 * @param {string} [place]
 */
async function drop(page, { files = [], plain = '' }, place = '.own-desk .hint') {
  await page.locator('.own-desk .said').evaluate((said) => said.replaceChildren());
  return page.evaluate(({ files, plain, place }) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of files) dataTransfer.items.add(new File([text], name));
    if (plain) dataTransfer.setData('text/plain', plain);
    const target = /** @type {Element} */ (document.querySelector(place));
    const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
    const dropped = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    return [over, dropped].map((event) => !target.dispatchEvent(event));
  }, { files, plain, place });
}
/** What the command says is wrong with a file. @param {string[]} options @param {string} cwd */
const faultsOf = (options, cwd) => spawnSync(resolve('build/council'), options, { cwd, encoding: 'utf8' }).stderr.split('\n')
  .flatMap((line) => {
    const [, at, column, field = '', found, expected] = /^[^:]+:(\d+):(\d+): (?:([$\w.[\]]+): )?found (.*), expected (.*)$/.exec(line) ?? [];
    return at ? [`Line ${at}, column ${column}${field && `, ${field}`}: found ${found}, expected ${expected}`] : [];
  });
/** @param {Page} page @param {string} member */
const voteOf = (page, member) => page.getByRole('group', { name: new RegExp(`^${member}`) }).locator('input:checked').evaluate((input) => input.parentElement?.innerText);
/** @param {Page} page */
const heading = (page) => page.locator('#vote-heading').innerText();

/** Symbols of the decisions on procedure that the page names. @param {Page} page */
const proceduralIn = (page) => page.$$eval('.procedural li', (rows) => rows.map((row) => row.textContent?.split(' · ')[1]));

test('a record is decided again, told in figures, and joins the search; what is found opens with the votes of the file', async () => {
  const page = await open();
  const before = page.url();
  await still(page);
  await shifts(page);
  assert.equal(await choose(page, small), 'whole_layout.csv: 6 resolutions, and the rule agrees with every one.');
  const { resolutions, agree, disagree, without_vote } = JSON.parse(spawnSync('build/council', ['replay', small, '--json'], { encoding: 'utf8' }).stdout);
  assert.deepEqual((await page.locator('.own-desk .said dd').allInnerTexts()).map(Number), [resolutions, agree, disagree, without_vote, 0]);
  // What was decided on procedure is named.
  assert.match(await page.locator('.procedural summary').innerText(), /ten such resolutions/);
  assert.deepEqual(await proceduralIn(page), ['S/RES/87(1950)', 'S/RES/2623(2022)']);
  await page.waitForFunction(() => /rule agrees with every one/.test(document.querySelector('.announcer')?.textContent ?? ''));
  await page.waitForSelector('.in-file');
  assert.equal(await page.locator('.in-file h3').innerText(), 'In your file: 6');
  assert.deepEqual(await shifts(page), []);
  assert.equal(page.url(), before);
  // More on demand: five are shown at first, and the keyboard goes on where they end.
  assert.equal(await page.locator('.in-file .row').count(), 5);
  await page.getByRole('button', { name: '1 more in your file' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.in-file .row').length === 6);
  assert.ok(await page.locator('.in-file .row').nth(5).evaluate((row) => row === document.activeElement));

  await page.getByRole('searchbox').fill('S/RES/344');
  await page.waitForFunction(() => document.querySelector('.in-file h3')?.textContent === 'In your file: 1');
  const row = page.locator('.in-file .row');
  assert.match(await row.innerText(), /15 December 1973\s+adopted, no permanent member in favour\s+S\/RES\/344\(1973\)/);
  await row.click();
  await page.waitForFunction(() => /1973/.test(document.querySelector('#symbol')?.textContent ?? ''));
  assert.equal(await page.locator('.mark').innerText(), 'From your own file');
  const rows = readFileSync(small, 'utf8').split('\n').filter((line) => line.includes('S/RES/344(1973)')).map((line) => line.split(','));
  const told = await page.$$eval('.controls fieldset', (groups) => groups.map((group) => {
    const input = /** @type {HTMLInputElement} */ (group.querySelector('input:checked'));
    return `${input.name} ${input.value}`;
  }));
  assert.deepEqual(told.sort(), rows.map((cells) => `${cells[1]} ${cells[4]}`).sort());
  assert.equal(await page.locator('.in-file [aria-current]').count(), 1);
  assert.match(page.url(), /#c=1973&v=[YNAX]{15}&t=[^&]+&d=1973-12-15&q=S%2FRES%2F344$/);
  // Whoever has no file opens the same votes by that link.
  const other = await open(new URL(page.url()).hash);
  await other.waitForFunction(() => document.querySelector('.mark.marked'));
  assert.equal(await other.locator('.mark').innerText(), 'Votes given by a link, not a record');
  assert.deepEqual((await other.$$eval('.controls fieldset', (groups) => groups.map((group) => {
    const input = /** @type {HTMLInputElement} */ (group.querySelector('input:checked'));
    return `${input.name} ${input.value}`;
  }))).sort(), told);
  await other.close();
  // A vote of the page's takes its place, and Back returns.
  await page.goBack();
  await page.waitForFunction(() => !document.querySelector('.mark.marked'));
  assert.equal(await page.locator('.in-file [aria-current]').count(), 0);
  assert.equal(await page.locator('.controls input[name=MOZ]').count() > 0, true);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('what no link can tell leaves the address as it was, cannot be copied, and Back returns from it', async () => {
  const page = await open('#s=gaza-2024');
  await page.waitForFunction(() => /United States/.test(document.querySelector('[role=status]')?.textContent ?? ''));
  const before = await heading(page);
  await choose(page, small);
  await page.getByRole('searchbox').fill('without');
  await page.getByRole('searchbox').fill('');
  const row = page.locator('.in-file .row', { hasText: 'adopted without a vote' }).first();
  while (!await row.count()) await page.locator('.in-file .rest button').click();
  await row.click();
  await page.waitForFunction(() => document.querySelector('.mark.marked'));
  assert.match(page.url(), /#s=gaza-2024$/);
  assert.ok(await page.locator('.copy button').isDisabled());
  assert.match(await page.getByRole('status').first().innerText(), /^Adopted/);
  await page.goBack();
  await page.waitForFunction((text) => document.querySelector('#vote-heading')?.textContent === text, before);
  assert.ok(await page.locator('.copy button').isEnabled());
  // The list's own link to it leads there, too.
  await row.click();
  await page.waitForFunction(() => document.querySelector('.mark.marked'));
  await page.locator('.votes a[href^="#s=gaza-2024"]').first().click();
  await page.waitForFunction((text) => document.querySelector('#vote-heading')?.textContent === text, before);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('filters keep of the file what they keep of the page', async () => {
  const page = await open();
  await choose(page, small);
  const count = (/** @type {number} */ n) => page.waitForFunction((text) => document.querySelector('.in-file h3')?.textContent === text, `In your file: ${n}`);
  const rows = readFileSync(small, 'utf8').matchAll(/,(\d{4})-\d\d-\d\d,(S\/RES\/\d+\(\d+\))/g);
  const years = new Map([...rows].map(([, year, symbol]) => [symbol, Number(year)]));
  const old = [...years.values()].filter((year) => year < 1966).length;
  await page.getByRole('radio', { name: /^1946–65/ }).check();
  await count(old);
  await page.getByRole('radio', { name: /^since 1966/ }).check();
  await count(6 - old);
  await page.getByRole('radio', { name: /^Vetoed/ }).check();
  await count(0);
  for (const name of ['Any', 'All']) await page.getByRole('radio', { name: new RegExp(`^${name} `) }).check();
  // Who sat is found by what it was called on the day: Upper Volta until August 1984, Burkina Faso from then on.
  const [header] = readFileSync(small, 'utf8').split('\n');
  const file = join(folder, 'renamed.csv');
  writeFileSync(file, [header, ...[['1984-08-17', 'S/RES/554(1984)'], ['1984-06-15', 'S/RES/553(1984)'], ['1984-01-06', 'S/RES/546(1984)']].flatMap(([day, symbol]) =>
    councils.councils[1984].split(' ').map((/** @type {string} */ code) =>
      `,${code},,${councils.permanent.includes(code) ? 'True' : 'False'},Y,${day},${symbol},,,,,,,RECORDED,15,0,0,0,15,`))].join('\n'));
  assert.equal(await choose(page, file), 'renamed.csv: 3 resolutions, and the rule agrees with every one.');
  for (const [name, n] of /** @type {const} */ ([['Upper Volta', 2], ['Burkina Faso', 1], ['Zimbabwe', 3]])) {
    await page.getByRole('searchbox').fill(name);
    await count(n);
  }
  await page.close();
});

test('every broken file is told by line, column, what was found and expected, and nothing is lost', async () => {
  const page = await open();
  await choose(page, small);
  const vote = await heading(page);
  for (const skipping of [true, false]) {
    await page.getByLabel('Leave out resolutions at fault').setChecked(skipping);
    for (const name of readdirSync('tests/fixtures/csv')) {
      const options = ['replay', name, ...skipping ? ['--skip-bad'] : []];
      const faults = faultsOf(options, 'tests/fixtures/csv');
      await choose(page, `tests/fixtures/csv/${name}`);
      assert.deepEqual(await page.locator('.own-desk .said .faults li').allInnerTexts(), faults.slice(0, 20).map((text) => text.replace(/ +/g, ' ')), `${name}, ${skipping}`);
    }
  }
  const scenarios = readdirSync('tests/fixtures/scenarios').filter((name) => name.endsWith('.json'));
  assert.ok(scenarios.length > 15);
  for (const name of scenarios) {
    assert.equal(await choose(page, `tests/fixtures/scenarios/${name}`), `${name} is not a scenario yet. What was here stays.`);
    assert.deepEqual(await page.locator('.own-desk .said .faults li').allInnerTexts(), faultsOf(['check', name], 'tests/fixtures/scenarios').map((text) => text.replace(/ +/g, ' ')), name);
  }
  assert.equal(await heading(page), vote);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('a scenario sits in the chamber, by its own rule, too', async () => {
  const page = await open('', { viewport: { width: 390, height: 800 } });
  assert.equal(await choose(page, 'tests/fixtures/scenarios/good/own_rule.json'), 'own_rule.json is in order, and sits in the chamber.');
  const { draft, members } = JSON.parse(readFileSync('tests/fixtures/scenarios/good/own_rule.json', 'utf8'));
  assert.equal(await heading(page), draft.subject.en);
  assert.equal(await page.locator('.controls fieldset').count(), members.length);
  assert.equal(await page.locator('.mark').innerText(), 'From your own file');
  assert.ok(await page.evaluate(() => document.activeElement?.id === 'vote-heading'));
  assert.equal(await choose(page, 'web/content/scenarios/gaza-2024.json'), 'gaza-2024.json is in order, and sits in the chamber.');
  assert.match(page.url(), /#c=2024&v=/);
  // A file's members sit in its order, and a proposal's link has the votes in that of the Council it names.
  await page.locator('.rules').scrollIntoViewIfNeeded();
  await page.locator('[data-rule=g4-2005] .told', { hasText: /./ }).waitFor();
  await page.locator('.compare').scrollIntoViewIfNeeded();
  await page.locator('[data-rule=g4-2005] .beside').click();
  await page.waitForSelector('.heads .told');
  const cast = JSON.parse(readFileSync('web/content/scenarios/gaza-2024.json', 'utf8')).votes;
  assert.equal(/with=2024:g4-2005:([YNAX]{15})X{10}/.exec(page.url())?.[1], councils.councils[2024].split(' ').map((/** @type {string} */ code) => letters[cast[code]]).join(''));
  // By another rule it is the same file; with another vote it is not.
  await page.locator('[data-rule=unsc-no-veto] label').click();
  await page.waitForFunction(() => /&rule=unsc-no-veto/.test(location.hash));
  assert.equal(await page.locator('.mark').innerText(), 'From your own file');
  await page.getByRole('group', { name: /^France/ }).getByRole('radio', { name: 'Against' }).check();
  assert.equal(await page.locator('.mark').innerText(), 'Votes as a reader set them, not the record');
  await page.locator('.own-desk').scrollIntoViewIfNeeded();
  // What else the page has is for other tests.
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('main > :not(.own-desk), body > :not(main)')) each.remove();
  });
  await choose(page, 'tests/fixtures/scenarios/unknown_rule.json');
  for (const zoom of ['100%', '200%']) {
    await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, zoom);
    assert.deepEqual(await page.evaluate(layoutFaults), [], zoom);
    await portray(page, `explore-desk-390-${parseInt(zoom, 10)}`);
  }
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('what is no such file gets a sentence that helps, and nothing is lost', async () => {
  const page = await open();
  await choose(page, small);
  await page.waitForSelector('.in-file');
  const vote = await heading(page);
  writeFileSync(join(folder, 'table.csv'), 'PK\u0003\u0004\0\0');
  assert.match(await choose(page, join(folder, 'table.csv')), /^table\.csv is no text\./);
  const huge = join(folder, 'huge.csv');
  writeFileSync(huge, Buffer.alloc(200_000_000, 'a'));
  assert.match(await choose(page, huge), /^huge\.csv has 200 MB, and at most 67\.1 MB are read\./);
  const gone = join(folder, 'gone.csv');
  writeFileSync(gone, readFileSync(small));
  await page.evaluate(() => {
    // Chosen, and away before it is read.
    document.querySelector('.own-desk [type=file]')?.addEventListener('change', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
  });
  await page.setInputFiles('.own-desk [type=file]', gone);
  rmSync(gone);
  await page.locator('.own-desk .said').evaluate((place) => place.replaceChildren());
  await page.locator('.own-desk [type=file]').evaluate((input) => input.dispatchEvent(new Event('change')));
  assert.match(await said(page), /^gone\.csv cannot be read any more\./);

  const text = readFileSync(small, 'utf8');
  const files = [{ name: 'one.csv', text }];
  assert.deepEqual(await drop(page, { files: Array(10).fill(files[0]) }), [true, true]);
  assert.equal(await said(page), 'Those were 10 files. One at a time can be opened.');
  await drop(page, { plain: 'Hello' });
  assert.match(await said(page), /^That was no file\./);
  await drop(page, { files });
  assert.match(await said(page), /^one\.csv: 6 resolutions/);
  // Beside its place a file opens nothing, and above all not instead of the page; text goes wherever it may.
  assert.deepEqual(await drop(page, { files }, 'h1'), [true, true]);
  assert.deepEqual(await drop(page, { plain: 'Hello' }, 'h1'), [false, false]);
  assert.equal(await heading(page), vote);
  assert.equal(await page.locator('.in-file h3').innerText(), 'In your file: 6');
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('by keyboard, the button opens the system’s own choice of files', async () => {
  const page = await open();
  // The driver is to be ready for the system's window before it is asked for.
  const chosen = page.waitForEvent('filechooser');
  await frames(page);
  await page.getByLabel('Open a file').focus();
  await page.keyboard.press('Enter');
  await (await chosen).setFiles(small);
  assert.match(await said(page), /6 resolutions/);
  await page.close();
});

test('a folder is named as what it is', async () => {
  const page = await open();
  await page.evaluate(() => {
    const transfer = { files: [new File([], 'papers')], items: [{ webkitGetAsEntry: () => ({ isDirectory: true, name: 'papers' }) }], types: ['Files'] };
    const event = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: transfer });
    document.querySelector('.own-desk')?.dispatchEvent(event);
  });
  assert.equal(await said(page), 'papers is a folder. Open it, and drop the file.');
  await page.close();
});

test('what takes long shows how far it is, and ends on demand; the keyboard is where it began', async () => {
  const { release, route } = holdBack('**/analysis-*.wasm');
  const page = await open('', { route });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setInputFiles('.own-desk [type=file]', small);
  await page.waitForSelector('.reading:not([hidden])');
  assert.match(await page.locator('#reading').innerText(), /^whole_layout\.csv: 0% of 0 MB$/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), height, 'nothing moves');
  await page.getByRole('button', { name: 'Cancel' }).click();
  assert.equal(await said(page), 'whole_layout.csv is no longer read. What was here stays.');
  assert.ok(await page.locator('.reading').isHidden());
  assert.ok(await page.evaluate(() => document.activeElement?.matches('.own-desk [type=file]')));
  release();
  assert.match(await choose(page, small), /6 resolutions/);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('a resolution becomes the scenario that the Council of its day would have, or what the file has', () => {
  assert.equal(subjectOf({ symbol: 'S/RES/9(1946)', title: '' }), 'S/RES/9(1946)');
  assert.equal(subjectOf({ symbol: '', title: 'Security Council resolution 501 (1982) [on UNIFIL]' }), 'On UNIFIL');
  assert.equal([...subjectOf({ symbol: '', title: `Security Council resolution 1 (1946) [${'a'.repeat(400)}]` })].length, 160);
  const codes = councils.councils[1973].split(' ').reverse();
  const resolution = /** @type {any} */ ({ symbol: 'S/RES/344(1973)', date: '1973-12-15', title: 'On peace', draft: '', rule: 'unsc', outcome: 'adopted', reason: 'majority',
    members: codes.map((/** @type {string} */ code) => ({ code, permanent: councils.permanent.includes(code) })), votes: 'YNAXYYYYYYYYYYY' });
  const scenario = scenarioOf(councils, resolution);
  assert.equal(scenario.members.map(({ code }) => code).join(' '), councils.councils[1973]);
  codes.forEach((/** @type {string} */ code, /** @type {number} */ seat) => assert.equal(letters[scenario.votes?.[code] ?? ''], resolution.votes[seat]));
  assert.equal(String(linkTo(councils, scenario)), 'c=1973&d=1973-12-15&t=On+peace');
  assert.equal(scenario.id, 'record-s-res-344-1973');
  const strange = scenarioOf(councils, { ...resolution, members: [{ code: 'QQQ', permanent: false }, ...resolution.members.slice(1)] });
  assert.deepEqual(strange.members[0], { code: 'QQQ', name: { en: 'QQQ' }, permanent: false });
  assert.equal(linkTo(councils, strange), undefined);
  assert.equal(linkTo(councils, scenarioOf(councils, { ...resolution, reason: 'without_vote' })), undefined);
});

test('every resolution of the file, as a scenario, comes out in the chamber as in the record', async () => {
  const moduleOf = (/** @type {string} */ name) => `data:application/wasm;base64,${readFileSync(`build/wasm/web/${name}.wasm`).toString('base64')}`;
  const { read, finish } = (await openAnalysis(moduleOf('analysis'))).record({ skipBad: true });
  const resolutions = [...read(readFileSync(record ?? small)), finish()].flatMap(({ decided }) => decided);
  const council = await openCouncil({ moduleUrl: moduleOf('council'), words: readFileSync('web/content/strings/en.json', 'utf8'), scenario: readFileSync('web/content/scenarios/dprk-panel-2024.json', 'utf8') });
  let linked = 0;
  for (const resolution of resolutions) {
    const scenario = scenarioOf(councils, resolution);
    council.open(JSON.stringify(scenario));
    const { outcome, reason, tally } = council.told('outcome');
    assert.deepEqual([outcome, reason], [resolution.outcome, resolution.reason], resolution.symbol);
    if (reason === 'without_vote') continue;
    assert.deepEqual(Object.entries(letters).map(([way]) => /** @type {any} */ (tally)[way]), Object.values(letters).map((letter) => resolution.votes.split(letter).length - 1), resolution.symbol);
    // By its link, the year's Council votes the same.
    const link = linkTo(councils, scenario);
    if (!link) continue;
    linked += 1;
    const told = new URLSearchParams(linkOfCouncil(/** @type {any} */ (scenario), link)(council.told('link')));
    const seated = seatCouncil(councils, told, '');
    assert.deepEqual([seated.votes, seated.date, told.get('rule') ?? seated.rule], [scenario.votes, scenario.date, scenario.rule], resolution.symbol);
    assert.deepEqual(seated.members, scenario.members);
  }
  assert.ok(resolutions.length >= 6 && linked >= 5);
  if (record) console.log(`${linked} of ${resolutions.length} resolutions have a link`);
});

test('the whole record: its verdict, no long task, and any resolution', { skip: !record }, async () => {
  assert.ok(existsSync(String(record)));
  const page = await open();
  await still(page);
  await page.evaluate(() => {
    const any = /** @type {any} */ (window);
    any.tasks = [];
    new PerformanceObserver((list) => any.tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ type: 'longtask' });
    document.querySelector('.own-desk [type=file]')?.addEventListener('change', () => { any.chosen = performance.now(); }, { capture: true });
    new MutationObserver(() => { if (!document.querySelector('.reading')?.hasAttribute('hidden')) any.shown ??= performance.now() - any.chosen; }).observe(/** @type {Node} */ (document.querySelector('.reading')), { attributes: true });
    new MutationObserver(() => { any.told = performance.now() - any.chosen; }).observe(/** @type {Node} */ (document.querySelector('.own-desk .said')), { childList: true });
  });
  assert.match(await choose(page, String(record)), /: [2-9],\d{3} resolutions, and the rule agrees with every one\.$/);
  await page.waitForSelector('.in-file');
  await page.getByRole('searchbox').fill('S/RES/344(1973)');
  await page.waitForFunction(() => document.querySelector('.in-file h3')?.textContent === 'In your file: 1');
  const { tasks, shown, told } = await page.evaluate(() => {
    const any = /** @type {any} */ (window);
    return { tasks: any.tasks, shown: any.shown, told: any.told };
  });
  console.log(`verdict after ${Math.round(told)} ms, progress ${shown ? `after ${Math.round(shown)} ms` : 'not needed'}, long tasks: ${tasks.join(', ') || 'none'}`);
  assert.deepEqual(tasks, []);
  const known = readFileSync('core/procedural.h', 'utf8').matchAll(/ProceduralDecision\{"([^"]+)"/g);
  assert.deepEqual((await proceduralIn(page)).sort(), [...known].map(([, symbol]) => symbol).sort());
  await page.locator('.procedural summary').click();
  await page.locator('.procedural li button', { hasText: 'S/RES/2623(2022)' }).click();
  await page.waitForFunction(() => /S\/RES\/2623/.test(document.querySelector('#symbol')?.textContent ?? ''));
  assert.match(await page.getByRole('status').innerText(), /^Adopted/);
  await page.locator('.in-file .row').click();
  await page.waitForFunction(() => /S\/RES\/344/.test(document.querySelector('#symbol')?.textContent ?? ''));
  assert.deepEqual([await voteOf(page, 'China'), await voteOf(page, 'France'), await voteOf(page, 'India')], ['Not participating', 'Abstaining', 'In favour']);
  await portray(page, 'explore-desk-1280');
  await page.close();
});
