// A release: the same bytes from the same content, what is inside named and licensed, and a package that npm installs. Packed
// from a small site of the test's own; what is inside is what the modules were built of.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { componentsOf, debianLicence, hashOf, licencesOf, sbomOf, toolsOf } from '../../scripts/components.mjs';
import { packAll } from '../../scripts/package.mjs';

const folder = mkdtempSync(join(tmpdir(), 'veto-release-'));
after(() => rmSync(folder, { recursive: true }));

const cache = 'build/wasm/CMakeCache.txt';
const components = componentsOf(cache);
const tools = toolsOf(cache);
const version = '1.2.3';

/** A site, its files written in the given order. @param {string} place @param {string[]} [order] */
function siteAt(place, order = ['veto-explainer.js', `veto-explainer-${version}.js`, 'index.html', 'assets/a-1.js', '_headers', '.htaccess']) {
  const site = join(folder, place);
  mkdirSync(join(site, 'assets'), { recursive: true });
  for (const file of order) writeFileSync(join(site, file), file.startsWith('veto-explainer') ? "customElements.define('veto-explainer', class {});\n" : file);
  return site;
}

/** @param {string} site @param {string} out @param {Partial<Parameters<typeof packAll>[0]>} [changed] */
const packed = (site, out, changed) => packAll({
  site, out: join(folder, out), version, types: 'web/element/veto-explainer.d.ts', inputs: { commit: 'c0ffee' }, components, tools, ...changed,
});

const first = packed(siteAt('first/site'), 'first/out');
const filesIn = (/** @type {string} */ archive) => execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' }).split('\n').filter((line) => /[^/]$/.test(line));
const textIn = (/** @type {string} */ archive, /** @type {string} */ file) => execFileSync('tar', ['-xzOf', archive, file], { encoding: 'utf8' });

test('the same content makes the same bytes, wherever, whenever and in whatever order it was written', () => {
  const mask = process.umask(0o077);
  const site = siteAt('somewhere/else/altogether', ['.htaccess', '_headers', 'assets/a-1.js', 'index.html', `veto-explainer-${version}.js`, 'veto-explainer.js']);
  utimesSync(join(site, 'index.html'), 1e9, 1e9);
  const again = packed(site, 'again');
  process.umask(mask);
  for (const which of /** @type {const} */ (['npm', 'archive']))
    assert.ok(readFileSync(again[which]).equals(readFileSync(first[which])), which);
  writeFileSync(join(site, 'index.html'), 'index.htmL');
  assert.ok(!readFileSync(packed(site, 'other').npm).equals(readFileSync(first.npm)), 'one letter is another release');
});

test('the archives hold the site and what has to go with it', () => {
  const site = ['.htaccess', '_headers', 'assets/a-1.js', 'index.html', `veto-explainer-${version}.js`, 'veto-explainer.js'].map((file) => `site/${file}`);
  const both = ['LICENSE', 'THIRD-PARTY-LICENSES.txt', 'sbom.cdx.json', ...site];
  assert.deepEqual(filesIn(first.archive).sort(), both.map((file) => `veto-explainer-${version}/${file}`).sort());
  const npm = ['README.md', 'CHANGELOG.md', 'package.json', 'veto-explainer.js', 'veto-explainer.d.ts', ...both];
  assert.deepEqual(filesIn(first.npm).sort(), npm.map((file) => `package/${file}`).sort());
  assert.equal(textIn(first.npm, 'package/site/index.html'), 'index.html');
});

test('in order of names, all of one day, for everybody to read, nobody\'s', () => {
  for (const archive of Object.values(first)) {
    const names = filesIn(archive);
    const byFolder = (/** @type {string} */ path) => path.replaceAll('/', '\0');
    assert.deepEqual(names, [...names].sort((a, b) => (byFolder(a) < byFolder(b) ? -1 : 1)));
    const lines = execFileSync('tar', ['-tvzf', archive, '--full-time', '--numeric-owner'], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } }).trim().split('\n');
    for (const line of lines) assert.match(line, /^(-rw-r--r--|drwxr-xr-x) 0\/0 +\d+ 1985-10-26 08:15:00 /);
    assert.equal(readFileSync(archive).readUInt32LE(4), 0, 'no day in the head of the gzip');
  }
});

