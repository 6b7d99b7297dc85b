// What a screen reader finds, in its order: Chromium's accessibility tree of the page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSite, radio } from './browser.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/**
 * Asserts that lines matching the patterns come in this order; anything may stand between them.
 * @param {string} tree
 * @param {RegExp[]} patterns
 */
function inOrder(tree, patterns) {
  const lines = tree.split('\n').map((line) => line.trim());
  let from = 0;
  for (const pattern of patterns) {
    const at = lines.findIndex((line, i) => i >= from && pattern.test(line));
    assert.notEqual(at, -1, `${pattern} is missing after line ${from}:\n${tree}`);
    from = at + 1;
  }
}

const members = ['China', 'France', 'Russian Federation', 'United Kingdom', 'United States', 'Algeria', 'Ecuador', 'Guyana',
  'Japan', 'Malta', 'Mozambique', 'Republic of Korea', 'Sierra Leone', 'Slovenia', 'Switzerland'];

for (const ready of ['h1', '.chamber.live']) {
  test(`heading, context, outcome, fifteen members, reset, sources: ${ready === 'h1' ? 'without scripts' : 'live'}`, async () => {
    const page = await site.page({ ready, javaScriptEnabled: ready !== 'h1' });
    const tree = await page.locator('main').ariaSnapshot();
    inOrder(tree, [
      /^- heading ".+" \[level=1\]/,
      /^- paragraph: .*(China abstained|Russia voted)/,
      /^- status:/,
      /Not adopted: vetoed by Russia\./,
      /^- heading "How each member votes" \[level=2\]/,
      ...members.flatMap((member, i) => [
        new RegExp(`^- group "${member}${i < 5 ? ', permanent member' : ''}${i === 2 ? ', decides alone' : ''}"`),
        /^- radio "In favour"/, /^- radio "Against"/, /^- radio "Abstaining"/, /^- radio "Not participating"/,
      ]),
      ...ready === 'h1' ? [] : [/^- button "Reset to the recorded vote"/],
      /^- heading "Sources"/,
      /^- link /,
    ]);
    assert.equal(tree.match(/^\s*- group /gm)?.length, 15);
    assert.equal(tree.match(/^\s*- radio ".*" \[checked\]/gm)?.length, 15);
    assert.equal(tree.match(/^\s*- status/gm)?.length, 1);
    assert.doesNotMatch(tree, /canvas/i);
    // Headings go down one step at a time.
    const levels = [...tree.matchAll(/\[level=(\d)\]/g)].map(([, level]) => Number(level));
    levels.forEach((level, i) => assert.ok(i === 0 ? level === 1 : level > 1 && level <= levels[i - 1] + 1, `levels ${levels}`));
    await page.context().close();
  });
}

test('the tree follows a vote', async () => {
  const page = await site.page();
  await radio(page, 'Russian Federation', 'Abstaining').check();
  const tree = await page.locator('main').ariaSnapshot();
  inOrder(tree, [/^- status:/, /Adopted\. 13 votes|Adopted\./, /^- group "Russian Federation, permanent member, decides alone"/, /^- radio "Abstaining" \[checked\]/]);
});

test('whoever decides alone is called so, and nobody else', async () => {
  const page = await site.page();
  const alone = () => page.getByRole('group', { name: /\S, decides alone$/ }).count();
  assert.equal(await alone(), 1);
  await radio(page, 'Russian Federation', 'Abstaining').check();
  assert.equal(await alone(), 5, 'the no of each permanent member');
  await radio(page, 'China', 'Against').check();
  await radio(page, 'France', 'Against').check();
  assert.equal(await alone(), 0);
});

test('what is read is whole: no half sentence, no loose word, no empty container', async () => {
  const page = await site.page();
  const tree = await page.locator('main').ariaSnapshot();
  inOrder(tree, [
    /^- status:/,
    /^- paragraph: .?Not adopted: vetoed by Russia\./,
    /^- paragraph: 13 votes in favour are enough, but/,
    /^- heading "What would change it"/,
    /^- '?heading "Other votes, same draft/,
    /^- listitem: .?2009: resolution 1874, 15–0–0/,
    /^- term: 11 April 2024/,
  ]);
  assert.equal(await page.locator('.renewals').getByRole('time').count(), 0);
  assert.equal(await page.getByRole('navigation').filter({ hasText: 'Change any vote' }).count(), 0);
  assert.equal(await page.locator('.predict').getByRole('list').count(), 0);
  assert.equal(await page.locator('.current').getByRole('button').and(page.locator('[aria-pressed=false]')).count(), 2);
});

/** Nothing can be drawn on a canvas; keeps what listens to clicks on the picture. Runs in the page. */
function withoutCanvas() {
  HTMLCanvasElement.prototype.getContext = () => null;
  /** @type {string[]} */
  const clickable = [];
  Object.assign(window, { clickable });
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function addEventListener(type, ...rest) {
    if (type === 'click' && this instanceof Element && this.closest('.chamber')) clickable.push(this.nodeName);
    return listen.call(this, type, ...rest);
  };
}

test('the picture is one image with one text, live on the canvas, without it, and without scripts', async () => {
  for (const [ready, choices] of /** @type {const} */ ([
    ['.chamber.live', {}],
    ['.chamber svg.drawn', { init: withoutCanvas }],
    ['h1', { javaScriptEnabled: false }],
  ])) {
    const page = await site.page({ ready, ...choices });
    const images = page.locator('.chamber').getByRole('img');
    const names = ready === '.chamber.live' ? [] : ['- img "Not adopted: vetoed by Russia."'];
    // An empty paragraph is none.
    const tree = (await page.locator('.chamber').ariaSnapshot()).split('\n').map((line) => line.replaceAll("'", '')).filter((line) => line !== '- paragraph');
    assert.deepEqual(tree, names, ready);
    if (ready === '.chamber svg.drawn') {
      await radio(page, 'Russian Federation', 'Abstaining').check();
      assert.equal(await images.count(), 1);
      assert.match(await page.locator('.chamber').ariaSnapshot(), /^- img "Adopted\."$/m);
      // An image that listens to clicks is read out as clickable; its box does that.
      assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).clickable), ['DIV']);
    }
    await page.context().close();
  }
});

test('a radio button lies over its words, so that a member is one line for a screen reader', async () => {
  for (const width of [320, 390, 1280]) {
    const page = await site.page({ viewport: { width, height: 900 } });
    const apart = await page.evaluate(() => [...document.querySelectorAll('.choices label')].map((label) => {
      const [box, words] = ['input', 'span'].map((each) => label.querySelector(each)?.getBoundingClientRect() ?? new DOMRect());
      return Math.abs(box.top + box.height / 2 - words.top - words.height / 2);
    }));
    assert.equal(apart.length, 60);
    assert.ok(Math.max(...apart) <= 1, `${width} px: ${Math.max(...apart)}`);
    await page.context().close();
  }
});
