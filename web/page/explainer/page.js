// The explainer's page: the form's controls and the picture, both shown from the council module's state.
//
// Everything here enhances HTML that is already complete: the recorded vote, told in words and as a picture. The
// controls come alive with the council module, the picture follows with the chamber module.
import { castVote, goTo, reset } from '../modules/actions.js';
import { openCouncil } from '../modules/council.js';
import { linkIn, linkText } from '../modules/link.js';
import { followLanguage, recordLink } from '../parts/history.js';

/** @typedef {import('../modules/council.js').Council} Council */
/** @typedef {import('../modules/chamber.js').Chamber} Chamber */

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
function part(selector, type) {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new TypeError(`The page has no ${selector}`);
  return element;
}

const form = part('#controls', HTMLFormElement);
const members = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll('fieldset')]);
const copy = part('#copy', HTMLElement);
const status = part('#outcome', HTMLElement);
const outcome = part('#outcome strong', HTMLElement);
const why = part('#outcome span', HTMLElement);
const article = part('#article', HTMLElement);
const deciders = part('#deciders', HTMLElement);
const change = part('#change', HTMLElement);
/** The outcome again, in sight while the reader goes through the long list of controls. */
const echo = part('#echo', HTMLElement);
const questions = document.querySelectorAll('#predict li').length;
const languages = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.languages a'));

/** Beside this script lies the rest of the site, whatever page asks. @param {string} path */
const file = (path) => new URL(path, import.meta.url).href;

/**
 * Tells the reader something about the page itself, in words that stand in a template of that id, or nothing any more.
 * @param {string} place  the id of where there is room for it
 * @param {string} [id]
 */
function tell(place, id) {
  part(`#${place}`, HTMLElement).textContent = id ? part(`#${id}`, HTMLTemplateElement).content.textContent : '';
}

/** @param {HTMLFieldSetElement} member */
const codeOf = (member) => member.querySelector('input')?.name ?? '';

/**
 * Sets a text, unless it stands there: a status that does not change is not announced again.
 * @param {HTMLElement} element
 * @param {string} text
 * @param {boolean} anew  whether it was never announced
 */
function write(element, text, anew) {
  if (anew || element.textContent !== text) element.textContent = text;
}

/**
 * Puts the council's state into the form and the outcome.
 * @param {Council} council
 * @param {boolean} busy  whether more follows at once: a busy status is announced when it has settled
 */
function render(council, busy) {
  const settled = !busy && status.hasAttribute('aria-busy');
  if (busy) status.setAttribute('aria-busy', 'true');
  else status.removeAttribute('aria-busy');
  const state = council.told('state');
  const { decisive } = council.told('outcome');
  const reasons = council.told('reasons');
  for (const member of members) {
    const input = member.querySelector(`input[value="${state.votes[Number(member.dataset.seat)]}"]`);
    if (input instanceof HTMLInputElement) input.checked = true;
    const decides = decisive.includes(codeOf(member));
    member.classList.toggle('decisive', decides);
    if (decides) member.setAttribute('aria-describedby', 'decides');
    else member.removeAttribute('aria-describedby');
  }
  write(outcome, reasons.status, settled);
  write(why, reasons.why, settled);
  write(echo, reasons.status, false);
  write(article, reasons.article, false);
  write(deciders, reasons.deciders, false);
  write(change, council.told('changes').text, false);
  return state;
}

/** What both modules are told, as JSON text. */
const [words, scenario] = ['#words', '#scenario'].map((id) => part(id, HTMLScriptElement).text);

/** Nothing waits for it; who uses it notices when it does not come. */
const later = import('./later.js');
later.catch(() => {});

/**
 * Lets the questions be answered. Nothing waits for them; where they cannot be had, their buttons stay disabled.
 * @param {Omit<Parameters<typeof import('./later.js').askQuestions>[0], 'section'>} page
 */
async function ask(page) {
  const { askQuestions } = await later;
  return askQuestions({ section: part('#predict', HTMLElement), ...page });
}

/**
 * Draws the picture on the canvas and lets it be voted on.
 * @param {Council} council
 * @param {(action: import('../modules/actions.js').Action) => void} dispatch
 * @param {(bytes: number) => void} onProgress
 * @returns {Promise<Chamber>}
 */
