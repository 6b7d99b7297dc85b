// What pages ask for by itself: scripts, modules, typefaces, the icon. Each lies under assets/ with a hash of its content
// in its name, so that it may be cached for ever and never meets a page of another build.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import esbuild from 'esbuild';
import { woffOf } from './woff.mjs';

/** How a page asks for each, in the attributes of a link. The typefaces are applied where a mouse is, and wait there for
 * the first sight; everywhere else they come late, for the canvas alone, and move nothing. */
export const loading = {
  'council': 'rel="preload" as="fetch" type="application/wasm"',
  'lesson': 'rel="preload" as="fetch" type="application/wasm"',
  'fonts': 'rel="stylesheet" media="(pointer: fine)" crossorigin',
  'letters': 'rel="asset"',
  'chamber': 'rel="modulepreload" fetchpriority="low"',
  'chamber-wasm': 'rel="preload" as="fetch" type="application/wasm" fetchpriority="low"',
  'gallery': 'rel="modulepreload" fetchpriority="low"',
  'gallery-wasm': 'rel="preload" as="fetch" type="application/wasm" fetchpriority="low"',
  'picture-words': 'rel="preload" as="fetch" type="application/json"',
  'councils': 'rel="preload" as="fetch" type="application/json"',
  'members': 'rel="stylesheet"',
  'vetoes': 'rel="preload" as="fetch" type="application/json"',
  // Nobody waits for these: they come with the first question.
  'analysis': 'rel="asset"',
  'analysis-worker': 'rel="asset"',
  'asked-words': 'rel="asset"',
};

export const browsers = ['es2022', 'chrome105', 'firefox121', 'safari16'];
/** What the present release is made of: the next one keeps it. */
const list = 'assets.txt';

/** @param {string | Buffer} content */
const hashOf = (content) => createHash('sha256').update(content).digest('base64url').replace(/[-_]/g, '').slice(0, 8).toUpperCase();

/** What any text may hold, whatever the language: ASCII, and what writers put between words. */
const punctuation = '\u00a0·×–—‘’“”•…→−';

/**
 * The style sheet that brings the typefaces: in it, not beside it, so that the canvas takes them from there and no byte
 * is sent twice.
 * @param {string} fonts  a folder
 * @param {string} texts  all that is written in the language: no other letters travel
 */
export function fontSheet(fonts, texts) {
  const letters = [...new Set(punctuation + texts)].filter((letter) => letter > '~')
    .map((letter) => /** @type {number} */ (letter.codePointAt(0)).toString(16)).sort();
  const faces = [['regular', 400], ['bold', 700]].map(([weight, number]) => {
    const face = execFileSync('hb-subset', ['--desubroutinize', '--layout-features=', '--name-IDs=',
      `--unicodes=20-7E,${letters.join()}`, '--output-file=-', join(fonts, `inter-${weight}.otf`)]);
    // A name of its own: an Inter that the reader has would move everything.
    return `@font-face{font-family:"Page Inter";font-weight:${number};font-display:block;` +
      `src:url(data:font/woff;base64,${woffOf(face).toString('base64')})}`;
  });
  return faces.join('\n');
}

/** Where a table of an OpenType file begins. @param {Buffer} font @param {string} tag */
function tableAt(font, tag) {
  for (let entry = 12; ; entry += 16) if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
}

/** The shapes that joined letters of a text have beside others: Arabic Presentation Forms-B. @param {string} texts */
const shapesIn = (texts) => Array.from({ length: 0x7D }, (_, i) => String.fromCharCode(0xFE80 + i)).filter((shape) => [...shape.normalize('NFKC')].every((letter) => texts.includes(letter)));

/**
 * The letters that no face of the canvas has; marks, which it leaves out, are none.
 * @param {string} fonts  a folder
 * @param {string} language
 * @param {string} texts  what the canvas may show in it
 */
