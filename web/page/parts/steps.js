// A lesson's steps, one at a time: the counter and the list above them, the ways back and onward below. The others leave
// the Tab order and the screen reader's tree; the new one's heading takes the focus.
import { write } from './verdict.js';

/**
 * What the parts of a lesson's page share.
 * @typedef {object} Teaching
 * @property {import('../modules/lesson.js').Lesson} lesson
 * @property {import('../modules/lesson.js').Part} part  of its steps
 * @property {import('./progress.js').Progress} progress
 * @property {any} told  the catalogue's section lesson.told
 * @property {string} language
 * @property {() => string} kept  what the address asks for besides the state, as a query
 * @property {(step: number) => void} [go]  turns to a step, once they are shown
 */

/**
 * @param {HTMLElement} root  with `.step` sections, of which the first is `.current`; `.contents`, a list of them; `.track`;
 *     `.back` and `.next`; `.restart`
 * @param {import('./store.js').Store} store
 * @param {Teaching & { visit: (link: string, how: import('./store.js').Change) => void }} page  shows a step, once its vote is there
 */
export function showSteps(root, store, { lesson: { steps }, part: { first, last }, progress, told, visit }) {
  const sections = [...root.querySelectorAll('.step')];
  const contents = /** @type {HTMLDetailsElement} */ (root.querySelector('.contents'));
  const [count, name] = contents.querySelectorAll('summary .now b, summary .named');
  const entries = contents.querySelectorAll('li');
  const titles = [...entries].map(({ textContent }) => textContent?.trim() ?? '');
  const lesson = root.querySelector('h1')?.textContent ?? '';
  const marks = root.querySelectorAll('.track > *');
  const [back, next] = /** @type {NodeListOf<HTMLButtonElement>} */ (root.querySelectorAll('.onward button'));
  /** @param {string} text @param {Record<string, string | number>} places */
  const filled = (text, places) => text.replace(/\{(\w+)\}/g, (_place, key) => String(places[key]));
  let shown = 0;

  /** @param {number} step */
  function go(step) {
    contents.open = false;
    visit(steps[step - 1].link, { step: 'pushState', quiet: true });
  }
  function restart() {
    progress.clear();
    go(first);
  }
  /** @param {HTMLButtonElement} button @param {string} way @param {string} [to] */
  function label(button, way, to = '') {
    const [what, where] = /** @type {[HTMLElement, HTMLElement]} */ (/** @type {unknown} */ ([button.querySelector('b'), button.querySelector('span')]));
    write(what, way);
    where.hidden = to === '';
    write(where.querySelector('.named'), to);
  }

  /** What is beside the steps. */
  function frame() {
    const { solved, shown: seen } = progress.of(shown);
    write(count, filled(told.count, { n: shown, count: steps.length }));
    write(name, titles[shown - 1]);
    back.classList.toggle('none', shown === first);
    label(back, told.back, titles[shown - 2]);
    const skips = sections[shown - 1].querySelector('.challenge') && !solved && !seen;
    next.classList.toggle('filled', !skips && shown < last);
    if (shown === last) label(next, told.restart);
    else label(next, skips ? told.skip : told.next, titles[shown]);
  }

  function show() {
    const { step } = store.view('state');
    if (step === shown) return;
    const begins = shown === 0;
    shown = step;
    sections.forEach((section, i) => section.classList.toggle('current', i + 1 === step));
    marks.forEach((mark, i) => {
      mark.classList.toggle('past', i + 1 < step);
      mark.classList.toggle('current', i + 1 === step);
    });
    entries.forEach((entry, i) => {
      const link = entry.querySelector('a');
      if (link) link.ariaCurrent = i + 1 === step ? 'step' : null;
    });
    frame();
    document.title = filled(told.title, { step: titles[step - 1], lesson });
    document.documentElement.classList.remove('bound');
    if (begins) return;
    contents.open = false;
    // A caret in what is hidden falls behind it in Chromium, and the screen reader's place with it.
    getSelection()?.empty();
    const heading = sections[step - 1].querySelector('h2');
    // A guest does not take the focus from its host, nor scroll it.
    if (self === top || document.hasFocus()) heading?.focus({ preventScroll: true });
    if (self === top && contents.getBoundingClientRect().top < 0) root.scrollIntoView();
  }

  entries.forEach((entry, i) => {
    const link = /** @type {HTMLAnchorElement} */ (entry.querySelector('a'));
    link.hash = steps[i].link;
    entry.hidden = marks[i].toggleAttribute('hidden', i + 1 < first || i + 1 > last);
    link.addEventListener('click', (event) => {
      // In a tab of its own the link does the same.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (i + 1 === shown) contents.open = false;
      else go(i + 1);
    });
  });
  back.addEventListener('click', () => { if (shown > first) go(shown - 1); });
  next.addEventListener('click', () => (shown < last ? go(shown + 1) : restart()));
  root.querySelector('.restart')?.addEventListener('click', restart);
  back.disabled = next.disabled = false;
  progress.subscribe((step) => { if (step === shown) frame(); });
  store.subscribe(show);
  show();
  return { go, restart };
}
