// Lessons in the page: read without scripts, walked through by keyboard alone and by touch, judged, announced, linked.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { letters } from '../../web/page/modules/border.js';
import { partIn, placeIn } from '../../web/page/modules/lesson.js';
import { axe, violations, widths } from './axe.mjs';
import { heard, heardAll, layoutFaults, listen, openSite, portray, radio, seat, status, still } from './browser.mjs';
import { buildLessonSite, lessonOf } from './lessons.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Page & { errors: string[] }} Live */

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite({ folder: buildLessonSite() }); });
after(() => site.close());

/** @param {string} hash @param {Parameters<typeof site.page>[0]} [choices] */
const open = (hash, choices) => site.page({ hash: `lesson-${hash}`, reducedMotion: 'reduce', ...choices });
/** The step in sight. @param {Page} page */
const current = (page) => page.locator('.step.current');
/** @param {Page} page */
const heading = async (page) => (await current(page).getByRole('heading', { level: 2 }).innerText()).split('\n').pop()?.trim();
/** @param {Page} page */
const counter = (page) => page.locator('.contents summary b').innerText();
/** Waits for a step: its vote may have to come first. @param {Page} page @param {string} count */
const arrived = (page, count) => page.locator('.contents summary b').filter({ hasText: count }).waitFor();
/** @param {Page} page */
const said = (page) => current(page).locator('.reply').innerText();
/** @param {Page} page */
const letterOf = (page) => page.evaluate(() => [...document.querySelectorAll('fieldset')]
  .sort((a, b) => Number(a.dataset.seat) - Number(b.dataset.seat))
  .map((member) => /** @type {HTMLInputElement} */ (member.querySelector(':checked')).value).join(''));
/** @param {Page} page */
const focused = (page) => page.evaluate(() => (/** @type {HTMLElement | null} */ (document.activeElement)?.innerText ?? '').replace(/\s+/g, ' ').trim());

test('a site in one language alone has no list of languages', () => {
  assert.doesNotMatch(readFileSync('build/lessons/site/index.html', 'utf8'), /class="languages"|hreflang/);
});

test('a part is the steps that there are; anything else is bad, and all of them', () => {
  assert.deepEqual(partIn('', 6), { first: 1, last: 6, bad: false });
  assert.deepEqual(partIn('?from=2&to=4', 6), { first: 2, last: 4, bad: false });
  assert.deepEqual(partIn('?to=1&links=0', 6), { first: 1, last: 1, bad: false });
  for (const search of ['?from=0', '?from=7', '?to=7', '?from=4&to=3', '?from=x', '?from=', '?from=-1', '?to=1e1', '?from=2.5'])
    assert.deepEqual(partIn(search, 6), { first: 1, last: 6, bad: true }, search);
});

test('a link leads to a step, with its votes or others; what does not fit is told', () => {
  const steps = ['s=a', 's=a&v=NY&rule=r&step=2', 's=b&lock=USA&step=3'].map((link) => ({ link }));
  const whole = { first: 1, last: 3, bad: false };
  const place = (/** @type {string} */ link, part = whole) => placeIn(new URLSearchParams(link), steps, part);
  assert.deepEqual(place(''), { step: 1, link: 's=a' });
  assert.deepEqual(place('step=2'), { step: 2, link: 's=a&v=NY&rule=r&step=2' });
  assert.deepEqual(place('step=2&v=YY'), { step: 2, link: 's=a&v=YY&rule=r&step=2' });
  assert.deepEqual(place('s=a&step=2'), { step: 2, link: 's=a&rule=r&step=2' }, 'a link that tells its vote and no letters tells the recorded ones');
  assert.deepEqual(place('s=a&v=NN&rule=other&lock=FRA&step=1'), { step: 1, link: 's=a&v=NN' }, 'rule and locks are the step’s');
  assert.deepEqual(place('s=a&step=3'), { step: 3, link: 's=b&lock=USA&step=3', fault: 'badLink' });
  for (const gone of ['step=4', 'step=0', 'step=x', 'step=', 'step=1.0']) assert.deepEqual(place(gone), { step: 1, link: 's=a', fault: 'gone' }, gone);
  assert.deepEqual(place('', { first: 2, last: 3, bad: false }).step, 2);
  assert.deepEqual(place('step=1', { first: 2, last: 3, bad: false }), { step: 2, link: 's=a&v=NY&rule=r&step=2', fault: 'gone' });
});

