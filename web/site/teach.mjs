// What the page for teachers shows: the lessons, and a guide.
import { readFileSync } from 'node:fs';
import { messagesIn } from '../page/modules/message.js';
import { offlineName, packageName } from './offline.mjs';
import { fileOf, tagOf } from './pages.mjs';
import { keyTermsOf } from './words.mjs';

/** A lesson that the guide shows whole; the build checks it like any other. */
export const exampleLesson = 'web/page/teach/example.json';

/** @param {{ minutes: number }[]} steps */
const minutesOf = (steps) => steps.reduce((sum, { minutes }) => sum + minutes, 0);
/** @param {number} part @param {number} whole */
const percent = (part, whole) => Number((100 * part / whole).toFixed(2));

/**
 * @param {any} words  the catalogue
 * @param {any[]} lessons  in its language
 * @param {Map<string, string[]>} papers  the names of each lesson's sheets, by id
 */
export function teachIn(words, lessons, papers) {
  const { language, teach, lesson: { kinds, terms } } = words;
  const filled = messagesIn(language);
  return {
    title: teach.title, description: teach.description, teach, lesson: { terms },
    example: readFileSync(exampleLesson, 'utf8').trim(),
    guide: teach.guide.map((/** @type {{ id: string }} */ section) => ({ ...section, file: section.id === 'offline' && lessons.length > 0 && offlineName(language) })),
    // The shortest first.
    lessons: [...lessons].sort((a, b) => a.minutes - b.minutes).map((lesson) => ({
      ...lesson,
      page: fileOf('lesson-{id}', language, lesson.id),
      package: packageName(lesson.id, language),
      minutes_words: filled(teach.minutes, { n: lesson.minutes }),
      key_terms: keyTermsOf(lesson),
      needs: lesson.materials.length > 0,
      papers: (papers.get(lesson.id) ?? []).map((name) => ({ name: `paper/${name}`, sheet: teach.papers[name.slice(lesson.id.length + 1)], tag: tagOf(language) })),
      kinds: Object.entries(kinds).filter(([kind]) => lesson.steps.some((/** @type {any} */ step) => step.kind === kind))
        .map(([kind, label]) => ({ kind, label })),
      steps: lesson.steps.map((/** @type {any} */ { kind, title, minutes }, /** @type {number} */ i) => ({
        kind, title, number: i + 1, last: i + 1 === lesson.steps.length,
        // In a bar that is the whole lesson.
        from: percent(minutesOf(lesson.steps.slice(0, i)), lesson.minutes), share: percent(minutes, lesson.minutes),
        kind_words: kinds[kind],
        told: filled(teach.step, { n: minutes, title, minutes }),
      })),
    })),
  };
}
