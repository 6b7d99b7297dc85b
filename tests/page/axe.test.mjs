// axe finds no violation in any state of the page, at any width, light, dark and in forced colours, in Chromium;
// engines.test.mjs asks it in the other two.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { axe, byTurns, states, violations, vote, widths } from './axe.mjs';
import { layoutFaults, openSite, portray } from './browser.mjs';

/** @type {{ name: string, media: { colorScheme: 'light' | 'dark', forcedColors: 'active' | 'none' } }[]} */
const themes = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' } },
];

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const pages = {
  'the page to explore': () => site.page({ hash: 'explore.html' }),
  live: () => site.page(),
  'without WebGL': () => site.page({
    ready: '.chamber.in-picture svg.drawn text',
    init: () => {
      HTMLCanvasElement.prototype.getContext = () => null;
    },
  }),
  'with the rule blocked': () => site.page({
    ready: '.note:not(:empty)', route: (each) => each.route('**/*.wasm', (route) => route.abort()),
  }),
};
for (const [kind, open] of Object.entries(pages)) {
  test(`chromium, ${kind}: no violation in any state, theme and width`, async () => {
    const page = await open();
    await page.evaluate(axe);
    for (const [i, { name: theme, media }] of themes.entries()) {
      await page.emulateMedia(media);
      for (const [j, width] of widths.entries()) {
        await page.setViewportSize({ width, height: 900 });
        // Without the rule no vote can be changed; without WebGL, what votes change is the same as with it.
        for (const { name, votes, status } of kind === 'live' ? byTurns(i + j) : states.slice(0, 1)) {
          if (kind === 'live') assert.match(await page.evaluate(vote, votes), status);
          const found = await page.evaluate(violations);
          const where = `${kind}, ${name}, ${theme}, ${width} px`;
          if (found.length > 0) await portray(page, `axe-${where.replace(/\W+/g, '-')}`);
          assert.deepEqual(found, [], where);
        }
      }
    }
    await page.context().close();
  });
}

/** What a reader may have open on the page to explore, where it stands, and how one gets there. @type {{ name: string, part: string, open: (page: import('playwright-core').Page) => Promise<unknown> }[]} */
const opened = [
  { name: 'what was found, a row open', part: '.finding, .list', async open(page) {
    await page.getByRole('searchbox').fill('syria');
    await page.locator('.votes button').first().click();
  } },
  { name: 'nothing found, filters set', part: '.finding, .list', async open(page) {
    await page.getByRole('radio', { name: /^Two or more/ }).check();
    await page.getByRole('searchbox').fill('<b>');
  } },
  { name: 'a vote held fast', part: '.opening', open: (page) => page.locator('.chips button').first().click() },
  { name: 'a plot', part: '.opening', open: (page) => page.getByRole('radio', { name: 'Vetoes since 1946' }).check() },
  { name: 'a proposal, with seats to fill', part: '.rules', async open(page) {
    await page.locator('.rules').scrollIntoViewIfNeeded();
    await page.getByRole('radio', { name: /^The African Union/ }).check();
    await page.getByLabel('New permanent seat 16').waitFor();
  } },
  { name: 'power beside another rule', part: '.power', async open(page) {
    await page.locator('.power').scrollIntoViewIfNeeded();
    await page.locator('.power form:not([inert])').waitFor();
    await page.getByLabel('Compare with').selectOption({ index: 2 });
    await page.getByLabel('Exact fractions').check();
    await page.locator('.powers tbody').waitFor();
  } },
  { name: 'a record and its faults', part: '.own-desk, .list', async open(page) {
    await page.locator('.own-desk').scrollIntoViewIfNeeded();
    await page.setInputFiles('.own-desk [type=file]:enabled', 'tests/fixtures/csv/whole_layout.csv');
    await page.locator('.in-file').waitFor();
    await page.setInputFiles('.own-desk [type=file]', 'tests/fixtures/scenarios/unknown_rule.json');
    await page.locator('.faults').waitFor();
  } },
  { name: 'every vetoed text', part: '.index', async open(page) {
    for (const summary of await page.locator('.index summary').all()) await summary.click();
  } },
  { name: 'what is taken away, and its keys', part: '.take-away', async open(page) {
    await page.locator('.take-away').scrollIntoViewIfNeeded();
    await page.locator('.take-away [value=keys]').click();
    await page.locator('.take-away dialog').waitFor();
  } },
];
for (const [width, { name: theme, media }] of /** @type {const} */ ([[1280, themes[0]], [390, themes[1]]])) {
  test(`chromium, the page to explore with all that it opens, ${theme}, ${width} px: no violation`, async () => {
    const page = await site.page({ hash: 'explore.html', viewport: { width, height: 900 } });
    await page.evaluate(axe);
    await page.emulateMedia(media);
    for (const { name, part, open } of opened) {
      await open(page);
      assert.deepEqual(await page.evaluate(violations, part), [], name);
    }
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

test('chromium, sheets of lessons: no violation, and nothing clipped on a phone', async () => {
  const page = await site.page({ viewport: { width: 320, height: 900 } });
  for (const sheet of readdirSync('build/site/paper').filter((file) => /-[a-z]+(\.ar)?\.html$/.test(file))) {
    await page.goto(`${site.url}paper/${sheet}`);
    await page.evaluate(axe);
    assert.deepEqual(await page.evaluate(violations), [], sheet);
    assert.deepEqual((await page.evaluate(layoutFaults)).filter((fault) => !fault.startsWith('small target')), [], sheet);
  }
  await page.context().close();
});