export function lettersWithout(fonts, language, texts) {
  const letters = [...new Set(texts)].filter((letter) => !/[\s\p{M}]/u.test(letter));
  const wanted = [...letters, ...shapesIn(texts)];
  const had = ['inter-regular.otf', `${language}.ttf`].map((name) => join(fonts, name)).filter((file) => existsSync(file)).flatMap((file) => {
    // A line a letter; glyph 0 is the box that stands for what a face has not.
    const glyphs = execFileSync('hb-shape', ['--no-glyph-names', '--no-clusters', '--no-positions', '--text-file=-', file], { input: `${wanted.join('\n')}\n`, encoding: 'utf8' }).trim().split('\n');
    return wanted.filter((_letter, i) => !/\b0\b/.test(glyphs[i]));
  });
  // A joined letter is shown by its shapes alone.
  const shown = new Set(had.map((letter) => (letter > '\uFE7F' && letter < '\uFEFD' ? letter.normalize('NFKC') : letter)));
  return letters.filter((letter) => !shown.has(letter));
}

/**
 * The letters of another script, for the canvas, as high as Inter is: whoever draws goes by a face's height.
 * @param {string} fonts  a folder
 * @param {string} language
 * @param {string} texts  what the canvas may show in it
 * @returns {Buffer | undefined}  a WOFF file, where the language has such a face
 */
export function scriptFace(fonts, language, texts) {
  const file = join(fonts, `${language}.ttf`);
  if (!existsSync(file)) return undefined;
  const face = execFileSync('hb-subset', ['--text-file=-', '--layout-features=', '--name-IDs=', '--output-file=-', file], { input: texts + shapesIn(texts).join('') });
  const inter = readFileSync(join(fonts, 'inter-regular.otf'));
  const [units, ...edges] = [[tableAt(inter, 'head') + 18, inter], [tableAt(inter, 'hhea') + 4, inter], [tableAt(inter, 'hhea') + 6, inter]]
    .map(([at, font]) => /** @type {Buffer} */ (font).readInt16BE(/** @type {number} */ (at)));
  const own = face.readUInt16BE(tableAt(face, 'head') + 18);
  // Ascender, descender, and no gap.
  [...edges, 0].forEach((edge, i) => face.writeInt16BE(Math.round(edge * own / units), tableAt(face, 'hhea') + 4 + 2 * i));
  return woffOf(face);
}

/**
 * @param {{ light: Record<string, string> }} palette
 * @returns {string}  the vote that outweighs the others, in its square
 */
