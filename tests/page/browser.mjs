// What the browser tests share: the site served, a browser, a page that is ready, and where the seats stand.
import { existsSync, mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from '../../scripts/server.mjs';

export const flags = '--no-sandbox --disable-gpu --enable-unsafe-swiftshader --disable-quic --no-first-run ' +
  '--disable-background-networking --disable-component-update --disable-sync';
/** Debian's program where it is, else the one that the driver finds. @param {string} path */
const debians = (path) => (existsSync(path) ? path : undefined);
/** Chromium as readers have it. */
export const executablePath = debians('/usr/bin/chromium');
/** Its engine without the windows around it, which opens a page in a fraction of the time. */
const shellPath = debians('/usr/bin/chromium-headless-shell');

/** Where tests leave their pictures for a maintainer to look at. */
export const pictures = 'build/screenshots';
mkdirSync(pictures, { recursive: true });

/**
 * Takes such a picture, of the whole page unless told otherwise; JPEG is ready in half the time, and holds pages of up to
 * 65,535 pixels: a longer one is taken by CSS pixels.
 * @param {import('playwright-core').Page} page
 * @param {string} name
 * @param {import('playwright-core').PageScreenshotOptions} [options]
 */
export async function portray(page, name, options) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight * devicePixelRatio);
  const scale = height > 65535 ? 'css' : 'device';
  await page.screenshot({ path: `${pictures}/${name}.jpg`, type: 'jpeg', quality: 90, fullPage: true, scale, ...options });
}

/**
 * @param {string} [path]  of the browser
 * @param {import('playwright-core').LaunchOptions} [options]
 */
export const launch = (path = executablePath, options = {}) => chromium.launch({ executablePath: path, args: flags.split(' '), ...options });

/**
 * The site in a browser, for the tests of one file.
 * @param {Parameters<typeof serve>[0]} [options]
 */
export async function openSite(options) {
  const [server, browser] = await Promise.all([serve(options), launch(shellPath)]);
  return {
    url: server.url,
    browser,
    async close() {
      await browser.close();
      await server.close();
    },
    /**
     * A page on which canvas and controls are live, unless `ready` says to wait for less.
     * @param {import('playwright-core').BrowserContextOptions & {
     *   hash?: string, ready?: string, init?: () => void, route?: (page: import('playwright-core').Page) => Promise<unknown>
     * }} [choices]
     */
    async page({ hash = '', ready = '.chamber.live', init, route, ...context } = {}) {
      const page = await (await browser.newContext({ viewport: { width: 1000, height: 900 }, ...context })).newPage();
      /** @type {string[]} */
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.addInitScript(countFrames);
      await page.addInitScript(keepShifts);
      if (init) await page.addInitScript(init);
      if (route) await route(page);
      await page.goto(server.url + hash);
      await page.waitForSelector(ready, { state: 'attached' });
      return Object.assign(page, { errors });
    },
  };
}

/**
 * Holds back what pages ask for.
 * @param {string} files  a pattern
 */
export function holdBack(files) {
  let release = () => {};
  const held = new Promise((resolve) => { release = () => resolve(undefined); });
  return {
    release,
    /** @param {import('playwright-core').Page} page */
    route: (page) => page.route(files, async (route) => {
      await held;
      await route.continue();
    }),
  };
}

/**
 * Keeps what a screen reader is given to say by itself: each text of every live place; an init script, which begins before
 * the page does.
 */
