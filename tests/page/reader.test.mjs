// The page as a reader uses it: mouse, touch and keyboard, in Chromium.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { frames, holdBack, openSite, radio, seat, seen, status, still } from './browser.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

test('opens on the recorded vote: 13-1-1, vetoed by Russia', async () => {
  const page = await site.page();
  assert.match(await status(page), /^Not adopted: vetoed by Russia\./);
  assert.equal(await page.getByRole('group').count(), 15);
  assert.equal(await page.getByRole('radio', { name: 'In favour', checked: true }).count(), 13);
  assert.ok(await radio(page, 'Russian Federation', 'Against').isChecked());
  assert.ok(await radio(page, 'China', 'Abstaining').isChecked());
  assert.equal(await page.getByRole('group', { name: /permanent member/ }).count(), 5);
  assert.deepEqual(page.errors, []);
});

test('changing votes in the controls changes the outcome at once', async () => {
  const page = await site.page();
  await radio(page, 'Russian Federation', 'Abstaining').check();
  assert.match(await status(page), /^Adopted\./);
  await radio(page, 'Russian Federation', 'Against').check();
  await radio(page, 'China', 'Against').check();
  assert.match(await status(page), /^Not adopted: vetoed by .*China.*Russia|^Not adopted: vetoed by .*Russia.*China/);
  await page.getByRole('button', { name: 'Reset to the recorded vote' }).click();
  assert.match(await status(page), /^Not adopted: vetoed by Russia\./);
  assert.ok(await radio(page, 'China', 'Abstaining').isChecked());
});

test('too few votes is not called a veto', async () => {
  const page = await site.page();
  for (const member of ['Algeria', 'Ecuador', 'Guyana', 'Malta', 'Slovenia']) {
    await radio(page, member, 'Abstaining').check();
  }
  assert.match(await status(page), /^Not adopted: 1 vote short\. .*Russia is no veto/);
});

test('a click on a seat of the canvas changes its vote in the controls, too', async () => {
  const page = await site.page();
  const { x, y } = await seat(page, 'Russia');
  await page.mouse.click(x, y);
  await frames(page);
  assert.ok(await radio(page, 'Russian Federation', 'Abstaining').isChecked());
  assert.match(await status(page), /^Adopted\./);
  await page.mouse.click(x, y);
  await frames(page);
  assert.ok(await radio(page, 'Russian Federation', 'In favour').isChecked());
});

test('a tap votes; a scroll that begins on a seat does not', async () => {
  const page = await site.page(phone);
  let { x, y } = await seat(page, 'France');
  await page.touchscreen.tap(x, y);
  await frames(page);
  assert.ok(await radio(page, 'France', 'Against').isChecked());

  await page.evaluate(() => scrollTo(0, 0));
  ({ x, y } = await seat(page, 'France'));
  const before = { y: await page.evaluate(() => scrollY), words: await status(page) };
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let moved = 15; moved <= 180; moved += 15) {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - moved }] });
    await page.waitForTimeout(16);
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(200);
  assert.ok(await page.evaluate(() => scrollY) > before.y + 100, 'the page scrolled');
  assert.equal(await status(page), before.words);
  assert.ok(await radio(page, 'France', 'Against').isChecked());
});

test('the wheel scrolls the page over the canvas', async () => {
  const page = await site.page({ viewport: { width: 1000, height: 500 } });
  const { x, y } = await seat(page, 'Japan');
  await page.mouse.move(x, y + 40);
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 200);
  await page.waitForFunction((from) => scrollY > from + 100, before);
});

test('the keyboard belongs to the page: Tab passes, arrows choose, the canvas shows the focus', async () => {
  const page = await site.page();
  const picture = async () => (await page.locator('canvas').screenshot()).toString('base64');
  await page.getByRole('heading', { name: 'How each member votes' }).click();
  await frames(page);
  const unfocused = await picture();
  await page.keyboard.press('Tab');
  await frames(page);
  assert.equal(await page.evaluate(() => document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent), 'China, permanent member');
  assert.notEqual(await picture(), unfocused, 'the canvas draws the focus of the control');
  for (let i = 0; i < 14; ++i) await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent ?? ''), /^Switzerland/);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Reset to the recorded vote');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Copy link');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'A');

  await radio(page, 'Russian Federation', 'Against').focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await status(page), /^Adopted\./);
  assert.ok(await radio(page, 'Russian Federation', 'Abstaining').isChecked());
});