test('a bill of materials that names everything, and no day or number of its own', () => {
  const sbom = JSON.parse(textIn(first.npm, 'package/sbom.cdx.json'));
  assert.deepEqual(sbom, JSON.parse(textIn(first.archive, `veto-explainer-${version}/sbom.cdx.json`)));
  assert.deepEqual([sbom.bomFormat, sbom.specVersion, sbom.version], ['CycloneDX', '1.5', 1]);
  assert.doesNotMatch(JSON.stringify(sbom), /timestamp|serialNumber|\d{4}-\d\d-\d\dT/);
  assert.equal(sbom.metadata.component.version, version);
  assert.deepEqual(sbom.metadata.component.properties, [{ name: 'veto-explainer:commit', value: 'c0ffee' }]);
  const refs = sbom.components.map((/** @type {any} */ each) => each['bom-ref']);
  assert.deepEqual(sbom.dependencies, [{ ref: sbom.metadata.component['bom-ref'], dependsOn: refs }]);
  assert.equal(new Set(refs).size, refs.length);
  for (const { name, version: its, licenses, purl, externalReferences, properties } of sbom.components) {
    assert.match(its, /^(\d+:)?\d+(\.\d+|-\d)/, name);
    assert.match(licenses[0].expression, /^(MIT( OR (NCSA|Unlicense))?|Zlib|OFL-1\.1|Apache-2\.0( WITH LLVM-exception)?)$/, name);
    assert.match(purl, /^pkg:(deb\/debian|github\/[\w.-]+)\/[\w.-]+@.+$/, name);
    assert.match(externalReferences[0].url, /^https:/, name);
    assert.match(properties[0].value, /^[0-9a-f]{64}$/, name);
  }
  for (const tool of sbom.metadata.tools.components) assert.match(tool.version, /^\d/, tool.name);
});

test('whatever the build takes from outside is in it, but for what only tests need', () => {
  const taken = [...readFileSync(cache, 'utf8').matchAll(/^veto_source_(\w+):INTERNAL=[^;]+;([^;]+);/gm)];
  assert.ok(taken.length >= 3, `${taken.length} sources`);
  for (const [, name, home] of taken) assert.equal(components.some((each) => each.home === home), name !== 'doctest', name);
});

test('every licence is there, with whose work it is', () => {
  const text = textIn(first.npm, 'package/THIRD-PARTY-LICENSES.txt');
  const owners = {
    'Dear ImGui': 'Omar Cornut', 'stb truetype': 'Sean Barrett', 'stb rectpack': 'Sean Barrett', 'SDL': 'Sam Lantinga', 'RapidJSON': 'Milo Yip|THL A29',
    'Emscripten': 'Emscripten [Aa]uthors', 'musl': 'Rich Felker', 'compiler-rt': 'LLVM|Howard Hinnant', 'libc++': 'LLVM|Howard Hinnant', 'Inter': 'The Inter Project Authors',
    'Noto Sans Arabic UI': 'Google', 'Droid Sans Fallback': 'Google',
  };
  const terms = { 'MIT': 'Permission is hereby granted', 'Zlib': 'This software is provided .as-is.', 'OFL': 'Reserved Font Name', 'Apache': 'Apache License\\s+Version 2.0' };
  assert.match(components.find(({ name }) => name === 'libc++')?.text ?? '', /As an exception/);
  assert.deepEqual(components.map(({ name }) => name), Object.keys(owners));
  for (const { name, version: its, licence, text: own } of components) {
    assert.ok(text.includes(`\n${name} ${its} (${licence}), https://`), name);
    assert.ok(text.includes(own.trim()), name);
    assert.match(own, new RegExp(owners[/** @type {keyof typeof owners} */ (name)]), name);
    assert.match(own, new RegExp(terms[/** @type {keyof typeof terms} */ (licence.split(/[ -]/)[0])]), name);
  }
  // What two share is there once.
  assert.equal(text.split('Sean Barrett').length, 2);
  assert.equal(licencesOf(components), text);
});

