// The command as its users call it: what it prints, where, and how it exits.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';

const recorded = 'web/content/scenarios/dprk-panel-2024.json';
/** An index of vetoes. */
const small = 'tests/fixtures/vetoes/good/small.json';

/**
 * @param {string[]} options
 * @param {string} [input]
 */
function council(options, input) {
  const { status, stdout, stderr } = spawnSync('build/council', options, { encoding: 'utf8', input });
  return { status, stdout, stderr };
}

/** The recorded vote with other votes. @param {Record<string, string>} votes */
function withVotes(votes) {
  const scenario = JSON.parse(readFileSync(recorded, 'utf8'));
  return JSON.stringify({ ...scenario, votes: { ...scenario.votes, ...votes } });
}

test('decide: the recorded vote', () => {
  const { status, stdout, stderr } = council(['decide', recorded, '--json']);
  assert.equal(status, 0);
  assert.equal(stderr, '');
  assert.deepEqual(JSON.parse(stdout), {
    outcome: 'not_adopted',
    reason: 'veto',
    tally: { in_favour: 13, against: 1, abstaining: 1, not_participating: 0, required: 9 },
    vetoed_by: ['RUS'],
    short_by: 0,
    decisive: ['RUS'],
  });
  const text = council(['decide', recorded]).stdout;
  for (const expected of [/not adopted/, /veto/, /13-1-1/, /vetoed by +RUS\n/, /decisive +RUS\n/]) assert.match(text, expected);
});

test('decide: with five of the thirteen abstaining it is insufficient votes, not a veto', () => {
  const abstaining = Object.fromEntries(['DZA', 'ECU', 'MLT', 'SVN', 'CHE'].map((code) => [code, 'abstaining']));
  const { status, stdout } = council(['decide', '-', '--json'], withVotes(abstaining));
  assert.equal(status, 0);
  const { reason, short_by: shortBy, vetoed_by: vetoedBy, tally } = JSON.parse(stdout);
  assert.deepEqual({ reason, shortBy, vetoedBy }, { reason: 'insufficient_votes', shortBy: 1, vetoedBy: [] });
  assert.deepEqual([tally.in_favour, tally.against, tally.abstaining], [8, 1, 6]);
  const text = council(['decide', '-'], withVotes(abstaining)).stdout;
  assert.match(text, /insufficient votes/);
  assert.match(text, /short by +1\n/);
  assert.doesNotMatch(text, /reason +veto/);
});

test('decide: Russia abstaining, the text is adopted', () => {
  const { stdout } = council(['decide', '-', '--json'], withVotes({ RUS: 'abstaining' }));
  assert.equal(JSON.parse(stdout).outcome, 'adopted');
});

test('bad input: file:line:column on stderr, nothing on stdout, exit 1', () => {
  const bad = readFileSync(recorded, 'utf8').replace('"RUS": "against"', '"RUS": "no"');
  const { status, stdout, stderr } = council(['decide', '-'], bad);
  assert.equal(status, 1);
  assert.equal(stdout, '');
  const line = bad.slice(0, bad.indexOf('"RUS": "no"')).split('\n').length;
  assert.equal(stderr, `-:${line}:12: votes.RUS: found "no", expected in_favour, against, abstaining or not_participating\n`);
  assert.equal(council(['decide', 'no/such/file.json']).status, 1);
  assert.match(council(['decide', 'no/such/file.json']).stderr, /^no\/such\/file\.json: cannot be read: /);
});

test('check: every file is checked, the first fault of each is told', () => {
  assert.deepEqual(council(['check', recorded]), { status: 0, stdout: '', stderr: '' });
  const { status, stderr } = council(['check', 'package.json', recorded, 'LICENSE']);
  assert.equal(status, 1);
  assert.match(stderr, /^package\.json:2:3: found the unknown field "name", expected schema, .*\nLICENSE:1:1: .*\n$/);
});

for (const broken of ['tests/fixtures/scenarios', 'tests/fixtures/vetoes', 'tests/fixtures/lessons']) {
  for (const file of readdirSync(broken).filter((name) => name.endsWith('.json'))) {
    const path = `${broken}/${file}`;
    test(`check: ${path}`, () => {
      const { status, stdout, stderr } = council(['check', '--scenarios', 'web/content/scenarios', path]);
      assert.equal(status, 1);
      assert.equal(stdout, '');
      assert.equal(stderr, `${path}:${readFileSync(path.replace(/json$/, 'expected'), 'utf8')}`);
    });
  }
}

