// Lessons without our site: the file for a stick, opened from disk in three engines, and the packages for a school's platform,
// played in a run-time of the registry and in platforms that answer badly.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { findApi, openRecord } from '../../web/page/parts/record.js';
import { lessonIn } from '../../web/site/lesson.mjs';
import { offlineBudget, openOffline } from '../../web/site/offline.mjs';
import { pages } from '../../web/site/pages.mjs';
import { voteIn } from '../../web/site/vote.mjs';
import { json } from '../../web/site/words.mjs';
import { axe, violations } from './axe.mjs';
import { launch, layoutFaults, portray } from './browser.mjs';
import { closeReaders, engineNames, openReader } from './engines.mjs';

const file = pathToFileURL('build/site/veto-explainer-offline.html').href;
const lessons = readdirSync('web/content/lessons').filter((each) => each.endsWith('.en.json')).map((each) => json(`web/content/lessons/${each}`));
const longest = lessons.reduce((a, b) => (a.steps.length > b.steps.length ? a : b));
const words = json('web/content/strings/en.json');
const { record: said } = words.lesson;

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => { browser = await launch('/usr/bin/chromium-headless-shell'); });
after(() => Promise.all([browser.close(), closeReaders()]));

/** A step that is there, counted from 1. @param {import('playwright-core').Page | import('playwright-core').Frame} page @param {number} n */
const arrived = (page, n) => page.locator('.contents summary b').filter({ hasText: `Step ${n} of` }).waitFor();

