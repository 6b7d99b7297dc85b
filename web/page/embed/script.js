// The frame: a still picture until somebody touches it. How high it is, it tells from the start.
import { sleep } from '../parts/asleep.js';
import { tellHeight } from '../parts/height.js';

const root = document.body;
/** Says in sight that something could not be had. */
function missing() {
  const note = /** @type {HTMLElement} */ (root.querySelector('.verdict .note'));
  note.textContent = note.dataset.withoutRule ?? '';
}

tellHeight();
const { given, wake } = sleep(root, (first) => import('./live.js').then((live) => live.wake(root, first)).catch(missing));
if (given) import('./given.js').then(({ showGiven }) => showGiven(root, wake)).catch(missing);
