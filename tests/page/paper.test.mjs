// Lessons on paper: what stands on each sheet and what does not, what a PDF tells of itself, and how it breaks.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { print, sheetsOf, sizes } from '../../web/site/paper.mjs';
import { pictures } from '../../web/site/poster.mjs';
import { json } from '../../web/site/words.mjs';

const folder = mkdtempSync(join(tmpdir(), 'veto-paper-'));
after(() => rmSync(folder, { recursive: true }));
const content = 'web/content';
const catalogue = `${content}/strings/en.json`;
const words = json(catalogue);
const scenarios = new Map(readdirSync(`${content}/scenarios`).map((file) => [basename(file, '.json'), json(`${content}/scenarios/${file}`)]));
const vetoes = json(`${content}/vetoes.json`);
const lesson = json('tests/fixtures/lessons/good/every-kind.en.json');

const sheets = (/** @type {any} */ of, told = words) => sheetsOf(of, told, {
  scenarios, councils: json(`${content}/councils.json`), vetoes, catalogue, scratch: folder,
  wasm: 'build/wasm/web/council.wasm', picture: pictures('build/council', folder), assets: { fonts: 'fonts.css', icon: 'icon.svg' },
});
/** Prints sheets in both sizes. @param {Awaited<ReturnType<typeof sheets>>} all @param {string} [mark]  of the files' names */
async function printed(all, mark = '') {
  const list = all.flatMap(({ name, html }) => {
    const file = join(folder, `${name}${mark}.html`);
    writeFileSync(file, html);
    return Object.entries(sizes).map(([size, paper]) => ({ html: file, pdf: join(folder, `${name}${mark}-${size}.pdf`), size: paper }));
  });
  await print(list);
  return list.map(({ pdf }) => pdf);
}
const told = (/** @type {string} */ command, /** @type {string[]} */ ...options) => execFileSync(command, options, { encoding: 'utf8' });
/** The text of each page, in the order of the file, on one line. @param {string} pdf */
const pagesOf = (pdf) => told('pdftotext', '-raw', pdf, '-').split('\f').slice(0, -1).map((page) => page.replace(/\s+/g, ' '));

const made = await sheets(lesson);
const pdfs = await printed(made);
const fileOf = (/** @type {string} */ which, size = 'a4') => join(folder, `${lesson.id}-${which}-${size}.pdf`);
const textOf = (/** @type {string} */ which) => pagesOf(fileOf(which)).join(' ');

test('each sheet is a tagged PDF of its size, with its title, its language and its typeface inside', () => {
  assert.deepEqual(pdfs.map((pdf) => basename(pdf)), ['worksheet', 'key', 'cards', 'ballots']
    .flatMap((which) => ['a4', 'letter'].map((size) => `every-kind-${which}-${size}.pdf`)));
  for (const pdf of pdfs) {
    const which = /** @type {string} */ (/every-kind-(\w+)-/.exec(pdf)?.[1]);
    const about = told('pdfinfo', pdf);
    assert.match(about, new RegExp(`^Title: +Every kind of step: ${words.paper.titles[which].replace('{title}: ', '')}$`, 'm'));
    assert.match(about, /^Tagged: +yes$/m);
    assert.match(about, pdf.includes('letter') ? /^Page size: +612 x 792 pts/m : /^Page size: +595\.\d+ x 841\.\d+ pts/m);
    assert.match(readFileSync(pdf, 'latin1'), /\/Lang \(en\)/);
    const fonts = told('pdffonts', pdf).trim().split('\n').slice(2).map((line) => line.trim().split(/\s+/));
    assert.ok(fonts.length > 0);
    for (const font of fonts) {
      assert.match(font[0], /^[A-Z]{6}\+Inter/);
      assert.deepEqual(font.slice(-5, -2), ['yes', 'yes', 'yes'], `${font[0]} is embedded, in part, with its letters known`);
    }
  }
});

test('what is read aloud: headings, lists, and what a picture shows', () => {
  const tags = told('pdfinfo', '-struct', fileOf('worksheet'));
  for (const tag of ['H1', 'H2', 'L', 'LI', 'P', 'Figure']) assert.match(tags, new RegExp(`^ *${tag}\\b`, 'm'));
  const levels = [...tags.matchAll(/^ *H(\d)\b/gm)].map(([, level]) => Number(level));
  assert.ok(levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1), `no level is passed over: ${levels}`);
  const file = readFileSync(fileOf('worksheet'), 'latin1');
  const described = [...made[0].html.matchAll(/<figure>/g)].length;
  assert.ok(described > 0);
  assert.equal([...file.matchAll(/\/Alt/g)].length, described);
  // The page's number is not part of the text.
  assert.doesNotMatch(told('pdfinfo', '-struct-text', fileOf('worksheet')), /page 1 of/);
});

