// A lesson in somebody's page: its height, its steps told and asked for, and the element that shows it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, violations } from './axe.mjs';
import { layoutFaults, openSite, portray } from './browser.mjs';
import { json } from '../../web/site/words.mjs';

const lesson = json('web/content/lessons/veto.en.json');
const other = lesson.steps.findIndex((/** @type {any} */ { vote }) => vote) + 1;

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
// A sandboxed frame has no origin: hosts of the site let it load what it needs, as _headers has it.
before(async () => { site = await openSite({ headers: { 'Access-Control-Allow-Origin': '*' } }); });
after(() => site.close());

/** A host of our own, which keeps what it is told. @param {string} link @param {string} [sandbox] */
async function frameOf(link, sandbox) {
  const page = await site.page({
    hash: 'examples/host.html', ready: 'iframe', reducedMotion: 'reduce', viewport: { width: 700, height: 900 },
    route: (each) => each.route('**/examples/host.html', (route) => route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><title>Host</title><script>
        window.told = [];
        addEventListener('message', ({ data }) => { if (data?.veto === 1) { told.push(data); if (data.height) document.querySelector('iframe').height = data.height; } });
        window.say = (message) => document.querySelector('iframe').contentWindow.postMessage({ veto: 1, ...message }, '*');
        </script><input><iframe ${sandbox ? `sandbox="${sandbox}"` : ''} src="../embed-lesson-${lesson.id}.html${link}" width="100%" height="100" style="border:0"></iframe>`,
    })),
  });
  await page.waitForFunction(() => /** @type {any} */ (window).told.some((/** @type {any} */ { type }) => type === 'ready'));
  const frame = /** @type {import('playwright-core').Frame} */ (page.frames().find((each) => each.url().includes('embed-lesson')));
  return {
    page, frame,
    /** @param {object} message */
    say: (message) => page.evaluate((each) => /** @type {any} */ (window).say(each), message),
    /** Messages of a type. @param {string} type @returns {Promise<any[]>} */
    told: (type) => page.evaluate((which) => /** @type {any} */ (window).told.filter((/** @type {any} */ each) => each.type === which), type),
    /** @param {string} type @param {number} many */
    heard: (type, many) => page.waitForFunction(([which, count]) => /** @type {any} */ (window).told.filter((/** @type {any} */ each) => each.type === which).length >= Number(count), [type, many]),
  };
}

test('a lesson in a frame is as high as it says, is told and asked for steps, and takes no focus from its host', async () => {
  const { page, frame, say, told, heard } = await frameOf('#step=2');
  await frame.waitForSelector('.chamber.live');
  assert.equal(await frame.locator('meta[name=robots]').getAttribute('content'), 'noindex');
  assert.ok((await frame.locator('.step.current').innerText()).includes(lesson.steps[1].title));
  const inside = () => frame.evaluate(() => [document.documentElement.getBoundingClientRect().height, innerHeight, document.documentElement.scrollWidth - innerWidth]);
  await page.waitForFunction(() => document.querySelector('iframe')?.height !== '100');
  await page.waitForTimeout(100);
  const [height, room, over] = await inside();
  assert.deepEqual([Math.ceil(height), over], [room, 0]);

  await page.locator('input').focus();
  await say({ type: 'go', step: other });
  await heard('step', 1);
  assert.deepEqual((await told('step')).map(({ step }) => step), [other]);
  assert.ok((await frame.locator('.step.current').innerText()).includes(lesson.steps[other - 1].title));
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'INPUT');
  assert.equal(await page.evaluate(() => scrollY), 0);

  // Votes are those of the members who sit there now.
  const [member] = Object.entries((await told('change')).at(-1).votes).filter(([, vote]) => vote === 'not_participating').map(([code]) => code);
  await say({ type: 'set', votes: { [member]: 'abstaining' } });
  await page.waitForFunction((code) => /** @type {any} */ (window).told.at(-1).votes?.[code] === 'abstaining', member);
  await say({ type: 'reset' });
  await page.waitForFunction((code) => /** @type {any} */ (window).told.at(-1).votes?.[code] === 'not_participating', member);
  for (const step of [0, 99, '3', null]) await say({ type: 'go', step });
  await heard('error', 4);
  assert.match((await told('error'))[1].message, /^step: found 99, expected/);
  assert.ok((await frame.locator('.step.current').innerText()).includes(lesson.steps[other - 1].title));

  // The reader's own steps are told, too; whoever presses keeps the focus in the frame.
  await frame.locator('.onward .next').click();
  await heard('step', 2);
  assert.equal(await frame.evaluate(() => document.activeElement?.tagName), 'H2');
  assert.equal(await frame.locator('.present, .copy').count(), 0);
  assert.match(await frame.locator('.along').evaluate((link) => /** @type {HTMLAnchorElement} */ (link).href), /lesson-veto\.html/);
  await portray(page, 'lesson-frame');
  await frame.evaluate(axe);
  assert.deepEqual(await frame.evaluate(violations), []);
  assert.deepEqual(await frame.evaluate(layoutFaults), []);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('it wears what its host has chosen: light or dark, a colour, a family, a source, a correction', async () => {
  const given = new URLSearchParams({ step: '2', theme: 'dark', accent: '#e07a5f', font: 'serif', source: 'Our <b>school</b>', correction: 'A name was misspelt.', corrected: '2026-04-08' });
  const { page, frame, told } = await frameOf(`#${given}`);
  await frame.getByText('Added by the publisher').waitFor();
  assert.deepEqual(await frame.locator('aside p').allInnerTexts(), ['Added by the publisher', 'Source: Our <b>school</b>', 'Correction of 8 April 2026: A name was misspelt.']);
  await frame.waitForSelector('.chamber.live');
  assert.deepEqual(await frame.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(/** @type {Element} */ (document.querySelector('footer a'))).color, getComputedStyle(document.documentElement).fontFamily.split(',')[0]]),
    ['rgb(20, 23, 27)', 'rgb(224, 122, 95)', 'Georgia']);
  assert.ok((await frame.locator('.step.current').innerText()).includes(lesson.steps[1].title), 'it begins where its link says');
  await frame.evaluate(axe);
  assert.deepEqual(await frame.evaluate(violations), []);
  assert.deepEqual(await told('error'), []);
  assert.deepEqual(page.errors, []);
  await portray(page, 'lesson-frame-worn');
  await page.context().close();
  const wrong = await frameOf('#accent=url(x)');
  await wrong.heard('error', 1);
  assert.match((await wrong.told('error'))[0].message, /^accent: found url\(x\), expected a colour/);
  await wrong.page.context().close();
});

