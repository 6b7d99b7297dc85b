// The votes in the link: it follows the reader, Back and Forward follow it, and it can be copied.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createServer } from 'node:http';
import { frames, heardAll, holdBack, listen, openSite, radio, seat, status } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** @param {Page} page */
const hash = (page) => page.evaluate(() => location.hash);
/** @param {Page} page */
const depth = (page) => page.evaluate(() => history.length);
/** @param {Page} page */
const reset = (page) => page.getByRole('button', { name: 'Reset to the recorded vote' }).click();
/** @param {Page} page */
const copy = (page) => page.getByRole('button', { name: 'Copy link' }).click();

test('the link follows every vote, in place', async () => {
  const page = await site.page();
  assert.equal(await hash(page), '', 'a reader who does nothing keeps the address');
  const before = await depth(page);
  await radio(page, 'Russian Federation', 'Abstaining').check();
  assert.equal(await hash(page), '#s=dprk-panel-2024&v=YYYAYYYYYYYAYYY');
  const { x, y } = await seat(page, 'Japan');
  await page.mouse.click(x, y);
  await frames(page);
  assert.equal(await hash(page), '#s=dprk-panel-2024&v=YYYAYYYNYYYAYYY');
  assert.equal(await depth(page), before);
  // The link alone makes the same page.
  const other = await site.page({ hash: await hash(page) });
  assert.equal(await status(other), await status(page));
  assert.ok(await radio(other, 'Japan', 'Against').isChecked());
});

test('Back and Forward return over a reset and a played question', async () => {
  const page = await site.page({ reducedMotion: 'reduce' });
  await radio(page, 'France', 'Against').check();
  assert.match(await status(page), /vetoed by France and Russia/);
  await reset(page);
  assert.equal(await hash(page), '#s=dprk-panel-2024');
  await page.getByRole('button', { name: 'Adopted', exact: true }).click();
  assert.match(await status(page), /^Adopted\./);

  await page.goBack();
  assert.match(await status(page), /vetoed by Russia\./);
  assert.ok(await radio(page, 'Russian Federation', 'Against').isChecked());
  await page.goBack();
  assert.match(await status(page), /vetoed by France and Russia/);
  assert.ok(await radio(page, 'France', 'Against').isChecked());
  await page.goForward();
  await page.goForward();
  assert.match(await status(page), /^Adopted\./);
  assert.match(await page.locator('.current .reply').innerText(), /^You were right/);
  assert.deepEqual(page.errors, []);
});

test('a reset of nothing is no step', async () => {
  const page = await site.page();
  const before = await depth(page);
  await reset(page);
  assert.equal(await depth(page), before);
  assert.equal(await hash(page), '');
});

test('a link typed into the open page is followed; a bad one opens the recorded vote and says so', async () => {
  const page = await site.page({ hash: '#v=NO' });
  const note = page.locator('.verdict .note');
  assert.match(await note.innerText(), /link/);
  assert.match(await status(page), /vetoed by Russia\./);
  await page.evaluate(() => { location.hash = 'v=YYYAYYYYYYYAYYY'; });
  await page.waitForFunction(() => document.querySelector('.outcome[role=status]')?.textContent?.startsWith('Adopted'));
  assert.ok(await note.isHidden(), 'a good link takes the note away');
  for (const bad of ['v=YES', 's=elsewhere', 'v=YYYAYYYYYYYAYYZ', 'v=%FF%00', 'v=YYYAYYYYYYYAYYY&v=YYYAYYYYYYYAYYY', 'step=0', 'step=x']) {
    await page.evaluate((text) => { location.hash = text; }, bad);
    await note.waitFor({ state: 'visible' });
    assert.match(await status(page), /vetoed by Russia\./, bad);
    await page.evaluate(() => { location.hash = 'v=YYYAYYYYYYYAYYY'; });
    await note.waitFor({ state: 'hidden' });
  }
  assert.deepEqual(page.errors, []);
});

