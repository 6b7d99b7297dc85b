// The page to explore: votes are found, opened in place, and decided by other rules; what it shows is what the command and
// the index say.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { reformed } from '../../web/page/modules/reform.js';
import { listen, openSite, portray, shifts } from './browser.mjs';

/** @param {string} file @returns {any} */
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const { texts } = json('web/content/vetoes.json');
const landmarks = readdirSync('web/content/scenarios').map((file) => json(`web/content/scenarios/${file}`));

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** @param {import('playwright-core').Page} page */
const found = (page) => page.locator('#found').textContent();
/** @param {import('playwright-core').Page} page @param {string} query */
const ask = (page, query) => page.getByRole('searchbox').fill(query);
/** @param {import('playwright-core').Page} page */
const status = (page) => page.locator('[role=status]').first().textContent();

test('everything is there to be found: landmarks and every vetoed text, each once; filters say what they would leave', async () => {
  const page = await site.page({ hash: 'explore.html', ready: '.finding:not([inert])' });
  const unlisted = landmarks.filter(({ id }) => !texts.some((/** @type {any} */ { draft, date, vetoed_by: by }) => {
    const scenario = landmarks.find((each) => each.id === id);
    const against = scenario.members.filter((/** @type {any} */ { code, permanent }) => permanent && scenario.votes?.[code] === 'against').map((/** @type {any} */ { code }) => code).sort().join(' ');
    return date === scenario.date && by === against && (draft ?? '') === scenario.draft.symbol;
  }));
  assert.match(await found(page) ?? '', new RegExp(`^${texts.length + unlisted.length} votes$`));
  // The figures of a tally say what they count.
  await page.getByRole('link', { name: /Strait of Hormuz.* 11 in favour, 2 against, 2 abstaining$/ }).waitFor();
  const counts = Object.fromEntries(await page.$$eval('.filters label', (labels) => labels.map((label) =>
    [/** @type {HTMLInputElement} */ (label.firstElementChild).value, Number(label.querySelector('b')?.textContent)])));
  assert.deepEqual([counts.veto, counts.RUS, counts.USA, counts.GBR, counts.CHN, counts.FRA, counts.several], [234, 133, 90, 29, 21, 17, 43]);
  await page.getByRole('radio', { name: /^Two or more/ }).check();
  assert.equal(await found(page), '43 votes');
  await page.getByRole('radio', { name: /^since 1966/ }).check();
  assert.equal(await found(page), '40 votes');
  assert.match(page.url(), /&f=several,since$/);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('a word is looked for in titles, members, years, symbols and outcomes, without case and accents; what none fits says so', async () => {
  const page = await site.page({ hash: 'explore.html', ready: '.finding:not([inert])' });
  for (const [query, first] of [['KOREA 2024', 'Renew the panel of experts'], ['s/2024/835', 'Gaza'], ['no permanent member in favour', 'The Middle East']]) {
    await ask(page, query);
    assert.match(await page.locator('.votes .row').first().textContent() ?? '', new RegExp(first, 'i'), query);
  }
  // Syria has sat in the Council, too: that is another matter.
  await ask(page, 'syria');
  assert.equal(await found(page), `${texts.filter((/** @type {any} */ { matter }) => matter === 'syria').length + 1} votes`, 'every vetoed text on Syria, and the one that was adopted after');
  // Who sat when is asked for once somebody looks.
  await ask(page, 'colombia');
  await page.getByText('These are votes of the Councils in which such a member sat.').waitFor();
  assert.ok(Number((await found(page))?.match(/\d+/)?.[0]) > 10);
  // The rows have short names; a state that vetoes goes by its full one of the day, too.
  const vetoes = (/** @type {(date: string) => boolean} */ then) => texts.filter((/** @type {any} */ { date, vetoed_by: by }) => by.includes('RUS') && then(date)).length;
  for (const [query, many] of /** @type {const} */ ([['Russian Federation', vetoes((date) => date > '1991-12-24')], ['Soviet Socialist Republics', vetoes((date) => date <= '1991-12-24')]])) {
    await ask(page, query);
    assert.equal(await found(page), `${many} votes`, query);
  }
  await ask(page, '');
  const all = Number((await found(page))?.match(/\d+/)?.[0]);
  // As people write: a day as the rows have it, filters in words, words that say nothing of any vote.
  const several = texts.filter((/** @type {any} */ { vetoed_by: by }) => by.includes(' ')).length;
  const onSyria = texts.filter((/** @type {any} */ { matter }) => matter === 'syria').length;
  for (const [query, many] of /** @type {const} */ ([['8 July 2022', 1], ['July 8, 2022', 1], ['two or more', several], ['all vetoes on Syria', onSyria + 1], ['resolution 344', 1], ['resolution', all]])) {
    await ask(page, query);
    assert.equal(await found(page), `${many} ${many === 1 ? 'vote' : 'votes'}`, query);
  }
  await ask(page, '<img src=x onerror=alert(1)>');
  assert.equal(await found(page), '0 votes');
  assert.match(await page.locator('.none').textContent() ?? '', /No vote fits “<img src=x onerror=alert\(1\)>”/);
  assert.equal(await page.locator('.none img').count(), 0);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('a vote opens in place, by a press or by a link, and Back returns; the search stays in the link', async () => {
  const page = await site.page({ hash: 'explore.html#q=gaza', viewport: { width: 1280, height: 900 } });
  assert.equal(await page.getByRole('searchbox').inputValue(), 'gaza');
  await page.locator('.votes a', { hasText: 'immediate, unconditional' }).click();
  await page.waitForFunction(() => /United States/.test(document.querySelector('[role=status]')?.textContent ?? ''));
  assert.match(page.url(), /#s=gaza-2024&q=gaza$/);
  assert.equal(await page.locator('#vote-heading').textContent(), landmarks.find(({ id }) => id === 'gaza-2024').story.en.title);
  assert.equal(await page.locator('.votes [aria-current]').count(), 1);
  assert.deepEqual(await page.$$eval('.controls legend', (all) => all.length), 15);
  await page.getByRole('group', { name: /^United States/ }).getByRole('radio', { name: 'Abstaining' }).check();
  assert.match(await status(page) ?? '', /^Adopted/);
  assert.match(page.url(), /#s=gaza-2024&v=\w{15}&q=gaza$/);
  assert.ok(await page.locator('.mark').getByText('Votes as a reader set them, not the record').isVisible());
  assert.match(await page.locator('.own-sources').textContent() ?? '', /S\/2024\/835/);
  assert.match(await page.locator('.editing').getAttribute('href') ?? '', /#s=gaza-2024$/);
  assert.match(await page.title(), new RegExp(landmarks.find(({ id }) => id === 'gaza-2024').story.en.title));
  await page.goBack();
  await page.waitForFunction(() => /Russia/.test(document.querySelector('[role=status]')?.textContent ?? ''));
  assert.equal(await page.getByRole('group', { name: /^Switzerland/ }).count(), 1);
  // The canvas follows: a press on a seat votes for who sits there now.
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('the Council of any year sits down, marked as nobody’s record; a year that is none is told', async () => {
  const page = await site.page({ hash: 'explore.html' });
  await page.getByLabel('Or seat the Council of any year').fill('1956');
  await page.getByRole('button', { name: 'Seat it' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.controls fieldset').length === 11);
  assert.match(page.url(), /#c=1956&v=Y{11}$/);
  assert.ok(await page.getByText('Votes given by a link, not a record').isVisible());
  assert.deepEqual(await page.$$eval('[data-rule]:not([hidden])', (rows) => rows.map((row) => /** @type {HTMLElement} */ (row).dataset.rule)), ['unsc-1946', 'unsc-1946-procedural']);
  await page.getByRole('group', { name: /^France/ }).getByRole('radio', { name: 'Against' }).check();
  assert.match(await status(page) ?? '', /^Not adopted: vetoed by France/);
  assert.match(page.url(), /#c=1956&v=[YN]{11}$/);
  await page.getByLabel('Or seat the Council of any year').fill('1812');
  await page.getByRole('button', { name: 'Seat it' }).click();
  assert.match(await page.locator('.year .hint').textContent() ?? '', /from 1946 to 2027/);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('a link to no vote, no year and no such rule says so, and nothing is lost', async () => {
  for (const [hash, reason] of /** @type {[string, RegExp][]} */ ([['s=nothing-here', /no vote of that name/], ['s=../../etc', /no vote of that name/], ['c=1900&v=YYY', /1900/], ['s=gaza-2024&rule=unsc-1946', /does not fit/]])) {
    const page = await site.page({ hash: `explore.html#${hash}`, ready: '.controls fieldset' });
    await page.waitForFunction(() => (document.querySelector('.verdict .note')?.textContent ?? '') !== '');
    assert.match(await page.locator('.verdict .note').textContent() ?? '', reason);
    assert.match(await status(page) ?? '', /^Not adopted: vetoed by (Russia|the United States)/);
    assert.equal(await page.getByRole('status').first().isVisible(), !hash.startsWith('c='), 'a link that seats no Council shows no vote');
    assert.deepEqual(page.errors, []);
    await page.close();
  }
});

test('the same votes under every rule are what the command makes of them, and a chosen rule decides in the chamber', async () => {
  const page = await site.page({ hash: 'explore.html#s=middle-east-1973' });
  const rows = await page.$$eval('[data-rule]:not([hidden], [data-elsewhere])', (all) => all.map((row) => [/** @type {HTMLElement} */ (row).dataset.rule ?? '', row.querySelector('.told')?.textContent]));
  assert.ok(rows.length >= 5);
  for (const [rule, told] of rows) {
    // A text that falls has no resolution, and the command would say so.
    const fell = told?.startsWith('Not') ? { resolution: null } : {};
    const scenario = { ...landmarks.find(({ id }) => id === 'middle-east-1973'), rule, ...fell };
    const said = execFileSync('build/council', ['decide', '-'], { input: JSON.stringify(scenario), encoding: 'utf8' });
    assert.ok(told && said.includes(told), `${rule}: ${told}`);
  }
  await page.getByRole('radio', { name: 'The letter of the Charter' }).check();
  assert.match(await status(page) ?? '', /^Not adopted: blocked by/);
  assert.match(page.url(), /&rule=unsc-literal/);
  await portray(page, 'explore-1000');
  await page.close();
});

test('what it would take: each change that is offered turns the outcome; votes held fast are asked no more', async () => {
  const page = await site.page({ hash: 'explore.html' });
  const offered = () => page.locator('.sets button').allTextContents();
  await page.locator('.moves').scrollIntoViewIfNeeded();
  await page.locator('.sets button').waitFor();
  assert.deepEqual(await offered(), ['Russia abstaining']);
  await page.getByRole('button', { name: 'Russia', exact: true }).click();
  assert.deepEqual(await offered(), []);
  assert.match(page.url(), /&lock=RUS/);
  await page.getByText('No change of the votes that are free').waitFor();
  await page.getByRole('button', { name: 'Russia', exact: true }).click();
  await page.locator('.sets button').click();
  assert.match(await status(page) ?? '', /^Adopted/);
  for (let i = 0; i < 5; i += 1) {
    await page.locator('.sets button').nth(i).click();
    assert.match(await status(page) ?? '', /^Not adopted/, String(i));
    await page.evaluate(() => { location.hash = 's=dprk-panel-2024&v=YYYYYYYYYYYAYYY'; });
    await page.waitForFunction(() => /^Adopted/.test(document.querySelector('[role=status]')?.textContent ?? ''));
  }
  // Of more than are offered, the number is told: nine of fifteen.
  await page.evaluate(() => { location.hash = 's=dprk-panel-2024&v=AAAAAAAAAAAAAAA'; });
  await page.locator('.sets li').last().getByText('In all, 5,005 groups of 9 members could bring the text through together.').waitFor();
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('many votes are set at once: all, permanent, elected, or a regional group since there are any; what was set is said', async () => {
  const page = await site.page({ hash: 'explore.html', init: listen });
  const said = (/** @type {string} */ text) => page.waitForFunction((each) => /** @type {any} */ (window).said.some((/** @type {string} */ one) => one.split('\n').includes(each)), text);
  await page.locator('.many').scrollIntoViewIfNeeded();
  await page.waitForSelector('.many:not([inert])');
  const offered = () => page.locator('.many option').allTextContents();
  /** @param {string} group @param {string} way */
  const set = async (group, way) => {
    await page.getByLabel('Set many at once').selectOption(group);
    await page.locator('.many').getByRole('button', { name: way }).press('Enter');
  };
  const votes = () => page.$$eval('.controls fieldset', (seats) => Object.fromEntries(seats.map((each) => {
    const { name, value } = /** @type {HTMLInputElement} */ (each.querySelector('input:checked'));
    return [name, value];
  })));
  assert.deepEqual(await offered(), ['All members (15)', 'Permanent members (5)', 'Elected members (10)', 'African states (3)', 'Asia-Pacific states (3)',
    'Eastern European states (2)', 'Latin American and Caribbean states (2)', 'Western European and other states (5)']);
  await set('Elected members (10)', 'Abstaining');
  assert.match(await status(page) ?? '', /^Not adopted: 6 votes short/);
  await set('All members (15)', 'In favour');
  await set('African states (3)', 'Against');
  assert.deepEqual(Object.entries(await votes()).filter(([, way]) => way === 'N').map(([code]) => code).sort(), ['DZA', 'MOZ', 'SLE']);
  await said('Against: African states (3)');
  await page.getByRole('button', { name: 'Algeria', exact: true }).click();
  await set('African states (3)', 'Abstaining');
  assert.deepEqual(Object.entries(await votes()).filter(([, way]) => way === 'A').map(([code]) => code).sort(), ['MOZ', 'SLE']);
  await said('Abstaining: African states (3), all but 1');
  // Groups are those of who sits; before the Council was enlarged there were others.
  await page.evaluate(() => { location.hash = 'c=1990&v=YYYYYYYYYYYYYYY&d=1990-02-01'; });
  await page.waitForFunction(() => document.querySelector('.controls [name=YMD]'));
  assert.ok((await offered()).includes('Asia-Pacific states (3)'), 'China, Malaysia and Democratic Yemen');
  await page.evaluate(() => { location.hash = 's=suez-1956'; });
  await page.waitForFunction(() => document.querySelectorAll('.controls fieldset').length === 11);
  assert.deepEqual(await offered(), ['All members (11)', 'Permanent members (5)', 'Elected members (6)']);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('whoever asks for a file, it comes once', async () => {
  /** @type {string[]} */
  const asked = [];
  const page = await site.page({ hash: 'explore.html#c=2024&v=YYYYYYYYYYYYYYY&rule=g4-2005', route: async (each) => { each.on('request', (request) => asked.push(request.url())); } });
  for (const [place, come] of [['.many', '.many:not([inert])'], ['.rules', '.filling select'], ['.compare', '.compare form:not([inert])'], ['.take-away', '.take-away button']]) {
    await page.locator(place).scrollIntoViewIfNeeded();
    await page.waitForSelector(come);
  }
  for (const name of ['asked', 'councils']) assert.equal(asked.filter((url) => url.includes(`/${name}-`)).length, 1, name);
  assert.deepEqual(page.errors, []);
  await page.close();
});

/** What the command answers. @param {string[]} options @param {string} [input] */
const council = (options, input) => execFileSync('build/council', options, { input, encoding: 'utf8' });

test('200 states by chance: outcome, ways to vote and power on the page are what the command says of the same votes, locks and rule', async () => {
  let random = 1946;
  const below = (/** @type {number} */ n) => { random = (random * 1664525 + 1013904223) >>> 0; return (random >>> 16) % n; };
  const ways = { Y: 'in_favour', N: 'against', A: 'abstaining', X: 'not_participating' };
  const fits = { 'dprk-panel-2024': ['unsc', 'unsc-literal', 'unsc-two-vetoes', 'unsc-no-veto', 'unsc-procedural'], 'suez-1956': ['unsc-1946', 'unsc-1946-procedural'] };
  const english = (/** @type {string} */ figure) => Number(figure).toLocaleString('en');
  /** @type {Map<string, any>} */
  const answers = new Map();
  /** What does not go by the votes is asked for once. @param {...string} options */
  const asked = (...options) => {
    const key = options.join(' ');
    if (!answers.has(key)) answers.set(key, JSON.parse(council([...options, '--json'])));
    return answers.get(key);
  };
  const states = [];
  for (let i = 0; i < 200; i += 1) {
    const id = /** @type {keyof typeof fits} */ (i % 5 === 4 ? 'suez-1956' : 'dprk-panel-2024');
    const rule = fits[id][below(fits[id].length)];
    const scenario = landmarks.find((each) => each.id === id);
    // As many in favour as make either outcome likely.
    const cast = Object.fromEntries(scenario.members.map((/** @type {any} */ { code }) => [code, 'YYYYYYYNAX'[below(10)]]));
    const locks = Object.keys(cast).filter(() => below(4) === 0);
    const votes = Object.fromEntries(Object.entries(cast).map(([code, letter]) => [code, ways[/** @type {'Y'} */ (letter)]]));
    const { adopting, total } = asked('count', '--members', `web/content/scenarios/${id}.json`, '--rule', rule);
    const given = locks.length > 0 ? JSON.parse(council(['count', '--members', `web/content/scenarios/${id}.json`, '--rule', rule, '--given', locks.map((code) => `${code}=${votes[code]}`).join(), '--json'])) : undefined;
    const [share, all] = [Number((given ?? { adopting }).adopting), Number((given ?? { total }).total)];
    const binary = i % 3 === 0;
    const { kinds } = asked('power', '--rule', rule, ...binary ? ['--binary'] : []);
    states.push({
      link: `s=${id}&v=${Object.values(cast).join('')}&rule=${rule}${locks.length > 0 ? `&lock=${locks}` : ''}&power=exact${binary ? ',yes_no' : ''}`,
      told: {
        outcome: council(['decide', '-'], JSON.stringify({ ...scenario, rule, votes, resolution: null })).split('\n')[1],
        ratio: share === 0 ? 'No way to vote adopts it' : share === all ? 'Every way to vote adopts it' : `About 1 way in ${english(String(Math.round(all / share)))} adopts it`,
        ways: `${english(adopting)} of the ${english(total)} ways in which these members can vote adopt the text: in favour, against or abstaining.`,
        held: given ? `With the votes that you hold fast, ${english(given.adopting)} of ${english(given.total)}.` : '',
        // Where the rule tells no kinds of members apart, the page has one column for all.
        power: [...new Set(Object.values(kinds).map((kind) => [kind.shapley_shubik, kind.banzhaf, kind.banzhaf_absolute].join(' ')))].join(', '),
      },
    });
  }
  assert.ok(states.filter(({ told }) => told.outcome.startsWith('Adopted')).length > 40 && states.filter(({ told }) => told.held).length > 150);

  const page = await site.page({ hash: 'explore.html', ready: '.controls fieldset' });
  await page.locator('.power').scrollIntoViewIfNeeded();
  await page.getByLabel('Exact fractions').and(page.locator(':enabled')).waitFor();
  const wrong = await page.evaluate(async (all) => {
    const text = (/** @type {Element | null} */ place) => (place?.textContent ?? '').trim();
    const now = () => ({
      outcome: [...document.querySelectorAll('[role=status] > *')].map(text).join(' '),
      ratio: text(document.querySelector('.ratio')),
      ways: text(document.querySelector('.ways')),
      held: text(document.querySelector('.ways-held')),
      power: [...document.querySelectorAll('.powers tbody tr:first-child td')].map((_, kind) =>
        [1, 2, 3].map((index) => text(document.querySelector(`.powers tbody tr:nth-child(${index}) td:nth-child(${kind + 2})`))).join(' ')).join(', '),
    });
    for (const { link, told } of all) {
      location.hash = link;
      const end = performance.now() + 5000;
      while (JSON.stringify(now()) !== JSON.stringify(told)) {
        if (performance.now() > end) return { link, told, found: now() };
        await new Promise((resolve) => { setTimeout(resolve, 5); });
      }
    }
    return null;
  }, states);
  assert.deepEqual(wrong?.found, wrong?.told, wrong?.link);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('the picture shows power and vetoes in the chamber’s place; what is pressed there is looked for', async () => {
  const page = await site.page({ hash: 'explore.html' });
  await page.getByRole('radio', { name: 'Vetoes since 1946' }).check();
  await page.waitForFunction(() => /Russia 133, United States 90/.test(document.querySelector('.plot-told')?.textContent ?? ''));
  await page.locator('.chamber').scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  await portray(page, 'explore-vetoes');
  const box = await page.locator('.chamber canvas').boundingBox();
  assert.ok(box);
  // The United States’ name.
  await page.mouse.click(box.x + 20, box.y + 250);
  await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector('[name=by][value=USA]')).checked);
  assert.equal(await found(page), '90 votes');
  await page.getByRole('radio', { name: 'Power' }).check();
  await page.waitForFunction(() => /16.3%/.test(document.querySelector('.plot-told')?.textContent ?? ''));
  await page.getByRole('radio', { name: 'The chamber' }).check();
  assert.equal(await page.locator('.plot-told').textContent(), '');
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('vetoes by member and year stand in a table: every figure is the index’s; a year or a member in it is looked for', async () => {
  const page = await site.page({ hash: 'explore.html', viewport: { width: 320, height: 640 } });
  await page.locator('.years summary').click();
  const codes = ['RUS', 'USA', 'GBR', 'CHN', 'FRA'];
  const rows = await page.$$eval('.years tr', (all) => all.map((row) => [...row.children].map(({ textContent }) => (textContent ?? '').trim())));
  const figures = (/** @type {string} */ year) => {
    const some = texts.filter((/** @type {any} */ { date }) => date.startsWith(year));
    return [...codes.map((code) => some.filter((/** @type {any} */ { vetoed_by: by }) => by.split(' ').includes(code)).length), some.length].map((n) => (n ? String(n) : ''));
  };
  assert.deepEqual(rows.slice(1, -1).map(([year]) => year), [...new Set(texts.map((/** @type {any} */ { date }) => date.slice(0, 4)))].sort().reverse());
  for (const [year, ...told] of rows.slice(1, -1)) assert.deepEqual(told, figures(year), year);
  assert.deepEqual(rows.at(-1)?.slice(1), ['133', '90', '29', '21', '17', '234']);
  assert.ok(await page.evaluate(() => [document.documentElement, /** @type {Element} */ (document.querySelector('.years'))].every((each) => each.scrollWidth <= each.clientWidth)), 'nothing is cut off');
  await page.getByRole('button', { name: '1986' }).press('Enter');
  assert.equal(await found(page), `${figures('1986')[5]} votes`);
  // The year is a choice of the form from then on, also where the link is opened again; what is asked for goes by it.
  const year = page.getByRole('radio', { name: `1986 ${figures('1986')[5]}` });
  assert.ok(await year.isChecked());
  assert.match(page.url(), /&f=1986$/);
  await page.reload();
  assert.ok(await year.isChecked());
  await page.getByRole('radio', { name: /^since 1966/ }).check();
  assert.notEqual(await found(page), `${figures('1986')[5]} votes`);
  await year.check();
  assert.equal(await found(page), `${figures('1986')[5]} votes`);
  await page.locator('.years summary').click();
  await page.getByRole('button', { name: 'China', exact: true }).locator('visible=true').and(page.locator('.years button')).click();
  assert.equal(await found(page), '21 votes');
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('others on the same matter are a press away, from a text of the index and from the open vote, which stays as it is', async () => {
  const page = await site.page({ hash: 'explore.html#s=gaza-2024&v=YYYYYYYYYYYYYYA&with=gaza-2023' });
  await page.waitForFunction(() => /^Adopted/.test(document.querySelector('[role=status]')?.textContent ?? ''));
  const { matter } = texts.find((/** @type {any} */ { draft }) => draft === 'S/2024/835');
  const name = JSON.parse(readFileSync('web/content/strings/en.json', 'utf8')).matters[matter];
  const kept = () => assert.match(page.url(), new RegExp(`#s=gaza-2024&v=YYYYYYYYYYYYYYA&q=${encodeURIComponent(name)}&with=gaza-2023$`));
  await page.locator('.same').getByText(`All on this matter: ${name}`).press('Enter');
  kept();
  assert.ok(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement));
  const several = Number.parseInt(await found(page) ?? '', 10);
  assert.ok(several >= texts.filter((/** @type {any} */ each) => each.matter === matter).length);
  await page.getByRole('searchbox').fill(name);
  await page.locator('.votes button.row').first().click();
  await page.locator('.about a').getByText('All on this matter').first().click();
  kept();
  assert.match(await status(page) ?? '', /^Adopted/);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('a link holds which picture is shown and how power is measured', async () => {
  const page = await site.page({ hash: 'explore.html' });
  await page.getByRole('radio', { name: 'Vetoes since 1946' }).check();
  await page.waitForURL(/#s=dprk-panel-2024&show=vetoes$/);
  await page.locator('.power').scrollIntoViewIfNeeded();
  await page.getByLabel('Without abstentions').check();
  await page.getByLabel('In the picture').selectOption('holler');
  await page.getByLabel('Compare with').first().selectOption('unsc-no-veto');
  await page.getByLabel('Exact fractions').check();
  const link = '#s=dprk-panel-2024&show=vetoes&power=holler,unsc-no-veto,yes_no,exact';
  assert.equal(new URL(page.url()).hash, link);
  // Another vote takes it along.
  assert.match(await page.locator('.votes a').first().getAttribute('href') ?? '', /&show=vetoes&power=holler,unsc-no-veto,yes_no,exact$/);
  await page.close();
  const other = await site.page({ hash: `explore.html${link}` });
  await other.waitForFunction(() => /Russia 133/.test(document.querySelector('.plot-told')?.textContent ?? ''));
  await other.locator('.power').scrollIntoViewIfNeeded();
  await other.locator('.powers td').first().waitFor();
  assert.deepEqual(await other.$$eval('.power form :is(select, input)', (fields) => fields.map((field) => /** @type {HTMLInputElement} */ (field)).map(({ type, value, checked }) => (type === 'checkbox' ? checked : value))),
    ['unsc-no-veto', 'holler', true, true]);
  // What is nothing is passed over; without it all is as at first.
  await other.evaluate(() => { location.hash = 's=dprk-panel-2024&show=nothing&power=none,exact'; });
  await other.waitForFunction(() => document.querySelector('.plot-told')?.textContent === '');
  assert.ok(await other.getByLabel('Exact fractions').isChecked());
  assert.ok(!await other.getByLabel('Without abstentions').isChecked());
  assert.deepEqual(other.errors, []);
  await other.close();
});

test('a link with a search knows full names and who sat, as whoever types it', async () => {
  const page = await site.page({ hash: 'explore.html#q=Russian+Federation' });
  await page.waitForFunction(() => Number.parseInt(document.querySelector('.found')?.textContent ?? '', 10) > 30);
  await page.evaluate(() => { location.hash = 'q=colombia'; });
  await page.waitForFunction(() => /such a member sat/.test(document.querySelector('.none')?.textContent ?? ''));
  await page.close();
});

test('without scripts the landmarks, the index and the outcome under each rule are there to read', async () => {
  const page = await (await site.browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })).newPage();
  await page.goto(`${site.url}explore.html`);
  assert.equal(await page.locator('.votes a[href^="vote-"]').count(), landmarks.length);
  assert.equal(await page.locator('.texts tbody tr').count(), 234);
  for (const summary of await page.locator('.index summary').all()) await summary.click();
  assert.ok(await page.locator('.years tfoot').isVisible());
  assert.ok(await page.getByText('tally not known').first().isVisible());
  assert.ok(await page.locator('.finding').isHidden());
  assert.match(await page.locator('[data-rule=unsc-no-veto] .told').textContent() ?? '', /^Adopted/);
  await page.close();
});

test('a proposal seats a Council of its own: the new seats are the reader’s to fill, and the link tells who sits there', async () => {
  const page = await site.page({ hash: 'explore.html', viewport: { width: 1280, height: 900 } });
  await page.locator('.rules').scrollIntoViewIfNeeded();
  await page.locator('[data-rule=g4-2005]').waitFor();
  assert.match(await page.locator('[data-rule=g4-2005] .told').textContent() ?? '', /^Not adopted/);
  assert.equal(await page.locator('[data-rule=g4-2005] .needed').textContent(), '14 of 25');
  await page.getByRole('radio', { name: /^The African Union’s proposal/ }).check();
  await page.waitForFunction(() => document.querySelectorAll('.controls fieldset').length === 26);
  assert.match(page.url(), /#s=dprk-panel-2024&v=[YNAX]{26}&rule=au-2005$/);
  assert.ok(await page.getByText('A Council that was proposed, not a record').isVisible());
  assert.match(await status(page) ?? '', /^Not adopted: 2 votes short/);
  // The Council of fifteen is still there to be compared with.
  await page.waitForFunction(() => /^Not adopted: vetoed by Russia/.test(document.querySelector('[data-rule=unsc] .told')?.textContent ?? ''));
  await page.getByLabel('New permanent seat 16').selectOption('Brazil');
  await page.getByRole('group', { name: /^Brazil/ }).waitFor();
  assert.match(page.url(), /&n=BRA,*$/);
  await page.getByRole('group', { name: /^Brazil/ }).getByRole('radio', { name: 'Against' }).check();
  for (const seat of [22, 23, 24]) await page.getByRole('group', { name: `New elected seat ${seat}` }).getByRole('radio', { name: 'In favour' }).check();
  assert.match(await status(page) ?? '', /^Not adopted: vetoed by (Russia and Brazil|Brazil and Russia)/);
  const link = page.url();
  await page.locator('.chamber').scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  await portray(page, 'explore-proposed');
  const again = await site.page({ hash: link.slice(site.url.length) });
  assert.match(await status(again) ?? '', /^Not adopted: vetoed by (Russia and Brazil|Brazil and Russia)/);
  await page.getByRole('radio', { name: /^The Council of fifteen, on substance/ }).check();
  await page.waitForFunction(() => document.querySelectorAll('.controls fieldset').length === 15);
  assert.match(await status(page) ?? '', /^Not adopted: vetoed by Russia/);
  // Whichever was proposed, its picture has the room that it needs.
  const { mandate: _mandate, ...base } = json('web/content/scenarios/dprk-panel-2024.json');
  const words = json('web/content/strings/en.json').explore.reform.told;
  const proposals = await page.$$eval('[data-adds]', (rows) => rows.map(({ dataset }) => ({ rule: dataset.rule ?? '', adds: (dataset.adds ?? '').split(' ').map(Number) })));
  const folder = mkdtempSync(join(tmpdir(), 'proposed-'));
  const heights = Object.fromEntries(proposals.map(({ rule, adds: [permanent, elected] }) => {
    const file = join(folder, `${rule}.json`);
    writeFileSync(file, JSON.stringify(reformed(base, rule, { permanent, elected }, { words })));
    return [rule, JSON.parse(execFileSync('build/council', ['poster', file, '--heights'], { encoding: 'utf8' }))];
  }));
  rmSync(folder, { recursive: true });
  assert.deepEqual(Object.keys(heights).sort(), ['au-2005', 'g4-2005', 'ufc-2005']);
  for (const width of [320, 390, 768, 1280]) {
    await again.setViewportSize({ width, height: 900 });
    const [wide, high] = await again.locator('.chamber').evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]);
    for (const [rule, steps] of Object.entries(heights)) {
      const { height } = steps.findLast((/** @type {{ from: number }} */ { from }) => from <= wide);
      assert.ok(high >= height, `${rule}, ${width} px: ${high}, expected at least ${height}`);
    }
  }
  assert.deepEqual([...page.errors, ...again.errors], []);
  await again.close();
  await page.close();
});

test('whoever jumps to a part of the page sees nothing move', async () => {
  const parts = ['.moves', '.rules', '.power', '.compare', '.take-away', '.index', '.own-desk', 'footer'];
  // In other languages, what has longer words and what stands below it.
  const longer = ['.moves', '.take-away', '.index', 'footer'];
  const visits = [...[320, 390, 768, 1280].map((width) => /** @type {const} */ (['', width, parts])),
    ...Object.entries({ fr: 390, es: 768, ru: 320, ar: 1280 }).map(([language, width]) => /** @type {const} */ ([`.${language}`, width, longer]))];
  for (const [language, width, places] of visits) {
    for (const part of places) {
      const page = await site.page({ hash: `explore${language}.html`, viewport: { width, height: 900 } });
      await page.locator(part).first().evaluate((place) => place.scrollIntoView());
      await page.waitForTimeout(500);
      assert.deepEqual((await shifts(page, { prompted: true })).filter(({ value }) => value > 0.002), [], `${part}, explore${language}.html at ${width} px`);
      await page.context().close();
    }
  }
});
