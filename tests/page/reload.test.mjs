// What scripts/serve does while somebody works: a file changes, the site is built again, and open pages reload. Builds are
// pretended here, but for the one that says which there is.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '../../scripts/server.mjs';
import { buildOf, keepBuilt, watch } from '../../scripts/watch.mjs';
import { launch } from './browser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'reload-'));
const [site, source] = ['site', 'source'].map((name) => join(folder, name));
after(() => rmSync(folder, { recursive: true }));
/** @type {(() => unknown)[]} */
let open = [];
beforeEach(() => {
  for (const each of [site, source]) {
    rmSync(each, { recursive: true, force: true });
    mkdirSync(each);
  }
  publish('first');
});
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** @param {string} words */
const publish = (words) => writeFileSync(join(site, 'index.html'), `<!doctype html><title>${words}</title><body><p>${words}</p></body>`);
/** @param {string} name @param {string} [words] */
const change = (name, words = '') => writeFileSync(join(source, name), words);
/** Until it is so, as a test cannot know when the system tells of a file. @param {() => boolean} so @param {string} what */
async function until(so, what) {
  for (const end = Date.now() + 10000; !so(); await sleep(10)) assert.ok(Date.now() < end, what);
}

/** @param {Parameters<typeof serve>[0]} [options] */
async function served(options) {
  const server = await serve({ folder: site, prefix: '/under', ...options });
  open.push(server.close);
  return server;
}

/** What a page is told. @param {string} url @param {Record<string, string>} [headers] */
async function events(url, headers = {}) {
  const controller = new AbortController();
  const response = await fetch(`${url}.reload/events`, { headers, signal: controller.signal });
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  let text = '';
  (async () => {
    for await (const bytes of /** @type {AsyncIterable<Uint8Array>} */ (/** @type {unknown} */ (response.body))) text += Buffer.from(bytes);
  })().catch(() => {});
  open.push(() => controller.abort());
  await until(() => /\n\n/.test(text), 'the site’s id');
  return { told: () => text, id: /^id: (.*)$/m.exec(text)?.[1] ?? '' };
}

test('a changed file is built, and the page that shows it reloads under the strictest policy; a failed build changes nothing', async () => {
  const server = await served({ reloads: true, headers: { 'Content-Security-Policy': "default-src 'none'; script-src 'self'; connect-src 'self'" } });
  const browser = await launch();
  open.push(() => browser.close());
  const page = await browser.newPage();
  await Promise.all([page.waitForRequest(/\.reload\/events$/), page.goto(`${server.url}#v=YN`)]);
  /** @type {string[][]} */
  const commands = [];
  let words = '';
  let good = false;
  open.push(keepBuilt(server.reload, {
    paths: [source],
    async build(command) {
      commands.push(command);
      if (good) publish(words);
      return good;
    },
  }).close);

  change('a.json', 'broken');
  await until(() => commands.length === 1, 'a build that fails');
  await sleep(100);
  assert.equal(await page.textContent('p'), 'first');
  [words, good] = ['second', true];
  change('a.json', 'mended');
  await page.waitForFunction(() => document.querySelector('p')?.textContent === 'second');
  assert.equal(commands.length, 2);
  assert.ok(page.url().endsWith('#v=YN'), 'the state in the link stays');
});

test('a page is told of the next build, and at once of one that it has missed', async () => {
  const server = await served({ reloads: true });
  const page = await events(server.url);
  assert.doesNotMatch(page.told(), /data/);
  server.reload();
  await until(() => /data: reload/.test(page.told()), 'the build');
  assert.match((await events(server.url, { 'Last-Event-ID': page.id })).told(), /data: reload/);
  const [last] = (await events(server.url)).told().match(/(?<=^id: ).*/gm)?.slice(-1) ?? [];
  assert.notEqual(last, page.id);
  assert.doesNotMatch((await events(server.url, { 'Last-Event-ID': last })).told(), /data/);
});

test('only pages are given the script, and without the option nobody is', async () => {
  const page = '<!doctype html><title>first</title><body><p>first</p></body>';
  writeFileSync(join(site, 'page.svg'), page);
  const text = async (/** @type {string} */ url) => (await fetch(url)).text();
  const reloading = await served({ reloads: true });
  assert.match(await text(reloading.url), /<script src="\/under\/\.reload\/script\.js" defer><\/script>\n<\/body>$/);
  assert.equal(await text(`${reloading.url}page.svg`), page);
  const plain = await served();
  assert.equal(await text(plain.url), page);
  for (const name of ['script.js', 'events']) assert.equal((await fetch(`${plain.url}.reload/${name}`)).status, 404);
});

test('a burst is told once; what changes while a build is going on, once it has ended', async () => {
  /** @type {string[][]} */
  const told = [];
  /** @type {(() => void)[]} */
  const ends = [];
  open.push(watch([source], (files) => {
    told.push(files.map((file) => file.slice(source.length + 1)));
    return new Promise((resolve) => ends.push(() => resolve()));
  }).close);
  for (const name of ['b', 'a', 'c', 'a']) change(name);
  // What editors leave while a file is open, and how they put the new one in the old one's place.
  for (const name of ['.a.swp', 'a~', '.d.new']) change(name);
  renameSync(join(source, '.d.new'), join(source, 'd'));
  await until(() => told.length > 0, 'the burst');
  change('a');
  change('e');
  await sleep(250);
  assert.deepEqual(told, [['a', 'b', 'c', 'd']]);
  ends[0]();
  await until(() => told.length > 1, 'what came meanwhile');
  assert.deepEqual(told[1], ['a', 'e']);
  ends[1]();
  await sleep(250);
  assert.equal(told.length, 2);
});

test('folders that come are watched as well, also a second time by the same name; of single files, those alone', async () => {
  /** @type {string[]} */
  const told = [];
  open.push(watch([join(source, 'tree'), join(source, 'one')], async (files) => {
    told.push(...files.map((file) => file.slice(source.length + 1)));
  }).close);
  change('other');
  change('one');
  await until(() => told.includes('one'), 'the file');
  assert.deepEqual(told, ['one']);
  mkdirSync(join(source, 'tree/inner'), { recursive: true });
  await until(() => told.some((file) => file.startsWith('tree')), 'the folder');
  for (const name of ['first', 'second']) {
    // What comes with its folder may be told as the folder alone.
    for (let tries = 0; !told.includes(`tree/inner/${name}`); await sleep(250)) {
      assert.ok(++tries < 40, `the ${name} file in it`);
      change(`tree/inner/${name}`);
    }
    rmSync(join(source, 'tree/inner'), { recursive: true });
    mkdirSync(join(source, 'tree/inner'));
  }
});

test('the site’s own build is enough for what it is made of; with a failed build’s files the next one is whole', async () => {
  assert.deepEqual(buildOf(['web/content/scenarios/x.json', 'shell.html', 'web/page/parts/store.js', 'web/site/build.mjs']), ['scripts/build', '--site-only']);
  for (const file of ['core/rule.h', 'core/cli/main.cpp', 'web/app/state.h', 'web/platform/council.cpp', 'web/imgui/config.h', 'CMakeLists.txt'])
    assert.deepEqual(buildOf(['shell.html', file]), ['scripts/build'], file);
  /** @type {number[]} */
  const built = [];
  let builds = 0;
  open.push(keepBuilt(() => built.push(builds), { paths: [source], build: async () => (builds += 1) > 1 }).close);
  change('a');
  await until(() => builds === 1, 'a build that fails');
  change('b');
  await until(() => builds === 2 && built.length > 0, 'the next one');
  assert.deepEqual(built, [2]);
});
