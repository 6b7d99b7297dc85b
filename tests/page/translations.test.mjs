// Every kind of page in every language of the site: nothing is left in English, the language and its direction are told, and
// the canvas has a letter for whatever it shows.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { alternativeOf } from '../../web/page/modules/alternative.js';
import { dayIn } from '../../web/page/modules/day.js';
import { keeps, plainly, wordsOf } from '../../web/page/modules/find.js';
import { numbersOf } from '../../web/page/modules/language.js';
import { messagesIn } from '../../web/page/modules/message.js';
import { canvasTexts, cataloguesOf, documentIn, json, untranslatedIn } from '../../web/site/words.mjs';
import { fileOf, mainLanguage, pages } from '../../web/site/pages.mjs';
import { axe, violations } from './axe.mjs';
import { brokenWords, frames, layoutFaults, openSite, portray, reach } from './browser.mjs';

const catalogues = cataloguesOf('web/content');
const others = catalogues.filter(({ language }) => language !== mainLanguage);
/** A page of each kind: of the vote that has a story, and of the lesson that has every kind of step. */
const kinds = pages.map((row) => ({ row, id: row.of === 'lesson' ? 'veto' : 'dprk-panel-2024' }));

/** @type {Awaited<ReturnType<typeof openSite>>} */
let site;
before(async () => { site = await openSite({}); });
after(() => site.close());

/**
 * What can be read of a page, but for what it says is in another language; runs in the page.
 * @returns {string[]}
 */
function read() {
  const texts = [document.title, document.querySelector('meta[name=description]')?.getAttribute('content') ?? ''];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const within = /** @type {Element} */ (node.parentElement).closest('[lang], script, pre, code, svg');
    if (!within || (within.getAttribute('lang') ?? '') === document.documentElement.lang) texts.push(node.textContent ?? '');
  }
  for (const each of document.body.querySelectorAll('*')) {
    if (each.closest('[lang]') && each.closest('[lang]') !== document.documentElement) continue;
    for (const name of ['aria-label', 'title', 'alt', 'placeholder']) texts.push(each.getAttribute(name) ?? '');
    for (const [name, text] of Object.entries(/** @type {HTMLElement} */ (each).dataset ?? {})) if (!/^(asset|seat|lesson|vote)$/.test(name)) texts.push(text ?? '');
  }
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** A sentence, or a part of one: two words of small Latin letters. @param {string} text */
const isWords = (text) => /(^|[^\w])[a-z]{3,} [a-z]{2,}/.test(text);
/** What has the same name everywhere: the house, documents that are named as they were published, addresses and codes. */
const named = /^(Veto Explainer|S\/|A\/|https?:|[\w./-]+$)|\.(html|json|csv|zip|md)\b|scripts\/|council check|Digital Library|CC BY/;

/** @type {Map<string, Set<string>>} */
const english = new Map();
/** @param {import('playwright-core').Page} page @param {string} file */
const readAt = async (page, file) => {
  await page.goto(`${site.url}${file}`, { waitUntil: 'load' });
  return page.evaluate(read);
};

