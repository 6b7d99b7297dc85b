// A reader who does anything: random acts in Chromium, after each of which controls, status, link, canvas and the native
// command say the same. FUZZ_SECONDS makes it longer than 20 s; FUZZ_SEED repeats a run, as far as its pace allows.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { findSeat, frames, openSite, pictures, status } from './browser.mjs';

const seconds = Number(process.env.FUZZ_SECONDS ?? 20);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1e9);
const checkpointEvery = 25;

/** Mulberry32: numbers in [0, 1), the same for the same seed. @param {number} state */
const randomFrom = (state) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const file = readFileSync('web/content/scenarios/dprk-panel-2024.json', 'utf8');
const scenario = JSON.parse(file);
/** @type {string[]} */
const codes = scenario.members.map((/** @type {{ code: string }} */ { code }) => code);
const letters = 'YNAX';
const names = ['in_favour', 'against', 'abstaining', 'not_participating'];
const recorded = codes.map((code) => letters[names.indexOf(scenario.votes[code])]).join('');

/** @type {Map<string, string>} */
const decided = new Map();
/** What the command says of these votes: the outcome, and why. @param {string} votes */
function decide(votes) {
  let said = decided.get(votes);
  if (said === undefined) {
    const input = JSON.stringify({
      ...scenario, votes: Object.fromEntries(codes.map((code, seat) => [code, names[letters.indexOf(votes[seat])]])),
    });
    said = execFileSync('build/council', ['decide', '-'], { input, encoding: 'utf8' }).split('\n')[1];
    decided.set(votes, said);
  }
  return said;
}

/**
 * How many pixels of two pictures differ for the eye; runs in a page.
 * @param {{ here: string, there: string }} pictures  PNG in Base64
 */