test('keys may stand in any order, encoded, in the query as well, and what is the host’s is passed over', async () => {
  for (const [address, votes] of /** @type {const} */ ([
    ['#lang=en&v=YYYAYYYYYYYAYYY&s=dprk-panel-2024', 'Adopted'],
    ['#v=YYYAYYYYYY%59AYYY', 'Adopted'],
    ['#v=YYYAYYYYYYYAYYY#?secret=v', 'Adopted'],
    ['#v=YYYAYYYYYYYAYYY#v=NNNNNNNNNNNNNNN', 'Adopted'],
    ['#?v=NNNNNNNNNNNNNNN', 'Not adopted: vetoed by Russia.'],
    ['?v=YYYAYYYYYYYAYYY', 'Adopted'],
    ['?utm_source=paper&v=YYYAYYYYYYYAYYY#rule=unsc', 'Adopted'],
    ['?v=YYYAYYYYYYYAYYY#v=NNNNNNNNNNNNNNN', 'Not adopted: 9 votes short.'],
  ])) {
    const page = await site.page({ hash: address });
    assert.ok((await status(page)).startsWith(votes), `${address}: ${await status(page)}`);
    assert.ok(await page.locator('.verdict .note').isHidden(), address);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test('what the query told is in the fragment once the reader votes, and a reset takes it back', async () => {
  const page = await site.page({ hash: '?paper=1&v=YYYAYYYYYYYAYYY' });
  await radio(page, 'Japan', 'Against').check();
  assert.equal(page.url(), `${site.url}?paper=1#s=dprk-panel-2024&v=YYYAYYYNYYYAYYY`);
  await reset(page);
  assert.equal(page.url(), `${site.url}?paper=1#s=dprk-panel-2024`);
  await page.reload();
  await page.waitForSelector('.chamber.live');
  assert.match(await status(page), /^Not adopted: vetoed by Russia\./);
  await page.goto(`${site.url}?v=YYYAYYYYYYYAYYY`);
  await page.waitForSelector('.chamber.live');
  await reset(page);
  assert.equal(page.url(), `${site.url}#s=dprk-panel-2024`);
});

test('a fragment that a host sets later leaves the votes as they are', async () => {
  const page = await site.page();
  await radio(page, 'Russian Federation', 'Abstaining').check();
  await page.evaluate(() => { location.hash = '?slide=4'; });
  await page.waitForTimeout(200);
  assert.match(await status(page), /^Adopted\./);
  assert.equal(await hash(page), '#?slide=4');
});

test('a question that there is not is the first, and no fault of the link', async () => {
  const page = await site.page({ hash: '#v=YYYAYYYYYYYAYYY&step=77' });
  assert.match(await status(page), /^Adopted\./);
  assert.equal(await page.locator('.current .count').innerText(), 'Question 1 of 3');
  assert.ok(await page.locator('.verdict .note').isHidden());
  // A page without questions takes every step.
  for (const step of ['', '&step=1', '&step=3']) {
    const frame = await site.page({ hash: `embed.html#v=YYYAYYYYYYYAYYY${step}`, ready: '.chamber img' });
    await frame.getByRole('button', { name: 'Show these votes' }).click();
    await frame.waitForSelector('.chamber.live');
    assert.match(await status(frame), /^Adopted\./, step);
    assert.ok(await frame.locator('.verdict .note').isHidden(), step);
    await frame.context().close();
  }
});

test('a jump within the page is no state: the votes stay, in the link as well', async () => {
  const page = await site.page();
  await radio(page, 'Russian Federation', 'Abstaining').check();
  await page.locator('a[href="#controls"]').click();
  await page.waitForFunction(() => location.hash !== '#controls');
  assert.equal(await hash(page), '#s=dprk-panel-2024&v=YYYAYYYYYYYAYYY');
  assert.match(await status(page), /^Adopted\./);
});

test('what a reader chose before the rule arrived is in the link, all of it', async () => {
  const { release, route } = holdBack('**/council-*.wasm');
  const page = await site.page({
    ready: 'fieldset',
    route,
  });
  await radio(page, 'Russian Federation', 'Abstaining').check();
  await radio(page, 'Algeria', 'Against').check();
  release();
  await page.waitForSelector('.chamber.live');
  assert.equal(await hash(page), '#s=dprk-panel-2024&v=YYNAYYYYYYYAYYY');
});

test('the link is copied, said so once, and no longer when it has changed', async () => {
  const page = await site.page({ permissions: ['clipboard-read', 'clipboard-write'], init: listen });
  await radio(page, 'Russian Federation', 'Abstaining').check();
  const place = () => page.locator('footer').evaluate((footer) => footer.getBoundingClientRect().top + scrollY);
  const before = await place();
  await heardAll(page, 1);  // the vote
  await copy(page);
  await page.locator('.copy').getByText('Link copied.').waitFor();
  assert.equal(await place(), before, 'nothing shifts');
  assert.deepEqual((await heardAll(page, 2)).slice(1), ['Link copied.']);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${site.url}#s=dprk-panel-2024&v=YYYAYYYYYYYAYYY`);
  await radio(page, 'China', 'In favour').check();
  assert.equal(await page.locator('.copy').getByText('Link copied.').count(), 0);
});

test('where copying is refused or missing, the link is shown, selected', async () => {
  for (const how of ['refused', 'missing']) {
    for (const width of [320, 1000]) {
      const page = await site.page({
        viewport: { width, height: 800 },
        route: (each) => each.addInitScript((which) => {
          const clipboard = which === 'missing' ? undefined : { writeText: () => Promise.reject(new Error('refused')) };
          Object.defineProperty(navigator, 'clipboard', { value: clipboard });
        }, how),
      });
      await radio(page, 'Russian Federation', 'Abstaining').check();
      const place = () => page.locator('footer').evaluate((footer) => footer.getBoundingClientRect().top + scrollY);
      const before = await place();
      await copy(page);
      const field = page.getByRole('textbox', { name: 'Link to these votes' });
      await field.waitFor();
      assert.equal(await field.inputValue(), `${site.url}#s=dprk-panel-2024&v=YYYAYYYYYYYAYYY`);
      assert.ok(await field.evaluate((input) => input instanceof HTMLInputElement && input.readOnly && document.activeElement === input &&
        input.selectionStart === 0 && input.selectionEnd === input.value.length));
      assert.ok((await field.boundingBox())?.height ?? 0 >= 44);
      assert.equal(await place(), before, `nothing shifts at ${width} px`);
      assert.equal(await page.locator('.copy').getByText('Link copied.').count(), 0);
      await reset(page);
      assert.ok(await field.isHidden(), 'the old link is not left standing');
      assert.deepEqual(page.errors, []);
      await page.context().close();
    }
  }
});

/**
 * A page of the site in a host's sandbox, which allows scripts and nothing else.
 * @param {string} file
 * @param {(frame: import('playwright-core').FrameLocator, page: import('playwright-core').Page, url: string) => Promise<void>} use
 */
async function sandboxed(file, use) {
  const open = await openSite({ headers: { 'Access-Control-Allow-Origin': '*' } });
  const host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>Host</title><iframe sandbox="allow-scripts" width="700" height="2400" src="${open.url}${file}"></iframe>`);
  });
  await new Promise((resolve) => { host.listen(0, 'localhost', () => resolve(undefined)); });
  const { port } = /** @type {import('node:net').AddressInfo} */ (host.address());
  try {
    const page = await (await open.browser.newContext({ viewport: { width: 800, height: 900 } })).newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`http://localhost:${port}/`);
    await use(page.frameLocator('iframe'), page, open.url);
    assert.deepEqual(errors, []);
  } finally {
    host.closeAllConnections();
    host.close();
    await open.close();
  }
}

test('in a sandboxed iframe everything goes on, and Back stays the host’s', () => sandboxed('', async (frame, page, url) => {
  await frame.locator('.chamber.live').waitFor();
  const before = await depth(page);
  await frame.getByRole('button', { name: 'Not adopted', exact: true }).click();
  await frame.locator('.current .reply').getByText('You expected the text to fail.').waitFor();
  assert.match(await frame.getByRole('status').innerText(), /^Adopted\./);
  await frame.getByRole('group', { name: /^France/ }).getByRole('radio', { name: 'Against' }).check();
  assert.match(await frame.getByRole('status').innerText(), /vetoed by France/);
  await frame.getByRole('button', { name: 'Copy link' }).click();
  const field = frame.getByRole('textbox', { name: 'Link to these votes' });
  await field.waitFor();
  assert.equal(await field.inputValue(), `${url}#s=dprk-panel-2024&v=YYYAYNYYYYYAYYY`);
  await frame.getByRole('button', { name: 'Reset to the recorded vote' }).click();
  assert.match(await frame.getByRole('status').innerText(), /vetoed by Russia/);
  assert.equal(await depth(page), before);
}));

test('in a sandbox that allows no forms, the explorer adds a vote and seats a year all the same', () => sandboxed('explore.html', async (frame) => {
  await frame.locator('.chamber.live').waitFor();
  await frame.locator('.compare').scrollIntoViewIfNeeded();
  await frame.getByLabel('Add a vote').selectOption('suez-1956');
  await frame.getByRole('button', { name: 'Add', exact: true }).click();
  assert.match(await frame.locator('.compare .note').innerText(), /Suez/);
  const year = frame.getByLabel('Or seat the Council of any year');
  await year.fill('1800');
  await year.press('Enter');
  await frame.locator('form.year .hint').getByText('1946').waitFor();
  await year.fill('1956');
  await frame.getByRole('button', { name: 'Seat it' }).click();
  await frame.locator('#vote-heading').getByText('1956').waitFor();
}));

test('where the history may not be touched, votes go on', async () => {
  const page = await site.page({
    init: () => {
      const refuse = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
      history.pushState = refuse;
      history.replaceState = refuse;
    },
  });
  await radio(page, 'Russian Federation', 'Abstaining').check();
  assert.match(await status(page), /^Adopted\./);
  await page.getByRole('button', { name: 'Not adopted', exact: true }).click();
  await page.locator('.current .reply').getByText('You expected the text to fail.').waitFor();
  await reset(page);
  assert.match(await status(page), /vetoed by Russia\./);
  assert.deepEqual(page.errors, []);
});
