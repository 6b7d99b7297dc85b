// The page in another language: a pseudo-language of long, accented words that reads from the right.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openCouncil } from '../../web/page/modules/council.js';
import { coloursAt, frames, layoutFaults, openSite, portray, seen } from './browser.mjs';
import { buildPseudoSite, language } from './pseudo.mjs';

/** @typedef {import('playwright-core').Page} Page */

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const scenario = JSON.parse(readFileSync('web/content/scenarios/dprk-panel-2024.json', 'utf8'));
const widths = [300, 320, 390, 704, 768, 896, 960, 1280];
/** By name, each as Y, N, A or X for each seat. */
const votes = {
  'five vetoes': scenario.members.map((/** @type {any} */ { permanent }) => (permanent ? 'N' : 'Y')).join(''),
  'fifteen in favour': 'Y'.repeat(15),
  'nine exactly': 'AAYAYAYYYYYAYYA',
  'nobody in favour': 'X'.repeat(15),
  'fifteen against': 'N'.repeat(15),
};

let folder = '';
/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => {
  folder = buildPseudoSite();
  // Under a prefix: whatever a page asks for has to be found from there.
  site = await openSite({ folder, prefix: '/news' });
});
after(() => site.close());

/**
 * A page of the site that notes what it could not have.
 * @param {string} path
 * @param {Parameters<typeof site.page>[0]} [choices]
 */
async function open(path, choices) {
  /** @type {string[]} */
  const missing = [];
  const page = await site.page({
    hash: path,
    ...choices,
    route: async (each) => {
      each.on('response', (response) => { if (response.status() >= 400) missing.push(response.url()); });
      // What a page asked for and does not wait for, because the reader leaves, is not missing.
      each.on('requestfailed', (request) => { if (request.failure()?.errorText !== 'net::ERR_ABORTED') missing.push(request.url()); });
    },
  });
  return Object.assign(page, { missing });
}

/** Shows votes by the link, as a reader who follows one does. @param {Page} page @param {string} letters */
async function showVotes(page, letters) {
  await page.evaluate((hash) => new Promise((resolve) => {
    if (location.hash === hash) return resolve(undefined);
    addEventListener('hashchange', resolve, { once: true });
    location.hash = hash;
  }), `#v=${letters}`);
  await frames(page);
}

/** @param {Page} page @param {number} percent */
const setTextSize = (page, percent) => page.evaluate((size) => { document.documentElement.style.fontSize = `${size}%`; }, percent);

/** Where everything stands that must not move; runs in the page. */
const places = () => [...document.querySelectorAll('h1, h2, h3, header, .chamber, .predict li, .reasons, form, fieldset, label, .tools, footer')]
  .map((each) => {
    const { top, left, width, height } = each.getBoundingClientRect();
    return `${each.tagName} ${each.querySelector('input')?.name ?? each.textContent?.trim().slice(0, 20)}: ${[left, top + scrollY, width, height].map(Math.round).join(' ')}`;
  });

/**
 * Text of the page that is not in the pseudo-language; runs in the page. There, no letter that has an accented form goes
 * without; what is left are the names of documents and those of other languages.
 * @param {string[]} given  what stays as the scenario gives it
 */
function english(given) {
  /** @type {string[]} */
  const texts = [document.title, document.querySelector('meta[name=description]')?.getAttribute('content') ?? ''];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.closest('[lang=en], script')) texts.push(node.textContent ?? '');
  }
  for (const each of document.body.querySelectorAll('[aria-label], [title], [alt], [placeholder]')) {
    for (const name of ['aria-label', 'title', 'alt', 'placeholder']) texts.push(each.getAttribute(name) ?? '');
  }
  for (const { content } of document.querySelectorAll('template')) texts.push(content.textContent ?? '');
  // What may have to be said stands in attributes of where it will be.
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.note, [data-copied], [data-alone]'))) {
    texts.push(...Object.values(each.dataset).map((text) => text ?? ''));
  }
  return texts.filter((text) => /[aceinouy]/i.test(given.reduce((rest, name) => rest.replaceAll(name, ''), text)));
}
const given = scenario.sources.flatMap((/** @type {any} */ { title, publisher }) => [title, publisher]);

