// What nobody has to wait for, in one file: the page asks for it while the rule is on its way.
import { offerCopy } from '../parts/copy.js';
import { fetched } from '../parts/fetched.js';
import { furnish as usual } from './furnish.js';

export { seatMembers, typefacesOf, withoutRule } from './furnish.js';

/** @type {typeof usual} */
export function furnish(page, teaching, seated) {
  usual(page, teaching, seated);
  const { root, store, announcer } = page;
  offerCopy(root, store, announcer);
  const button = /** @type {HTMLButtonElement} */ (root.querySelector('.present'));
  /** What few readers do comes when they do it. */
  const asked = () => Promise.all([import('./present.js'), fetched(button.dataset.lesson ?? ''), fetched(/** @type {HTMLLinkElement} */ (document.querySelector('[data-asset=asked-words]')).href)])
    .then(([{ present }, lesson, { present: words }]) => present(root, store, { lesson, teaching, announcer, words, go: /** @type {(step: number) => void} */ (teaching.go) }));
  /** @type {ReturnType<typeof asked> | undefined} */
  let presenter;
  button.disabled = false;
  button.addEventListener('click', () => {
    presenter ??= asked();
    presenter.then((begin) => begin(), () => { presenter = undefined; });
  });
}