for (const engine of engineNames) {
  test(`from disk in ${engine}: list, explainer and lessons, and nothing is asked for`, async () => {
    const reader = await openReader(engine, { width: 1000, height: 900 });
    /** @param {(...given: any[]) => unknown} holds @param {...unknown} given */
    async function until(holds, ...given) {
      // Between two pages there is nobody to ask.
      for (let tries = 0; !await reader.ask(holds, ...given).catch(() => false); ++tries) {
        assert.ok(tries < 150, `${engine}: waited in vain for ${holds}`);
        await new Promise((resolve) => { setTimeout(resolve, 100); });
      }
    }
    const requests = () => reader.ask(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^(blob|data):/.test(name)));
    await reader.open(file);
    assert.deepEqual(await reader.ask(() => [...document.querySelectorAll('h2')].map(({ textContent }) => textContent).slice(1)),
      [...lessons].sort((a, b) => a.minutes - b.minutes).map(({ title }) => title));
    assert.ok(await reader.ask(() => getComputedStyle(/** @type {Element} */ (document.querySelector('.without'))).display === 'none'));
    await reader.ask(() => document.querySelector('a')?.click());
    await until(() => document.querySelector('.chamber.live') !== null);
    await reader.ask(() => /** @type {HTMLElement} */ (document.querySelector('[data-seat] [value=A]:not(:checked)')).click());
    assert.deepEqual(await requests(), []);

    // A step whose vote is another one; the canvas draws it.
    await reader.open('about:blank');
    await reader.open(`${file}?page=lesson-${longest.id}#step=3`);
    await until(() => document.querySelector('.chamber.live') !== null);
    await reader.ask(() => /** @type {HTMLElement} */ (document.querySelector('.onward .next')).click());
    await until((title) => document.title.startsWith(title), longest.steps[3].title);
    assert.equal(await reader.ask(() => document.querySelector('.chamber')?.className), 'chamber live');

    // The teacher's window opens beside it, and turns the steps.
    await until(() => !/** @type {HTMLButtonElement} */ (document.querySelector('.present')).disabled);
    const { x, y } = await reader.ask(() => {
      const open = window.open.bind(window);
      window.open = (...given) => Object.assign(window, { beside: open(...given) }).beside;
      const button = /** @type {HTMLElement} */ (document.querySelector('.present'));
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = button.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await reader.click(x, y);
    await until((title) => /** @type {any} */ (window).beside?.document.querySelector('h1')?.textContent === `4 · ${title}`, longest.steps[3].title);
    const press = (/** @type {string} */ name) => reader.ask((label) => [.../** @type {any} */ (window).beside.document.querySelectorAll('button')].find(({ textContent }) => textContent === label).click(), name);
    await press('Back');
    await until((title) => document.title.startsWith(title), longest.steps[2].title);
    await press('End');
    await until(() => /** @type {any} */ (window).beside.closed);
    assert.deepEqual(await requests(), []);
  });
}

test('from disk: the presenter has its window, leads nowhere outside, and goes back to the list', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const errors = [];
  page.on('request', (request) => { if (!/^(blob|data):/.test(request.url())) asked.push(request.url()); });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${file}?page=lesson-${longest.id}`);
  await page.waitForSelector('.chamber.live');
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.locator('.present').click()]);
  await notes.waitForSelector('h1:not(:empty)');
  assert.equal(await notes.locator('h1').innerText(), `1 · ${longest.steps[0].title}`);
  await notes.getByRole('button', { name: 'Next' }).click();
  await page.waitForFunction((title) => document.title.startsWith(title), longest.steps[1].title);
  assert.ok(await page.locator('.scan').isHidden(), 'no code leads to a file');
  await notes.getByRole('button', { name: 'End' }).click();
  assert.deepEqual(await page.evaluate(() => [...document.links].map((link) => link.href.replace(/[?#].*/, '')).filter((href) => !/^https:/.test(href) && href !== location.href.replace(/[?#].*/, ''))), []);
  await page.getByRole('link', { name: words.offline.back }).click();
  await page.getByRole('heading', { level: 1, name: words.offline.title }).waitFor();
  assert.deepEqual(asked.map((each) => each.replace(/[?#].*/, '')).filter((each) => each !== file), []);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('without scripts, or where nothing can be unpacked, the file says so, and the lessons can be read', async () => {
  for (const scripts of [false, true]) {
    const page = await browser.newPage({ javaScriptEnabled: scripts, viewport: { width: 320, height: 700 } });
    await page.addInitScript(() => { Reflect.deleteProperty(window, 'DecompressionStream'); });
    await page.goto(`${file}?page=lesson-${longest.id}`);
    assert.ok(await page.getByText(words.offline.without).isVisible());
    const section = page.locator('section').filter({ has: page.getByRole('heading', { name: longest.title, exact: true }) });
    await section.locator('summary').click();
    for (const step of longest.steps) for (const text of step.words) assert.ok(await section.getByText(text).first().isVisible(), text);
    await portray(page, `offline-320-${scripts ? 'old' : 'without-scripts'}`);
    if (scripts) {
      await page.evaluate(axe);
      assert.deepEqual(await page.evaluate(violations), []);
      assert.deepEqual(await page.evaluate(layoutFaults), []);
    }
    await page.context().close();
  }
});

/** The files of a lesson's package. @param {string} id */
const unpacked = (id) => Object.fromEntries(Object.entries(unzipSync(readFileSync(`build/site/scorm/lesson-${id}.zip`)))
  .map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));

test('a manifest has every element that SCORM 1.2 requires, and lists every file', async () => {
  const page = await browser.newPage();
  for (const { id, title } of lessons) {
    const files = unpacked(id);
    const told = await page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      const [cp, adl] = ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'http://www.adlnet.org/xsd/adlcp_rootv1p2'];
      /** @param {string} name */
      const all = (name) => [...parsed.getElementsByTagNameNS(cp, name)];
      const [manifest] = all('manifest');
      return {
        well: parsed.querySelector('parsererror') === null && parsed.documentElement === manifest,
        children: [...manifest.children].map(({ localName }) => localName),
        names: [manifest, ...all('organization'), ...all('item'), ...all('resource')].map((each) => each.getAttribute('identifier') ?? ''),
        schema: [...all('schema'), ...all('schemaversion')].map(({ textContent }) => textContent),
        default: all('organizations')[0].getAttribute('default'), organization: all('organization')[0].getAttribute('identifier'),
        titles: all('title').map(({ textContent }) => textContent),
        reference: all('item')[0].getAttribute('identifierref'), resource: all('resource')[0].getAttribute('identifier'),
        type: all('resource')[0].getAttribute('type'), kind: all('resource')[0].getAttributeNS(adl, 'scormtype'),
        href: all('resource')[0].getAttribute('href'), files: all('file').map((each) => each.getAttribute('href')),
        spaces: [...new Set([...parsed.querySelectorAll('*')].flatMap((each) => [each, ...each.attributes]).flatMap(({ namespaceURI }) => namespaceURI ?? []))].sort(),
        schemas: [...parsed.querySelectorAll('*')].flatMap((each) => (each.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'schemaLocation') ?? '').split(/\s+/).filter((_, i) => i % 2)),
        metadata: [...all('metadata')[0].children].map(({ localName }) => localName), organized: [...all('organization')[0].children].map(({ localName }) => localName),
        general: [...parsed.querySelectorAll('general > *')].map(({ localName, firstElementChild: text }) => [localName, text?.localName, text?.getAttribute('xml:lang'), text?.textContent !== '']),
      };
    }, files['imsmanifest.xml']);
    assert.ok(told.well);
    assert.deepEqual(told.children, ['metadata', 'organizations', 'resources']);
    assert.equal(new Set(told.names).size, told.names.length);
    for (const name of told.names) assert.match(name, /^[A-Za-z_][\w.-]*$/, 'an ID of XML');
    assert.deepEqual(told.schema, ['ADL SCORM', '1.2']);
    // What a schema's place names has to be in the package; the order is that of the schemas.
    for (const schema of told.schemas) assert.ok(schema in files, schema);
    assert.deepEqual(told.spaces, ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1', 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      'http://www.w3.org/2000/xmlns/', 'http://www.w3.org/XML/1998/namespace']);
    assert.deepEqual([told.metadata, told.organized], [['schema', 'schemaversion', 'lom'], ['title', 'item']]);
    assert.deepEqual(told.general, [['title', 'langstring', 'en', true], ['description', 'langstring', 'en', true]]);
    assert.equal(told.default, told.organization);
    assert.deepEqual(told.titles, [title, title]);
    assert.equal(told.reference, told.resource);
    assert.deepEqual([told.type, told.kind], ['webcontent', 'sco']);
    assert.deepEqual([told.href, ...told.files, 'imsmanifest.xml'].sort(), [told.href, ...Object.keys(files)].sort());
  }
  await page.close();
});

/**
 * A platform with a package in its frame.
 * @param {string} id
 * @param {string} head  its script
 */
async function play(id, head) {
  const files = unpacked(id);
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route('**/*', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const body = name ? files[name] : `<!doctype html><title>LMS</title><script>${head}</script><iframe src="lesson-${id}.html" width="1000" height="900"></iframe>`;
    return body ? route.fulfill({ body, contentType: 'text/html; charset=utf-8' }) : route.abort();
  });
  await page.goto('http://platform.test/');
  const frame = /** @type {import('playwright-core').Frame} */ (page.frames().find((each) => each.url().includes(id)));
  await frame.waitForSelector('.chamber.live');
  const settled = () => frame.waitForTimeout(50);
  return {
    page, frame, errors,
    /** Turns on. */
    async next() {
      const title = await frame.title();
      await frame.locator('.onward .next').click();
      await frame.waitForFunction((before) => document.title !== before, title);
      await settled();
    },
    async solve() {
      await frame.evaluate(() => {
        const { steps } = JSON.parse(document.querySelector('script.lesson')?.textContent ?? '');
        const link = new URLSearchParams(location.hash.slice(1));
        const { solution } = steps[Number(link.get('step')) - 1];
        [...solution].forEach((letter, seat) => /** @type {HTMLElement | null} */ (document.querySelector(`[data-seat="${seat}"] [value=${letter}]:not(:checked)`))?.click());
      });
      await settled();
    },
    recording: () => frame.locator('.recording .note:not(.room)').innerText(),
    close: () => page.context().close(),
  };
}

/** A real run-time, whose calls are kept. @param {object} [before]  what an earlier attempt left */
const runtime = (before) => `${readFileSync('node_modules/scorm-again/dist/scorm12.min.js', 'utf8').replaceAll('</script', '<\\/script')}
  window.calls = [];
  const platform = new Scorm12API({ autocommit: false, logLevel: 5, lmsCommitUrl: false });
  ${before ? `platform.loadFromJSON(${JSON.stringify(before)}, '');` : ''}
  window.platform = platform;
  window.API = Object.fromEntries(['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic']
    .map((name) => [name, (...given) => { const answer = platform[name](...given); calls.push([name, ...given, answer, platform.LMSGetLastError()]); return answer; }]));`;

test('played in a real run-time: status, score, and the place to go on from, in at most three calls a step', async () => {
  const short = lessons.find(({ id }) => id === 'one-no');
  const challenges = short.steps.filter((/** @type {any} */ { kind }) => kind === 'challenge').length;
  assert.ok(challenges > 0);
  const first = await play('one-no', runtime());
  /** @param {import('playwright-core').Page} page @returns {Promise<string[][]>} */
  const calls = (page) => page.evaluate(() => /** @type {any} */ (window).calls.splice(0));
  const core = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => JSON.parse(JSON.stringify(/** @type {any} */ (window).platform.cmi)).core);
  assert.deepEqual((await calls(first.page)).map(([name]) => name), ['LMSInitialize', 'LMSGetValue', 'LMSGetValue']);
  assert.equal(await first.recording(), said.all);
  for (let n = 2; n <= short.steps.length; ++n) {
    await first.next();
    if (short.steps[n - 1].kind === 'challenge') await first.solve();
    const made = await calls(first.page);
    assert.ok(made.length > 0 && made.length <= 3, JSON.stringify(made));
    for (const [name, ...rest] of made) assert.deepEqual(rest.slice(-2), [name === 'LMSGetValue' ? rest.at(-2) : 'true', '0'], `${name} ${rest}`);
    assert.ok(made.some(([name]) => name === 'LMSCommit'));
    if (n < short.steps.length) assert.equal((await core(first.page)).lesson_status, 'incomplete');
  }
  // Whoever repeats the lesson does not lose what was reached.
  await first.next();
  await arrived(first.frame, 1);
  assert.ok((await calls(first.page)).length <= 3);
  await first.next();
  assert.ok((await calls(first.page)).length <= 3);
  await first.frame.evaluate(() => { location.href = 'about:blank'; });
  await first.page.waitForFunction(() => /** @type {any} */ (window).calls.some((/** @type {string[]} */ [name]) => name === 'LMSFinish'));
  assert.ok((await calls(first.page)).length <= 3);
  const left = await core(first.page);
  assert.equal(left.lesson_status, 'completed');
  assert.equal(left.score.raw, '100');
  assert.match(left.lesson_location, /^2 /);
  assert.equal(left.exit, 'suspend');
  assert.deepEqual(first.errors, []);
  await first.close();

  // Somebody who left at the longest lesson's second challenge comes back: there, and with what was solved.
  const again = await play(longest.id, runtime({ core: { lesson_status: 'incomplete', lesson_location: '6 3', exit: 'suspend', score: { raw: '20' } } }));
  await arrived(again.frame, 6);
  assert.equal(await again.frame.locator('.step.current h2').innerText().then((text) => text.includes(longest.steps[5].challenge.task)), true);
  await calls(again.page);
  await again.solve();
  for (let n = 0; n < 2; ++n) {
    await again.next();
    assert.ok((await calls(again.page)).length <= 3);
  }
  const all = longest.steps.filter((/** @type {any} */ { kind }) => kind === 'challenge').length;
  const now = await core(again.page);
  assert.equal(now.score.raw, String(Math.round(100 * 2 / all)));
  assert.equal(now.lesson_location, '8 3 6');
  assert.deepEqual(again.errors, []);
  await again.close();
});

test('where no platform is found, or it answers "false", throws or is slow, the lesson goes on and says what is not recorded', async () => {
  /** @type {Record<string, [string, string]>} */
  const platforms = {
    missing: ['', said.missing],
    false: ["window.API = new Proxy({}, { get: () => () => 'false' })", said.closed],
    throws: ["window.API = new Proxy({}, { get: () => () => { throw new Error('down'); } })", said.closed],
    slow: ["window.API = new Proxy({}, { get: (_, name) => () => { const end = performance.now() + (name === 'LMSSetValue' ? 1600 : 0); while (performance.now() < end); return name === 'LMSGetValue' ? '' : name === 'LMSGetLastError' ? '0' : 'true'; } })", said.slow],
    score: ["window.API = new Proxy({}, { get: (_, name) => (element) => name === 'LMSGetValue' ? '' : name === 'LMSGetLastError' ? '0' : String(!/location/.test(element)) })", said.refused.replace('{what}', said.place)],
  };
  await Promise.all(Object.entries(platforms).map(async ([which, [head, told]]) => {
    const played = await play('one-no', head);
    for (let n = 2; n <= 4; ++n) {
      await played.next();
      await arrived(played.frame, n);
    }
    await played.frame.locator('.recording .note:not(.room)').filter({ hasText: told }).waitFor({ timeout: 10000 });
    assert.deepEqual(played.errors, [], which);
    if (which === 'missing') {
      await played.frame.evaluate(axe);
      assert.deepEqual(await played.frame.evaluate(violations), []);
      // Whatever is said, its room was there.
      const height = () => played.frame.locator('.recording').evaluate((box) => box.getBoundingClientRect().height);
      for (const width of [320, 1000]) {
        await played.page.locator('iframe').evaluate((frame, wide) => { frame.style.width = `${wide}px`; }, width);
        const before = await height();
        for (const text of Object.values(said)) {
          await played.frame.locator('.recording .note:not(.room)').evaluate((note, words) => { note.textContent = words; }, text);
          assert.equal(await height(), before, `${width} px: ${text}`);
        }
      }
      await portray(played.page, 'package-without-platform');
    }
    await played.close();
  }));
});

test('a platform is looked for above and behind; of strangers, and of rooms without end, nothing is taken', () => {
  const api = /** @type {any} */ ({});
  const top = /** @type {any} */ ({ API: api });
  top.parent = top;
  assert.equal(findApi({ parent: { parent: top } }), api);
  const alone = /** @type {any} */ ({ opener: { parent: top } });
  alone.parent = alone;
  assert.equal(findApi(alone), api);
  const stranger = { get API() { throw new Error('of another origin'); }, parent: top };
  assert.equal(findApi({ parent: stranger }), api);
  /** @returns {any} */
  const endless = () => ({ get parent() { return endless(); } });
  assert.equal(findApi(endless()), undefined);
});

test('a platform that takes long to begin is asked for the place all the same, and the reader goes on from there', async () => {
  const held = { 'cmi.core.lesson_status': 'completed', 'cmi.core.score.raw': '67', 'cmi.core.lesson_location': '6 3' };
  const played = await play(longest.id, `window.held = ${JSON.stringify(held)};
    window.API = new Proxy({}, { get: (_, name) => (element, value) => {
      const end = performance.now() + (name === 'LMSInitialize' ? 1600 : 0);
      while (performance.now() < end);
      if (name === 'LMSSetValue') held[element] = value;
      return name === 'LMSGetValue' ? held[element] : 'true';
    } });`);
  await arrived(played.frame, 6);
  assert.equal(await played.recording(), said.all);
  await played.frame.evaluate(() => { location.href = 'about:blank'; });
  await played.frame.waitForURL('about:blank');
  assert.deepEqual(await played.page.evaluate(() => /** @type {any} */ (window).held), { ...held, 'cmi.core.exit': 'suspend' });
  assert.deepEqual(played.errors, []);
  await played.close();
});

/**
 * A platform that keeps what it is told, and every call.
 * @param {Record<string, string>} [before]  what it has, without cmi.core.
 * @param {(call: string, element: string) => string | undefined} [fault]  its answer, where that is another
 */
function platformWith(before = { lesson_status: 'not attempted' }, fault = () => undefined) {
  const held = { ...before };
  /** @type {string[]} */
  const calls = [];
  /** @param {string} name @param {(element: string, value: string) => string} usual */
  const call = (name, usual) => (/** @type {string} */ full, value = '') => {
    const element = full.replace('cmi.core.', '');
    calls.push(`${name} ${element} ${value}`.trim());
    return fault(name, element) ?? usual(element, value);
  };
  const yes = () => 'true';
  const api = {
    LMSInitialize: call('begin', yes), LMSFinish: call('end', yes), LMSCommit: call('commit', yes), LMSGetLastError: call('error', () => '0'),
    LMSGetValue: call('get', (element) => held[element] ?? ''), LMSSetValue: call('set', (element, value) => { held[element] = value; return 'true'; }),
  };
  /** @type {string[]} */
  const lost = [];
  /** @type {object[]} */
  const resumed = [];
  const record = openRecord(api);
  record.watch({ lose: (each) => { lost.push(each ? `${each.why} ${each.what}` : 'all'); }, resume: (place) => { resumed.push(place); } });
  return { held, record, lost, resumed, taken: () => calls.splice(0) };
}
/** Of three challenges. @param {number} step @param {number[]} [solved] @param {boolean} [completed] */
const at = (step, solved = [], completed = false) => ({ step, solved, completed, challenges: [2, 3, 5] });

test('what does not fit into a step’s three calls comes with the next, or at the end', () => {
  const { record, taken, held, lost } = platformWith();
  assert.deepEqual(record.place, { step: 0, solved: [] });
  assert.deepEqual(taken(), ['begin', 'get lesson_status', 'get lesson_location']);
  record.tell(at(1), false);
  assert.deepEqual(taken(), [], 'the beginning has had its three');
  record.tell(at(2), true);
  assert.deepEqual(taken(), ['get score.raw', 'set lesson_status incomplete', 'commit']);
  record.tell(at(2, [2]), false);
  assert.deepEqual(taken(), []);
  record.tell(at(3, [2]), true);
  assert.deepEqual(taken(), ['set exit suspend', 'set score.raw 33', 'commit']);
  record.tell(at(3, [2, 3]), false);
  record.close();
  record.close();
  assert.deepEqual(taken(), ['set score.raw 67', 'set lesson_location 3 2 3', 'end']);
  assert.deepEqual(held, { lesson_status: 'incomplete', exit: 'suspend', 'score.raw': '67', lesson_location: '3 2 3' });
  assert.deepEqual(lost, ['all']);
});

test('whatever a platform answers, it is called three times at most: at the beginning, at each step, and at the end', () => {
  const before = { lesson_status: 'incomplete', 'score.raw': '33', lesson_location: '3 2' };
  /** @type {Record<string, Parameters<typeof platformWith>>} */
  const platforms = {
    new: [], again: [before], 'without a score': [{ lesson_status: 'incomplete', lesson_location: '3' }], 'that says nothing where there is nothing': [{}],
    'of somebody else': [{ lesson_status: 'passed', 'score.raw': '-', lesson_location: 'elsewhere' }],
    'that refuses all': [before, (name) => (name === 'set' || name === 'commit' ? 'false' : undefined)],
    'that tells nothing': [before, (name) => (name === 'get' || name === 'error' ? 'false' : undefined)],
    'that fails': [before, (name) => { if (name !== 'begin') throw new Error('down'); return undefined; }],
  };
  for (const [which, given] of Object.entries(platforms)) {
    const { record, taken, held } = platformWith(...given);
    /** @param {string} when */
    const few = (when) => {
      const calls = taken();
      assert.ok(calls.length <= 3, `a platform ${which}, ${when}: ${calls.join(', ')}`);
    };
    few('at the beginning');
    /** @type {number[]} */
    const solved = [];
    for (const step of [1, 2, 3, 4, 5, 6, 1, 2]) {
      record.tell(at(step, [...solved]), step > 1);
      if (at(1).challenges.includes(step)) solved.push(step);
      record.tell(at(step, [...solved], step === 6), false);
      few(`at step ${step}`);
    }
    record.close();
    few('at the end');
    if (!given[1] && held['score.raw'] !== '-') assert.deepEqual([held['score.raw'], held.lesson_location, held.exit], ['100', '2 2 3 5', 'suspend'], which);
  }
});

test('nothing falls: not by a lesson that begins again, nor by one that is begun anew after it was completed', () => {
  const once = platformWith();
  for (const step of [1, 2, 3, 4, 5, 6]) once.record.tell(at(step, [2, 3, 5].filter((each) => each <= step), step === 6), step > 1);
  for (const step of [1, 2]) once.record.tell(at(step), true);
  once.record.close();
  assert.deepEqual(once.held, { lesson_status: 'completed', 'score.raw': '100', lesson_location: '2 2 3 5', exit: 'suspend' });

  for (const lesson_status of ['completed', 'passed']) {
    // The place is of somebody else's; the score was reached all the same.
    const again = platformWith({ lesson_status, 'score.raw': '100', lesson_location: 'elsewhere' });
    for (const step of [1, 2, 3]) again.record.tell(at(step, [2]), step > 1);
    again.record.tell(at(6, [2], true), true);
    again.record.close();
    assert.deepEqual(again.held, { lesson_status, 'score.raw': '100', lesson_location: '6 2', exit: 'suspend' });
  }
});

test('what could not be read is not written over, and is said; completed is told all the same', () => {
  const before = { lesson_status: 'completed', 'score.raw': '100', lesson_location: '6 2 3 5' };
  /** As platforms fail: by name. @type {Record<string, Parameters<typeof platformWith>[1]>} */
  const faults = {
    false: (name) => (name === 'get' ? 'false' : undefined),
    throws: (name) => { if (name === 'get') throw new Error('down'); return undefined; },
    'as the standard has it': (name) => ({ get: '', error: '101' })[name],
  };
  for (const [which, fault] of Object.entries(faults)) {
    const { record, held, lost } = platformWith(before, fault);
    for (const step of [1, 2, 3, 4]) record.tell(at(step), step > 1);
    record.close();
    assert.deepEqual(held, { ...before, exit: 'suspend' }, which);
    assert.equal(lost.at(-1)?.split(' ')[0], 'refused', which);
    const last = platformWith({ ...before, lesson_status: 'incomplete' }, fault);
    for (const step of [1, 6]) last.record.tell(at(step, [], step === 6), step > 1);
    last.record.close();
    assert.deepEqual(last.held, { ...before, exit: 'suspend' }, which);
  }

  // It answers after a while: the reader has moved on, and stays; what was solved counts.
  let down = true;
  const late = platformWith({ lesson_status: 'incomplete', 'score.raw': '33', lesson_location: '4 3' }, (name) => (name === 'get' && down ? 'false' : undefined));
  late.record.tell(at(1), false);
  late.record.tell(at(2, [2]), true);
  assert.deepEqual(late.resumed, []);
  down = false;
  for (const step of [3, 4, 5]) late.record.tell(at(step, [2]), true);
  late.record.close();
  assert.deepEqual(late.resumed, [{ step: 4, solved: [3] }]);
  assert.deepEqual(late.held, { lesson_status: 'incomplete', 'score.raw': '67', lesson_location: '5 2 3', exit: 'suspend' });
  assert.deepEqual([late.lost[0], late.lost.at(-1)], ['refused status,place', 'all']);
});

test('a platform that was slow to begin is asked again; one that stays slow is told at the end, and nothing less than it has', (t) => {
  let clock = 0;
  t.mock.method(performance, 'now', () => clock);
  const before = { lesson_status: 'completed', 'score.raw': '100', lesson_location: '6 2 3 5' };
  const begun = platformWith(before, (name) => { if (name === 'begin') clock += 5000; return undefined; });
  assert.deepEqual([begun.taken(), begun.record.place.step], [['begin'], 0]);
  begun.record.tell(at(1), false);
  assert.deepEqual(begun.taken(), ['get lesson_status', 'get lesson_location']);
  assert.deepEqual(begun.resumed, [{ step: 6, solved: [2, 3, 5] }]);
  assert.deepEqual(begun.lost, ['all']);

  const slow = platformWith(before, () => { clock += 5000; return undefined; });
  for (const step of [1, 2, 3]) slow.record.tell(at(step), step > 1);
  assert.deepEqual(slow.lost, ['all', 'slow status,score,place']);
  assert.deepEqual(slow.taken(), ['begin', 'get lesson_status']);
  slow.record.close();
  assert.deepEqual(slow.taken(), ['set exit suspend', 'end']);
  assert.deepEqual(slow.held, { ...before, exit: 'suspend' });
});

test('what a platform refuses to keep is said once, and again only when it worked in between', () => {
  let down = true;
  const { record, lost } = platformWith(undefined, (name) => (name === 'commit' && down ? 'false' : undefined));
  for (const step of [1, 2, 3, 4]) record.tell(at(step), step > 1);
  assert.deepEqual(lost, ['all', 'refused status,score,place']);
  down = false;
  record.tell(at(5), true);
  assert.deepEqual(lost.slice(2), ['all']);
  down = true;
  for (const step of [6, 1]) record.tell(at(step), true);
  assert.deepEqual(lost.slice(3), ['refused status,score,place']);
});

test('the same sources make the same bytes, in any zone, and all of it is small enough', async () => {
  const lesson = json('tests/fixtures/lessons/good/every-kind.en.json');
  const ids = readdirSync('web/content/scenarios').map((each) => each.replace('.json', ''));
  const scenarios = new Map(ids.map((id) => [id, json(`web/content/scenarios/${id}.json`)]));
  const wasm = 'build/wasm/web';
  const used = [...new Set([lesson.vote, ...lesson.steps.flatMap((/** @type {any} */ { vote }) => vote ?? [])])];
  const votes = new Map(await Promise.all(used.map(async (id) => /** @type {const} */ ([id, await voteIn({ scenario: scenarios.get(id) }, words, pages[0].words, `${wasm}/council.wasm`)]))));
  const row = /** @type {typeof pages[number]} */ (pages.find(({ folder }) => folder === 'lesson'));
  const given = /** @type {any} */ ({
    words, catalogues: [words], scenario: scenarios.get(lesson.vote), vote: votes.get(lesson.vote), of: lesson.id, posters: '', style: '', script: '', named: [], head: '', assets: {}, chamberBytes: 1,
    more: await lessonIn(lesson, words, { scenarios, votes, wasm: `${wasm}/council.wasm` }),
  });
  const { TZ } = process.env;
  const made = [];
  for (const zone of ['Asia/Tokyo', 'America/Lima']) {
    process.env.TZ = zone;
    const alone = await openOffline({ words, wasm, texts: { all: 'é', canvas: '' }, palette: { light: { paper: '#fff', ink: '#000', against: '#f00' }, dark: {} }, scenarios, lessons: [lesson], pages: [{ row, of: lesson.id, given }] });
    made.push(alone.file(), alone.package(lesson.id).toString('base64'));
  }
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
  assert.ok(made[0] === made[2] && made[1] === made[3]);
  assert.ok(made[0].length < offlineBudget * 1024);
});