test('the English page is as ever, and leads to the other with the votes', async () => {
  const page = await open('');
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['en', 'ltr']);
  assert.match(await page.getByRole('status').innerText(), /^Not adopted: vetoed by Russia\./);
  const links = page.getByRole('navigation', { name: 'Languages' }).getByRole('link');
  assert.equal(await links.count(), 2);
  assert.equal(await links.first().getAttribute('aria-current'), 'page');
  await page.evaluate(() => { location.hash = 'v=NNYNYNYYYYYNYYY&step=2'; });
  await page.waitForFunction(() => document.querySelector('.outcome[role=status]')?.textContent?.includes('China, France'));
  await links.last().click();
  await page.waitForSelector('html[dir=rtl] .chamber.live');
  assert.equal(page.url(), `${site.url}index.${language}.html#s=dprk-panel-2024&v=NNYNYNYYYYYNYYY&step=2`);
  assert.equal(await page.locator('input:checked[value=N]').count(), 5);
  assert.match(await page.locator('.current .count').innerText(), /2/);

  // And back again, from a link that tells the language.
  await page.locator('input[name=JPN][value=A]').check();
  assert.equal(page.url(), `${site.url}index.${language}.html#s=dprk-panel-2024&v=NNYNYNYAYYYNYYY&step=2&lang=${language}`);
  await page.locator('.languages a[hreflang=en]').click();
  await page.waitForSelector('html[dir=ltr] .chamber.live');
  assert.equal(page.url(), `${site.url}#s=dprk-panel-2024&v=NNYNYNYAYYYNYYY&step=2`);
  assert.ok(await page.locator('input[name=JPN][value=A]').isChecked());
  assert.deepEqual([page.errors, page.missing], [[], []]);
});

test('a link that names the language leads to its page, with the votes; an unknown one stays', async () => {
  const page = await open(`#v=YYYAYYYYYYYAYYY&lang=${language}`, { ready: 'html[dir=rtl] .chamber.live' });
  assert.ok(page.url().startsWith(`${site.url}index.${language}.html#`), page.url());
  assert.match(page.url(), /v=YYYAYYYYYYYAYYY/);
  assert.ok(await page.locator('input[name=RUS][value=A]').isChecked());
  assert.match(await page.getByRole('status').innerText(), /^ÅÅ/);
  assert.deepEqual([page.errors, page.missing], [[], []]);
  const other = await open('#v=YYYAYYYYYYYAYYY&lang=xx');
  assert.equal(await other.evaluate(() => document.documentElement.lang), 'en');
  assert.match(await other.getByRole('status').innerText(), /^Adopted\./);
});

