// The editors' page: from a vote, or a year's Council and fifteen clicks, to code that works where it is pasted.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { cell, csv } from '../../web/page/modules/csv.js';
import { codes } from '../../web/page/modules/paste.js';
import { openSite } from './browser.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite(); });
after(() => site.close());

/** @param {string} [hash] @param {Parameters<typeof site.page>[0]} [choices] */
async function editors(hash = '', choices) {
  const page = await site.page({ hash: `editors.html${hash}`, ready: '.desk:not([inert])', acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'], ...choices });
  return page;
}
/** @param {Page} page */
const code = (page) => page.locator('.code code').innerText();
/** @param {Page} page @param {RegExp} pattern */
const shown = (page, pattern) => page.locator('.code code').filter({ hasText: pattern }).waitFor();
/** @param {Page} page @param {string} member @param {string} vote */
const cast = (page, member, vote) => page.locator('.roll-call').getByRole('group', { name: member }).getByRole('radio', { name: vote, exact: true }).check();
/** @param {Page} page @param {string} kind */
const choose = (page, kind) => page.getByRole('radio', { name: kind }).check();
/** @param {Page} page */
const preview = (page) => page.frameLocator('.preview iframe:not(.next)');
/** @param {Page} page @param {string} name */
async function download(page, name) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** A Council of 2026 in which Russia alone is against. @param {Page} page */
async function clickTogether(page) {
  await choose(page, 'A year’s Council');
  await page.getByRole('button', { name: 'All in favour' }).click();
  await cast(page, 'Russia', 'Against');
  await cast(page, 'China', 'Abstaining');
  await page.getByLabel(/^Title of the draft/).fill('Extend the "mission" & <b>more</b>');
  await page.getByLabel('Day of the vote').fill('2026-04-07');
  await page.getByLabel(/^Source, at most/).fill('=our own count');
  await shown(page, /our own count/);
}

test('a landmark vote: code for each kind of host, and the frame itself', async () => {
  const page = await editors('#s=gaza-2024');
  await shown(page, /gaza-2024/);
  const kinds = /** @type {[string, RegExp][]} */ ([
    ['My CMS takes scripts', /^<veto-explainer scenario="gaza-2024" style="[^"]*">\n {2}<a href="http:\/\/localhost:\d+\/vote-gaza-2024\.html">.+<\/a>\n<\/veto-explainer>\n<script async src="http:\/\/localhost:\d+\/veto-explainer-[\d.]+\.js" integrity="sha384-[\w+/=]+" crossorigin="anonymous"><\/script>$/],
    ['Frames only', /^<iframe src="http:\/\/localhost:\d+\/embed-gaza-2024\.html" width="100%" height="1000" [^>]*><\/iframe>$/],
    ['WordPress: just the address', /^http:\/\/localhost:\d+\/vote-gaza-2024\.html$/],
    ['AMP', /^<amp-iframe src="http:\/\/localhost:\d+\/embed-gaza-2024\.html" [^]*posters\/gaza-2024-narrow\.svg[^]*<\/amp-iframe>$/],
    ['A picture, no code', /^<a href="[^"]*vote-gaza-2024\.html">\n {2}<img src="http:\/\/localhost:\d+\/posters\/gaza-2024\.svg" width="800" height="570" alt="Not adopted: vetoed by the United States\. In favour \(14\): Algeria, [^"]* Against \(1\): United States\.">\n<\/a>$/],
  ]);
  for (const [kind, pattern] of kinds) {
    await choose(page, kind);
    assert.match(await code(page), pattern);
  }
  await preview(page).getByRole('status').filter({ hasText: /^Not adopted: vetoed by the United States/ }).waitFor();
  await page.getByText('This copy of the site is at an address that nobody else can reach').waitFor();
  assert.equal(await page.locator('.neutral').isVisible(), false, 'a record needs no neutral poster');
  const svg = await download(page, 'Poster, SVG');
  assert.deepEqual([svg.name, svg.bytes.equals(readFileSync('build/site/posters/gaza-2024.svg'))], ['gaza-2024.svg', true]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('another rule goes along where a link names it, is told wherever it goes, and can be left out', async () => {
  const page = await editors('', { hash: 'editors.html#s=dprk-panel-2024&rule=unsc-no-veto' });
  const told = 'Decided by another rule: No veto';
  await shown(page, /dprk-panel-2024" rule="unsc-no-veto" /);
  for (const [kind, pattern] of Object.entries({
    iframe: /^<iframe src="[^"]*\/embed-dprk-panel-2024\.html#rule=unsc-no-veto"/,
    wordpress: /WordPress drops/,
    amp: /embed-dprk-panel-2024\.html#rule=unsc-no-veto" [^]*posters\/dprk-panel-2024-blank-narrow\.svg/,
    picture: /embed-dprk-panel-2024\.html#rule=unsc-no-veto[^]*YOUR-COPY[^]*alt="Decided by another rule: No veto\. Adopted\./,
    element: /^<veto-explainer [^>]*rule="unsc-no-veto"/,
  })) {
    await page.locator(`input[value=${kind}]`).check();
    assert.match(await code(page), pattern);
  }
  await preview(page).getByText('Adopted.', { exact: true }).first().waitFor();
  assert.equal(await preview(page).locator('.mark').innerText(), `${told}.`);
  const svg = (await download(page, 'Poster, SVG')).bytes.toString();
  assert.ok(svg.includes('ADOPTED') && svg.includes('No veto'), svg.slice(0, 400));
  // Another language keeps it; left out, the vote is its record again.
  await page.locator('.languages a[hreflang=fr]').click();
  await page.waitForSelector('html[lang=fr] .desk:not([inert])');
  await page.getByRole('checkbox', { name: 'Décidé selon une autre règle : Sans veto.' }).uncheck();
  await shown(page, /scenario="dprk-panel-2024" lang="fr" style/);
  // A rule of another Council, or none, is passed over.
  for (const wrong of ['unsc-1946', 'x', '__proto__']) {
    const other = await editors('', { hash: `editors.html#s=dprk-panel-2024&rule=${wrong}` });
    await shown(other, /scenario="dprk-panel-2024" style/);
    assert.deepEqual(other.errors, [], wrong);
    await other.context().close();
  }
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('an editor in another language takes code, frame and poster in it', async () => {
  const page = await editors('', { hash: 'editors.ar.html#s=gaza-2024', viewport: { width: 390, height: 900 } });
  await shown(page, /gaza-2024/);
  for (const [kind, pattern] of Object.entries({
    element: /^<veto-explainer scenario="gaza-2024" lang="ar" [^]*vote-gaza-2024\.ar\.html/,
    iframe: /^<iframe src="[^"]*\/embed-gaza-2024\.ar\.html"/,
    wordpress: /\/vote-gaza-2024\.ar\.html$/,
    amp: /embed-gaza-2024\.ar\.html" [^]*posters\/gaza-2024-narrow\.ar\.svg/,
    picture: /vote-gaza-2024\.ar\.html[^]*posters\/gaza-2024\.ar\.svg/,
  })) {
    await page.locator(`input[value=${kind}]`).check();
    assert.match(await code(page), pattern);
  }
  const frame = page.frameLocator('.preview iframe:not(.next)');
  await frame.getByRole('status').filter({ hasText: /^لم يُعتمد/ }).waitFor();
  // Mirrored, the frame stands in its place.
  const [box, within] = await page.evaluate(() => ['.preview', '.preview iframe'].map((each) => /** @type {Element} */ (document.querySelector(each)).getBoundingClientRect().toJSON()));
  assert.ok(Math.abs(box.right - within.right) < 1 && within.left >= box.left - 1, JSON.stringify([box, within]));
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('a year’s Council: what is clicked together works where it is pasted', async () => {
  /** @type {string[]} */
  const requests = [];
  const page = await editors('', { route: async (each) => { each.on('request', (request) => requests.push(request.url())); } });
  await choose(page, 'A year’s Council');
  await page.getByText('15 members have no vote yet.').waitFor();
  const year = page.getByRole('textbox', { name: 'Year' });
  // Whoever sits now, as long as it is known who does.
  assert.equal(await year.inputValue(), String(Math.min(new Date().getFullYear(), 2027)));
  await year.fill('2026');
  assert.ok(await page.getByRole('button', { name: 'Copy', exact: true }).isDisabled());
  await clickTogether(page);
  const votes = 'BHR=in_favour CHN=abstaining COL=in_favour COD=in_favour DNK=in_favour FRA=in_favour GRC=in_favour LVA=in_favour LBR=in_favour PAK=in_favour PAN=in_favour RUS=against SOM=in_favour GBR=in_favour USA=in_favour';
  const text = await code(page);
  assert.ok(text.startsWith(`<veto-explainer council="2026" votes="${votes}" date="2026-04-07" caption="Extend the &quot;mission&quot; &amp; &lt;b&gt;more&lt;/b&gt;" source="=our own count" style="`), text);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText('Copied.').waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);

  await preview(page).getByRole('status').filter({ hasText: /^Not adopted: vetoed by Russia/ }).waitFor();
  await preview(page).getByText('Source: =our own count').waitFor();
  await page.getByRole('button', { name: 'Show it asleep' }).click();
  await preview(page).getByRole('button', { name: 'Show these votes' }).waitFor();

  await choose(page, 'Frames only');
  assert.match(await code(page), /embed\.html#c=2026&amp;v=YAYYYYYYYYYNYYY&amp;d=2026-04-07&amp;t=Extend\+the\+%22mission%22\+%26\+%3Cb%3Emore%3C%2Fb%3E&amp;source=%3Dour\+own\+count"/);
  await choose(page, 'WordPress: just the address');
  assert.match(await code(page), /^WordPress drops what follows a #/);
  assert.ok(await page.getByRole('button', { name: 'Copy', exact: true }).isDisabled());

  // Into an article, as it is.
  const host = await site.page({ hash: 'examples/element.html', ready: 'veto-explainer:defined', route: async (each) => {
    await each.route('**/examples/element.html', (route) => route.fulfill({ body: `<!doctype html><title>An article</title>${text}`, contentType: 'text/html; charset=utf-8' }));
  } });
  await host.getByRole('button', { name: 'Extend the "mission" & <b>more</b> Show these votes' }).click();
  const frame = host.frameLocator('veto-explainer iframe');
  await frame.getByRole('status').filter({ hasText: /^Not adopted: vetoed by Russia/ }).waitFor();
  // Its words come with a file of their own, which may be there after the rule.
  await frame.getByRole('heading', { name: 'Extend the "mission" & <b>more</b>', exact: true }).waitFor();
  assert.equal(await host.locator('b:text-is("more")').count() + await frame.locator('h1 b').count(), 0);
  await host.context().close();
  for (const url of requests) assert.ok(url.startsWith(site.url) || url.startsWith('blob:'), url);
  assert.deepEqual(await page.context().cookies(), []);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('a day is typed as in any field for one, and nothing is taken away while votes are missing', async () => {
  const page = await editors('#c=2026');
  await page.getByText('15 members have no vote yet.').waitFor();
  for (const button of await page.locator('.take button').all()) assert.ok(await button.isDisabled());
  await page.getByLabel('Day of the vote').focus();
  for (const key of '05142026') {
    await page.keyboard.press(key);
    await page.waitForTimeout(30);
  }
  assert.equal(await page.getByLabel('Day of the vote').inputValue(), '2026-05-14');
  await page.getByRole('button', { name: 'All in favour' }).click();
  await page.waitForFunction(() => /date="2026-05-14"/.test(document.querySelector('.code code')?.textContent ?? ''));
  assert.ok(await page.getByRole('button', { name: 'Roll call, CSV' }).isEnabled());
  await page.context().close();
});

test('what is taken away tells that it is no record', async () => {
  const page = await editors('#c=2026');
  await page.getByText('15 members have no vote yet.').waitFor();
  await clickTogether(page);
  const svg = await download(page, 'Poster, SVG');
  const text = svg.bytes.toString();
  assert.equal(svg.name, 'council-2026.svg');
  assert.match(text, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="800" height="570" viewBox="0 0 800 570" role="img" aria-label="Not adopted: vetoed by Russia\."/);
  assert.match(text, />Votes given by a link, not a record</);
  assert.match(text, />VETOED</);
  assert.doesNotMatch(text, /var\(|<b>/);
  const faults = await page.evaluate((each) => new DOMParser().parseFromString(each, 'image/svg+xml').querySelectorAll('parsererror').length, text);
  assert.equal(faults, 0);
  const { bytes } = await download(page, 'Poster, PNG');
  assert.deepEqual([bytes.subarray(1, 4).toString(), bytes.readUInt32BE(16), bytes.readUInt32BE(20)], ['PNG', 1600, 1140]);
  const roll = (await download(page, 'Roll call, CSV')).bytes.toString().split('\r\n');
  assert.deepEqual([roll.length, roll[0], roll[2], roll[12]], [17, 'Code,Member,Permanent,Vote,Title,Day,Source',
    ...['CHN,China,yes,Abstaining', 'RUS,Russia,yes,Against'].map((line) => `${line},"Extend the ""mission"" & <b>more</b>",2026-04-07,"Votes given by a link, not a record · =our own count"`)]);
  await page.getByRole('button', { name: 'Text alternative' }).click();
  await page.getByText('Copied.').waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Votes given by a link, not a record\. Not adopted: vetoed by Russia\. In favour \(13\): Bahrain, .* Against \(1\): Russia\. Abstaining \(1\): China\.$/);
  await page.context().close();
});

test('only a press of its own sends anything, and says where', async () => {
  const page = await editors('#s=dprk-panel-2024');
  await shown(page, /dprk/);
  assert.ok(await page.getByText('sends the title and the roll call to app.datawrapper.de, in a new tab').isVisible());
  await page.context().route('https://app.datawrapper.de/**', (route) => route.fulfill({ body: 'There', contentType: 'text/html' }));
  const [request] = await Promise.all([page.context().waitForEvent('request', (each) => each.url().includes('datawrapper')), page.getByRole('button', { name: 'Open in Datawrapper' }).click()]);
  assert.deepEqual([request.url(), request.method()], ['https://app.datawrapper.de/create/', 'POST']);
  const sent = new URLSearchParams(request.postData() ?? '');
  assert.equal(sent.get('title'), 'Why one no outweighs thirteen yeses');
  assert.match(sent.get('data') ?? '', /^Code,Member,Permanent,Vote,Title,Day,Source\r\nGBR,United Kingdom,yes,In favour,Why one no outweighs thirteen yeses,2024-03-28,"?Press release SC\/15648/);
  await page.context().close();
});

test('wrong years and days are named; a Council keeps the votes of whoever stays', async () => {
  const page = await editors('#c=1950');
  await page.getByText('11 members have no vote yet.').waitFor();
  await page.getByRole('button', { name: 'All in favour' }).click();
  await shown(page, /council="1950"/);
  const year = page.getByRole('textbox', { name: 'Year' });
  for (const wrong of ['1945', '2028', 'abcd', '']) {
    await year.fill(wrong);
    if (wrong) await page.getByText(`${wrong} is no year of the Council: expected one from 1946 to 2027.`).waitFor();
  }
  await year.fill('1951');
  await page.getByRole('button', { name: 'The year after' }).click();
  assert.equal(await year.inputValue(), '1952');
  await page.getByText(/members have no vote yet\./).waitFor();
  assert.ok(await page.locator('.roll-call').getByRole('group', { name: 'France' }).getByRole('radio', { name: 'In favour' }).isChecked());
  await page.getByLabel('Day of the vote').fill('1960-02-02');
  await page.getByText('Not a day of 1952: the members are those of its last day.').waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('by keyboard, from the first choice to the copied code', async () => {
  const page = await editors();
  await page.getByRole('radio', { name: 'A landmark vote' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('15 members have no vote yet.').waitFor();
  await page.getByRole('button', { name: 'All in favour' }).focus();
  await page.keyboard.press('Enter');
  await shown(page, /council="\d{4}"/);
  await page.locator('.roll-call input:checked').first().focus();
  await page.keyboard.press('ArrowRight');
  await shown(page, /CHN=against/);
  await page.getByRole('button', { name: 'Copy', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Copied.').waitFor();
  await page.context().close();
});

test('without scripts, and where files are missing, it says what there is', async () => {
  const bare = await site.page({ hash: 'editors.html', ready: 'main', javaScriptEnabled: false });
  assert.ok(await bare.getByText('Without scripts this page has the code for the landmark votes').isVisible());
  assert.ok(await bare.getByRole('link', { name: 'embed-gaza-2024.html' }).isVisible());
  await bare.context().close();
  const page = await editors('', { route: (each) => each.route('**/scenarios/*.json', (route) => route.abort()) });
  await page.getByText('What this needs could not be loaded.').waitFor();
  await page.unrouteAll();
  await page.getByRole('combobox').selectOption('gaza-2024');
  await shown(page, /gaza-2024/);
  await page.context().close();
});

test('a cell that a spreadsheet would take for a formula is text', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx']) assert.equal(cell(text).replaceAll('"', ''), `'${text}`);
  assert.deepEqual(['a', 'a,b', 'a"b', 'a\nb', '=a,"b"'].map(cell), ['a', '"a,b"', '"a""b"', '"a\nb"', '"\'=a,""b"""']);
  assert.equal(csv([['a', '=b'], ['c', 'd']]), 'a,\'=b\r\nc,d\r\n');
});

test('whatever a title holds, the code is well formed', () => {
  const title = '"><script>alert(1)</script>\u0022 &amp; \'';
  const embed = { site: 'https://veto.example/', language: 'en', id: 'x', title, caption: title, source: title, alt: title, element: { file: 'veto-explainer-1.js', integrity: 'sha384-x' } };
  for (const of of Object.values(codes)) assert.doesNotMatch(of(embed).replace(/<script async [^>]*><\/script>/, ''), /<script>|"">/);
});
