// How fast the page arrives at a phone on a slow network, beside a plain page of as many bytes, and in languages whose letters
// come besides; scripts/bench runs it.
//
//   node tests/bench/page_bench.mjs [RUNS] [FOLDER]    5, build/site
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { PredefinedNetworkConditions } from 'puppeteer-core';
import { serve } from '../../scripts/server.mjs';
import { launch } from '../page/browser.mjs';
import { cataloguesOf } from '../../web/site/words.mjs';
import { fileOf, mainLanguage } from '../../web/site/pages.mjs';
import { audit, configs } from '../page/lighthouse.mjs';

const runs = Number(process.argv[2] ?? 5);
const folder = process.argv[3] ?? 'build/site';
const cpuSlowdown = 4;
/** Bytes a second and milliseconds. */
const networks = {
  'Slow 4G, each request 150 ms away': { download: 1.6e6 / 8, upload: 0.75e6 / 8, latency: 150 },
  'Slow 4G as DevTools has it, each request 562.5 ms away': PredefinedNetworkConditions['Slow 4G'],
};
const lighthouseRuns = 3;

/** Languages beside the main one: their letters on the canvas are a file of their own. */
const scripts = ['zh', 'ar'];
const catalogues = cataloguesOf('web/content').filter(({ language }) => [mainLanguage, ...scripts].includes(language));
/** How an outcome begins that is an adoption. */
const adoptions = catalogues.map(({ decision }) => decision.majority);

/**
 * Runs in every page before anything of its own: notes when things happened, in ms since the page was asked for.
 * @param {string[]} adopted
 */
function watch(adopted) {
  /** @type {Record<string, number>} */
  const marks = {};
  Object.assign(window, { marks });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') marks.paint = startTime;
  }).observe({ type: 'paint', buffered: true });
  // When the words of these were first seen, in whichever typeface.
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) marks[entry.identifier] = entry.renderTime;
  }).observe({ type: 'element', buffered: true });

  const parsing = new MutationObserver(() => {
    for (const [name, selector] of [['heading', 'h1'], ['outcome', '.outcome[role=status] p']]) {
      document.querySelector(`${selector}:not([elementtiming])`)?.setAttribute('elementtiming', name);
    }
    const status = document.querySelector('.outcome[role=status]');
    if (status && !('live' in marks)) {
      marks.live = NaN;
      new MutationObserver(() => { if (adopted.some((each) => status.textContent?.trim().startsWith(each))) marks.live ||= performance.now(); })
        .observe(status, { childList: true, subtree: true, characterData: true });
    }
    // A reader who is quicker than the page: the vote counts from when the page answers.
    const vote = /** @type {HTMLInputElement | null} */ (document.querySelector('input[name=RUS][value=A]'));
    const chamber = document.querySelector('.chamber');
    if (!vote || !chamber) return;
    parsing.disconnect();
    vote.click();
    const drawing = new MutationObserver(() => {
      if (!chamber.classList.contains('live')) return;
      drawing.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => { marks.drawn = performance.now(); }));
    });
    drawing.observe(chamber, { attributeFilter: ['class'] });
  });
  parsing.observe(document, { childList: true, subtree: true });
}

/**
 * Opens a page with an empty cache on the slow network and processor, and hands back what it noted.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {{ download: number, upload: number, latency: number }} network
 * @param {string[]} awaited  marks
 */
async function open(browser, url, { download, upload, latency }, awaited) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  await page.addInitScript(watch, adoptions);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: download, uploadThroughput: upload });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  await page.waitForFunction((names) => names.every((name) => /** @type {any} */ (window).marks[name] > 0), awaited, { timeout: 60_000 });
  const noted = await page.evaluate(() => {
    const entries = [.../** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('navigation')),
      .../** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType('resource'))];
    return {
      marks: /** @type {Record<string, number>} */ (/** @type {any} */ (window).marks),
      load: /** @type {PerformanceNavigationTiming} */ (entries[0]).loadEventEnd,
      requests: entries.map(({ name, startTime, responseStart, responseEnd, transferSize, encodedBodySize }) => ({
        name: new URL(name).pathname.slice(1) || 'index.html', startTime, responseStart, responseEnd,
        // What the cache had was not sent again.
        bytes: transferSize > encodedBodySize ? encodedBodySize : 0,
      })),
    };
  });
  await context.close();
  return noted;
}

