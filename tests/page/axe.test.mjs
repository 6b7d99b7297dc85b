// axe finds no violation in any state of the page, and no text is clipped: every width in Chromium, Firefox and WebKitGTK,
// light and dark; forced colours in Chromium, whose driver has them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '../../scripts/server.mjs';
import { layoutFaults, openSite, pictures } from './browser.mjs';
import { engines } from './engines.mjs';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe objects to; runs in the page, once axe is there. */
async function violations() {
  const found = await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] });
  return found.violations.map((/** @type {any} */ { id, help, nodes }) =>
    `${id}: ${help}: ${nodes.map((/** @type {any} */ node) => `${node.target.join(' ')} (${node.failureSummary})`).join(', ')}`);
}

/**
 * Votes by the radios, from the record on; runs in the page.
 * @param {Record<string, string>} votes
 */
function vote(votes) {
  /** @type {HTMLElement | null} */ (document.querySelector('button[type=reset]'))?.click();
  for (const [code, letter] of Object.entries(votes)) {
    /** @type {HTMLElement | null} */ (document.querySelector(`input[name="${code}"][value="${letter}"]`))?.click();
  }
  return document.querySelector('[role=status]')?.textContent ?? '';
}

/** @type {{ name: string, votes: Record<string, string>, status: RegExp }[]} */
const states = [
  { name: 'recorded', votes: {}, status: /^Not adopted: vetoed by Russia\./ },
  { name: 'adopted', votes: { RUS: 'A' }, status: /^Adopted\./ },
  { name: 'two vetoes', votes: { CHN: 'N' }, status: /^Not adopted: vetoed by (China and Russia|Russia and China)/ },
  { name: 'too few votes', votes: { DZA: 'A', ECU: 'X', GUY: 'A', MLT: 'X', SVN: 'A' }, status: /^Not adopted: 1 vote short/ },
];
/** @type {{ name: string, media: { colorScheme: 'light' | 'dark', forcedColors: 'active' | 'none' } }[]} */
const themes = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' } },
];
const widths = [320, 390, 768, 1280];

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const pages = {
  live: () => site.page(),
  'without WebGL': () => site.page({
    ready: '.note:not(:empty)',
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
    for (const { name: theme, media } of themes) {
      await page.emulateMedia(media);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        // Without the rule no vote can be changed; without WebGL, what votes change is the same as with it.
        for (const { name, votes, status } of kind === 'live' ? states : states.slice(0, 1)) {
          if (kind === 'live') assert.match(await page.evaluate(vote, votes), status);
          const found = await page.evaluate(violations);
          const where = `${kind}, ${name}, ${theme}, ${width} px`;
          if (found.length > 0) await page.screenshot({ path: `${pictures}/axe-${where.replace(/\W+/g, '-')}.png`, fullPage: true });
          assert.deepEqual(found, [], where);
        }
      }
    }
    await page.context().close();
  });
}

/** @type {import('./engines.mjs').Choices[]} */
const settings = [...widths.flatMap((width) => [false, true].map((dark) => ({ width, dark }))), { width: 1280, dark: false, webgl: false }];
for (const engine of /** @type {const} */ (['firefox', 'webkit'])) {
  for (const choices of settings) {
    const { width, dark, webgl = true } = choices;
    const name = `${width}-${dark ? 'dark' : 'light'}${webgl ? '' : '-without-webgl'}`;
    test(`${engine}, ${name}: no violation and nothing clipped in any state`, async () => {
      const server = await serve();
      const reader = await engines[engine](choices).catch(async (error) => {
        await server.close();
        throw error;
      });
      try {
        await reader.open(server.url);
        const ready = webgl ? '.chamber.live' : '.note:not(:empty)';
        for (let tries = 0; !await reader.ask((selector) => document.querySelector(selector) !== null, ready); ++tries) {
          assert.ok(tries < 200, `${ready} never appeared`);
          await sleep(100);
        }
        assert.deepEqual(await reader.ask(() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]), [width, dark]);
        await reader.inject(axe);
        await reader.picture(`${pictures}/${engine}-${name}.png`);
        for (const [part, selector] of [['chamber', '.chamber'], ['controls', '#controls'], ['story', '.story']]) {
          await reader.ask((target) => document.querySelector(target)?.scrollIntoView({ behavior: 'instant' }), selector);
          await sleep(100);
          await reader.picture(`${pictures}/${engine}-${name}-${part}.png`);
        }
        for (const { name: state, votes, status } of states) {
          assert.match(await reader.ask(vote, votes), status);
          assert.deepEqual(await reader.ask(violations), [], state);
          assert.deepEqual(await reader.ask(layoutFaults), [], state);
        }
      } finally {
        await reader.close();
        await server.close();
      }
    });
  }
}