for (const { language, direction, name } of others) {
  test(`${language}: no English is left, and each page tells its language`, async () => {
    const page = await site.page({ hash: '', viewport: { width: 320, height: 900 } });
    for (const { row, id } of kinds) {
      const file = fileOf(row.name, mainLanguage, id);
      if (!english.has(file)) english.set(file, new Set(await readAt(page, file)));
      const own = fileOf(row.name, language, id);
      const texts = await readAt(page, own);
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [language, direction], own);
      assert.deepEqual(texts.filter((text) => english.get(file)?.has(text) && isWords(text) && !named.test(text)), [], own);
      await portray(page, `${language}-${row.folder}`);
    }
    assert.deepEqual(page.errors, [], name);
    await page.context().close();
  });

  test(`${language}: every page has room for its words at 320 px, in text of twice the size as well; axe finds no violation`, async () => {
    const page = await site.page({ hash: fileOf('index', language, ''), viewport: { width: 320, height: 900 }, reducedMotion: 'reduce' });
    for (const { row, id } of kinds) {
      const file = fileOf(row.name, language, id);
      await page.evaluate(() => document.documentElement.removeAttribute('style'));
      await page.goto(`${site.url}${file}`, { waitUntil: 'load' });
      await page.evaluate(axe);
      assert.deepEqual(await page.evaluate(violations), [], file);
      for (const text of [100, 200]) {
        await page.evaluate((percent) => { document.documentElement.style.fontSize = `${percent}%`; }, text);
        await frames(page);
        // Targets are as large as on the English page, which other tests look at.
        assert.deepEqual((await page.evaluate(layoutFaults)).filter((fault) => !fault.startsWith('small target')), [], `${file}, text at ${text} %`);
        // Without blanks between words, a line may end anywhere; and frames have the reader's own face, here a very wide one.
        if (text === 100 && language !== 'zh' && row.kind !== 'frame') assert.deepEqual((await page.evaluate(brokenWords)).filter((word) => !/^[a-z0-9]+$/i.test(word)), [], file);
      }
    }
    assert.deepEqual(page.errors, [], name);
    await page.context().close();
  });
}

/** What is written alike in two languages: names, codes, and words that are both's. @type {Record<string, RegExp>} */
const alike = {
  fr: /^(France|Ukraine|veto|Code|Date|Notes|Permanent|permanent|score|Sources?|Votes?|\{n\} votes?|(\{[\w, ]+\} )*minutes?|(\{\w+\}, )?\{\w+\} minutes?)$/,
  es: /^(China|Namibia|veto|no|veto: \{members\})$/,
  ru: /^(\{n\} px|PDF, Letter)$/,
};
const everywhere = /^(ltr|AMP|SVG|PNG|PDF, A4|Veto Explainer|https:.*|(Shapley-Shubik|Deegan-Packel|Holler|Johnston))$/;

/** The texts of a catalogue, but for the names by which its own parts are known. @param {any} value @param {string} path @returns {[string, string][]} */
const textsIn = (value, path = '') => (typeof value === 'string' ? [[path, value]] : Object.entries(value).flatMap(([key, each]) => (key === 'id' ? [] : textsIn(each, `${path}.${key}`))));

test('no text of a catalogue is left in English: what scripts say, pages for print, the command, the element', () => {
  const main = new Map(textsIn(catalogues.find(({ language }) => language === mainLanguage)));
  for (const { language, ...words } of others) {
    const left = textsIn({ language, ...words }).filter(([path, text]) => main.get(path) === text && /[a-z]{2}/i.test(text.replace(/\{\w+\}/g, '')));
    assert.deepEqual(left.filter(([, text]) => !everywhere.test(text) && !alike[language]?.test(text)), [], language);
  }
});

test('the canvas has a letter for whatever it shows', () => {
  for (const { language } of catalogues) {
    const html = readFileSync(`build/site/${fileOf('index', language, '')}`, 'utf8');
    const letters = new Set(canvasTexts('web/content', language).flatMap(({ text }) => [...text]));
    assert.ok(/data-asset="fonts"/.test(html));
    // What Inter has not is in the face of the script; vowel marks of Arabic are not shown.
    const beyond = [...letters].filter((letter) => letter > '\u052F' && !/[\u2000-\u22FF\u064B-\u0652]/.test(letter));
    assert.equal(/data-asset="letters"/.test(html), beyond.length > 0, language);
  }
});