export const iconOf = ({ light: { paper, ink, against } }) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="14.5" fill="${paper}" stroke="${ink}" stroke-width="2"/>` +
  `<rect x="7.5" y="7.5" width="17" height="17" rx="2" fill="${against}"/>` +
  `<path d="M12.5 12.5l7 7m0-7l-7 7" stroke="${paper}" stroke-width="3" stroke-linecap="round"/></svg>\n`;

/**
 * Puts a file among the assets.
 * @param {string} site
 * @param {string} name
 * @param {string | Buffer} content
 * @returns {string} its address
 */
export function put(site, name, content) {
  mkdirSync(join(site, 'assets'), { recursive: true });
  const extension = extname(name);
  const path = `assets/${basename(name, extension)}-${hashOf(content)}${extension}`;
  writeFileSync(join(site, path), content);
  return path;
}

/** @param {string} site @param {string} name @param {Buffer | undefined} content */
const putIfAny = (site, name, content) => (content ? put(site, name, content) : '');

/**
 * Puts what all pages of a language share into the site.
 * @param {string} site
 * @param {string} wasm  the folder with the compilers' modules and typefaces
 * @param {{ light: Record<string, string> }} palette
 * @param {string} language
 * @param {{ all: string, canvas: string }} texts  all that is written in it, and what the canvas may show
 * @param {{ councils: string, pictureWords: string, vetoes: string, askedWords: string, analysisWorker: string }} data  JSON: who
 *     sat when, what pictures say, every vetoed text, what is said of a reader's own file; a script
 * @returns {Record<keyof typeof loading | 'icon', string>} their addresses; an empty one of what the language does without
 */
export const shareAssets = (site, wasm, palette, language, texts, { councils, pictureWords, vetoes, askedWords, analysisWorker }) => ({
  'council': put(site, 'council.wasm', readFileSync(join(wasm, 'council.wasm'))),
  'lesson': put(site, 'lesson.wasm', readFileSync(join(wasm, 'lesson.wasm'))),
  'fonts': put(site, 'fonts.css', fontSheet(join(wasm, 'fonts'), texts.all)),
  'letters': putIfAny(site, 'letters.woff', scriptFace(join(wasm, 'fonts'), language, texts.canvas)),
  'chamber': put(site, 'chamber.js', readFileSync(join(wasm, 'chamber.js'))),
  'chamber-wasm': put(site, 'chamber.wasm', readFileSync(join(wasm, 'chamber.wasm'))),
  'gallery': put(site, 'gallery.js', readFileSync(join(wasm, 'gallery.js'))),
  'gallery-wasm': put(site, 'gallery.wasm', readFileSync(join(wasm, 'gallery.wasm'))),
  'picture-words': put(site, 'words.json', pictureWords),
  'councils': put(site, 'councils.json', councils),
  'vetoes': put(site, 'vetoes.json', vetoes),
  'members': put(site, 'members.css', styleOf(['styles/members.css', 'embed/full.css'], '')),
  'analysis': put(site, 'analysis.wasm', readFileSync(join(wasm, 'analysis.wasm'))),
  'analysis-worker': put(site, 'analysis-worker.js', analysisWorker),
  'asked-words': put(site, 'asked.json', askedWords),
  'icon': put(site, 'icon.svg', iconOf(palette)),
});

/** @param {string} rules */
const styleText = (rules) => esbuild.transformSync(rules, { loader: 'css', minify: true, target: browsers }).code.trim();

/**
 * @param {string} entry
 * @param {object} [choices]
 * @param {Record<string, string>} [choices.elsewhere]  addresses of what is imported, but not bundled
 * @param {'esm' | 'iife'} [choices.format]
 * @param {Record<string, string>} [choices.define]
 * @param {'utf8' | 'ascii'} [choices.charset]  of what stands in pages of any charset, ASCII
 * @param {Record<string, string>} [choices.instead]  what of the entry's folder stands in the place of what
 */
export const bundled = async (entry, { elsewhere = {}, format = 'esm', define, charset = 'utf8', instead = {} } = {}) => (await esbuild.build({
  entryPoints: [entry], bundle: true, write: false, format, define, minify: true, target: browsers, charset, logLevel: 'warning',
  plugins: [{
    name: 'elsewhere',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path }) => (path in elsewhere ? { path: elsewhere[path], external: true } : undefined));
      build.onResolve({ filter: /./ }, ({ path, resolveDir }) => (path in instead ? { path: join(resolveDir, instead[path]) } : undefined));
      // Styles that come with a script, as text.
      build.onLoad({ filter: /\.css$/ }, ({ path }) => ({ loader: 'text', contents: styleText(readFileSync(path, 'utf8')) }));
    },
  }],
})).outputFiles[0].text;

/**
 * Bundles a page's scripts: the first one, and those that it asks for when it wants them. Each is whole by itself; what
 * little two need is sent twice rather than be one more file to wait for.
 * @param {string} site
 * @param {Pick<import('./pages.mjs').Row, 'folder' | 'kind' | 'named' | 'asked' | 'later'>} row  a frame's first script is no module
 * @returns {Promise<{ script: string, named: { name: string, address: string }[] }>} the address of the first, and of those
 *     that the page names in its head
 */
export async function bundle(site, { folder, kind, named = [], asked = [], later = 'later' }) {
  /** @type {Record<string, string>} */
  const elsewhere = {};
  /** @type {Record<string, string>} */
  const addresses = {};
  // From the last to the first: a file's name holds the names of those that it asks for.
  /** What a script is made of. @param {string} script */
  const fileOf = (script) => `web/page/${folder}/${script === 'later' ? later : script}.js`;
  for (const script of [...asked, 'later', 'given', 'publisher', 'live', 'script'].filter((each) => existsSync(fileOf(each)))) {
    const name = script === 'script' ? folder : `${folder}-${script}`;
    const format = script === 'script' && kind === 'frame' ? 'iife' : 'esm';
    const text = await bundled(fileOf(script), { elsewhere, format });
    // A script that is no module knows no address to look beside, in a sandbox: what it asks for is named in the head.
    addresses[script] = put(site, `${name}.js`, format === 'esm' ? text
      : text.replace(/import\("(\.\/[\w-]+\.js)"\)/g, (_all, path) => `import(document.querySelector("[data-asset=${Object.keys(elsewhere).find((each) => elsewhere[each] === path)?.slice(2, -3)}]").href)`));
    elsewhere[`./${script}.js`] = `./${basename(addresses[script])}`;
  }
  return { script: addresses.script ?? '', named: named.map((name) => ({ name, address: addresses[name] })) };
}

/** What stands in a page's head and runs before anything is seen; a frame has no more than its folder's own. @param {Pick<import('./pages.mjs').Row, 'folder' | 'kind'>} row @returns {string} */
export const headScript = ({ folder, kind }) => [...kind === 'frame' ? [] : ['web/page/head.js'], `web/page/${folder}/head.js`].filter((file) => existsSync(file))
  .map((file) => esbuild.transformSync(readFileSync(file, 'utf8'), { minify: true, target: browsers }).code.trim()).join('');

/**
 * A page's styles, which stand in the page itself, so that it is seen as soon as it arrives.
 * @param {string[]} files  of web/page; print.css is for paper alone
 * @param {string} before  rules that the build has made
 */
export function styleOf(files, before) {
  const sheets = files.map((file) => {
    const rules = readFileSync(`web/page/${file}`, 'utf8');
    return basename(file) === 'print.css' ? `@media print {${rules}}` : rules;
  });
  return styleText([before, ...sheets].join('\n'));
}

/** The colours as custom properties. @param {Record<'light' | 'dark', Record<string, string>>} palette */
export function coloursIn(palette) {
  const properties = (/** @type {Record<string, string>} */ inks) => Object.entries(inks).map(([ink, colour]) => `--${ink}: ${colour};`).join(' ');
  return `:root { ${properties(palette.light)} }\n@media (prefers-color-scheme: dark) { :root { ${properties(palette.dark)} } }`;
}

/** The picture's height, which follows its width as the core lays it out. @param {{ from: number, height: number }[]} steps */
export const heightsIn = (steps) => steps.map(({ from, height }) => {
  const rule = `.chamber { block-size: ${height / 16}rem; }`;
  return from === 0 ? rule : `@container (min-width: ${from / 16}rem) { ${rule} }`;
}).join('\n');

/** The heights that have room for each of several pictures. @param {{ from: number, height: number }[][]} all */
export const highest = (all) => [...new Set(all.flat().map(({ from }) => from))].sort((a, b) => a - b)
  .map((from) => ({ from, height: Math.max(...all.map((steps) => [...steps].reverse().find((step) => step.from <= from)?.height ?? 0)) }));

/**
 * Keeps the assets of the release before, for pages of it that somebody still has open or cached: one release, not all.
 * The same release made again keeps the same.
 * @param {string} from  the site as it stands
 * @param {string} to  the new one
 * @param {string[]} present  addresses of the new one's
 */
export function keepPrevious(from, to, present) {
  // What articles have pasted stays: an element's version never goes away.
  for (const file of existsSync(from) ? readdirSync(from) : []) {
    if (/^veto-explainer-[\d.]+\.js$/.test(file) && !existsSync(join(to, file))) copyFileSync(join(from, file), join(to, file));
  }
  const lines = present.toSorted ? present.toSorted() : [...present].sort();
  /** @type {string[]} */
  let kept = [];
  if (existsSync(join(from, list))) {
    const [before, older = ''] = readFileSync(join(from, list), 'utf8').split('\n\n').map((part) => part.trim());
    kept = (before === lines.join('\n') ? older : before).split('\n')
      .filter((path) => /^assets\/[\w.-]+$/.test(path) && !lines.includes(path) && existsSync(join(from, path)));
  }
  for (const path of kept) copyFileSync(join(from, path), join(to, path));
  writeFileSync(join(to, list), `${lines.join('\n')}\n\n${kept.join('\n')}\n`);
}
