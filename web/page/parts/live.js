// Makes a page live whose HTML is already complete: the recorded vote, told in words and as a picture. The controls come
// first, with the council module; what nobody has to wait for follows.
import { openCouncil } from '../modules/council.js';
import { openAnnouncer } from './announcer.js';
import { closeControls, takeVotes } from './controls.js';
import { keepLink } from './history.js';
import { noteIn } from './note.js';
import { createStore } from './store.js';
import { showVerdict } from './verdict.js';

/**
 * What a live page has in common.
 * @typedef {object} Page
 * @property {HTMLElement} root
 * @property {import('./announcer.js').Announcer} announcer
 * @property {import('./store.js').Store} store
 * @property {Parameters<typeof import('./picture.js').showPicture>[2]['files']} files  the chamber module's
 * @property {() => void} stays  says that the picture stays as it is
 */

/**
 * What may come later, from a file of its own.
 * @typedef {object} Later
 * @property {typeof import('./typeface.js').typefacesOf} typefacesOf
 * @property {(page: Page) => void} furnish
 * @property {(page: Pick<Page, 'root' | 'announcer'>) => void} [withoutRule]  where nothing can be decided
 */

/**
 * @param {HTMLElement} root
 * @param {Promise<Later>} later
 * @param {() => boolean} [leave]  leads elsewhere, where the address does not mean this page
 */
export async function goLive(root, later, leave = () => false) {
  later.catch(() => {});  // awaited below, once there is something to furnish
  const announcer = openAnnouncer(root);
  const note = noteIn(root, '.verdict .note', announcer);
  const pictureNote = noteIn(root, '.chamber .note', announcer);
  const stays = () => pictureNote('withoutChamber');
  /** What both modules are told, as JSON text. */
  const [words, scenario] = ['words', 'scenario'].map((each) => root.querySelector(`script.${each}`)?.textContent ?? '');
  /** What the page asks for is named in its head, and nowhere else. @param {string} name */
  const asset = (name) => /** @type {HTMLLinkElement | null} */ (document.querySelector(`[data-asset=${name}]`));
  /** @param {string} name  of what the page has, or has no use for */
  const addressOf = (name) => asset(name)?.href ?? '';

  /** @type {import('./store.js').Store} */
  let store;
  try {
    store = createStore(await openCouncil({ moduleUrl: addressOf('council'), words, scenario }));
    keepLink(store, { leave, followed: (good) => note(good ? undefined : 'badLink') });
    announcer.attend(store);
    showVerdict(root, store);
    takeVotes(root, store);
  } catch {
    closeControls(root);
    note('withoutRule');
    return later.then(({ withoutRule }) => withoutRule?.({ root, announcer }), () => {});
  }
  try {
    const { furnish, typefacesOf } = await later;
    const fonts = typefacesOf(asset('fonts'));
    fonts.catch(() => {});  // whoever draws with them notices
    const files = { moduleUrl: addressOf('chamber'), wasmUrl: addressOf('chamber-wasm'), fonts, words, scenario };
    furnish({ root, announcer, store, files, stays });
  } catch {
    stays();
  }
}
