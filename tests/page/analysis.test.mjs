// The analysis module and its worker: in Node, what the module answers is what the command prints, for states by chance, for
// every broken file and for the record; in Chromium, under the site's own policy, the worker that reads a file. With
// VETO_RECORD, the CSV of the UN Digital Library's record 4055387, the whole record is read, too.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { openAnalysis } from '../../web/page/modules/analysis-module.js';
import { letters } from '../../web/page/modules/border.js';
import { bundled } from '../../web/site/assets.mjs';
import { given } from '../../web/site/vote.mjs';
import { openSite } from './browser.mjs';

const wasm = 'build/wasm/web/analysis.wasm';
const record = process.env.VETO_RECORD;
const folder = mkdtempSync(join(tmpdir(), 'analysis-'));
after(() => rmSync(folder, { recursive: true }));

const openModule = () => openAnalysis(`data:application/wasm;base64,${readFileSync(wasm).toString('base64')}`);
const analysis = await openModule();

/** Mulberry32: numbers in [0, 1), the same for the same seed. @param {number} state */
const randomFrom = (state) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** @param {string[]} options @param {string} [cwd] */
const council = (options, cwd) => spawnSync(resolve('build/council'), options, { encoding: 'utf8', cwd, maxBuffer: 1 << 28 });
/** What the command prints with --json. @param {string[]} options */
function told(options) {
  const { status, stdout, stderr } = council([...options, '--json']);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}
/** As the command says it. @param {string} file @param {import('../../web/page/modules/analysis-module.js').Fault} fault */
const line = (file, { line, column, field, found, expected }) =>
  `${file}:${line}:${column}: ${field && `${field}: `}found ${found}, expected ${expected}\n`;

