// The command `council replay` as its users see it: output, messages, exit codes, memory.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const command = process.env.COUNCIL ?? join(root, 'build', 'council');
const fixtures = join(root, 'tests', 'fixtures', 'csv');
const scratch = mkdtempSync(join(tmpdir(), 'council-replay-'));
after(() => rmSync(scratch, { recursive: true }));

/** @param {string[]} args @param {Partial<import('node:child_process').SpawnSyncOptionsWithStringEncoding>} [options] */
const replay = (args, options = {}) =>
  spawnSync(command, ['replay', ...args], { encoding: 'utf8', cwd: fixtures, maxBuffer: 1 << 28, ...options });

/** @param {string} name @param {string} text */
const written = (name, text) => {
  const file = join(scratch, name);
  writeFileSync(file, text);
  return file;
};

const good = ['two_resolutions.csv', 'whole_layout.csv'];
const unreadable = [
  'another_file.csv', 'empty.csv', 'missing_column.csv', 'only_blank_lines.csv', 'only_header.csv',
  'renamed_column.csv', 'twin_column.csv',
];
const broken = readdirSync(fixtures).filter((name) => !good.includes(name) && !unreadable.includes(name));

const header =
  'resolution,date,ms_code,permanent_member,ms_vote,modality,' +
  'total_yes,total_no,total_abstentions,total_non_voting,total_ms\n';
const codes = 'CHN FRA GBR RUS USA AUS BRA EGY MEX NLD POL JPN IND KEN PER'.split(' ');
/** The rows of a resolution on which everybody agrees. @param {number} number */
const unanimous = (number) =>
  codes
    .map((code, i) => `S/RES/${number}(2000),2000-02-29,${code},${i < 5 ? 'True' : 'False'},Y,RECORDED,15,0,0,0,15\n`)
    .join('');

test('--help teaches, on standard output', () => {
  const { status, stdout, stderr } = replay(['--help']);
  assert.equal(status, 0);
  assert.match(stdout, /^Usage: council replay CSV/);
  for (const word of ['--procedural', '--skip-bad', '--json', 'Exit', 'Examples', 'article 27']) assert.ok(stdout.includes(word));
  assert.equal(stderr, '');
});

test('wrong usage ends with 2 and says where help is', () => {
  for (const args of [[], ['a.csv', 'b.csv'], ['--colour', 'a.csv'], ['a.csv', '--procedural'], ['--json=2', 'a.csv']]) {
    const { status, stdout, stderr } = replay(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, /^council replay: .+\nTry: council replay --help\n$/);
  }
});

test('the result for machines', () => {
  const { status, stdout, stderr } = replay(['whole_layout.csv', '--json']);
  assert.equal(status, 0);
  assert.equal(stderr, '');
  assert.deepEqual(JSON.parse(stdout), { resolutions: 6, agree: 6, disagree: 0, without_vote: 1, disagreements: [] });
});

test('an empty table of procedural decisions names those that only procedure saved', () => {
  const empty = written('empty', '');
  const { status, stdout } = replay(['whole_layout.csv', '--procedural', empty, '--json']);
  assert.equal(status, 0);
  /** @param {string} resolution @param {string} date */
  const disagreement = (resolution, date) => ({ resolution, date, expected: 'adopted', got: 'not_adopted', reason: 'veto' });
  assert.deepEqual(JSON.parse(stdout), {
    resolutions: 6, agree: 4, disagree: 2, without_vote: 1,
    disagreements: [disagreement('S/RES/87(1950)', '1950-09-29'), disagreement('S/RES/2623(2022)', '2022-02-27')],
  });

  const one = written('one', 'S/RES/87(1950)\r\n');
  const rest = JSON.parse(replay(['--json', '--procedural', one, 'whole_layout.csv']).stdout);
  assert.deepEqual(rest.disagreements.map((/** @type {{ resolution: string }} */ entry) => entry.resolution), ['S/RES/2623(2022)']);

  const wrong = written('wrong', 'S/RES/87(1950)\nS/RES/88\n');
  const failed = replay(['whole_layout.csv', '--procedural', wrong]);
  assert.equal(failed.status, 1);
  assert.ok(failed.stderr.startsWith(`${wrong}:2:1: found "S/RES/88", expected `), failed.stderr);
});

test('the result for people', () => {
  const { status, stdout } = replay(['whole_layout.csv', '--procedural', written('none', '')]);
  assert.equal(status, 0);
  assert.equal(
    stdout,
    '6 resolutions, 1 of them adopted without a vote: the rule agrees with 4 and disagrees with 2.\n' +
      'S/RES/87(1950)   1950-09-29  adopted; by the rule not adopted: veto\n' +
      'S/RES/2623(2022) 2022-02-27  adopted; by the rule not adopted: veto\n',
  );
});

test('standard input', () => {
  const input = readFileSync(join(fixtures, 'whole_layout.csv'));
  const { status, stdout } = replay(['-', '--json'], { input });
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).agree, 6);
  const cut = replay(['-'], { input: input.subarray(0, input.length - 20) });
  assert.equal(cut.status, 1);
  assert.match(cut.stderr, /^-:\d+:\d+: found a row of \d+ fields/);
});

test('files that cannot be read', () => {
  for (const name of ['no-such-file.csv', '.']) {
    const { status, stdout, stderr } = replay([name]);
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.ok(stderr.startsWith(`${name}: cannot be read: `), stderr);
  }
});

test('every broken file is reported with line and column, and left out only when asked', () => {
  assert.ok(broken.length >= 30);
  for (const name of broken) {
    const strict = replay([name, '--json']);
    assert.equal(strict.status, 1, name);
    assert.equal(strict.stdout, '', name);
    assert.match(strict.stderr, /^[^\n]+\.csv:\d+:\d+: [^\n]*found [^\n]+, expected [^\n]+\n$/, name);

    const lenient = replay([name, '--json', '--skip-bad']);
    assert.equal(lenient.status, 0, name);
    const messages = lenient.stderr.trimEnd().split('\n');
    assert.equal(`${messages[0]}\n`, strict.stderr, name);
    const count = messages.pop();
    assert.equal(count, `${name}: faults reported: ${messages.length}, resolutions skipped: 1`, name);
    const { skipped, resolutions, disagree } = JSON.parse(lenient.stdout);
    assert.deepEqual([skipped, disagree], [1, 0], name);
    assert.equal(resolutions, name === 'open_quote_early.csv' ? 0 : 1, name);
  }
});

test('a file of which nothing can be read cannot be skipped', () => {
  for (const name of unreadable)
    for (const args of [[name], [name, '--skip-bad']]) {
      const { status, stdout, stderr } = replay(args);
      assert.equal(status, 1, name);
      assert.equal(stdout, '', name);
      assert.match(stderr, new RegExp(`^(${name}:\\d+:\\d+: [^\\n]*found [^\\n]+, expected [^\\n]+\\n)+$`));
    }
});

test('input several times as long as the record: under 20 MB, and no bar where there is no terminal', { skip: process.platform !== 'linux' }, () => {
  const parts = [header];
  for (let number = 1; number <= 12_000; ++number) parts.push(unanimous(number));
  const file = written('long.csv', parts.join(''));
  // A limit on the whole address space is a limit on the memory in use, too. (A build with sanitizers cannot keep it.)
  const { status, stdout, stderr } = spawnSync('sh', ['-c', 'ulimit -v 20000 && exec "$0" replay "$1" --json', command, file], { encoding: 'utf8' });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).agree, 12_000);
});
