// Votes side by side on the page to explore: by keyboard alone, by a link, under each rule, and where something is wrong.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { axe, violations } from './axe.mjs';
import { layoutFaults, openSite, portray, radio, shifts, still } from './browser.mjs';

const ids = readdirSync('web/content/scenarios').map((file) => file.replace('.json', ''));
/** @param {string} id @returns {any} */
const scenario = (id) => JSON.parse(readFileSync(`web/content/scenarios/${id}.json`, 'utf8'));

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** @param {string} hash @param {Parameters<typeof site.page>[0]} [choices] */
const open = (hash, choices) => site.page({ hash: `explore.html#${hash}`, ready: '.compare form:not([inert])', ...choices });
/** @param {import('playwright-core').Page} page */
const lead = (page) => page.locator('.compare .lead > span').first().textContent();
/** Members and their two votes as the table tells them. @param {import('playwright-core').Page} page */
const pairs = (page) => page.$$eval('.pair tbody tr', (rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
/** @param {import('playwright-core').Page} page */
const outcomes = (page) => page.$$eval('.sides .told > span:first-child', (all) => all.map((each) => each.textContent));

const north = 's=dprk-sanctions-2022&with=dprk-panel-2024';

test('two votes by a link: the difference leads, members stand between their votes, and the outcomes are the command’s', async () => {
  const page = await open(north, { viewport: { width: 1280, height: 900 } });
  await page.waitForSelector('.pair');
  assert.equal(await lead(page), 'China voted otherwise: against in 2022, abstaining in 2024.');
  assert.deepEqual(await pairs(page), [
    ['Against: a veto', 'China', 'Abstaining: no veto'],
    ['In favour', 'France', 'In favour'],
    ['Against: a veto', 'Russia', 'Against: a veto'],
    ['In favour', 'United Kingdom', 'In favour'],
    ['In favour', 'United States', 'In favour'],
  ]);
  assert.deepEqual(await page.$$eval('.alone ul', (lists) => lists.map((list) => list.children.length)), [10, 10]);
  for (const [i, id] of ['dprk-sanctions-2022', 'dprk-panel-2024'].entries()) {
    const said = execFileSync('build/council', ['decide', `web/content/scenarios/${id}.json`], { encoding: 'utf8' });
    assert.ok(said.includes((await outcomes(page))[i] ?? '?'), `${id}: ${said}`);
  }
  await portray(page, 'compare-1280');
  assert.deepEqual(page.errors, []);
  await page.close();
});

for (const width of [1000, 390]) test(`the open vote stands there as the reader changes it, marked, and nothing moves, ${width} pixels wide`, async () => {
  const page = await open(north, { viewport: { width, height: 900 } });
  await page.waitForSelector('.pair');
  const height = () => page.locator('.compare').evaluate((each) => each.getBoundingClientRect().height);
  const before = await height();
  await radio(page, 'China', 'Abstaining').check();
  assert.equal(await lead(page), 'Nobody voted otherwise.');
  assert.equal(await page.locator('.side').first().locator('.when b').textContent(), 'Changed by you');
  assert.deepEqual(await outcomes(page), ['Not adopted: vetoed by Russia.', 'Not adopted: vetoed by Russia.']);
  assert.equal(await height(), before);
  // As many vetoes as a text can meet that has its nine.
  for (const member of ['China', 'France', 'Russia', 'United Kingdom', 'United States']) await radio(page, member, 'Against').check();
  assert.match((await outcomes(page))[0] ?? '', /^Not adopted: vetoed by China, France, Russia, the United Kingdom/);
  assert.equal(await height(), before);
  for (const member of ['China', 'France', 'Russia', 'United Kingdom', 'United States']) await radio(page, member, 'Not participating').check();
  assert.equal(await lead(page), '5 members voted otherwise.');
  assert.equal(await height(), before);
  assert.match(page.url(), /#s=dprk-sanctions-2022&v=\w{15}&with=dprk-panel-2024$/);
  await page.close();
});

test('by keyboard alone: put a vote aside, open another, add a third, take them out again', async () => {
  const page = await open('s=dprk-panel-2024', { ready: '.put button:enabled' });
  const put = page.getByRole('button', { name: 'Compare with another vote' });
  await put.focus();
  // What it does comes with the first press.
  await page.keyboard.press('Enter');
  await page.waitForSelector('.put [aria-pressed=true]');
  assert.equal(await put.getAttribute('aria-pressed'), 'true');
  assert.match(page.url(), /&with=dprk-panel-2024$/);
  assert.ok(await page.getByText('Put aside. Now open another vote').isVisible());
  await page.locator('.votes a', { hasText: 'Hormuz' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.pair');
  assert.match(page.url(), /#s=hormuz-2026&with=dprk-panel-2024$/);
  assert.match(await page.locator('.side h3').first().textContent() ?? '', /Hormuz/);
  await page.getByRole('link', { name: 'See the votes side by side' }).focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.locator('#compare-heading').isVisible());
  await page.waitForURL(/with=dprk-panel-2024$/);
  const select = page.getByLabel('Add a vote');
  await select.focus();
  await page.keyboard.type('29 April 1946');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.several');
  assert.match(page.url(), /with=dprk-panel-2024,spain-1946$/);
  const region = page.getByRole('region', { name: 'Table of the votes' });
  assert.equal(await region.getAttribute('tabindex'), '0');
  await page.getByRole('button', { name: /^Remove the vote of 28 March 2024/ }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.pair');
  assert.match(page.url(), /#s=hormuz-2026&with=spain-1946$/);
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Remove', 'the focus stays among those');
  // Of the open one: the next takes its place.
  await page.getByRole('button', { name: /^Remove the vote of 7 April 2026/ }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /Spain/.test(document.querySelector('.compare .lead')?.textContent ?? '') || document.querySelectorAll('.controls fieldset').length === 11);
  await page.waitForFunction(() => !document.querySelector('.pair'));
  assert.match(page.url(), /#s=spain-1946$/);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('ten stand side by side and no more; a table tells who differs from the first', async () => {
  const others = ids.filter((id) => id !== 'dprk-panel-2024');
  const page = await open(`s=dprk-panel-2024&with=${others.join()}`, { viewport: { width: 320, height: 800 } });
  await page.waitForSelector('.several');
  assert.equal(await page.locator('.several thead th').count(), 11);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  assert.match(await page.locator('.compare .note').textContent() ?? '', /^Ten votes/);
  assert.equal(await page.locator('.several thead th').count(), 11);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page does not scroll sideways');
  assert.ok(await page.locator('.scroll').evaluate((each) => each.scrollWidth > each.clientWidth), 'its table does');
  // Held against the files: whoever voted in both, and not alike.
  const first = scenario('dprk-panel-2024').votes;
  const marked = await page.$$eval('.several .members-of tr', (rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.classList.contains('differs'))));
  const expected = others.slice(0, 9).map((id) => Object.entries(scenario(id).votes ?? {}).filter(([code, way]) => first[code] && first[code] !== way).length);
  assert.deepEqual(expected, others.slice(0, 9).map((_, i) => marked.filter((row) => row[i + 1]).length));
  await page.locator('.several button').last().click();
  assert.match(page.url(), new RegExp(`with=${others.slice(0, 8).join()}$`), 'what stood there no more is out of the link');
  await page.close();
});

test('each by its own rule, or all by the one chosen above; where it does not fit the outcome says so', async () => {
  const page = await open(`${north},suez-1956&rule=unsc-two-vetoes`);
  await page.waitForSelector('.several');
  assert.deepEqual(await outcomes(page), ['Not adopted: vetoed by China and Russia.', 'Not adopted: vetoed by Russia.', 'Adopted.']);
  await page.getByRole('radio', { name: 'all by the rule chosen above' }).check();
  assert.deepEqual(await outcomes(page), ['Not adopted: vetoed by China and Russia.', 'Adopted.', 'This rule does not fit a Council of 11.']);
  assert.match(await page.getByRole('status').first().textContent() ?? '', /^Not adopted: vetoed by China and Russia/, 'the chamber stays');
  await page.close();
});

test('what a link asks for in vain is told and passed over; what cannot be loaded takes nothing with it', async () => {
  const page = await open('s=dprk-sanctions-2022&with=nowhere,dprk-panel-2024,../etc', {
    route: (each) => each.route('**/scenarios/gaza-2024.json', (route) => route.abort()),
  });
  await page.waitForSelector('.pair');
  assert.match(await page.locator('.compare .note').textContent() ?? '', /passed over: nowhere, \.\.\/etc$/);
  await page.getByLabel('Add a vote').selectOption('gaza-2024');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.waitForFunction(() => /could not be loaded/.test(document.querySelector('.compare .note')?.textContent ?? ''));
  assert.equal(await page.locator('.side').count(), 2);
  // Once it can be had, the next change brings it.
  await page.unroute('**/scenarios/gaza-2024.json');
  await page.getByLabel('Add a vote').selectOption('suez-1956');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.waitForSelector('.several');
  assert.equal(await page.locator('.several thead th').count(), 5);
  assert.equal(await page.locator('.compare .note').textContent(), 'Put beside: 31 October 1956 · Call an emergency special session on Suez');
  await page.close();
});

test('a Council that a link seats stands beside a record, marked as no record', async () => {
  const page = await open('c=1956&v=YYYYYYYYYYN&with=suez-1956');
  await page.waitForSelector('.pair');
  assert.equal(await page.locator('.side .when b').first().textContent(), 'Votes given by a link, not a record');
  assert.equal((await pairs(page)).length, 11);
  assert.match(page.url(), /#c=1956&v=Y{10}N&with=suez-1956$/);
  await page.close();
});

test('a rule’s row puts the same votes beside, by it: two pictures, and the difference in words; only the rule is marked', async () => {
  const page = await open('s=dprk-sanctions-2022', { ready: '.chamber.live' });
  await page.locator('.rules').scrollIntoViewIfNeeded();
  await page.locator('.compare').scrollIntoViewIfNeeded();
  const beside = page.getByRole('button', { name: 'Put beside, by another rule: No veto' });
  await beside.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('.heads .drawn text');
  assert.match(page.url(), /#s=dprk-sanctions-2022&with=dprk-sanctions-2022:unsc-no-veto$/);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'compare-heading');
  assert.equal(await lead(page), 'Adopted under “No veto”, not adopted under “The Council of fifteen, on substance”.');
  assert.deepEqual(await outcomes(page), ['Not adopted: vetoed by China and Russia.', 'Adopted.']);
  assert.deepEqual(await page.$$eval('.side .drawn', (all) => all.map((each) => [each.getAttribute('role'), each.getAttribute('aria-label'), /VETOED|ADOPTED/.exec(each.textContent ?? '')?.[0]])),
    [['img', 'Not adopted: vetoed by China and Russia.', 'VETOED'], ['img', 'Adopted.', 'ADOPTED']]);
  assert.deepEqual(await page.$$eval('.side', (all) => all.map((each) => each.querySelector('.when b')?.textContent ?? '')), ['', 'By another rule']);
  // The votes above are the record's by any rule, and are called nothing else.
  await page.locator('[data-rule=unsc-two-vetoes] label').click();
  assert.equal(await page.locator('.what .mark').textContent(), 'The record’s votes, by another rule');
  assert.deepEqual(await page.$$eval('.side', (all) => all.map((each) => each.querySelector('.when b')?.textContent ?? '')), ['By another rule', 'By another rule']);
  await radio(page, 'France', 'Against').check();
  assert.equal(await page.locator('.what .mark').textContent(), 'Votes as a reader set them, not the record');
  assert.equal(await page.locator('.side .when b').first().textContent(), 'Changed by you');
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('a proposal stands beside the Council of today as two pictures, and the other way round; the link tells both, and who sits in new seats', async () => {
  const page = await open('s=gaza-2024', { ready: '.chamber.live' });
  await page.locator('.rules').scrollIntoViewIfNeeded();
  await page.locator('.compare').scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Put beside, by another rule: The Group of Four’s proposal, 2005' }).press('Enter');
  await page.waitForSelector('.heads .drawn text');
  assert.match(page.url(), /#s=gaza-2024&with=gaza-2024:g4-2005:[YNAX]{15}X{10}$/);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'compare-heading');
  const told = () => page.$$eval('.side', (all) => all.map((each) => [each.querySelector('h3')?.textContent, each.querySelector('.when b')?.textContent ?? '',
    each.querySelector('.drawn')?.textContent?.match(/\d+ needed|each may veto|New seat ?\d+/g)?.join(' ').replace(/seat(?=\d)/g, 'seat ')]));
  const fifteen = ['The Council of fifteen, on substance', '', '9 needed each may veto'];
  const seats = Array.from({ length: 10 }, (_, i) => `New seat ${i + 16}`);
  // What the proposal gives no veto stands in a part of its own.
  const g4 = ['The Group of Four’s proposal, 2005', 'A Council that was proposed, not a record', ['14 needed', 'each may veto', ...seats].join(' ')];
  assert.deepEqual(await told(), [fifteen, g4]);
  assert.equal(await lead(page), 'Adopted under neither rule.');
  // Once more is no other vote.
  await page.getByRole('button', { name: 'Put beside, by another rule: The Group of Four’s proposal, 2005' }).click();
  assert.equal(await page.locator('.side').count(), 2);

  // The proposal above, with a state in one of its seats; today's Council beside it.
  await page.goto(`${page.url().split('#')[0]}#s=gaza-2024&rule=g4-2005&n=BRA`);
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('.controls fieldset').length === 25);
  await page.locator('.rules').scrollIntoViewIfNeeded();
  await page.locator('.compare').scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Put beside, by another rule: The Council of fifteen, on substance' }).click();
  await page.waitForSelector('.heads .drawn text');
  assert.deepEqual((await told())[1], fifteen);
  // What stands aside from a proposal is its link's, too.
  await page.locator('.put button').click();
  assert.match(page.url(), /[,=]gaza-2024:g4-2005:[YNAX]{25}:::BRA(,|$)/);
  const again = await site.page({ hash: `explore.html#s=gaza-2024&with=${new URL(page.url()).hash.match(/gaza-2024:g4[^,]*/)}`, ready: '.heads .drawn text' });
  assert.match(await again.locator('.side').nth(1).textContent() ?? '', /Brazil/);
  await again.addStyleTag({ content: 'main > :not(.compare) { display: none !important; }' });
  for (const width of [320, 1280]) {
    await again.setViewportSize({ width, height: 900 });
    await still(again);
    assert.deepEqual(await again.evaluate(layoutFaults), [], `${width}`);
    await portray(again, `compare-proposed-${width}`);
  }
  assert.deepEqual([...page.errors, ...again.errors], []);
  await again.close();
  await page.close();
});

test('a proposal beside a resolution is two pictures, beside a Council of eleven a misfit, and nothing beside a text without a vote', async () => {
  const page = await open('s=dprk-panel-2023&with=dprk-panel-2023:g4-2005', { ready: '.heads .drawn text' });
  assert.equal(await page.locator('.side .drawn').count(), 2);
  assert.deepEqual(await page.locator('.sides button').evaluateAll((all) => new Set(all.map((each) => each.ariaLabel)).size), 2);
  await page.goto(`${page.url().split('#')[0]}#s=suez-1956&with=suez-1956:g4-2005`);
  await page.reload();
  await page.waitForSelector('.pair');
  assert.deepEqual(await outcomes(page), ['Adopted.', 'This rule does not fit a Council of 11.']);
  // Adopted without a vote: no votes for new seats to stand beside, until somebody gives some.
  await page.goto(`${page.url().split('#')[0]}#s=south-sudan-2011`);
  await page.reload();
  await page.locator('.rules').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('[data-rule=unsc-no-veto]:not([hidden]) .told')?.textContent);
  assert.ok(await page.locator('[data-rule=g4-2005]').isHidden());
  await page.locator('.moves').scrollIntoViewIfNeeded();
  await page.getByText('There was no vote that could be changed.').waitFor();
  await radio(page, 'France', 'Against').check();
  await page.locator('[data-rule=g4-2005] .told', { hasText: /./ }).waitFor();
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('votes of any kind stand by a link, each by its own rule or all by one: a year’s Council, a record as changed, one by another rule', async () => {
  const yes = 'Y'.repeat(10);
  const page = await open(`s=dprk-panel-2024&with=alike,1956::${yes}N:1956-10-30:To%2520Suez%252C%2520again,dprk-sanctions-2022::NNNNNNNNNNNNNNN,1800::YY`);
  await page.waitForSelector('.several');
  const heads = await page.$$eval('.several thead th', (all) => all.slice(1).map((each) => each.textContent));
  assert.match(heads[1] ?? '', /^30 October 1956.*Votes given by a link, not a record$/);
  assert.match(heads[2] ?? '', /^26 May 2022 S\/2022\/431 Changed/);
  assert.equal(heads.length, 3, 'no Council of 1800');
  assert.match(await page.locator('.compare .note').textContent() ?? '', /could not be loaded/);
  assert.ok(await page.getByRole('radio', { name: 'all by the rule chosen above' }).isChecked());
  assert.equal((await outcomes(page))[1], 'This rule does not fit a Council of 11.');
  await page.getByRole('radio', { name: 'each by its own rule' }).check();
  assert.equal((await outcomes(page))[1], 'Adopted.');
  assert.doesNotMatch(page.url(), /alike/);
  assert.equal(await page.locator('.several .about-them tr').first().locator('td').nth(1).textContent(), 'To Suez, again');
  await page.close();
});

test('a Council that the reader votes in is put aside by its link; what no link can tell stays with the page', async () => {
  const page = await open('c=1956&v=YYYYYYYYYYN&with=suez-1956', { viewport: { width: 390, height: 800 } });
  await page.waitForSelector('.pair');
  await page.locator('.put button').click();
  assert.match(page.url(), /&with=suez-1956,1956::Y{10}N$/);
  await page.locator('.votes a', { hasText: 'Hormuz' }).click();
  await page.waitForSelector('.several');
  assert.match(page.url(), /#s=hormuz-2026&with=suez-1956,1956::Y{10}N$/);
  const region = page.getByRole('region', { name: 'Table of the votes' });
  assert.ok(await page.getByText('The table goes on: scroll it sideways.').isVisible());
  await region.evaluate((each) => { each.scrollLeft = 200; });
  const [member, table] = await Promise.all([region.locator('tbody th').first().boundingBox(), region.boundingBox()]);
  assert.ok(Math.abs((member?.x ?? 0) - (table?.x ?? 9)) < 2, 'names stay');
  // A vote of the reader's own, adopted without one, is in no link.
  const { $schema: _schema, mandate: _mandate, story: _story, ...file } = scenario('south-sudan-2011');
  await page.locator('.own-desk').scrollIntoViewIfNeeded();
  await page.waitForSelector('.own-desk input[type=file]:enabled');
  await page.locator('.own-desk input[type=file]').setInputFiles({ name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...file, id: 'mine' })) });
  await page.waitForFunction(() => /own file/.test(document.querySelector('.what .mark')?.textContent ?? ''));
  await page.locator('.put button').click();
  await page.locator('.votes a', { hasText: 'Hormuz' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.several thead th').length === 5);
  assert.match(await page.locator('.compare .note').textContent() ?? '', /is in no link/);
  assert.match(page.url(), /&with=suez-1956,1956::Y{10}N$/);
  // Beside that alone the open one cannot go: no link tells what would take its place.
  for (const rest of [4, 3]) {
    await page.locator('.compare button', { hasText: 'Remove' }).nth(1).click();
    await page.waitForFunction((many) => document.querySelectorAll('.compare .several thead th').length === many || (many === 3 && document.querySelector('.pair')), rest);
  }
  await page.waitForSelector('.pair');
  const removes = page.locator('.compare button', { hasText: 'Remove' });
  assert.deepEqual(await removes.evaluateAll((buttons) => buttons.map((each) => /** @type {HTMLButtonElement} */ (each).disabled)), [true, false]);
  assert.deepEqual(page.errors, []);
  await page.close();
});

for (const width of [1280, 390]) test(`a vote that is added moves nothing in sight, however late it comes, ${width} pixels wide`, async () => {
  const page = await open('s=dprk-sanctions-2022', {
    ready: '.chamber.live', viewport: { width, height: 900 },
    route: (each) => each.route('**/scenarios/dprk-panel-2024.json', async (route) => {
      await new Promise((done) => { setTimeout(done, 900); });
      await route.continue();
    }),
  });
  await page.locator('.power').scrollIntoViewIfNeeded();
  await page.waitForSelector('.powers table');
  await page.locator('.compare').scrollIntoViewIfNeeded();
  await page.waitForSelector('.compare form:not([inert])');
  await page.getByLabel('Add a vote').selectOption('dprk-panel-2024');
  await still(page);
  const add = page.getByRole('button', { name: 'Add', exact: true });
  const place = () => add.evaluate((each) => each.getBoundingClientRect().top);
  await add.scrollIntoViewIfNeeded();
  const before = await place();
  await shifts(page);
  await add.click();
  await page.waitForSelector('.pair');
  await still(page);
  assert.equal(await place(), before);
  assert.deepEqual(await shifts(page), []);
  assert.equal(await page.locator('.compare .note').textContent(), 'Put beside: 28 March 2024 · Renew the panel of experts to April 2025');
  await page.close();
});

for (const [width, text] of [[320, 100], [390, 200], [768, 100]]) {
  test(`two votes ${width} pixels wide, text at ${text} %: all there is room for`, async () => {
    const page = await open(north, { viewport: { width, height: 900 }, colorScheme: width === 768 ? 'dark' : 'light' });
    await page.evaluate((percent) => { document.documentElement.style.fontSize = `${percent}%`; }, text);
    await page.waitForSelector('.pair');
    await still(page);
    // axe sees the page as it is; the rest of its layout is for other tests.
    await page.evaluate(axe);
    assert.deepEqual(await page.evaluate(violations), []);
    await page.addStyleTag({ content: 'main > :not(.compare) { display: none !important; }' });
    assert.deepEqual(await page.evaluate(layoutFaults), []);
    await portray(page, `compare-${width}-${text}`);
    await page.close();
  });
}
