// The explainer's page: the form's controls and the picture, both shown from the council module's state.
//
// Everything here enhances HTML that is already complete: the recorded vote, told in words and as a picture. The
// controls come alive with the council module, the picture follows with the chamber module.
import { castVote, openCouncil, reset } from './council.js';

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
  note.hidden = false;
}

/** @param {HTMLFieldSetElement} member */
const seatOf = (member) => Number(member.dataset.seat);

/**
 * Sets a text, unless it stands there: a status that does not change is not announced again.
 * @param {HTMLElement} element
 * @param {string} text
 */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Puts the council's state into the form and the outcome.
 * @param {Council} council
 */
function render(council) {
  const view = council.view();
  for (const member of members) {
    const seat = seatOf(member);
    const input = member.querySelector(`input[value="${view.votes[seat]}"]`);
    if (input instanceof HTMLInputElement) input.checked = true;
    member.classList.toggle('decisive', view.decisive.includes(seat));
  }
  write(outcome, view.status);
  write(why, view.why);
  write(echo, view.status);
  return view;
}

const scenario = fetch(`scenarios/${explainer.dataset.scenario}.json`).then((response) => {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.text();
});

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
  const show = () => {
    const view = render(council);
    const focused = form.querySelector('fieldset:has(:focus-visible)');
    chamber?.show(view.link, focused instanceof HTMLFieldSetElement ? seatOf(focused) : -1);
  };
  /** @param {number} action */
  const dispatch = (action) => {
    if (council.act(action)) show();
  };

  if (location.hash.length > 1 && !council.follow(location.hash.slice(1))) tell('bad-link');
  // What the reader chose before the rule was there counts.
  for (const input of form.querySelectorAll('input')) {
    if (input.checked && !input.defaultChecked) {
      council.act(castVote(seatOf(/** @type {HTMLFieldSetElement} */ (input.closest('fieldset'))), input.value));
    }
  }
  show();
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const member = target.closest('fieldset');
    if (member) dispatch(castVote(seatOf(member), target.value));
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    dispatch(reset);
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
  part('button[type=reset]', HTMLButtonElement).hidden = true;
  tell('without-rule');
});
