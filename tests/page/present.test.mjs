// A lesson on the wall: the teacher's window, the keys, the code to scan. Which address others reach is told by a table.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import jsQR from 'jsqr';
import { isReachable } from '../../web/page/lesson/scan.js';
import { axe, violations } from './axe.mjs';
import { openSite, radio, still } from './browser.mjs';

/** The longest of the house, so that every kind of step is there. */
const lessons = readdirSync('web/content/lessons').filter((file) => file.endsWith('.en.json'))
  .map((file) => JSON.parse(readFileSync(`web/content/lessons/${file}`, 'utf8'))).sort((a, b) => b.steps.length - a.steps.length);
const [lesson] = lessons;

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** @param {Parameters<typeof site.page>[0]} [choices] */
const open = (choices) => site.page({ hash: `lesson-${lesson.id}.html`, viewport: { width: 1280, height: 720 }, ...choices });
/** As a browser that lets no window open; the page itself is in front then. */
const alone = () => { window.open = () => null; };
/** The same in a window whose size can be set. */
const aloneInWindow = () => {
  window.open = () => null;
  Element.prototype.requestFullscreen = () => Promise.reject(new Error('not here'));
};
/**
 * A key of a keyboard that is set to another script.
 * @param {import('playwright-core').Page} page
 * @param {string} key
 * @param {string} code  where it is
 */
async function press(page, key, code) {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code });
  await session.detach();
}
/** @param {import('playwright-core').Page} page */
const heading = (page) => page.locator('.step.current h2').innerText();

