// A picture of every state, for a maintainer to look at, and what must hold in each: nothing clipped, nothing meets,
// nothing outside, and the state shows what it should.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { frames, layoutFaults, openSite, portray, radio, seat, status, still } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** @param {RegExp} pattern */
const told = (pattern) => async (/** @type {Page} */ page) => assert.match(await status(page), pattern);
/** @param {string} selector */
const shown = (selector) => async (/** @type {Page} */ page) => assert.ok(await page.locator(selector).first().isVisible(), selector);
/** A pointer on a member's seat. @param {Page} page @param {string} name */
const pointAt = async (page, name) => {
  const { x, y } = await seat(page, name);
  await page.mouse.move(x, y);
};

/**
 * @typedef {object} Shown
 * @property {string} [hash]
 * @property {Parameters<typeof site.page>[0]} [open]
 * @property {(page: Page) => Promise<unknown>} [go]  from the page that is ready to the state
 * @property {(page: Page) => Promise<unknown>} holds
 */
/** @type {Record<string, Shown>} */
const states = {
  'recorded': { holds: told(/^Not adopted: vetoed by Russia\./) },
  'two-vetoes': { hash: '#v=YYYNYYYYYYYNYYY', holds: told(/vetoed by China and Russia\./) },
  'five-vetoes': { hash: '#v=NNYNYNYYYYYNYYY', holds: told(/vetoed by China, France, .* and Russia|vetoed by the United Kingdom, .* and Russia/) },
  'fifteen-against': { hash: '#v=NNNNNNNNNNNNNNN', holds: told(/^Not adopted: 9 votes short\./) },
  'fifteen-in-favour': { hash: '#v=YYYYYYYYYYYYYYY', holds: told(/^Adopted\. 15 votes/) },
  'nine-exactly': { hash: '#v=AAYAYAYYYYYAYYA', holds: told(/^Adopted\. 9 votes/) },
  'too-few': { hash: '#v=YYAAAYAYAAYAAYX', holds: told(/^Not adopted: 3 votes short\./) },
  'another-rule': { hash: '#rule=unsc-two-vetoes', holds: (page) => page.locator('.reasons .article').filter({ hasText: 'rule assumed here' }).waitFor() },
  'bad-link': { hash: '#v=NOTHING', holds: shown('.verdict .note:not(:empty)') },
  'hover': {
    go: (page) => pointAt(page, 'Japan'),
    holds: (page) => page.waitForFunction(() => /** @type {HTMLElement} */ (document.querySelector('canvas')).style.cursor === 'pointer'),
  },
  'pressed': {
    go: async (page) => { await pointAt(page, 'Japan'); await page.mouse.down(); },
    holds: told(/^Not adopted: vetoed by Russia\./),
  },
  'focus': {
    go: async (page) => { await radio(page, 'Japan', 'In favour').focus(); await page.keyboard.press('ArrowRight'); await page.keyboard.press('ArrowLeft'); },
    holds: shown('fieldset:has(:focus-visible)'),
  },
  'predicted': {
    open: { reducedMotion: 'reduce' },
    go: (page) => page.locator('.current [value=not_adopted]').click(),
    holds: shown('.current .reply:not(:empty)'),
  },
  'loading': {
    open: {
      ready: '.coming:not([hidden])',
      route: (each) => each.route('**/chamber-*.wasm', () => {}),  // never answered
    },
    holds: shown('.coming progress'),
  },
  'without-webgl': {
    open: { ready: '.chamber.in-picture svg.drawn text', init: () => { HTMLCanvasElement.prototype.getContext = () => null; } },
    hash: '#v=YYYAYYYYYYYAYYY',
    holds: (page) => page.locator('.chamber svg.drawn').filter({ hasText: 'ADOPTED' }).waitFor(),
  },
  'without-rule': {
    open: { ready: '.verdict .note:not(:empty)', route: (each) => each.route('**/council-*.wasm', (route) => route.abort()) },
    holds: (page) => page.locator('fieldset:disabled').first().waitFor(),
  },
  'context-lost': {
    go: (page) => page.evaluate(() => {
      /** @type {any} */ (document.querySelector('canvas')).getContext('webgl').getExtension('WEBGL_lose_context').loseContext();
    }),
    holds: told(/^Not adopted: vetoed by Russia\./),
  },
  'forced-colours': { open: { forcedColors: 'active' }, holds: told(/^Not adopted/) },
  'without-scripts': { open: { javaScriptEnabled: false, ready: 'h1' }, holds: shown('.without-scripts') },
  'print': {
    hash: '#v=YYYAYYYYYYYAYYY',
    // As a browser does before it prints.
    go: async (page) => { await page.evaluate(() => dispatchEvent(new Event('beforeprint'))); await page.emulateMedia({ media: 'print' }); },
    holds: (page) => page.locator('.chamber svg.wide').filter({ hasText: 'ADOPTED' }).waitFor(),
  },
};

/** By turns, so that every state is seen at both widths and in both themes, and those with each other. */
const turns = /** @type {const} */ ([
  [{ width: 390, colorScheme: 'light' }, { width: 1280, colorScheme: 'dark' }],
  [{ width: 1280, colorScheme: 'light' }, { width: 390, colorScheme: 'dark' }],
]);
for (const [i, [name, { hash = '', open, go, holds }]] of Object.entries(states).entries()) {
  test(`${name}: nothing clipped, nothing meets, and it shows`, async () => {
    for (const { width, colorScheme } of turns[i % 2]) {
      const page = await site.page({ hash, viewport: { width, height: 900 }, colorScheme, ...open });
      try {
        await go?.(page);
        if (open?.javaScriptEnabled !== false) await frames(page);
        await holds(page);
        if (open?.javaScriptEnabled !== false) await still(page);
        await portray(page, `state-${name}-${width}-${colorScheme}`);
        assert.deepEqual(await page.evaluate(layoutFaults), [], `${width} px, ${colorScheme}`);
      } finally {
        await page.context().close();
      }
    }
  });
}

test('the check of the layout does find what it looks for', async () => {
  const page = await site.page({ viewport: { width: 390, height: 900 } });
  for (const [css, fault] of /** @type {const} */ ([
    ['.outcome { translate: 0 -9rem }', 'overlap'],
    ['h1 { white-space: nowrap; overflow: hidden; inline-size: 6rem }', 'clipped'],
    ['.outcome { translate: 14rem }', 'outside'],
    ['.copy button { min-block-size: 20px; block-size: 20px; padding: 0 }', 'small target'],
    ['.story { inline-size: 60rem }', 'sideways'],
  ])) {
    const style = await page.addStyleTag({ content: css });
    const faults = await page.evaluate(layoutFaults);
    assert.ok(faults.some((each) => each.startsWith(fault)), `${css}: ${faults}`);
    await style.evaluate((element) => /** @type {Element} */ (element).remove());
  }
  assert.deepEqual(await page.evaluate(layoutFaults), []);
});