/** The standard rules: their ids, and for how many members they are. */
const rules = [...readFileSync('core/rule.h', 'utf8').matchAll(/StandardRule\{\.id = "([\w-]+)",\s*\.seats = (\d+)/g)]
  .map(([, id, seats]) => ({ id, seats: Number(seats) }));

/** Scenarios for the command, by file, and as the modules are given them. */
const scenarios = ['dprk-panel-2024', 'korea-1950', 'gaza-2024'].map((id) => `web/content/scenarios/${id}.json`);
scenarios.push(...[{ veto_holders: ['CHN', 'FRA', 'JPN'], blocking_votes: 2, abstention_blocks: true, must_abstain: ['JPN', 'GBR'] },
  { veto_holders: 'none', blocking_votes: 0 }].map((rule, i) => {
  const scenario = JSON.parse(readFileSync(scenarios[0], 'utf8'));
  const file = join(folder, `own-rule-${i}.json`);
  const votes = { ...scenario.votes, ...Object.fromEntries((rule.must_abstain ?? []).map((code) => [code, 'abstaining'])) };
  writeFileSync(file, JSON.stringify({ ...scenario, id: `own-rule-${i}`, rule: { seats: 15, required: 10, ...rule }, votes }));
  return file;
}));

test('200 states by chance: the module counts as the command does', () => {
  const random = randomFrom(1950);
  /** @template T @param {T[]} all */
  const one = (all) => all[Math.floor(random() * all.length)];
  const ways = Object.keys(letters);
  let locks = 0;
  for (let state = 0; state < 200; ++state) {
    const file = one(scenarios);
    const scenario = JSON.parse(readFileSync(file, 'utf8'));
    const codes = scenario.members.map((/** @type {{ code: string }} */ { code }) => code);
    const rule = one(['', ...rules.filter(({ seats }) => seats === codes.length).map(({ id }) => id)]);
    const bound = rule ? [] : scenario.rule.must_abstain ?? [];
    const votes = codes.map((/** @type {string} */ code) => (bound.includes(code) ? 'abstaining' : one(ways)));
    const locked = codes.filter(() => random() < 0.3);
    locks += locked.length;
    const link = [`v=${votes.map((/** @type {string} */ vote) => letters[vote]).join('')}`, ...rule ? [`rule=${rule}`] : [],
      ...locked.length ? [`lock=${locked.join()}`] : []].sort(() => random() - 0.5).join('&');

    const counted = analysis.count(given(scenario), link);
    const settled = locked.map((/** @type {string} */ code) => `${code}=${votes[codes.indexOf(code)]}`);
    const asked = ['count', '--members', file, ...rule ? ['--rule', rule] : []];
    for (const [game, option] of /** @type {const} */ ([['yes_no', ['--binary']], ['with_abstention', []]])) {
      assert.deepEqual(counted[game].all, told([...asked, ...option]), `${file} ${link}`);
      const left = [...asked, ...option, ...settled.length ? ['--given', settled.join()] : []];
      assert.deepEqual(counted[game].given, told(left), `${file} ${link}`);
    }
  }
  assert.ok(locks > 500);
});

test('power of every standard rule, as the command measures it, fractions and decimals', () => {
  assert.ok(rules.length > 8);
  for (const { id } of rules) {
    const { count, power } = analysis.rule(id);
    for (const [game, option] of /** @type {const} */ ([['yes_no', ['--binary']], ['with_abstention', []]])) {
      assert.deepEqual(power[game], told(['power', '--rule', id, ...option]), id);
      assert.deepEqual(count[game], told(['count', '--rule', id, ...option]), id);
    }
  }
});

test('power by standing: who holds a veto, who does not, and who must abstain', () => {
  const scenario = JSON.parse(readFileSync(scenarios[0], 'utf8'));
  const { members, yes_no: { kinds } } = analysis.power(given(scenario), 'v=YYYYYYYYYYYYYYY');
  const { permanent, elected } = told(['power', '--binary']).kinds;
  assert.deepEqual(kinds, { holder: permanent, other: elected });
  assert.deepEqual(members.holder.sort(), ['CHN', 'FRA', 'GBR', 'RUS', 'USA']);
  const own = analysis.power(given(JSON.parse(readFileSync(scenarios[3], 'utf8'))), '');
  assert.deepEqual(own.members.party.sort(), ['GBR', 'JPN']);
  assert.deepEqual(own.members.holder.sort(), ['CHN', 'FRA']);
  assert.equal(own.yes_no.kinds.party.banzhaf_decimal, 0);
  for (const game of /** @type {const} */ (['yes_no', 'with_abstention'])) {
    const all = Object.values(own[game].kinds);
    assert.equal(all.reduce((sum, { count }) => sum + Number(count), 0), 15);
    const shares = all.reduce((sum, { count, shapley_shubik_decimal: share }) => sum + Number(count) * Number(share), 0);
    assert.ok(Math.abs(shares - 1) < 1e-12);
  }
});

test('what is wrong with a link, a rule or a scenario is told, and the next question is answered', () => {
  const scenario = given(JSON.parse(readFileSync(scenarios[0], 'utf8')));
  for (const [ask, fault] of /** @type {[() => unknown, object][]} */ ([
    [() => analysis.count(scenario, 'v=YY'), { line: 1, column: 3, field: 'v', found: '"YY"' }],
    [() => analysis.power(scenario, 'lock=RUS,XYZ'), { line: 1, column: 10, field: 'lock', found: '"XYZ"' }],
    [() => analysis.rule('unsc-2050'), { found: '"unsc-2050"' }],
    [() => analysis.count('{}', ''), { line: 1, column: 1 }],
  ])) {
    assert.throws(ask, (/** @type {any} */ error) => {
      assert.deepEqual({ ...error.fault, ...fault }, error.fault);
      return true;
    });
  }
  assert.equal(analysis.count(scenario, '').yes_no.all.adopting, '848');
});

test('every scenario is judged as `council check` judges it', () => {
  const broken = readdirSync('tests/fixtures/scenarios').filter((file) => file.endsWith('.json')).map((file) => `tests/fixtures/scenarios/${file}`);
  const good = readdirSync('web/content/scenarios').map((file) => `web/content/scenarios/${file}`);
  assert.ok(broken.length >= 20);
  for (const file of [...broken, ...good]) {
    const fault = analysis.check(readFileSync(file));
    const { status, stderr } = council(['check', file]);
    assert.equal(fault ? line(file, fault) : '', stderr);
    assert.equal(fault === null, status === 0, file);
  }
  assert.match(analysis.check(' '.repeat(300_000))?.found ?? '', /more than 256 KiB/);
});

/**
 * A record read in chunks by chance.
 * @param {import('../../web/page/modules/analysis-module.js').Analysis} from
 * @param {Uint8Array} bytes
 * @param {{ skipBad: boolean, largest?: number, random?: () => number }} choices
 */
function readIn(from, bytes, { skipBad, largest = 700, random = randomFrom(1) }) {
  const { read, finish } = from.record({ skipBad });
  /** @type {any} */
  const all = { errors: [], resolutions: [], faults: 0, report: undefined };
  /** @param {import('../../web/page/modules/analysis-module.js').Piece} piece */
  const take = ({ errors, decided, faults, ended, report }) => {
    all.errors.push(...errors);
    all.resolutions.push(...decided);
    Object.assign(all, { faults, report });
    return ended;
  };
  for (let at = 0; at < bytes.length;) {
    const size = 1 + Math.floor(random() * largest);
    for (const piece of read(bytes.subarray(at, at + size))) if (take(piece)) return all;
    at += size;
  }
  take(finish());
  return all;
}

test('every record, broken ones too, is read as `council replay` reads it, wherever chunks end', () => {
  const random = randomFrom(2797);
  const names = readdirSync('tests/fixtures/csv');
  assert.ok(names.length > 40);
  for (const name of names) {
    const bytes = readFileSync(`tests/fixtures/csv/${name}`);
    for (const skipBad of [false, true]) {
      const { status, stdout, stderr } = council(['replay', name, '--json', ...skipBad ? ['--skip-bad'] : []], 'tests/fixtures/csv');
      const { errors, faults, report, resolutions } = readIn(analysis, bytes, { skipBad, random });
      const said = errors.map((/** @type {any} */ fault) => line(name, fault)).join('');
      const counted = skipBad && status === 0 && faults > 0 ? `${name}: faults reported: ${faults}, resolutions skipped: ${report.skipped}\n` : '';
      assert.equal(said + counted, stderr, name);
      assert.deepEqual(report, status === 0 ? JSON.parse(stdout) : undefined, name);
      assert.equal(errors.length, faults, name);
      if (report) assert.equal(resolutions.length, report.resolutions, name);
    }
  }
});

/** The records of a CSV without line breaks in its fields, read in another way. @param {string} text @returns {Record<string, string>[]} */
function rowsOf(text) {
  const [header, ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/).filter(Boolean)
    .map((row) => [...`${row},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
}

/**
 * What is told of resolutions is what stands in the rows.
 * @param {any[]} resolutions
 * @param {string} text
 */
function assertTold(resolutions, text) {
  /** @type {Map<string, Record<string, string>[]>} */
  const groups = new Map();
  for (const row of rowsOf(text)) groups.set(row.resolution, [...groups.get(row.resolution) ?? [], row]);
  assert.deepEqual(resolutions.map(({ symbol }) => symbol), [...groups.keys()]);
  for (const told of resolutions) {
    const rows = groups.get(told.symbol) ?? [];
    const [{ date, description, draft, meeting, agenda }] = rows;
    const { title, members, votes } = told;
    assert.deepEqual([told.date, title, told.draft, told.meeting, told.agenda], [date, description, draft, meeting, agenda]);
    assert.deepEqual(members, rows.map(({ ms_code: code, permanent_member: permanent }) => ({ code, permanent: permanent === 'True' })));
    assert.equal(votes, rows.map(({ ms_vote: vote }) => vote).join(''));
    assert.equal(told.reason === 'without_vote', rows[0].modality === 'ADOPTED WITHOUT VOTE');
  }
}

test('each resolution comes with its members, votes and texts', () => {
  const text = readFileSync('tests/fixtures/csv/whole_layout.csv', 'utf8').replaceAll(':\na peace', ': a peace');
  const { resolutions } = readIn(analysis, Buffer.from(text), { skipBad: true });
  assert.equal(resolutions.length, 6);
  assertTold(resolutions, text);
  assert.deepEqual(resolutions.map((/** @type {any} */ { rule }) => rule).slice(0, 2), ['unsc-1946', 'unsc-1946-procedural']);
});

test('the whole record', { skip: !record }, async () => {
  const bytes = readFileSync(String(record));
  const fresh = await openModule();
  const { report, resolutions, errors } = readIn(fresh, bytes, { skipBad: true, largest: 200_000 });
  assert.deepEqual(errors, []);
  assert.deepEqual(report, told(['replay', String(record), '--skip-bad']));
  assert.ok(report.resolutions >= 2797);
  assert.equal(report.disagree, 0);
  assert.ok(fresh.heap() <= 2 << 20, `${fresh.heap()} bytes`);
  assertTold(resolutions, bytes.toString());
});

/** Rows of resolutions on which everybody agrees. @param {number} number */
const unanimous = (number) => 'CHN FRA GBR RUS USA AUS BRA EGY MEX NLD POL JPN IND KEN PER'.split(' ')
  .map((code, i) => `S/RES/${number}(2000),2000-02-29,${code},${i < 5 ? 'True' : 'False'},Y,RECORDED,15,0,0,0,15,Number ${number} in Kraków\n`).join('');
const long = 'resolution,date,ms_code,permanent_member,ms_vote,modality,total_yes,total_no,total_abstentions,total_non_voting,total_ms,description\n' +
  Array.from({ length: 6000 }, (_, i) => unanimous(i + 1)).join('');

test('the worker, under the site’s policy: progress, the result, what was decided, an end on demand, and what is no record', async () => {
  const site = join(folder, 'site');
  mkdirSync(site);
  const entry = join(folder, 'page.js');
  writeFileSync(entry, `import { startAnalysis, AnalysisError, largestRecord } from ${JSON.stringify(resolve('web/page/modules/analysis.js'))};
    Object.assign(window, { largestRecord, start: (options) => startAnalysis({ workerUrl: 'analysis-worker.js', moduleUrl: 'analysis.wasm', ...options }),
      refused: (promise) => promise.then(() => 'answered', (error) => (error instanceof AnalysisError ? error : { code: error.name })) });`);
  writeFileSync(join(site, 'page.js'), await bundled(entry));
  writeFileSync(join(site, 'analysis-worker.js'), await bundled('web/page/modules/analysis-worker.js', { format: 'iife' }));
  writeFileSync(join(site, 'analysis.wasm'), readFileSync(wasm));
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>Analysis</title><input type="file"><script type="module" src="page.js"></script>');
  const files = Object.fromEntries(Object.entries({ 'long.csv': long, 'zipped.csv': 'PK\u0003\u0004\0\0' }).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return [name, join(folder, name)];
  }));
  const policy = readFileSync('build/site/content-security-policy.txt', 'utf8').trim();
  const shown = await openSite({ folder: site, headers: { 'Content-Security-Policy': policy } });
  try {
    const page = await shown.page({ ready: 'script' });
    await page.waitForFunction(() => 'start' in window);
    const workers = () => page.workers().length;
    assert.equal(workers(), 0);
    /** @param {string} file */
    const choose = (file) => page.setInputFiles('input', file);
    await page.evaluate(() => {
      const any = /** @type {any} */ (window);
      any.file = () => /** @type {HTMLInputElement} */ (document.querySelector('input')).files?.[0];
      any.analysis = any.start();
    });

    // Refused at once: no worker is started for it.
    assert.deepEqual(await page.evaluate(async () => {
      const any = /** @type {any} */ (window);
      const { code, size, most } = await any.refused(any.analysis.readRecord(new Blob(Array(200).fill(new Uint8Array(1 << 20)))));
      return { code, size, most };
    }), { code: 'too_large', size: 200 << 20, most: 64 << 20 });
    assert.equal(workers(), 0);

    await choose(files['long.csv']);
    const { told, progress, count, some, last } = await page.evaluate(async () => {
      const any = /** @type {any} */ (window);
      /** @type {{ read: number, total: number }[]} */
      const progress = [];
      /** @type {any[]} */
      const resolutions = [];
      const told = await any.analysis.readRecord(any.file(), { progress: (/** @type {any} */ { decided, ...far }) => { progress.push(far); resolutions.push(...decided); } });
      return { told, progress, count: resolutions.length, some: resolutions.slice(50, 52), last: resolutions.at(-1) };
    });
    assert.deepEqual(told, { report: { resolutions: 6000, agree: 6000, disagree: 0, without_vote: 0, skipped: 0, disagreements: [] }, errors: [], faults: 0 });
    assert.ok(progress.length > 20);
    // The end is told once more, with what was decided there.
    assert.ok(progress.slice(0, -1).every(({ read }, i) => i === 0 || read > progress[i - 1].read));
    assert.deepEqual(progress.at(-1), { read: Buffer.byteLength(long), total: Buffer.byteLength(long) });
    assert.equal(count, 6000);
    assert.deepEqual({ symbol: last.symbol, votes: last.votes }, { symbol: 'S/RES/6000(2000)', votes: 'Y'.repeat(15) });
    assert.deepEqual(some.map((/** @type {any} */ { symbol }) => symbol), ['S/RES/51(2000)', 'S/RES/52(2000)']);
    assert.equal(workers(), 1);

    // Ended on demand, early on; the same worker answers the next question.
    assert.deepEqual(await page.evaluate(async () => {
      const any = /** @type {any} */ (window);
      const ending = new AbortController();
      let last = 0;
      const { code } = await any.refused(any.analysis.readRecord(any.file(), {
        signal: ending.signal, progress: ({ read = 0 }) => { last = read; ending.abort(); },
      }));
      const replaced = any.refused(any.analysis.readRecord(any.file()));
      const second = any.analysis.readRecord(any.file());
      return { code, early: last < any.file().size / 2, replaced: (await replaced).code, resolutions: (await second).report.resolutions };
    }), { code: 'AbortError', early: true, replaced: 'AbortError', resolutions: 6000 });
    assert.equal(workers(), 1);

    const scenario = given(JSON.parse(readFileSync(scenarios[0], 'utf8')));
    assert.deepEqual(await page.evaluate(async (text) => {
      const any = /** @type {any} */ (window);
      const { yes_no: { given } } = await any.analysis.count(text, 'lock=RUS');
      const bad = await any.refused(any.analysis.count(text, 'v=Y'));
      const fault = await any.analysis.check(new Blob(['{"schema": 2}']));
      const unread = await any.analysis.readRecord(new Blob(['a,b\n1,2\n']));
      return { given: given.adopting, bad: bad.code, at: bad.fault.column, line: fault.line, report: unread.report, faults: unread.faults };
    }, scenario), { given: '0', bad: 'bad_input', at: 3, line: 1, report: null, faults: 11 });

    await choose(files['zipped.csv']);
    assert.equal(await page.evaluate(() => {
      const any = /** @type {any} */ (window);
      return any.refused(any.analysis.readRecord(any.file())).then((/** @type {any} */ { code }) => code);
    }), 'no_text');
    rmSync(files['zipped.csv']);
    assert.deepEqual(await page.evaluate(async () => {
      const any = /** @type {any} */ (window);
      const gone = [await any.refused(any.analysis.readRecord(any.file())), await any.refused(any.analysis.check(any.file()))];
      const nowhere = await any.refused(any.start({ workerUrl: 'nowhere.js' }).rule('unsc'));
      const empty = await any.refused(any.start({ moduleUrl: 'nowhere.wasm' }).rule('unsc'));
      const waiting = any.refused(any.analysis.rule('unsc'));
      any.analysis.close();
      return { codes: [...gone, nowhere, empty, await waiting].map(({ code }) => code), again: (await any.analysis.rule('unsc')).count.yes_no.adopting };
    }), { codes: ['unreadable', 'unreadable', 'unavailable', 'unavailable', 'AbortError'], again: '848' });

    if (record) {
      await choose(String(record));
      const { milliseconds, kibibytes, resolutions } = await page.evaluate(async () => {
        const any = /** @type {any} */ (window);
        const started = performance.now();
        const { report } = await any.analysis.readRecord(any.file());
        return { milliseconds: performance.now() - started, resolutions: report.resolutions, kibibytes: any.file().size >> 10 };
      });
      console.log(`${basename(String(record))}: ${kibibytes} KiB, ${resolutions} resolutions in ${milliseconds.toFixed(0)} ms`);
      assert.ok(resolutions >= 2797);
    }
    assert.deepEqual(page.errors, []);
  } finally {
    await shown.close();
  }
});