test('check: each kind of file is known by its fields', () => {
  assert.deepEqual(council(['check', small, recorded]), { status: 0, stdout: '', stderr: '' });
  const { status, stderr } = council(['check', '-'], '{"texts": []}');
  assert.equal(status, 1);
  assert.match(stderr, /^-:1:1: found no field "schema", expected it in this object\n$/);
  assert.match(council(['check', '-'], '[{"texts": []}]').stderr, /^-:1:1: found an array, expected an object\n$/);
});

test('check: a huge file is refused without being read whole', () => {
  const { status, stderr } = council(['check', '/dev/zero']);
  assert.equal(status, 1);
  assert.match(stderr, /^\/dev\/zero:1:1: found more than 256 KiB/);
});

test('wrong usage: exit 2 and a hint', () => {
  for (const options of [[], ['vote'], ['decide'], ['decide', recorded, recorded], ['decide', '--jsno', recorded], ['check'],
    ['poster', recorded, '--size', '12'], ['poster', recorded, '--theme', 'pink'], ['poster', recorded, '--lang', 'xx']]) {
    const { status, stdout, stderr } = council(options);
    assert.equal(status, 2, options.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, /council/);
  }
});

test('help and version', () => {
  for (const options of [['--help'], ['decide', '--help'], ['check', '--help'], ['poster', '--help']]) {
    const { status, stdout, stderr } = council(options);
    assert.equal(status, 0);
    assert.match(stdout, /^Usage: council /);
    assert.equal(stderr, '');
  }
  assert.match(council(['--version']).stdout, /^council \d+\.\d+\.\d+\n$/);
});

test('poster: a whole SVG that tells the outcome, safe whatever the scenario says', () => {
  const { status, stdout } = council(['poster', recorded]);
  assert.equal(status, 0);
  assert.match(stdout, /^<svg [^>]*aria-label="Not adopted: vetoed by Russia\."[^>]*>.*<\/svg>\n$/s);
  assert.match(stdout, />VETOED</);
  const scenario = JSON.parse(readFileSync(recorded, 'utf8'));
  scenario.draft.subject.en = '<script>"&';
  assert.match(council(['poster', '-'], JSON.stringify(scenario)).stdout, /&lt;script&gt;&quot;&amp;/);
});

