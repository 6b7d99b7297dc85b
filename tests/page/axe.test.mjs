// axe finds no violation in any state of the page, at any width, light, dark and in forced colours, in Chromium;
// engines.test.mjs asks it in the other two.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, byTurns, states, violations, vote, widths } from './axe.mjs';
import { openSite, portray } from './browser.mjs';

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
