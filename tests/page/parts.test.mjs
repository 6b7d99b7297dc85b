// The parts by themselves, unbundled, in documents that are not the explainer's: bound to their roots and to nothing else.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { listen, openSite } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */

const folder = 'web/page/parts';
const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  // The parts as they are written, the built page for its HTML, and the modules, side by side.
  const served = 'build/parts';
  rmSync(served, { recursive: true, force: true });
  for (const each of ['web/page', 'build/site', 'build/wasm/web/council.wasm', 'build/wasm/web/chamber.js', 'build/wasm/web/chamber.wasm']) {
    cpSync(each, `${served}/${each}`, { recursive: true });
  }
  site = await openSite({ folder: served });
});
after(() => site.close());

/** A page with nothing on it. @param {Parameters<typeof site.page>[0]} [choices] */
const emptyPage = (choices) => site.page({
  ready: 'body',
  route: async (each) => { await each.route(site.url, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Host</title><body>' })); },
  ...choices,
});

/**
 * Puts explainers into a page that is not theirs: their HTML without a single id, each with a store and parts of its own.
 * The stores, by name, wait in `window.stores`.
 * @param {Page} page
 * @param {string[]} names
 */
const openExplainers = (page, names) => page.evaluate(async (all) => {
  const from = (/** @type {string} */ file) => import(`/web/page/${file}.js`);
  const { openCouncil } = await from('modules/council');
  const { openAnnouncer } = await from('parts/announcer');
  const { takeVotes } = await from('parts/controls');
  const { offerCopy } = await from('parts/copy');
  const { takeAlong } = await from('parts/languages');
  const { noteIn } = await from('parts/note');
  const { showPicture } = await from('parts/picture');
  const { askQuestions } = await from('parts/questions');
  const { giveReasons } = await from('parts/reasons');
  const { createStore } = await from('parts/store');
  const { showVerdict } = await from('parts/verdict');
  const built = new DOMParser().parseFromString(await (await fetch('/build/site/index.html')).text(), 'text/html');
  const [words, scenario] = [...built.querySelectorAll('script[type="application/json"]')].map((each) => each.textContent ?? '');
  document.head.append(...built.querySelectorAll('style'));
  for (const each of built.querySelectorAll('[id]')) each.removeAttribute('id');
  /** @type {Record<string, unknown>} */
  const stores = {};
  Object.assign(window, { stores });
  for (const name of all) {
    const root = document.createElement('section');
    root.className = name;
    root.append(...[.../** @type {Element} */ (built.querySelector('main')).children].map((each) => each.cloneNode(true)));
    document.body.append(root);
    const store = createStore(await openCouncil({ moduleUrl: '/build/wasm/web/council.wasm', words, scenario }));
    stores[name] = store;
    const announcer = openAnnouncer(root);
    announcer.attend(store);
    for (const bind of [showVerdict, giveReasons, takeAlong, takeVotes]) bind(root, store);
    const codes = JSON.parse(scenario).members.map((/** @type {{ code: string }} */ { code }) => code);
    askQuestions(root, { announcer, store, codes });
    offerCopy(root, store, announcer);
    await showPicture(root, store, {
      files: {
        moduleUrl: '/build/wasm/web/chamber.js',
        wasmUrl: '/build/wasm/web/chamber.wasm',
        // Without typefaces the picture lives as SVG, whose words can be read here.
        fonts: Promise.reject(new Error('No typefaces')),
        words,
        scenario,
      },
      stays: () => noteIn(root, '.chamber .note', announcer)('withoutChamber'),
    });
  }
}, names);

/** What an explainer shows, part by part. @param {Page} page @param {string} name */
const shown = (page, name) => page.evaluate(async (which) => {
  const root = /** @type {HTMLElement} */ (document.querySelector(`.${which}`));
  // Out of sight, no picture is drawn.
  root.querySelector('.chamber')?.scrollIntoView();
  await new Promise((resolve) => { setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), 150); });
  const textOf = (/** @type {string} */ selector) => root.querySelector(selector)?.textContent?.trim() ?? '';
  return {
    outcome: textOf('[role=status] > *'),
    echo: textOf('.echo'),
    deciders: textOf('.deciders'),
    votes: [...root.querySelectorAll('fieldset')].sort((a, b) => Number(a.dataset.seat) - Number(b.dataset.seat))
      .map((member) => /** @type {HTMLInputElement} */ (member.querySelector(':checked')).value).join(''),
    picture: /VETOED|ADOPTED/.exec(textOf('.chamber svg.drawn'))?.[0],
    question: textOf('.current .count'),
    reply: textOf('.current .reply'),
  };
}, name);