test('notes, the next step and a clock stand in a window of their own; steps turn in both, and the wall shows no note', async () => {
  const page = await open();
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.locator('.present').click()]);
  await notes.waitForSelector('h1:not(:empty)');
  assert.equal(await notes.title(), `Notes: ${lesson.title}`);
  assert.equal(await notes.evaluate(() => document.documentElement.lang), 'en');
  const [first, second] = lesson.steps;
  assert.equal(await notes.locator('h1').innerText(), `1 · ${first.title}`);
  assert.deepEqual(await notes.locator('.said p').allInnerTexts(), first.notes ?? ['No notes for this step.']);
  assert.match(await notes.locator('.following').innerText(), new RegExp(`2 · ${second.title.replace(/[?.()]/g, '\\$&')}`));
  assert.match(await notes.getByRole('timer').innerText(), /^0:0\d$/);
  assert.match(await notes.locator('.ends').innerText(), new RegExp(`^This step ends at ${first.minutes}:00\\. On time\\.$`));
  assert.ok(await notes.getByRole('button', { name: 'Back' }).isDisabled());
  const shown = await page.locator('body').innerText();
  for (const note of lesson.steps.flatMap((/** @type {any} */ step) => step.notes ?? [])) assert.ok(!shown.includes(note), note);

  await notes.getByRole('button', { name: 'Next' }).click();
  assert.match(await page.title(), new RegExp(`^${second.title.replace(/[?.()]/g, '\\$&')}`));
  assert.equal(await notes.locator('h1').innerText(), `2 · ${second.title}`);
  await notes.keyboard.press('ArrowLeft');
  assert.equal(await notes.locator('h1').innerText(), `1 · ${first.title}`);
  await page.keyboard.press('PageDown');
  assert.equal(await notes.locator('h1').innerText(), `2 · ${second.title}`);
  assert.ok(new URL(page.url()).hash.includes('step=2'), 'the step is in the address, as for a pupil');
  // To a step whose vote is another one, which has to come first.
  const other = lesson.steps.findIndex((/** @type {any} */ { vote }) => vote) + 1;
  for (let n = 3; n <= other; ++n) {
    await notes.getByRole('button', { name: 'Next' }).click();
    await page.waitForFunction((title) => document.title.startsWith(title), lesson.steps[n - 1].title);
  }
  assert.ok(new URL(page.url()).hash.includes(`s=${lesson.steps[other - 1].vote}`));

  await notes.evaluate(axe);
  await page.keyboard.press('Home');
  for (let n = 1; n <= lesson.steps.length; ++n) {
    await page.waitForFunction((title) => document.title.startsWith(title), lesson.steps[n - 1].title, { polling: 20 });
    assert.deepEqual(await notes.evaluate(violations), [], `notes of step ${n}`);
    await notes.keyboard.press('PageDown');
  }
  await notes.setViewportSize({ width: 320, height: 700 });
  assert.ok(await notes.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  const closed = notes.waitForEvent('close');
  await notes.getByRole('button', { name: 'End' }).click();
  await closed;
  assert.equal(await page.locator('.presenting').count(), 0);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('a clicker’s keys turn the steps, B makes the wall black; letters can be switched off, and Escape ends it all', async () => {
  const page = await open();
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.locator('.present').click()]);
  await notes.waitForSelector('h1:not(:empty)');
  const dark = () => page.evaluate(() => getComputedStyle(document.body).visibility === 'hidden' && getComputedStyle(document.documentElement).backgroundColor === 'rgb(0, 0, 0)');
  await page.keyboard.press('b');
  assert.ok(await dark());
  assert.equal(await notes.getByRole('button', { name: 'Black screen' }).getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('.');
  assert.ok(!await dark());
  // Where the focus is on a radio button or a box, a clicker turns the steps all the same; arrows choose among the buttons.
  await page.locator('.members input:checked').first().focus();
  await page.keyboard.press('PageDown');
  assert.match(await notes.locator('h1').innerText(), /^2 · /);
  await page.locator('.members input:checked').first().focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await notes.locator('h1').innerText(), /^2 · /);
  await page.keyboard.press('PageUp');
  assert.match(await notes.locator('h1').innerText(), /^1 · /);
  await notes.getByRole('checkbox').focus();
  await notes.keyboard.press('ArrowRight');
  await notes.keyboard.press('PageUp');
  assert.match(await notes.locator('h1').innerText(), /^1 · /);
  await notes.keyboard.press('b');
  assert.ok(await dark());
  await press(page, 'и', 'KeyB');
  assert.ok(!await dark(), 'B is where it is printed, whatever the keyboard is set to');
  await notes.getByRole('checkbox').uncheck();
  for (const key of ['b', 'B', '.', 'n', 'q']) await page.keyboard.press(key);
  assert.ok(!await dark());
  await page.keyboard.press('End');
  assert.match(await notes.locator('h1').innerText(), new RegExp(`^${lesson.steps.length} · `));
  assert.equal(await notes.locator('.following').innerText().then((text) => text.split('\n').pop()), 'This is the last step.');
  await page.keyboard.press('PageDown');
  assert.match(await notes.locator('h1').innerText(), new RegExp(`^${lesson.steps.length} · `));
  await page.keyboard.press('Home');
  assert.match(await notes.locator('h1').innerText(), /^1 · /);
  await notes.getByRole('checkbox').check();
  await page.keyboard.press('b');
  assert.ok(await dark());
  await notes.close();
  await page.waitForFunction(() => getComputedStyle(document.body).visibility === 'visible', null, { polling: 100 });
  await page.keyboard.press('b');
  assert.ok(!await dark(), 'nor do letters act without the box');
  await page.getByRole('button', { name: 'Notes' }).click();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.presenting').count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'plain now present');
  assert.equal(page.context().pages().length, 1);
  // Nothing of it acts any more.
  await page.keyboard.press('b');
  await page.keyboard.press('PageDown');
  assert.ok(!await dark());
  assert.ok(!page.url().includes('step=2'));
  await page.context().close();
});