test('without scripts, and where the rule cannot be had, all of it can be read; what a teacher is told cannot', async () => {
  const lesson = lessonOf('every-kind');
  for (const scripts of [false, true]) {
    const page = await open('every-kind.html', scripts
      ? { ready: '.note:not(:empty)', route: (each) => each.route('**/*.wasm', (route) => route.abort()) }
      : { javaScriptEnabled: false, ready: 'h1' });
    await page.waitForSelector('html:not(.stepping)', { state: 'attached' });
    for (const step of lesson.steps) {
      const title = step.challenge?.task ?? step.title;
      const section = page.getByRole('region', { name: title });
      for (const text of [...step.words, ...step.prompts ?? [], ...step.look ? [step.look] : []]) assert.ok(await section.getByText(text).isVisible(), text);
      for (const { text, feedback } of step.question?.choices ?? []) {
        await section.getByText(text, { exact: true }).filter({ visible: true }).click();
        assert.ok(await section.getByText(feedback).filter({ visible: true }).isVisible(), feedback);
      }
      for (const note of step.notes ?? []) assert.equal(await page.getByText(note).count(), 0, note);
    }
    const [first, , , fourth, fifth] = await page.locator('.step').allInnerTexts();
    assert.match(first, /Not adopted: vetoed by Russia\./);
    assert.match(fifth, /18 October 2023/);
    assert.match(fourth, /1 move left of 1[\s\S]*Goal: the text is adopted\.[\s\S]*Against: 0[\s\S]*No veto by anybody[\s\S]*permanent members/);
    await page.getByText('Hints').click();
    assert.ok(await page.getByText('Who was against?').isVisible());
    assert.equal(await page.getByRole('button').count(), 0, 'no button that would do nothing');
    assert.deepEqual(await page.evaluate(layoutFaults), []);
    await page.context().close();
  }
});

