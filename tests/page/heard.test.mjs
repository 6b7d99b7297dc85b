// What a screen reader is given to say by itself: one voice, which speaks once what has settled.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { heard, heardAll, holdBack, listen, openSite, radio, status } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** What the outcome says now, as the announcer says it. @param {Page} page */
const outcome = (page) => page.evaluate(() =>
  [...document.querySelector('[role=status]')?.children ?? []].map(({ textContent }) => textContent).filter(Boolean).join('\n'));
/** @param {Page} page */
const reset = (page) => page.getByRole('button', { name: 'Reset to the recorded vote' }).click();
/** Long enough for whatever there is to say. @param {Page} page */
const silence = (page) => page.waitForTimeout(900);

test('a page that arrives says nothing, whatever state its link opens', async () => {
  for (const hash of ['', '#s=dprk-panel-2024&v=YYYAYYYYYYYAYYY', '#rule=unsc-two-vetoes', '#v=YYYAYYYYYYYAYYY&step=2', '#controls']) {
    const page = await site.page({ hash, init: listen });
    await silence(page);
    assert.deepEqual(await heard(page), [], hash);
    await page.context().close();
  }
});

test('one place speaks, out of sight and empty but for the seconds in which it does', async () => {
  const page = await site.page();
  const live = page.locator('[aria-live]:not([aria-live=off]), [role=alert], output, [role=status]:not([aria-live=off])');
  assert.equal(await live.count(), 1);
  assert.deepEqual(await live.evaluate((each) => [each.getAttribute('aria-live'), each.getAttribute('aria-atomic'), each.role, each.textContent]),
    ['polite', 'true', null, '']);
  await radio(page, 'Russian Federation', 'Abstaining').check();
  await page.waitForFunction(() => document.querySelector('.announcer')?.textContent);
  assert.equal(await live.evaluate((each) => [...each.childNodes].map(({ nodeName }) => nodeName).join()), '#text');
  const { width, height } = await live.boundingBox() ?? { width: NaN, height: NaN };
  assert.ok(width <= 1 && height <= 1, 'out of sight');
  await page.waitForFunction(() => document.querySelector('.announcer')?.textContent === '');
});

test('four votes in a hurry are one text, four slow ones are four', async () => {
  const page = await site.page({ init: listen });
  await page.evaluate(() => {
    for (const member of ['DZA', 'ECU', 'GUY', 'JPN']) /** @type {HTMLInputElement} */ (document.querySelector(`input[name=${member}][value=A]`)).click();
  });
  assert.match(await status(page), /^Not adopted: vetoed by Russia\. 9 votes/);
  assert.deepEqual(await heardAll(page, 1), [await outcome(page)]);
  const said = await heard(page);
  for (const [i, member] of ['Malta', 'Mozambique', 'Slovenia', 'Switzerland'].entries()) {
    await radio(page, member, 'Against').check();
    said.push(await outcome(page));
    assert.deepEqual(await heardAll(page, i + 2), said);
  }
});

test('a vote that is taken back at once says nothing', async () => {
  const page = await site.page({ init: listen });
  await page.evaluate(() => {
    for (const letter of ['A', 'N']) /** @type {HTMLInputElement} */ (document.querySelector(`input[name=RUS][value=${letter}]`)).click();
  });
  await silence(page);
  assert.deepEqual(await heard(page), []);
});

test('outcome and reason are said whole and in order, though one of them stays', async () => {
  const page = await site.page({ init: listen });
  await radio(page, 'Japan', 'Abstaining').check();
  assert.deepEqual(await heardAll(page, 1), [
    'Not adopted: vetoed by Russia.\n12 votes in favour are enough, but a permanent member’s vote against blocks the text.']);
});

test('a reset, and Back over it, are said once each', async () => {
  const page = await site.page({ init: listen });
  await radio(page, 'Russian Federation', 'Abstaining').check();
  const [adopted] = await heardAll(page, 1);
  await reset(page);
  const recorded = await outcome(page);
  assert.deepEqual(await heardAll(page, 2), [adopted, recorded]);
  await page.goBack();
  assert.deepEqual(await heardAll(page, 3), [adopted, recorded, adopted]);
  await reset(page);
  await heardAll(page, 4);
  await reset(page);
  await silence(page);
  assert.equal((await heard(page)).length, 4, 'a reset of nothing says nothing');
});