test('on the wall every step of every lesson is large, black on white, and nothing covers the chamber; axe objects to nothing', async () => {
  for (const { id, steps } of lessons) {
    const page = await open({ init: aloneInWindow, hash: `lesson-${id}.html` });
    await page.evaluate(axe);
    await page.locator('.present').click();
    await page.waitForSelector('.presenting');
    for (let n = 1; n <= steps.length; ++n) {
      const { kind } = steps[n - 1];
      const step = `${id}, step ${n}: ${await heading(page)}`;
      // Larger, it is the same in proportion, but for what a finger needs at the foot.
      for (const [width, height] of /challenge|ballot/.test(kind) ? [[1920, 1080], [1280, 720]] : [[1280, 720]]) {
        await page.setViewportSize({ width, height });
        await still(page);
        const told = await page.evaluate(() => {
          const box = (/** @type {Element | null} */ each) => /** @type {Element} */ (each).getBoundingClientRect();
          const chamber = box(document.querySelector('.chamber'));
          const foot = box(document.querySelector('.help p'));
          const others = [...document.querySelectorAll('.step.current > *, .verdict .outcome:not(.room), .wall > :not([hidden]), .blocked, .help > *')]
            .filter((each) => getComputedStyle(each).visibility === 'visible').map(box).filter(({ width, height }) => width * height > 0);
          return {
            size: parseFloat(getComputedStyle(/** @type {Element} */ (document.querySelector('.step.current h2'))).fontSize),
            rem: parseFloat(getComputedStyle(document.documentElement).fontSize),
            paper: getComputedStyle(document.body).backgroundColor,
            // The picture's foot, a key for readers who are near, is cut off.
            fits: chamber.top >= 0 && chamber.bottom - 2.75 * parseFloat(getComputedStyle(document.documentElement).fontSize) <= innerHeight && chamber.right <= innerWidth,
            met: others.filter(({ left, right, top, bottom }) => left < chamber.right && right > chamber.left && top < chamber.bottom && bottom > chamber.top).length,
            sideways: document.documentElement.scrollWidth > innerWidth,
            reached: foot.top > 0 && foot.bottom <= innerHeight,
          };
        });
        assert.ok(told.size >= 34, `${step}: ${told.size} px`);
        // Names are 15/16 of it.
        assert.ok(told.rem * 15 / 16 >= 20 - 0.01, `${step}: names of ${told.rem * 15 / 16} px`);
        assert.deepEqual([told.paper, told.fits, told.met, told.sideways, told.reached], ['rgb(255, 255, 255)', true, 0, false, true], `${step}, ${width} px`);
      }
      assert.deepEqual(await page.evaluate(violations), [], step);
      await page.keyboard.press('PageDown');
    }
    await page.context().close();
  }
});

test('fifteen votes of a class are fifteen letters, typed without waiting wherever the focus is; none of them opens anything', async () => {
  const chamber = lessons.find(({ id }) => id === 'chamber');
  const n = chamber.steps.findIndex((/** @type {any} */ { kind }) => kind === 'ballot') + 1;
  const page = await open({ hash: `lesson-chamber.html#step=${n}` });
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.locator('.present').click()]);
  await notes.waitForSelector('h1:not(:empty)');
  assert.match(await notes.locator('.letters').innerText(), /Y, N, A, X or 1 to 4 enter them/);
  const votes = 'YYNAYXYYYYYNYYA';
  const cast = () => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('v');
  const focus = { wall: () => page.locator('.step.current h2').focus(), field: () => page.locator('.current .ballot input').focus(), notes: () => notes.locator('h1').focus() };
  for (const [where, go] of Object.entries(focus)) {
    await go();
    const began = Date.now();
    await (where === 'notes' ? notes : page).keyboard.type(votes);
    assert.equal(cast(), votes, where);
    assert.ok(Date.now() - began < 30000);
    assert.equal(await page.locator('.current .who').innerText(), 'All 15 have voted.');
    await page.getByRole('button', { name: 'Start again' }).press('Enter');
    assert.equal(await page.locator('.current .place').innerText(), '0/15');
  }
  assert.equal(page.context().pages().length, 2);
  // Which vote is meant nobody can tell while letters are switched off.
  await notes.getByRole('checkbox').uncheck();
  await page.locator('.step.current h2').focus();
  await page.keyboard.type('YNAX1');
  assert.equal(await page.locator('.current .place').innerText(), '0/15');
  await page.context().close();
});