async function drawChamber(council, dispatch, onProgress) {
  const { openChamber } = await later;
  const box = part('#chamber', HTMLElement);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const appearance = () => ({ reducedMotion: still.matches });
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  picture.classList.add('drawn');
  picture.role = 'img';
  const chamber = await openChamber({
    canvas: part('#canvas', HTMLCanvasElement),
    picture,
    moduleUrl: file('chamber.js'),
    wasmUrl: file('chamber.wasm'),
    fonts: Promise.all(['regular', 'bold'].map(async (weight) =>
      new Uint8Array(await (await fetch(file(`fonts/inter-${weight}.otf`))).arrayBuffer()))),
    words,
    scenario,
    appearance: appearance(),
    onAction: dispatch,
    onProgress,
    onLive(live) {
      box.classList.add('live');
      box.classList.toggle('in-picture', live === 'picture');
      if (live === 'picture') box.prepend(picture);
      else picture.remove();
    },
  });
  const colours = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'].map((query) => matchMedia(query));
  for (const query of [still, ...colours]) query.addEventListener('change', () => chamber.setAppearance(appearance()));

  // The picture shows where the keyboard is among the controls.
  const showFocus = () => {
    const member = form.querySelector('fieldset:has(:focus-visible)');
    chamber.show(council.told('link'), member instanceof HTMLFieldSetElement ? codeOf(member) : '');
  };
  form.addEventListener('focusin', showFocus);
  form.addEventListener('focusout', () => queueMicrotask(showFocus));
  showFocus();
  // Paper shows the votes as they are.
  addEventListener('beforeprint', () => {
    const picture = part('#chamber .wide', SVGSVGElement);
    chamber.drawInto(picture);
    picture.ariaLabel = outcome.textContent;
  });
  return chamber;
}

async function start() {
  const council = await openCouncil({ moduleUrl: file('council.wasm'), words, scenario });
  /** @type {Chamber | undefined} */
  let chamber;
  let turnTo = (/** @type {number} */ _step) => {};
  const show = (busy = false) => {
    const view = render(council, busy);
    turnTo(view.step);
    const focused = form.querySelector('fieldset:has(:focus-visible)');
    chamber?.show(council.told('link'), focused instanceof HTMLFieldSetElement ? codeOf(focused) : '');
  };
  for (const page of languages) {
    page.addEventListener('click', () => { page.hash = council.told('link').replace(/&lang=[^&]*/, ''); });
  }
  /** What was said of a copied link holds no longer. */
  let forgetCopy = () => {};
  later.then(({ offerCopy }) => { forgetCopy = offerCopy(copy, () => council.told('link')); }, () => {});
  /** @param {import('../parts/history.js').Step} step */
  const record = (step) => {
    recordLink(council.told('link'), step);
    forgetCopy();
  };
  /** Ends the vote that plays for a question. */
  let stop = () => {};
  /** @param {import('../modules/actions.js').Action} action @param {import('../parts/history.js').Step} [step] */
  const dispatch = (action, step = 'replaceState') => {
    stop();
    if (!council.act(action)) return;
    record(step);
    show();
  };

  const follow = () => {
    if (followLanguage(languages)) return;
    stop();
    forgetCopy();
    const good = council.follow(linkText(linkIn(location))) && council.told('state').step <= questions;
    if (!good) council.follow('');
    tell('note', good ? undefined : 'bad-link');
    show();
  };
  addEventListener('hashchange', () => {
    // A place on the page is no state: the votes stay, and the link tells them again.
    if (document.getElementById(location.hash.slice(1))) record('replaceState');
    else follow();
  });
  // What the reader chose before the rule was there counts.
  const chosen = [...form.querySelectorAll('input')].filter((input) => input.checked && !input.defaultChecked);
  const early = chosen.map((input) =>
    castVote(input.name, input.value));
  follow();
  for (const action of early) dispatch(action);
  const codes = members.toSorted((a, b) => Number(a.dataset.seat) - Number(b.dataset.seat)).map(codeOf);
  ask({
    council,
    codes,
    show,
    goTo: (step) => dispatch(goTo(step)),
    cast(code, letter, step) {
      council.act(castVote(code, letter));
      record(step);
    },
  }).then((played) => {
    stop = played.stop;
    turnTo = played.turnTo;
    show();
  }, () => {});
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.closest('fieldset')) dispatch(castVote(target.name, target.value));
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    dispatch(reset, 'pushState');
  });
  // On a slow link the picture says that it is coming, in the place where it will ask for a tap.
  const coming = part('#coming', HTMLElement);
  const progress = part('#coming progress', HTMLProgressElement);
  const late = setTimeout(() => { coming.hidden = false; }, 300);
  chamber = await drawChamber(council, dispatch, (bytes) => { progress.value = bytes; }).catch(() => {
    tell('picture-note', 'without-chamber');
    return undefined;
  });
  clearTimeout(late);
  coming.hidden = true;
}

start().catch(() => {
  // Nothing is decided without the rule: back to the record, and no more.
  form.reset();
  for (const member of members) member.disabled = true;
  part('.tools', HTMLElement).hidden = true;
  ask({ show() {}, cast() {} }).catch(() => {});
  tell('note', 'without-rule');
});
