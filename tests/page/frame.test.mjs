// The frame in somebody's page: asleep until it is touched, honest about votes that a link gives, as high as it says.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { holdBack, launch, openSite, radio, seat, status } from './browser.mjs';

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

const asleep = 'body.asleep';
/** @param {import('playwright-core').Page} page */
const touch = (page) => page.locator('h1').click();
/** @param {import('playwright-core').FrameLocator} frame @param {string} member @param {string} vote */
const radioIn = (frame, member, vote) => frame.getByRole('group', { name: new RegExp(`^${member}`) }).getByRole('radio', { name: vote, exact: true });
const adopted = 'c=2026&v=YYAYYYYYYYAYYYY&t=Extend+the+mission&d=2026-04-07';

/**
 * A host's page with frames in it, which keeps every message that it gets.
 * @param {string[]} sources  addresses of frames
 * @param {{ width?: number, attributes?: string }} [choices]
 */
async function host(sources, { width = 400, attributes = '' } = {}) {
  const page = await (await site.browser.newContext({ viewport: { width: 1000, height: 900 } })).newPage();
  // A page of the same server, so that it is a page like any other.
  await page.goto(`${site.url}scenarios/dprk-panel-2024.json`);
  await page.setContent('<!doctype html><title>An article</title><main></main>');
  await page.evaluate((html) => {
    Object.assign(window, { messages: [] });
    addEventListener('message', ({ data }) => /** @type {any} */ (window).messages.push(data));
    const main = /** @type {HTMLElement} */ (document.querySelector('main'));
    main.innerHTML = html;
  }, sources.map((source) => `<iframe src="${source}" width="${width}" height="300" style="border:0" ${attributes}></iframe>`).join(''));
  const frames = await Promise.all(sources.map(async (_, i) => {
    const frame = await (await page.locator('iframe').nth(i).elementHandle())?.contentFrame();
    if (!frame) throw new Error('no frame');
    return frame;
  }));
  return { page, frame: frames[0], frames };
}
/** @param {import('playwright-core').Page} page @returns {Promise<any[]>} */
const messages = (page) => page.evaluate(() => /** @type {any} */ (window).messages);
/** Waits until a message of that kind was kept. @param {import('playwright-core').Page} page @param {string} pattern  in its JSON */
const until = (page, pattern) => page.waitForFunction((each) =>
  /** @type {any} */ (window).messages.some((/** @type {any} */ message) => JSON.stringify(message).includes(each)), pattern);