test('a frame has the letters of its script for its canvas, too', async () => {
  const page = await site.page({ hash: 'embed.zh.html', ready: 'h1' });
  const letters = page.waitForRequest(/letters-\w+\.woff$/);
  await page.locator('h1').click();
  await letters;
  await page.locator('.chamber.live').waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('every language is offered on every page, under its own name, and says whether a native reader has checked it', () => {
  for (const { row, id } of kinds.filter(({ row: { kind } }) => kind !== 'frame')) {
    for (const { language, checked, page: { unchecked } } of catalogues) {
      const html = readFileSync(`build/site/${fileOf(row.name, language, id)}`, 'utf8');
      for (const each of catalogues) assert.ok(html.includes(`hreflang="${each.language}" lang="${each.language}"`), `${row.name}, ${language}`);
      assert.equal(html.includes(unchecked), checked !== 'yes', `${row.name}, ${language}`);
    }
  }
});

test('days are written as each language writes them, Arabic months by both their names', () => {
  const days = { en: '1 March 2024', fr: '1er mars 2024', es: '1 de marzo de 2024', ru: '1 марта 2024 года', zh: '2024年3月1日', ar: '1 آذار/مارس 2024' };
  for (const [language, day] of Object.entries(days)) assert.equal(dayIn('2024-03-01', language), day);
  assert.equal(dayIn('2024-03-11', 'fr'), '11 mars 2024');
  // As the United Nations spell them.
  const months = 'كانون الثاني/يناير شباط/فبراير آذار/مارس نيسان/أبريل أيار/مايو حزيران/يونيه تموز/يوليه آب/أغسطس أيلول/سبتمبر تشرين الأول/أكتوبر تشرين الثاني/نوفمبر كانون الأول/ديسمبر';
  assert.equal(Array.from({ length: 12 }, (_none, i) => dayIn(`1971-${String(i + 1).padStart(2, '0')}-21`, 'ar').replace(/^21 | 1971$/g, '')).join(' '), months);
  assert.equal(dayIn('2024-03-01', 'qaa'), '2024-03-01');
});

test('a decision begins with the word for it, and no sentence ends in two stops', () => {
  const adopted = { en: 'Adopted', fr: 'Adopté', es: 'Aprobado', ru: 'Принято', zh: '获得通过', ar: 'اعتُمد' };
  const notAdopted = { en: 'Not adopted', fr: 'Non adopté', es: 'No aprobado', ru: 'Не принято', zh: '未获通过', ar: 'لم يُعتمد' };
  for (const { language, decision, explore: { compare: { told } } } of catalogues) {
    const begins = (/** @type {any} */ forms, /** @type {any} */ words) => [forms].flatMap((each) => (typeof each === 'string' ? each : Object.values(each)))
      .forEach((text) => assert.ok(text.startsWith(words[language]), `${text}, expected ${words[language]} first`));
    for (const key of ['majority', 'without_vote']) begins(decision[key], adopted);
    for (const key of ['insufficient_votes', 'veto', 'blocked']) begins(decision[key], notAdopted);
    // Of a year's Council the day may be a year alone, before which no article stands.
    for (const day of [dayIn('2024-03-28', language), '2024']) {
      assert.doesNotMatch(told.one_days.replaceAll(/\{(first|second)_day\}/g, day), /\.\.|\b(le|du|el|del|on) 2024/);
      for (const key of ['remove_it', 'remove_ruled']) assert.doesNotMatch(told[key].replace('{day}', day), /\b(du|del) 2024/);
    }
  }
});

test('Spanish: editors and teachers are usted, and only names that papers write with an article have one', () => {
  const { editors, teach, page } = catalogues.find(({ language }) => language === 'es') ?? assert.fail();
  assert.doesNotMatch(JSON.stringify([editors, teach, page.embed]), /\b(tus?|tuy[ao]s?|ti|te)\b/i);
  const { members } = JSON.parse(readFileSync('web/content/councils.json', 'utf8'));
  const phrases = Object.values(members).flat().map(({ phrase }) => phrase?.es ?? '');
  assert.deepEqual([...new Set(phrases.filter((text) => /^(el|la|los|las) /.test(text) && !/ (República|RSS) /.test(text)))].sort(),
    ['el Congo', 'el Reino Unido', 'la India', 'la URSS', 'los Emiratos Árabes Unidos', 'los Países Bajos']);
});

test('a search finds words without their marks, accents and case', () => {
  /** @param {string} title @param {string} query */
  const finds = (title, query) => keeps({ date: '2024-01-01', is: 'veto', by: [], text: plainly(title) }, { words: wordsOf(query), filters: {} });
  for (const [title, ...queries] of [
    ['Группа экспертов по Северной Корее', 'северной корее', 'КОРЕЕ'], ['Объединённое Королевство', 'объединенное'],
    ['République populaire démocratique de Corée', 'REPUBLIQUE', 'coree'], ['España, votación', 'espana votacion'],
    ['مشروعُ قرارٍ بشأن أوكرانيا', 'مشروع قرار', 'اوكرانيا'], ['مجموعة الخبراء', 'مجموعه'], ['اليمن وسوريا', 'يمن'], ['على الأرض', 'علي'],
    ['朝鲜专家小组任期延长', '专家', '朝鲜 任期'],
    // Words that a title has apart, or with others between them; figures of both scripts; a stroke that only fills a line.
    ['加强对朝鲜的制裁 2022-05-26', '朝鲜制裁', '2022年朝鲜', '制裁'], ['أوكرانيا وكوريا الشمالية 2022-05-26', 'كوريا ٢٠٢٢', 'كـوريــا'],
    ['كـوريا ٢٠٢٢', 'كوريا 2022'], ['苏联', '苏'],
  ]) for (const query of queries) assert.ok(finds(title, query), `${query} in ${title}`);
  assert.ok(!finds('اليمن', 'ليبيا'));
  assert.ok(!finds('中东，美国否决', '中国'), 'the letters of one word, in two others');
});

test('documents are those of the language where the United Nations have them at a known address; titles say whose they are', () => {
  for (const [url, own] of [
    ['https://undocs.org/en/S/2024/255', 'https://undocs.org/fr/S/2024/255'], ['https://docs.un.org/en/S/PV.9591', 'https://docs.un.org/fr/S/PV.9591'],
    ['https://www.un.org/en/about-us/un-charter/chapter-5', 'https://www.un.org/fr/about-us/un-charter/chapter-5'],
    // Releases have other numbers there, and of the rest nobody knows.
    ['https://press.un.org/en/2024/sc15648.doc.htm', 'https://press.un.org/en/2024/sc15648.doc.htm'],
    ['https://www.un.org/dgacm/en/content/regional-groups', 'https://www.un.org/dgacm/en/content/regional-groups'],
  ]) assert.deepEqual([documentIn(url, 'fr'), documentIn(url, 'qaa')], [own, url]);
  for (const { language } of others) {
    const sourcesOf = (/** @type {string} */ file) => /<h2 id="sources">[^]*?<\/ul>/.exec(readFileSync(`build/site/${file}`, 'utf8'))?.[0] ?? assert.fail(file);
    assert.match(sourcesOf(fileOf('vote-{id}', language, 'gaza-2024')), /<li lang="en">/);
    // A lesson's are translated, but for the title of an article.
    assert.deepEqual([...sourcesOf(fileOf('lesson-{id}', language, 'veto')).matchAll(/<li lang="en">(?:<a [^>]*>)?([^<,]*)/g)].map(([, title]) => title), ['Leo Gross']);
  }
});

test('what is put together has the language’s own colons, commas, stops and figures', () => {
  const { editors, list } = catalogues.find(({ language }) => language === 'zh') ?? assert.fail();
  const words = { ...editors, ...list, language: 'zh', ways: [['Y', '赞成'], ['N', '反对']] };
  assert.equal(alternativeOf('未获通过。', [{ name: '法国', letter: 'Y' }, { name: '中国', letter: 'N' }], words, '并非正式记录'), '并非正式记录。未获通过。赞成（1）：法国。反对（1）：中国。');
  const html = (/** @type {string} */ name, /** @type {string} */ language) => readFileSync(`build/site/${fileOf(name, language, 'veto')}`, 'utf8');
  for (const language of ['zh', 'fr', 'ar']) {
    const { page } = catalogues.find((each) => each.language === language) ?? assert.fail();
    const [after, comma] = { zh: ['：', '，'], fr: ['\u00a0:', ', '], ar: [':', '، '] }[language] ?? assert.fail();
    for (const [name, text] of [['embed', `${page.sources}${after} <`], ['index', `<span class="kind">${comma}`], ['index', `data-alone="${comma}`], ['editors', `${after} <button type="button" value="svg"`], ['teach', `${after} <a href="paper/`]]) {
      assert.ok(html(name, language).includes(text), `${name}, ${language}: ${text}`);
    }
  }
  assert.equal((1234.5).toLocaleString(numbersOf('ar')).replace(/[^\d]/g, ''), '12345');
  assert.equal(numbersOf('fr'), 'fr');
});

test('a message has the form that its number asks for, and numbers as the language writes them', () => {
  const votes = { one: '{n} голос из {all}', few: '{n} голоса из {all}', many: '{n} голосов из {all}', other: '{n} голоса из {all}' };
  const filled = messagesIn('ru');
  assert.deepEqual([1, 3, 11, 21].map((n) => filled(votes, { n, all: 15 })), ['1 голос из 15', '3 голоса из 15', '11 голосов из 15', '21 голос из 15']);
  assert.equal(messagesIn('ar')({ other: '{n}' }, { n: 1234567 }).replace(/\D/g, ''), '1234567');
  assert.equal(messagesIn('en')('{n} of {year}, {name}', { n: 14348907, year: '1946', name: '$& {n}' }), '14,348,907 of 1946, $& {n}');
});

test('each language has a file for whatever another has', () => {
  for (const folder of ['stories', 'lessons']) {
    const files = readdirSync(`web/content/${folder}`);
    const ids = new Set(files.map((file) => file.split('.')[0]));
    assert.deepEqual(files.sort(), [...ids].flatMap((id) => catalogues.map(({ language }) => `${id}.${language}.json`)).sort());
  }
});

for (const [language, { france, korea }] of Object.entries({ ar: { france: 'فرنسا', korea: 'كوريا 2022' }, zh: { france: '法国', korea: '朝鲜 2022' } })) {
  const { decision, page: words } = catalogues.find((each) => each.language === language) ?? assert.fail(language);
  test(`${language}: the explainer, the explorer and a lesson by keyboard alone`, async () => {
    const page = await site.page({ hash: fileOf('index', language, ''), reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
    /** @param {string} place @param {string} [key] */
    const press = async (place, key = 'Enter') => {
      await reach(page, page.locator(place).first());
      if (key) await page.keyboard.press(key);
    };
    const begins = (/** @type {string} */ text) => page.waitForFunction((start) => [...document.querySelectorAll('.outcome[role=status]')].some(({ textContent }) => textContent?.trim().startsWith(start)), text);
    const notAdopted = decision.veto.other.split(/[:：]/)[0];
    await begins(notAdopted);
    await press('.current [value=not_adopted]');
    await page.locator('.current .reply').getByText(words.predict.wrong.adopted).waitFor();
    await begins(decision.majority);
    await press('input[name=FRA][value=N]', '');
    await begins(notAdopted);
    assert.match(await page.getByRole('status').innerText(), new RegExp(france));
    await press('button[type=reset]');
    await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector('input[name=RUS][value=N]')).checked);

    // Found by a word of the language, opened, decided by another rule.
    await page.goto(`${site.url}${fileOf('explore', language, '')}`);
    await page.waitForSelector('.chamber.live');
    await press('[type=search]', '');
    await page.keyboard.type(korea);
    await press('.votes a');
    await page.waitForFunction(() => /2022/.test(document.querySelector('#symbol')?.textContent ?? ''));
    await press('[name=rule][value=unsc-no-veto]', '');
    await begins(decision.majority);
    await press('.skip-to a[href="#desk-heading"]');
    await press('.own-desk [type=file]', '');

    await page.goto(`${site.url}${fileOf('lesson-{id}', language, 'one-no')}`);
    await page.waitForSelector('.chamber.live');
    const [first, second] = JSON.parse(readFileSync(`web/content/lessons/one-no.${language}.json`, 'utf8')).steps;
    assert.ok((await page.title()).startsWith(first.title));
    await press('.onward .next');
    await page.waitForFunction((title) => document.title.startsWith(title), second.title);
    assert.ok((await page.evaluate(() => document.activeElement?.textContent ?? '')).includes(second.title), 'the focus is at the new step');
    await press('.onward .back');
    await page.waitForFunction((title) => document.title.startsWith(title), first.title);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}
