// The gallery module by itself: plots in the chamber's place, on a canvas and as SVG, and what is pressed in them.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { findSeat, frames, openSite, portray, still } from './browser.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  const served = 'build/gallery';
  rmSync(served, { recursive: true, force: true });
  mkdirSync(served, { recursive: true });
  for (const each of ['web/page/modules', 'web/content/strings', 'web/content/scenarios', 'tests/fixtures/vetoes',
    'build/wasm/web/gallery.js', 'build/wasm/web/gallery.wasm', 'build/wasm/web/fonts']) cpSync(each, `${served}/${each}`, { recursive: true });
  site = await openSite({ folder: served });
});
after(() => site.close());

const palette = { paper: '#fbfaf6', ink: '#1b1f24', soft: '#5b626b', line: '#d8d5cc', table: '#ede9df', card: '#ffffff',
  'in-favour': '#0b6e8a', against: '#c23b12', abstaining: '#6b6f76', stamp: '#b3261e' };

/**
 * A page with nothing on it but a gallery, which waits in `window.gallery`; what was done in it in `window.done`.
 * @param {{ width: number, onCanvas: boolean, context?: import('playwright-core').BrowserContextOptions }} choices
 */
async function openPage({ width, onCanvas, context }) {
  const colours = Object.entries(palette).map(([ink, colour]) => `--${ink}:${colour}`).join(';');
  const page = await site.page({
    ready: 'body', viewport: { width, height: 900 }, ...context,
    route: (each) => each.route(site.url, (route) => route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Host</title><style>:root{${colours}}body{margin:0;background:var(--paper)}svg,canvas{display:block;inline-size:100%;block-size:600px}</style>` +
        '<body><div class="chamber"><svg xmlns="http://www.w3.org/2000/svg"></svg><canvas></canvas></div>',
    })),
  });
  await page.evaluate(async ({ drawn }) => {
    const at = (/** @type {string} */ path) => fetch(path).then((response) => response.text());
    const bytes = async (/** @type {string} */ path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
    const { openGallery } = await import(/** @type {string} */ ('/web/page/modules/gallery.js'));
    const [canvas, picture] = [document.querySelector('canvas'), document.querySelector('svg')];
    /** @type {unknown[]} */
    const done = [];
    const without = Promise.reject(new Error('No typefaces'));
    without.catch(() => {});
    const gallery = await openGallery({
      canvas, picture,
      moduleUrl: '/build/wasm/web/gallery.js',
      wasmUrl: '/build/wasm/web/gallery.wasm',
      fonts: drawn ? Promise.all(['regular', 'bold'].map((weight) => bytes(`/build/wasm/web/fonts/inter-${weight}.otf`))) : without,
      words: await at('/web/content/strings/en.json'),
      scenario: await at('/web/content/scenarios/dprk-panel-2024.json'),
      onAction: (/** @type {string} */ action) => { done.push(action); },
      onLook: (/** @type {unknown} */ look) => { done.push(look); },
      onLive: (/** @type {string} */ live) => { (live === 'canvas' ? picture : canvas)?.setAttribute('hidden', ''); Object.assign(window, { live }); },
    });
    for (const hidden of document.querySelectorAll('[hidden]')) /** @type {HTMLElement} */ (hidden).style.display = 'none';
    Object.assign(window, { gallery, done });
  }, { drawn: onCanvas });
  return page;
}

/** Shows one of its pictures, as high as that is; the height in units. @param {import('playwright-core').Page} page @param {string} which @param {number} width */
async function show(page, which, width) {
  const height = await page.evaluate(([name, units]) => {
    const { gallery } = /** @type {any} */ (window);
    gallery.exhibit(name);
    const high = gallery.heightIn(units);
    for (const each of document.querySelectorAll('svg, canvas')) /** @type {HTMLElement} */ (each).style.blockSize = `${high || 600}px`;
    return high;
  }, /** @type {const} */ ([which, width]));
  await frames(page);
  await still(page);
  return height;
}

/** The blocks, one a veto, and the key's two. */
const block = 'svg rect[rx=".5"], svg rect[rx="0"][stroke]';
const index = readFileSync('tests/fixtures/vetoes/good/small.json', 'utf8');
/** @param {import('playwright-core').Page} page @param {string} method @param {unknown} argument */
const tell = (page, method, argument) => page.evaluate(([name, value]) => /** @type {any} */ (window).gallery[/** @type {string} */ (name)](value), /** @type {const} */ ([method, argument]));
/** @param {import('playwright-core').Page} page */
const done = (page) => page.evaluate(() => /** @type {any} */ (window).done);

for (const width of [390, 960]) {
  test(`as SVG, ${width} px wide: the chamber, power, vetoes, and what is pressed in them`, async () => {
    const page = await openPage({ width, onCanvas: false });
    const words = () => page.locator('svg').evaluate((svg) => [...svg.querySelectorAll('text')].map((each) => each.textContent));
    assert.equal(await show(page, 'chamber', width), 0);
    assert.ok((await words()).includes('VETOED'));
    assert.equal(await tell(page, 'told', undefined), '');

    const alone = await show(page, 'power', width);
    assert.equal((await words()).filter((word) => word === '16.3%').length, 5);
    await tell(page, 'choosePower', { with: 'au-2005', game: 'yes_no' });
    assert.ok(await show(page, 'power', width) > alone);
    assert.ok((await words()).includes('<0.1%'));
    assert.match(await tell(page, 'told', undefined), /The African Union’s proposal, 2005: 9\.1% for a permanent member/);
    await assert.rejects(tell(page, 'choosePower', { index: 'johnston' }), /index: .*expected a figure of that game/);

    await assert.rejects(show(page, 'vetoes', width), 'not before there are any');
    await assert.rejects(tell(page, 'takeVetoes', '{"texts": []}'), /^Error: page.evaluate: Error: 1:1: /);
    await tell(page, 'takeVetoes', index);
    assert.ok(await show(page, 'vetoes', width) > 300);
    assert.ok((await words()).includes('USSR until 1991'));
    const blocks = () => page.locator(block).and(page.locator(':not([opacity])')).count();
    assert.equal(await blocks(), 12 + 2);
    await tell(page, 'highlight', 'RUS 1946-1965');
    await frames(page);
    assert.equal(await blocks(), 2 + 2);
    await assert.rejects(tell(page, 'highlight', 'MLT'), /expected a permanent member/);

    // The last of Russia's years, and its name.
    const { x, y } = await page.evaluate((selector) => {
      const last = [...document.querySelectorAll(selector)][2 + 3].getBoundingClientRect();
      return { x: last.x + last.width / 2, y: last.y + last.height / 2 };
    }, block);
    await page.mouse.move(x, y);
    await frames(page);
    assert.ok((await words()).includes('2024: 1'));
    await page.mouse.click(x, y);
    await page.getByText('Russia', { exact: true }).click({ force: true });
    assert.deepEqual(await done(page), [{ member: 'RUS', year: 2024 }, { member: 'RUS' }]);

    // Back in the chamber seats are seats.
    await show(page, 'chamber', width);
    const seat = await page.evaluate(findSeat, 'Malta');
    await page.mouse.click(seat.x, seat.y);
    assert.deepEqual((await done(page)).slice(2), ['cast MLT N']);
    assert.deepEqual(page.errors, []);
  });

  test(`on the canvas, ${width} px wide: the same pictures, the same presses, no frame too many`, async () => {
    const page = await openPage({ width, onCanvas: true });
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).live), 'canvas');
    await tell(page, 'takeVetoes', index);
    const seen = [];
    for (const which of ['chamber', 'power', 'vetoes']) {
      await show(page, which, width);
      await portray(page, `gallery-${which}-${width}`);
      seen.push((await page.locator('canvas').screenshot()).toString('base64'));
    }
    assert.equal(new Set(seen).size, 3);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).framesAsked.size), 0);

    await tell(page, 'highlight', 'USA');
    await still(page);
    assert.notEqual((await page.locator('canvas').screenshot()).toString('base64'), seen[2]);
    // Where the row of Russia is, the SVG of the same picture tells.
    const at = await page.evaluate(([units, selector]) => {
      const { gallery } = /** @type {any} */ (window);
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.setAttribute('viewBox', `0 0 ${units} 600`);
      document.body.append(svg);
      gallery.drawInto(svg);
      const last = [...document.querySelectorAll(selector)][2 + 3];
      svg.remove();
      return { x: Number(last.getAttribute('x')) + 1, y: Number(last.getAttribute('y')) + 1 };
    }, /** @type {const} */ ([width, block]));
    await page.mouse.click(at.x, at.y);
    await still(page);
    assert.deepEqual(await done(page), [{ member: 'RUS', year: 2024 }]);
    await page.mouse.move(5, 5);
    await still(page);
    assert.deepEqual(page.errors, []);
  });
}
