// A lesson on the wall: the chamber large, the steps turned by a clicker, and the teacher's notes and clock in a window of
// their own. That window is written from here, so that it works from a file, too.
import { adopt } from './sheet.js';
import { write } from './verdict.js';

/** The colours that the notes need. */
const inks = ['paper', 'ink', 'soft', 'line', 'table'];

/** Seconds as a clock shows them: 12:40. @param {number} seconds */
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/**
 * A lesson's file, as far as it is shown here.
 * @typedef {object} Lesson
 * @property {string} title
 * @property {{ kind: string, title: string, minutes: number, notes?: string[] }[]} steps
 */

/**
 * An element with what is in it.
 * @param {Document} paper  that it is for
 * @param {string} what  its tag and its class: p.clock
 * @param {...(string | Element)} inside
 */
function made(paper, what, ...inside) {
  const [tag, name = ''] = what.split('.');
  const element = paper.createElement(tag);
  element.className = name;
  element.append(...inside);
  return element;
}

/** What the class sees besides the step: which one it is, and the code. @param {any} words */
function wallOf(words) {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  picture.append(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
  picture.setAttribute('shape-rendering', 'crispEdges');
  picture.role = 'img';
  picture.ariaLabel = words.scan;
  const caption = made(document, 'figcaption', words.scan);
  const count = made(document, 'p.count');
  caption.ariaHidden = count.ariaHidden = 'true';
  return made(document, 'aside.wall', count, made(document, 'figure.scan', picture, caption));
}

/** The teacher's own page. @param {Document} paper @param {any} words */
function notesOf(paper, words) {
  const timer = made(paper, 'b', '0:00');
  timer.role = 'timer';
  const pace = made(paper, 'p.pace', made(paper, 'i.gone'), made(paper, 'i.due'));
  pace.ariaHidden = 'true';
  const letters = paper.createElement('input');
  letters.type = 'checkbox';
  const [back, next, dark, scanning, end] = [['back', words.back], ['next', words.following], ['dark', words.blank], ['scanning', words.enlarge], ['end', words.end]]
    .map(([name, text]) => made(paper, `button.${name}`, text));
  dark.ariaPressed = scanning.ariaPressed = 'false';
  return made(paper, 'main.notes',
    made(paper, 'p.clock', timer, ' ', made(paper, 'span.of')), pace, made(paper, 'p.ends'),
    made(paper, 'h1'), made(paper, 'div.said'),
    made(paper, 'section.following', made(paper, 'h2', words.following), made(paper, 'p.named'), made(paper, 'p.told')),
    made(paper, 'p.ways', back, ' ', next, ' ', dark, ' ', scanning, ' ', end),
    made(paper, 'p.letters', made(paper, 'label', letters, made(paper, 'span', words.letters))),
    made(paper, 'p.keys', words.keys));
}

/**
 * @param {HTMLElement} root  a lesson's page
 * @param {import('./store.js').Store} store
 * @param {object} page
 * @param {Lesson} page.lesson
 * @param {Pick<import('./steps.js').Teaching, 'part' | 'language'>} page.teaching
 * @param {import('./announcer.js').Announcer} page.announcer
 * @param {(step: number) => void} page.go  turns to a step
 * @param {any} page.words  the catalogue's section lesson.present, the kinds of steps, and the way back
 * @param {{ wall: string, notes: string }} page.styles
 * @param {{ isReachable: (address: Location) => boolean, drawCode: (picture: SVGSVGElement, address: string) => void }} page.codes
 *     to scan: for which addresses, and how they are drawn
 * @returns {() => void}  begins to present
 */
export function openPresenter(root, store, { lesson: { title, steps }, teaching: { part: { first, last }, language }, announcer, go, words, styles, codes }) {
  const { classList } = document.documentElement;
  const wall = wallOf(words);
  const [count, scan] = /** @type {HTMLCollectionOf<HTMLElement>} */ (wall.children);
  const shown = steps.slice(first - 1, last);
  /** @param {number} to  a step; the minutes that those before it and it itself take */
  const planned = (to) => shown.slice(0, to - first + 1).reduce((sum, { minutes }) => sum + minutes, 0);
  const plural = new Intl.PluralRules(language);
  /** @param {any} message @param {Record<string, string | number>} places */
  const filled = (message, places) => (typeof message === 'string' ? message : message[plural.select(Number(places.n))] ?? message.other)
    .replace(/\{(\w+)\}/g, (/** @type {string} */ _place, /** @type {string} */ key) => String(places[key]));
  adopt(styles.wall);

  /** @type {Window | null} */
  let notes = null;
  /** When the presentation began, in milliseconds. */
  let began = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;
  let letters = true;
  const step = () => store.view('state').step;
  /** A place of the notes, while their window is there. @param {string} selector @returns {HTMLElement | null} */
  const place = (selector) => (notes?.closed ? null : notes?.document.querySelector(selector) ?? null);

  function tick() {
    const seconds = (Date.now() - began) / 1000;
    const whole = planned(last);
    write(place('.clock b'), clock(seconds));
    write(place('.of'), filled(words.clock, { n: whole }));
    // Behind by what the step should have ended at; ahead by what it should begin at.
    const late = Math.floor(seconds / 60) - planned(step());
    const early = planned(step() - 1) - Math.ceil(seconds / 60);
    const pace = late > 0 ? filled(words.behind, { n: late }) : early > 0 ? filled(words.ahead, { n: early }) : words.on_time;
    write(place('.ends'), `${filled(words.ends, { time: clock(60 * planned(step())) })} ${pace}`);
    place('.pace .gone')?.style.setProperty('inline-size', `${Math.min(100, 100 * seconds / 60 / whole)}%`);
    place('.pace .due')?.style.setProperty('inline-size', `${100 * planned(step()) / whole}%`);
  }

  function show() {
    const n = step();
    const { notes: said = [], title: named } = steps[n - 1];
    write(count, filled(words.count, { n, count: steps.length }));
    scan.hidden = !codes.isReachable(location);
    if (!scan.hidden) codes.drawCode(/** @type {SVGSVGElement} */ (scan.querySelector('svg')), new URL(`#${store.view('link')}`, location.href).href);
    place('.scanning')?.toggleAttribute('hidden', scan.hidden);
    // The code stands below the words, unless these leave it no room.
    scan.classList.remove('crowded');
    const above = root.querySelector('.stage > .verdict .outcome:not(.room)');
    scan.classList.toggle('crowded', (above?.getBoundingClientRect().bottom ?? 0) > scan.getBoundingClientRect().top);
    write(place('h1'), filled(words.named, { n, title: named }));
    place('.said')?.replaceChildren(...(said.length > 0 ? said : [words.no_notes]).map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    }));
    const next = n < last ? steps[n] : undefined;
    write(place('.following .named'), next ? filled(words.named, { n: n + 1, title: next.title }) : words.last);
    write(place('.following .told'), next ? filled(words.following_told, { n: next.minutes, kind: words.kinds[next.kind] }) : '');
    place('.back')?.toggleAttribute('disabled', n === first);
    place('.next')?.toggleAttribute('disabled', n === last);
    tick();
  }

  /** @param {number} by */
  function turn(by) {
    const to = step() + by;
    if (to >= first && to <= last) go(to);
  }
  /** Puts something in the place of everything, or takes it away. @param {'dark' | 'scanning'} what */
  function toggle(what) {
    if (what === 'scanning' && scan.hidden) return;
    classList.toggle(what);
    for (const each of ['dark', 'scanning']) {
      if (each !== what) classList.remove(each);
      place(`.${each}`)?.setAttribute('aria-pressed', String(classList.contains(each)));
    }
  }
  const blank = () => toggle('dark');
  const enlarge = () => toggle('scanning');

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowRight: () => turn(1), PageDown: () => turn(1), ArrowLeft: () => turn(-1), PageUp: () => turn(-1),
    Home: () => go(first), End: () => go(last), Escape: end,
  };
  /** @type {Record<string, () => void>} */
  const letterKeys = { b: blank, '.': blank, n: openNotes, q: enlarge };
  /** @param {KeyboardEvent} event */
  function press(event) {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    // What is typed, and a choice among radio buttons, is not meant for the steps; Escape always is.
    const own = /** @type {Partial<Element>} */ (target).matches?.('input, select, textarea') && key !== 'Escape';
    const act = own ? undefined : keys[key] ?? (letters ? letterKeys[key.toLowerCase()] : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  }

  function openNotes() {
    if (notes && !notes.closed) return notes.focus();
    notes = open('', 'veto-explainer-notes', 'popup,width=460,height=740');
    if (!notes) return announcer.say(words.blocked);
    const { document: paper } = notes;
    paper.title = filled(words.notes, { lesson: title });
    paper.documentElement.lang = language;
    paper.documentElement.dir = document.documentElement.dir;
    for (const ink of inks) paper.documentElement.style.setProperty(`--${ink}`, getComputedStyle(document.documentElement).getPropertyValue(`--${ink}`));
    // A style sheet belongs to the window that it was made in.
    const sheet = new (/** @type {typeof window} */ (notes).CSSStyleSheet)();
    sheet.replaceSync(styles.notes);
    paper.adoptedStyleSheets = [sheet];
    paper.body.replaceChildren(notesOf(paper, words));
    for (const [name, act] of /** @type {[string, () => void][]} */ ([['.back', () => turn(-1)], ['.next', () => turn(1)], ['.dark', blank], ['.scanning', enlarge], ['.end', end]]))
      place(name)?.addEventListener('click', act);
    const box = /** @type {HTMLInputElement} */ (place('.letters input'));
    box.checked = letters;
    box.addEventListener('change', () => { letters = box.checked; });
    notes.addEventListener('keydown', press);
    show();
  }

  function end() {
    if (!classList.contains('presenting')) return;
    classList.remove('presenting', 'dark', 'scanning');
    if (!projected) classList.remove('projector');
    wall.remove();
    clearInterval(ticking);
    removeEventListener('keydown', press);
    notes?.close();
    if (document.fullscreenElement) document.exitFullscreen();
    /** @type {HTMLElement | null} */ (root.querySelector('.present'))?.focus();
  }
  // A part that was prepared in the projector's colours keeps them.
  const projected = classList.contains('projector');
  document.addEventListener('fullscreenchange', () => { if (!document.fullscreenElement) end(); });
  // The notes are nobody's once the lesson is closed.
  addEventListener('pagehide', () => notes?.close());
  store.subscribe(() => { if (classList.contains('presenting')) show(); });

  return () => {
    classList.add('presenting', 'projector');
    root.querySelector('main')?.append(wall);
    // Whoever begins in the middle is on time.
    began = Date.now() - 60000 * planned(step() - 1);
    openNotes();
    // Not everywhere: a frame may not, and a phone need not.
    document.documentElement.requestFullscreen?.().catch(() => {});
    addEventListener('keydown', press);
    ticking = setInterval(tick, 1000);
    show();
    announcer.say(words.begun);
    /** @type {HTMLElement | null} */ (root.querySelector('.current h2'))?.focus({ preventScroll: true });
  };
}
