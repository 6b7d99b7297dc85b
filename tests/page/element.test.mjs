// <veto-explainer> in somebody's article: next to nothing until it is asked for, then the frame; and nothing that goes wrong
// in it goes wrong in the article. The articles are those of web/examples.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { faultIn, addressesOf, attributes, posters } from '../../web/element/addresses.js';
import { openSite, shifts } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
/** Every request that the server answered: path, and bytes. @type {[string, number][]} */
let sent = [];
before(async () => { site = await openSite({ onSent: (path, bytes) => sent.push([path, bytes]), effort: 11 }); });
after(() => site.close());

const versioned = readdirSync('build/site').find((file) => /^veto-explainer-\d/.test(file)) ?? '';
/** @param {string} file */
const weighed = (file) => brotliCompressSync(readFileSync(`build/site/${file}`), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Keeps what an article can know of the element: its events and errors. */
function watch() {
  /** @type {[string, any][]} */
  const events = [];
  Object.assign(window, { events });
  for (const type of ['ready', 'change', 'step', 'error']) document.addEventListener(`veto-${type}`, (event) => events.push([type, /** @type {CustomEvent} */ (event).detail]));
}

/**
 * @param {string} name  of an example
 * @param {Parameters<typeof site.page>[0] & { html?: string }} [choices]  with other elements in it
 */
async function article(name, { html, ...choices } = {}) {
  sent = [];
  const route = html === undefined ? choices.route : async (/** @type {Page} */ page) => {
    await page.route(`**/examples/${name}.html`, async (route) => {
      const text = readFileSync(`build/site/examples/${name}.html`, 'utf8').replace(/<veto-explainer[^]*<\/veto-explainer>/, () => html);
      await route.fulfill({ body: text, contentType: 'text/html; charset=utf-8' });
    });
    await choices.route?.(page);
  };
  return site.page({ hash: `examples/${name}.html`, ready: 'veto-explainer:defined', init: watch, viewport: { width: 760, height: 1100 }, ...choices, route });
}
/** What the page of another test has asked for, and is gone, may still be sent: waits until it is. */
async function quiet() {
  for (let many = -1; many < sent.length;) {
    many = sent.length;
    await new Promise((resolve) => { setTimeout(resolve, 2000); });
  }
}
/** @param {Page} page @returns {Promise<[string, any][]>} */
const events = (page) => page.evaluate(() => /** @type {any} */ (window).events);
/** @param {Page} page @param {string} type */
const until = (page, type) => page.waitForFunction((each) => /** @type {any} */ (window).events.some((/** @type {any} */ [name]) => name === each), type);
/** @param {Page} page */
const poster = (page) => page.locator('veto-explainer button img');
/** A tap on the poster, in its own units. @param {Page} page @param {number} x @param {number} y @param {number} width  of the poster */
async function tap(page, x, y, width) {
  const box = await poster(page).boundingBox();
  if (!box) throw new Error('no poster');
  await page.mouse.click(box.x + (x / width) * box.width, box.y + (y / width) * box.width);
}
/** Where the frame's poster of a width has a seat. @param {string} frame @param {number} width @param {number} seat */
function placeOf(frame, width, seat) {
  const html = readFileSync(`build/site/${frame}.html`, 'utf8');
  const seats = new RegExp(`viewBox="0 0 ${width} [^>]*data-seats="([^"]*)"`).exec(html)?.[1].split(',') ?? [];
  const [x, y] = seats[seat].split(' ').map(Number);
  return { x, y };
}

test('an article pays at most 8 KiB before it is asked: the element, a poster, and nothing else', async () => {
  // What it says, it says in six languages.
  assert.ok(weighed(versioned) <= 4.25 * 1024, `${weighed(versioned)} bytes of the element`);
  for (const [width, file] of /** @type {const} */ ([[390, 'dprk-panel-2024-narrow'], [800, 'dprk-panel-2024']])) {
    const page = await article('element', { viewport: { width, height: 1100 } });
    await poster(page).evaluate((image) => /** @type {HTMLImageElement} */ (image).decode());
    await page.waitForTimeout(300);
    const ours = sent.filter(([path]) => !path.startsWith('examples/') && path !== 'favicon.ico');
    assert.deepEqual(ours.map(([path]) => path).sort(), [`posters/${file}.svg`, versioned]);
    const bytes = ours.reduce((sum, [, each]) => sum + each, 0);
    console.log(`An article of ${width} px pays ${bytes} bytes`);
    assert.ok(bytes <= 8 * 1024);
    assert.deepEqual(await shifts(page), []);
    assert.equal(await page.locator('veto-explainer').getByRole('button').count(), 1);
    await page.getByRole('button', { name: 'Why one no outweighs thirteen yeses Change the votes' }).waitFor();
    assert.ok(await page.getByRole('link', { name: 'Why one no outweighs thirteen yeses' }).isVisible());
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test('a tap on a seat of the poster wakes the frame and casts that vote; nothing moves without the reader', async () => {
  for (const [width, units] of [[390, 320], [760, 800]]) {
    const page = await article('element', { viewport: { width, height: 1100 } });
    // Russia sits twelfth.
    const { x, y } = placeOf('embed-dprk-panel-2024', units, 11);
    await poster(page).scrollIntoViewIfNeeded();
    await tap(page, x, y, units);
    await until(page, 'ready');
    const told = await events(page);
    assert.deepEqual(told.map(([type, { outcome, vetoedBy, tally }]) => [type, outcome, vetoedBy, tally.in_favour, tally.abstaining]), [['ready', 'adopted', [], 13, 2]]);
    assert.deepEqual(await page.locator('veto-explainer').evaluate((/** @type {any} */ each) => [each.votes.RUS, each.votes.CHN, each.votes.FRA]), ['abstaining', 'abstaining', 'in_favour']);
    const frame = page.frameLocator('veto-explainer iframe');
    await frame.locator('.chamber.live').waitFor();
    assert.match(await frame.getByRole('status').innerText(), /^Adopted\./);
    const [inside, outside] = [await frame.locator('html').evaluate((root) => Math.ceil(root.getBoundingClientRect().height)), await page.locator('veto-explainer iframe').getAttribute('height')];
    assert.equal(Number(outside), inside);
    assert.deepEqual(await shifts(page), []);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test('by keyboard it wakes, and the keyboard is in the frame then', async () => {
  const page = await article('element');
  await page.getByRole('button', { name: /Change the votes/ }).focus();
  await page.keyboard.press('Enter');
  await until(page, 'ready');
  assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName), 'IFRAME');
  assert.equal(await page.locator('veto-explainer iframe').getAttribute('title'), 'Why one no outweighs thirteen yeses');
  const frame = page.frameLocator('veto-explainer iframe');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await until(page, 'change');
  assert.equal((await events(page)).length, 2);
  assert.match(await frame.getByRole('status').innerText(), /^Not adopted/);
  await page.context().close();
});

test('near the reader it loads by itself and sleeps on; nothing moves', async () => {
  const page = await article('lazy');
  assert.equal(await page.locator('veto-explainer iframe').count(), 0);
  await page.locator('veto-explainer').evaluate((element) => scrollTo(0, element.getBoundingClientRect().top - innerHeight - 300));
  const frame = page.frameLocator('veto-explainer iframe');
  await frame.locator('body.asleep').waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('veto-explainer')?.shadowRoot?.querySelector('iframe')?.height);
  await page.locator('veto-explainer').scrollIntoViewIfNeeded();
  assert.deepEqual([await shifts(page), await events(page)], [[], []]);
  await frame.locator('h1').click();
  await until(page, 'ready');
  await page.context().close();
});

test('several have their own states and share what they are made of', async () => {
  await quiet();
  const page = await article('several');
  const elements = page.locator('veto-explainer');
  // One after the other: two that ask at once are both answered.
  for (const [i, code] of ['RUS', 'RUS', 'USA'].entries()) {
    await elements.nth(i).evaluate((element, member) => /** @type {any} */ (element).setVote(member, 'abstaining'), code);
    await page.frameLocator(`veto-explainer >> nth=${i} >> iframe`).locator('.chamber.live').waitFor();
  }
  await page.waitForFunction(() => /** @type {any} */ (window).events.filter((/** @type {any} */ [name]) => name === 'change').length === 3);
  const told = await elements.evaluateAll((all) => all.map((each) => /** @type {any} */ (each).outcome.outcome));
  assert.deepEqual(told, ['adopted', 'adopted', 'adopted']);
  assert.deepEqual(await elements.evaluateAll((all) => all.map((each) => /** @type {any} */ (each).votes.RUS)), ['abstaining', 'abstaining', 'in_favour']);
  // Asked again, an asset is answered from what the browser keeps.
  const whole = sent.filter(([path, bytes]) => path.startsWith('assets/') && bytes > 0).map(([path]) => path);
  assert.deepEqual(whole.filter((path, i) => whole.indexOf(path) < i), []);
  await page.context().close();
});

test('its methods wake it, in their order, and each is answered', async () => {
  const page = await article('element');
  const element = page.locator('veto-explainer');
  assert.deepEqual(await element.evaluate((each) => [/** @type {any} */ (each).outcome, /** @type {any} */ (each).votes]), [null, null]);
  await element.evaluate((/** @type {any} */ each) => {
    each.setVote('RUS', 'in_favour');
    each.setVote('FRA', 'against');
    each.goTo(2);
  });
  await until(page, 'step');
  const told = await events(page);
  assert.deepEqual(told.map(([type]) => type).filter((type) => type !== 'change'), ['ready', 'step']);
  assert.deepEqual([told.at(-1)?.[1].step, told.at(-1)?.[1].vetoedBy], [2, ['FRA']]);
  await element.evaluate((/** @type {any} */ each) => each.reset());
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('veto-explainer')).votes.FRA === 'in_favour');
  assert.equal(await element.evaluate((/** @type {any} */ each) => each.votes.RUS), 'against');
  await element.evaluate((/** @type {any} */ each) => each.setVote('XYZ', 'against'));
  await until(page, 'error');
  assert.match((await events(page)).at(-1)?.[1].message, /^votes: found XYZ, expected one of GBR, /);
  await page.context().close();
});

test('the article of the host API does what it says', async () => {
  const page = await article('host-api');
  await page.getByRole('button', { name: 'Let Russia abstain' }).click();
  await page.getByRole('status').filter({ hasText: 'Adopted. 13 in favour.' }).first().waitFor();
  await page.getByRole('button', { name: 'As it was' }).click();
  await page.getByRole('status').filter({ hasText: 'Not adopted: vetoed by Russia. 13 in favour.' }).first().waitFor();
  await page.context().close();
});

test('votes that an article gives are marked and not shown until somebody asks', async () => {
  for (const [html, name, outcome] of /** @type {const} */ ([
    [undefined, 'A draft that nobody has voted on Show these votes', /^Not adopted: vetoed by Russia\./],
    ['<veto-explainer scenario="dprk-panel-2024" votes="RUS=abstaining">Another vote</veto-explainer>', 'Another vote Show these votes', /^Adopted\./],
    ['<veto-explainer scenario="dprk-panel-2024" rule="unsc-two-vetoes">Another rule</veto-explainer>', 'Another rule Show these votes', /^Adopted\./],
  ])) {
    const page = await article('year', { html });
    const button = page.getByRole('button', { name, exact: true });
    assert.ok(await page.getByText('Votes given by a link, not a record').isVisible());
    assert.match(await poster(page).getAttribute('src') ?? '', /-blank\.svg$/);
    await button.click({ position: { x: 200, y: 200 } });
    await until(page, 'ready');
    const frame = page.frameLocator('veto-explainer iframe');
    assert.match(await frame.getByRole('status').innerText(), outcome);
    // A rule alone changes no vote: the frame says by which the record is decided.
    assert.ok(await frame.getByText(html?.includes('rule=') ? 'Decided by another rule: Two vetoes to block.' : 'Votes given by a link, not a record').isVisible());
    if (html === undefined) {
      assert.equal(await frame.locator('h1').innerText(), 'A draft that nobody has voted on');
      assert.ok(await frame.getByText('Source: made up, for this example').isVisible());
      assert.ok(await frame.getByText('Added by the publisher').isVisible());
    }
    assert.deepEqual((await events(page)).filter(([type]) => type === 'error'), []);
    await page.context().close();
  }
});

test('what is wrong with an attribute is named, and the link stays', async () => {
  for (const [attributes, reason] of /** @type {const} */ ([
    ['scenario="../../elsewhere"', /scenario is “..\/..\/elsewhere”, expected something like “dprk-panel-2024”/],
    ['council="last year"', /council is “last year”/],
    ['votes="RUS=maybe"', /votes is “RUS=maybe”, expected something like “RUS=against CHN=abstaining”/],
    ['theme="<b>blue</b>"', /theme is “<b>blue<\/b>”, expected something like “auto, light, dark”/],
    ['site="javascript:alert(1)"', /site is “javascript:alert\(1\)”/],
    ['site="http://["', /site is “http:\/\/\[”/],
    [`votes="${'x'.repeat(10240)}"`, /votes is “x{80}”/],
  ])) {
    const page = await article('element', { html: `<veto-explainer ${attributes}><a href="../vote-dprk-panel-2024.html">The vote</a></veto-explainer>` });
    await page.getByText(reason).waitFor();
    assert.ok(await page.getByRole('link', { name: 'The vote' }).isVisible());
    assert.equal(await page.locator('veto-explainer').getByRole('button').count() + await page.locator('veto-explainer iframe, b:text-is("blue")').count(), 0);
    assert.match((await events(page))[0][1].message, reason);
    // Set right, it begins anew.
    await page.locator('veto-explainer').evaluate((element) => { for (const name of ['scenario', 'council', 'votes', 'theme', 'site']) element.removeAttribute(name); });
    await page.getByRole('button', { name: 'The vote Change the votes' }).waitFor();
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test('in an article of another language its words say which, and run as that language does', async () => {
  const page = await article('element', { html: '<veto-explainer lang="ar"></veto-explainer><veto-explainer></veto-explainer>' });
  await page.getByRole('button').nth(1).waitFor();
  assert.deepEqual(await page.locator('veto-explainer').evaluateAll((all) => all.map(({ shadowRoot }) => {
    const words = /** @type {Element} */ (shadowRoot?.querySelector('button span'));
    return [words.closest('[lang]')?.getAttribute('lang'), getComputedStyle(words).direction];
  })), [['ar', 'rtl'], ['en', 'ltr']]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('what only the frame can know to be wrong, it tells', async () => {
  for (const [html, reason] of /** @type {const} */ ([
    ['<veto-explainer council="1899" votes="RUS=against"></veto-explainer>', /its year \(c\) is “1899”, expected one from 1946 to 2027/],
    ['<veto-explainer council="2026" votes="RUS=against CHN=abstaining"></veto-explainer>', /its votes are “RUS=against CHN=abstaining”, expected each of the 15 members once/],
    ['<veto-explainer council="1950" votes="RUS=against"></veto-explainer>', /expected each of the 11 members once/],
    [`<veto-explainer council="2026" caption="${'x'.repeat(10240)}" votes="RUS=against"></veto-explainer>`, /its title \(t\) has 10240 characters/],
    ['<veto-explainer scenario="dprk-panel-2024" votes="XYZ=against"></veto-explainer>', /This link does not fit the vote, so the recorded one is shown\./],
  ])) {
    const page = await article('element', { html });
    await page.getByRole('button').click();
    await page.frameLocator('veto-explainer iframe').getByText(reason).waitFor();
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test('where the frame cannot be had, the poster, the link and the reason stay', async () => {
  for (const route of /** @type {((page: Page) => Promise<any>)[]} */ ([
    (page) => page.route('**/embed-*.html', (each) => each.abort('internetdisconnected')),
    (page) => page.route('**/embed-*.html', (each) => each.fulfill({ status: 404, contentType: 'text/html', body: '<script>parent.postMessage(null, "*")</script>Gone' })),
  ])) {
    const page = await article('element', { route });
    await page.getByRole('button').click();
    await until(page, 'error');
    await page.getByText('The interactive picture could not be loaded. This picture stays as it is.').waitFor();
    assert.ok(await poster(page).isVisible());
    assert.ok(await page.getByRole('link', { name: /Why one no/ }).isVisible());
    assert.equal(await page.locator('veto-explainer iframe').count(), 0);
    await page.unrouteAll();
    await page.getByRole('button').click();
    await until(page, 'ready');
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test('it hears its own frame alone, and nothing malformed', async () => {
  const page = await article('element');
  await page.getByRole('button').click({ position: { x: 5, y: 5 } });
  await until(page, 'ready');
  const height = () => page.locator('veto-explainer iframe').getAttribute('height');
  const before = [await height(), await events(page)];
  // From the article itself, and from its own frame.
  await page.evaluate(() => { for (const data of [{ veto: 1, type: 'height', height: 5000 }, { veto: 1, type: 'error', message: 'forged' }, null, '']) window.postMessage(data, '*'); });
  const frame = await (await page.locator('veto-explainer iframe').elementHandle())?.contentFrame();
  await frame?.evaluate(() => {
    for (const height of [null, 'high', -1, 0, Infinity, NaN, 1e9, {}]) parent.postMessage({ veto: 1, type: 'height', height }, '*');
    for (const data of [null, undefined, '', 7, [], { veto: 2, type: 'error' }, { veto: 1 }, { veto: 1, type: 'constructor' }, { type: 'error' }]) parent.postMessage(data, '*');
  });
  await page.waitForTimeout(200);
  assert.deepEqual([await height(), await events(page)], before);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('removed and put back it begins anew, and nothing of it is left behind', async () => {
  const page = await article('element');
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const counted = async () => {
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    return Object.fromEntries(metrics.filter(({ name }) => ['JSEventListeners', 'Nodes', 'Frames', 'Documents'].includes(name)).map(({ name, value }) => [name, value]));
  };
  const again = () => page.locator('veto-explainer').evaluate((element) => {
    const place = element.parentElement;
    element.remove();
    place?.append(element);
  });
  const wake = async () => {
    await page.getByRole('button').click({ position: { x: 5, y: 5 } });
    await page.frameLocator('veto-explainer iframe').locator('.chamber.live').waitFor();
  };
  await wake();
  await again();
  const first = await counted();
  for (let i = 0; i < 3; ++i) {
    await wake();
    await again();
  }
  assert.equal(await page.locator('veto-explainer').evaluate((/** @type {any} */ each) => each.outcome), null);
  await page.waitForTimeout(300);
  const last = await counted();
  for (const [name, value] of Object.entries(last)) assert.ok(value <= first[name] + 2, `${name}: ${first[name]}, then ${value}`);
  await page.context().close();
});

test('twenty on a page: one download of each asset, few contexts, none of them blank', async () => {
  await quiet();
  const page = await article('twenty', { init: undefined });
  await page.waitForTimeout(300);
  assert.deepEqual(sent.filter(([path, bytes]) => !path.startsWith('examples/') && bytes > 0).map(([path]) => path).filter((path) => path !== 'favicon.ico').sort(), ['posters/dprk-panel-2024.svg', versioned]);
  for (let i = 0; i < 20; ++i) {
    await page.getByRole('button').first().scrollIntoViewIfNeeded();
    await page.getByRole('button').first().click({ position: { x: 5, y: 5 } });
    await page.frameLocator(`veto-explainer >> nth=${i} >> iframe`).locator('.chamber.live').waitFor();
  }
  const whole = sent.filter(([path, bytes]) => path.startsWith('assets/') && bytes > 0).map(([path]) => path);
  assert.deepEqual(whole.filter((path, i) => whole.indexOf(path) < i), []);
  await page.waitForTimeout(1500);
  const frames = page.frames().filter((frame) => frame.url().includes('embed-'));
  assert.equal(frames.length, 20);
  const alive = () => Promise.all(frames.map((frame) => frame.evaluate(() => !document.querySelector('canvas')?.getContext('webgl')?.isContextLost())));
  const most = (await alive()).filter(Boolean).length;
  assert.ok(most <= 3, `${most} contexts for what is in sight`);
  // Back at the first, it draws again; and no frame is asked for while nothing happens.
  await page.locator('veto-explainer').first().scrollIntoViewIfNeeded();
  await frames[0].waitForFunction(() => document.querySelector('.chamber.live:not(.in-picture)'));
  assert.ok((await alive())[0]);
  assert.equal(await frames[0].locator('body.full').count(), 0, 'resting is no reason to show the list');
  assert.deepEqual(await Promise.all(frames.map((frame) => frame.evaluate(() => new Promise((resolve) => {
    let asked = 0;
    const ask = requestAnimationFrame;
    window.requestAnimationFrame = (callback) => ask(callback) + (asked += 1) * 0;
    setTimeout(() => resolve(asked), 500);
  })))), frames.map(() => 0));
  await page.context().close();
});

test('every example shows what it is about, and throws nothing', async () => {
  for (const name of readdirSync('web/examples').filter((file) => file.endsWith('.html') && !/^(index|twenty)/.test(file)).map((file) => file.replace('.html', ''))) {
    /** @type {string[]} */
    const complaints = [];
    const page = await site.page({ hash: `examples/${name}.html`, ready: 'veto-explainer:defined, iframe, img', viewport: { width: 700, height: 1000 }, route: async (each) => {
      each.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    } });
    const frame = page.frameLocator('iframe').first();
    if (await page.locator('veto-explainer').count() > 0) await page.getByRole('button').filter({ hasText: /votes$/ }).first().click({ position: { x: 5, y: 5 } });
    if (await page.locator('veto-explainer, iframe').count() > 0) {
      // The server of these tests does not let sandboxed pages load anything.
      if (!['sandbox', 'wordpress'].includes(name)) {
        if (await page.locator('veto-explainer').count() === 0) await frame.locator('h1').click();
        await frame.locator('.chamber.live').waitFor();
      }
      await frame.getByRole('status').first().waitFor();
    }
    assert.ok((await page.locator('a[href^="../vote"], iframe[title], veto-explainer').count()) > 0);
    if (!['sandbox', 'wordpress'].includes(name)) assert.deepEqual(complaints.filter((each) => !/favicon/.test(each)), [], name);
    assert.deepEqual(page.errors, [], name);
    await page.context().close();
  }
});

test('room is kept for posters of the size that the core gives them', () => {
  // Plots are as high as they have to be.
  for (const file of readdirSync('build/site/posters').filter((each) => !/^(power|vetoes)\b/.test(each))) {
    const { width, height } = posters[file.includes('-narrow') ? 0 : 1];
    assert.ok(readFileSync(`build/site/posters/${file}`, 'utf8').includes(` width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`), file);
  }
});

test('attributes become a link and a poster; each kind of value is checked', () => {
  const of = (/** @type {Record<string, string>} */ given) => (/** @type {string} */ name) => given[name] ?? null;
  const { frame, link, poster: file, given } = addressesOf(of({ scenario: 'gaza-2024', theme: 'dark', accent: '#005689' }), 'dprk-panel-2024');
  assert.deepEqual([frame, String(link), file, given], ['embed-gaza-2024', 'theme=dark&accent=%23005689', 'posters/gaza-2024', false]);
  const year = addressesOf(of({ council: '2026', votes: 'RUS=against', caption: 'A & B', date: '2026-04-07', scenario: 'gaza-2024' }), 'dprk-panel-2024');
  assert.deepEqual([year.frame, String(year.link), year.poster, year.given], ['embed', 'c=2026&votes=RUS%3Dagainst&d=2026-04-07&t=A+%26+B', 'posters/council-2026-blank', true]);
  assert.equal(addressesOf(of({}), 'dprk-panel-2024').poster, 'posters/dprk-panel-2024');
  const lesson = addressesOf(of({ lesson: 'veto', step: '3', scenario: 'gaza-2024' }), 'dprk-panel-2024');
  assert.deepEqual([lesson.frame, String(lesson.link), lesson.poster, lesson.given], ['embed-lesson-veto', 'step=3', 'posters/lesson-veto', false]);
  assert.equal(faultIn(of({ lesson: '../x' }))?.name, 'lesson');
  assert.equal(faultIn(of({})), undefined);
  for (const [name, value] of [['step', '-1'], ['date', '1 May'], ['size', 'big'], ['loading', 'eager'], ['font', 'Comic'], ['corrected', 'today']]) {
    assert.equal(faultIn(of({ [name]: value }))?.name, name);
  }
  // README's table and the types know all of them.
  const readme = readFileSync('README.md', 'utf8');
  for (const name of attributes) assert.ok(readme.includes(`\`${name}\``), `README names no attribute ${name}`);
});
