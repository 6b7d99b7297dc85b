// What the released files hold besides our own work: names, versions, licences and their texts, and where the sources are.
// All of it is read from the sources that the build took, so that nothing here has to be kept in step with them.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * @typedef {object} Component
 * @property {string} name
 * @property {string} version
 * @property {string} licence  an expression of SPDX's
 * @property {string} text  of the licence, with whose work it is
 * @property {string} home  where the sources are published
 * @property {string} purl  the package that the sources came in, https://github.com/package-url/purl-spec
 * @property {string} sha256  of the sources (see hashOf)
 */

/** What the first group of a pattern finds in a file. @param {string} file @param {RegExp} pattern @param {string} expected */
function foundIn(file, pattern, expected) {
  const found = pattern.exec(readFileSync(file, 'utf8'));
  if (!found) throw new Error(`${file}: found no ${pattern}, expected ${expected}`);
  return found.slice(1).join('.');
}

/**
 * A hash over files, which tells whether two builds had the same sources. By hand, for one folder:
 *   cd FOLDER; find . -type f -printf '%P\n' | grep -v __pycache__ | LC_ALL=C sort | xargs sha256sum | sha256sum
 * @param {string[]} places  files and folders
 */
export function hashOf(places) {
  const lines = places.flatMap((place) => {
    const folder = realpathSync(place);
    if (!statSync(folder).isDirectory()) return [[basename(place), folder]];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => [name, join(folder, name)])
      .filter(([name, path]) => !name.includes('__pycache__') && statSync(path).isFile());
  }).map(([name, path]) => ({ name, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') }));
  lines.sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  return createHash('sha256').update(lines.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')).digest('hex');
}

/** Debian's package that a file belongs to, if one is. @param {string} file @returns {{ name: string, version: string } | undefined} */
function packageOf(file) {
  const { status, stdout } = spawnSync('dpkg-query', ['--search', realpathSync(file)], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const name = stdout.split(':')[0];
  return { name, version: execFileSync('dpkg-query', ['--show', '--showformat=${Version}', name], { encoding: 'utf8' }) };
}

/** The fields of each paragraph, https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/ @param {string} text */
const paragraphsOf = (text) => text.split(/\n{2,}/).map((paragraph) => Object.fromEntries(
  [...`${paragraph}\n`.matchAll(/^([\w-]+):(.*\n(?:[ \t].*\n)*)/gm)].map(([, field, value]) =>
    /** @type {const} */ ([field, value.replace(/^[ \t]\.?/gm, '').trim()]))));

/**
 * What Debian says of the licence of some files: whose they are, and the first of the licences to choose from.
 * @param {string} file  one of the package's
 * @param {string} files  as the package's copyright file names them
 */
export function debianLicence(file, files) {
  const { name } = packageOf(file) ?? {};
  if (!name) throw new Error(`${file}: found no licence beside it and no package that it belongs to, expected one of them`);
  const place = `/usr/share/doc/${name}/copyright`;
  const paragraphs = paragraphsOf(readFileSync(place, 'utf8'));
  const about = paragraphs.find((each) => each.Files?.split(/\s+/).includes(files));
  if (!about) throw new Error(`${place}: found no paragraph on ${files}, expected one with its licence`);
  const [title, ...own] = about.License.split('\n');
  // A text of its own under the title is the whole, or an exception to what stands elsewhere.
  const elsewhere = title.split(/ or | and | with /)[0];
  const shared = paragraphs.find((each) => !each.Files && each.License?.split('\n')[0] === elsewhere);
  const text = shared?.Reference ? readFileSync(shared.Reference, 'utf8') : shared?.License.split('\n').slice(1).join('\n');
  const texts = [text ?? '', own.join('\n')].map((each) => each.replace(/^\n+|\s+$/g, '')).filter(Boolean);
  if (texts.length === 0) throw new Error(`${place}: found no text of ${title}, expected it with ${files} or in a paragraph of its own`);
  return [`Copyright ${about.Copyright.replace(/^Copyright /, '').replace(/^ +/gm, '')}`, ...texts].join('\n\n');
}

/** A licence's text: from beside the sources, else from Debian's package. @param {string[]} beside @param {string} file @param {string} files */
function licenceText(beside, file, files) {
  const there = beside.find((each) => existsSync(each));
  return there ? readFileSync(there, 'utf8') : debianLicence(file, files);
}

/** @param {string} file  one of the sources @param {string} otherwise  where they are from if Debian does not have them */
function purlOf(file, otherwise) {
  const debian = packageOf(file);
  return debian ? `pkg:deb/debian/${debian.name}@${encodeURIComponent(debian.version)}` : otherwise;
}

/**
 * @param {string} cache  the CMakeCache.txt of the modules' build, which knows where it took its sources from
 * @returns {Component[]}
 */
export function componentsOf(cache) {
  const entry = (/** @type {string} */ name) => foundIn(cache, new RegExp(`^${name}:\\w+=(.*)$`, 'm'), 'what configuring leaves there; run scripts/build');
  /** Sources that sources.cmake found, or fetched: then they are exactly the pinned commit. @param {string} name @param {(folder: string) => { version: string, tag: string }} told */
  const fetched = (name, told) => {
    const [folder, home, commit] = entry(`veto_source_${name}`).split(';');
    const { version, tag } = told(folder);
    const pinned = basename(folder) === `${name}-${commit}`;
    return { folder, version, home, purl: `pkg:github/${home.replace('https://github.com/', '').toLowerCase()}@${pinned ? commit : tag}` };
  };
  const imgui = fetched('imgui', (folder) => {
    const version = foundIn(`${folder}/imgui.h`, /#define IMGUI_VERSION +"([^"]+)"/, 'the version');
    return { version, tag: `v${version}` };
  });
  const sdl = fetched('sdl', (folder) => {
    const version = foundIn(`${folder}/include/SDL_version.h`, /SDL_MAJOR_VERSION +(\d+)[^]*?SDL_MINOR_VERSION +(\d+)[^]*?SDL_PATCHLEVEL +(\d+)/, 'the version');
    return { version, tag: `release-${version}` };
  });
  const json = fetched('rapidjson', (folder) => {
    const version = foundIn(`${folder}/include/rapidjson/rapidjson.h`,
      /MAJOR_VERSION (\d+)[^]*?MINOR_VERSION (\d+)[^]*?PATCH_VERSION (\d+)/, 'the version');
    return { version, tag: `v${version}` };
  });
  const emscripten = execFileSync(entry('VETO_EM_CONFIG'), ['EMSCRIPTEN_ROOT'], { encoding: 'utf8' }).trim();
  const emscriptenVersion = foundIn(`${emscripten}/emscripten-version.txt`, /([\d.]+)/, 'the version');
  const emscriptenPurl = purlOf(`${emscripten}/emcc.py`, `pkg:github/emscripten-core/emscripten@${emscriptenVersion}`);
  const emscriptenHome = 'https://github.com/emscripten-core/emscripten';
  const lib = `${emscripten}/system/lib`;
  const fonts = ['Regular', 'Bold'].map((weight) => join(entry('INTER_DIR'), `Inter-${weight}.otf`));
  const inter = packageOf(fonts[0]);
  if (!inter) throw new Error(`${fonts[0]}: found no package of Debian's that it belongs to, expected fonts-inter`);
  const [noto, droid] = ['ar', 'zh'].map((language) => entry(`veto_script_${language}`));

  /** A part of LLVM's that Emscripten carries. @param {string} name @param {string} part */
  const llvm = (name, part) => ({
    name, version: foundIn(`${lib}/${part}/readme.txt`, /based on release ([\d.]+\d)/, 'the release of LLVM'), licence: 'Apache-2.0 WITH LLVM-exception',
    text: licenceText([`${lib}/${part}/LICENSE.TXT`], `${emscripten}/emcc.py`, `system/lib/${part}/*`),
    home: 'https://github.com/llvm/llvm-project', purl: emscriptenPurl, sha256: hashOf([`${lib}/${part}`]),
  });
  /** A part of stb that Dear ImGui carries. @param {string} part */
  const stb = (part) => {
    const file = `${imgui.folder}/imstb_${part}.h`;
    return {
      name: `stb ${part}`, version: foundIn(file, /^\/\/ stb_\w+\.h - v([\d.]+)/m, 'the version'), licence: 'MIT OR Unlicense',
      text: foundIn(file, /\n(This software is available under 2 licenses[^]*?)\*\//, 'the licence at its end'),
      home: 'https://github.com/nothings/stb', purl: imgui.purl, sha256: hashOf([file]),
    };
  };
  return [
    {
      name: 'Dear ImGui', version: imgui.version, licence: 'MIT', text: readFileSync(`${imgui.folder}/LICENSE.txt`, 'utf8'),
      home: imgui.home, purl: imgui.purl,
      sha256: hashOf(readdirSync(imgui.folder).filter((name) => /\.(h|cpp)$/.test(name)).map((name) => join(imgui.folder, name))),
    },
    stb('truetype'),
    stb('rectpack'),
    {
      name: 'SDL', version: sdl.version, licence: 'Zlib', text: readFileSync(`${sdl.folder}/LICENSE.txt`, 'utf8'),
      home: sdl.home, purl: sdl.purl, sha256: hashOf([`${sdl.folder}/include`, `${sdl.folder}/src`]),
    },
    {
      name: 'RapidJSON', version: json.version, licence: 'MIT',
      text: licenceText([`${json.folder}/license.txt`], `${json.folder}/include/rapidjson/rapidjson.h`, '*'),
      home: json.home, purl: purlOf(`${json.folder}/include/rapidjson/rapidjson.h`, json.purl), sha256: hashOf([`${json.folder}/include/rapidjson`]),
    },
    {
      name: 'Emscripten', version: emscriptenVersion, licence: 'MIT OR NCSA',
      text: licenceText([`${emscripten}/LICENSE`], `${emscripten}/emcc.py`, '*'),
      home: emscriptenHome, purl: emscriptenPurl, sha256: hashOf([`${emscripten}/src`, lib]),
    },
    {
      name: 'musl', version: foundIn(`${lib}/libc/README.md`, /musl v([\d.]+\d)/, 'the version'), licence: 'MIT',
      text: readFileSync(`${lib}/libc/musl/COPYRIGHT`, 'utf8'),
      home: 'https://musl.libc.org', purl: emscriptenPurl, sha256: hashOf([`${lib}/libc/musl`]),
    },
    llvm('compiler-rt', 'compiler-rt'),
    llvm('libc++', 'libcxx'),
    {
      name: 'Inter', version: inter.version, licence: 'OFL-1.1', text: debianLicence(fonts[0], '*'),
      home: 'https://github.com/rsms/inter', purl: purlOf(fonts[0], ''), sha256: hashOf(fonts),
    },
    {
      name: 'Noto Sans Arabic UI', version: packageOf(noto)?.version ?? '', licence: 'OFL-1.1', text: debianLicence(noto, '*'),
      home: 'https://github.com/notofonts/arabic', purl: purlOf(noto, ''), sha256: hashOf([noto]),
    },
    {
      name: 'Droid Sans Fallback', version: packageOf(droid)?.version ?? '', licence: 'Apache-2.0',
      text: `${debianLicence(droid, '*')}\n\n${readFileSync('/usr/share/common-licenses/Apache-2.0', 'utf8').trim()}`,
      home: 'https://android.googlesource.com/platform/frameworks/base', purl: purlOf(droid, ''), sha256: hashOf([droid]),
    },
  ];
}

/** @typedef {{ name: string, version: string }} Tool */

/**
 * What the build works with, and leaves nothing of in what it makes, but which decides its bytes.
 * @param {string} cache  as above
 * @returns {Tool[]}
 */
export function toolsOf(cache) {
  const emConfig = foundIn(cache, /^VETO_EM_CONFIG:\w+=(.*)$/m, 'what configuring leaves there; run scripts/build');
  const rootOf = (/** @type {string} */ name) => execFileSync(emConfig, [name], { encoding: 'utf8' }).trim();
  const told = Object.entries({
    'clang': `${rootOf('LLVM_ROOT')}/clang`, 'wasm-opt': `${rootOf('BINARYEN_ROOT')}/bin/wasm-opt`,
    'hb-subset': 'hb-subset', 'rsvg-convert': 'rsvg-convert', 'weasyprint': 'weasyprint', 'gzip': 'gzip',
  }).map(([name, command]) => {
    const [, version] = /(\d[\w.]*)/.exec(execFileSync(command, ['--version'], { encoding: 'utf8' })) ?? [];
    if (!version) throw new Error(`${command} --version: found no number, expected a version`);
    return { name, version };
  });
  const installed = ['esbuild', 'google-closure-compiler', 'mustache'].map((name) =>
    ({ name, version: JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version }));
  // It tells no version itself.
  const zopfli = execFileSync('sh', ['-c', 'command -v zopfli'], { encoding: 'utf8' }).trim();
  return [...told, ...installed, { name: 'zopfli', version: packageOf(zopfli)?.version ?? 'not told' }, { name: 'zlib of Node.js', version: process.versions.zlib }];
}

/** The texts of all licences, each once. @param {Component[]} components */
export function licencesOf(components) {
  /** @type {Map<string, Component[]>} */
  const byText = new Map();
  for (const each of components) byText.set(each.text.trim(), [...byText.get(each.text.trim()) ?? [], each]);
  const rule = '='.repeat(80);
  const parts = [...byText].map(([text, those]) =>
    [rule, ...those.map(({ name, version, licence, home }) => `${name} ${version} (${licence}), ${home}`), rule, '', text].join('\n'));
  return `What is in these files besides the project's own work, for which see LICENSE.\n\n${parts.join('\n\n')}\n`;
}

/**
 * The bill of materials, https://cyclonedx.org/docs/1.5/json: without the day and the number that it may have, so that the
 * same sources make the same one.
 * @param {object} given
 * @param {{ name: string, version: string, licence: string, description: string }} given.product
 * @param {Record<string, string>} given.inputs  what else decides the bytes, by name
 * @param {Component[]} given.components
 * @param {Tool[]} given.tools
 */
export function sbomOf({ product, inputs, components, tools }) {
  const refOf = (/** @type {string} */ name) => name.toLowerCase().replaceAll(/[^a-z0-9+]+/g, '-');
  const properties = (/** @type {Record<string, string>} */ values) => Object.entries(values).map(([name, value]) => ({ name: `veto-explainer:${name}`, value }));
  return {
    bomFormat: 'CycloneDX', specVersion: '1.5', version: 1,
    metadata: {
      tools: { components: tools.map((each) => ({ type: 'application', ...each })) },
      component: {
        type: 'application', 'bom-ref': product.name, name: product.name, version: product.version, description: product.description,
        licenses: [{ expression: product.licence }], properties: properties(inputs),
      },
    },
    components: components.map(({ name, version, licence, home, purl, sha256 }) => ({
      type: 'library', 'bom-ref': refOf(name), name, version, licenses: [{ expression: licence }], purl,
      externalReferences: [{ type: home.startsWith('https://github.com/') ? 'vcs' : 'website', url: home }],
      properties: properties({ 'sources-sha256': sha256 }),
    })),
    dependencies: [{ ref: product.name, dependsOn: components.map(({ name }) => refOf(name)) }],
  };
}