test('poster: a sheet as high as its picture, the steps of that height, the colours', () => {
  const heightAt = (/** @type {number} */ width) => {
    const { stdout } = council(['poster', recorded, '--size', String(width), '--theme', 'css']);
    const [, shown, height, across, down] = stdout.match(/ width="(\d+)" height="(\d+)" viewBox="0 0 (\d+) (\d+)"/)?.map(Number) ?? [];
    assert.deepEqual([shown, height], [width, down]);
    assert.equal(across, width);
    return height;
  };
  const steps = JSON.parse(council(['poster', recorded, '--heights']).stdout);
  assert.equal(steps[0].from, 0);
  for (const [index, { from, height }] of steps.entries())
    for (const width of [Math.max(from, 160), Math.min(steps[index + 1]?.from ?? 960, 960) - 1])
      assert.ok(height - heightAt(width) >= 0 && height - heightAt(width) <= 1, `${width}`);

  const { light, dark } = JSON.parse(council(['poster', '--palette']).stdout);
  const names = ['paper', 'ink', 'soft', 'line', 'table', 'card', 'in-favour', 'against', 'abstaining', 'stamp'];
  const used = council(['poster', recorded, '--theme', 'css']).stdout.match(/var\(--[\w-]+\)/g) ?? [];
  for (const theme of [light, dark]) {
    assert.deepEqual(Object.keys(theme), names);
    for (const name of names) assert.match(theme[name], /^#[0-9a-f]{6}$/);
  }
  for (const name of used) assert.ok(names.includes(name.slice(6, -1)), name);
  const drawn = council(['poster', recorded, '--theme', 'dark']).stdout;
  for (const name of ['paper', 'ink', 'against']) assert.ok(drawn.includes(dark[name]), name);
});

test('poster: of several files, each as if it were drawn alone; all of them, or none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'posters-'));
  try {
    const files = readdirSync('web/content/scenarios').slice(0, 3).map((file) => `web/content/scenarios/${file}`);
    const out = join(folder, '{}.svg');
    const drawn = council(['poster', ...files, '--size', '390', '-o', out]);
    assert.deepEqual([drawn.status, drawn.stdout, drawn.stderr], [0, '', '']);
    for (const file of files) {
      assert.equal(readFileSync(join(folder, basename(file).replace('.json', '.svg')), 'utf8'), council(['poster', file, '--size', '390']).stdout);
    }
    assert.equal(council(['poster', ...files, '--heights', '-o', join(folder, '{}.heights')]).status, 0);
    assert.equal(readFileSync(join(folder, basename(files[0]).replace('.json', '.heights')), 'utf8'), council(['poster', files[0], '--heights']).stdout);

    for (const [options, reason] of /** @type {const} */ ([
      [files, /-o: found nothing, expected \{\} in it/],
      [[...files, '-o', join(folder, 'one.svg')], /-o: found .*one\.svg, expected \{\} in it/],
      [[files[0], files[0], '-o', join(folder, '{}.new')], /found another file for .*\.new, expected one each/],
    ])) {
      const wrong = council(['poster', ...options]);
      assert.equal(wrong.status, 2);
      assert.match(wrong.stderr, reason);
    }
    const broken = council(['poster', files[0], 'tests/fixtures/scenarios/truncated.json', '-o', join(folder, '{}.broken')]);
    assert.equal(broken.status, 1);
    assert.match(broken.stderr, /^tests\/fixtures\/scenarios\/truncated\.json:\d+:\d+: /);
    const nowhere = council(['poster', files[0], '-o', join(folder, 'nowhere', 'x.svg')]);
    assert.equal(nowhere.status, 1);
    assert.match(nowhere.stderr, /x\.svg: cannot be written: No such file or directory/);
    assert.deepEqual(readdirSync(folder).filter((file) => /new|broken|one/.test(file)), [], 'nothing is half drawn');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('poster: on paper, black on white', () => {
  for (const options of [[], ['--blank'], ['--size', '390']]) {
    const drawn = council(['poster', recorded, '--theme', 'paper', ...options]).stdout;
    const colours = new Set([...drawn.matchAll(/(?:fill|stroke)="(#\w+)"/g)].map(([, colour]) => colour));
    assert.ok(colours.has('#ffffff') && colours.has('#000000'), [...colours].join());
    for (const colour of colours) assert.match(colour, /^#(\w\w)\1\1$/);
  }
});

test('poster: in the reader’s colours, before anybody votes, and with its seats told', () => {
  const { light, dark } = JSON.parse(council(['poster', '--palette']).stdout);
  const both = council(['poster', recorded, '--theme', 'auto']).stdout;
  assert.equal(both.replace(/<style>.*?<\/style>/, ''), council(['poster', recorded]).stdout, 'light, with a rule for the dark');
  for (const name of Object.keys(light)) assert.ok(both.includes(`[fill="${light[name]}"]{fill:${dark[name]}}`), name);

  const blank = council(['poster', recorded, '--blank', '--size', '390']).stdout;
  assert.match(blank, /aria-label="Renew the panel of experts to April 2025"/);
  assert.doesNotMatch(blank, /VETOED|in favour|1 against/);

  const members = JSON.parse(readFileSync(recorded, 'utf8')).members.map((/** @type {any} */ { short, name }) => (short ?? name).en);
  for (const [size, compact] of [['320', ['--compact']], ['800', []]]) {
    const svg = council(['poster', recorded, '--seats', '--size', String(size), ...compact]).stdout;
    const seats = (svg.match(/data-seats="([^"]*)"/)?.[1] ?? '').split(',').map((seat) => seat.split(' ').map(Number));
    assert.equal(seats.length, members.length);
    // The one vote against is a square in its seat's middle.
    const [x, y] = seats[members.indexOf('Russia')];
    const square = svg.match(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="\3" [^>]*fill="#c23b12"/)?.slice(1).map(Number) ?? [];
    assert.ok(Math.abs(square[0] + square[2] / 2 - x) <= 1 && Math.abs(square[1] + square[2] / 2 - y) <= 1, `${size}: ${x} ${y}, ${square}`);
  }
});

test('poster --fit: each label takes the room of its letters in Inter, and all else is as without', () => {
  const [plain, fitted] = [[], ['--fit']].map((fit) => council(['poster', recorded, '--size', '320', '--compact', ...fit]).stdout);
  const labels = fitted.match(/<text [^>]*>/g) ?? [];
  assert.ok(labels.length > 20);
  for (const label of labels) assert.match(label, / textLength="[\d.]+" lengthAdjust="spacingAndGlyphs"/);
  assert.equal(fitted.replace(/ textLength="[\d.]+" lengthAdjust="spacingAndGlyphs"/g, ''), plain);
  // Of two texts the longer one takes more.
  const room = (/** @type {string} */ text) => Number(new RegExp(`textLength="([\\d.]+)"[^>]*>${text}<`).exec(fitted)?.[1]);
  assert.ok(room('Mozambique') > room('Malta') && room('Malta') > 10);
});

test('poster --plot power: every member, by one rule or two, with a sentence for those who do not see it', () => {
  const power = (/** @type {string[]} */ ...options) => council(['poster', '--plot', 'power', recorded, ...options]);
  const { status, stdout, stderr } = power('--binary');
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /^<svg [^>]*width="960"[^>]*>.*<\/svg>\n$/s);
  assert.match(stdout, /aria-label="[^"]*The Council of fifteen, on substance: 19\.6% for a permanent member, 0\.2% for an elected one\. /);
  for (const { name, short } of JSON.parse(readFileSync(recorded, 'utf8')).members) assert.ok(stdout.includes(`>${(short ?? name).en}<`));
  assert.equal(stdout.match(/>19\.6%</g)?.length, 5);
  assert.equal(stdout.match(/>0\.2%</g)?.length, 10);

  assert.match(power().stdout, />16\.3%</, 'members may abstain unless told otherwise');
  assert.match(power('--rule', 'unsc-no-veto').stdout, /aria-label="[^"]*No veto: 6\.7% for a permanent member, 6\.7% for an elected one\. Shapley/);
  const two = power('--with', 'au-2005', '--index', 'banzhaf').stdout;
  assert.match(two, /aria-label="[^"]*The African Union’s proposal, 2005: 5\.8% for a permanent member, 5\.8% for a new permanent one, 2\.4% for an elected one\. Banzhaf index: [^"]*"/);
  assert.match(two, />each of 6 seats</);
  assert.match(power('--index', 'coleman_prevent', '--binary').stdout, />100\.0%</);

  for (const [options, reason] of /** @type {const} */ ([
    [['--index', 'johnston'], /--index: found johnston, expected shapley_shubik, banzhaf or banzhaf_absolute\n/],
    [['--index', 'shapley', '--binary'], /--index: found shapley, expected shapley_shubik, banzhaf, banzhaf_absolute, coleman_prevent, .* or johnston\n/],
    [['--rule', 'unsc-2050'], /--rule: found "unsc-2050", expected one of unsc, /],
    [['--with', 'unsc-2050'], /--with: found "unsc-2050", expected one of unsc, /],
    [['--highlight', 'RUS'], /--highlight goes? with --plot vetoes\n/],
    [['--blank'], /--blank, --compact and --seats go with no --plot\n/],
  ])) {
    const wrong = power(...options);
    assert.deepEqual([wrong.status, wrong.stdout], [2, ''], options.join(' '));
    assert.match(wrong.stderr, reason);
  }
  assert.match(council(['poster', '--plot', 'pie', recorded]).stderr, /--plot: found pie, expected power or vetoes\n/);
  assert.match(council(['poster', recorded, '--with', 'au-2005']).stderr, /--rule, --with, --index and --binary go with --plot power\n/);
  assert.match(council(['poster', '--plot', 'power', small]).stderr, /small\.json:\d+:\d+: /);
});

test('poster --plot vetoes: every veto of an index', () => {
  const vetoes = (/** @type {string[]} */ ...options) => council(['poster', '--plot', 'vetoes', small, ...options]);
  const { status, stdout, stderr } = vetoes('--size', '390', '--theme', 'css');
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /aria-label="8 texts vetoed in the Security Council since 1946, counted by who vetoed them: Russia 4, China 2, France 2, United Kingdom 2 and United States 2\."/);
  const blocks = (/** @type {string} */ svg) => svg.match(/<rect [^>]*rx="(\.5|0" [^>]*stroke=)[^>]*>/g)?.slice(2) ?? [];
  assert.equal(blocks(stdout).length, 12);
  assert.equal(blocks(stdout).filter((block) => block.includes('fill="var(--ink)"')).length, 5, 'alone');
  assert.equal(blocks(vetoes('--highlight', 'USA 1981').stdout).filter((block) => !block.includes('opacity')).length, 1);
  assert.match(stdout, />Source: Dag Hammarskjöld Library\. As of 2026-10-05\.</);
  for (const wrong of ['MLT', '1965-1946', 'RUS USA']) {
    const { status, stdout, stderr } = vetoes('--highlight', wrong);
    assert.deepEqual([status, stdout], [2, ''], wrong);
    assert.ok(stderr.includes(`--highlight: found "${wrong}", expected `), stderr);
  }
  assert.equal(council(['poster', '--plot', 'vetoes', recorded]).status, 1);
  assert.match(council(['poster', '--plot', 'vetoes']).stderr, /needs at least one index of vetoes/);
});

