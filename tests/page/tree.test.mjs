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
        new RegExp(`^- group "${member}${i < 5 ? ', permanent member' : ''}"`),
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
  inOrder(tree, [/^- status:/, /Adopted\. 13 votes|Adopted\./, /^- group "Russian Federation, permanent member"/, /^- radio "Abstaining" \[checked\]/]);
});
