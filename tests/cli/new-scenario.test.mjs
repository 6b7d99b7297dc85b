// scripts/new-scenario: what is answered becomes a good file of which the site makes everything; what cannot be taken is
// told, and leaves nothing behind.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { fault } from './schema.mjs';

const folder = mkdtempSync(join(tmpdir(), 'new-scenario-'));
const content = join(folder, 'content');
after(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(content, { recursive: true, force: true });
  mkdirSync(`${content}/scenarios`, { recursive: true });
  for (const file of ['councils', 'groups', 'vetoes', 'rules']) cpSync(`web/content/${file}.json`, `${content}/${file}.json`);
});

const program = ['scripts/new-scenario.mjs', 'build/council', content];
/** The answers to a vote that was vetoed: nobody asks for its resolution. */
const vetoed = {
  id: 'mission-2026',
  date: '2026-04-07',
  subject: 'Extend the mission',
  symbol: 'S/2026/200',
  votes: 'all in favour except RUS=against CHN=abstaining',
  title: 'Press release SC/16000',
  publisher: 'United Nations',
  published: '2026-04',
  url: 'https://press.un.org/en/2026/sc16000.doc.htm',
};
const linesOf = (/** @type {Record<string, string>} */ answers) => Object.values(answers).map((answer) => `${answer}\n`).join('');