test('the worksheet asks in the order of the steps, and answers nothing', () => {
  const text = textOf('worksheet');
  const asked = [lesson.title, ...lesson.objectives, ...lesson.steps.flatMap((/** @type {any} */ { title, look, question, challenge, prompts = [] }) =>
    [title, look, question?.text, ...question?.choices.map((/** @type {any} */ choice) => choice.text) ?? [], challenge?.task, ...prompts].filter(Boolean))];
  let at = 0;
  for (const each of asked) {
    const found = text.indexOf(each, at);
    assert.ok(found >= 0, `${each} comes after what is before it`);
    at = found;
  }
  const answers = lesson.steps.flatMap((/** @type {any} */ { question, challenge, notes = [] }) =>
    [...notes, ...question?.choices.map((/** @type {any} */ choice) => choice.feedback) ?? [], ...challenge ? [challenge.solved, ...challenge.hints] : []])
    .concat(lesson.terms.map((/** @type {any} */ { meaning }) => meaning));
  assert.ok(answers.length > 6);
  for (const each of answers) assert.ok(!text.includes(each), each);
  assert.doesNotMatch(text, /VETOED|ADOPTED|One solution/);
});

test('a step that is only read has its rule, and its votes that are held fast, on the worksheet', () => {
  const [, setUp] = textOf('worksheet').split('Without the veto');
  assert.match(setUp, /^.*The rule: No veto\. Held fast: China and Russia\..*An abstention/);
});

/** A file of the site, as text. @param {string} file */
const siteHas = (file) => readFileSync(`build/site/${file}`, 'utf8').replace(/<(?!\/?(section|dt|dd|span class="member"))[^>]*>/g, ' ').replaceAll('&quot;', '"').replace(/\s+/g, ' ');
const ours = ['one-no', 'veto', 'chamber'].map((id) => json(`${content}/lessons/${id}.en.json`));

test('every challenge of our lessons can be solved on paper: goal, votes by name, what is held, and room for each change', () => {
  for (const { id, vote, steps } of ours) {
    const sections = siteHas(`paper/${id}-worksheet.html`).split('<section').slice(1);
    assert.equal(sections.length, steps.length);
    for (const [i, step] of steps.entries()) {
      if (!step.challenge) continue;
      const on = sections[i];
      const { task, goal, most_changes: most, moves } = step.challenge;
      const { tally = {}, vetoed_by: vetoers, reason, outcome } = goal;
      const scenario = scenarios.get(step.vote ?? vote);
      const nameOf = (/** @type {any} */ { short, name }) => (short ?? name).en;
      for (const each of [task, words.lesson.goals[reason ?? outcome], words.explore.groups.names[moves.members], ...moves.votes.map((/** @type {string} */ way) => words.vote[way])])
        assert.ok(on.includes(each), `${id}, ${step.title}: ${each}`);
      for (const [way, [from, to]] of Object.entries(tally)) assert.match(on, new RegExp(`${words.vote[way]}: (at most |at least )?${from === 0 ? to : from}\\b`), step.title);
      for (const code of vetoers ?? []) assert.match(on, new RegExp(`No veto but that of .*${nameOf(scenario.members.find((/** @type {any} */ each) => each.code === code))}`));
      if (step.rule) assert.ok(on.includes(`The rule: ${words.rules[step.rule].name}.`), step.title);
      if (step.locked) assert.match(on, /Held fast: /);
      // Who votes how at the start: each member once, and under its vote.
      const roll = Object.fromEntries([...on.matchAll(/<dt>(.+?) \(\d+\)<\/dt><dd>(.*?)<\/dd>/g)].map(([, way, who]) => [way, who]));
      for (const member of scenario.members) {
        const way = step.votes === 'nobody' ? 'not_participating' : step.votes?.[member.code] ?? scenario.votes[member.code];
        assert.deepEqual(Object.entries(roll).filter(([, who]) => new RegExp(`[ ,:]${nameOf(member)}[ ,]`).test(` ${who} `)).map(([label]) => label), [words.vote[way]], `${id}, ${step.title}: ${nameOf(member)}`);
      }
      assert.ok(on.split('<span class="member">').length - 1 >= most, `${id}, ${step.title}: room for ${most}`);
    }
  }
});

test('no step of our worksheets tells what an earlier one asks', () => {
  const [, text] = ours.map(({ id }) => siteHas(`paper/${id}-worksheet.html`));
  for (const answer of [/counted as adopted/, /was no veto/, /on Gaza would be adopted/, /each enough alone/, /cannot undo/, /as the letter of the Charter has it/]) assert.doesNotMatch(text, answer);
  // The record of a vote that the class casts itself comes on a sheet of its own.
  const sheet = readFileSync('build/site/paper/chamber-worksheet.html', 'utf8');
  assert.match(sheet.split('<section').find((section) => section.includes('</span> The record</h2>')) ?? '', /^ class="[^"]*\bapart\b/);
});

