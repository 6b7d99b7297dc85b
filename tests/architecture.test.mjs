// The dependency rule of ARCHITECTURE.md: who may use whom. Reads every #include and every import of our own code, before
// anything is built, and names whoever breaks the rule.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix as path } from 'node:path';
import { test } from 'node:test';

/**
 * Folders and what they may use besides themselves: other folders of ours (those within a folder are rooms of their own),
 * and names from outside.
 * @type {Record<string, { uses: string[], outside: RegExp, but?: Record<string, RegExp> }>}
 */
const rooms = {
  // The core prints nothing, throws nothing and reads no clock: the headers for it are not for the core, either.
  core: { uses: [], outside: /^(?!(?:io|i|o|f)stream$|chrono$|ctime$|exception$|stdexcept$|thread$)[a-z_]+$/, but: { 'core/json.cpp': /^rapidjson\// } },
  'core/picture': { uses: ['core'], outside: /^[a-z_]+$/, but: { 'core/picture/font_metrics.mjs': /^node:/ } },
  'core/cli': { uses: ['core', 'core/picture', 'web/content'], outside: /^([a-z_]+|getopt\.h|unistd\.h|sys\/stat\.h)$/ },
  'web/content': { uses: [], outside: /^[a-z_]+$/ },
  'web/app': { uses: ['core', 'core/picture'], outside: /^[a-z_]+$/, but: { 'web/app/painter.h': /^imgui\.h$/, 'web/app/view.cpp': /^imgui\.h$/, 'web/app/gallery_view.cpp': /^imgui\.h$/ } },
  'web/imgui': { uses: [], outside: /^([a-z_]+|imgui(_internal)?\.h)$/ },
  'web/platform': {
    uses: ['core', 'core/picture', 'web/app', 'web/imgui'], outside: /^([a-z_]+|imgui(_internal)?\.h|SDL\.h|GLES2\/.+|emscripten\/.+)$/,
  },
  'web/platform/sdl': { uses: [], outside: /^(SDL_.+|src\/.+)$/ },
  // What stands in every page's head.
  'web/page': { uses: [], outside: /^$/ },
  'web/page/modules': { uses: [], outside: /^$/ },
  'web/page/parts': { uses: ['web/page/modules'], outside: /^$/ },
  // Every other folder of web/page is a page; pages do not know each other.
  // Outside of the vote and the drawing, a kept library that few readers ever load is better than code of our own.
  'web/page/*': {
    uses: ['web/page/modules', 'web/page/parts', 'web/page/styles'], outside: /^$/, but: { 'web/page/lesson/scan.js': /^lean-qr(\/extras\/svg)?$/ },
  },
  // What hosts load stands by itself.
  'web/element': { uses: [], outside: /^$/ },
  'web/examples': { uses: [], outside: /^$/ },
  'web/site': { uses: ['web/page/modules'], outside: /./ },
};

const pageFolder = /^web\/page\/[^/]+(?=\/)/;
/** The room that a file stands in, and its name in the rule. @param {string} file */
function roomOf(file) {
  const known = Object.keys(rooms).filter((room) => file.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0];
  const page = pageFolder.exec(file)?.[0];
  if (page && known === 'web/page') return { folder: page, rule: rooms['web/page/*'] };
  return known ? { folder: known, rule: rooms[known] } : undefined;
}

const includes = /^[ \t]*#[ \t]*(?:include|import)[ \t]*[<"]([^>"]+)[>"]/gm;
// Also the imports that only JSDoc makes, and those that come while the page runs.
const imports = /\b(?:from|import)\s*\(?\s*(['"`])([^'"`]+)\1/g;

/**
 * Who uses what it may not use.
 * @param {Map<string, string>} files  path and text of everything that is ours
 * @returns {string[]}  file:line: what is wrong
 */
function offences(files) {
  /** @type {string[]} */
  const found = [];
  for (const [file, text] of files) {
    const script = /\.m?js$/.test(file);
    const room = roomOf(file);
    if (!room) {
      found.push(`${file}:1: stands in no room of the house`);
      continue;
    }
    for (const match of text.matchAll(script ? imports : includes)) {
      const name = match[script ? 2 : 1];
      const beside = path.join(path.dirname(file), name);
      // What the build makes has no file, but the one that it is made of, or a name from the root on.
      const is = (/** @type {string} */ each) => files.has(each) || files.has(`${each}.in`) || files.has(each.replace(/\.h$/, '.mjs'));
      const ours = name.startsWith('.') || is(beside) ? beside : is(name) || /^(core|web|tests|scripts)\//.test(name) ? name : undefined;
      const to = ours && (roomOf(ours)?.folder ?? path.dirname(ours));
      const allowed = to === undefined
        ? room.rule.outside.test(name) || room.rule.but?.[file]?.test(name)
        : to === room.folder || room.rule.uses.includes(to);
      if (!allowed) found.push(`${file}:${text.slice(0, match.index).split('\n').length}: ${room.folder} may not use ${ours ?? name}`);
    }
  }
  return found;
}

/** Everything of ours that can use something. @returns {Map<string, string>} */
function house() {
  const files = ['core', 'web'].flatMap((top) => readdirSync(top, { recursive: true, encoding: 'utf8' }).map((each) => `${top}/${each}`));
  return new Map(files.filter((file) => /\.(h|c|cpp|m?js)(\.in)?$/.test(file)).sort().map((file) => [file, readFileSync(file, 'utf8')]));
}

test('everybody uses only what stands below', () => {
  assert.ok(existsSync('core/decision.h'), 'read from the root of the project');
  assert.deepEqual(offences(house()), []);
});

/** What a planted line leads to: a file, its line, and whether it breaks the rule. @type {[string, string, boolean][]} */
const planted = [
  ['core/count.cpp', '#include <algorithm>', false],
  ['core/count.cpp', '#include "seats.h"', false],
  ['core/count.cpp', '#include "core/picture/svg.h"', true],
  ['core/count.cpp', '#include "picture/svg.h"', true],
  ['core/count.cpp', '  #  include <rapidjson/reader.h>', true],
  ['core/json.cpp', '#include <rapidjson/reader.h>', false],
  ['core/count.cpp', '#include <iostream>', true],
  ['core/count.cpp', '#include <unistd.h>', true],
  ['core/count.cpp', '#include "web/content/content.h"', true],
  ['core/count.cpp', '#include "tests/core/counting.h"', true],
  ['core/picture/svg.cpp', '#include "core/decision.h"', false],
  ['core/picture/svg.cpp', '#include "core/picture/made_by_the_build.h"', false],
  ['core/picture/svg.cpp', '#include "../cli/command.h"', true],
  ['core/picture/svg.cpp', '#include <imgui.h>', true],
  ['core/cli/main.cpp', '#include "web/content/content.h"', false],
  ['core/cli/main.cpp', '#include "web/app/state.h"', true],
  ['web/app/action.cpp', '#include "core/picture/svg.h"', false],
  ['web/app/action.cpp', '#include "imgui.h"', true],
  ['web/app/action.cpp', '#include <web/platform/abi.h>', true],
  ['web/app/action.cpp', '#include "web/content/content.h"', true],
  ['web/imgui/format.cpp', '#include "web/app/state.h"', true],
  ['web/platform/council.cpp', '#include "web/app/state.h"', false],
  ['web/platform/council.cpp', '#include "web/content/content.h"', true],
  ['web/page/modules/wasm.js', "import { count } from '../parts/count.js';", true],
  ['web/page/modules/wasm.js', "import { readFile } from 'node:fs';", true],
  ['web/page/parts/count.js', "import { pass } from '../modules/wasm.js';", false],
  ['web/page/parts/count.js', "export * from '../explainer/page.js';", true],
  ['web/page/parts/count.js', "import '../explainer/page.js';", true],
  ['web/page/parts/count.js', "/** @typedef {import('../explainer/page.js').Page} Page */", true],
  ['web/page/parts/count.js', "const page = await import('../explainer/page.js');", true],
  ['web/page/parts/count.js', "import words from '../../content/strings/en.json' with { type: 'json' };", true],
  ['web/page/explainer/page.js', "import {\n  count,\n} from '../parts/count.js';", false],
  ['web/page/explainer/page.js', "import { frame } from '../embed/frame.js';", true],
  ['web/page/explainer/page.js', "import mustache from 'mustache';", true],
  ['web/page/head.js', "import { count } from './parts/count.js';", true],
  ['web/site/build.mjs', "import mustache from 'mustache';", false],
  ['web/site/build.mjs', "import { openCouncil } from '../page/modules/council.js';", false],
  ['web/site/build.mjs', "import { openSite } from '../../tests/page/browser.mjs';", true],
  ['web/elsewhere/a.cpp', '', true],
];

test('who breaks the rule is named', () => {
  const empty = [...new Set([...planted.map(([file]) => file), 'core/seats.h', 'core/picture/svg.h', 'core/cli/command.h'])].map((file) => /** @type {const} */ ([file, '']));
  for (const [file, line, breaks] of planted) {
    const found = offences(new Map([...empty.filter(([each]) => each !== 'web/elsewhere/a.cpp'), [file, `// first\n${line}\n`]]));
    assert.equal(found.length, breaks ? 1 : 0, `${file}: ${line}: ${found}`);
    if (breaks) assert.match(found[0], new RegExp(`^${file}:[12]: `));
  }
});