test('a part of a lesson that was prepared is one in the other language, too', async () => {
  const part = '?from=2&to=3&contrast=high';
  /** @param {Awaited<ReturnType<typeof open>>} page */
  async function prepared(page) {
    await page.waitForSelector('html[dir=rtl] .chamber.live');
    const { pathname, search } = new URL(page.url());
    assert.deepEqual([pathname, search], [`/news/lesson-every-kind.${language}.html`, part]);
    assert.match(await page.evaluate(() => document.documentElement.className), /projector/);
    assert.equal(await page.locator('.contents li:not([hidden])').count(), 2);
    assert.ok(await page.locator('#step-3.current').isVisible());
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
  // By its link, also where the query tells the step and the language that is left; and by a link that names the language.
  const page = await open(`lesson-every-kind.html${part}&lang=en&step=3`);
  await page.locator(`.languages a[hreflang=${language}]`).click();
  await prepared(page);
  await prepared(await open(`lesson-every-kind.html${part}#step=3&lang=${language}`, { ready: 'html[dir=rtl] .chamber.live' }));
});

test('so does one to a year’s Council, to the page for editors, to the explorer, and to a frame', async () => {
  const council = '#c=2024&v=YYYAYYYYYYYAYYY&t=More%20%26%20less&d=2024-05-06';
  for (const [from, to] of [[`index.html${council}`, 'explore'], [`editors.html${council}`, 'editors'], ['editors.html#s=gaza-2024', 'editors'],
    [`explore.html${council}`, 'explore'], ['explore.html#s=gaza-2024&q=cease', 'explore'],
    // A frame keeps how its host wants it.
    ['embed.html?theme=dark#v=YYYAYYYYYYYAYYY', 'embed'], ['embed-lesson-every-kind.html#step=3', 'embed-lesson-every-kind']]) {
    const page = await open(`${from}&lang=${language}`, { ready: 'html[dir=rtl]' });
    assert.ok(page.url().startsWith(`${site.url}${to}.${language}.html${from.slice(from.search(/[?#]/))}`), page.url());
    assert.deepEqual(page.errors, [], from);
    await page.context().close();
  }
});

test('the page for editors takes along what was clicked together, votes that are open among it', async () => {
  const page = await open('editors.html#c=2024&v=YYYAYYYYYYYAYY-&t=More%20%26%20less&d=2024-05-06', { ready: '.desk:not([inert]) .roll-call fieldset' });
  await page.locator('input[name=RUS][value=N]').check();
  await page.locator(`.languages a[hreflang=${language}]`).click();
  await page.waitForSelector('html[dir=rtl] .desk:not([inert]) .roll-call fieldset');
  assert.equal(page.url(), `${site.url}editors.${language}.html#c=2024&v=YYYAYYYYYNYAYY-&t=More%20%26%20less&d=2024-05-06`);
  assert.deepEqual(await page.evaluate(() => ['#subject', '#day', '[name=RUS]:checked', '[name=JPN]:checked'].map((place) => /** @type {HTMLInputElement} */ (document.querySelector(place)).value)),
    ['More & less', '2024-05-06', 'N', 'Y']);
  assert.equal(await page.locator('.roll-call fieldset:not(:has(:checked))').count(), 1);
  // A landmark, too.
  await page.locator('input[value=landmark]').check();
  await page.locator('[name=id]').selectOption('gaza-2024');
  await page.waitForFunction(() => document.querySelector('.code code')?.textContent?.includes('gaza-2024'));
  await page.locator('.languages a[hreflang=en]').click();
  await page.waitForSelector('html[dir=ltr] .desk:not([inert])');
  assert.equal(page.url(), `${site.url}editors.html#s=gaza-2024`);
  assert.deepEqual([page.errors, page.missing], [[], []]);
  await page.context().close();
});

test('no English is left, in no state, and all files are found', async () => {
  const page = await open(`index.${language}.html`, { permissions: ['clipboard-read', 'clipboard-write'] });
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [language, 'rtl']);
  assert.deepEqual(await page.evaluate(english, given), []);
  for (const letters of Object.values(votes)) {
    await showVotes(page, letters);
    assert.deepEqual(await page.evaluate(english, given), [], letters);
  }
  await showVotes(page, 'NOTHING');
  await page.locator('.verdict .note:not(:empty)').waitFor();
  await page.locator('.copy button').click();
  await page.locator('.copy p:not(:empty)').waitFor();
  assert.deepEqual(await page.evaluate(english, given), []);
  // The check does find English.
  await page.evaluate(() => { document.querySelector('.kicker')?.append(' Council'); });
  assert.equal((await page.evaluate(english, given)).length, 1);
  assert.deepEqual([page.errors, page.missing], [[], []]);
});

