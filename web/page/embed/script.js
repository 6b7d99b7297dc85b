// The frame's page: outcome, controls and picture, all shown from the council module's state.
import { openCouncil } from '../modules/council.js';
import { openAnnouncer } from '../parts/announcer.js';
import { closeControls, takeVotes } from '../parts/controls.js';
import { keepLink } from '../parts/history.js';
import { noteIn } from '../parts/note.js';
import { createStore } from '../parts/store.js';
import { showVerdict } from '../parts/verdict.js';

const root = document.body;
const announcer = openAnnouncer(root);
const note = noteIn(root, '.verdict .note', announcer);
const pictureNote = noteIn(root, '.chamber .note', announcer);
const stays = () => pictureNote('withoutChamber');

/** What both modules are told, as JSON text. */
const [words, scenario] = ['words', 'scenario'].map((each) => root.querySelector(`script.${each}`)?.textContent ?? '');

/** What the page asks for is named in its head, and nowhere else. @param {string} name */
const asset = (name) => /** @type {HTMLLinkElement} */ (document.querySelector(`[data-asset=${name}]`));

/** Nothing waits for it; who uses it notices when it does not come. */
const later = import('./later.js');
later.catch(() => {});

async function start() {
  const store = createStore(await openCouncil({ moduleUrl: asset('council').href, words, scenario }));
  keepLink(store, { leave: () => false, followed: (good) => note(good ? undefined : 'badLink') });
  announcer.attend(store);
  showVerdict(root, store);
  takeVotes(root, store);
  return store;
}

const started = start();
started.then(async (store) => {
  const { offerCopy, showPicture, takeAlong, typefacesOf } = await later;
  takeAlong(root, store);
  offerCopy(root, store, announcer);
  showPicture(root, store, {
    files: {
      moduleUrl: asset('chamber').href,
      wasmUrl: asset('chamber-wasm').href,
      fonts: typefacesOf(asset('fonts')),
      words,
      scenario,
    },
    stays,
  });
}).catch(stays);
started.catch(() => {
  closeControls(root);
  note('withoutRule');
}).catch(() => {});
