// The frame: a still picture until somebody touches it. How high it is, it tells from the start.
//
// No module, so that it runs in a sandbox whose host lets it load nothing else, and says there that it cannot go on.
import { linkIn } from '../modules/link.js';
import { sleep } from '../parts/asleep.js';
import { tellHeight } from '../parts/height.js';
import { toLanguage } from '../parts/languages.js';
import { isAddedTo, wear } from '../parts/theme.js';

const root = document.body;
/** @param {string} name  of what the head names */
const load = (name) => import(/** @type {HTMLLinkElement} */ (document.querySelector(`[data-asset=${name}]`)).href);

/** Says in sight that something could not be had; controls that decide nothing do not look as if they did. */
function missing() {
  const note = /** @type {HTMLElement} */ (root.querySelector('.verdict .note'));
  note.textContent = note.dataset.withoutRule ?? '';
  root.querySelector('form')?.reset();
  for (const each of root.querySelectorAll('fieldset, button')) /** @type {HTMLButtonElement} */ (each).disabled = true;
}

toLanguage();
const link = linkIn(location);
wear(link.get('theme'));
tellHeight();
const { given, wake } = sleep(root, link, (first) => load('live').then((live) => live.wake(root, link, first)).catch(missing));
if (given) load('given').then(({ showGiven }) => showGiven(root, wake)).catch(missing);
if (isAddedTo(link)) load('publisher').then(({ showPublisher }) => showPublisher(root, link)).catch(() => {});