/** @param {string | Buffer} input */
function answered(input) {
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const written = () => readdirSync(`${content}/scenarios`);
const made = (/** @type {string} */ id) => JSON.parse(readFileSync(`${content}/scenarios/${id}.json`, 'utf8'));

test('a vetoed draft: a good file, and what comes next', () => {
  const { status, stdout, stderr } = answered(linesOf(vetoed));
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.deepEqual(written(), ['mission-2026.json']);
  const scenario = made('mission-2026');
  assert.equal(fault(scenario), undefined);
  const check = spawnSync('build/council', ['check', `${content}/scenarios/mission-2026.json`], { encoding: 'utf8' });
  assert.deepEqual([check.status, check.stderr], [0, '']);
  assert.equal(scenario.rule, 'unsc');
  assert.deepEqual(scenario.draft, { symbol: 'S/2026/200', subject: { en: 'Extend the mission' } });
  assert.equal(scenario.resolution, null);
  assert.equal(scenario.members.length, 15);
  assert.deepEqual([scenario.votes.RUS, scenario.votes.CHN, scenario.votes.LBR], ['against', 'abstaining', 'in_favour']);
  assert.deepEqual(scenario.sources, [{ title: vetoed.title, publisher: vetoed.publisher, date: vetoed.published, url: vetoed.url }]);
  assert.ok(existsSync(join('web/content/scenarios', scenario.$schema)), 'the schema lies beside the scenarios');
  for (const expected of ['mission-2026.json is written', 'Not adopted: vetoed by Russia.', 'scripts/serve', 'vote-mission-2026.html',
    'embed-mission-2026.html', 'posters/mission-2026.svg', 'cards/mission-2026.png']) assert.ok(stdout.includes(expected), expected);
});

test('an adopted one: its resolution, each member’s vote by name, and the Council of that day', () => {
  const names = ['in favour', 'Y', 'not participating', 'in_favour', 'In Favour', 'y', 'Y', 'Y', 'Y', 'Y', 'A'];
  const { title, publisher, published, url } = vetoed;
  const { status, stderr } = answered(['seat-1955', '1955-05-02', 'A seat', '', '', ...names, 'S/RES/105(1955)', title, publisher, published, url].join('\n'));
  assert.equal(stderr, '');
  assert.equal(status, 0);
  const scenario = made('seat-1955');
  assert.equal(fault(scenario), undefined);
  assert.equal(scenario.rule, 'unsc-1946');
  assert.equal(scenario.resolution, 'S/RES/105(1955)');
  assert.deepEqual(scenario.members.map((/** @type {any} */ { code }) => scenario.votes[code]), [
    'in_favour', 'in_favour', 'not_participating', ...Array(7).fill('in_favour'), 'abstaining']);
  assert.equal(scenario.members.find((/** @type {any} */ { code }) => code === 'RUS').short.en, 'USSR');
});

test('votes by code need nobody left over, in any order and with commas', () => {
  const codes = 'BHR CHN COL COD DNK FRA GRC LVA LBR PAK PAN RUS SOM GBR USA'.split(' ');
  const votes = [...codes].reverse().map((code) => `${code.toLowerCase()}=${code === 'RUS' ? 'not participating' : 'against'}`).join(', ');
  assert.equal(answered(linesOf({ ...vetoed, votes })).status, 0);
  assert.deepEqual(made('mission-2026').votes, Object.fromEntries(codes.map((code) => [code, code === 'RUS' ? 'not_participating' : 'against'])));
});

test('control characters and what turns the direction are not taken over', () => {
  assert.equal(answered(linesOf({ ...vetoed, subject: '\u202eExtend\u0007 \u2066the\tmission\u2069 ' })).status, 0);
  assert.equal(made('mission-2026').draft.subject.en, 'Extend the mission');
});

/** @type {[Record<string, string>, RegExp][]} */
const wrong = [
  [{ id: 'Mission 2026' }, /^line 1: id: found "Mission 2026", expected lower-case letters, digits and hyphens, at most 64 /],
  [{ id: '../mission' }, /^line 1: id: found "\.\.\/mission", expected lower-case letters/],
  [{ date: '2026-02-30' }, /^line 2: date: found "2026-02-30", expected a day as YYYY-MM-DD, from 1945 on /],
  [{ date: '2031-01-01' }, /^line 2: found 2031, expected a day of the years 1946 to \d{4}, whose Councils are known /],
  [{ subject: '' }, /^line 3: draft\.subject\.en: found "", expected a text that is not empty /],
  [{ subject: 'x'.repeat(161) }, /^line 3: draft\.subject\.en: found 161 characters, expected at most 160 /],
  [{ symbol: 'S/'.repeat(21) }, /^line 4: draft\.symbol: found 42 characters, expected at most 40 /],
  [{ votes: 'all in favour except RUS=no' }, /^line 5: found "no", expected in favour, against, abstaining, not participating, or one of Y N A X /],
  [{ votes: 'all' }, /^line 5: found "", expected in favour, /],
  [{ votes: 'all in favour except Russia' }, /^line 5: found "Russia", expected a member’s code and its vote, such as RUS=against /],
  [{ votes: 'all in favour except DZA=against' }, /^line 5: found a vote of DZA, expected members of the Council of that day only: BHR CHN /],
  [{ votes: 'all in favour except RUS=against RUS=abstaining' }, /^line 5: found RUS a second time, expected each member once /],
  [{ votes: 'RUS=against' }, /^line 5: found no vote of BHR CHN .* USA, expected a vote of every member /],
  [{ title: '' }, /^line 6: sources\[0\]\.title: found "", expected a text that is not empty /],
  [{ publisher: '' }, /^line 7: sources\[0\]\.publisher: found ""/],
  [{ publisher: 'https://un.org' }, /^line 7: found "https:\/\/un\.org", expected a name/],
  [{ symbol: 'not a symbol' }, /^line 4: found "not a symbol", expected a symbol that begins with S\//],
  [{ published: '7 April' }, /^line 8: sources\[0\]\.date: found "7 April", expected YYYY, YYYY-MM or YYYY-MM-DD, from 1945 on /],
  [{ url: 'http://un.org' }, /^line 9: sources\[0\]\.url: found "http:\/\/un\.org", expected an address that begins https:\/\/, or an empty text /],
];
for (const [answer, message] of wrong) {
  test(`a wrong answer ends it: ${JSON.stringify(answer).slice(0, 60)}`, () => {
    const { status, stdout, stderr } = answered(linesOf({ ...vetoed, ...answer }));
    assert.match(stderr, message);
    assert.equal(stderr.split('\n').length, 2, 'one line');
    assert.deepEqual([status, stdout, written()], [1, '', []]);
  });
}

test('a resolution that is too long, letters that are not UTF-8', () => {
  const [...lines] = Object.values({ ...vetoed, votes: 'all Y' });
  lines.splice(5, 0, 'S/RES/'.repeat(8));
  assert.match(answered(lines.join('\n')).stderr, /^line 6: resolution: found 48 characters, expected at most 40 /);
  assert.match(answered(Buffer.from(linesOf({ ...vetoed, subject: 'Café' }), 'latin1')).stderr, /^line 3: found letters that are not UTF-8, /);
  assert.deepEqual(written(), []);
});

test('a file that is there stays as it is', () => {
  writeFileSync(`${content}/scenarios/mission-2026.json`, 'mine');
  const { status, stderr } = answered(linesOf(vetoed));
  assert.equal(status, 1);
  assert.match(stderr, /^line 1: found .*\/scenarios\/mission-2026\.json, which is there already, expected an id that no file has yet /);
  assert.equal(readFileSync(`${content}/scenarios/mission-2026.json`, 'utf8'), 'mine');
});

test('answers that end too early leave nothing behind, wherever they end', () => {
  for (let many = 0; many < Object.keys(vetoed).length; ++many) {
    const { status, stderr } = answered(linesOf(Object.fromEntries(Object.entries(vetoed).slice(0, many))));
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`^line ${many + 1}: found the end of the answers, expected one more: `));
    assert.deepEqual(written(), []);
  }
});

/**
 * On a terminal, each text typed once its question is there.
 * @param {[question: string, typed: string][]} dialogue
 * @returns {Promise<{ status: number, shown: string }>}
 */