test('before the first touch it asks for its page and one script, and shows the recorded vote', async () => {
  const page = await site.page({ hash: 'embed.html', ready: asleep });
  await page.waitForTimeout(500);
  const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.replace(/.*\//, '').replace(/-\w{8}\./, '.')));
  assert.deepEqual(asked, ['embed.js']);
  assert.match(await status(page), /^Not adopted: vetoed by Russia\./);
  assert.ok(await page.locator('.chamber svg:visible').isVisible());
  await touch(page);
  await page.waitForSelector('.chamber.live');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('a tap on a seat of the still picture wakes it and votes there', async () => {
  for (const width of [340, 900]) {
    const page = await site.page({ hash: 'embed.html', ready: asleep, viewport: { width, height: 1400 } });
    const { x, y } = await page.locator('.chamber svg:visible').evaluate((svg) => {
      const [left, top] = String(/** @type {SVGSVGElement} */ (svg).dataset.seats).split(',')[
        JSON.parse(document.querySelector('script.scenario')?.textContent ?? '').members.findIndex((/** @type {any} */ { code }) => code === 'RUS')].split(' ').map(Number);
      const place = new DOMPoint(left, top).matrixTransform(/** @type {SVGSVGElement} */ (svg).getScreenCTM() ?? undefined);
      return { x: place.x, y: place.y };
    });
    await page.mouse.click(x, y);
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('Adopted.'));
    assert.ok(await radio(page, 'Russian Federation', 'Abstaining').isChecked());
    await page.waitForSelector('.chamber.live');
    // Awake, it goes on as any picture.
    const russia = await seat(page, 'Russia');
    await page.mouse.click(russia.x, russia.y);
    await page.waitForSelector('input[name=RUS][value=Y]:checked', { state: 'attached' });
    assert.match(await status(page), /^Adopted\./);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test('by keyboard: the first key wakes it, and what was chosen meanwhile counts', async () => {
  const page = await site.page({ hash: 'embed.html', ready: asleep });
  await page.locator('input[name=RUS]:checked').focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('Adopted.'));
  assert.ok(await radio(page, 'Russian Federation', 'Abstaining').isChecked());
  await page.getByRole('button', { name: 'Reset to the recorded vote' }).click();
  assert.match(await status(page), /^Not adopted/);
  await page.context().close();
});

test('votes that a link gives are shown to nobody who did not ask, and are marked', async () => {
  for (const [hash, heading, outcome, reset] of [
    [`embed.html#${adopted}`, 'Extend the mission', /^Adopted\./, 'Reset to the votes in the link'],
    [`embed.html?${adopted}`, 'Extend the mission', /^Adopted\./, 'Reset to the votes in the link'],
    ['embed.html#c=1950&v=YYYYYYYYYYN', 'A vote of the Security Council of 1950', /./, 'Reset to the votes in the link'],
    ['embed-dprk-panel-2024.html#v=YYYAYYYYYYYAYYY', 'Thirteen said yes. One no was enough.', /^Adopted\./, 'Reset to the recorded vote'],
  ]) {
    const page = await site.page({ hash: String(hash), ready: '.chamber img' });
    assert.equal(await page.locator('h1').innerText(), heading);
    assert.ok(await page.getByText('Votes given by a link, not a record').isVisible());
    assert.equal(await page.getByRole('status').count(), 0, 'no outcome');
    assert.equal(await page.getByRole('radio').count(), 0, 'no votes');
    assert.equal(await page.locator('.chamber svg:visible').count(), 0, 'no picture of them');
    assert.doesNotMatch(await page.locator('body').innerText(), /Russia\b.*\bveto|Not adopted|Adopted/);
    await page.waitForFunction(() => /** @type {HTMLImageElement} */ (document.querySelector('.chamber img')).naturalWidth > 0);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Show these votes' }).click();
    await page.waitForSelector('.chamber.live');
    assert.match(await status(page), /** @type {RegExp} */ (outcome));
    assert.ok(await page.getByText('Votes given by a link, not a record').isVisible());
    assert.ok(await page.getByRole('button', { name: String(reset) }).isVisible());
    assert.equal(await page.getByRole('group').count(), /1950/.test(String(hash)) ? 11 : 15);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test('whoever has got into it by keyboard before its script was there wakes it, too', async () => {
  const { release, route } = holdBack('**/embed-????????.js');
  const page = await site.browser.newPage();
  await route(page);
  await page.goto(`${site.url}embed.html`, { waitUntil: 'commit' });
  await page.waitForSelector('footer a');
  await page.keyboard.press('Tab');
  assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), 'BODY');
  release();
  await page.waitForSelector('.chamber.live');
  await page.close();
});

test('at 320 px every frame of a vote is whole in 1000 px, sources and all; in languages of longer words in 1100', async () => {
  const page = await site.page({ hash: 'embed.html', ready: asleep, viewport: { width: 320, height: 800 } });
  for (const file of readdirSync('build/site').filter((each) => /^embed(?!-lesson).*\.html$/.test(each))) {
    await page.goto(site.url + file);
    const height = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
    assert.ok(height <= (/\.\w+\.html$/.test(file) ? 1100 : 1000), `${file}: ${height} px`);
  }
  await page.context().close();
});

test('a page that tells one vote leads a Council of a link to where any sits down', async () => {
  for (const page of ['', `vote-gaza-2024.html`]) {
    for (const link of [`#${adopted}`, `?${adopted}`]) {
      const opened = await site.page({ hash: page + link });
      assert.match(opened.url(), /\/explore\.html[#?]/);
      assert.equal(await opened.locator('#vote-heading').innerText(), 'Extend the mission');
      assert.ok(await opened.getByText('Votes given by a link, not a record').isVisible());
      await opened.getByRole('status').filter({ hasText: /^Adopted\./ }).waitFor();
      assert.ok(await opened.getByRole('heading', { name: 'How each member votes' }).isVisible());
      await opened.context().close();
    }
  }
});

test('a Council from a link votes like any other, and leads back to the votes of the link', async () => {
  const page = await site.page({ hash: `embed.html#${adopted}`, ready: '.chamber img' });
  await page.getByRole('button', { name: 'Show these votes' }).click();
  await page.waitForSelector('.chamber.live');
  await radio(page, 'France', 'Against').dispatchEvent('click');
  assert.match(await status(page), /^Not adopted: vetoed by France\./);
  assert.equal(await page.locator('.change').innerText(), 'With France abstaining, the text would be adopted.');
  assert.equal(await page.getByRole('group').first().getAttribute('class'), '');
  await page.getByRole('button', { name: 'Reset to the votes in the link' }).click();
  assert.match(await status(page), /^Adopted\./);
  assert.deepEqual(await page.getByRole('group').evaluateAll((groups) => groups.slice(0, 6).map((group) => group.querySelector('legend')?.textContent)),
    ['China', 'France', 'Russian Federation', 'United Kingdom', 'United States'].map((name) => `${name}, permanent member, decides alone`).concat('Bahrain'));
  await page.context().close();
});

test('a link that seats no Council shows no vote, only the reason; nothing in it is markup', async () => {
  for (const [fragment, reason] of /** @type {const} */ ([
    ['c=2099&v=YYY', 'This link seats no Council: its year (c) is “2099”, expected one from 1946 to 2027.'],
    ['c=2026&v=YYYYYYYYYYYYYY', 'This link seats no Council: its votes (v) are “YYYYYYYYYYYYYY”, expected 15 letters of Y, N, A and X, one for each member.'],
    [`c=2026&v=YYYYYYYYYYYYYYY&d=${encodeURIComponent('<b>1 May</b>')}`, 'This link seats no Council: its day (d) is “<b>1 May</b>”, expected a day of 2026, written as 2026-12-31.'],
    [`c=2026&v=YYYYYYYYYYYYYYY&t=${'x'.repeat(10240)}`, 'This link seats no Council: its title (t) has 10240 characters, expected at most 160.'],
  ])) {
    const page = await site.page({ hash: `embed.html#${fragment}`, ready: asleep });
    if (!/2099/.test(fragment)) await page.getByRole('button', { name: 'Show these votes' }).click();
    await page.waitForSelector('body.wrong');
    assert.equal((await page.locator('main').innerText()).split('\n').filter(Boolean).pop(), reason);
    assert.equal(await page.getByRole('radio').count() + await page.locator('.chamber:visible').count(), 0);
    assert.equal(await page.locator('b').count(), 0);
    await page.context().close();
  }
  const page = await site.page({ hash: `embed.html#c=2026&v=YYYYYYYYYYYYYYY&t=${encodeURIComponent('<img src=x onerror="document.title=1">\u202eeman')}`, ready: '.chamber img' });
  assert.equal(await page.locator('h1').innerText(), '<img src=x onerror="document.title=1"> eman');
  assert.equal(await page.locator('h1 img').count(), 0);
  await page.context().close();
});

test('what cannot be had is told, and the picture stays', async () => {
  for (const file of ['**/embed-live-*.js', '**/council-*.wasm']) {
    const page = await site.page({ hash: 'embed.html', ready: asleep, route: (each) => each.route(file, (route) => route.abort()) });
    await touch(page);
    await page.getByText('The vote rule could not be loaded: what stands here is the recorded vote.').waitFor();
    assert.ok(await page.locator('.chamber svg:visible').isVisible());
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
  const page = await site.page({ hash: `embed.html#${adopted}`, ready: '.chamber img', route: (each) => each.route('**/councils-*.json', (route) => route.abort()) });
  await page.getByRole('button', { name: 'Show these votes' }).click();
  await page.getByText('What these votes need could not be loaded, so they are not shown.').waitFor();
  assert.equal(await page.getByRole('status').count(), 0);
  await page.context().close();
});

test('it tells its height in every dialect, at once and with every change, and never otherwise', async () => {
  const { page, frame } = await host([`${site.url}embed.html?childId=pym-1#v=YYYAYYYYYYYNYYY#?secret=Ab12`]);
  await until(page, '"height"');
  await page.waitForTimeout(300);
  const height = await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  const first = await messages(page);
  assert.deepEqual(first, [
    { context: 'h5p', action: 'hello' },
    { sentinel: 'amp', type: 'embed-ready' },
    { veto: 1, type: 'height', height },
    { sentinel: 'amp', type: 'embed-size', height },
    { 'datawrapper-height': { embed: height } },
    JSON.stringify({ src: `${site.url}embed.html?childId=pym-1#v=YYYAYYYYYYYNYYY#?secret=Ab12`, context: 'iframe.resize', height }),
    JSON.stringify({ id: 'embed', type: 'set-height', value: height }),
    { kind: 'interactive:height', height },
    { context: 'h5p', action: 'resize', scrollHeight: height },
    { subject: 'lti.frameResize', height },
    `pymxPYMxpym-1xPYMxheightxPYMx${height}`,
    { message: 'height', value: height, secret: 'Ab12' },
  ]);
  await page.waitForTimeout(1000);
  assert.equal((await messages(page)).length, first.length, 'silent while nothing changes');
  await page.locator('iframe').evaluate((iframe) => { /** @type {HTMLIFrameElement} */ (iframe).width = '320'; });
  await page.waitForFunction((count) => /** @type {any} */ (window).messages.length > count, first.length);
  const narrow = await frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  assert.notEqual(narrow, height);
  assert.deepEqual((await messages(page)).slice(first.length, first.length + 2), [{ veto: 1, type: 'height', height: narrow }, { sentinel: 'amp', type: 'embed-size', height: narrow }]);
  await page.context().close();
});

test('who greets is answered: in the dialect of the greeting, once a height', async () => {
  const { page, frame } = await host([`${site.url}embed.html#?secret=Ab12`]);
  await until(page, 'lti.frameResize');
  /** @param {unknown} greeting */
  const answers = async (greeting) => {
    const before = (await messages(page)).length;
    await page.evaluate((data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'), greeting);
    await page.waitForTimeout(100);
    return (await messages(page)).slice(before);
  };
  const [height, width] = await frame.evaluate(() => [Math.ceil(document.documentElement.getBoundingClientRect().height), innerWidth]);
  assert.deepEqual(await answers('[iFrameSizer]frame-7:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true'), [`[iFrameSizer]frame-7:${height}:${width}:size`]);
  assert.deepEqual(await answers({ type: 'iframe-child-init' }), [{ type: 'iframe-resized', width, height }]);
  const again = await answers({ message: 'ready', secret: 'Ab12' });
  assert.ok(again.some((each) => each.message === 'height' && each.value === height && each.secret === 'Ab12'));
  for (const storm of [{ message: 'ready', secret: 'Ab12' }, { message: 'ready', secret: 'other' }, null, 7, '', 'pym', [], {}, { type: 'iframe-child-init' },
    { veto: 1 }, { veto: 1, type: 'height', height: 1 }, { veto: 2, type: 'reset' }, { message: null }, { sentinel: 'amp' }]) {
    assert.deepEqual(await answers(storm), [], JSON.stringify(storm));
  }
  assert.equal(await frame.locator(asleep).count(), 1, 'nothing of it was a touch');
  // What comes from another window is nobody's greeting.
  await frame.evaluate(() => window.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*'));
  await page.waitForTimeout(100);
  await page.context().close();
});

test('a host sets votes and is told what follows; what it says wrongly is named, and nothing of it done', async () => {
  const { page, frame } = await host([`${site.url}embed.html`]);
  await until(page, '"height"');
  /** @param {unknown} message */
  const send = (message) => page.evaluate((data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'), message);
  const said = async (/** @type {string} */ type) => (await messages(page)).filter((each) => each?.veto === 1 && each.type === type);
  // Asleep, a message wakes it, and is not lost.
  await send({ veto: 1, type: 'set', votes: { RUS: 'abstaining' } });
  await until(page, '"change"');
  const [ready] = await said('ready');
  assert.deepEqual([ready.outcome.outcome, ready.outcome.vetoedBy, ready.votes.RUS, Object.keys(ready.votes).length], ['not_adopted', ['RUS'], 'against', 15]);
  const [change] = await said('change');
  assert.deepEqual([change.outcome.outcome, change.outcome.tally.in_favour, change.votes.RUS, change.votes.CHN], ['adopted', 13, 'abstaining', 'abstaining']);
  await send({ veto: 1, type: 'reset' });
  await page.waitForFunction(() => /** @type {any} */ (window).messages.at(-1).outcome?.outcome === 'not_adopted');
  await send({ veto: 1, type: 'go', step: 2 });
  await until(page, '"step"');
  assert.deepEqual((await said('step')).map(({ step }) => step), [2]);

  const changes = (await said('change')).length;
  for (const [message, reason] of /** @type {const} */ ([
    [{ veto: 1, type: 'set', votes: { RUS: 'abstaining', XYZ: 'against' } }, /^votes: found XYZ, expected one of GBR, /],
    [{ veto: 1, type: 'set', votes: { RUS: 'maybe' } }, /^votes\.RUS: found maybe, expected one of in_favour, against, abstaining, not_participating$/],
    [{ veto: 1, type: 'set', votes: null }, /^votes: expected an object/],
    [{ veto: 1, type: 'set' }, /^votes: expected an object/],
    [{ veto: 1, type: 'go', step: -1 }, /^step: found -1/],
  ])) {
    const before = (await said('error')).length;
    await send(message);
    await page.waitForFunction((count) => /** @type {any} */ (window).messages.filter((/** @type {any} */ each) => each?.type === 'error').length > count, before);
    assert.match((await said('error'))[before].message, reason);
  }
  // A message of another window is nobody's.
  await frame.evaluate(() => window.postMessage({ veto: 1, type: 'set', votes: { RUS: 'abstaining' } }, '*'));
  await page.waitForTimeout(200);
  assert.equal((await said('change')).length, changes);
  assert.match(await frame.getByRole('status').innerText(), /^Not adopted/);
  await page.context().close();
});

test('in WordPress its links are told, because they lead nowhere by themselves; to the sources by way of our own page', async () => {
  const { page, frame } = await host([`${site.url}embed-gaza-2024.html#?secret=Ab12`], { attributes: 'sandbox="allow-scripts allow-same-origin"' });
  await until(page, '"secret"');
  const told = async () => (await messages(page)).filter(({ message }) => message === 'link');
  await frame.getByRole('link', { name: 'The whole story' }).click();
  await until(page, '"link"');
  assert.deepEqual(await told(), [{ message: 'link', value: `${site.url}vote-gaza-2024.html`, secret: 'Ab12' }]);
  await frame.locator('.sources a').first().click();
  await until(page, '#sources');
  const [, { value }] = await told();
  assert.equal(value, `${site.url}vote-gaza-2024.html#sources`);
  await page.context().close();
  const whole = await site.page({ hash: 'vote-gaza-2024.html#sources' });
  const heading = whole.getByRole('heading', { name: 'Sources' });
  assert.ok(await heading.evaluate((each) => each.getBoundingClientRect().top >= 0 && each.getBoundingClientRect().bottom <= innerHeight));
  assert.match(await status(whole), /^Not adopted: vetoed by the United States\./);
  await whole.context().close();
});

test('given the height that it tells, it has nothing to scroll and no scrollbar; given less, all of it can be reached', async () => {
  // As on a desktop, where a scrollbar takes width.
  const browser = await launch(undefined, { ignoreDefaultArgs: ['--hide-scrollbars'] });
  const page = await browser.newPage({ viewport: { width: 1000, height: 2400 } });
  await page.goto(`${site.url}scenarios/dprk-panel-2024.json`);
  await page.setContent('<!doctype html><title>An article</title><iframe style="border: 0"></iframe>');
  await page.evaluate(() => {
    const iframe = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
    Object.assign(window, { most: Infinity });
    addEventListener('message', ({ data }) => {
      if (data.veto && data.type === 'height') iframe.height = String(Math.min(/** @type {any} */ (window).most, data.height));
    });
  });
  for (const width of [320, 600, 610, 650]) {
    for (const most of [Infinity, 400]) {
      await page.evaluate(([px, limit, src]) => {
        const iframe = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
        Object.assign(window, { most: limit });
        Object.assign(iframe, { width: px, height: 300, src });
      }, /** @type {const} */ ([width, most, `${site.url}embed-gaza-2024.html?${width}-${most}`]));
      await page.waitForFunction((limit) => {
        const { height } = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
        return limit === 400 ? height === '400' : Number(height) > 700;
      }, most);
      await page.waitForTimeout(300);
      const frame = page.frames()[1];
      const scroll = await frame.evaluate(() => {
        const { clientWidth, scrollHeight } = document.documentElement;
        scrollTo(0, scrollHeight);
        return { bar: innerWidth - clientWidth, down: scrollHeight - innerHeight, end: Math.ceil(scrollY + innerHeight - scrollHeight) };
      });
      if (most === Infinity) assert.deepEqual(scroll, { bar: 0, down: 0, end: 0 }, `${width}`);
      else assert.ok(scroll.bar > 0 && scroll.down > 400 && scroll.end === 0, `${width}: ${JSON.stringify(scroll)}`);
    }
  }
  await browser.close();
});

test('by keyboard an article is scrolled to where outcome and picture are in sight, and stays there', async () => {
  const { page, frame } = await host([`${site.url}embed-gaza-2024.html`], { width: 600 });
  await frame.waitForSelector(asleep);
  await page.evaluate(() => {
    /** @type {HTMLElement} */ (document.querySelector('main')).style.paddingBlock = '2000px';
    /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).height = '950';
  });
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => document.activeElement?.tagName === 'IFRAME');
  await frame.waitForSelector('.chamber.live');
  const top = await page.evaluate(() => scrollY);
  const inSight = await page.locator('iframe').evaluate((each) => each.getBoundingClientRect().top);
  for (const place of ['.outcome:not(.room)', '.chamber']) {
    const box = await frame.locator(place).first().evaluate((each) => { const { top: start, bottom: end } = each.getBoundingClientRect(); return { start, end }; });
    assert.ok(inSight + box.start >= 0 && inSight + box.end <= 900, `${place}: ${inSight + box.start} to ${inSight + box.end}`);
  }
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => scrollY), top);
  await page.context().close();
});

test('a publisher adds a colour, a family, a source and a correction, as text and marked; what is not taken is told', async () => {
  const given = new URLSearchParams({ accent: '#005689', font: 'serif', source: 'Our own <b>reporters</b>', correction: 'A name was\u202e misspelt.', corrected: '2026-04-08' });
  const { page, frame } = await host([`${site.url}embed.html#${given}`]);
  await frame.getByText('Added by the publisher').waitFor();
  assert.deepEqual(await frame.locator('aside p').allInnerTexts(), ['Added by the publisher', 'Source: Our own <b>reporters</b>', 'Correction of 8 April 2026: A name was misspelt.']);
  const looks = () => frame.evaluate(() => ['footer a', 'main', '.outcome', '.room'].map((each) => {
    const { color, borderTopColor, fontFamily } = getComputedStyle(/** @type {Element} */ (document.querySelector(each)));
    return each === 'main' ? borderTopColor : each === '.room' ? fontFamily.split(',')[0] : color;
  }));
  assert.deepEqual(await looks(), ['rgb(0, 86, 137)', 'rgb(0, 86, 137)', 'rgb(27, 31, 36)', 'Georgia']);
  assert.deepEqual((await messages(page)).filter(({ type }) => type === 'error'), []);
  // On a dark ground the colour cannot be told from it.
  await page.emulateMedia({ colorScheme: 'dark' });
  await until(page, '"error"');
  assert.equal((await looks())[0], 'rgb(241, 239, 234)');
  assert.match((await messages(page)).find(({ type }) => type === 'error').message, /^accent: found #005689, 2\.\d\d:1 on this ground, expected 4\.5:1$/);
  await page.context().close();

  for (const [key, value, reason] of /** @type {const} */ ([
    ['accent', '#ffff00', /^accent: found #ffff00, 1\.0\d:1 on this ground/], ['accent', 'url(x)', /^accent: found url\(x\), expected a colour without transparency/],
    ['accent', 'rgb(0 0 0 / 50%)', /expected a colour without transparency/], ['font', 'Comic Sans', /^font: found Comic Sans, expected serif, sans, system/],
    ['source', 'x'.repeat(121), /^source: found 121 characters, expected at most 120/], ['correction', 'x'.repeat(10240), /^correction: found 10240 characters/],
    ['correction', 'x&corrected=1 May', /^corrected: found 1 May, expected a day such as 2026-12-31/],
  ])) {
    const wrong = await host([`${site.url}embed.html#${key}=${encodeURIComponent(value).replace('%26corrected%3D', '&corrected=')}`]);
    await until(wrong.page, '"error"');
    assert.match((await messages(wrong.page)).find(({ type }) => type === 'error').message, reason);
    await wrong.page.context().close();
  }
});

test('a host may choose light or dark for all its readers', async () => {
  for (const [theme, scheme, ground] of /** @type {const} */ ([['dark', 'light', 'rgb(20, 23, 27)'], ['light', 'dark', 'rgb(251, 250, 246)'], ['blue', 'dark', 'rgb(20, 23, 27)']])) {
    const page = await site.page({ hash: `embed.html#theme=${theme}`, ready: asleep, colorScheme: scheme });
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), ground);
    await touch(page);
    await page.waitForSelector('.chamber.live');
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), ground);
    await page.context().close();
  }
});

test('votes by code, as people write them, are votes like those by letter', async () => {
  const page = await site.page({ hash: 'embed.html#votes=RUS=abstaining CHN=in_favour', ready: '.chamber img' });
  await page.getByRole('button', { name: 'Show these votes' }).click();
  await page.waitForSelector('.chamber.live');
  assert.match(await status(page), /^Adopted\./);
  assert.ok(await radio(page, 'China', 'In favour').isChecked());
  await page.getByRole('button', { name: 'Reset to the recorded vote' }).click();
  assert.match(await status(page), /^Not adopted: vetoed by Russia/);
  await page.context().close();
});

test('by itself it tells nobody, and listens to nobody', async () => {
  const page = await site.page({ hash: 'embed.html', ready: asleep, init: () => {
    Object.assign(window, { heard: 0 });
    addEventListener('message', () => { /** @type {any} */ (window).heard += 1; });
  } });
  await page.setViewportSize({ width: 500, height: 700 });
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).heard), 0);
  await page.context().close();
});

test('in a sandbox whose host lets it load, it votes; its height is told there, too', async () => {
  const open = await openSite({ headers: { 'Access-Control-Allow-Origin': '*' } });
  const page = await (await open.browser.newContext()).newPage();
  await page.goto(`${open.url}scenarios/dprk-panel-2024.json`);
  await page.setContent(`<iframe sandbox="allow-scripts" src="${open.url}embed.html#${adopted}" width="400" height="900"></iframe>`);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Show these votes' }).click();
  await frame.locator('.chamber.live').waitFor();
  assert.match(await frame.getByRole('status').innerText(), /^Adopted\./);
  await open.close();
});

test('in a sandbox whose host lets it load nothing, it is a picture with its words, and says why; no control looks alive', async () => {
  const { page, frame } = await host([`${site.url}embed.html#?secret=Ab12`], { attributes: 'sandbox="allow-scripts"' });
  await until(page, '"secret"');
  await frame.locator('h1').click();
  await frame.getByText('The vote rule could not be loaded: what stands here is the recorded vote.').waitFor();
  assert.match(await frame.getByRole('status').innerText(), /^Not adopted: vetoed by Russia\./);
  assert.ok(await frame.locator('.chamber svg:visible').isVisible());
  assert.ok(await frame.getByRole('link', { name: 'The whole story' }).isVisible());
  assert.deepEqual(await frame.locator('input, button').evaluateAll((all) => all.filter((each) => each.matches(':enabled')).length), 0);
  await page.context().close();
});

test('under its own policy, and in pages that isolate themselves, it votes; also where its picture is SVG', async () => {
  const [everything] = readFileSync('build/site/_headers', 'utf8').split(/\n(?=\S)/);
  const headers = Object.fromEntries(everything.split('\n').slice(1).map((line) => line.trim().split(/: (.*)/)));
  assert.ok(headers['Content-Security-Policy'].includes("require-trusted-types-for 'script'"));
  const strict = await openSite({ headers });
  for (const init of [undefined, () => { HTMLCanvasElement.prototype.getContext = () => null; }]) {
    const page = await (await strict.browser.newContext()).newPage();
    /** @type {string[]} */
    const complaints = [];
    page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
    if (init) await page.addInitScript(init);
    await page.goto(`${strict.url}examples/iframe.html`);
    const frame = page.frameLocator('iframe');
    await frame.locator('h1').click();
    await frame.locator(init ? '.chamber.in-picture' : '.chamber.live').waitFor();
    await radioIn(frame, 'Russian Federation', 'Abstaining').dispatchEvent('click');
    await frame.getByRole('status').filter({ hasText: /^Adopted\./ }).waitFor();
    assert.equal(headers['Cross-Origin-Embedder-Policy'], 'require-corp', 'the article isolates itself, and so does the frame');
    assert.deepEqual(complaints.filter((each) => !/favicon/.test(each)), []);
    await page.context().close();
  }
  await strict.close();
});