test('poster --plot: the steps of the height hold in the pictures', () => {
  for (const options of [['--plot', 'power', recorded], ['--plot', 'power', recorded, '--with', 'g4-2005'], ['--plot', 'vetoes', small]]) {
    const steps = JSON.parse(council(['poster', ...options, '--heights']).stdout);
    assert.ok(steps.length > 1);
    for (const [index, { from, height }] of steps.entries())
      for (const width of [Math.max(from, 160), Math.min(steps[index + 1]?.from ?? 960, 960) - 1]) {
        const drawn = Number(council(['poster', ...options, '--size', String(width)]).stdout.match(/ height="(\d+)"/)?.[1]);
        assert.ok(Math.abs(height - drawn) <= 1, `${options.join(' ')} at ${width}: ${height}, ${drawn}`);
      }
  }
});

test('a vote by a rule of its own: without a symbol, eleven members, two vetoes to block, one that must abstain', () => {
  const own = 'tests/fixtures/scenarios/good/own_rule.json';
  assert.deepEqual(council(['check', own]), { status: 0, stdout: '', stderr: '' });
  assert.deepEqual(JSON.parse(council(['decide', own, '--json']).stdout), {
    outcome: 'not_adopted',
    reason: 'veto',
    tally: { in_favour: 6, against: 3, abstaining: 1, not_participating: 1, required: 6 },
    vetoed_by: ['RUS', 'USA'],
    short_by: 0,
    decisive: ['RUS', 'USA'],
  });
  assert.equal(council(['decide', own]).stdout, `Meet in the open (own-rule, 1950-06-27)
Not adopted: vetoed by the USSR and the United States. 6 votes in favour are enough, but 2 permanent members against block the text.

outcome    not adopted
reason     veto
tally      6-3-1 (in favour, against, abstaining), 1 not participating, 6 required
vetoed by  RUS, USA
decisive   RUS, USA

By the rule assumed here, a text needs 6 votes in favour. Each of 2 members could have changed this alone: the USSR and the United States.
- With the USSR abstaining, the text would be adopted.
- With the United States abstaining, the text would be adopted.
`);
  assert.equal(JSON.parse(council(['count', '--members', own, '--json']).stdout).total, String(3 ** 10));
  assert.match(council(['poster', own]).stdout, /aria-label="Not adopted: vetoed by the USSR and the United States\."/);
});

