// The explainer's page: its parts, all shown from the council module's state.
//
// Everything here enhances HTML that is already complete: the recorded vote, told in words and as a picture. The
// controls come alive with the council module; the rest follows.
import { openCouncil } from '../modules/council.js';
import { openAnnouncer } from '../parts/announcer.js';
import { closeControls, takeVotes } from '../parts/controls.js';
import { keepLink } from '../parts/history.js';
import { followLanguage, takeAlong } from '../parts/languages.js';
import { noteIn } from '../parts/note.js';
import { giveReasons } from '../parts/reasons.js';
import { createStore } from '../parts/store.js';
import { showVerdict } from '../parts/verdict.js';

const root = document.body;
const announcer = openAnnouncer(root);
const note = noteIn(root, '.verdict .note', announcer);
const pictureNote = noteIn(root, '.chamber .note', announcer);
const stays = () => pictureNote('withoutChamber');

/** What both modules are told, as JSON text. */
const [words, scenario] = ['words', 'scenario'].map((each) => root.querySelector(`script.${each}`)?.textContent ?? '');

/** Beside this script lies the rest of the site, whatever page asks. @param {string} path */
const file = (path) => new URL(path, import.meta.url).href;

/** @param {string} url @returns {Promise<Uint8Array>} */
async function bytesOf(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Nothing waits for it; who uses it notices when it does not come. */
const later = import('./later.js');
later.catch(() => {});

async function start() {
  const store = createStore(await openCouncil({ moduleUrl: file('council.wasm'), words, scenario }));
  keepLink(store, { leave: () => followLanguage(root), followed: (good) => note(good ? undefined : 'badLink') });
  announcer.attend(store);
  showVerdict(root, store);
  giveReasons(root, store);
  takeAlong(root, store);
  takeVotes(root, store);
  return store;
}

const started = start();
started.then(async (store) => {
  const { askQuestions, offerCopy, showPicture } = await later;
  /** @type {string[]} */
  const codes = JSON.parse(scenario).members.map((/** @type {{ code: string }} */ { code }) => code);
  askQuestions(root, { announcer, store, codes });
  offerCopy(root, store, announcer);
  showPicture(root, store, {
    files: {
      moduleUrl: file('chamber.js'),
      wasmUrl: file('chamber.wasm'),
      fonts: Promise.all(['regular', 'bold'].map((weight) => bytesOf(file(`fonts/inter-${weight}.otf`)))),
      words,
      scenario,
    },
    stays,
  });
}).catch(stays);
started.catch(async () => {
  closeControls(root);
  note('withoutRule');
  (await later).askQuestions(root, { announcer });
}).catch(() => {});