test('idle, the page does nothing: no frame, no timer', async () => {
  const page = await site.page({
    init: () => {
      const counts = { frames: 0, timers: 0 };
      Object.assign(window, { counts });
      const frame = requestAnimationFrame;
      window.requestAnimationFrame = (callback) => (++counts.frames, frame(callback));
      for (const name of /** @type {const} */ (['setTimeout', 'setInterval', 'requestIdleCallback'])) {
        const original = window[name];
        // @ts-expect-error one wrapper for three signatures
        window[name] = (...rest) => (++counts.timers, original(...rest));
      }
    },
  });
  const counts = () => page.evaluate(() => ({ .../** @type {any} */ (window).counts }));
  await still(page);
  const before = await counts();
  await page.waitForTimeout(3000);
  assert.deepEqual(await counts(), before);
  // One vote costs the frames of its movement and no more.
  await radio(page, 'Russian Federation', 'Abstaining').dispatchEvent('click');  // without scrolling the picture away
  const moved = await counts();
  assert.ok(moved.frames > before.frames && moved.frames - before.frames < 40, `${moved.frames - before.frames} frames`);
  // Nor is there anything to do once it has been said.
  await page.waitForFunction(() => document.querySelector('[aria-live=polite]')?.textContent);
  const said = await counts();
  await page.waitForTimeout(1000);
  assert.deepEqual(await counts(), said);
});

test('a lost WebGL context comes back with the same votes', async () => {
  const page = await site.page();
  await radio(page, 'Russian Federation', 'Abstaining').dispatchEvent('click');  // without scrolling the picture away
  await still(page);
  const before = (await page.locator('canvas').screenshot()).toString('base64');
  await page.evaluate(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
    const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    const extension = context?.getExtension('WEBGL_lose_context');
    extension?.loseContext();
    return new Promise((resolve) => setTimeout(() => {
      extension?.restoreContext();
      setTimeout(resolve, 300);
    }, 200));
  });
  assert.equal((await page.locator('canvas').screenshot()).toString('base64'), before);
  const { x, y } = await seat(page, 'China');
  await page.mouse.click(x, y);
  await frames(page);
  assert.ok(await radio(page, 'China', 'In favour').isChecked());
});

test('while the canvas is lost the picture stands in for it, and takes clicks', async () => {
  const page = await site.page();
  const { x, y } = await seat(page, 'China');
  const extension = await page.evaluateHandle(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
    return (canvas.getContext('webgl2') ?? canvas.getContext('webgl'))?.getExtension('WEBGL_lose_context');
  });
  await extension.evaluate((each) => each?.loseContext());
  await page.waitForSelector('.chamber svg.drawn text');
  await page.mouse.click(x, y);
  await frames(page);
  assert.ok(await radio(page, 'China', 'In favour').isChecked());
  assert.match(await page.locator('.chamber svg.drawn').innerHTML(), />14 in favour</);
  await extension.evaluate((each) => each?.restoreContext());
  await page.waitForSelector('.chamber svg.drawn', { state: 'detached' });
  // What was clicked while it was away is not clicked again.
  await frames(page);
  assert.ok(await radio(page, 'China', 'In favour').isChecked());
  await page.mouse.click(x, y);
  await frames(page);
  assert.ok(await radio(page, 'China', 'Against').isChecked());
  assert.deepEqual(page.errors, []);
});