async function compare({ here, there }) {
  const images = await Promise.all([here, there].map(async (base64) =>
    createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/png' }))));
  const [one, other] = images.map((image) => {
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
  });
  let different = 0;
  for (let at = 0; at < one.length; at += 4) {
    if ([0, 1, 2].some((channel) => Math.abs(one[at + channel] - other[at + channel]) > 48)) ++different;
  }
  return { sizes: images.map(({ width, height }) => `${width} × ${height}`), different };
}
/** Letters may fall on other places of the atlas and be sampled a shade otherwise; a mark is hundreds of pixels. */
const mostDifferent = 60;

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

test(`random acts for ${seconds} s, seed ${seed}`, { timeout: (seconds + 120) * 1000 }, async (context) => {
  const random = randomFrom(seed);
  /** @param {number} below */
  const pick = (below) => Math.floor(random() * below);
  /** @template T @param {readonly T[]} items */
  const oneOf = (items) => items[pick(items.length)];

  const page = await site.page({ hasTouch: true });
  /** @type {{ colorScheme: 'light' | 'dark', reducedMotion: 'reduce' | 'no-preference' }} */
  let media = { colorScheme: 'light', reducedMotion: 'no-preference' };
  let lost = false;
  /** @type {string[]} */
  const done = [];

  const checked = () => page.evaluate((order) =>
    order.map((code) => document.querySelectorAll(`input[name="${code}"]:checked`).length === 1
      ? /** @type {HTMLInputElement} */ (document.querySelector(`input[name="${code}"]:checked`)).value : '?').join(''), codes);
  /** Two frames, and whatever plays out vote by vote. */
  const settle = async () => {
    await frames(page);
    await page.waitForFunction(() => document.querySelector('[role=status]')?.getAttribute('aria-busy') !== 'true');
  };
  const linked = () => /(?:^#|&)v=([YNAX]{15})(?:&|$)/.exec(new URL(page.url()).hash)?.[1];

  async function agree() {
    await settle();
    const votes = await checked();
    assert.match(votes, /^[YNAX]{15}$/, 'every member has one vote');
    assert.equal(await status(page), decide(votes), `the status of ${votes}`);
    assert.equal(linked() ?? recorded, votes, 'the link; one without votes is the record');
    return votes;
  }
  let worst = 0;
  /** The canvas against that of a page that has only ever shown this. */
  async function sameOnCanvas() {
    const votes = await agree();
    await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await page.mouse.move(0, 0);
    const viewport = page.viewportSize() ?? { width: 0, height: 0 };
    const fresh = await site.page({ hash: `#v=${votes}`, viewport, hasTouch: true, ...media });
    const picture = async (/** @type {import('playwright-core').Page} */ each) => {
      // Movements end: wait until the picture stands still.
      let [before, now] = ['', (await each.locator('#canvas').screenshot()).toString('base64')];
      for (let tries = 0; tries < 20 && before !== now; ++tries) {
        await each.waitForTimeout(300);
        [before, now] = [now, (await each.locator('#canvas').screenshot()).toString('base64')];
      }
      return now;
    };
    const [here, there] = [await picture(page), await picture(fresh)];
    const { sizes, different } = await fresh.evaluate(compare, { here, there });
    assert.equal(sizes[0], sizes[1], 'the canvas has the size of a fresh one');
    if (different > mostDifferent) {
      for (const [name, each] of /** @type {const} */ ([['fuzzed', page], ['fresh', fresh]])) {
        await each.locator('#canvas').screenshot({ path: `${pictures}/fuzz-${name}.png` });
      }
    }
    worst = Math.max(worst, different);
    assert.ok(different <= mostDifferent, `the canvas shows ${votes} otherwise than a fresh page, in ${different} pixels`);
    await fresh.context().close();
  }
  const toCanvas = () => page.evaluate(() => document.querySelector('#chamber')?.scrollIntoView({ block: 'center', behavior: 'instant' }));

  /** @type {Record<string, () => Promise<string | void>>} */
  const acts = {
    async radio() {
      const [code, letter] = [oneOf(codes), oneOf([...letters])];
      await page.locator(`input[name="${code}"][value="${letter}"]`).check();
      assert.equal((await checked())[codes.indexOf(code)], letter);
      return `${code}=${letter}`;
    },
    async seat() {
      // The still picture tells where seats are in layouts of its own two widths.
      const width = await page.evaluate(() => document.querySelector('#chamber')?.clientWidth);
      const seat = pick(codes.length);
      const member = scenario.members[seat];
      if ((width !== 960 && width !== 390) || lost) return acts.point();
      const votes = await agree();
      await toCanvas();
      const label = (member.short ?? member.name).en;
      // The chamber may be higher than the viewport.
      const below = (await page.evaluate(findSeat, label)).y;
      await page.evaluate((by) => scrollBy({ top: by - innerHeight / 2, behavior: 'instant' }), below);
      const { x, y } = await page.evaluate(findSeat, label);
      await (pick(2) ? page.mouse.click(x, y) : page.touchscreen.tap(x, y));
      await settle();
      const after = await checked();
      assert.deepEqual([...after].flatMap((letter, i) => letter === votes[i] ? [] : [codes[i]]), [codes[seat]], 'one click, one vote');
      return `${codes[seat]} → ${after[seat]}`;
    },
    async point() {
      await toCanvas();
      const box = await page.locator('#canvas').boundingBox();
      const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
      if (!box) return;
      const x = Math.min(Math.max(box.x + random() * box.width, 1), width - 1);
      const y = Math.min(Math.max(box.y + random() * box.height, 1), height - 1);
      await (pick(2) ? page.mouse.click(x, y) : page.touchscreen.tap(x, y));
      return `${Math.round(x)}, ${Math.round(y)}`;
    },
    async key() {
      const key = oneOf(['Tab', 'Tab', 'Shift+Tab', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Space']);
      // Elsewhere a space may press anything, and what links lead to is another page.
      if (key === 'Space' && !await page.evaluate(() => document.activeElement?.closest('fieldset, button'))) return;
      await page.keyboard.press(key);
      return key;
    },
    reset: () => page.getByRole('button', { name: 'Reset to the recorded vote' }).click(),
    async resize() {
      const width = oneOf([1000, 1280, 390, 300 + pick(1100)]);
      await page.setViewportSize({ width, height: 500 + pick(600) });
      return `${width}`;
    },
    async look() {
      media = { colorScheme: oneOf(['light', 'dark']), reducedMotion: oneOf(['reduce', 'no-preference']) };
      await page.emulateMedia(media);
      return JSON.stringify(media);
    },
    async context() {
      lost = !lost;
      await page.evaluate((lose) => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('#canvas'));
        const self = /** @type {any} */ (window);
        self.losing ??= (canvas.getContext('webgl2') ?? canvas.getContext('webgl'))?.getExtension('WEBGL_lose_context');
        if (lose) self.losing?.loseContext();
        else self.losing?.restoreContext();
        return new Promise((resolve) => setTimeout(resolve, 100));
      }, lost);
      return lost ? 'lost' : 'restored';
    },
    async hash() {
      const votes = pick(4) ? codes.map(() => oneOf([...letters])).join('') : 'YES';
      await page.evaluate((hash) => { location.hash = hash; }, `v=${votes}`);
      await settle();
      if (votes !== 'YES') assert.equal(await checked(), votes);
      else assert.equal(await checked(), recorded, 'a bad link opens the record');
      return votes;
    },
  };
  const weights = Object.entries({ radio: 6, seat: 6, point: 3, key: 8, reset: 1, resize: 2, look: 2, context: 1, hash: 1 })
    .flatMap(([name, weight]) => Array(weight).fill(name));

  const end = Date.now() + seconds * 1000;
  let checkpoints = 0;
  try {
    while (Date.now() < end) {
      const name = oneOf(weights);
      done.push(name);
      const detail = await acts[name]();
      if (detail) done[done.length - 1] += ` ${detail}`;
      await agree();
      if (done.length % checkpointEvery === 0) {
        if (lost) await acts.context();
        await sameOnCanvas();
        ++checkpoints;
      }
    }
    if (lost) await acts.context();
    await sameOnCanvas();
  } catch (error) {
    console.log(`seed ${seed}, the last acts: ${done.slice(-12).join(' · ')}`);
    throw error;
  }
  assert.deepEqual(page.errors, []);
  context.diagnostic(`${done.length} acts, ${decided.size} outcomes, ${checkpoints + 1} canvases compared, at most ${worst} pixels apart`);
});