test('a vote that plays over one that was not said yet says the answer alone', async () => {
  const page = await site.page({ init: listen });
  await page.evaluate(() => {
    /** @type {HTMLInputElement} */ (document.querySelector('input[name=FRA][value=N]')).click();
    /** @type {HTMLButtonElement} */ (document.querySelector('.current [value=adopted]')).click();
  });
  const said = await heardAll(page, 1);
  assert.deepEqual(said, ['You were right: the text would have been adopted. Thirteen in favour are more than the nine needed, ' +
    'and an abstention blocks nothing, not even that of a permanent member.']);
  // What was said is what the reader knows: the same outcome again is no news, another is.
  await radio(page, 'Russian Federation', 'Against').check();
  assert.deepEqual((await heardAll(page, 2)).slice(1), [await outcome(page)]);
});

test('a bad link is told once, and with it the outcome where that changes', async () => {
  const page = await site.page({ hash: '#v=YES', init: listen });
  assert.deepEqual(await heardAll(page, 1), ['This link does not fit the vote, so the recorded one is shown.']);
  await page.evaluate(() => { location.hash = 'v=YYYAYYYYYYYAYYY'; });
  assert.deepEqual((await heardAll(page, 2)).slice(1), [await outcome(page)]);
  await page.evaluate(() => { location.hash = 'v=YES'; });
  assert.deepEqual((await heardAll(page, 3)).slice(2), [`This link does not fit the vote, so the recorded one is shown.\n${await outcome(page)}`]);
});

test('what there is to say of a page that arrives waits until a screen reader listens', async () => {
  // Time stands still but for what the test lets pass.
  const page = await site.page({ hash: '#v=YES', init: listen, ready: '.note:not(:empty)', route: (each) => each.clock.install({ time: 0 }).then(() => each.clock.pauseAt(1)) });
  await page.clock.runFor(3900);
  assert.deepEqual(await heard(page), []);
  await page.clock.runFor(200);
  assert.equal((await heard(page)).length, 1);
  // From then on, as long as it takes to get through a change.
  await page.clock.runFor(3000);
  await radio(page, 'Russian Federation', 'Abstaining').dispatchEvent('click');
  await page.clock.runFor(500);
  assert.equal((await heard(page)).length, 1);
  await page.clock.runFor(200);
  assert.deepEqual((await heard(page)).slice(1), [await outcome(page)]);
});

test('what cannot be had is told once', async () => {
  for (const [files, words] of [
    ['**/council*.wasm', /^The vote rule could not be loaded/],
    ['**/chamber*.wasm', /^This picture stays as it is/],
  ]) {
    const page = await site.page({ init: listen, ready: '.note:not(:empty)', route: (each) => each.route(/** @type {string} */ (files), (route) => route.abort()) });
    const said = await heardAll(page, 1);
    assert.equal(said.length, 1);
    assert.match(said[0], /** @type {RegExp} */ (words));
    await page.context().close();
  }
});

test('what a reader chose before the rule was there is said', async () => {
  const { release, route } = holdBack('**/council*.wasm');
  const page = await site.page({
    init: listen,
    ready: 'fieldset',
    route,
  });
  await radio(page, 'Russian Federation', 'Abstaining').check();
  release();
  await page.waitForSelector('.chamber.live');
  assert.deepEqual(await heardAll(page, 1), [await outcome(page)]);
});

test('the next question has the focus before the old one is gone', async () => {
  const page = await site.page();
  const order = await page.evaluate(() => new Promise((resolve) => {
    const button = /** @type {HTMLButtonElement} */ (document.querySelector('.current .onward'));
    button.focus();
    button.click();
    const focused = document.activeElement?.textContent;
    const there = () => button.checkVisibility({ checkVisibilityCSS: true });
    const whenFocused = { there: there(), seen: button.checkVisibility({ checkOpacity: true }) };
    setTimeout(() => resolve({ focused, whenFocused, later: there() }), 600);
  }));
  assert.deepEqual(order, {
    focused: 'Question 2 of 3 Had six of the thirteen abstained, and nobody voted against?',
    whenFocused: { there: true, seen: false },
    later: false,
  });
});

test('no caret stays in a question that is gone: it would fall out of the questions, and the reader with it', async () => {
  const page = await site.page();
  // A screen reader takes the caret along as it reads.
  const caret = await page.evaluate(() => {
    const button = /** @type {HTMLButtonElement} */ (document.querySelector('.current .onward'));
    getSelection()?.collapse(button.firstChild);
    button.click();
    return getSelection()?.anchorNode?.textContent;
  });
  assert.equal(caret, undefined);
});
