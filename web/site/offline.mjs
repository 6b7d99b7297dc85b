// Pages in one file that asks the network for nothing: the explainer and all lessons for a stick, and a lesson by itself for
// a school's platform (SCORM 1.2), whose hosts often do not know what a .wasm file is. The pages are the site's own; what
// they would load lies compressed in the file, and web/page/offline/script.js takes it from there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import esbuild from 'esbuild';
import { zipSync } from 'fflate';
import { messagesIn } from '../page/modules/message.js';
import { bundled, browsers, coloursIn, fontSheet, iconOf, scriptFace, styleOf } from './assets.mjs';
import { addressOf, pageIn } from './page.mjs';
import { fileOf, tagOf } from './pages.mjs';
import { escape, render } from './template.mjs';
import { inLanguage } from './words.mjs';

/** What such a file may weigh, in KiB on disk. */
export const offlineBudget = 600;
/** Of the file with everything. @param {string} language */
export const offlineName = (language) => `veto-explainer-offline${tagOf(language)}.html`;
/** @param {string} id @param {string} language */
export const packageName = (id, language) => `scorm/lesson-${id}${tagOf(language)}.zip`;

/** Nothing is asked for, whatever a page may try. */
const policy = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; style-src 'unsafe-inline' data:; font-src data:; img-src data: blob:";

/** Of what pages ask for; all else are modules. @type {Record<string, string>} */
const extensions = { fonts: '.css', chamber: '.js', 'asked-words': '.json' };

/** @typedef {{ row: import('./pages.mjs').Row, of: string, given: Parameters<typeof pageIn>[1] }} Page  a page as the site has it */

/**
 * A page as it stands in the file: links lead to what is there, or to the site where it has an address, or nowhere.
 * @param {string} html
 * @param {(file: string) => string} hrefOf  of a page, by its file's name; empty where it is not inside
 */
