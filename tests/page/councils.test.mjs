// Who sat when (web/content/councils.json), and the Councils that links seat: the file against itself, against the
// recorded votes and against the command; then everything that a link may get wrong.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BadLink, membersOn, plain, seatCouncil } from '../../web/page/modules/councils.js';

const councils = JSON.parse(readFileSync('web/content/councils.json', 'utf8'));
const { since, groups } = JSON.parse(readFileSync('web/content/groups.json', 'utf8'));
const years = Object.keys(councils.councils);
const scenarios = readdirSync('web/content/scenarios').map((file) => JSON.parse(readFileSync(`web/content/scenarios/${file}`, 'utf8')));

/** @param {string} fragment */
const seated = (fragment) => seatCouncil(councils, new URLSearchParams(fragment), 'A vote of {year}');
/** As many votes in favour as the year has members. @param {string} year */
const allIn = (year) => 'Y'.repeat(councils.councils[year].split(' ').length);

test('every year from 1946 to 2027, with the five and the six or ten that were elected', () => {
  assert.deepEqual(years, Array.from({ length: 82 }, (_, i) => String(1946 + i)));
  for (const year of years) {
    const codes = councils.councils[year].split(' ');
    assert.equal(new Set(codes).size, Number(year) < 1966 ? 11 : 15, year);
    for (const code of councils.permanent.split(' ')) assert.ok(codes.includes(code), `${code} in ${year}`);
    for (const code of codes) assert.ok(code in councils.members, `${code} in ${year}`);
  }
  assert.deepEqual(Object.keys(councils.members).filter((code) => !years.some((year) => councils.councils[year].includes(code))), []);
});

test('from year to year half of the elected members go, as their terms of two years end', () => {
  for (const year of years.slice(1)) {
    const before = councils.councils[Number(year) - 1].split(' ');
    const come = councils.councils[year].split(' ').filter((/** @type {string} */ code) => !before.includes(code));
    // In 1966 the four new seats came. Where two shared a term, a member left after a year.
    const [least, most] = Number(year) === 1966 ? [7, 9] : Number(year) < 1966 ? [2, 5] : [4, 6];
    assert.ok(come.length >= least && come.length <= most, `${year}: ${come}`);
  }
});

test('since 1966 the elected members are three of Africa, two of Asia, one of Eastern Europe, two of Latin America, two of Western Europe and others', () => {
  const groupsOf = (/** @type {string} */ code) => Object.keys(groups).filter((name) => groups[name].split(' ').includes(code));
  for (const day of years.filter((year) => `${year}-01-01` >= since).flatMap((year) => [`${year}-01-01`, `${year}-12-31`])) {
    const members = membersOn(councils, day);
    for (const { code } of members) assert.equal(groupsOf(code).length, 1, `${code} on ${day}`);
    // Resolution 1991 A (XVIII) has Africa and Asia together: how they share five seats is their practice, never departed from.
    assert.deepEqual(Object.keys(groups).map((name) => members.filter(({ code, permanent }) => !permanent && groupsOf(code)[0] === name).length), [3, 2, 1, 2, 2], day);
  }
  for (const code of Object.keys(councils.members)) assert.equal(groupsOf(code).length, 1, code);
  for (const { id, date, members } of scenarios) for (const { code, group } of members) assert.equal(group, date < since ? undefined : groupsOf(code)[0], `${id}: ${code}`);
});

test('every recorded vote finds its members there: in the same order round the table, by the same names', () => {
  for (const { id, date, members } of scenarios) {
    const found = membersOn(councils, date).map(({ code, name, short, phrase, permanent }) => ({ code, name: name.en, short: short?.en, phrase: phrase?.en, permanent }));
    // A scenario may begin with whoever sits at the end of the table.
    const first = found.findIndex(({ code }) => code === members[0].code);
    assert.deepEqual([...found.slice(first), ...found.slice(0, first)], members.map((/** @type {any} */ { code, name, short, phrase, permanent }) => ({
      code, name: name.en, short: short?.en, phrase: phrase?.en, permanent })), id);
  }
});

test('they sit in the English order of their names', () => {
  // How the UN files a name that begins with something else.
  const filed = { 'Republic of China': 'China', 'Federal Republic of Germany': 'Germany', 'Côte d’Ivoire': "Cote d'Ivoire" };
  for (const year of years) {
    const names = membersOn(councils, year === '1991' ? '1991-12-01' : `${year}-12-31`)
      .map(({ name }) => filed[/** @type {keyof typeof filed} */ (name.en)] ?? name.en);
    assert.deepEqual(names, [...names].sort((a, b) => (a < b ? -1 : 1)), year);
  }
});

