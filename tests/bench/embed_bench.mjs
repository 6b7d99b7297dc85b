// What an embed costs an article: how long after the first tap the vote is cast, on a slow network and processor, beside a
// plain facade that loads a page of as many bytes; and what twenty of them take of memory. scripts/bench runs it.
//
//   node tests/bench/embed_bench.mjs [RUNS]    5
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { serve } from '../../scripts/server.mjs';
import { figuresOf } from '../../web/site/budget.mjs';
import { launch } from '../page/browser.mjs';

const runs = Number(process.argv[2] ?? 5);
assert.ok(Number.isInteger(runs) && runs > 0, `RUNS: found ${process.argv[2]}, expected a whole number from 1`);
const cpuSlowdown = 4;
/** Slow 4G, in bytes a second and milliseconds. */
const network = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const [server, browser] = await Promise.all([serve({ effort: 11 }), launch()]);

/** @param {string} path @param {(page: import('playwright-core').Page) => Promise<unknown>} [route] */
async function slow(path, route) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  await route?.(page);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', network);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await page.goto(server.url + path, { waitUntil: 'load' });
  return page;
}
/** Milliseconds from a tap until `window.done`. @param {import('playwright-core').Page} page @param {number} x @param {number} y */
async function timed(page, x, y) {
  await page.evaluate(() => { addEventListener('pointerdown', () => { Object.assign(window, { tapped: performance.now() }); }, { capture: true, once: true }); });
  await page.touchscreen.tap(x, y);
  await page.waitForFunction(() => /** @type {any} */ (window).done, undefined, { timeout: 60000 });
  const taken = await page.evaluate(() => /** @type {any} */ (window).done - /** @type {any} */ (window).tapped);
  await page.context().close();
  return taken;
}

/** Russia's seat on the poster for phones, which sits twelfth. */
const [, seats] = /viewBox="0 0 320 [^>]*data-seats="([^"]*)"/.exec(readFileSync('build/site/embed-dprk-panel-2024.html', 'utf8')) ?? [];
const [seatX, seatY] = seats.split(',')[11].split(' ').map(Number);
const { live: bytes } = figuresOf('build/site').find(({ file }) => file === 'embed-dprk-panel-2024.html') ?? { live: 0 };

async function element() {
  const page = await slow('examples/element.html');
  const image = page.locator('veto-explainer button img');
  await image.scrollIntoViewIfNeeded();
  await page.evaluate(() => document.addEventListener('veto-ready', () => { Object.assign(window, { done: performance.now() }); }));
  const box = await image.boundingBox();
  assert.ok(box);
  return timed(page, box.x + (seatX / 320) * box.width, box.y + (seatY / 320) * box.width);
}
/** A picture and a button that puts a frame in their place: what a video is behind in most articles. */
async function facade() {
  const filler = Array.from({ length: Math.round(bytes * 0.75) }, (_, i) => ((i * 2654435761) % 4294967296).toString(36).slice(-1)).join('');
  const page = await slow('facade.html', (each) => each.route(/facade|behind/, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: route.request().url().includes('behind')
    ? `<!doctype html><title>Behind</title><p>${filler}</p>`
    : '<!doctype html><meta name="viewport" content="width=device-width"><title>Facade</title><button style="width:300px;height:500px">Play</button>' +
      '<script>document.querySelector("button").onclick = ({ target }) => { const frame = document.createElement("iframe"); frame.src = "behind.html"; frame.onload = () => { window.done = performance.now(); }; target.replaceWith(frame); };</script>' })));
  return timed(page, 150, 250);
}

/** @param {string} name @param {number[]} values */
function row(name, values) {
  const sorted = [...values].sort((one, other) => one - other);
  console.log(`  ${name.padEnd(44)}${[sorted[0], sorted[sorted.length >> 1], sorted[sorted.length - 1]].map((each) => (each / 1000).toFixed(2).padStart(8)).join('')}`);
}
console.log(`From the first tap, on Slow 4G, the processor slowed ${cpuSlowdown} times, with an empty cache: Chromium ${browser.version()}.
Seconds, ${runs} runs: min, median, max.`);
const [votes, facades] = [[], []].map(() => /** @type {number[]} */ ([]));
for (let run = 0; run < runs; ++run) {
  votes.push(await element());
  facades.push(await facade());
}
row('the vote that was tapped is cast', votes);
row(`a plain facade of ${(bytes / 1024).toFixed(1)} KiB is loaded`, facades);

/** What the browser's processes have for themselves, in MiB. */
async function memory() {
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const kept = processInfo.map(({ id }) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0));
  return kept.reduce((sum, each) => sum + each, 0) / 1024;
}
const page = await (await browser.newContext({ viewport: { width: 760, height: 1000 } })).newPage();
await page.addInitScript(() => {
  /** @type {number[]} */
  const tasks = [];
  Object.assign(window, { tasks });
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) tasks.push(duration); }).observe({ type: 'longtask', buffered: true });
});
await page.goto(`${server.url}examples/twenty.html`);
await page.waitForTimeout(1000);
const asleep = await memory();
const loading = await page.evaluate(() => /** @type {any} */ (window).tasks.splice(0));
await page.evaluate(() => new Promise((resolve) => {
  let y = 0;
  const step = () => {
    scrollTo(0, y += 200);
    if (y < document.documentElement.scrollHeight) requestAnimationFrame(step);
    else setTimeout(resolve, 300);
  };
  step();
}));
const scrolling = await page.evaluate(() => /** @type {any} */ (window).tasks);
for (let i = 0; i < 20; ++i) {
  const button = page.getByRole('button').first();
  await button.scrollIntoViewIfNeeded();
  await button.click({ position: { x: 5, y: 5 } });
  await page.frameLocator(`veto-explainer >> nth=${i} >> iframe`).locator('.chamber.live').waitFor();
}
await page.waitForTimeout(2500);
const awake = await memory();
console.log(`\nTwenty on a page, all processes of the browser: ${asleep.toFixed(0)} MiB asleep, ${awake.toFixed(0)} MiB awake, ${((awake - asleep) / 20).toFixed(1)} MiB each.
Tasks above 50 ms while it loads: ${loading.join(', ') || 'none'}; while all twenty are scrolled past: ${scrolling.join(', ') || 'none'}.`);
await browser.close();
await server.close();