test('importing a part does nothing, and needs nothing', async () => {
  for (const file of scripts) await import(`../../${folder}/${file}`);  // here, where there is no document
  const page = await emptyPage();
  const before = await page.content();
  await page.evaluate((files) => Promise.all(files.map((file) => import(file))), scripts.map((file) => `/${folder}/${file}`));
  assert.equal(await page.content(), before);
  assert.deepEqual(page.errors, []);
});

test('two explainers in one document, each with a store of its own, do not disturb each other', async () => {
  const page = await emptyPage({ init: listen });
  await openExplainers(page, ['one', 'other']);
  const untouched = await shown(page, 'one');
  assert.deepEqual(await shown(page, 'other'), untouched);
  assert.equal(untouched.picture, 'VETOED');

  const other = page.locator('.other');
  await other.getByRole('group', { name: /^Russian/ }).getByRole('radio', { name: 'Abstaining' }).check();
  const adopted = await shown(page, 'other');
  assert.deepEqual({ ...adopted, deciders: '' }, {
    ...untouched, outcome: 'Adopted.', echo: 'Adopted.', deciders: '', votes: 'YYYAYYYYYYYAYYY', picture: 'ADOPTED' });
  assert.notEqual(adopted.deciders, untouched.deciders);
  assert.deepEqual(await shown(page, 'one'), untouched);
  await page.waitForFunction(() => document.querySelector('.other .announcer')?.textContent?.startsWith('Adopted.'));
  assert.equal(await page.locator('.one .announcer').textContent(), '');

  // A question plays in the one while the other is voted in.
  await page.locator('.one .current').getByRole('button', { name: 'Not adopted' }).click();
  await other.getByRole('button', { name: 'Reset to the recorded vote' }).click();
  await page.waitForFunction(() => document.querySelector('.one .current .reply')?.textContent);
  assert.match((await shown(page, 'one')).reply, /^You expected the text to fail/);
  assert.equal((await shown(page, 'one')).outcome, 'Adopted.');
  assert.deepEqual(await shown(page, 'other'), untouched);
  await other.locator('.current .onward').click();
  assert.equal((await shown(page, 'other')).question, 'Question 2 of 3');
  assert.equal((await shown(page, 'one')).question, 'Question 1 of 3');

  // A tap on the picture votes in its own.
  await page.locator('.one .chamber svg.drawn').scrollIntoViewIfNeeded();
  const { x, y } = await page.evaluate(() => {
    const shapes = [...document.querySelectorAll('.one .chamber svg.drawn :is(circle, rect, text)')];
    const marks = shapes.slice(0, shapes.findIndex((each) => each.textContent === 'Japan')).filter((each) => each.tagName !== 'text');
    const box = marks.map((each) => each.getBoundingClientRect()).filter(({ width }) => width > 30 && width < 70).pop() ?? new DOMRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await page.mouse.click(x, y);
  assert.equal((await shown(page, 'one')).votes, 'YYYAYYYNYYYAYYY');
  assert.equal((await shown(page, 'other')).votes, untouched.votes);
  assert.deepEqual(page.errors, []);
});

test('where a page lacks a part, nothing throws', async () => {
  const page = await emptyPage();
  await openExplainers(page, ['whole']);
  const parts = ['.verdict', '.announcer', '.predict', '.reasons', '.chamber', '.copy', 'form.controls', '.echo', '.note'];
  const thrown = await page.evaluate(async ({ selectors, files }) => {
    const [announcers, controls, copies, languages, notes, pictures, questions, reasons, verdicts] = await Promise.all(
      ['announcer', 'controls', 'copy', 'languages', 'note', 'picture', 'questions', 'reasons', 'verdict'].map((file) => import(`${files}/${file}.js`)));
    const { store } = { store: /** @type {any} */ (window).stores.whole };
    /** @type {string[]} */
    const faults = [];
    for (const selector of [...selectors, '*']) {
      const root = /** @type {HTMLElement} */ (/** @type {Element} */ (document.querySelector('.whole')).cloneNode(true));
      for (const each of root.querySelectorAll(selector)) each.remove();
      const announcer = announcers.openAnnouncer(root);
      const note = notes.noteIn(root, '.verdict .note', announcer);
      for (const bind of [
        () => announcer.attend(store),
        () => announcer.say('Words'),
        () => note('badLink'),
        () => verdicts.showVerdict(root, store),
        () => reasons.giveReasons(root, store),
        () => controls.takeVotes(root, store),
        () => controls.closeControls(root),
        () => copies.offerCopy(root, store, announcer),
        () => languages.takeAlong(root, store),
        () => languages.followLanguage(root),
        () => questions.askQuestions(root, { announcer, store, codes: [] }),
        () => questions.askQuestions(root, { announcer }),
        () => pictures.showPicture(root, store, { files: { moduleUrl: '', wasmUrl: '', fonts: Promise.resolve([]), words: '', scenario: '' }, stays() {} }),
      ]) {
        try {
          await bind();
        } catch (error) {
          faults.push(`without ${selector}: ${bind}: ${error}`);
        }
      }
    }
    // And they all follow a change.
    store.act('cast RUS A');
    return faults;
  }, { selectors: parts, files: `/${folder}` });
  assert.deepEqual(thrown, []);
  assert.deepEqual(page.errors, []);
});

test('a store asks the council for a section at most once for each state', async () => {
  const { createStore } = await import('../../web/page/parts/store.js');
  /** @type {string[]} */
  const asked = [];
  let votes = 'YYYA';
  const store = createStore(/** @type {any} */ ({
    act: (/** @type {string} */ action) => action !== 'nothing',
    follow: (/** @type {string} */ fragment) => fragment !== 'bad',
    told: (/** @type {string} */ section) => (asked.push(section), { votes }),
    outcomeOf: () => undefined,
  }));
  /** @type {unknown[]} */
  const heard = [];
  const unsubscribe = store.subscribe((change) => { heard.push(change, store.view('outcome'), store.view('outcome'), store.view('state')); });
  store.view('outcome');
  store.view('outcome');
  assert.deepEqual(asked.splice(0), ['outcome']);
  votes = 'NNNN';
  assert.equal(store.act('cast RUS N'), true);
  assert.deepEqual(asked.splice(0), ['outcome', 'state']);
  assert.deepEqual(heard.splice(0), [{ step: 'replaceState', quiet: undefined }, { votes }, { votes }, { votes }]);
  assert.equal(store.act('nothing'), false);
  assert.deepEqual(heard, []);
  store.view('outcome');
  assert.deepEqual(asked.splice(0), [], 'what changed nothing is not asked about');
  assert.equal(store.follow('bad', { quiet: true }), false);
  assert.deepEqual(heard.splice(0)[0], { quiet: true }, 'a bad link changes the state, too');
  unsubscribe();
  store.act('cast RUS A');
  assert.deepEqual(heard, []);
});

test('a vote computes each thing once', async () => {
  const page = await emptyPage();
  await openExplainers(page, ['one']);
  // The module itself cannot be watched from here; what the store is asked for can, by a second council behind it.
  const asked = await page.evaluate(async () => {
    const from = (/** @type {string} */ file) => import(`/web/page/${file}.js`);
    const [{ createStore }, { showVerdict }, { giveReasons }, { takeVotes }, { openAnnouncer }, { askQuestions }] = await Promise.all(
      ['store', 'verdict', 'reasons', 'controls', 'announcer', 'questions'].map((file) => from(`parts/${file}`)));
    const { one } = /** @type {any} */ (window).stores;
    /** @type {string[]} */
    const sections = [];
    const store = createStore({
      act: () => true, follow: () => true, outcomeOf: one.outcomeOf,
      told: (/** @type {string} */ section) => (sections.push(section), one.view(section)),
    });
    const root = document.querySelector('.one');
    const announcer = openAnnouncer(root);
    announcer.attend(store);
    for (const bind of [showVerdict, giveReasons, takeVotes]) bind(root, store);
    askQuestions(root, { announcer, store, codes: [] });
    sections.length = 0;
    store.act('cast RUS A');
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    return sections.sort();
  });
  assert.deepEqual(asked, ['outcome', 'reasons', 'state']);
});
