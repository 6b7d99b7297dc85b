// What it costs a reader to open the Library's record: bytes to load and milliseconds to the verdict, beside Papa Parse, the
// usual reader of CSV in pages, which only takes the same file apart. scripts/bench runs it.
//
//   node tests/bench/record_bench.mjs RECORD.csv [RUNS]    5
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { serve } from '../../scripts/server.mjs';
import { bundled } from '../../web/site/assets.mjs';
import { launch } from '../page/browser.mjs';

const [, , record = '', times = '5'] = process.argv;
const runs = Number(times);
assert.ok(record, 'found no file, expected the CSV of the UN Digital Library’s record 4055387');
assert.ok(Number.isInteger(runs) && runs > 0, `RUNS: found ${times}, expected a whole number from 1`);

/** Each way to read the file, begun by a file that is chosen; `told` is what came of it, in a number. */
const ways = {
  'decided again, in the worker': `import { startAnalysis } from ${JSON.stringify(resolve('web/page/modules/analysis.js'))};
    const { readRecord } = startAnalysis({ workerUrl: 'worker.js', moduleUrl: 'analysis.wasm' });
    globalThis.read = async (file) => (await readRecord(file)).report.resolutions;`,
  'Papa Parse, in a worker': `import Papa from 'papaparse';
    globalThis.read = (file) => new Promise((done, failed) => { let rows = 0; Papa.parse(file, { worker: true, header: true, skipEmptyLines: true, chunk: ({ data }) => { rows += data.length; }, complete: () => done(rows), error: failed }); });`,
  'Papa Parse, in the page': `import Papa from 'papaparse';
    globalThis.read = (file) => new Promise((done, failed) => { Papa.parse(file, { header: true, skipEmptyLines: true, complete: ({ data }) => done(data.length), error: failed }); });`,
};
const folder = mkdtempSync(join(tmpdir(), 'record-'));
/** @param {string} name */
const weight = (name) => brotliCompressSync(readFileSync(join(folder, name)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const middle = (/** @type {number[]} */ numbers) => Math.round([...numbers].sort((a, b) => a - b)[numbers.length >> 1]);

writeFileSync(join(folder, 'worker.js'), await bundled('web/page/modules/analysis-worker.js', { format: 'iife' }));
writeFileSync(join(folder, 'analysis.wasm'), readFileSync('build/wasm/web/analysis.wasm'));
const table = await Promise.all(Object.entries(ways).map(async ([name, script], i) => {
  // Among the project's files, so that packages are found.
  const entry = resolve(`build/record-bench-${i}.js`);
  writeFileSync(entry, script);
  writeFileSync(join(folder, `${i}.js`), await bundled(entry));
  rmSync(entry);
  writeFileSync(join(folder, `${i}.html`), `<!doctype html><title>${name}</title><input type="file"><script type="module" src="${i}.js"></script>`);
  const bytes = [`${i}.js`, ...i === 0 ? ['worker.js', 'analysis.wasm'] : []].reduce((sum, each) => sum + weight(each), 0);
  return { name, path: `${i}.html`, bytes, taken: /** @type {number[]} */ ([]), longest: /** @type {number[]} */ ([]), told: 0 };
}));

const [server, browser] = await Promise.all([serve({ folder }), launch()]);
try {
  // By turns, so that whatever else the machine does befalls all alike; each time in a page of its own.
  for (let run = 0; run < runs; ++run) {
    for (const way of table) {
      const page = await (await browser.newContext()).newPage();
      await page.goto(server.url + way.path);
      await page.waitForFunction(() => 'read' in window);
      await page.setInputFiles('input', record);
      const { taken, longest, told } = await page.evaluate(async () => {
        const tasks = [0];
        new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
        const began = performance.now();
        const told = await /** @type {any} */ (window).read(/** @type {HTMLInputElement} */ (document.querySelector('input')).files?.[0]);
        const taken = performance.now() - began;
        await new Promise((done) => { setTimeout(done, 100); });
        return { taken, longest: Math.max(...tasks), told };
      });
      way.taken.push(taken);
      way.longest.push(longest);
      way.told = told;
      await page.context().close();
    }
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}
console.log(`${(statSync(record).size / 1e6).toFixed(1)} MB, the middle of ${runs} runs; the longest task is the page's own, 0 where none takes 50 ms.`);
for (const { name, bytes, taken, longest, told } of table) {
  console.log(`${name}: ${(bytes / 1024).toFixed(1)} KiB to load, ${middle(taken)} ms, longest task ${middle(longest)} ms; ${told} ${name.startsWith('Papa') ? 'rows' : 'resolutions'}`);
}
