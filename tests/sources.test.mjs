// Pinned sources are fetched by their commit alone, once, whole or not at all: tried on a repository of the test's own.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'veto-sources-'));
after(() => rmSync(folder, { recursive: true }));

const address = 'https://example.invalid/upstream';
const git = (/** @type {string[]} */ ...options) => execFileSync('git', ['-C', folder, ...options], {
  encoding: 'utf8', env: {
    ...process.env, GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.invalid', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.invalid',
  },
}).trim();

test('one commit in the middle of a history comes without the rest', () => {
  git('init', '--quiet', 'upstream');
  const commits = ['first', 'pinned', 'last'].map((text) => {
    writeFileSync(join(folder, 'upstream/header.h'), `// ${text}\n`);
    git('-C', 'upstream', 'add', '.');
    git('-C', 'upstream', 'commit', '--quiet', '-m', text);
    return git('-C', 'upstream', 'rev-parse', 'HEAD');
  });
  git('clone', '--quiet', '--bare', 'upstream', 'upstream.git');
  git('-C', 'upstream.git', 'config', 'uploadpack.allowReachableSHA1InWant', 'true');

  const script = join(folder, 'fetch.cmake');
  const fetch = (/** @type {string} */ commit) => {
    writeFileSync(script, `include("${resolve('sources.cmake')}")\nveto_source(it ${address} ${commit})\nmessage(NOTICE "at \${it_SOURCE_DIR}")\n`);
    return spawnSync('cmake', ['-P', script], { encoding: 'utf8', env: {
      ...process.env, VETO_CACHE: join(folder, 'cache'),
      GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `url.file://${folder}/upstream.git.insteadOf`, GIT_CONFIG_VALUE_0: address,
    } });
  };
  const first = fetch(commits[1]);
  assert.equal(first.status, 0, first.stderr);
  const place = /at (.*)/.exec(first.stderr)?.[1] ?? '';
  assert.equal(readFileSync(join(place, 'header.h'), 'utf8'), '// pinned\n');
  assert.equal(git('-C', place, 'rev-list', '--count', 'HEAD'), '1');

  const missing = fetch('0'.repeat(40));
  assert.notEqual(missing.status, 0);
  assert.match(missing.stderr, /it could not be\s+fetched/);
  assert.deepEqual(readdirSync(join(folder, 'cache/commits')), [`it-${commits[1]}`], 'nothing half fetched is left');

  rmSync(join(folder, 'upstream.git'), { recursive: true });
  assert.equal(fetch(commits[1]).status, 0, 'what is there is not fetched again');
});