export function listen() {
  /** @type {string[]} */
  const said = [];
  Object.assign(window, { said });
  const live = '[aria-live]:not([aria-live=off]), [role=status]:not([aria-live=off]), [role=alert], output:not([aria-live=off])';
  new MutationObserver((records) => {
    const places = new Set(records.map(({ target }) =>
      (target instanceof Element ? target : target.parentElement)?.closest(live)));
    for (const place of places) if (place?.textContent) said.push(place.textContent);
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** What was said since listen() began, sentence after sentence. @param {import('playwright-core').Page} page */
export const heard = (page) => page.evaluate(() => /** @type {{ said: string[] }} */ (/** @type {unknown} */ (window)).said);

/** Waits until as many texts were said; whatever else there is to say has been said then. @param {import('playwright-core').Page} page @param {number} many */
export async function heardAll(page, many) {
  await page.waitForFunction((count) => /** @type {any} */ (window).said.length >= count, many);
  await page.waitForTimeout(900);
  return heard(page);
}

/** @param {import('playwright-core').Page} page */
export const status = async (page) => (await page.getByRole('status').innerText()).replace(/\s+/g, ' ').trim();

/**
 * The radio of a member's vote.
 * @param {import('playwright-core').Page} page
 * @param {string} member
 * @param {string} vote
 */
export const radio = (page, member, vote) =>
  page.getByRole('group', { name: new RegExp(`^${member}`) }).getByRole('radio', { name: vote, exact: true });

/**
 * Where a member's seat is in the viewport; runs in the page. The page's still picture stands just where the canvas does
 * and is laid out alike when the chamber is 960, 390 or 320 wide, so its elements tell.
 * @param {string} name  the name at the seat
 */
export function findSeat(name) {
  const svg = [...document.querySelectorAll('.chamber svg')].find((each) => each.getBoundingClientRect().width > 0);
  const shapes = [...svg?.querySelectorAll('circle, rect, text') ?? []];
  // A seat is drawn from its mark to its label, whose last line is the name's end.
  const label = shapes.findIndex((each) => each.textContent && ` ${name}`.endsWith(` ${each.textContent}`));
  const boxes = shapes.slice(0, Math.max(label, 0)).filter((each) => each.tagName !== 'text').map((each) => each.getBoundingClientRect());
  const mark = boxes.filter(({ width }) => width > 30 && width < 70).pop();
  if (!mark) throw new Error(`No seat of ${name}`);
  return { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
}

/**
 * Where a member's seat is in the viewport, once it is in sight.
 * @param {import('playwright-core').Page} page
 * @param {string} label  the name at the seat
 */
export async function seat(page, label) {
  await page.locator('.chamber').scrollIntoViewIfNeeded();
  await seen(page);
  return page.evaluate(findSeat, label);
}

/** Waits until the page itself knows whether its canvas is in sight. @param {import('playwright-core').Page} page */
export const seen = (page) => page.locator('canvas').evaluate((canvas) => new Promise((resolve) => {
  // The page's own observer is older: it is told in the same turn, and first.
  new IntersectionObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(resolve);
  }).observe(canvas);
}));

/** Keeps what moved on the page by itself; runs in the page. */
function keepShifts() {
  /** @type {Shift[]} */
  const shifts = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of /** @type {any[]} */ (list.getEntries())) {
      shifts.push({ value, prompted: hadRecentInput, moved: sources.map((/** @type {{ node: any }} */ { node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent ?? '') });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
/**
 * A layout shift: its score, whether it came within half a second of the reader's doing, and what moved, as HTML or text.
 * @typedef {{ value: number, prompted: boolean, moved: string[] }} Shift
 */

/**
 * What has moved on the page since it was opened or asked last.
 * @param {import('playwright-core').Page} page
 * @param {{ prompted?: boolean }} [choices]  whether what came right after the reader's doing counts, too
 */
export async function shifts(page, { prompted = false } = {}) {
  const all = await page.evaluate(() => /** @type {{ shifts: Shift[] }} */ (/** @type {unknown} */ (window)).shifts.splice(0));
  return all.filter((shift) => prompted || !shift.prompted);
}

/** Keeps count of the frames that the page has asked for and not had; runs in the page. */
function countFrames() {
  const [ask, cancel] = [requestAnimationFrame, cancelAnimationFrame];
  const asked = new Set();
  Object.assign(window, { framesAsked: asked });
  window.requestAnimationFrame = (callback) => {
    const id = ask((now) => {
      asked.delete(id);
      callback(now);
    });
    asked.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    asked.delete(id);
    cancel(id);
  };
}

/**
 * Waits until everything has come to rest: the typefaces are there, nothing moves, no frame is asked for.
 * @param {import('playwright-core').Page} page  with scripts
 */
export async function still(page) {
  await frames(page);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const end = performance.now() + 10000;
    const moving = () => /** @type {any} */ (window).framesAsked.size > 0 ||
      document.getAnimations().some(({ playState }) => playState === 'running');
    while (moving()) {
      if (performance.now() > end) throw new Error('The page does not come to rest');
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  });
}

/** Two frames, so that what was asked for is drawn. @param {import('playwright-core').Page} page */
export const frames = (page) => page.evaluate(() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(resolve));
}));

/**
 * What is wrong with the layout as it stands, in words; runs in the page. Every line of text that can be seen, in HTML
 * and in the still picture, has a box; two of different texts must not meet, none may leave the width of the page or
 * what clips it, and none may run into the chamber's picture.
 * @returns {string[]}
 */
export function layoutFaults() {
  const root = document.documentElement;
  /** @type {string[]} */
  const faults = [];
  const short = (/** @type {string | null | undefined} */ text) => JSON.stringify((text ?? '').replace(/\s+/g, ' ').trim().slice(0, 60));
  if (root.scrollWidth > root.clientWidth) faults.push(`sideways: ${root.scrollWidth - root.clientWidth} px`);

  /** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
  /** @type {{ text: string, owner: Element, box: Box }[]} */
  const lines = [];
  const seen = { checkOpacity: true, checkVisibilityCSS: true };
  /** @param {Element} element @param {(styles: CSSStyleDeclaration) => boolean} has */
  const within = (element, has) => {
    for (let around = /** @type {Element | null} */ (element); around; around = around.parentElement) if (has(getComputedStyle(around))) return true;
    return false;
  };
  // For ears alone, until the focus comes.
  const isSpoken = (/** @type {Element} */ element) => Boolean(element.closest('.spoken')) || within(element, ({ clipPath }) => clipPath === 'inset(50%)');
  // What is wider than its place moves in it.
  const moves = (/** @type {Element} */ element) => within(element, ({ overflowX }) => overflowX === 'auto' || overflowX === 'scroll');
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const owner = node.parentElement;
    const text = node.textContent ?? '';
    if (!owner || !/\S/.test(text) || !owner.checkVisibility(seen)) continue;
    if (isSpoken(owner)) continue;
    // What sticks to the edge lies over the rest on a ground of its own.
    if (getComputedStyle(owner).position === 'sticky') continue;
    // A turned text (the stamp) has a box that says little.
    if (owner.getAttribute('transform')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // What ends in an ellipsis is meant to: the whole sentence stands elsewhere. A text that fits a length of the picture's
    // is no wider than its box, whatever its range says.
    const ends = getComputedStyle(owner).textOverflow === 'ellipsis' || owner.hasAttribute('textLength');
    for (const { left, right, top, bottom, width, height } of ends ? [owner.getBoundingClientRect()] : range.getClientRects()) {
      if (width === 0 || height === 0) continue;
      // A line's box has the typeface's ascent and descent, which may meet the next line's where no letter does.
      lines.push({ text, owner, box: { left: left + 0.5, right: right - 0.5, top: top + height * 0.25, bottom: bottom - height * 0.2 } });
    }
  }
  for (const field of document.querySelectorAll('input[type=text]')) {
    if (field.checkVisibility(seen)) lines.push({ text: 'the link’s field', owner: field, box: field.getBoundingClientRect() });
  }

  const meet = (/** @type {Box} */ a, /** @type {Box} */ b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const sorted = lines.sort((a, b) => a.box.top - b.box.top);
  sorted.forEach((line, i) => {
    for (let j = i + 1; j < sorted.length && sorted[j].box.top < line.box.bottom; ++j) {
      if (meet(line.box, sorted[j].box)) faults.push(`overlap: ${short(line.text)} and ${short(sorted[j].text)}`);
    }
  });

  const drawing = [...document.querySelectorAll('.chamber > :is(svg, canvas)')].find((each) => each.checkVisibility(seen))?.getBoundingClientRect();
  for (const { text, owner, box } of lines) {
    const moving = moves(owner);
    if (!moving && (box.left < -0.5 || box.right > root.clientWidth + 0.5)) faults.push(`outside: ${short(text)}`);
    if (drawing && !owner.closest('.chamber') && meet(box, drawing)) faults.push(`in the picture: ${short(text)}`);
    for (let around = owner; around !== document.body && around.parentElement; around = around.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(around);
      const frame = around.getBoundingClientRect();
      const sideways = !moving && (box.left < frame.left - 1 || box.right > frame.right + 1);
      const upright = box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      const block = display !== 'inline' && display !== 'contents' && around instanceof HTMLElement;
      const clips = overflowX !== 'visible' || overflowY !== 'visible';
      // What is placed by itself may stand in a margin, as long as nothing clips it.
      const placed = getComputedStyle(owner).position === 'absolute';
      if (((block && !placed) || clips) && (sideways || upright)) {
        faults.push(`${clips ? 'clipped' : 'out of its box'}: ${short(text)} in ${around.tagName.toLowerCase()}.${around.className}`);
        break;
      }
    }
  }
  // The texts of a drawing have no box of their own to be too wide for: overlaps and what is clipped, above, are theirs.
  const tooWide = [...document.body.querySelectorAll('*:not(svg *)')].filter((each) => each.scrollWidth - each.clientWidth > 1 &&
    each.clientWidth > 0 && each.checkVisibility(seen) && getComputedStyle(each).textOverflow !== 'ellipsis' && !each.matches('input, .spoken, [textLength]') && !moves(each) && !isSpoken(each));
  for (const each of tooWide) {
    if (tooWide.some((other) => other !== each && each.contains(other))) continue;
    faults.push(`too wide: ${short(each.textContent)} in ${each.tagName.toLowerCase()}.${each.className}`);
  }

  for (const target of document.querySelectorAll('label, button, nav a, .jump a')) {
    const { width, height } = target.getBoundingClientRect();
    if (target.checkVisibility(seen) && (width < 43.99 || height < 43.99)) {
      faults.push(`small target: ${short(target.textContent)}, ${width.toFixed(1)} × ${height.toFixed(1)}`);
    }
  }
  return [...new Set(faults)];
}

/**
 * The words that break inside because their place is too narrow; runs in the page. Only a language of longer words than
 * the six official ones may do that.
 * @returns {string[]}
 */
export function brokenWords() {
  /** @type {Set<string>} */
  const broken = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.parentElement?.checkVisibility({ checkVisibilityCSS: true })) continue;
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = new Set([...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top)));
      if (tops.size > 1) broken.add(word);
    }
  }
  return [...broken];
}

