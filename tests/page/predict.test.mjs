// Predict, then reveal: bets by mouse, touch and keyboard, what is said of them, and what may come between.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { heard, heardAll, listen, openSite, portray, radio, status } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const recorded = 'YYYAYYYYYYYNYYY';
/** What the rule makes of each question's votes, worked out by hand. */
const questions = [
  { about: /Russia abstained/, votes: 'YYYAYYYYYYYAYYY', outcome: 'Adopted', because: /^Adopted\. 13 votes/ },
  { about: /six of the thirteen/, votes: 'YYAAAYAYAAYAAYY', outcome: 'Not adopted', because: /^Not adopted: 2 votes short\. 7 votes/ },
  { about: /nine elected/, votes: 'AAYAYAYYYYYAYYA', outcome: 'Adopted', because: /^Adopted\. 9 votes/ },
];

/** @param {Page} page */
const votes = (page) => page.evaluate(() => [...document.querySelectorAll('fieldset')]
  .sort((a, b) => Number(a.dataset.seat) - Number(b.dataset.seat))
  .map((member) => /** @type {HTMLInputElement} */ (member.querySelector(':checked')).value).join(''));
/** @param {Page} page @param {string} name */
const bet = (page, name) => page.locator('.current').getByRole('button', { name, exact: true });
/** @param {Page} page */
const answer = (page) => page.locator('.current .reply').innerText();
/** @param {Page} page */
const answered = (page) => page.waitForFunction(() => document.querySelector('.current .reply')?.textContent);
/** @param {Page} page */
const next = (page) => page.locator('.current').getByRole('button', { name: /Next question|Back to the first/ });

/** Keeps each text of the status on screen. @param {Page} page */
const watch = (page) => page.evaluate(() => {
  const status = /** @type {Element} */ (document.querySelector('[role=status]'));
  /** @type {(string | null)[]} */
  const statuses = [];
  Object.assign(window, { statuses });
  new MutationObserver(() => statuses.push(status.textContent)).observe(status, { childList: true, subtree: true, characterData: true });
});
/** @param {Page} page @returns {Promise<string[]>} */
const watched = (page) => page.evaluate(() => /** @type {any} */ (window).statuses);

for (const [i, { about, votes: expected, outcome, because }] of questions.entries()) {
  for (const choice of ['Adopted', 'Not adopted']) {
    test(`question ${i + 1}, bet on “${choice}”: the votes are played, the answer speaks to the bet`, async () => {
      const page = await site.page();
      for (let passed = 0; passed < i; ++passed) await next(page).click();
      assert.match(await page.locator('.current h3').innerText(), about);
      assert.equal(await answer(page), '');
      await bet(page, choice).click();
      await answered(page);
      assert.equal(await votes(page), expected);
      assert.match(await status(page), because);
      assert.match(await answer(page), choice === outcome ? /^You were right/ : /^You expected the text to (fail|pass)\./);
      assert.match(await answer(page), outcome === 'Adopted' ? /would have been adopted/ : /would not have been adopted/);
      assert.match(page.url(), new RegExp(`v=${expected}(&step=${i + 1})?$`));
      assert.deepEqual(page.errors, []);
      await page.context().close();
    });
  }
}

test('played seat by seat: controls, status and link follow; nothing is said but the answer, once', async () => {
  const page = await site.page({ init: listen });
  await next(page).click();
  await next(page).click();
  await watch(page);
  await page.evaluate(() => {
    /** @type {string[]} */
    const links = [];
    Object.assign(window, { links });
    for (const step of /** @type {const} */ (['pushState', 'replaceState'])) {
      const original = history[step].bind(history);
      history[step] = (...rest) => (links.push(`${step} ${rest[2]}`), original(...rest));
    }
  });
  await bet(page, 'Not adopted').click();
  await answered(page);
  assert.deepEqual(await heard(page), []);
  const said = await heardAll(page, 1);
  const statuses = await watched(page);
  assert.ok(statuses.length > 2, 'the status follows on screen');
  assert.match(statuses.at(-1) ?? '', /^Adopted\./);
  assert.deepEqual(said, ['You expected the text to fail. It would have been adopted. Nine votes are enough, whoever casts them. ' +
    'In 1973 resolution 344 passed without one permanent member in favour.']);
  /** @type {string[]} */
  const links = await page.evaluate(() => /** @type {any} */ (window).links);
  assert.equal(links.length, 5, 'five members vote otherwise');
  assert.deepEqual(links.map((link) => link.split(' ')[0]), ['pushState', ...Array(4).fill('replaceState')]);
});

