// Hosts' own listeners, as newsrooms have them, follow the frame's height through ten changes. They come from the package
// registry, for tests alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSite } from './browser.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/**
 * What a host loads, and how it begins; the last line runs in its page, where `address` is the frame's.
 * @type {Record<string, { file: string, begin: string }>}
 */
const hosts = {
  'pym.js': { file: 'pym.js/dist/pym.v1.min.js', begin: "new pym.Parent('place', address, {})" },
  '@newswire/frames': { file: '@newswire/frames/dist/frames.umd.js', begin: "new newswireFrames.Framer(place, { src: address })" },
  '@open-iframe-resizer/core': {
    file: '@open-iframe-resizer/core/dist/index.umd.cjs',
    begin: "place.innerHTML = `<iframe src=\"${address}\" width=\"100%\"></iframe>`; iframeResizer.initialize({ checkOrigin: false }, 'iframe')",
  },
  'iframe-resizer': {
    file: 'iframe-resizer/js/iframeResizer.min.js',
    begin: "place.innerHTML = `<iframe src=\"${address}\" width=\"100%\"></iframe>`; iFrameResize({ checkOrigin: false }, 'iframe')",
  },
};

for (const [name, { file, begin }] of Object.entries(hosts)) {
  test(`${name} follows the height through ten changes`, async () => {
    const page = await (await site.browser.newContext({ viewport: { width: 900, height: 900 } })).newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>An article</title><style>iframe { border: 0 }</style><main id="place"></main>' }));
    await page.goto(`${site.url}host.html`);
    await page.addScriptTag({ path: `node_modules/${file}` });
    await page.evaluate(`{ const address = ${JSON.stringify(`${site.url}embed.html`)}; const place = document.querySelector('#place'); ${begin}; }`);
    const element = page.locator('iframe');
    const frame = page.frameLocator('iframe');
    await frame.locator('h1').waitFor();
    let before = 0;
    for (const width of [400, 320, 700, 350, 800, 390, 600, 320, 760, 500]) {
      await page.locator('#place').evaluate((place, wide) => { /** @type {HTMLElement} */ (place).style.width = `${wide}px`; }, width);
      await page.waitForFunction((last) => {
        const iframe = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
        const inside = iframe.contentDocument?.documentElement.getBoundingClientRect().height ?? 0;
        return Math.ceil(inside) !== last && iframe.getBoundingClientRect().height === Math.ceil(inside);
      }, before, { timeout: 10000 });
      before = await element.evaluate((iframe) => iframe.getBoundingClientRect().height);
    }
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}