test('every width, text size and theme: nothing clipped, nothing meets, every target can be hit, nothing shifts', async () => {
  const page = await open(`index.${language}.html`, { reducedMotion: 'reduce' });
  for (const [i, text] of [100, 200].entries()) {
    await setTextSize(page, text);
    for (const [j, width] of widths.entries()) {
      await page.setViewportSize({ width, height: 900 });
      await showVotes(page, 'YYYAYYYYYYYNYYY');
      const at = `${width} px, text at ${text} %`;
      assert.deepEqual(await page.evaluate(layoutFaults), [], at);
      // By turns: every width has both themes and all votes, and so has every text size.
      const colorScheme = (i + j) % 2 ? 'dark' : 'light';
      await page.emulateMedia({ colorScheme });
      await frames(page);
      await portray(page, `${language}-${width}-${colorScheme}-${text}`);
      const before = await page.evaluate(places);
      for (const [name, letters] of Object.entries(votes).filter((_, k) => (i + j + k) % 2 === 0)) {
        await showVotes(page, letters);
        assert.deepEqual(await page.evaluate(places), before, `${at}, ${name}`);
        assert.deepEqual(await page.evaluate(layoutFaults), [], `${at}, ${name}`);
      }
    }
  }
  assert.deepEqual(page.errors, []);
});

