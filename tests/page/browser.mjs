// What the browser tests share: the site served, a browser, a page that is ready, and where the seats stand.
import { existsSync, mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from '../../scripts/server.mjs';

export const flags = '--no-sandbox --disable-gpu --enable-unsafe-swiftshader --disable-quic --no-first-run ' +
  '--disable-background-networking --disable-component-update --disable-sync';
/** Debian's Chromium where it is, else the one that the driver finds. */
export const executablePath = existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;

/** Where tests leave their pictures for a maintainer to look at. */
export const pictures = 'build/screenshots';
mkdirSync(pictures, { recursive: true });

export const launch = () => chromium.launch({ executablePath, args: flags.split(' ') });

/**
 * The site in a browser, for the tests of one file.
 * @param {Parameters<typeof serve>[0]} [options]
 */
export async function openSite(options) {
  const [server, browser] = await Promise.all([serve(options), launch()]);
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
      if (init) await page.addInitScript(init);
      if (route) await route(page);
      await page.goto(server.url + hash);
      await page.waitForSelector(ready, { state: 'attached' });
      return Object.assign(page, { errors });
    },
  };
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
 * and is laid out alike when the chamber is 960 or 390 wide, so its elements tell.
 * @param {string} name  the name at the seat
 */
export function findSeat(name) {
  const svg = [...document.querySelectorAll('#chamber svg')].find((each) => each.getBoundingClientRect().width > 0);
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
  await page.locator('#chamber').scrollIntoViewIfNeeded();
  return page.evaluate(findSeat, label);
}

/** Two frames, so that what was asked for is drawn. @param {import('playwright-core').Page} page */
export const frames = (page) => page.evaluate(() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(resolve));
}));
