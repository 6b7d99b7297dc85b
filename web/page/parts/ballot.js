// Votes as they are called, in the order of seats: whoever enters them types a letter or a digit for each, on whatever
// keyboard, or presses a button; the last one can be taken back.
import { castVote } from '../modules/actions.js';
import { letters } from '../modules/border.js';
import { buttonFor } from './keys.js';
import { write } from './verdict.js';

/** Milliseconds without a letter, after which who is next is said: nobody wants to hear fifteen names of five seconds ago. */
const pause = 500;

/**
 * @param {HTMLElement} section  the step's, with `.ballot`
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {import('./steps.js').Teaching} page.teaching
 * @param {number} page.step  counted from 1
 * @param {() => { code: string, name: string }[]} page.members  that sit there, in the order of their seats
 * @param {Record<string, string>} page.ways  what a vote is called, by its letter
 * @param {import('./announcer.js').Announcer} page.announcer
 */
export function enterBallot(section, store, { teaching: { lesson }, step, members, ways, announcer }) {
  const form = /** @type {HTMLFormElement} */ (section.querySelector('.ballot'));
  const field = /** @type {HTMLInputElement} */ (form.querySelector('input'));
  const undo = /** @type {HTMLButtonElement} */ (form.querySelector('button[value=""]'));
  const [who, place] = [form.querySelector('.who'), form.querySelector('.place')];
  const { next: calls = '', done = '', cast = '' } = form.dataset;
  const start = () => new URLSearchParams(lesson.steps[step - 1].link).get('v') ?? '';
  /** The letters that were entered. */
  let entered = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** Whether what is being composed was entered key by key. */
  let taken = false;

  function show() {
    const seats = members();
    const next = seats[entered.length];
    write(who, next ? calls.replace('{member}', next.name) : done.replace('{count}', String(seats.length)));
    write(place, `${entered.length}/${seats.length}`);
    field.value = entered;
    for (const button of form.querySelectorAll('button')) button.ariaDisabled = (button.value ? next : entered) ? null : 'true';
  }

  /** @param {string} text  what stands in the field now */
  function enter(text) {
    const seats = members();
    const before = entered;
    const wanted = [...text.toUpperCase()].filter((letter) => Object.values(letters).includes(letter)).slice(0, seats.length).join('');
    const recorded = start();
    for (let seat = 0; seat < Math.max(wanted.length, before.length); seat += 1) {
      if (wanted[seat] === before[seat]) continue;
      // The last vote is told with what came of it.
      store.act(castVote(seats[seat].code, wanted[seat] ?? recorded[seat] ?? 'X'), { step: 'replaceState', quiet: wanted.length < seats.length });
    }
    // What the rule does not let a member do, it did not do.
    const { votes } = store.view('state');
    entered = [...wanted].map((_, seat) => votes[seat]).join('');
    show();
    clearTimeout(timer);
    timer = setTimeout(() => {
      const last = entered.length - 1;
      const said = last >= 0 && entered.length >= before.length ? `${cast.replace('{member}', seats[last].name).replace('{way}', ways[entered[last]])}. ` : '';
      announcer.say(`${said}${who?.textContent}`);
    }, pause);
  }

  form.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const button = event.isComposing && event.code === 'Backspace' ? undo : buttonFor(form, event);
    if (!button) return;
    event.preventDefault();
    taken = true;
    button.click();
  });
  field.addEventListener('input', (event) => {
    if (!taken || !/** @type {InputEvent} */ (event).isComposing) enter(field.value);
  });
  field.addEventListener('compositionend', () => {
    taken = false;
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const button of form.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      if (!button.ariaDisabled) enter(button.value ? entered + button.value : entered.slice(0, -1));
    });
    button.disabled = false;
  }
  field.disabled = false;
  store.subscribe(() => {
    const { step: at, votes } = store.view('state');
    if (at !== step) entered = '';
    // Whoever changes the votes elsewhere has not called them.
    else if (![...entered].every((letter, seat) => votes[seat] === letter)) entered = '';
    show();
  });
  show();
}
