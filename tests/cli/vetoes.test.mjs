// The index of vetoed texts (web/content/vetoes.json): against what its sources count, against the command, which is asked
// what comes of each tally, and against the recorded votes, whose rolls were written from other sources.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { letters } from '../../web/page/modules/border.js';
import { seatCouncil } from '../../web/page/modules/councils.js';
import { fault } from './schema.mjs';

const json = (/** @type {string} */ file) => JSON.parse(readFileSync(`web/content/${file}`, 'utf8'));
/** @type {{ as_of: string, sources: any[], matters: string[], texts: { date: string, draft?: string, record: string, vetoed_by: string, tally?: string, matter?: string }[] }} */
const { matters, texts, ...head } = json('vetoes.json');
const councils = json('councils.json');

/** How the command decides a scenario. @param {unknown} scenario */
const decided = (scenario) => JSON.parse(execFileSync('build/council', ['decide', '-', '--json'], { input: JSON.stringify(scenario), encoding: 'utf8' }));

test('the index keeps to its schema', () => {
  const schema = json('schemas/vetoes.schema.json');
  assert.equal(fault({ ...head, matters, texts }, schema), undefined);
  const [first] = texts;
  for (const [wrong, expected] of /** @type {[object, string][]} */ ([
    [{ ...first, record: 'S/1946/1' }, 'texts[0].record: pattern'], [{ ...first, draft: 'S/PV.23' }, 'texts[0].draft: pattern'],
    [{ ...first, vetoed_by: 'RUS CHN' }, 'texts[0].vetoed_by: pattern'], [{ ...first, tally: '9:1:1' }, 'texts[0].tally: pattern'],
    [{ ...first, agenda: '' }, 'texts[0].agenda: additionalProperties'],
  ])) assert.equal(fault({ ...head, matters, texts: [wrong] }, schema), expected);
});

test('as many texts, and as many of each member’s, as the sources count', () => {
  const by = (/** @type {string} */ code) => texts.filter(({ vetoed_by }) => vetoed_by.split(' ').includes(code)).length;
  assert.equal(texts.length, 234);
  assert.deepEqual(['RUS', 'USA', 'GBR', 'CHN', 'FRA'].map(by), [133, 90, 29, 21, 17]);
  const together = texts.filter(({ vetoed_by }) => vetoed_by.includes(' '));
  assert.equal(together.length, 43);
  assert.equal(together.filter(({ date }) => date >= '1966').length, 40);
  // The only veto on whether there is a veto that another permanent member joined; and Suez.
  assert.deepEqual(together.filter(({ date }) => date < '1966').map(({ date, vetoed_by }) => `${date} ${vetoed_by}`),
    ['1946-06-26 FRA RUS', '1956-10-30 FRA GBR', '1956-10-30 FRA GBR']);
});

test('they stand in order of date, then of record and draft; no draft stands there twice', () => {
  const numbers = (/** @type {string} */ symbol) => symbol.match(/\d+/g)?.map((each) => each.padStart(6, '0')).join(' ') ?? '';
  const places = texts.map(({ date, record, draft = '' }) => [date, numbers(record), numbers(draft)].join(' | '));
  assert.deepEqual(places, [...places].sort());
  const drafts = texts.flatMap(({ draft }) => draft ?? []);
  assert.equal(new Set(drafts).size, drafts.length);
  for (const { date, vetoed_by } of texts) {
    assert.ok(date <= head.as_of);
    assert.deepEqual(vetoed_by.split(' '), [...new Set(vetoed_by.split(' '))].sort());
  }
});

test('since 1994 a draft’s symbol names the year of its vote; a later meeting has a higher number', () => {
  for (const { date, draft } of texts) {
    if (date >= '1994') assert.ok(!draft || draft.startsWith(`S/${date.slice(0, 4)}/`), draft);
    else assert.doesNotMatch(draft ?? '', /^S\/\d+\/\d/);
  }
  const meetings = texts.filter(({ record }) => record.startsWith('S/PV.')).map(({ record }) => Number(record.slice(5)));
  assert.deepEqual(meetings, [...meetings].sort((a, b) => a - b));
});