/**
 * The colours of a picture at some places, as a reader sees them.
 * @param {import('playwright-core').Page} page
 * @param {Buffer} png
 * @param {{ x: number, y: number }[]} places  in pixels of the picture
 * @returns {Promise<string[]>}  such as "#0b6e8a"
 */
export const coloursAt = (page, png, places) => page.evaluate(async ({ data, at }) => {
  const bitmap = await createImageBitmap(await (await fetch(data)).blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('No picture to read');
  context.drawImage(bitmap, 0, 0);
  return at.map(({ x, y }) => `#${[...context.getImageData(Math.round(x), Math.round(y), 1, 1).data].slice(0, 3)
    .map((part) => part.toString(16).padStart(2, '0')).join('')}`);
}, { data: `data:image/png;base64,${png.toString('base64')}`, at: places });

/** More keys than these nobody presses to get to a place: list, filters and rules are a stop each. */
const patience = 80;

/**
 * The key that brings the focus nearer to a place; none where it is there. In a group of radio buttons arrows lead on.
 * @param {Element} target
 */
function keyTo(target) {
  const at = document.activeElement ?? document.body;
  if (at === target) return '';
  if (at instanceof HTMLInputElement && at.type === 'radio' && target instanceof HTMLInputElement && at.name === target.name) return 'ArrowDown';
  return at === document.body || at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 'Tab' : 'Shift+Tab';
}

/**
 * Gets to a place by keys alone; what comes when somebody is near comes on the way.
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Locator} target
 */
export async function reach(page, target) {
  for (let keys = 0; keys < patience; ++keys) {
    const key = await target.count() > 0 ? await target.evaluate(keyTo) : 'Tab';
    if (!key) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target} is not reached by ${patience} keys`);
}