test('a challenge on the wall: what it is decided by, hints, its start again and the solution, in sight and by keys', async () => {
  const n = lesson.steps.findIndex((/** @type {any} */ { challenge, rule }) => challenge && rule) + 1;
  const { challenge: { hints, tries, solution } } = lesson.steps[n - 1];
  const page = await open({ init: alone, hash: `lesson-${lesson.id}.html#step=${n}` });
  await page.locator('.present').click();
  await page.waitForSelector('.presenting');
  const step = page.locator('.step.current');
  assert.match(await step.locator('.shown').innerText(), /^Decided by another rule: /m);
  assert.ok(await step.locator('.shown a').count() === 0 || await step.locator('.shown a').isHidden(), 'no way out of the lesson');
  assert.ok(await page.getByRole('link', { name: 'Open in the explorer' }).isHidden());
  const seen = (/** @type {import('playwright-core').Locator} */ place) => place.evaluate((each) => {
    const { top, bottom } = each.getBoundingClientRect();
    const foot = /** @type {Element} */ (document.querySelector('.help p')).getBoundingClientRect();
    return top >= 0 && bottom <= foot.top;
  });
  const letters = () => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('v');
  const start = letters();
  await page.getByRole('button', { name: 'A hint' }).press('Enter');
  assert.equal(await page.locator('.told-hints').innerText(), hints[0]);
  assert.ok(await seen(page.locator('.told-hints li')), 'the hint comes into sight');
  for (let tried = 0; tried < tries; ++tried) {
    assert.ok(await page.getByRole('button', { name: 'Show a solution' }).isHidden());
    await radio(page, 'Japan', 'Abstaining').check();
    await page.getByRole('button', { name: 'Start again' }).press('Enter');
    assert.equal(letters(), start);
  }
  await page.getByRole('button', { name: 'Show a solution' }).press('Enter');
  assert.match(await step.locator('.reply').innerText(), /^This is one solution\./);
  assert.ok(await seen(step.locator('.reply')), 'and so does what is said of a vote');
  assert.notEqual(letters(), start);
  assert.ok(solution);
  await page.keyboard.press('PageDown');
  assert.equal(await page.evaluate(() => scrollY), 0, 'the next step is read from its beginning');
  await page.context().close();
});

test('full screen: at once where no window takes the press, at the next press where one does; a window that opens ends nothing', async () => {
  const filled = async (/** @type {import('playwright-core').Page} */ page) => {
    // While another window is in front, a page has no frames to wait by.
    for (let n = 0; n < 100 && !await page.evaluate(() => document.fullscreenElement); ++n) await page.waitForTimeout(20);
    return page.evaluate(() => document.fullscreenElement === document.documentElement);
  };
  const blocked = await open({ init: alone });
  await blocked.locator('.present').click();
  assert.ok(await filled(blocked));
  await blocked.context().close();

  const page = await open();
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.locator('.present').click()]);
  await notes.waitForSelector('h1:not(:empty)');
  await page.keyboard.press('PageDown');
  assert.ok(await filled(page));
  // Some browsers leave it for the notes.
  await notes.close();
  await page.getByRole('button', { name: 'Notes' }).click();
  await page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
  assert.equal(await page.locator('.presenting').count(), 1);
  await page.waitForTimeout(1000);
  await page.keyboard.press('PageDown');
  assert.ok(await filled(page));
  await page.evaluate(() => document.exitFullscreen());
  await page.waitForSelector('html:not(.presenting)', { state: 'attached' });
  await page.context().close();
});

test('the code holds the address of the step, where others can reach it; here they cannot', async () => {
  const page = await open();
  await Promise.all([page.waitForEvent('popup'), page.locator('.present').click()]);
  await page.waitForSelector('.presenting');
  assert.ok(await page.locator('.scan').isHidden());
  await page.keyboard.press('q');
  assert.equal(await page.locator('.scanning').count(), 0);
  await page.context().close();

  const name = 'lessons.veto-explainer.org';
  const { port } = new URL(site.url);
  // A wall of four to three has room for it beside the words of some steps.
  const reached = await site.page({ viewport: { width: 1280, height: 960 }, ready: '.present:enabled', hash: '',
    // As if the site were published: every request for it is answered by the one that is here.
    route: async (each) => {
      await each.route(`http://${name}/**`, async (route) => route.fulfill({ response: await route.fetch({ url: route.request().url().replace(name, `localhost:${port}`) }) }));
      const go = each.goto.bind(each);
      each.goto = () => go(`http://${name}/lesson-${lesson.id}.html`);
    } });
  const [notes] = await Promise.all([reached.waitForEvent('popup'), reached.locator('.present').click()]);
  await notes.waitForSelector('h1:not(:empty)');
  let small = 0;
  for (let n = 1; n <= lesson.steps.length; ++n) {
    await reached.waitForFunction((title) => document.title.startsWith(title), lesson.steps[n - 1].title, { polling: 20 });
    const met = await reached.evaluate(() => {
      const [scan, ...others] = ['.scan', '.chamber', '.verdict .outcome:not(.room)', '.help p'].map((each) => /** @type {Element} */ (document.querySelector(each)));
      if (getComputedStyle(scan).visibility === 'hidden') return undefined;
      const { left, right, top, bottom } = scan.getBoundingClientRect();
      return others.map((each) => each.getBoundingClientRect()).filter((box) => left < box.right && box.left < right && top < box.bottom && box.top < bottom).length;
    });
    assert.ok(!met, `the code of step ${n} covers something`);
    if (met === 0) small += 1;
    await reached.keyboard.press('PageDown');
  }
  assert.ok(small > 0, 'some steps have room for it');
  await reached.keyboard.press('q');
  assert.equal(await reached.locator('.scanning').count(), 1);
  await reached.keyboard.press('q');
  await reached.keyboard.press('Home');
  await reached.keyboard.press('PageDown');
  // Without the notes by a finger: there is no box that switches letters off.
  await notes.close();
  await reached.getByRole('button', { name: 'Code to scan' }).click();
  const { path, size } = await reached.locator('.scan svg').evaluate((svg) => ({ path: svg.querySelector('path')?.getAttribute('d') ?? '', size: Number(svg.getAttribute('viewBox')?.split(' ')[2]) }));
  // Drawn and read by others than drew it.
  const pixels = await reached.evaluate(([d, modules]) => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Number(modules) * 4;
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.setTransform(4, 0, 0, 4, 16, 16);
    pen.fillStyle = 'black';
    pen.fill(new Path2D(String(d)));
    return [...pen.getImageData(0, 0, canvas.width, canvas.height).data];
  }, [path, size]);
  assert.equal(/** @type {any} */ (jsQR)(Uint8ClampedArray.from(pixels), size * 4, size * 4)?.data, reached.url());
  assert.match(reached.url(), /step=2/);
  assert.ok(await reached.locator('.scan svg').evaluate((svg) => svg.getBoundingClientRect().height > innerHeight / 2), 'large enough for the last row');
  await reached.locator('.scan').click();
  assert.equal(await reached.locator('.scanning').count(), 0);
  await reached.context().close();
});