test('every matter is used and has a name, and nothing else has', () => {
  const names = json('strings/en.json').matters;
  assert.deepEqual(Object.keys(names), matters);
  assert.deepEqual(matters.filter((matter) => !texts.some((text) => text.matter === matter)), []);
  assert.deepEqual(texts.filter(({ matter }) => matter && !matters.includes(matter)), []);
  assert.deepEqual(texts.filter(({ matter }) => !matter).map(({ draft }) => draft), ['S/2026/740']);
});

test('in each tally that is told the command finds the same vetoes, by the rule of the day', () => {
  for (const { date, draft, record, vetoed_by, tally } of texts) {
    if (!tally) continue;
    const year = date.slice(0, 4);
    const codes = councils.councils[year].split(' ');
    const [inFavour, against, abstaining] = tally.split('-').map(Number);
    assert.equal(inFavour + against + abstaining, codes.length, `${date} ${draft}`);
    // Whoever cast a veto is against; for the rest, elected members are against first, and abstain first.
    const vetoers = vetoed_by.split(' ');
    const permanent = councils.permanent.split(' ').filter((/** @type {string} */ code) => !vetoers.includes(code));
    const elected = codes.filter((/** @type {string} */ code) => !councils.permanent.includes(code));
    const ways = [...Array(against).fill(letters.against), ...Array(abstaining).fill(letters.abstaining), ...Array(inFavour).fill(letters.in_favour)];
    const votes = Object.fromEntries([...vetoers, ...elected, ...permanent].map((code, i) => [code, ways[i]]));
    const outcome = decided(seatCouncil(councils, new URLSearchParams({ c: year, d: date, v: codes.map((/** @type {string} */ code) => votes[code]).join('') }), 'A text'));
    assert.deepEqual([outcome.reason, outcome.vetoed_by.sort().join(' ')], ['veto', vetoed_by], `${date} ${draft ?? record} ${tally}`);
  }
});

test('each recorded vote that ended in a veto is there, with the same vetoes and tally', () => {
  let found = 0;
  for (const file of readdirSync('web/content/scenarios')) {
    const scenario = json(`scenarios/${file}`);
    const { reason, tally, vetoed_by } = decided(scenario);
    const ended = { date: scenario.date, vetoed_by: vetoed_by.sort().join(' '), tally: [tally.in_favour, tally.against, tally.abstaining].join('-') };
    // A question put to the vote has no symbol; of its day and tally there is one.
    const { symbol } = scenario.draft;
    const same = texts.filter(({ date, draft, tally: told }) => (symbol ? draft === symbol : date === ended.date && told === ended.tally));
    assert.deepEqual(same.map(({ date, vetoed_by: by, tally: told }) => ({ date, vetoed_by: by, tally: told })), reason === 'veto' ? [ended] : [], file);
    found += same.length;
  }
  assert.ok(found >= 16, `${found} of them`);
});

test('these tallies are not known for certain, and no others', () => {
  assert.deepEqual(texts.filter(({ tally }) => !tally).map(({ date, draft, record }) => `${date} ${draft ?? record}`), [
    '1946-02-16 S/PV.23', '1946-06-18 S/PV.47', '1946-06-26 S/PV.49', '1946-06-26 S/PV.49', '1946-06-26 S/PV.49',
    '1946-08-29 S/PV.57', '1947-03-25 S/PV.122', '1950-09-12 S/1752', '1950-11-30 S/1894', '1956-11-04 S/3730/Rev.1',
    '1964-09-17 S/5973', '1971-12-04 S/10416', '1973-07-26 S/10974', '1974-07-31 S/11400', '1976-01-26 S/11940',
    '1976-06-23 S/12110', '1980-01-13 S/13735', '2001-03-27 S/2001/270', '2022-07-08 S/2022/538', '2023-07-11 S/2023/506',
    '2023-08-30 S/2023/638', '2023-10-25 S/2023/792', '2023-12-08 S/2023/970', '2023-12-22 S/PV.9520', '2024-02-20 S/2024/173',
    '2024-03-22 S/2024/239', '2024-04-24 S/2024/302', '2025-02-24 S/PV.9866', '2025-02-24 S/PV.9866',
  ]);
});
