// council count and council power, as their users call them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const recorded = 'web/content/scenarios/dprk-panel-2024.json';

/**
 * @param {string[]} options
 * @param {string} [input]
 */
function council(options, input) {
  const { status, stdout, stderr } = spawnSync('build/council', options, { encoding: 'utf8', input });
  return { status, stdout, stderr };
}

/** What a command that succeeds prints with --json. @param {string[]} options @param {string} [input] */
function json(options, input) {
  const { status, stdout, stderr } = council([...options, '--json'], input);
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return JSON.parse(stdout);
}

test('count: the Charter, with abstention and without', () => {
  assert.deepEqual(json(['count']), {
    adopting: '146796',
    total: '14348907',
    by_reason: { majority: '146796', insufficient_votes: '13906560', veto: '295551' },
  });
  assert.deepEqual(json(['count', '--rule', 'unsc', '--binary']), {
    adopting: '848',
    total: '32768',
    by_reason: { majority: '848', insufficient_votes: '22819', veto: '9101' },
  });
  const { status, stdout } = council(['count']);
  assert.equal(status, 0);
  assert.match(stdout, /146,796 of 14,348,907/);
});

test('count: numbers past 2^32 come whole', () => {
  assert.equal(json(['count', '--rule', 'au-2005']).total, '2541865828329');
  assert.equal(json(['count', '--rule', 'g4-2005']).total, '847288609443');
});

test('count: votes given, by the members of the Council of 28 March 2024', () => {
  const vetoed = json(['count', '--given', 'RUS=against,CHN=abstaining']);
  assert.equal(vetoed.adopting, '0');
  assert.equal(vetoed.total, '1594323');
  // A permanent and an elected member absent count as if they abstained.
  const absent = json(['count', '--given', 'FRA=not_participating,JPN=not_participating']);
  assert.deepEqual(absent, json(['count', '--given', 'FRA=abstaining,JPN=abstaining']));
  // All fifteen given: one ballot.
  const { votes } = JSON.parse(readFileSync(recorded, 'utf8'));
  const all = Object.entries(votes).map(([code, vote]) => `${code}=${vote}`).join(',');
  assert.deepEqual(json(['count', '--given', all]).by_reason, { majority: '0', insufficient_votes: '0', veto: '1' });
});

test('count: the members and the rule of a scenario', () => {
  assert.deepEqual(json(['count', '--members', recorded]), json(['count']));
  const eleven = 'web/content/scenarios/korea-1950.json';
  assert.deepEqual(json(['count', '--members', eleven]), json(['count', '--rule', 'unsc-1946']));
  assert.equal(json(['count', '--members', eleven, '--given', 'RUS=not_participating']).total, String(3 ** 10));
  const scenario = JSON.parse(readFileSync(recorded, 'utf8'));
  // France is a party to the dispute: it must abstain, and has one vote.
  scenario.rule = {
    seats: 15, required: 9, veto_holders: 'permanent', blocking_votes: 1, abstention_blocks: false,
    must_abstain: ['FRA'],
  };
  scenario.votes.FRA = 'abstaining';
  const own = json(['count', '--members', '-'], JSON.stringify(scenario));
  assert.deepEqual(own, json(['count', '--given', 'FRA=abstaining']));
  const cast = council(['count', '--members', '-', '--given', 'FRA=against'], JSON.stringify(scenario));
  assert.equal(cast.status, 2);
  assert.match(cast.stderr, /--given: FRA: found against, expected abstaining/);

  const misfit = council(['count', '--members', recorded, '--rule', 'unsc-1946']);
  assert.equal(misfit.status, 1);
  assert.equal(misfit.stdout, '');
  assert.match(misfit.stderr, /dprk-panel-2024\.json:1:1: members: found 15 members.* expected 11 members/);
});

test('count: what --given cannot take is named', () => {
  for (const [given, message] of [
    ['RUS=no', /--given: RUS: found "no", expected in_favour, against, abstaining or not_participating/],
    ['XYZ=against', /--given: found "XYZ", expected one of the members: GBR, USA/],
    ['RUS=against,RUS=abstaining', /--given: found RUS a second time/],
    ['RUS', /--given: found "RUS", expected a member and its vote/],
    ['RUS=against,', /--given: found "", expected a member and its vote/],
    ['', /--given: found "", expected a member and its vote/],
  ]) {
    const { status, stdout, stderr } = council(['count', '--given', String(given)]);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /** @type {RegExp} */ (message));
  }
  assert.match(council(['count', '--rule', 'g4-2005', '--given', 'RUS=against']).stderr, /--given: .* needs --members/);
});

test('power: yes or no', () => {
  const { kinds, coleman_act: act } = json(['power', '--binary']);
  assert.deepEqual(Object.keys(kinds), ['permanent', 'elected']);
  const { permanent, elected } = kinds;
  assert.equal(act, '53/2048');
  assert.deepEqual([permanent.count, elected.count], [5, 10]);
  assert.deepEqual([permanent.shapley_shubik, elected.shapley_shubik], ['421/2145', '4/2145']);
  assert.deepEqual([permanent.banzhaf, elected.banzhaf], ['106/635', '21/1270']);
  assert.deepEqual([permanent.banzhaf_absolute, elected.banzhaf_absolute], ['53/1024', '21/4096']);
  assert.deepEqual([permanent.swings, elected.swings], [848, 84]);
  assert.deepEqual([permanent.coleman_prevent, elected.coleman_prevent], ['1', '21/212']);
  for (const key of ['coleman_initiate', 'deegan_packel', 'holler', 'johnston']) {
    for (const kind of [permanent, elected]) {
      const [numerator, denominator] = kind[key].split('/').map(Number);
      assert.ok(Math.abs(kind[`${key}_decimal`] - numerator / denominator) < 1e-15);
    }
  }
});

test('power: with abstention, and of new permanent seats', () => {
  const { kinds } = json(['power', '--rule', 'au-2005']);
  assert.deepEqual(Object.keys(kinds), ['permanent', 'new_permanent', 'elected']);
  assert.deepEqual({ ...kinds.new_permanent, count: 5 }, kinds.permanent);
  assert.deepEqual(Object.keys(kinds.elected).filter((key) => !key.endsWith('_decimal')),
    ['count', 'shapley_shubik', 'banzhaf', 'banzhaf_absolute', 'critical']);
  let sum = 0;
  for (const name of Object.keys(kinds)) sum += kinds[name].count * kinds[name].shapley_shubik_decimal;
  assert.ok(Math.abs(sum - 1) < 1e-12);
  assert.match(council(['power']).stdout, /Shapley-Shubik +0\.163/);
});

test('count and power: help and wrong usage', () => {
  for (const command of ['count', 'power']) {
    const { status, stdout } = council([command, '--help']);
    assert.equal(status, 0);
    for (const expected of [/Usage: council/, /Examples:/, /au-2005\n/, /an assumption/]) assert.match(stdout, expected);
    for (const options of [['--rule', 'unsc-2050'], ['--rule'], ['--frobnicate'], ['stray']]) {
      const wrong = council([command, ...options]);
      assert.equal(wrong.status, 2);
      assert.equal(wrong.stdout, '');
      assert.match(wrong.stderr, new RegExp(`council ${command} --help`));
    }
  }
});