test('key terms are on the lesson’s page, in the guide for teachers and in the key, and on no worksheet', () => {
  const guide = siteHas('teach.html');
  for (const { id, terms } of ours) {
    const [page, key, worksheet] = [`lesson-${id}.html`, `paper/${id}-key.html`, `paper/${id}-worksheet.html`].map(siteHas);
    for (const { term, meaning } of terms) {
      for (const text of [page, guide, key]) assert.ok(text.includes(`<dt>${term}`) && text.includes(meaning), `${id}: ${term}`);
      assert.ok(!worksheet.includes(meaning), `${id}: ${term}`);
    }
  }
});

test('what our lessons rely on, their sources name', () => {
  for (const { id, sources, steps } of ours) {
    const titles = sources.map((/** @type {any} */ { title }) => title).join(' | ');
    const named = [...JSON.stringify(steps).matchAll(/resolution (\d+(?:\/\d+)?)|\b([AS]\/[\w./–]*\d)/g)].map(([, number, symbol]) => number ? `esolution ${number}` : symbol);
    for (const each of named) assert.ok(titles.includes(each), `${id}: ${each}`);
    if (/three weeks (after a veto|later)/.test(JSON.stringify(steps))) assert.match(titles, /S\/2019\/961/);
  }
});

test('in every language the count of vetoes names its lists and what a member was called, and no motive is hinted at', () => {
  const count = (/** @type {string} */ code) => vetoes.texts.filter((/** @type {any} */ text) => text.vetoed_by.split(' ').includes(code)).length;
  for (const language of ['en', 'es', 'fr', 'ru', 'ar', 'zh']) {
    const { steps } = json(`${content}/lessons/veto.${language}.json`);
    const told = steps.find((/** @type {any} */ { vote }) => vote === 'dprk-sanctions-2022').words.join(' ');
    for (const each of [...['RUS', 'USA', 'GBR', 'CHN', 'FRA'].map(count), 'World Country Groups', '2026', 'Dag|Даг|داغ|达格', '\\b1971', '\\b1991']) assert.match(told, new RegExp(String(each)), language);
    assert.doesNotMatch(JSON.stringify(steps), /Tai?w[aá]n|Taïwan|Тайван|台湾|تايوان/);
  }
});

test('on either size the first sheet has the chamber', () => {
  for (const size of ['a4', 'letter']) assert.match(pagesOf(fileOf('worksheet', size))[0], /9 needed/);
});

test('the key tells which choice is right, as the core says, and shows the solution', () => {
  const text = textOf('key');
  const { choices } = lesson.steps.find((/** @type {any} */ { kind }) => kind === 'predict').question;
  assert.ok(text.includes(`${words.paper.right} ${choices[0].text} ${choices[0].feedback}`), text);
  assert.ok(text.includes(`${choices[1].text} ${choices[1].feedback}`) && !text.includes(`${words.paper.right} ${choices[1].text}`));
  const { challenge } = lesson.steps.find((/** @type {any} */ { kind }) => kind === 'challenge');
  assert.ok(text.includes('Russia: Abstaining') && text.includes(challenge.solved));
  // It is the script of the lesson, too: what is said, how long it takes, and what helps.
  for (const { title, minutes, words: said, challenge: asked } of lesson.steps) {
    assert.ok(text.includes(`${title} ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ${said[0]}`), `${title}: ${text}`);
    for (const hint of asked?.hints ?? []) assert.ok(text.includes(hint), hint);
  }
  // The record and the solution, as pictures.
  assert.ok(text.includes('VETOED') && text.includes('ADOPTED'));
});

test('a card tells what anybody may know of a member, and never how it voted', () => {
  const cards = pagesOf(fileOf('cards')).join(' ').split(/(?=Every kind of step · role card)/);
  const { members } = scenarios.get(lesson.vote);
  assert.equal(cards.length, members.length);
  const [malta, russia] = ['Malta', 'Russia'].map((name) => cards.find((card) => new RegExp(`of 15 ${name} `).test(card)) ?? '');
  assert.match(malta, /Elected member, 2023 and 2024 .*Your vote against is no veto.*Western European and other states.*Japan and Mozambique/);
  const count = vetoes.texts.filter((/** @type {any} */ text) => text.vetoed_by.split(' ').includes('RUS')).length;
  // A count has its source and its day, and a member the name that it had.
  const source = 'Source: Dag Hammarskjöld Library, United Nations; World Country Groups, as of 5 October 2026';
  assert.match(russia, new RegExp(`Permanent member .*that is a veto.*Eastern European states.*Vetoes ${count} texts since 1946 \\(USSR until 1991\\) ${source}`));
  for (const card of cards) {
    const permanent = card.includes('Permanent member');
    assert.equal(new RegExp(`Vetoes \\d+ texts since 1946.* ${source}`).test(card), permanent, card);
    assert.equal(card.includes('(Republic of China until 1971)'), / of 15 China /.test(card), card);
  }
  for (const card of cards) assert.doesNotMatch(card, /abstain|voted|adopted/i);
});

