// What helps with a step: hints, one by one, its start again, the way to the explorer, and a solution, once there were
// tries enough.
import { write } from './verdict.js';
import { linkWith } from '../modules/lesson.js';
import { messagesIn } from '../modules/message.js';

/**
 * @param {HTMLElement} root  with `.help`, and `.step` sections that may have `.hints`
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {import('./steps.js').Teaching} page.teaching
 * @param {import('./announcer.js').Announcer} page.announcer
 */
export function giveHelp(root, store, { teaching: { lesson, progress, told, language, kept }, announcer }) {
  const help = /** @type {HTMLElement} */ (root.querySelector('.help'));
  const [hint, again, solution] = help.querySelectorAll('button');
  const [after, list] = [help.querySelector('.after'), help.querySelector('ol')];
  const explorer = help.querySelector('a');
  const file = explorer?.getAttribute('href');
  const filled = messagesIn(language);
  const current = () => store.view('state').step;
  const hintsOf = (/** @type {number} */ step) => [...root.querySelectorAll(`#step-${step} .hints li`)].map(({ textContent }) => textContent ?? '');

  function show() {
    const step = current();
    const { solution: model, tries = 0 } = lesson.steps[step - 1];
    const { hints, tries: tried, solved, shown } = progress.of(step);
    const all = hintsOf(step);
    hint.hidden = all.length === 0;
    hint.ariaDisabled = hints < all.length ? null : 'true';
    write(hint, hints === 0 ? told.hint.first : hints < all.length ? told.hint.next : told.hint.none);
    list?.replaceChildren(...all.slice(0, hints).map((text) => Object.assign(document.createElement('li'), { textContent: text })));
    const more = model && !solved && !shown ? Math.max(tries - tried, 0) : 0;
    solution.hidden = !model || more > 0 || Boolean(solved);
    write(after, more > 0 ? filled(told.after, { n: more }) : '');
    // The way back leads to the part that was prepared, and to its colours.
    const asked = kept().slice(1);
    if (explorer && file) explorer.href = `${file}?from=${lesson.id}${asked && `&part=${encodeURIComponent(asked)}`}#${store.view('link')}`;
  }

  hint.addEventListener('click', () => {
    const step = current();
    const { hints } = progress.of(step);
    const text = hintsOf(step)[hints];
    if (!text) return;
    progress.change(step, { hints: hints + 1 });
    announcer.say(text);
  });
  again.addEventListener('click', () => {
    const step = current();
    const { link, challenge } = lesson.steps[step - 1];
    const judged = challenge && store.judge(JSON.stringify(challenge));
    const { tries } = progress.of(step);
    // Whoever gives up has tried.
    const failed = judged && !judged.solved && judged.changes > 0 && judged.left > 0;
    progress.change(step, { answer: undefined, tries: tries + (failed ? 1 : 0) });
    store.follow(link, { step: 'pushState' });
    announcer.say(told.again);
  });
  solution.addEventListener('click', () => {
    const step = current();
    const { solution: votes } = lesson.steps[step - 1];
    if (!votes) return;
    progress.change(step, { shown: true });
    store.follow(linkWith(lesson.steps[step - 1], votes), { step: 'pushState', quiet: true });
  });
  for (const button of [hint, again, solution]) button.disabled = false;
  progress.subscribe(show);
  store.subscribe(show);
  show();
}