test('where windows are blocked, that is said in sight, and everything goes on by touch; no letter acts, for none can be switched off', async () => {
  const page = await open({ init: () => { window.open = () => { Object.assign(window, { asked: (/** @type {any} */ (window).asked ?? 0) + 1 }); return null; }; }, hasTouch: true });
  await page.locator('.present').tap();
  await page.waitForFunction(() => document.querySelector('.announcer')?.textContent?.includes('blocked the window'));
  const said = page.locator('.blocked').filter({ hasText: /^The browser has blocked the window with your notes/, visible: true });
  assert.equal(await said.count(), 1);
  for (const key of ['b', '.', 'q', 'n']) await page.keyboard.press(key);
  assert.equal(await page.locator('.dark, .scanning').count(), 0);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).asked), 1);
  const button = (/** @type {string} */ name) => page.locator('.unattended').getByRole('button', { name, exact: true });
  assert.ok(await button('Back').isDisabled());
  await button('Next').tap();
  assert.match(page.url(), /step=2/);
  assert.equal(await said.count(), 0, 'whoever goes on has read it');
  await button('Back').tap();
  assert.match(await page.title(), new RegExp(`^${lesson.steps[0].title}`));
  await button('Notes').tap();
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).asked), 2, 'a browser that allows it now is asked again');
  await page.keyboard.press('ArrowRight');
  assert.match(page.url(), /step=2/);
  await button('End').tap();
  assert.equal(await page.locator('.presenting, .unattended, .blocked').count(), 0);
  await page.context().close();
});

test('which addresses others can reach: phones in the same room share the network', () => {
  for (const [address, is] of /** @type {[string, boolean][]} */ ([
    ['https://veto.example.org/a/lesson-veto.html', true], ['http://93.184.216.34/', true], ['https://[2606:2800::1]/', true],
    ['http://192.168.1.20/', true], ['http://10.0.0.7/', true], ['http://172.16.3.4:8080/', true], ['http://169.254.1.1/', true], ['http://school.local/', true],
    ['http://teacher-pc/', true], ['http://[fe80::1]/', true], ['http://[fd00::1]/', true], ['https://localhost.example.org/', true], ['https://mylocalhost/', true],
    ['file:///home/t/veto.html', false], ['http://localhost:8080/', false], ['http://veto.localhost/', false], ['http://127.0.0.1/', false], ['http://127.9.9.9/', false],
    ['http://0.0.0.0:8080/', false], ['http://[::1]/', false],
  ])) assert.equal(isReachable(new URL(address)), is, address);
});
