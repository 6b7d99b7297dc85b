// What it would take: the smallest changes that turn the outcome, each a press away; votes held fast.
import { castVote, lock, unlock } from '../modules/actions.js';
import { letters } from '../modules/border.js';
import { permanentFirst } from '../modules/language.js';
import { messagesIn } from '../modules/message.js';
import { stripOf } from './strip.js';
import { write } from './verdict.js';

/** A ballot's mark. @param {string} way  as in files */
const markOf = (way) => stripOf(/** @type {[number, number, number, number]} */ (['in_favour', 'against', 'abstaining', 'not_participating'].map((each) => Number(each === way))));

/**
 * @param {HTMLElement} root  with `.moves`
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {any} page.words  the catalogue's section explore.moves
 * @param {any} page.change  its section change
 * @param {string} page.language
 * @param {() => string} page.scenario  that sits in the chamber, JSON
 */
export function showMoves(root, store, { words, change, language, scenario }) {
  const place = /** @type {HTMLElement} */ (root.querySelector('.moves'));
  /** @template {HTMLElement} T @param {string} selector @returns {T} */
  const find = (selector) => /** @type {T} */ (place.querySelector(selector));
  const list = new Intl.ListFormat(language);
  const [sets, chips] = [find('.sets'), find('.chips')];
  /** Whose the chips are. */
  let seated = '';
  /** @type {{ code: string, permanent: boolean, name: Record<string, string>, short?: Record<string, string> }[]} */
  let members = [];

  /** @type {Map<string, string>} */
  let names = new Map();
  const nameOf = (/** @type {string} */ code) => names.get(code) ?? code;

  function seat() {
    const now = scenario();
    if (now === seated) return;
    seated = now;
    members = JSON.parse(now).members;
    names = new Map(members.map(({ code, name, short = name }) => [code, short[language] ?? short.en]));
    const inOrder = permanentFirst(members, language, ({ code }) => nameOf(code));
    chips.replaceChildren(...inOrder.map(({ code }) => Object.assign(document.createElement('button'), { type: 'button', value: code, textContent: nameOf(code) })));
  }

  /** @param {string} key @param {string[]} codes */
  const move = (key, codes) => words[key].replace('{members}', () => list.format(codes.map(nameOf)));

  const adopted = () => store.view('outcome').outcome === 'adopted';
  const filled = messagesIn(language);
  /** That not all is listed. @param {number} number  of sets @param {number} size  of each, in members */
  function manyMore(number, size) {
    const forms = change[adopted() ? 'more_defeat' : 'more_adopt'];
    return filled(forms, { n: size, number, size });
  }
  /** Below what is offered. @param {string} text */
  const tell = (text) => sets.append(Object.assign(document.createElement('li'), { textContent: text }));

  function show() {
    seat();
    write(find('#moves-heading'), adopted() ? words.fell : words.carry);
    const { locked, bound } = store.view('state');
    const { sets: turns, number } = store.view('changes');
    sets.replaceChildren(...turns.map((set) => {
      const moves = /** @type {const} */ (['in_favour', 'abstaining', 'against']).filter((way) => set[way].length > 0);
      const button = Object.assign(document.createElement('button'), { type: 'button', value: moves.flatMap((way) => set[way].map((code) => `${code}${letters[way]}`)).join(' ') });
      button.append(...moves.map(markOf), Object.assign(document.createElement('span'), { textContent: list.format(moves.map((way) => move(way, set[way]))) }));
      const row = document.createElement('li');
      row.append(button);
      return row;
    }));
    if (turns.length === 0) tell(store.view('outcome').reason === 'without_vote' ? words.without_vote : words.none);
    if (number > turns.length) tell(manyMore(number, Object.values(turns[0]).flat().length));
    for (const chip of chips.querySelectorAll('button')) {
      chip.ariaPressed = String(locked.includes(chip.value));
      chip.disabled = bound.includes(chip.value);
    }
  }

  place.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    if (sets.contains(button)) {
      // What stands in its place then does the opposite.
      find('h2').focus({ preventScroll: true });
      for (const each of button.value.split(' ')) store.act(castVote(each.slice(0, 3), each.slice(3)));
    }
    else if (chips.contains(button)) store.act((button.ariaPressed === 'true' ? unlock : lock)(button.value));
  });
  store.subscribe(show);
  show();
  place.inert = false;
}