test('without WebGL the picture lives all the same: it follows the controls and takes clicks and taps', async () => {
  const page = await site.page({
    ...phone,
    ready: '.chamber svg.drawn text',
    init: () => {
      HTMLCanvasElement.prototype.getContext = () => null;
    },
  });
  // What nobody sees is not drawn.
  const drawn = async () => {
    await page.locator('.chamber').scrollIntoViewIfNeeded();
    await seen(page);
    await frames(page);
    return page.locator('.chamber svg.drawn').innerHTML();
  };
  assert.match(await drawn(), />VETOED</);
  await radio(page, 'Russian Federation', 'Abstaining').check();
  await frames(page);
  assert.match(await status(page), /^Adopted\./);
  assert.match(await drawn(), />ADOPTED</);
  const { x, y } = await seat(page, 'France');
  await page.touchscreen.tap(x, y);
  await frames(page);
  assert.ok(await radio(page, 'France', 'Against').isChecked());
  assert.match(await drawn(), />VETOED</);
  assert.deepEqual(page.errors, []);
});

test('with the wasm files blocked, the page tells the recorded vote and decides nothing', async () => {
  const page = await site.page({ ready: '.note:not(:empty)', route: (each) => each.route('**/*.wasm', (route) => route.abort()) });
  assert.match(await page.locator('.verdict .note').innerText(), /could not be loaded/);
  assert.match(await status(page), /^Not adopted: vetoed by Russia\./);
  assert.ok(await radio(page, 'Russian Federation', 'Abstaining').isDisabled());
  assert.ok(await page.locator('.chamber svg.wide').isVisible());
});

for (const blocked of ['chamber-*.wasm', '*later-*.js']) {
  test(`with only ${blocked} blocked, the controls decide`, async () => {
    const page = await site.page({ ready: '.note:not(:empty)', route: (each) => each.route(`**/${blocked}`, (route) => route.abort()) });
    assert.match(await page.locator('.chamber .note').innerText(), /list below/);
    await radio(page, 'Russian Federation', 'In favour').check();
    assert.match(await status(page), /^Adopted\./);
    assert.deepEqual(page.errors, []);
  });
}

test('without scripts, the recorded vote is told in HTML', async () => {
  const page = await site.page({ javaScriptEnabled: false, ready: 'h1' });
  assert.match(await page.locator('.outcome[role=status]').innerText(), /^Not adopted: vetoed by Russia\./);
  assert.equal(await page.locator('fieldset').count(), 15);
  assert.equal(await page.locator('input:checked[value=Y]').count(), 13);
  assert.ok(await page.locator('.chamber svg.wide').isVisible());
  assert.ok(await page.getByText('cannot change votes then').isVisible());
});

test('what a reader chose before the rule arrived counts', async () => {
  const { release, route } = holdBack('**/council-*.wasm');
  const page = await site.page({
    ready: 'fieldset',
    route,
  });
  await radio(page, 'Russian Federation', 'Abstaining').check();
  release();
  await page.waitForSelector('.chamber.live');
  assert.match(await status(page), /^Adopted\./);
});

test('a link holds the votes; a bad one opens the recorded vote and says so', async () => {
  const good = await site.page({ hash: '#s=dprk-panel-2024&v=YYYAYYYYYYYAYYY' });
  assert.match(await status(good), /^Adopted\./);
  const bad = await site.page({ hash: '#v=YES' });
  assert.match(await status(bad), /^Not adopted: vetoed by Russia\./);
  assert.match(await bad.locator('.verdict .note').innerText(), /link/);
});

test('paper shows the votes as they are, in words and as a picture', async () => {
  const page = await site.page();
  await radio(page, 'Russian Federation', 'Abstaining').check();
  const drawn = () => page.locator('.chamber svg.wide').evaluate((picture) =>
    ({ text: picture.textContent, label: picture.ariaLabel, shapes: picture.querySelectorAll('*').length }));
  const before = await drawn();
  assert.match(before.text ?? '', /VETOED/);
  await page.pdf();
  const printed = await drawn();
  assert.match(printed.text ?? '', /ADOPTED.*13 in favour.*2 abstaining/);
  assert.match(printed.label ?? '', /^Adopted\./);
  assert.ok(printed.shapes > 0.8 * before.shapes);
  assert.deepEqual(page.errors, []);
});
