// Makes a page live whose HTML is already complete: the recorded vote, told in words and as a picture. The controls come
// first, with the council module; what nobody has to wait for follows.
import { openCouncil } from '../modules/council.js';
import { openAnnouncer } from './announcer.js';
import { closeControls, takeVotes } from './controls.js';
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
 * @property {unknown} [message]  of the host's, that woke a frame
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
 * @param {object} page
 * @param {(store: import('./store.js').Store, followed: (good: boolean) => void) => void} page.follow  shows what the
 *     address tells
 * @param {string} [page.module]  the asset that decides
 * @param {string} [page.scenario]  JSON, where it is not the one that the page was built with
 * @param {(told: string) => string} [page.linkOf]  how the link is written then
 * @param {unknown} [page.message]  of the host's, that woke a frame
 * @param {import('./announcer.js').Announcer} [page.announcer]  where it is open already
 * @param {(store: import('./store.js').Store) => void} [page.begin]  called once the controls are live
 */
export async function goLive(root, later, { follow, module = 'council', scenario: other, linkOf, begin, message, announcer = openAnnouncer(root) }) {
  later.catch(() => {});  // awaited below, once there is something to furnish
  const note = noteIn(root, '.verdict .note', announcer);
  const pictureNote = noteIn(root, '.chamber .note', announcer);
  const stays = () => pictureNote('withoutChamber');
  /** What both modules are told, as JSON text. */
  const [words, built] = ['words', 'scenario'].map((each) => root.querySelector(`script.${each}`)?.textContent ?? '');
  const scenario = other ?? built;
  /** What the page asks for is named in its head, and nowhere else. @param {string} name */
  const asset = (name) => /** @type {HTMLLinkElement | null} */ (document.querySelector(`[data-asset=${name}]`));
  /** @param {string} name  of what the page has, or has no use for */
  const addressOf = (name) => asset(name)?.href ?? '';

  /** @type {import('./store.js').Store} */
  let store;
  try {
    store = createStore(await openCouncil({ moduleUrl: addressOf(module), words, scenario }), linkOf);
    follow(store, (good) => note(good ? undefined : 'badLink'));
    announcer.attend(store);
    showVerdict(root, store);
    takeVotes(root, store);
    begin?.(store);
  } catch {
    closeControls(root);
    note('withoutRule');
    return later.then(({ withoutRule }) => withoutRule?.({ root, announcer }), () => {});
  }
  try {
    const { furnish, typefacesOf } = await later;
    const fonts = typefacesOf(asset('fonts'), asset('letters'));
    fonts.catch(() => {});  // whoever draws with them notices
    const files = { moduleUrl: addressOf('chamber'), wasmUrl: addressOf('chamber-wasm'), fonts, words, scenario };
    furnish({ root, announcer, store, files, stays, message });
  } catch {
    stays();
  }
}
