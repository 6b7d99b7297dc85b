// A reader who does anything: random acts in Chromium, after each of which controls, status and link say what the native
// command says; every so often the canvas, too, against a fresh page and against the command's own pictures. The same acts
// every time; scripts/fuzz page leaves them to chance: with FUZZ_SECONDS they go on for so long, from FUZZ_SEED.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { findSeat, frames, openSite, pictures, status, still } from './browser.mjs';

const seconds = Number(process.env.FUZZ_SECONDS ?? 0);
const seed = Number(process.env.FUZZ_SEED ?? 1945);
/** How many acts there are where no time is told. */
const enough = 120;
const checkpointEvery = 15;

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

/** The scenario with other votes, as a file. @param {string} votes */
const ballot = (votes) => JSON.stringify({
  ...scenario, votes: Object.fromEntries(codes.map((code, seat) => [code, names[letters.indexOf(votes[seat])]])),
});
/** @param {string} input @param {...string} options */
const council = (input, ...options) => execFileSync('build/council', options, { input, encoding: 'utf8' });

/** @type {Map<string, { outcome: string, status: string, decisive: string[] }>} */
const decided = new Map();
/** What the command says of these votes: the outcome, in words why, and whose vote decides. @param {string} votes */
function decide(votes) {
  let said = decided.get(votes);
  if (said === undefined) {
    const { outcome, decisive } = JSON.parse(council(ballot(votes), 'decide', '-', '--json'));
    said = { outcome, status: council(ballot(votes), 'decide', '-').split('\n')[1], decisive: decisive.sort() };
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

/** The width at which the command's pictures and the canvas are laid out alike, and nothing is in the seats but the mark. */
const plain = /** @type {const} */ ({ viewport: { width: 1000, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' });

/**
 * Which vote each seat shows: of the command's pictures, one for each way to vote, the likest; runs in a page.
 * @param {{ shown: string, alike: string[], boxes: { x: number, y: number, width: number, height: number }[] }} pictures
 *   PNG in Base64, and where the marks are in them
 */
async function readSeats({ shown, alike, boxes }) {
  const contexts = await Promise.all([shown, ...alike].map(async (base64) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
    context?.drawImage(image, 0, 0);
    return context;
  }));
  return boxes.map(({ x, y, width, height }) => {
    const [mark, ...others] = contexts.map((context) => context?.getImageData(x, y, width, height).data ?? new Uint8ClampedArray());
    return others.map((other) => other.reduce((sum, value, at) => sum + Math.abs(value - mark[at]), 0) / mark.length);
  });
}

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

test(`${seconds > 0 ? `acts for ${seconds} s` : `${enough} acts`} by chance, seed ${seed}`, { timeout: (seconds + 300) * 1000 }, async (context) => {
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
    await page.waitForFunction(() => !document.querySelector('.playing'));
  };
  const linked = () => /(?:^#|&)v=([YNAX]{15})(?:&|$)/.exec(new URL(page.url()).hash)?.[1];

  async function agree() {
    await settle();
    const votes = await checked();
    assert.match(votes, /^[YNAX]{15}$/, 'every member has one vote');
    const { status: words, decisive } = decide(votes);
    assert.equal(await status(page), words, `the status of ${votes}`);
    assert.equal(linked() ?? recorded, votes, 'the link; one without votes is the record');
    const shown = await page.evaluate(() => ({
      echo: document.querySelector('.echo')?.textContent ?? '',
      decisive: [...document.querySelectorAll('fieldset.decisive input:first-of-type')].map((each) => each.getAttribute('name') ?? ''),
      step: /** @type {any} */ (window).navigation.currentEntry.key,
    }));
    assert.ok(shown.echo !== '' && words.startsWith(shown.echo), `the status again, ${shown.echo}, of ${votes}`);
    assert.deepEqual([...new Set(shown.decisive)].sort(), decisive, `whose vote decides, of ${votes}`);
    steps.set(shown.step, votes);
    return votes;
  }
  /** What stood there at each step of the history when it was left. @type {Map<string, string>} */
  const steps = new Map();
  /** @param {'back' | 'forward'} way */
  async function travel(way) {
    const step = await page.evaluate((direction) => {
      const { navigation } = /** @type {any} */ (window);
      if (!(direction === 'back' ? navigation.canGoBack : navigation.canGoForward)) return undefined;
      return navigation.entries()[navigation.currentEntry.index + (direction === 'back' ? -1 : 1)].key;
    }, way);
    if (!step) return;
    await page.evaluate((direction) => history[direction](), way);
    await page.waitForFunction((key) => /** @type {any} */ (window).navigation.currentEntry.key === key, step);
    await settle();
    // A step that was left at once was never looked at.
    if (steps.has(step)) assert.equal(await checked(), steps.get(step), `${way} shows the votes that stood there`);
    return steps.get(step) ?? 'somewhere';
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
      // A first visit may be set in another typeface than a later one, so that the canvas begins on a part of a pixel.
      await each.evaluate(() => {
        document.body.style.paddingTop = '';
        const { top } = /** @type {Element} */ (document.querySelector('canvas')).getBoundingClientRect();
        document.body.style.paddingTop = `${Math.ceil(top + scrollY) - top - scrollY}px`;
      });
      await still(each);
      return (await each.locator('canvas').screenshot()).toString('base64');
    };
    const [here, there] = [await picture(page), await picture(fresh)];
    const { sizes, different } = await fresh.evaluate(compare, { here, there });
    assert.equal(sizes[0], sizes[1], 'the canvas has the size of a fresh one');
    if (different > mostDifferent) {
      for (const [name, each] of /** @type {const} */ ([['fuzzed', page], ['fresh', fresh]])) {
        await each.locator('canvas').screenshot({ path: `${pictures}/fuzz-${name}.png` });
      }
    }
    worst = Math.max(worst, different);
    assert.ok(different <= mostDifferent, `the canvas shows ${votes} otherwise than a fresh page, in ${different} pixels`);
    await fresh.context().close();

    await page.setViewportSize(plain.viewport);
    await page.emulateMedia(plain);
    await frames(page);
    const distances = await page.evaluate(readSeats, { shown: await picture(page), ...await byCommand() });
    distances.forEach((distance, seat) => {
      const likest = letters[distance.indexOf(Math.min(...distance))];
      const [first, second] = [...distance].sort((one, other) => one - other);
      assert.equal(likest, votes[seat], `the canvas shows another vote of ${codes[seat]}, of ${votes}`);
      leastClear = Math.min(leastClear, second / first);
    });
    await page.evaluate(() => { document.body.style.paddingTop = ''; });
    await page.setViewportSize(viewport);
    await page.emulateMedia(media);
  }
  let leastClear = Infinity;
  /** @type {Promise<{ alike: string[], boxes: { x: number, y: number, width: number, height: number }[] }> | undefined} */
  let pending;
  /** What the command draws when everybody votes the same, in the place of the canvas, and where the marks are in it. */
  const byCommand = () => pending ??= (async () => {
    const other = await site.page({ ...plain, hasTouch: true });
    await other.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    const canvas = other.locator('canvas, #canvas');
    const { width, height } = await canvas.boundingBox() ?? { width: 0, height: 0 };
    assert.equal(width, 800, 'the chamber is as wide as the picture is laid out for');
    const corner = await canvas.evaluate((each) => ({ x: each.getBoundingClientRect().x, y: each.getBoundingClientRect().y }));
    const boxes = [];
    for (const member of scenario.members) {
      const { x, y } = await other.evaluate(findSeat, (member.short ?? member.name).en);
      boxes.push({ x: Math.round(x - corner.x) - 16, y: Math.round(y - corner.y) - 16, width: 32, height: 32 });
    }
    const alike = [];
    for (const letter of letters) {
      const drawn = council(ballot(letter.repeat(codes.length)), 'poster', '-', '--size', `${width}x${height}`);
      await other.evaluate((svg) => {
        const image = document.createElement('img');
        image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
        document.querySelector('canvas, #canvas')?.replaceWith(image);
        image.id = 'canvas';
        return image.decode();
      }, drawn);
      alike.push((await canvas.screenshot()).toString('base64'));
    }
    await other.context().close();
    return { alike, boxes };
  })();
  const toCanvas = () => page.evaluate(() => document.querySelector('.chamber')?.scrollIntoView({ block: 'center', behavior: 'instant' }));

  /** @type {Record<string, () => Promise<string | void>>} */
  const acts = {
    async radio() {
      const [code, letter] = [oneOf(codes), oneOf([...letters])];
      await page.locator(`input[name="${code}"][value="${letter}"]`).check();
      assert.equal((await checked())[codes.indexOf(code)], letter);
      return `${code}=${letter}`;
    },
    async seat() {
      // The still picture tells where seats are, at widths for which there is one.
      const width = await page.evaluate(() => document.querySelector('.chamber')?.clientWidth);
      const seat = pick(codes.length);
      const member = scenario.members[seat];
      if ((width !== 800 && width !== 390) || lost) return acts.point();
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
      const box = await page.locator('canvas').boundingBox();
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
      // Whatever else asks for a frame asks now: a canvas that is back has to draw itself.
      await page.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
      await page.mouse.move(0, 0);
      await frames(page);
      await page.evaluate((lose) => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
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
    back: () => travel('back'),
    forward: () => travel('forward'),
    async reload() {
      const votes = await agree();
      await page.reload();
      lost = false;
      await page.waitForSelector('.chamber.live', { state: 'attached' });
      assert.equal(await checked(), votes, 'the link brings the votes back');
    },
    async bet() {
      const asked = page.locator('.predict li.current');
      const [voted, bet] = [await asked.getAttribute('data-votes') ?? '', oneOf(['adopted', 'not_adopted'])];
      const button = asked.locator(`button[value=${bet}]`);
      if (await button.getAttribute('aria-disabled')) return acts.onward();
      await button.click();
      // Half of the time something else ends the vote that plays.
      const ending = pick(2) ? oneOf(['radio', 'reset', 'onward', 'back', 'point']) : '';
      if (ending) {
        await page.waitForTimeout(pick(700));
        if (ending === 'radio') {
          await page.locator(`input[name="${oneOf(codes)}"][value="${oneOf([...letters])}"]`).dispatchEvent('click');
        } else if (ending === 'back') await page.evaluate(() => history.back());
        else await acts[ending]();
      }
      await settle();
      const answer = await page.locator('.predict li').filter({ has: page.locator('[aria-pressed=true]') })
        .evaluateAll((items, votes) => items.find((each) => each.getAttribute('data-votes') === votes)?.querySelector('.reply')?.textContent, voted);
      const { outcome } = decide(voted);
      const words = await page.evaluate(({ votes, which }) => document.querySelector(`.predict li[data-votes=${votes}] ${which}`)?.textContent,
        { votes: voted, which: `.room[data-bet=${bet}][data-outcome=${outcome}]` });
      assert.ok(words && answer === words, `the answer to ${bet} on ${voted}: ${answer}`);
      if (!ending) assert.equal(await checked(), voted, 'the vote that was played');
      return `${bet} on ${voted} ${ending}`;
    },
    onward: () => page.locator('.predict li.current .onward').click(),
  };
  const weights = Object.entries({ radio: 6, seat: 6, point: 3, key: 8, reset: 2, resize: 2, look: 2, context: 2, hash: 2, back: 3,
    forward: 2, reload: 1, bet: 3, onward: 1 })
    .flatMap(([name, weight]) => Array(weight).fill(name));

  const end = Date.now() + seconds * 1000;
  let checkpoints = 0;
  try {
    while (seconds > 0 ? Date.now() < end : done.length < enough) {
      const name = oneOf(weights);
      done.push(name);
      const detail = await acts[name]();
      if (detail) done[done.length - 1] += ` ${detail}`;
      await agree();
      if (done.length % checkpointEvery === 0 || detail === 'restored') {
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
  context.diagnostic(`${done.length} acts, ${decided.size} outcomes, ${checkpoints + 1} canvases compared, at most ${worst} pixels apart, ` +
    `marks at least ${leastClear.toFixed(1)} times liker to their vote's than to another's`);
});
