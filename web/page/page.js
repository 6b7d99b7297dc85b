// The explainer's page: the form's controls and the picture, both shown from the council module's state.
//
// Everything here enhances HTML that is already complete: the recorded vote, told in words and as a picture. The
// controls come alive with the council module, the picture follows with the chamber module.
import { castVote, openCouncil, reset } from './council.js';
import { offerCopy, recordLink } from './link.js';

/** @typedef {import('./council.js').Council} Council */
/** @typedef {import('./chamber.js').Chamber} Chamber */

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

const explainer = part('#explainer', HTMLElement);
const form = part('#controls', HTMLFormElement);
const members = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll('fieldset')]);
const copy = part('#copy', HTMLElement);
const status = part('#outcome', HTMLElement);
const outcome = part('#outcome strong', HTMLElement);
const why = part('#outcome span', HTMLElement);
/** The outcome again, in sight while the reader goes through the long list of controls. */
const echo = part('#echo', HTMLElement);
const note = part('#note', HTMLElement);

/**
 * Tells the reader something about the page itself, in words that stand in a template of that id.
 * @param {string} id
 */
function tell(id) {
  note.textContent = part(`#${id}`, HTMLTemplateElement).content.textContent;
  note.dataset.id = id;
  note.hidden = false;
}

/** @param {HTMLFieldSetElement} member */
const seatOf = (member) => Number(member.dataset.seat);

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
  const view = council.view();
  for (const member of members) {
    const seat = seatOf(member);
    const input = member.querySelector(`input[value="${view.votes[seat]}"]`);
    if (input instanceof HTMLInputElement) input.checked = true;
    member.classList.toggle('decisive', view.decisive.includes(seat));
  }
  write(outcome, view.status, settled);
  write(why, view.why, settled);
  write(echo, view.status, false);
  return view;
}

const scenario = fetch(`scenarios/${explainer.dataset.scenario}.json`).then((response) => {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.text();
});

/**
 * Lets the questions be answered. Nothing waits for them; where they cannot be had, their buttons stay disabled.
 * @param {Omit<Parameters<typeof import('./predict.js').askQuestions>[0], 'section'>} page
 */
async function ask(page) {
  const { askQuestions } = await import('./predict.js');
  return askQuestions({ section: part('#predict', HTMLElement), ...page });
}

/**
 * Draws the picture on the canvas and lets it be voted on.
 * @param {Council} council
 * @param {(action: number) => void} dispatch
 * @returns {Promise<Chamber>}
 */
async function drawChamber(council, dispatch) {
  const { openChamber } = await import('./chamber.js');
  const box = part('#chamber', HTMLElement);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const appearance = () => ({ reducedMotion: still.matches });
  const chamber = await openChamber({
    canvas: part('#canvas', HTMLCanvasElement),
    moduleUrl: 'chamber.js',
    fontUrls: ['fonts/inter-regular.otf', 'fonts/inter-bold.otf'],
    scenario: await scenario,
    appearance: appearance(),
    onAction: dispatch,
    onLost() {
      box.classList.remove('live');
      tell('without-chamber');
    },
  });
  const colours = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'].map((query) => matchMedia(query));
  for (const query of [still, ...colours]) query.addEventListener('change', () => chamber.setAppearance(appearance()));

  // The picture shows where the keyboard is among the controls.
  const showFocus = () => {
    const member = form.querySelector('fieldset:has(:focus-visible)');
    chamber.show(council.view().link, member instanceof HTMLFieldSetElement ? seatOf(member) : -1);
  };
  form.addEventListener('focusin', showFocus);
  form.addEventListener('focusout', () => queueMicrotask(showFocus));
  showFocus();
  box.classList.add('live');
  return chamber;
}

async function start() {
  const council = await openCouncil({ moduleUrl: 'council.wasm', scenario });
  /** @type {Chamber | undefined} */
  let chamber;
  const show = (busy = false) => {
    const view = render(council, busy);
    const focused = form.querySelector('fieldset:has(:focus-visible)');
    chamber?.show(view.link, focused instanceof HTMLFieldSetElement ? seatOf(focused) : -1);
  };
  const forgetCopy = offerCopy(copy, () => council.view().link);
  /** @param {import('./link.js').Step} step */
  const record = (step) => {
    recordLink(council.view().link, step);
    forgetCopy();
  };
  /** Ends the vote that plays for a question. */
  let stop = () => {};
  /** @param {number} action @param {import('./link.js').Step} [step] */
  const dispatch = (action, step = 'replaceState') => {
    stop();
    if (!council.act(action)) return;
    record(step);
    show();
  };

  const follow = () => {
    stop();
    forgetCopy();
    note.hidden ||= note.dataset.id === 'bad-link';
    if (!council.follow(location.hash.slice(1))) tell('bad-link');
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
    castVote(seatOf(/** @type {HTMLFieldSetElement} */ (input.closest('fieldset'))), input.value));
  follow();
  for (const action of early) dispatch(action);
  ask({
    council,
    show,
    cast(seat, letter, step) {
      if (council.act(castVote(seat, letter))) record(step);
    },
  }).then((end) => { stop = end; }, () => {});
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const member = target.closest('fieldset');
    if (member) dispatch(castVote(seatOf(member), target.value));
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    dispatch(reset, 'pushState');
  });
  chamber = await drawChamber(council, dispatch).catch(() => {
    tell('without-chamber');
    return undefined;
  });
}

start().catch(() => {
  // Nothing is decided without the rule: back to the record, and no more.
  form.reset();
  for (const member of members) member.disabled = true;
  part('.tools', HTMLElement).hidden = true;
  ask({ show() {}, cast() {} }).catch(() => {});
  tell('without-rule');
});