for (const [tag, path] of [['en', 'index.html'], [language, `index.${language}.html`]]) {
  test(`${tag}: no vote has more to say than there is room for, at any width`, async () => {
    const html = readFileSync(`${folder}/${path}`, 'utf8');
    /** What the page tells its modules. @param {string} id */
    const told = (id) => html.match(new RegExp(`<script type="application/json" class="${id}">(.*)</script>`))?.[1] ?? '';
    const council = await openCouncil({
      moduleUrl: `data:application/wasm;base64,${readFileSync(`build/wasm/web/council.wasm`).toString('base64')}`,
      words: told('words'),
      scenario: told('scenario'),
    });
    let random = 2024;
    const below = (/** @type {number} */ n) => (random = (random * 1103515245 + 12345) % 2147483648, Math.floor((random / 2147483648) * n));
    /** @type {Map<string, string[]>} */
    const said = new Map();
    for (let i = 0; i < 6000; ++i) {
      // Half of them as the members lean, permanent and elected ones apart; half by chance.
      const leanings = ['YNAX', 'YYYA', 'YYYN', 'NNNA', 'AAAX', 'YYNA', 'Y', 'N', 'A'];
      const [some, others] = [leanings[below(leanings.length)], leanings[below(leanings.length)]];
      const ballot = scenario.members.map((/** @type {any} */ { permanent }) => {
        const from = permanent ? some : others;
        return from[below(from.length)];
      }).join('');
      council.follow(`v=${ballot}`);
      const { status, why, deciders, article } = council.told('reasons');
      const change = council.told('reasons').change;
      const texts = [status, why, deciders, change, article];
      said.set(texts.map(({ length }) => Math.round(length / 4)).join(' '), texts);
    }
    assert.ok(said.size > 60, `${said.size} kinds of sentences`);
    const page = await open(path);
    for (const text of [100, 200]) {
      await setTextSize(page, text);
      for (const width of [300, 345, 390, 480, 600, 704, 768, 896, 960, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const most = await page.evaluate((all) => {
          const parts = ['.outcome[role=status] p', '.outcome[role=status] p:last-child', '.reasons .deciders', '.reasons .change', '.reasons .article'].map((each) => document.querySelector(each));
          const rooms = ['.verdict', '.reasons'].map((each) => /** @type {HTMLElement} */ (document.querySelector(each)));
          const recorded = parts.map((part) => part?.textContent ?? '');
          const heights = () => rooms.map(({ offsetHeight }) => offsetHeight).join(' ');
          const kept = heights();
          const over = all.filter((texts) => {
            parts.forEach((part, i) => part && (part.textContent = texts[i]));
            return heights() !== kept;
          });
          parts.forEach((part, i) => part && (part.textContent = recorded[i]));
          return over;
        }, [...said.values()]);
        assert.deepEqual(most.slice(0, 1), [], `${width} px, text at ${text} %: ${most.length} of ${said.size} need more room`);
      }
    }
  });
}

test('read from the right: words, controls, and the tally of the still picture and of the canvas', async () => {
  for (const width of [390, 1000]) {
    const page = await open(`index.${language}.html`, { viewport: { width, height: 900 }, reducedMotion: 'reduce', colorScheme: 'light' });
    const found = await page.evaluate(() => {
      const box = (/** @type {Element | Text | null} */ what) => {
        const range = document.createRange();
        if (what) range.selectNodeContents(what);
        return range.getBoundingClientRect();
      };
      const right = document.querySelector('header')?.getBoundingClientRect().right ?? NaN;
      const padding = parseFloat(getComputedStyle(/** @type {Element} */ (document.querySelector('header'))).paddingInlineStart);
      const [first, second] = [...document.querySelectorAll('fieldset')].map((each) => each.getBoundingClientRect());
      return {
        texts: ['.kicker', 'h1', '.context', '.outcome[role=status] p', 'legend', '.story p'].map((each) => right - padding - box(document.querySelector(each)).right),
        labels: [...document.querySelectorAll('fieldset:first-of-type label')].map((each) => each.getBoundingClientRect().right),
        buttons: [...document.querySelectorAll('.current .bets button')].map((each) => each.getBoundingClientRect().right),
        columns: second.top > first.top || second.right < first.left,
      };
    });
    for (const apart of found.texts) assert.ok(Math.abs(apart) < 2, `${width} px: ${found.texts}`);
    for (const rights of [found.labels, found.buttons]) assert.deepEqual(rights, [...rights].sort((a, b) => b - a));
    assert.ok(found.columns);

    // The tally's cells in the still picture, which stands just where the canvas does: fifteen boxes in one row.
    const cells = await page.evaluate(() => {
      const svg = [...document.querySelectorAll('.chamber svg')].find((each) => each.getBoundingClientRect().width > 0);
      const corner = document.querySelector('canvas')?.getBoundingClientRect();
      const boxes = [...svg?.querySelectorAll('rect') ?? []].map((each) => {
        const { left, top, width, height } = each.getBoundingClientRect();
        return { fill: each.getAttribute('fill'), x: left - (corner?.left ?? 0) + width / 2, y: top - (corner?.top ?? 0) + height / 2 };
      });
      const rows = boxes.map(({ y }) => boxes.filter((each) => Math.abs(each.y - y) < 1)).filter((row) => row.length === 15);
      return rows[0]?.sort((a, b) => b.x - a.x) ?? [];
    });
    assert.deepEqual(cells.map(({ fill }) => fill), [...Array(13).fill('var(--in-favour)'), null, 'var(--against)']);
    const read = async () => coloursAt(page, await page.locator('canvas').screenshot(), cells.map(({ x, y }) => ({ x, y: y - 5 })));
    const [favour, against, paper] = ['#0b6e8a', '#c23b12', '#fbfaf6'];
    assert.deepEqual(await read(), [...Array(13).fill(favour), paper, against]);
    await showVotes(page, votes['five vetoes']);
    assert.deepEqual(await read(), [...Array(10).fill(favour), ...Array(5).fill(against)]);
  }
});

test('a seat votes where it is drawn, at the mirrored place', async () => {
  for (const width of [390, 1000]) {
    const page = await open(`index.${language}.html`, { viewport: { width, height: 900 } });
    // Every mark of the still picture, pressed on the canvas, changes one vote, and no two the same.
    const marks = await page.evaluate(() => {
      const svg = [...document.querySelectorAll('.chamber svg')].find((each) => each.getBoundingClientRect().width > 0);
      return [...svg?.querySelectorAll('circle, rect') ?? []].map((each) => each.getBoundingClientRect())
        .filter((box) => box.width > 34 && box.width < 48 && Math.abs(box.width - box.height) < 1)
        .map((box) => ({ x: box.x + box.width / 2 + scrollX, y: box.y + box.height / 2 + scrollY }));
    });
    const seats = marks.filter((mark, i) => marks.findIndex((other) => Math.hypot(mark.x - other.x, mark.y - other.y) < 20) === i);
    assert.equal(seats.length, 15);
    const checked = () => page.evaluate(() => [...document.querySelectorAll('fieldset')].map((each) => each.querySelector('input:checked')?.getAttribute('value')));
    const changed = new Set();
    for (const { x, y } of seats) {
      const before = await checked();
      await page.evaluate((top) => scrollTo(0, top - 300), y);
      await seen(page);
      await page.mouse.click(x, y - await page.evaluate(() => scrollY));
      await frames(page);
      const now = await checked();
      const seat = now.findIndex((letter, i) => letter !== before[i]);
      assert.ok(seat >= 0, `a click at ${x}, ${y}`);
      changed.add(seat);
    }
    assert.equal(changed.size, 15);
  }
});

test('predictions are answered, a reset resets, Back returns', async () => {
  const page = await open(`index.${language}.html`, { reducedMotion: 'reduce', viewport: { width: 390, height: 900 } });
  for (const [i, { bet, outcome }] of [
    { bet: 'not_adopted', outcome: /^ÅÅ/ }, { bet: 'not_adopted', outcome: /^Ñ/ }, { bet: 'adopted', outcome: /^ÅÅ/ },
  ].entries()) {
    await page.locator(`.current [value=${bet}]`).click();
    await page.locator('.current .reply:not(:empty)').waitFor();
    assert.match(await page.getByRole('status').innerText(), outcome);
    assert.deepEqual(await page.evaluate(english, given), []);
    assert.deepEqual(await page.evaluate(layoutFaults), []);
    await portray(page, `${language}-question-${i + 1}`);
    await page.locator('.current .onward').click();
  }
  await page.locator('button[type=reset]').click();
  assert.match(page.url(), new RegExp(`#s=dprk-panel-2024&lang=${language}$`));
  assert.ok(await page.locator('input[name=RUS][value=N]').isChecked());
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('.outcome[role=status]')?.textContent?.startsWith('ÅÅ'));
  assert.deepEqual([page.errors, page.missing], [[], []]);
});

