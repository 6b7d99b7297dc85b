// A site of few votes with the lessons that tests teach: one of every kind of step, one as long as a lesson may be in
// everything that is read, and the like. What the real lessons say may change; what these do may not.
//
//   node tests/page/lessons.mjs    leaves it at build/lessons/site
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const fixtures = 'tests/fixtures/lessons/good';
const content = 'build/lessons/content';
/** Of these lessons, and of the example of the page for teachers. */
const votes = ['dprk-panel-2024', 'gaza-2023', 'suez-1956', 'sudan-2024'];

/** A text as long as may be, in words of all lengths. @param {number} length */
function longText(length) {
  const words = 'A text that is as long as lessons may have it, unambiguously intergovernmental, and so on to its very end; '.repeat(6);
  return `${words.slice(0, length - 1).trim()}.`;
}

/** The lesson of every kind of step, with every text that a class reads at its longest. @param {any} lesson */
function longest({ steps, ...lesson }) {
  return {
    ...lesson, id: 'longest', title: longText(80), summary: longText(300), licence: longText(160),
    steps: steps.map((/** @type {any} */ { question, challenge, ...step }) => ({
      ...step, title: longText(80), words: Array(step.kind === 'read' ? 5 : 2).fill(longText(500)), look: longText(160),
      ...question ? { question: { ...question, text: longText(300), choices: question.choices.map((/** @type {any} */ each) => ({ ...each, text: longText(160), feedback: longText(500) })) } } : {},
      ...challenge ? { challenge: { ...challenge, task: longText(160), hints: Array(4).fill(longText(300)), solved: longText(500) } } : {},
      ...step.prompts ? { prompts: Array(6).fill(longText(300)) } : {},
    })),
  };
}

/** What such a lesson's file says. @param {string} id */
export const lessonOf = (id) => JSON.parse(readFileSync(`${content}/lessons/${id}.en.json`, 'utf8'));

/** Makes the site out of what scripts/build has made. @param {string} [site] */
export function buildLessonSite(site = 'build/lessons/site') {
  rmSync(content, { recursive: true, force: true });
  cpSync('web/content', content, { recursive: true });
  for (const file of readdirSync(`${content}/strings`)) if (file !== 'en.json') rmSync(`${content}/strings/${file}`);
  for (const file of readdirSync(`${content}/scenarios`)) if (!votes.includes(file.replace('.json', ''))) rmSync(`${content}/scenarios/${file}`);
  rmSync(`${content}/lessons`, { recursive: true, force: true });
  mkdirSync(`${content}/lessons`);
  for (const file of readdirSync(fixtures)) cpSync(`${fixtures}/${file}`, `${content}/lessons/${file}`);
  writeFileSync(`${content}/lessons/longest.en.json`, JSON.stringify(longest(lessonOf('every-kind'))));
  execFileSync(process.execPath, ['web/site/build.mjs', 'build/council', 'build/wasm/web', site, content], { stdio: 'pipe' });
  return site;
}

if (resolve(process.argv[1]) === fileURLToPath(import.meta.url)) console.log(buildLessonSite());