test('npm installs the package, and what it exports is there, with types', () => {
  const host = join(folder, 'host');
  mkdirSync(host);
  writeFileSync(join(host, 'package.json'), '{ "type": "module" }');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--cache', join(folder, 'npm'), first.npm], { cwd: host, stdio: 'pipe' });
  const { resolve: find } = createRequire(join(host, 'index.js'));
  const home = join(host, 'node_modules/veto-explainer');
  assert.equal(find('veto-explainer'), join(home, 'veto-explainer.js'));
  assert.equal(find('veto-explainer/site/index.html'), join(home, 'site/index.html'));
  const manifest = JSON.parse(readFileSync(find('veto-explainer/package.json'), 'utf8'));
  assert.deepEqual([manifest.name, manifest.version, manifest.license, manifest.type], ['veto-explainer', version, 'MIT AND CC-BY-4.0', 'module']);
  assert.ok(!('dependencies' in manifest) && !('scripts' in manifest) && !('repository' in manifest));
  // All that was packed would be packed again.
  const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--cache', join(folder, 'npm')], { cwd: home, encoding: 'utf8' }));
  assert.deepEqual(files.map((/** @type {{ path: string }} */ { path }) => `package/${path}`).sort(), filesIn(first.npm).sort());

  const types = (/** @type {string} */ vote) => {
    writeFileSync(join(host, 'index.ts'), `import 'veto-explainer';\nimport type { Vote } from 'veto-explainer';\nconst vote: Vote = '${vote}';\n` +
      "document.querySelector('veto-explainer')?.setVote('RUS', vote);\n");
    return spawnSync(resolve('node_modules/.bin/tsc'), ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--types', '', 'index.ts'],
      { cwd: host, encoding: 'utf8' });
  };
  assert.equal(types('abstaining').stdout, '');
  assert.match(types('maybe').stdout, /index\.ts.*"maybe"/);
});

test('what is missing is named', () => {
  const site = siteAt('empty', ['index.html']);
  assert.throws(() => packed(site, 'no'), { message: `${site}/veto-explainer.js: not found, expected it from web/site/build.mjs` });
  assert.throws(() => packed(siteAt('old'), 'no', { version: '9.9.9' }), /veto-explainer-9\.9\.9\.js: not found/);
  assert.throws(() => packed(siteAt('untyped'), 'no', { types: 'nowhere.d.ts' }), /^Error: nowhere\.d\.ts: not found/);
  const bare = join(folder, 'CMakeCache.txt');
  writeFileSync(bare, '');
  assert.throws(() => componentsOf(bare), /CMakeCache\.txt: found no .*veto_source_imgui.*run scripts\/build/);
  writeFileSync(join(folder, 'own.h'), '');
  assert.throws(() => debianLicence(join(folder, 'own.h'), '*'), /own\.h: found no licence beside it and no package/);
});

test('a hash of sources is that of their names and content', () => {
  const place = join(folder, 'sources');
  mkdirSync(join(place, 'a/__pycache__'), { recursive: true });
  for (const [file, text] of [['b.h', 'b'], ['a/c.h', 'c'], ['a/__pycache__/made', '']]) writeFileSync(join(place, file), text);
  const sha256 = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex');
  assert.equal(hashOf([place]), sha256(`${sha256('c')}  a/c.h\n${sha256('b')}  b.h\n`));
});

test('another input is another bill of materials', () => {
  const product = { name: 'it', version, licence: 'MIT', description: '' };
  const bill = (/** @type {Record<string, string>} */ inputs) => JSON.stringify(sbomOf({ product, inputs, components, tools }));
  assert.notEqual(bill({ 'site-url': 'https://a.example' }), bill({ 'site-url': 'https://b.example' }));
});

test('nothing is released that is in no commit', () => {
  const tree = join(folder, 'tree');
  mkdirSync(join(tree, 'scripts'), { recursive: true });
  for (const file of ['release', 'common.sh']) copyFileSync(`scripts/${file}`, join(tree, 'scripts', file));
  const release = () => spawnSync('bash', ['scripts/release'], { cwd: tree, encoding: 'utf8', env: { ...process.env, VETO_CACHE: join(folder, 'cache'), GIT_CEILING_DIRECTORIES: folder } });
  const bare = release();
  assert.equal(bare.status, 1);
  assert.match(bare.stderr, /found no git checkout/);
  execFileSync('git', ['init', '--quiet', tree]);
  const dirty = release();
  assert.equal(dirty.status, 1);
  assert.match(dirty.stderr, /these are in none.*\n\?\? scripts\//);
});