test('axe finds no violation', async () => {
  const page = await open(`index.${language}.html`, { reducedMotion: 'reduce' });
  await page.evaluate(axe);
  for (const [width, colorScheme] of /** @type {const} */ ([[320, 'dark'], [390, 'light'], [960, 'dark'], [1280, 'light']])) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const letters of ['YYYAYYYYYYYNYYY', votes['fifteen in favour']]) {
      await showVotes(page, letters);
      const found = await page.evaluate(async () => (await /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'] }))
        .violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ { target }) => target.join(' ')).join(', ')}`));
      assert.deepEqual(found, [], `${width} px, ${colorScheme}, ${letters}`);
    }
  }
});

test('a lesson in the language: its steps have room, read from the right, and hold no English', async () => {
  for (const width of [320, 768, 1280]) {
    const page = await open(`lesson-every-kind.${language}.html`, { viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    for (let step = 1; step <= 6; ++step) {
      await page.locator(`#step-${step}.current`).waitFor();
      await frames(page);
      assert.deepEqual(await page.evaluate(layoutFaults), [], `step ${step}, ${width} px`);
      if (step < 6) await page.locator('.onward .next').click();
    }
    assert.deepEqual(await page.locator('.help, .onward, .contents, .step:not(.discuss)').evaluateAll((places) => places.map(({ textContent }) => textContent ?? '')
      .filter((text) => /[aceinouy]/i.test(text))), []);
    assert.deepEqual([page.errors, page.missing], [[], []]);
    await page.context().close();
  }
});