function typed(dialogue) {
  const command = [process.execPath, ...program].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], { timeout: 20000 });
  let shown = '';
  let seen = 0;
  return new Promise((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      shown += text;
      const [question, answer] = dialogue[0] ?? ['', ''];
      const at = shown.indexOf(question, seen);
      if (answer === '' || at < 0) return;
      seen = at + question.length;
      child.stdin.write(answer);
      dialogue.shift();
    });
    child.on('close', (status) => resolve({ status: status ?? -1, shown }));
  });
}

/** @type {[string, string][]} */
const beginning = [['Id, ', 'Mission 2026\r'], ['Id, ', 'mission-2026\r'], ['Day of ', '2026-04-07\r']];
/** What ends a dialogue, and the status it ends with. @type {[string, string, number][]} */
const ends = [['Ctrl-C', '\u0003', 130], ['Ctrl-D', '\u0004', 1]];
for (const [name, key, status] of ends) {
  test(`on a terminal: ${name} leaves nothing behind`, async () => {
    const end = await typed([...beginning, ['What the draft', key]]);
    assert.equal(end.status, status, end.shown);
    assert.deepEqual(written(), []);
  });
}

test('on a terminal: a wrong answer is told and asked for again', async () => {
  const { status, shown } = await typed([...beginning, ['What the draft', 'Extend the mission\r'], ['Document symbol', '\r'],
    ['Votes', 'all in favour except RUS\r'], ['Votes', 'all in favour\r'], ['Symbol of the resolution', 'S/RES/2800(2026)\r'],
    ['title', 'Press release\r'], ['who published', 'United Nations\r'], ['date', '2026\r'], ['address', '\r']]);
  assert.equal(status, 0, shown);
  assert.match(shown, /found "Mission 2026", expected lower-case letters/);
  assert.match(shown, /RUS Russian Federation/);
  assert.match(shown, /found "RUS", expected a member’s code and its vote/);
  assert.match(shown, /\nAdopted/);
  assert.equal(made('mission-2026').resolution, 'S/RES/2800(2026)');
});

/** @param {Record<string, string>} [environment] */
const build = (environment) => spawnSync(process.execPath, ['web/site/build.mjs', 'build/council', 'build/wasm/web', join(folder, 'site'), content],
  { encoding: 'utf8', env: { ...process.env, ...environment } });

test('the site makes its page, frame, posters, card and oEmbed, and publishes no path of ours', () => {
  assert.equal(answered(linesOf(vetoed)).status, 0);
  cpSync('web/content/strings', `${content}/strings`, { recursive: true });
  writeFileSync(`${content}/opening`, 'mission-2026\n');
  const { status, stderr } = build({ SITE_URL: 'https://example.org/veto' });
  assert.equal(status, 0, stderr);
  const read = (/** @type {string} */ name) => readFileSync(join(folder, 'site', name), 'utf8');
  for (const page of ['index.html', 'vote-mission-2026.html', 'embed.html', 'embed-mission-2026.html']) {
    assert.match(read(page), /Extend the mission/, page);
    assert.match(read(page), /Not adopted: vetoed by Russia\./, page);
    assert.ok(!read(page).includes('schema.json'), page);
  }
  assert.match(read('posters/mission-2026.svg'), /^<svg /);
  assert.match(read('posters/mission-2026-blank-narrow.svg'), /^<svg /);
  assert.ok(existsSync(join(folder, 'site/cards/mission-2026.png')));
  assert.match(JSON.parse(read('oembed/vote-mission-2026.json')).html, /src="https:\/\/example\.org\/veto\/embed-mission-2026\.html"/);
  assert.ok(!('$schema' in JSON.parse(read('scenarios/mission-2026.json'))));
});

test('a broken file ends the build with the command’s own message, and the site stays', () => {
  mkdirSync(join(folder, 'site'), { recursive: true });
  writeFileSync(join(folder, 'site/last'), 'good');
  cpSync('tests/fixtures/scenarios/unknown_vote.json', `${content}/scenarios/broken.json`);
  writeFileSync(`${content}/scenarios/cut-off.json`, '{"schema": ');
  const { status, stdout, stderr } = build();
  assert.equal(status, 1);
  assert.equal(stdout, '');
  const { stderr: told } = spawnSync('build/council', ['check', ...['broken', 'cut-off'].map((name) => `${content}/scenarios/${name}.json`)], { encoding: 'utf8' });
  assert.match(told, /^.*\/broken\.json:\d+:\d+: votes\..*\n.*\/cut-off\.json:1:12: .*\n$/);
  assert.equal(stderr, told);
  assert.equal(readFileSync(join(folder, 'site/last'), 'utf8'), 'good');
});

test('a file that is not named after its id is named by the build', () => {
  cpSync('web/content/scenarios/gaza-2024.json', `${content}/scenarios/copied.json`);
  const { status, stderr } = build();
  assert.equal(status, 1);
  assert.equal(stderr, `${content}/scenarios/copied.json: id: found "gaza-2024", expected "copied", as the file is named\n`);
});