test('in a sandbox without an origin it lives, too', async () => {
  const { page, frame } = await frameOf('?from=2&to=4', 'allow-scripts');
  await frame.waitForSelector('.chamber.live');
  await frame.locator('.onward .next').click();
  await frame.waitForFunction((title) => document.title.startsWith(title), lesson.steps[2].title);
  await page.context().close();
});

test('the element shows a lesson from a step on, goes to others, and tells of them', async () => {
  const page = await site.page({ hash: 'examples/lesson.html', ready: 'veto-explainer:defined', viewport: { width: 760, height: 1100 } });
  await page.evaluate(() => {
    const heard = Object.assign(window, { heard: /** @type {number[]} */ ([]) }).heard;
    document.addEventListener('veto-step', (event) => heard.push(/** @type {CustomEvent} */ (event).detail.step));
  });
  const poster = page.locator('veto-explainer img');
  assert.ok(await poster.evaluate((image) => /** @type {HTMLImageElement} */ (image).decode().then(() => true)));
  await page.getByRole('button', { name: /One no/ }).click();
  const frame = page.frameLocator('veto-explainer iframe');
  await frame.locator('.chamber.live').waitFor({ state: 'attached' });
  assert.match(await frame.locator('.contents summary b').innerText(), /^Step 2 of/);
  await page.evaluate(() => document.querySelector('veto-explainer')?.goTo(4));
  await page.waitForFunction(() => /** @type {any} */ (window).heard.includes(4));
  assert.match(await frame.locator('.contents summary b').innerText(), /^Step 4 of/);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