const english = 'web/content/strings/en.json';
/** The English catalogue, changed, as a file on standard input. @param {(words: any) => void} change */
const translated = (change) => {
  const words = JSON.parse(readFileSync(english, 'utf8'));
  change(words);
  return JSON.stringify(words);
};

test('check --against: what a catalogue lacks, with its key', () => {
  assert.deepEqual(council(['check', '--against', english, english]), { status: 0, stdout: '', stderr: '' });
  const { status, stdout, stderr } = council(['check', '--against', english, '-'], translated((words) => {
    words.language = 'ru';
    delete words.page.reset;
    words.decision.majority = 'Принято {members}.';
  }));
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /^-:1:\d+: decision\.majority: found \{members\}, expected no places$/m);
  assert.match(stderr, /^-:1:\d+: page: found no "reset", expected it, as in the model$/m);
  assert.match(stderr, /^-:1:\d+: decision\.why_majority: found no form "few", expected each form of plural that the language has \(few, many, one\), as plural_category of core\/words\.cpp tells$/m);
  assert.equal(council(['check', '--against', 'no/such.json', english]).status, 1);
  assert.equal(council(['check', '--against', english, 'package.json']).status, 1);
});

test('--lang and --words: every subcommand that prints words takes them', () => {
  const languages = readdirSync('web/content/strings').map((file) => file.replace('.json', '')).sort();
  const input = translated((words) => {
    words.language = 'fr';
    words.command.outcome.label = 'résultat';
    words.command.nobody = 'personne';
    words.command.thousands = '{first} {rest}';
    words.command.ballots = '{adopting} bulletins de vote sur {total}.';
    words.command.figure.banzhaf = 'Banzhaf, normalisé';
    words.command.replay.agrees = '{resolutions} résolutions.';
    words.rules.unsc.note = 'Neuf voix.';
  });
  /** @param {string[]} options */
  const french = (...options) => {
    const { status, stdout, stderr } = council([...options, '--words', '-', '--lang', 'fr'], input);
    assert.equal(stderr, '');
    assert.equal(status, 0);
    return stdout;
  };
  // Labels are as wide as their letters, not as their bytes.
  assert.match(french('decide', recorded), /^résultat   not adopted$/m);
  assert.match(french('count'), /^146 796 bulletins de vote sur 14 348 907\.$/m);
  assert.match(french('power'), /^ {2}Banzhaf, normalisé {4}0\./m);
  assert.match(french('power'), /^Neuf voix\.$/m);
  assert.match(french('replay', 'tests/fixtures/csv/whole_layout.csv'), /^6 résolutions\.$/m);
  assert.match(french('poster', recorded), /^<svg /);
  for (const options of [['decide', recorded], ['count'], ['power'], ['replay', 'tests/fixtures/csv/whole_layout.csv'], ['poster', recorded]]) {
    assert.deepEqual(council([...options, '--lang', 'en']), council(options));
    // Every language of the site is there without its file, word for word.
    for (const language of languages) {
      const told = council([...options, '--lang', language]);
      assert.equal(told.status, 0, told.stderr);
      assert.deepEqual(told, council([...options, '--words', `web/content/strings/${language}.json`]), `${options[0]}, ${language}`);
    }
    for (const [given, expected] of [[['--lang', 'xx'], `found xx, expected one of ${languages.join(' ')}, or that of the --words`],
      [['--lang', 'fr', '--words', english], 'found fr, expected en, as in the --words']]) {
      const { status, stdout, stderr } = council([...options, ...given]);
      assert.equal(status, 2, options[0]);
      assert.equal(stdout, '');
      assert.match(stderr, new RegExp(`^council ${options[0]}: --lang: ${expected}\n`));
    }
    assert.equal(council([...options, '--words', 'package.json']).status, 1);
  }
  assert.match(council(['decide', recorded, '--lang', 'ru']).stdout, /Не принято\. Вето: Россия\./);
});

test('every rule has sources, with an address wherever there is one', () => {
  const rules = JSON.parse(readFileSync('web/content/rules.json', 'utf8'));
  assert.deepEqual(Object.keys(rules), Object.keys(JSON.parse(readFileSync(english, 'utf8')).rules));
  for (const [id, { sources }] of Object.entries(rules)) {
    // What is merely often proposed has no one source.
    if (id !== 'unsc-two-vetoes') assert.ok(sources.length > 0, id);
    for (const source of sources) {
      assert.deepEqual(Object.keys(source), ['title', 'publisher', 'date', 'url']);
      assert.match(source.url, /^https:\/\/(docs|www)\.un\.org\/en\//);
    }
  }
});