test('under reduced motion all votes are there at once', async () => {
  const page = await site.page({ reducedMotion: 'reduce', init: listen });
  await next(page).click();
  await watch(page);
  const at = await page.evaluate(() => {
    const button = /** @type {HTMLButtonElement} */ (document.querySelector('.current [value=adopted]'));
    button.click();
    return document.querySelector('.current .reply')?.textContent;
  });
  assert.match(at ?? '', /^You expected the text to pass/);
  assert.equal(await votes(page), questions[1].votes);
  assert.equal((await watched(page)).length, 1);
  const said = await heardAll(page, 1);
  assert.deepEqual(said.map((text) => text.slice(0, 29)), ['You expected the text to pass']);
});

test('a touch is enough', async () => {
  const page = await site.page({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
  await bet(page, 'Not adopted').tap();
  await answered(page);
  assert.match(await answer(page), /^You expected the text to fail/);
  await page.waitForTimeout(700);
  const seen = await page.evaluate(() => ({
    answer: document.querySelector('.current .reply')?.getBoundingClientRect().bottom ?? NaN,
    chamber: document.querySelector('.chamber')?.getBoundingClientRect().bottom ?? NaN,
    height: innerHeight,
  }));
  assert.ok(seen.answer <= seen.height, 'the answer is in sight');
  assert.ok(seen.chamber > 300, `and so are the seats: ${seen.chamber} px of the picture`);
  await portray(page, 'predicted-390', { fullPage: false });
});

test('by keyboard: the question is read with its buttons, the next one takes the focus, nothing is a trap', async () => {
  const page = await site.page();
  await page.getByRole('heading', { name: /what do you expect/ }).click();
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    const described = document.getElementById(element?.getAttribute('aria-describedby') ?? '');
    return `${element?.textContent?.trim()}${described ? ` | ${described.textContent}` : ''}`;
  });
  await page.keyboard.press('Tab');
  assert.match(await focused(), /^Adopted \| Had Russia abstained/);
  await page.keyboard.press('Tab');
  assert.match(await focused(), /^Not adopted \|/);
  await page.keyboard.press('Enter');
  await answered(page);
  assert.match(await focused(), /^Not adopted \|/, 'the focus stays');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  assert.match(await focused(), /^Question 2 of 3 Had six/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await answered(page);
  assert.match(await answer(page), /^You expected the text to pass/);
  const member = () => page.evaluate(() => document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent);
  for (let tabs = 0; tabs < 10 && !await member(); ++tabs) await page.keyboard.press('Tab');
  assert.equal(await member(), 'China, permanent member');
});

test('never asked twice: the answer stays, also after a reset', async () => {
  const page = await site.page({ reducedMotion: 'reduce' });
  await bet(page, 'Adopted').click();
  const words = await answer(page);
  assert.match(words, /^You were right/);
  await page.getByRole('button', { name: 'Reset to the recorded vote' }).click();
  assert.equal(await votes(page), recorded);
  await bet(page, 'Not adopted').dispatchEvent('click');
  assert.equal(await votes(page), recorded);
  for (let i = 0; i < 3; ++i) await next(page).click();
  assert.equal(await answer(page), words);
  assert.equal(await bet(page, 'Adopted').getAttribute('aria-pressed'), 'true');
  assert.equal(await bet(page, 'Not adopted').getAttribute('aria-disabled'), 'true');
});

test('whatever the reader does ends the vote that plays; the bet is answered and said once, then what came of it', async () => {
  const interruptions = {
    /** @param {Page} page */
    vote: (page) => radio(page, 'Algeria', 'Against').check(),
    /** @param {Page} page */
    reset: (page) => page.getByRole('button', { name: 'Reset to the recorded vote' }).click(),
    /** @param {Page} page */
    back: (page) => page.evaluate(() => history.back()),
    /** @param {Page} page */
    link: (page) => page.evaluate(() => { location.hash = 'v=NNNNNNNNNNNNNNN'; }),
    /** @param {Page} page */
    next: (page) => next(page).click(),
  };
  for (const [name, interrupt] of Object.entries(interruptions)) {
    const page = await site.page({ init: listen });
    // Time stands still but for what the test lets pass.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(60_000);
    await next(page).click();
    await next(page).click();
    await bet(page, 'Adopted').click();
    await page.clock.runFor(150);
    const midway = await votes(page);
    assert.ok(midway !== recorded && midway !== questions[2].votes, midway);
    await interrupt(page);
    await page.clock.runFor(50);
    await page.waitForFunction(() => !document.querySelector('.playing'));
    const settled = await votes(page);
    const words = await status(page);
    await page.clock.runFor(3000);
    assert.equal(await votes(page), settled, `${name}: nothing more is cast`);
    assert.equal(await status(page), words);
    if (name === 'vote') assert.equal(settled, `${midway.slice(0, 2)}N${midway.slice(3)}`);
    if (name === 'reset' || name === 'back') assert.equal(settled, recorded);
    if (name === 'link') assert.equal(settled, 'N'.repeat(15));
    if (name === 'next') assert.equal(settled, midway);
    // One text: the answer, and the outcome where the reader made it another than what played.
    const said = await heard(page);
    assert.equal(said.length, 1, name);
    const [answer, ...outcome] = said[0].split('\n');
    assert.match(answer, /^You were right/);
    assert.equal(outcome.join(' '), name === 'next' ? '' : words, name);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test('nothing shifts: not with a bet, an answer, another question', async () => {
  for (const width of [320, 390, 768, 1280]) {
    const page = await site.page({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    const place = () => page.evaluate(() => (document.querySelector('#controls')?.getBoundingClientRect().top ?? NaN) + scrollY);
    const before = await place();
    for (let i = 0; i < 3; ++i) {
      await bet(page, i % 2 ? 'Adopted' : 'Not adopted').click();
      assert.equal(await place(), before, `${width} px, question ${i + 1}`);
      const fits = await page.evaluate(() => {
        const [room, below] = ['.current .answer', '.current .onward'].map((each) => document.querySelector(each)?.getBoundingClientRect());
        return room && below && (room.bottom <= below.top || room.left >= below.right);
      });
      assert.ok(fits, `${width} px, question ${i + 1}: the answer has its room`);
      await portray(page, `question-${i + 1}-${width}`, { fullPage: false });
      await next(page).click();
      assert.equal(await place(), before, `${width} px, after question ${i + 1}`);
    }
    await page.context().close();
  }
});

test('without scripts, and on paper, every question stands with its answer', async () => {
  for (const paper of [false, true]) {
    const page = await site.page({ javaScriptEnabled: paper, ready: 'h1', viewport: { width: 390, height: 800 } });
    if (paper) await page.emulateMedia({ media: 'print' });
    for (const { about, outcome } of questions) {
      const question = page.locator('.predict li').filter({ hasText: about });
      assert.ok(await question.getByRole('heading').isVisible());
      const told = question.getByText(outcome === 'Adopted' ? /^The text would have been adopted/ : /^The text would not have been adopted/);
      assert.ok(await told.isVisible());
    }
    assert.equal(await page.getByText(/^You (were|expected)/).filter({ visible: true }).count(), 0);
    assert.equal(await page.getByRole('button').count(), 0, 'no button that would do nothing');
  }
});

test('where the rule cannot be had, the questions show their answers and ask nothing', async () => {
  const page = await site.page({ ready: '.note:not(:empty)', route: (each) => each.route('**/council-*.wasm', (route) => route.abort()) });
  assert.match(await answer(page), /^The text would have been adopted/);
  assert.ok(await bet(page, 'Adopted').isDisabled());
  await next(page).click();
  assert.match(await answer(page), /^The text would not have been adopted/);
});
