// The page for teachers: the lessons as their files have them, a part to prepare, and an example that is what it says.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { axe, violations, widths } from './axe.mjs';
import { layoutFaults, openSite, portray } from './browser.mjs';

const lessons = readdirSync('web/content/lessons').filter((file) => file.endsWith('.en.json')).map((file) => JSON.parse(readFileSync(`web/content/lessons/${file}`, 'utf8')));

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** @param {Parameters<typeof site.page>[0]} [choices] */
const open = (choices) => site.page({ hash: 'teach.html', ready: '.teach', ...choices });

test('each lesson is told by its minutes, its steps and what it takes; scripts are not needed', async () => {
  const page = await open({ javaScriptEnabled: false });
  assert.equal(await page.locator('script[src]').count(), 0);
  assert.deepEqual((await page.locator('.lessons h2').allInnerTexts()).sort(), lessons.map(({ title }) => title).sort());
  for (const { title, minutes, steps, objectives, themes, materials } of lessons) {
    const row = page.locator('.lessons article').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
    assert.match((await row.innerText()).replace(/\s+/g, ' '), new RegExp(`^${minutes} minutes? `));
    for (const line of [...objectives, ...themes, ...materials]) assert.ok(await row.getByText(line, { exact: true }).first().isVisible(), line);
    await row.locator('summary').first().click();
    assert.equal(await row.locator('details[open] ol li').count(), steps.length);
    // The bar is the lesson: its blocks are as wide as their minutes, and fill it.
    const shares = await row.locator('.course rect').evaluateAll((blocks) => blocks.map((each) => parseFloat(each.getAttribute('width') ?? '')));
    assert.equal(shares.length, steps.length);
    assert.ok(Math.abs(shares.reduce((sum, each) => sum + each, 0) - 100) < 0.5);
  }
  await page.context().close();
});

test('a part is prepared without scripts: its address opens those steps, in the projector’s colours, without links', async () => {
  const page = await open();
  const { id, title, steps } = lessons.reduce((a, b) => (a.steps.length > b.steps.length ? a : b));
  const row = page.locator('.lessons article').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  await row.getByText('Prepare a part').click();
  await row.getByLabel('First step').selectOption('2');
  await row.getByLabel('Last step').selectOption('3');
  await row.getByLabel('Without links').check();
  await row.getByLabel('projector').check();
  await row.getByRole('button', { name: 'Open this part' }).click();
  await page.waitForSelector('.chamber.live');
  assert.match(page.url(), new RegExp(`/lesson-${id}\\.html\\?from=2&to=3&links=0&contrast=high`));
  assert.ok((await page.locator('.step.current').innerText()).includes(steps[1].title));
  assert.equal(await page.locator('.projector').count(), 1);
  await page.context().close();
});

test('the example is a lesson that the command takes, and it can be read whole', async () => {
  const page = await open();
  const example = (await page.locator('pre[lang=en][dir=ltr]').textContent()) ?? '';
  const { status, stderr } = spawnSync('build/council', ['check', '--scenarios', 'web/content/scenarios', '-'], { input: example, encoding: 'utf8' });
  assert.deepEqual([status, stderr], [0, '']);
  assert.equal(JSON.parse(example).id, 'five-nos', 'as the guide calls it');
  assert.match(await page.locator('.guide').innerText(), /web\/content\/lessons\/five-nos\.en\.json/);
  const schema = await page.evaluate(() => fetch('schemas/lesson.schema.json').then((response) => response.json()));
  assert.equal(schema.title, 'Lesson');
  await page.context().close();
});

test('nothing is clipped or meets, and axe objects to nothing, at any width, light and dark, with everything open', async () => {
  const page = await open();
  await page.evaluate(axe);
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => { for (const each of document.querySelectorAll('details')) each.open = true; });
      assert.deepEqual(await page.evaluate(layoutFaults), [], `${width} px`);
      assert.deepEqual(await page.evaluate(violations), [], `${width} px, ${colorScheme}`);
      await portray(page, `teach-${colorScheme}-${width}`);
    }
  }
  await page.context().close();
});
