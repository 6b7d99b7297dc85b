// A lesson on the wall: the teacher's window, the keys, the code to scan. Which address others reach is told by a table.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import jsQR from 'jsqr';
import { isReachable } from '../../web/page/lesson/scan.js';
import { axe, violations } from './axe.mjs';
import { layoutFaults, openSite, still } from './browser.mjs';

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
  assert.deepEqual(await notes.evaluate(violations), []);
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
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.presenting').count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'plain now present');
  assert.ok(notes.isClosed());
  // Nothing of it acts any more.
  await page.keyboard.press('b');
  await page.keyboard.press('PageDown');
  assert.ok(!await dark());
  assert.ok(!page.url().includes('step=2'));
  await page.context().close();
});

test('on the wall every step is large, black on white, and nothing covers the chamber', async () => {
  const page = await open({ init: alone });
  await page.locator('.present').click();
  await page.waitForSelector('.presenting');
  for (let n = 1; n <= lesson.steps.length; ++n) {
    await still(page);
    const step = `step ${n}: ${await heading(page)}`;
    const told = await page.evaluate(() => {
      const box = (/** @type {Element | null} */ each) => /** @type {Element} */ (each).getBoundingClientRect();
      const chamber = box(document.querySelector('.chamber'));
      const others = [...document.querySelectorAll('.step.current > *, .verdict .outcome:not(.room), .wall > :not([hidden])')]
        .filter((each) => getComputedStyle(each).visibility === 'visible').map(box).filter(({ width, height }) => width * height > 0);
      return {
        size: parseFloat(getComputedStyle(/** @type {Element} */ (document.querySelector('.step.current h2'))).fontSize),
        rem: parseFloat(getComputedStyle(document.documentElement).fontSize),
        paper: getComputedStyle(document.body).backgroundColor,
        // The picture's foot, a key for readers who are near, is cut off.
        fits: chamber.top >= 0 && chamber.bottom - 2.75 * parseFloat(getComputedStyle(document.documentElement).fontSize) <= innerHeight && chamber.right <= innerWidth,
        met: others.filter(({ left, right, top, bottom }) => left < chamber.right && right > chamber.left && top < chamber.bottom && bottom > chamber.top).length,
        sideways: document.documentElement.scrollWidth > innerWidth,
      };
    });
    assert.ok(told.size >= 34, `${step}: ${told.size} px`);
    // Names are 15/16 of it.
    assert.ok(told.rem * 15 / 16 >= 20 - 0.01, `${step}: names of ${told.rem * 15 / 16} px`);
    assert.deepEqual([told.paper, told.fits, told.met, told.sideways], ['rgb(255, 255, 255)', true, 0, false], step);
    await page.keyboard.press('PageDown');
  }
  await page.context().close();
});

test('the code holds the address of the step, where others can reach it; here they cannot', async () => {
  const page = await open({ init: alone });
  await page.locator('.present').click();
  await page.waitForSelector('.presenting');
  assert.ok(await page.locator('.scan').isHidden());
  await page.keyboard.press('q');
  assert.equal(await page.locator('.scanning').count(), 0);
  await page.context().close();

  const name = 'lessons.veto-explainer.org';
  const { port } = new URL(site.url);
  const reached = await site.page({ init: alone, viewport: { width: 1280, height: 720 }, ready: '.present:enabled', hash: '',
    // As if the site were published: every request for it is answered by the one that is here.
    route: async (each) => {
      await each.route(`http://${name}/**`, async (route) => route.fulfill({ response: await route.fetch({ url: route.request().url().replace(name, `localhost:${port}`) }) }));
      const go = each.goto.bind(each);
      each.goto = () => go(`http://${name}/lesson-${lesson.id}.html`);
    } });
  await reached.locator('.present').click();
  await reached.waitForSelector('.presenting');
  await reached.keyboard.press('PageDown');
  await reached.keyboard.press('q');
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
  await reached.context().close();
});

test('where windows are blocked, that is said, and everything else goes on', async () => {
  const page = await open({ init: alone });
  await page.locator('.present').click();
  await page.waitForFunction(() => document.querySelector('.announcer')?.textContent?.includes('blocked the window'));
  await page.keyboard.press('ArrowRight');
  assert.match(page.url(), /step=2/);
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