test('four cards are on a sheet, where names and words are longest, too', async () => {
  const russian = await sheets({ ...lesson, id: 'longest', title: 'Сядьте за стол Совета' }, json(`${content}/strings/ru.json`));
  for (const pdf of await printed(russian.filter(({ name }) => name.endsWith('cards')))) assert.equal(pagesOf(pdf).length, 4, basename(pdf));
});

test('ballots have four ways to vote and nobody’s name, one for each member', () => {
  const text = textOf('ballots');
  assert.equal(text.split('Not participating').length - 1, 16);
  for (const { name } of scenarios.get(lesson.vote).members) assert.ok(!text.includes(name.en), name.en);
});

test('nothing is told by colour, and the same sheet is the same bytes', async () => {
  for (const which of ['worksheet', 'key', 'cards', 'ballots']) {
    execFileSync('pdftoppm', ['-r', '20', fileOf(which), join(folder, which)]);
    for (const page of readdirSync(folder).filter((file) => file.startsWith(`${which}-`) && file.endsWith('.ppm'))) {
      const file = readFileSync(join(folder, page));
      for (let i = file.indexOf('255\n') + 4; i < file.length; i += 3)
        if (file[i] !== file[i + 1] || file[i] !== file[i + 2]) assert.fail(`${page}: a colour`);
    }
  }
  for (const again of await printed(made.slice(0, 1), '-again'))
    assert.ok(readFileSync(again).equals(readFileSync(again.replace('-again', ''))), again);
});

test('a question stays with its choices and a heading with its text, however long they are', async () => {
  const say = (/** @type {string} */ name, /** @type {number} */ length) => `${name} ${'and so on '.repeat(length / 10)}`.slice(0, length - 4).trim() + ' end';
  const step = (/** @type {number} */ i) => ({
    kind: 'predict', title: say(`Title ${i}`, 80), minutes: 1, words: [1, 2, 3].map((n) => say(`Words ${n}`, 170 + 150 * (i % 3))),
    question: { text: say(`Question ${i}`, 300), choices: [1, 2, 3, 4, 5].map((n) => ({ text: say(`Choice ${i}.${n}`, 160), right: n === 1, feedback: 'No.' })) },
  });
  const long = { ...lesson, id: 'long', steps: [1, 2, 3, 4, 5, 6, 7, 8].map(step) };
  const all = (await printed(await sheets(long))).filter((pdf) => pdf.includes('worksheet'));
  assert.equal(all.length, 2);
  for (const pdf of all) {
    const pages = pagesOf(pdf);
    for (const i of long.steps.keys()) {
      const on = (/** @type {string} */ text) => pages.findIndex((page) => page.includes(text));
      const at = on(`Question ${i + 1} `);
      assert.ok(at >= 0);
      for (const n of [1, 2, 3, 4, 5]) assert.equal(on(`Choice ${i + 1}.${n} `), at, `${basename(pdf)}: choice ${i + 1}.${n}`);
      assert.ok(pages[on(`Title ${i + 1} `)].split(`Title ${i + 1} `)[1].includes('Words 1 '), `${basename(pdf)}: heading ${i + 1}`);
    }
  }
});

test('names in a picture have ten points, whoever sits there', async () => {
  for (const vote of ['dprk-panel-2024', 'gaza-2024', 'korea-1950']) {
    const [{ html }, key] = await sheets({ ...lesson, id: vote, vote, steps: [lesson.steps[5], lesson.steps[0]] });
    for (const [, width, picture] of [html, key.html].flatMap((text) => [...text.matchAll(/<figure><svg[^>]* width="(\d+)"(.*?)<\/figure>/gs)])) {
      // A4 leaves 178 mm; rows are 135 mm wide.
      const points = (width === '480' ? 135 : Math.min(178, Number(width) / 96 * 25.4)) / 25.4 * 72 / Number(width);
      const names = scenarios.get(vote).members.flatMap((/** @type {any} */ { short, name }) => (short ?? name).en.split(' '));
      const labels = [...picture.matchAll(/<text[^>]* font-size="([\d.]+)"[^>]*>([^<]*)</g)].filter(([, , text]) => text.split(' ').every((word) => names.includes(word)));
      assert.ok(labels.length >= names.length / 3);
      for (const [, size, text] of labels) assert.ok(Number(size) * points >= 10, `${vote}: ${text} has ${(Number(size) * points).toFixed(1)} points`);
    }
  }
});
