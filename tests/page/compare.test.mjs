// Votes side by side, without a browser: who is paired with whom, held against the files by plain reading.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { letters } from '../../web/page/modules/border.js';
import { aligned, entryOf, linkOf, most, nameOf, rowsOf, withIn } from '../../web/page/modules/compare.js';
import { csv } from '../../web/page/modules/csv.js';

const ids = readdirSync('web/content/scenarios').map((file) => file.replace('.json', ''));
/** @param {string} id @returns {any} */
const scenario = (id) => JSON.parse(readFileSync(`web/content/scenarios/${id}.json`, 'utf8'));
/** @param {string} id */
function cast(id) {
  const { date, members, votes, draft } = scenario(id);
  return { date, members, title: `${date} ${draft.symbol}`, votes: votes ? members.map((/** @type {any} */ { code }) => letters[votes[code]]).join('') : '' };
}
const english = { code: 'Code', member: 'Member', permanent: 'Permanent', yes: 'yes', no: 'no', absent: '', later: '{first} (later {second})',
  ways: { Y: 'In favour', N: 'Against', A: 'Abstaining', X: 'Not participating' } };

test('26 May 2022 and 28 March 2024: of those who sat in both, China alone voted otherwise', () => {
  const rows = aligned([cast('dprk-sanctions-2022'), cast('dprk-panel-2024')], 'en');
  const both = rows.filter(({ sat }) => sat === 2);
  assert.deepEqual(both.map(({ names }) => names), [['China'], ['France'], ['Russia'], ['United Kingdom'], ['United States']]);
  assert.deepEqual(both.filter(({ differs }) => differs).map(({ code, ways }) => [code, ...ways]), [['CHN', 'N', 'A']]);
  assert.deepEqual(rows.filter(({ seats }) => !seats[1]).map(({ code }) => code), ['ALB', 'BRA', 'GAB', 'GHA', 'IND', 'IRL', 'KEN', 'MEX', 'NOR', 'ARE']);
  assert.equal(rows.length, 25);
});

test('any two votes: each member of either once, with the votes of the files, permanent members first', () => {
  for (const a of ids) for (const b of ids.filter((each) => each > a)) {
    const [first, second] = [scenario(a), scenario(b)];
    const rows = aligned([cast(a), cast(b)], 'en');
    assert.equal(rows.length, new Set([...first.members, ...second.members].map(({ code }) => code)).size);
    for (const { code, ways, differs, sat } of rows) {
      const told = [first, second].map(({ votes, members }) => (members.some((/** @type {any} */ each) => each.code === code) && votes ? letters[votes[code]] : undefined));
      assert.deepEqual(ways, told, `${a}, ${b}: ${code}`);
      assert.equal(differs, Boolean(told[0] && told[1] && told[0] !== told[1]));
      assert.ok(sat === 1 || sat === 2);
    }
    assert.deepEqual(rows.slice(0, 5).map(({ code }) => code).sort(), ['CHN', 'FRA', 'GBR', 'RUS', 'USA']);
    assert.ok(rows.slice(5).every(({ permanent }) => !permanent));
  }
});

test('a seat keeps its row when its name changes, under all its names in the order of time', () => {
  const rows = aligned([cast('dprk-panel-2024'), cast('taiwan-1950')], 'en');
  const named = (/** @type {string} */ code) => nameOf(rows.find((row) => row.code === code)?.names ?? [], english.later);
  assert.equal(named('RUS'), 'USSR (later Russia)');
  assert.equal(named('CHN'), 'Republic of China (later China)');
  assert.equal(named('FRA'), 'France');
});

test('where no vote was taken nobody voted otherwise', () => {
  const rows = aligned([cast('south-sudan-2011'), cast('dprk-panel-2024')], 'en');
  assert.ok(rows.every(({ differs, ways }) => !differs && ways[0] === undefined));
  assert.equal(rows.filter(({ seats }) => seats[0]).length, 15);
});

test('rows for a file: a line a member, as wide as its head, empty where it did not sit', () => {
  const votes = ['dprk-panel-2024', 'dprk-sanctions-2022', 'korea-1950'].map(cast);
  const [head, ...rows] = rowsOf(votes, 'en', english);
  assert.deepEqual(head, ['Code', 'Member', 'Permanent', '2024-03-28 S/2024/255', '2022-05-26 S/2022/431', '1950-06-25 ']);
  assert.ok(rows.every((row) => row.length === head.length));
  assert.deepEqual(rows[0], ['CHN', 'Republic of China (later China)', 'yes', 'Abstaining', 'Against', 'In favour']);
  assert.equal(csv(rows).split('\r\n').find((line) => line.startsWith('ALB')), 'ALB,Albania,no,,In favour,');
});

const rules = ['unsc', 'unsc-no-veto', 'unsc-literal'];

test('a link puts known votes aside, each once, one less than stand side by side', () => {
  assert.deepEqual(withIn('gaza-2024,nothing,gaza-2024,suez-1956', ids, rules), { ids: ['gaza-2024', 'suez-1956'], unknown: ['nothing'] });
  assert.deepEqual(withIn('', ids, rules), { ids: [], unknown: [] });
  assert.equal(withIn(ids.join(), ids, rules).ids.length, most - 1);
  assert.equal(withIn(`alike,${ids.join()}`, ids, rules).ids.length, most, 'by which rule is no vote');
  assert.deepEqual(withIn('gaza-2024:unsc-no-veto,gaza-2024,1956::YY,56::YY,1956:none:YY,gaza-2023:none', ids, rules),
    { ids: ['gaza-2024:unsc-no-veto', 'gaza-2024', '1956::YY'], unknown: ['56::YY', '1956:none:YY', 'gaza-2023:none'] });
});

test('an entry of a link says all that the vote’s own link says, and a title cannot end it', () => {
  for (const link of ['s=gaza-2024', 's=gaza-2024&v=YYN&rule=unsc-no-veto', 'c=1956&v=YYYYYYYYYYN', 'c=1956&v=YYYYYYYYYYN&t=Suez%2C%20again%3A%2050%20%25%20%26%20%C3%A9&d=1956-10-30&rule=unsc-1946-procedural',
    's=gaza-2024&rule=g4-2005&n=,BRA,,IND', 'c=2024&v=YYYYYYYYYYYYYYY&t=Stop%20the%20war.']) {
    const entry = entryOf(new URLSearchParams(link));
    assert.ok(!entry.includes(','));
    // As the page writes it into its address, and reads it there.
    const read = new URLSearchParams(`with=${encodeURI(entry)}`).get('with') ?? '';
    assert.equal(read, entry);
    assert.deepEqual(Object.fromEntries(linkOf(read)), Object.fromEntries(new URLSearchParams(link)));
  }
  assert.throws(() => linkOf('1956::YY::%E0%A4%A'), URIError);
});
