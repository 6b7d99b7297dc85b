// How the page looks and behaves as a guest: widths, densities, themes, text sizes, prefixes, policies, bytes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { figuresOf, overBudget } from '../../web/site/budget.mjs';
import { coloursAt, openSite, portray, radio, shifts, status, still } from './browser.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

test('every width with both themes and both text sizes: nothing overflows, the picture fits its place', async () => {
  const page = await site.page({ viewport: { width: 300, height: 900 }, deviceScaleFactor: 2 });
  // A first visit may be set in another typeface, when ours is late.
  await page.reload();
  await page.waitForSelector('.chamber.live');
  for (const [i, width] of [300, 320, 390, 768, 1280].entries()) {
    for (const [j, textSize] of [100, 200].entries()) {
      // Every width has every theme and every text size, and those have each other.
      const colorScheme = (i + j) % 2 ? 'dark' : 'light';
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.evaluate((percent) => { document.documentElement.style.fontSize = `${percent}%`; }, textSize);
      await still(page);
      await portray(page, `${width}-${colorScheme}-${textSize}`);
      const found = await page.evaluate(() => {
        const root = document.documentElement;
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
        const small = [...document.querySelectorAll('label, button')].filter((each) => {
          const box = each.getBoundingClientRect();
          return box.width < 44 || box.height < 44;
        });
        const clipped = [...document.querySelectorAll('label, legend, h1, h2, p, .outcome[role=status], li')].filter((each) =>
          each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0);
        return {
          sideways: root.scrollWidth - root.clientWidth,
          sharp: Math.abs(canvas.width - canvas.clientWidth * devicePixelRatio) <= 1 &&
            Math.abs(canvas.height - canvas.clientHeight * devicePixelRatio) <= 1,
          small: small.length,
          clipped: clipped.map((each) => each.textContent),
        };
      });
      assert.deepEqual(found, { sideways: 0, sharp: true, small: 0, clipped: [] }, `${width} px, ${colorScheme}, text at ${textSize} %`);
    }
  }
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('sharp at every density', async () => {
  for (const deviceScaleFactor of [1, 1.5, 2, 3]) {
    const page = await site.page({ deviceScaleFactor, viewport: { width: 390, height: 800 } });
    const { width, shown } = await page.locator('canvas').evaluate((canvas) => ({
      width: /** @type {HTMLCanvasElement} */ (canvas).width, shown: canvas.getBoundingClientRect().width }));
    assert.equal(width, Math.round(shown * deviceScaleFactor));
  }
});

test('nothing shifts: not on arrival, not on a vote, not under five vetoes', async () => {
  for (const width of [320, 390, 768, 1280]) {
    const page = await site.page({ viewport: { width, height: 900 } });
    const below = () => page.evaluate(() => (document.querySelector('.chamber')?.getBoundingClientRect().top ?? NaN) + scrollY);
    const place = await below();
    // Shifts right after input are excused by the metric, so places are compared as well.
    for (const member of ['China', 'France', 'United Kingdom', 'United States']) {
      await radio(page, member, 'Against').check();
      assert.equal(await below(), place, `${width} px, with the no of ${member}`);
    }
    await radio(page, 'Japan', 'Abstaining').check();
    assert.equal(await below(), place, `${width} px, too few votes`);
    await page.waitForTimeout(300);
    assert.deepEqual((await shifts(page, { prompted: true })).flatMap(({ moved }) => moved).filter((node) => !/^<(span|strong)\b/.test(node)), []);
    await page.context().close();
  }
});

test('where the still picture has a vote in favour, the canvas has it', async () => {
  for (const width of [320, 390, 1280]) {
    const page = await site.page({ viewport: { width, height: 900 }, colorScheme: 'light' });
    const places = await page.evaluate(() => {
      const corner = document.querySelector('canvas')?.getBoundingClientRect();
      const svg = [...document.querySelectorAll('.chamber svg')].find((each) => each.getBoundingClientRect().width > 0);
      return [...svg?.querySelectorAll('[fill="var(--in-favour)"]') ?? []]
        .map((each) => each.getBoundingClientRect())
        .filter(({ height }) => height > 20)
        // Just inside of every side, where nothing is drawn over a seat's mark or the tally's cell.
        .flatMap(({ left, right, top, bottom }) => [[left + 2.5, (top + bottom) / 2], [right - 2.5, (top + bottom) / 2],
          [(left + right) / 2, top + 2.5], [(left + right) / 2, bottom - 2.5]])
        .map(([x, y]) => ({ x: x - (corner?.left ?? 0), y: y - (corner?.top ?? 0) }));
    });
    assert.ok(places.length >= 4 * (13 + 13), `${width} px: ${places.length / 4} shapes`);
    const colours = await coloursAt(page, await page.locator('canvas').screenshot(), places);
    const others = places.filter((_, i) => colours[i] !== '#0b6e8a');
    assert.deepEqual(others, [], `${width} px`);
    await page.context().close();
  }
});

test('a typeface that comes late moves nothing, and the wider one in its place fits', async () => {
  const page = await site.page({
    viewport: { width: 300, height: 900 },
    init: () => {
      // Before anything is shown.
      new MutationObserver((_, observer) => {
        if (!document.documentElement) return;
        document.documentElement.style.fontSize = '200%';
        observer.disconnect();
      }).observe(document, { childList: true });
    },
    route: (each) => each.route('**/fonts-*.css', async (route) => {
      await new Promise((resolve) => { setTimeout(resolve, 2500); });
      await route.continue();
    }),
  });
  await page.waitForTimeout(300);
  assert.deepEqual(await shifts(page, { prompted: true }), []);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('label, legend, h1, h2, p, li')]
    .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0).map((each) => each.textContent)), []);
  await page.context().close();
});

test('works under a path prefix and a strict policy, and asks nobody else for anything', async () => {
  const policy = readFileSync('build/site/content-security-policy.txt', 'utf8').trim();
  const shown = policy.replace(/( 'sha256-[^']*')+/g, " 'sha256-…'");
  assert.ok(readFileSync('README.md', 'utf8').includes(`\n${shown}\n`), `the README lists another policy than ${policy}`);
  const strict = await openSite({ prefix: '/news/2024', headers: { 'Content-Security-Policy': policy } });
  try {
    /** @type {string[]} */
    const requests = [];
    const page = await strict.page({ route: async (each) => { each.on('request', (request) => requests.push(request.url())); } });
    await radio(page, 'Russian Federation', 'Abstaining').check();
    assert.match(await status(page), /^Adopted\./);
    assert.deepEqual(page.errors, []);
    for (const url of requests) assert.ok(url.startsWith(strict.url), url);
    assert.deepEqual(await page.context().cookies(), []);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  } finally {
    await strict.close();
  }
});

test('every page keeps its budget: with live controls, and with everything', () => {
  const figures = figuresOf('build/site');
  for (const { file, live, all } of figures) console.log(`${file}: ${(live / 1024).toFixed(2)} KiB with live controls, ${(all / 1024).toFixed(2)} KiB in all`);
  assert.deepEqual(overBudget(figures), []);
});