const within = (html, hrefOf) => html.replace(/ href="([^"#?:]+)([^":]*)"/g, (all, path, rest) => {
  if (path.startsWith('assets/')) return all;
  const file = path === './' ? 'index.html' : path;
  const href = hrefOf(file);
  if (href) return ` href="${href}${rest}"`;
  return process.env.SITE_URL ? ` href="${escape(addressOf(path))}${rest}" target="_blank"` : '';
}).replace(/<a href="https:/g, '<a target="_blank" href="https:');

/** Files, one after the other, below a line that lists them. @param {Map<string, Buffer>} files */
const packed = (files) => deflateSync(Buffer.concat([
  Buffer.from(`${JSON.stringify([...files].map(([name, bytes]) => [name, bytes.length]))}\n`), ...files.values(),
]), { level: 9, memLevel: 9 }).toString('base64');

/**
 * Files that stand by themselves, of one language.
 * @param {object} site
 * @param {any} site.words  the catalogue
 * @param {string} site.wasm  the folder with the compilers' modules and typefaces
 * @param {{ all: string, canvas: string }} site.texts  all that is written in the language, and what the canvas may show
 * @param {any} site.palette
 * @param {Map<string, any>} site.scenarios
 * @param {any[]} site.lessons  in the language
 * @param {Page[]} site.pages  the explainer's and the lessons'
 */
export async function openOffline({ words, wasm, texts, palette, scenarios, lessons, pages }) {
  const { language, direction, offline } = words;
  const filled = messagesIn(language);
  const read = (/** @type {string} */ file) => readFileSync(join(wasm, file));
  const [explainer, lesson, recorded] = await Promise.all(['explainer/script', 'lesson/script', 'lesson/package']
    .map(async (name) => Buffer.from(await bundled(`web/page/${name}.js`, name.endsWith('package') ? { instead: { './later.js': './recorded.js' } } : {}))));
  const letters = scriptFace(join(wasm, 'fonts'), language, texts.canvas);
  /** What pages are made live with. */
  const shared = new Map([
    ['assets/fonts.css', Buffer.from(fontSheet(join(wasm, 'fonts'), texts.all))],
    .../** @type {[string, Buffer][]} */ (letters ? [['assets/letters.woff', letters]] : []),
    // A script that has no address of its kind looks beside the page.
    ['assets/chamber.js', Buffer.from(read('chamber.js').toString().replaceAll('import.meta.url', 'document.baseURI'))],
    ['assets/chamber-wasm.wasm', read('chamber.wasm')],
    ['assets/lesson.wasm', read('lesson.wasm')],
  ]);
  const style = styleOf(['styles/style.css', 'styles/article.css', 'offline/page.css'], coloursIn(palette));
  const script = esbuild.transformSync(readFileSync('web/page/offline/script.js', 'utf8'), { minify: true, target: browsers, format: 'iife' }).code.trim();

  const { all, missing, closed, slow, refused, ...told } = words.lesson.record;
  /** What may have to be said of a platform. */
  const rooms = [all, missing, closed, slow, refused.replace('{what}', new Intl.ListFormat(language, { style: 'narrow' }).format(Object.values(told)))];
  const recordedStyle = styleOf(['lesson/recorded.css'], '');

  /** What a lesson asks for when it gets there. @param {any} each @returns {[string, Buffer][]} */
  const votesOf = (each) => [...new Set(each.steps.map((/** @type {any} */ { vote = each.vote }) => vote))].sort().map((id) => {
    const { mandate: _mandate, story: _story, sources: _sources, ...bare } = scenarios.get(String(id));
    return [`scenarios/${id}.json`, Buffer.from(JSON.stringify(inLanguage(bare, language)))];
  });
  /** @param {Page} page @param {string} script @param {(file: string) => string} hrefOf @param {object} [more] @param {string} [rules]  styles of its own */
  function pageWithin({ row, given }, script, hrefOf, more, rules = '') {
    const names = Object.fromEntries(row.assets.map((name) => [name, `assets/${name}${extensions[name] ?? '.wasm'}`]));
    return Buffer.from(within(pageIn({ ...row, preloads: ['fonts'] }, {
      ...given, catalogues: [words], script, style: given.style + rules,
      assets: { ...given.assets, ...names, ...letters && { letters: 'assets/letters.woff' }, icon: `data:image/svg+xml;base64,${Buffer.from(iconOf(palette)).toString('base64')}` },
      more: { ...given.more, offline: true, back_to_list: offline.back, ...more },
    }), hrefOf));
  }
  /** What is to be read where nothing can be opened. @param {any} each @param {string} [href] */
  const entryOf = (each, href) => ({
    title: each.title, summary: each.summary, href: href ?? false,
    kicker: filled(words.lesson.kicker, { n: each.minutes }), step_count: filled(words.lesson.steps, { n: each.steps.length }),
    steps: each.steps.map((/** @type {any} */ { title, words: said, challenge }) => ({ title, words: [...said, ...challenge ? [challenge.task] : []] })),
  });
  /** @param {object} page @param {Map<string, Buffer>} files */
  const whole = (page, files) => render('page', () => readFileSync('web/page/offline/page.html', 'utf8'), {
    language, direction, style, script, offline, policy, opens: false, context: false, inside: packed(files), ...page,
  });

  return {
    /** The explainer and all lessons. */
    file() {
      const names = new Set(pages.map(({ row, of }) => fileOf(row.name, language, of)));
      const hrefOf = (/** @type {string} */ file) => (names.has(file) ? `?page=${file.replace('.html', '')}` : file === fileOf('teach', language, '') ? '?' : '');
      return whole({
        title: offline.title, context: offline.context,
        entries: [
          { title: pages[0].given.vote.title, summary: pages[0].given.vote.description, href: hrefOf(fileOf('index', language, '')), kicker: false, steps: [] },
          ...[...lessons].sort((a, b) => a.minutes - b.minutes).map((each) => entryOf(each, hrefOf(fileOf('lesson-{id}', language, each.id)))),
        ],
      }, new Map([
        ...pages.map((page) => /** @type {[string, Buffer]} */ ([fileOf(page.row.name, language, page.of),
          pageWithin(page, `assets/${page.row.folder}.js`, hrefOf)])),
        ...lessons.flatMap((each) => [/** @type {[string, Buffer]} */ ([`lessons/${each.id}${tagOf(language)}.json`, Buffer.from(JSON.stringify(each))]), ...votesOf(each)]),
        .../** @type {[string, Buffer][]} */ ([['assets/explainer.js', explainer], ['assets/lesson.js', lesson],
        ['assets/asked-words.json', Buffer.from(JSON.stringify({ present: given(words) }))],
        ['assets/council.wasm', read('council.wasm')]]),
        ...shared,
      ]));
    },
    /** A lesson for a school's platform. @param {string} id @returns {Buffer} a zip file */
    package(id) {
      const each = lessons.find((one) => one.id === id);
      const page = /** @type {Page} */ (pages.find(({ row, of }) => row.folder === 'lesson' && of === id));
      const name = fileOf('lesson-{id}', language, id);
      const html = whole({ title: each.title, opens: name.replace('.html', ''), entries: [entryOf(each)] }, new Map([
        .../** @type {[string, Buffer][]} */ ([[name, pageWithin(page, 'assets/package.js', () => '', { packaged: { rooms }, guest: true, back_to_list: false }, recordedStyle)], ['assets/package.js', recorded]]),
        ...votesOf(each), ...shared,
      ]));
      return zipped({ 'imsmanifest.xml': manifestOf(each, language, name), [name]: html });
    },
  };
}

/** What the presenter says. @param {any} words */
const given = (words) => ({ ...words.lesson.present, kinds: words.lesson.kinds, back: words.lesson.told.back });

/** The same bytes, whenever it is made. @param {Record<string, string>} files */
const zipped = (files) => Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])),
  // The form knows no earlier day, and no zone.
  { level: 9, mtime: new Date(1980, 0, 1) }));

/**
 * What a platform reads of a package: SCORM 1.2, Content Aggregation Model, 2.3. It says nothing of where the schemas are: they
 * would have to be in the package then, and every platform has its own.
 * @param {any} lesson
 * @param {string} language
 * @param {string} file
 */
const manifestOf = ({ id, title, summary }, language, file) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="veto-explainer-${id}-${language}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <imsmd:lom>
      <imsmd:general>
        <imsmd:title><imsmd:langstring xml:lang="${language}">${escape(title)}</imsmd:langstring></imsmd:title>
        <imsmd:description><imsmd:langstring xml:lang="${language}">${escape(summary)}</imsmd:langstring></imsmd:description>
      </imsmd:general>
    </imsmd:lom>
  </metadata>
  <organizations default="lesson">
    <organization identifier="lesson">
      <title>${escape(title)}</title>
      <item identifier="item" identifierref="sco" isvisible="true">
        <title>${escape(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="sco" type="webcontent" adlcp:scormtype="sco" href="${file}">
      <file href="${file}"/>
    </resource>
  </resources>
</manifest>
`;