test('a name is that of the day', () => {
  /** @param {string} day @param {string} code */
  const nameOn = (day, code) => membersOn(councils, day).find((member) => member.code === code)?.name.en;
  assert.equal(nameOn('1991-12-24', 'RUS'), 'Union of Soviet Socialist Republics');
  assert.equal(nameOn('1991-12-25', 'RUS'), 'Russian Federation');
  assert.equal(nameOn('1971-10-25', 'CHN'), 'Republic of China');
  assert.equal(nameOn('1971-10-26', 'CHN'), 'China');
  assert.equal(nameOn('1990-05-21', 'YMD'), 'Democratic Yemen');
  assert.equal(nameOn('1990-05-22', 'YEM'), 'Yemen');
  assert.equal(nameOn('1984-08-03', 'BFA'), 'Upper Volta');
  assert.equal(nameOn('1961-06-01', 'EGY'), 'United Arab Republic');
});

test('the command takes what a link seats: of every year, on its first day and its last', () => {
  const folder = mkdtempSync(join(tmpdir(), 'councils-'));
  mkdirSync(join(folder, 'first'));
  const files = years.flatMap((year) => [`${year}-01-01`, `${year}-12-31`].map((day) => {
    const file = join(folder, `council-${year}.json`);
    const path = day.endsWith('31') ? file : file.replace(folder, `${folder}/first`);
    writeFileSync(path, JSON.stringify(seated(`c=${year}&v=${allIn(year)}&d=${day}`)));
    return path;
  }));
  assert.equal(execFileSync('build/council', ['check', ...files], { encoding: 'utf8' }), '');
  rmSync(folder, { recursive: true });
});

test('a link tells votes, title and day; without a day it is the year’s last, before 1966 by the rule of then', () => {
  const { date, rule, draft, votes, id } = seated('d=2026-04-07&t=Extend+the+mission&v=YYAYNXYYYYYAYYY&c=2026');
  assert.deepEqual({ id, date, rule, subject: draft.subject.en }, { id: 'council-2026', date: '2026-04-07', rule: 'unsc', subject: 'Extend the mission' });
  assert.deepEqual([votes.BHR, votes.COL, votes.DNK, votes.FRA], ['in_favour', 'abstaining', 'against', 'not_participating']);
  assert.deepEqual([seated(`c=1965&v=${allIn('1965')}`).rule, seated(`c=1966&v=${allIn('1966')}`).rule], ['unsc-1946', 'unsc']);
  assert.deepEqual([seated(`c=1965&v=${allIn('1965')}`).date, seated(`c=1965&v=${allIn('1965')}`).draft.subject.en], ['1965-12-31', 'A vote of 1965']);
});

test('a title is text: what hides in it or turns its direction is gone', () => {
  assert.equal(plain('  a\u0000b\u202ec\u2066d\r\n<b>&amp;</b>\ud800 '), 'a b c d <b>&amp;</b>');
  assert.equal(seated(`c=2026&v=${allIn('2026')}&t=${encodeURIComponent('<img src=x onerror=alert(1)>\u202e')}`).draft.subject.en, '<img src=x onerror=alert(1)>');
});

test('what is wrong with a link is told: the key, what was found, what was expected', () => {
  const wrong = /** @type {const} */ ([
    ['c=2028&v=Y', 'c', { found: '2028', first: '1946', last: '2027' }],
    ['c=&v=Y', 'c', { found: '', first: '1946', last: '2027' }],
    ['c=__proto__&v=Y', 'c', { found: '__proto__', first: '1946', last: '2027' }],
    [`c=2026&v=${'Y'.repeat(14)}`, 'v', { found: 'Y'.repeat(14), count: 15 }],
    [`c=1960&v=${'Y'.repeat(15)}`, 'v', { found: 'Y'.repeat(15), count: 11 }],
    ['c=2026&v=YYYYYYYYYYYYYYy', 'v', { found: 'YYYYYYYYYYYYYYy', count: 15 }],
    ['c=2026', 'v', { found: '', count: 15 }],
    [`c=2026&v=${allIn('2026')}&d=2026-02-30`, 'd', { found: '2026-02-30', year: '2026' }],
    [`c=2026&v=${allIn('2026')}&d=2025-02-20`, 'd', { found: '2025-02-20', year: '2026' }],
    [`c=2026&v=${allIn('2026')}&d=7+April`, 'd', { found: '7 April', year: '2026' }],
    [`c=2026&v=${allIn('2026')}&t=${'x'.repeat(10240)}`, 't', { found: 10240, most: 160 }],
    [`c=${'9'.repeat(10240)}&v=Y`, 'c', { found: '9'.repeat(40), first: '1946', last: '2027' }],
  ]);
  for (const [fragment, key, places] of wrong) {
    assert.throws(() => seated(fragment), (error) => {
      assert.ok(error instanceof BadLink);
      assert.deepEqual([error.key, error.places], [key, places]);
      return true;
    });
  }
});