/** Text of which `bytes` are left when it is compressed, as one page. @param {number} bytes */
function plainPage(bytes) {
  /** @param {number} words */
  const page = (words) => {
    let state = 1;
    const word = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 4).toString(36);
    };
    const text = Array.from({ length: words }, (_, i) => (i % 60 === 59 ? `${word()}</p>\n<p>` : word())).join(' ');
    return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>Plain</title><h1>Plain</h1><p>${text}</p></html>`;
  };
  let words = bytes / 5;
  for (let round = 0; round < 4; ++round) words *= bytes / brotliCompressSync(page(Math.round(words))).length;
  return page(Math.round(words));
}

/** @param {string} name @param {number[]} values @param {string} [note] */
function row(name, values, note = '') {
  const sorted = [...values].sort((one, other) => one - other);
  const [least, median, most] = [sorted[0], sorted[sorted.length >> 1], sorted[sorted.length - 1]];
  const figures = [least, median, most].map((value) => value.toFixed(2).padStart(8)).join('');
  console.log(`  ${name.padEnd(34)}${figures}  ${note}`);
  return median;
}
/** @param {number} target */
const atMost = (target) => (/** @type {number[]} */ values) => {
  const median = [...values].sort((one, other) => one - other)[values.length >> 1];
  return `≤ ${target} ${median <= target ? 'met' : `missed by ${(median - target).toFixed(2)}`}`;
};

assert.ok(Number.isInteger(runs) && runs > 0, `RUNS: found ${process.argv[2]}, expected a whole number from 1`);
const [server, browser] = await Promise.all([serve({ folder, effort: 11 }), launch()]);

/** One unmeasured visit starts the browser's processes, and tells how many bytes a visit costs. */
const { requests } = await open(browser, server.url, networks['Slow 4G, each request 150 ms away'], ['drawn']);
const bytes = requests.reduce((sum, request) => sum + request.bytes, 0);
mkdirSync('build/bench/plain', { recursive: true });
writeFileSync('build/bench/plain/index.html', plainPage(bytes));
const plainServer = await serve({ folder: 'build/bench/plain', effort: 11 });

console.log(`The page on a phone with an empty cache: Chromium ${browser.version()}, the processor slowed ${cpuSlowdown} times,
${(bytes / 1024).toFixed(1)} KiB in ${requests.length} requests, compressed; beside a plain page of text of as many bytes. Seconds, ${runs} runs.
The browser delays every request; connecting costs nothing here, whereas a new visitor to a real host waits two or three
round trips longer for TCP and TLS, on any page. Graphics are drawn in software.`);
/** What a reader waits for, the target in seconds, and when it came. @type {[string, number, (visit: Awaited<ReturnType<typeof open>>) => number][]} */
const waits = [
  ['story readable', 0.5, ({ marks }) => Math.max(marks.paint, marks.heading, marks.outcome)],
  ['controls live', 0.9, ({ marks }) => marks.live],
  ['chamber drawn', 1.6, ({ marks }) => marks.drawn],
];
const awaited = ['paint', 'heading', 'outcome', 'live', 'drawn'];
/** @param {string} name @param {{ download: number, upload: number }} network */
function heading(name, { download, upload }) {
  console.log(`\n${name}, ${download * 8 / 1e6} Mbit/s down, ${upload * 8 / 1e6} up`);
  console.log(`  ${''.padEnd(34)}${['min', 'median', 'max'].map((each) => each.padStart(8)).join('')}  target`);
}
for (const [name, network] of Object.entries(networks)) {
  const [visits, plain] = [[], []].map(() => /** @type {Awaited<ReturnType<typeof open>>[]} */ ([]));
  for (let run = 0; run < runs; ++run) {
    visits.push(await open(browser, server.url, network, awaited));
    plain.push(await open(browser, plainServer.url, network, ['paint']));
  }
  heading(name, network);
  for (const [what, target, time] of waits) {
    const values = visits.map((visit) => time(visit) / 1000);
    row(what, values, atMost(target)(values));
  }
  row('plain page: first words', plain.map(({ marks }) => marks.paint / 1000));
  row('plain page: loaded', plain.map(({ load }) => load / 1000));
  const middle = [...visits].sort((one, other) => one.marks.drawn - other.marks.drawn)[runs >> 1];
  console.log('  requests of the median visit, ms: asked, first byte, last byte, bytes');
  for (const { name: file, startTime, responseStart, responseEnd, bytes: size } of middle.requests) {
    console.log(`    ${file.padEnd(36)}${[startTime, responseStart, responseEnd, size].map((each) => each.toFixed(0).padStart(8)).join('')}`);
  }
}

// One after the other in each run, so that whatever else the machine does is shared.
const [[slow, network]] = Object.entries(networks);
/** @type {Map<string, Awaited<ReturnType<typeof open>>[]>} */
const visits = new Map(catalogues.map(({ language }) => [language, []]));
for (let run = 0; run < runs; ++run) {
  for (const [language, all] of visits) all.push(await open(browser, `${server.url}${fileOf('index', language, '')}`, network, awaited));
}
heading(`${slow}, language by language`, network);
for (const [language, all] of visits) {
  for (const [what, target, time] of waits) row(`${language}: ${what}`, all.map((visit) => time(visit) / 1000), atMost(target)(all.map((visit) => time(visit) / 1000)));
  console.log(`  ${`${language}: bytes of a visit`.padEnd(34)}${(all[0].requests.reduce((sum, request) => sum + request.bytes, 0) / 1024).toFixed(1).padStart(8)} KiB`);
}
await browser.close();
await plainServer.close();

console.log(`\nLighthouse, performance score of 100, ${lighthouseRuns} runs`);
for (const form of /** @type {(keyof typeof configs)[]} */ (Object.keys(configs))) {
  const scores = [];
  for (let run = 0; run < lighthouseRuns; ++run) scores.push((await audit(server.url, form, ['performance'])).categories.performance.score ?? NaN);
  const median = [...scores].sort((one, other) => one - other)[lighthouseRuns >> 1] * 100;
  row(form, scores.map((score) => score * 100), `≥ 95 ${median >= 95 ? 'met' : 'missed'}`);
}
await server.close();