test('one step at a time: the others leave the Tab order and the tree, its heading takes the focus, the link and the title follow', async () => {
  const page = await open('every-kind.html');
  assert.equal(await page.evaluate(() => location.hash), '', 'a reader who does nothing keeps the address');
  assert.equal(await counter(page), 'Step 1 of 6');
  assert.equal(await page.getByRole('region').filter({ has: page.locator('h2') }).count(), 1);
  assert.equal(await page.getByRole('button', { name: /^Back/ }).count(), 0);
  assert.notEqual(await focused(page), await heading(page), 'a page that opens leaves the focus where it is');
  await page.getByRole('button', { name: 'Next · Without the veto' }).click();
  assert.equal(await counter(page), 'Step 2 of 6');
  assert.equal(await focused(page), 'Set up Without the veto');
  assert.equal(await page.title(), 'Without the veto · Every kind of step');
  assert.equal(await page.getByText('13 votes in favour').filter({ visible: true }).count(), 1, 'what the votes lead to is told once');
  assert.match(page.url(), /#s=dprk-panel-2024&rule=unsc-no-veto&lock=CHN,RUS&step=2$/);
  assert.match(await status(page), /^Adopted\./);
  assert.ok(await radio(page, 'China', 'Abstaining').isDisabled(), 'what the step holds fast');
  await radio(page, 'France', 'Against').check();
  assert.match(page.url(), /v=YYYAYNYYYYYNYYY.*step=2$/);

  await page.locator('.contents summary').click();
  await page.getByRole('link', { name: 'Talk about it' }).click();
  await arrived(page, 'Step 5 of 6');
  assert.ok(await page.getByRole('group', { name: /^Brazil/ }).isVisible(), 'another Council took its seats');
  assert.match(await status(page), /vetoed by the United States/);
  await page.goBack();
  assert.equal(await counter(page), 'Step 2 of 6');
  assert.equal(await focused(page), 'Set up Without the veto');
  assert.ok(await radio(page, 'France', 'Against').isChecked(), 'as it was left');
  await page.goBack();
  assert.equal(await heading(page), 'Thirteen and one');
  assert.match(await status(page), /vetoed by Russia\./);
  await page.goForward();
  await page.goForward();
  await arrived(page, 'Step 5 of 6');
  assert.equal(await heading(page), 'Talk about it');

  // The list closes by itself, and by Escape.
  const list = page.locator('details.contents');
  await page.locator('.contents summary').press('Enter');
  assert.ok(await list.getAttribute('open') !== null);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  assert.equal(await list.getAttribute('open'), null);
  assert.match(await focused(page), /Step 5 of 6/);
  await page.locator('.contents summary').press('Enter');
  await page.locator('h1').click();
  assert.equal(await list.getAttribute('open'), null);

  await page.getByRole('button', { name: /^Next/ }).click();
  assert.deepEqual(await page.evaluate(() => {
    const edges = [...document.querySelectorAll('.step:not(.current) *')].filter((each) => each.checkVisibility());
    return edges.length;
  }), 0);
  await page.getByRole('button', { name: 'Start the lesson again' }).last().click();
  assert.equal(await counter(page), 'Step 1 of 6');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

/**
 * How a reader gets at things.
 * @typedef {object} Hand
 * @property {(page: Page, name: RegExp) => Promise<void>} press  a button
 * @property {(page: Page, code: string, letter: string) => Promise<void>} cast  a member's vote
 */

/** Moves the focus by Tab alone. @param {Page} page @param {(element: Element, wanted: string) => boolean} there  runs in the page @param {string} wanted */
async function tabTo(page, there, wanted) {
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let tabs = 0; tabs < 90; ++tabs) {
      if (await page.evaluate(`document.activeElement !== document.body && (${there})(document.activeElement, ${JSON.stringify(wanted)})`)) return;
      await page.keyboard.press(key);
    }
  }
  assert.fail(`Tab leads nowhere near ${wanted}`);
}

/** @type {Record<'keyboard' | 'touch', Hand>} */
const hands = {
  keyboard: {
    async press(page, name) {
      await tabTo(page, (element, wanted) => element.matches('button') && new RegExp(wanted).test((element.textContent ?? '').replace(/\s+/g, ' ').trim()), name.source);
      await page.keyboard.press('Enter');
    },
    async cast(page, code, letter) {
      await tabTo(page, (element, wanted) => /** @type {HTMLInputElement} */ (element).name === wanted, code);
      const ways = 'YNAX';
      const from = await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value);
      const turns = (ways.indexOf(letter) - ways.indexOf(from) + 4) % 4;
      // The shorter way round: what lies on it is voted, too.
      for (let turn = 0; turn < Math.min(turns, 4 - turns); ++turn) await page.keyboard.press(turns < 2 ? 'ArrowRight' : 'ArrowLeft');
      assert.equal(await page.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value), letter, `${code} votes ${letter}`);
    },
  },
  touch: {
    press: (page, name) => page.locator('main').getByRole('button', { name }).filter({ visible: true }).first().tap(),
    cast: (page, code, letter) => page.locator(`label:has(input[name=${code}][value=${letter}])`).tap(),
  },
};

/** The lesson as its page has it. @param {Page} page @returns {Promise<import('../../web/page/modules/lesson.js').Lesson>} */
const kept = (page) => page.evaluate(() => JSON.parse(document.querySelector('script.lesson')?.textContent ?? ''));

/**
 * Walks through a lesson from its start to its end: every question is answered, every challenge failed until its solution
 * may be seen, and solved.
 * @param {Live} page
 * @param {any} lesson  its file
 * @param {Hand} hand
 * @param {(step: any, n: number) => Promise<void>} [at]  what is looked at in each step
 */
