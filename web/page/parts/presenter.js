// A lesson on the wall: the chamber large, the steps turned by a clicker, and the teacher's notes and clock in a window of
// their own. That window is written from here, so that it works from a file, too.
import { messagesIn } from '../modules/message.js';
import { buttonFor, latinOf } from './keys.js';
import { adopt } from './sheet.js';
import { write } from './verdict.js';

/** The colours that the notes need. */
const inks = ['paper', 'ink', 'soft', 'line', 'table'];

/** Milliseconds in which a browser leaves full screen for a window that was opened. */
const leaving = 1000;

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

/**
 * What stands in for the notes on the wall, for a finger: why they are not there, and the ways on.
 * @param {any} words
 * @param {Record<string, () => void>} acts  by the word of each
 */
function standInOf(words, acts) {
  const buttons = Object.entries(acts).map(([word, act]) => {
    const button = made(document, 'button.plain', words[word]);
    button.addEventListener('click', act);
    return button;
  });
  return { why: made(document, 'p.blocked', words.blocked), ways: made(document, 'span.unattended', ...buttons), buttons };
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
 * @param {Pick<import('./steps.js').Teaching, 'part' | 'progress' | 'language'>} page.teaching
 * @param {import('./announcer.js').Announcer} page.announcer
 * @param {(step: number) => void} page.go  turns to a step
 * @param {any} page.words  the catalogue's section lesson.present, the kinds of steps, and the way back
 * @param {{ wall: string, notes: string }} page.styles
 * @param {{ isReachable: (address: Location) => boolean, drawCode: (picture: SVGSVGElement, address: string) => void }} page.codes
 *     to scan: for which addresses, and how they are drawn
 * @returns {() => void}  begins to present
 */
export function openPresenter(root, store, { lesson: { title, steps }, teaching: { part: { first, last }, progress, language }, announcer, go, words, styles, codes }) {
  const { classList } = document.documentElement;
  const wall = wallOf(words);
  const [count, scan] = /** @type {HTMLCollectionOf<HTMLElement>} */ (wall.children);
  const { why, ways, buttons: [back, onward, code] } = standInOf(words, { back: () => turn(-1), following: () => turn(1), enlarge: () => toggle('scanning'), reopen: openNotes, end });
  const shown = steps.slice(first - 1, last);
  /** @param {number} to  a step; the minutes that those before it and it itself take */
  const planned = (to) => shown.slice(0, to - first + 1).reduce((sum, { minutes }) => sum + minutes, 0);
  const filled = messagesIn(language);
  adopt(styles.wall);

  /** @type {Window | null} */
  let notes = null;
  /** When the presentation began, in milliseconds. */
  let began = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;
  let letters = true;
  /** The step at which the notes were blocked, and when they were opened, in milliseconds. */
  let blocked = 0;
  let opened = 0;
  const step = () => store.view('state').step;
  const attended = () => notes?.closed === false;
  /** A place of the notes, while their window is there. @param {string} selector @returns {HTMLElement | null} */
  const place = (selector) => (attended() ? notes?.document.querySelector(selector) ?? null : null);

  function tick() {
    ways.hidden = attended();
    // Whoever goes on has read it.
    why.hidden = attended() || blocked !== step();
    // Nobody could bring it back.
    if (!attended()) classList.remove('dark');
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
    for (const button of [code, place('.scanning')]) button?.toggleAttribute('hidden', scan.hidden);
    tick();
    // The code stands below the words and above what helps, unless these leave it no room.
    wall.style.setProperty('--foot', `${root.querySelector('.help p')?.getBoundingClientRect().height}px`);
    scan.classList.remove('crowded');
    const above = [...root.querySelectorAll('.stage > .verdict .outcome:not(.room), .help .after:not(:empty), .told-hints li')].map((each) => each.getBoundingClientRect().bottom);
    scan.classList.toggle('crowded', Math.max(...above) > scan.getBoundingClientRect().top);
    write(place('h1'), filled(words.named, { n, title: named }));
    place('.said')?.replaceChildren(...(said.length > 0 ? said : [words.no_notes]).map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    }));
    const next = n < last ? steps[n] : undefined;
    write(place('.following .named'), next ? filled(words.named, { n: n + 1, title: next.title }) : words.last);
    write(place('.following .told'), next ? filled(words.following_told, { n: next.minutes, kind: words.kinds[next.kind] }) : '');
    for (const button of [back, place('.back')]) button?.toggleAttribute('disabled', n === first);
    for (const button of [onward, place('.next')]) button?.toggleAttribute('disabled', n === last);
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

  /** Full screen is given for a press, and the one that opens the notes is used up by their window: so each asks for it, until it is there. */
  function fill() {
    // Not everywhere: a frame may not, and a phone need not.
    if (!document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => {});
  }

  /** What a clicker has, and the way out. @type {Record<string, () => void>} */
  const always = { PageDown: () => turn(1), PageUp: () => turn(-1), Escape: end };
  /** What moves in a text, and among radio buttons, as well. @type {Record<string, () => void>} */
  const moving = { ArrowRight: () => turn(1), ArrowLeft: () => turn(-1), Home: () => go(first), End: () => go(last) };
  /** @type {Record<string, () => void>} */
  const characters = { B: blank, '.': blank, N: openNotes, Q: enlarge };
  /** What a character is for: a vote where votes are called. @param {KeyboardEvent} event */
  function characterKey(event) {
    const ballot = root.querySelector('.current .ballot');
    const button = ballot && buttonFor(ballot, event);
    return button ? () => button.click() : characters[latinOf(event)];
  }
  /** @param {KeyboardEvent} event */
  function press(event) {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (event.defaultPrevented || altKey || ctrlKey || metaKey) return;
    const at = /** @type {Partial<Element>} */ (target);
    const types = at.matches?.('input:not([type=radio], [type=checkbox]), select, textarea');
    // Characters act only while there is the box that switches them off.
    const act = always[key] ?? (types || at.matches?.('[type=radio]') ? undefined : moving[key]) ??
      (letters && attended() && !types ? characterKey(event) : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  }

  function openNotes() {
    if (attended()) return notes?.focus();
    notes = open('', 'veto-explainer-notes', 'popup,width=460,height=740');
    if (!notes) {
      blocked = step();
      tick();
      return announcer.say(words.blocked);
    }
    opened = Date.now();
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
    for (const each of [wall, why, ways]) each.remove();
    clearInterval(ticking);
    removeEventListener('keydown', press);
    for (const kind of ['click', 'keydown']) removeEventListener(kind, fill);
    notes?.close();
    if (document.fullscreenElement) document.exitFullscreen();
    /** @type {HTMLElement | null} */ (root.querySelector('.present'))?.focus();
  }
  // A part that was prepared in the projector's colours keeps them.
  const projected = classList.contains('projector');
  document.addEventListener('fullscreenchange', () => {
    // Some browsers leave it for another window: that is nobody's wish to end.
    if (!document.fullscreenElement && Date.now() - opened > leaving) end();
  });
  // It is in the place of everything, and of what would take it away.
  scan.addEventListener('click', enlarge);
  // The chamber stays where it is, and what was asked for comes into sight.
  root.querySelector('.hint-button')?.addEventListener('click', () => {
    if (classList.contains('presenting')) root.querySelector('.told-hints > :last-child')?.scrollIntoView({ block: 'nearest' });
  });
  // The notes are nobody's once the lesson is closed.
  addEventListener('pagehide', () => notes?.close());
  /** The step that was shown last, and what was said of it. */
  let there = 0;
  let heard = '';
  function showWall() {
    if (!classList.contains('presenting')) return;
    show();
    // The words of a step are read from their beginning; what is said of an answer or a vote is brought into sight.
    const reply = root.querySelector('.current .reply');
    const said = reply?.textContent ?? '';
    if (there !== step()) scrollTo(0, 0);
    else if (said && said !== heard) reply?.scrollIntoView({ block: 'nearest' });
    there = step();
    heard = said;
  }
  store.subscribe(showWall);
  progress.subscribe(showWall);

  return () => {
    classList.add('presenting', 'projector');
    root.querySelector('main')?.append(wall);
    root.querySelector('.stage')?.prepend(why);
    root.querySelector('.help p')?.append(ways);
    // Whoever begins in the middle is on time.
    began = Date.now() - 60000 * planned(step() - 1);
    there = 0;
    openNotes();
    fill();
    addEventListener('keydown', press);
    for (const kind of ['click', 'keydown']) addEventListener(kind, fill);
    ticking = setInterval(tick, 1000);
    showWall();
    announcer.say(words.begun);
    /** @type {HTMLElement | null} */ (root.querySelector('.current h2'))?.focus({ preventScroll: true });
  };
}