async function walk(page, lesson, hand, at) {
  const { press, cast } = hand;
  const { steps: given } = await kept(page);
  for (const [i, step] of lesson.steps.entries()) {
    const n = i + 1;
    const where = `${lesson.id}, step ${n}`;
    await arrived(page, `Step ${n} of ${lesson.steps.length}`);
    assert.equal(await heading(page), step.challenge?.task ?? step.title, where);
    await at?.(step, n);
    const codes = await page.evaluate(() => [...document.querySelectorAll('fieldset')].sort((a, b) => Number(a.dataset.seat) - Number(b.dataset.seat))
      .map((each) => each.querySelector('input')?.name ?? ''));
    if (step.question) {
      const choice = step.question.choices[0];
      await press(page, new RegExp(`^${choice.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
      assert.match(await said(page), /^(Right|Not so)\. /, where);
      assert.ok((await said(page)).endsWith(choice.feedback), where);
      if (given[i].reveal) assert.equal(await letterOf(page), given[i].reveal, `${where}: the votes are cast`);
    }
    if (step.challenge) {
      const { moves, solution, tries, most_changes: most, solved } = step.challenge;
      const start = await letterOf(page);
      const own = (/** @type {string} */ code) => start[codes.indexOf(code)];
      const free = await page.evaluate(() => [...document.querySelectorAll('fieldset:enabled input:checked')].map((each) => /** @type {HTMLInputElement} */ (each).name));
      for (let tried = 0; tried < tries; ++tried) {
        assert.equal(await page.getByRole('button', { name: 'Show a solution' }).count(), 0, `${where}: no solution after ${tried} tries`);
        // A vote that is not allowed, or at least not the one that is looked for.
        const letter = Object.entries(letters).find(([way, each]) => !moves.votes.includes(way) && each !== own(free[0]))?.[1] ?? (own(free[0]) === 'X' ? 'A' : 'X');
        await cast(page, free[0], letter);
        assert.match(await said(page), /^Not yet\. /, where);
        assert.match(await page.locator('.current .moves').innerText(), new RegExp(`^${most - 1} moves? left of ${most}$`));
        assert.match(await page.locator('.onward .next').innerText(), n === lesson.steps.length ? /^Start/ : /^Skip/);
        await press(page, /^Start again$/);
        assert.equal(await letterOf(page), start, `${where}: from its start`);
        assert.equal(await said(page), '');
      }
      // By keyboard a try may have passed over what solves it.
      if (await page.getByRole('button', { name: 'Show a solution' }).count() > 0) {
        await press(page, /^Show a solution$/);
        assert.match(await said(page), /^This is one solution\. /, where);
        assert.equal(await letterOf(page), given[i].solution, where);
        await press(page, /^Start again$/);
      } else assert.equal(hand, hands.keyboard, `${where}: a solution can be seen after ${tries} tries`);
      for (const [code, way] of Object.entries(solution)) await cast(page, code, letters[/** @type {string} */ (way)]);
      if (await letterOf(page) !== given[i].solution) assert.fail(`${where}: the solution is cast`);
      await page.waitForFunction(() => document.querySelector('.current .reply.right'));
      assert.ok((await said(page)).endsWith(solved), where);
      assert.equal(await page.getByRole('button', { name: 'Show a solution' }).count(), 0);
    }
    if (step.kind === 'ballot') {
      const ways = ['In favour', 'Against', 'Abstaining', 'Not participating'];
      for (let called = 0; called < codes.length; ++called) await press(page, new RegExp(`^${ways[called % 4]}$`));
      assert.match(await page.locator('.current .who').innerText(), new RegExp(`^All ${codes.length} have voted`));
      assert.equal(await letterOf(page), codes.map((_, called) => 'YNAX'[called % 4]).join(''), where);
    }
    if (n < lesson.steps.length) await press(page, /^Next/);
  }
  assert.deepEqual(page.errors, []);
}

/** Of the site that was built, and those of the tests'. @type {[string, () => Promise<Awaited<ReturnType<typeof openSite>>>, string, () => any][]} */
const lessons = [
  ...['every-kind', 'enough-is-nine'].map((id) => /** @type {const} */ ([id, async () => site, `lesson-${id}.html`, () => lessonOf(id)])),
  ...(existsSync('build/site/lessons') ? readdirSync('build/site/lessons') : []).filter((file) => /^[\w-]+\.json$/.test(file)).map((file) =>
    /** @type {const} */ ([file.replace('.json', ''), () => built(), `lesson-${file.replace('json', 'html')}`, () => JSON.parse(readFileSync(`build/site/lessons/${file}`, 'utf8'))])),
].map((each) => [...each]);

/** @type {Promise<Awaited<ReturnType<typeof openSite>>> | undefined} */
let others;
const built = () => (others ??= openSite());
after(async () => (await others)?.close());

for (const [id, where, hash, file] of lessons) {
  test(`${id}, from its start to its end by keyboard alone: each challenge is failed and solved`, async () => {
    const page = await (await where()).page({ hash, reducedMotion: 'reduce' });
    await walk(page, file(), hands.keyboard);
    await page.context().close();
  });

  test(`${id}, from its start to its end by touch; nothing is clipped, nothing meets, and axe finds nothing in any step`, async () => {
    for (const [i, width] of [390, 1280].entries()) {
      const page = await (await where()).page({ hash, reducedMotion: 'reduce', hasTouch: true, viewport: { width, height: 900 }, colorScheme: i === 0 ? 'light' : 'dark' });
      await page.evaluate(axe);
      await walk(page, file(), hands.touch, async (_step, n) => {
        await still(page);
        await portray(page, `lesson-${id}-${n}-${width}`, { fullPage: false });
        assert.deepEqual(await page.evaluate(layoutFaults), [], `step ${n}, ${width} px`);
        // By turns: each step once, every width and theme in half of them.
        if ((n + i) % 2 === 0) assert.deepEqual(await page.evaluate(violations), [], `step ${n}, ${width} px`);
      });
      await page.context().close();
    }
  });
}

test('a seat that is tapped is a move, too; what the challenge holds fast is none', async () => {
  const page = await open('enough-is-nine.html#step=6', { hasTouch: true, viewport: { width: 390, height: 900 } });
  const tap = async (/** @type {string} */ name) => {
    const { x, y } = await seat(page, name);
    await page.touchscreen.tap(x, y);
  };
  await tap('France');
  assert.equal(await said(page), '');
  await tap('Russia');
  await page.waitForFunction(() => document.querySelector('.current .reply')?.textContent?.startsWith('Solved.'));
  assert.match(await status(page), /^Adopted\./);
  await page.context().close();
});

test('right and wrong, not yet and solved are said aloud, once, with what came of it', async () => {
  const page = await open('enough-is-nine.html#step=2', { init: listen });
  await current(page).getByRole('button', { name: /^It is adopted/ }).click();
  assert.match((await heardAll(page, 1)).join('|'), /^Not so\. Nobody is against, but that is not the question\.[^|]*$/);
  await page.getByRole('button', { name: /^Next/ }).click();
  assert.equal((await heard(page)).length, 1, 'the heading has the focus: nothing else need be said');
  await radio(page, 'Algeria', 'Abstaining').check();
  const [, notYet] = await heardAll(page, 2);
  assert.match(notYet, /^Not yet\. The text has to fail\. 5 moves left of 6\nAdopted\. 12|^Not yet\. The text has to fail\. 5 moves left of 6$|^Not yet\. The text has to fail\. 5 moves left of 6\nAdopted\.\n12/);
  await page.getByRole('button', { name: 'A hint' }).click();
  assert.match((await heardAll(page, 3))[2], /^Count those in favour/);
  for (const member of ['Ecuador', 'Guyana', 'Japan', 'Malta']) await radio(page, member, 'Abstaining').check();
  const all = await heardAll(page, 4);
  assert.equal(all.length, 4);
  assert.match(all[3], /Solved\. Thirteen in favour less five are eight[\s\S]*\nNot adopted: 1 vote short\./);
  await page.context().close();
});

test('tries are counted: a move less than none, or a start again; hints come one by one', async () => {
  const page = await open('enough-is-nine.html#step=3');
  const afterTries = () => page.locator('.help .after').innerText();
  assert.equal(await afterTries(), 'A solution can be seen after 3 more tries.');
  await page.getByRole('button', { name: 'Start again' }).click();
  assert.equal(await afterTries(), 'A solution can be seen after 3 more tries.', 'who has not moved has not tried');
  await radio(page, 'France', 'Not participating').check();
  await page.getByRole('button', { name: 'Start again' }).click();
  assert.equal(await afterTries(), 'A solution can be seen after 2 more tries.');
  for (const member of ['France', 'United Kingdom', 'United States', 'Japan', 'Malta']) await radio(page, member, 'Not participating').check();
  assert.match(await said(page), /^Solved\./, 'another solution than the model');
  await page.getByRole('button', { name: 'Start again' }).click();
  for (const member of ['France', 'Japan', 'Malta', 'Guyana', 'China', 'Russian Federation']) await radio(page, member, 'Against').check();
  assert.match(await said(page), /^Not yet\. Any vote may be changed, to: Abstaining, Not participating\./);
  await radio(page, 'Ecuador', 'Abstaining').check();
  assert.match(await page.locator('.current .moves').innerText(), /^0 moves left of 6$/);
  await page.getByRole('button', { name: 'A hint' }).click();
  assert.equal(await page.locator('.told-hints li').count(), 1);
  await page.getByRole('button', { name: 'Another hint' }).click();
  assert.equal(await page.locator('.told-hints li').count(), 2);
  await page.getByRole('button', { name: 'No more hints' }).press('Enter');
  assert.equal(await page.locator('.told-hints li').count(), 2);
  await page.context().close();
});

test('a restart forgets answers and solutions; a step that begins anew asks again', async () => {
  const page = await open('enough-is-nine.html#step=2');
  await current(page).getByRole('button', { name: /^It fails/ }).click();
  assert.match(await said(page), /^Right\./);
  const other = current(page).getByRole('button', { name: /^It is adopted/ });
  await other.dispatchEvent('click');
  assert.match(await said(page), /^Right\./, 'asked once');
  await page.getByRole('button', { name: 'Start again' }).click();
  assert.equal(await said(page), '');
  await other.click();
  assert.match(await said(page), /^Not so\./);
  await page.locator('.contents summary').click();
  await page.getByRole('button', { name: 'Start the lesson again' }).filter({ visible: true }).click();
  assert.equal(await counter(page), 'Step 1 of 6');
  await page.getByRole('button', { name: /^Next/ }).click();
  assert.equal(await said(page), '');

  // So does a page that is reloaded, as the guide says: the step and its votes are in the address, and nothing else is anywhere.
  await current(page).getByRole('button', { name: /^It fails/ }).click();
  await page.getByText(/^Right\./).filter({ visible: true }).waitFor();
  const [address, votes] = [page.url(), await letterOf(page)];
  await page.reload();
  await page.waitForSelector('.chamber.live');
  assert.deepEqual([page.url(), await counter(page), await letterOf(page), await said(page)], [address, 'Step 2 of 6', votes, '']);
  await page.context().close();
});

test('links to a step that is gone, to votes that do not fit, and to parts that there are not', async () => {
  const note = (/** @type {Page} */ page) => page.locator('.astray .note').innerText();
  for (const [hash, step, words] of /** @type {const} */ ([
    ['every-kind.html#step=9', 1, /no step of this lesson/],
    ['every-kind.html#step=two', 1, /no step of this lesson/],
    ['every-kind.html#s=gaza-2023&step=2', 2, /do not fit this step/],
    ['every-kind.html#step=3&v=YYY', 3, /do not fit this step/],
    ['every-kind.html#s=suez-1956', 1, /do not fit this step/],
    ['every-kind.html?from=9', 1, /steps that this lesson does not have/],
    ['every-kind.html?from=4&to=2#step=3', 3, /steps that this lesson does not have/],
    ['every-kind.html?from=3&to=4#step=1', 3, /no step of this lesson/],
    ['every-kind.html?from=3&to=4', 3, /^$/],
    ['every-kind.html?step=3', 3, /^$/],
    ['every-kind.html#s=dprk-panel-2024&v=YYYAYYYYYYYAYYY&step=3&unknown=1', 3, /^$/],
  ])) {
    const page = await open(hash);
    assert.equal(await counter(page), `Step ${step} of 6`, hash);
    assert.match(await note(page), words, hash);
    assert.deepEqual(await page.evaluate(layoutFaults), [], hash);
    if (step === 1) {
      await page.getByRole('button', { name: /^Next/ }).click();
      assert.equal(await counter(page), 'Step 2 of 6', 'the lesson goes on');
    }
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test('a vote that cannot be had is said, the step stays, and another press asks again', async () => {
  let failing = true;
  const page = await open('every-kind.html#step=2', { route: (each) => each.route('**/scenarios/*.json', (route) => (failing ? route.abort() : route.continue())) });
  const visit = async () => {
    await page.locator('.contents summary').click();
    await page.getByRole('link', { name: 'Talk about it' }).click();
  };
  await visit();
  await page.locator('.astray .note').filter({ hasText: 'could not be loaded' }).waitFor();
  assert.equal(await counter(page), 'Step 2 of 6');
  failing = false;
  await visit();
  await arrived(page, 'Step 5 of 6');
  assert.equal(await page.locator('.astray .note').innerText(), '');
  await page.context().close();
});

test('a prepared part has its own steps, no links and colours for a wall', async () => {
  const page = await open('every-kind.html?from=2&to=3&links=0&contrast=high', { colorScheme: 'dark' });
  assert.equal(await counter(page), 'Step 2 of 6');
  assert.equal(await page.getByRole('button', { name: /^Back/ }).count(), 0);
  assert.equal(await page.getByRole('link').count(), 0, 'nothing leads away');
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
  await page.evaluate(axe);
  assert.deepEqual(await page.evaluate(violations), []);
  await page.locator('.contents summary').click();
  assert.equal(await page.locator('.contents li').filter({ visible: true }).count(), 2);
  assert.equal(await page.locator('.contents').getByRole('link').count(), 2, 'but those to its steps');
  await page.locator('.contents summary').click();
  await page.getByRole('button', { name: /^Next/ }).click();
  assert.match(page.url(), /\?from=2&to=3&links=0&contrast=high#.*step=3$/, 'the link keeps the part');
  await page.getByRole('button', { name: 'Start the lesson again' }).last().click();
  assert.equal(await counter(page), 'Step 2 of 6');
  await page.context().close();
});

test('to the explorer and back: the step, with the votes that it was left with', async () => {
  const page = await open('every-kind.html#step=3');
  await radio(page, 'France', 'Against').check();
  await page.getByRole('link', { name: 'Open in the explorer' }).click();
  await page.waitForSelector('.chamber.live');
  assert.match(page.url(), /explore\.html\?from=every-kind#s=dprk-panel-2024&v=YYYAYNYYYYYNYYY&step=3$/);
  assert.match(await status(page), /vetoed by France and Russia/);
  const back = page.getByRole('link', { name: 'Back to the lesson: Every kind of step' });
  await radio(page, 'Japan', 'Against').check();
  await back.click();
  await page.waitForSelector('.lesson .chamber.live');
  assert.equal(await counter(page), 'Step 3 of 6');
  assert.match(await status(page), /vetoed by France and Russia/);
  await page.context().close();

  // A part that was prepared is one after that, too, in its colours, whatever was done there.
  const part = '?from=2&to=3&contrast=high';
  const prepared = await open(`every-kind.html${part}#step=3`);
  await prepared.getByRole('link', { name: 'Open in the explorer' }).click();
  await prepared.waitForSelector('.chamber.live');
  await radio(prepared, 'Japan', 'Against').check();
  await prepared.reload();
  await prepared.getByRole('link', { name: 'Back to the lesson: Every kind of step' }).click();
  await prepared.waitForSelector('.lesson .chamber.live');
  assert.equal(new URL(prepared.url()).search, part);
  assert.equal(await counter(prepared), 'Step 3 of 6');
  assert.match(await prepared.evaluate(() => document.documentElement.className), /projector/);
  assert.equal(await prepared.locator('.contents li:not([hidden])').count(), 2);
  await prepared.context().close();
  for (const from of ['nothing', '../evil', 'toString', '']) {
    const other = await site.page({ hash: `explore.html?from=${from}` });
    await other.waitForSelector('.take-away div:not(:empty)', { state: 'attached' });
    assert.equal(await other.locator('.way-back').count(), 0, from);
    assert.deepEqual(other.errors, []);
    await other.context().close();
  }
});

test('fifteen votes as they are called, by keyboard, in far less than half a minute; the last is taken back by Backspace', async () => {
  const page = await open('every-kind.html#step=6', { init: listen });
  const calls = () => page.locator('.current .who').innerText();
  const field = page.getByRole('textbox', { name: /^A letter for each vote/ });
  assert.equal(await calls(), 'Next: United Kingdom');
  await field.focus();
  await page.keyboard.type('yNz');
  assert.equal(await field.inputValue(), 'YN', 'small letters, too; others are none');
  assert.equal(await calls(), 'Next: Algeria');
  await page.keyboard.press('Backspace');
  assert.equal(await calls(), 'Next: United States');
  assert.equal(await letterOf(page), `Y${'X'.repeat(14)}`);
  assert.match((await heardAll(page, 1)).at(-1) ?? '', /^Next: United States$/);
  await page.keyboard.type('YYAYYYYYYYNYYYY');
  assert.equal(await calls(), 'All 15 have voted.');
  assert.equal(await letterOf(page), 'YYYAYYYYYYYNYYY', 'no sixteenth');
  assert.match(await status(page), /vetoed by Russia\./);
  const all = await heardAll(page, 2);
  assert.ok(all.length <= 3, `no name is said that was passed: ${all}`);
  assert.match(all.slice(1).join('\n'), /All 15 have voted\.[\s\S]*|Not adopted: vetoed by Russia\./);
  assert.match(all.slice(1).join('\n'), /Not adopted: vetoed by Russia\./);
  await page.getByRole('button', { name: 'Take back the last' }).click();
  assert.equal(await calls(), 'Next: Switzerland');
  await page.getByRole('button', { name: 'Start again' }).click();
  assert.equal(await field.inputValue(), '');
  assert.equal(await letterOf(page), 'X'.repeat(15));
  await page.context().close();
});

test('votes are entered on a keyboard of any script, while Chinese is composed, and by digits', async () => {
  const page = await open('every-kind.html#step=6');
  const field = page.getByRole('textbox', { name: /^A letter for each vote/ });
  const session = await page.context().newCDPSession(page);
  /** @param {string} key @param {string} code @param {string} [text]  that it writes */
  const press = async (key, code, text) => {
    await session.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', key, code, text, windowsVirtualKeyCode: key === 'Process' ? 229 : 0 });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code });
  };
  await field.focus();
  for (const [key, code] of [['н', 'KeyY'], ['т', 'KeyN'], ['ф', 'KeyA'], ['ч', 'KeyX'], ['غ', 'KeyY'], ['ى', 'KeyN'], ['ش', 'KeyA'], ['ء', 'KeyX']]) await press(key, code, key);
  assert.equal(await field.inputValue(), 'YNAXYNAX');
  // The letters go into what is being composed: each is a vote all the same, and once.
  for (const [i, letter] of ['Y', 'N', 'A'].entries()) {
    await press('Process', `Key${letter}`);
    const text = 'yna'.slice(0, i + 1);
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await session.send('Input.insertText', { text: '雅那' });
  assert.equal(await field.inputValue(), 'YNAXYNAXYNA');
  // What is a letter of another Latin keyboard stands where Y is, and is none of ours.
  await press('z', 'KeyY', 'z');
  await page.keyboard.type('1234');
  assert.equal(await field.inputValue(), 'YNAXYNAXYNAYNAX');
  assert.equal(await letterOf(page), 'YNAXYNAXYNAYNAX');
  await page.getByRole('button', { name: 'Start again' }).click();
  // Where they are not typed, but come.
  await field.fill('YyN');
  assert.equal(await letterOf(page), `YYN${'X'.repeat(12)}`);
  await page.context().close();
});

test('within a step nothing moves, whatever is chosen, judged or said', async () => {
  for (const width of widths) {
    const page = await open('longest.html#step=3', { viewport: { width, height: 900 } });
    await still(page);
    const places = () => page.evaluate(() => ['.current', '.chamber', '.onward', '#controls'].map((each) => document.querySelector(each)).map((each) => {
      const { top = NaN, height = NaN } = each?.getBoundingClientRect() ?? {};
      return [Math.round(top + scrollY), Math.round(height)];
    }));
    const before = await places();
    await current(page).getByRole('button').first().click();
    assert.notEqual(await said(page), '');
    assert.deepEqual(await places(), before, `a question, ${width} px`);
    await page.getByRole('button', { name: /^Next/ }).click();
    const start = await places();
    await radio(page, 'France', 'Against').check();
    assert.match(await said(page), /^Not yet\./);
    assert.deepEqual((await places()).slice(0, 2), start.slice(0, 2), `not yet, ${width} px`);
    await radio(page, 'France', 'In favour').check();
    await radio(page, 'Russian Federation', 'Abstaining').check();
    assert.match(await said(page), /^Solved\./);
    assert.deepEqual((await places()).slice(0, 2), start.slice(0, 2), `solved, ${width} px`);
    await page.context().close();
  }
});

test('the longest texts, at every width and in large type: nothing clipped, nothing meets', async () => {
  for (const [width, percent] of [[320, 100], [320, 200], [390, 100], [768, 100], [768, 200], [1280, 100], [1280, 200]]) {
    const page = await open('longest.html', { viewport: { width, height: 900 }, colorScheme: percent === 200 ? 'dark' : 'light' });
    await page.evaluate((size) => { document.documentElement.style.fontSize = `${size}%`; }, percent);
    for (let n = 1; n <= 6; ++n) {
      await still(page);
      await portray(page, `lesson-longest-${n}-${width}-${percent}`);
      assert.deepEqual(await page.evaluate(layoutFaults), [], `step ${n}, ${width} px, ${percent} %`);
      if (n < 6) await page.getByRole('button', { name: /^(Next|Skip)/ }).click();
    }
    await page.context().close();
  }
});
