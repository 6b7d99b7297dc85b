// A frame before anybody touches it: a still picture and its words, and no module. What wakes it is not lost.
import { isForFrame } from './host.js';

/**
 * What woke the page.
 * @typedef {object} First
 * @property {number} [seat]  whose picture was tapped
 * @property {unknown} [message]  of the host's
 */

/** Units within which a tap means a seat: half of what a finger needs, and its name. */
const reach = 36;

/**
 * The seat at a place of a still picture, which tells where its seats are.
 * @param {SVGElement | null} svg
 * @param {{ x: number, y: number }} place  in the picture's units
 * @returns {number | undefined}
 */
function seatIn(svg, { x, y }) {
  if (!svg?.dataset.seats) return undefined;
  const away = svg.dataset.seats.split(',').map((seat) => {
    const [left, top] = seat.split(' ').map(Number);
    return Math.hypot(left - x, top - y);
  });
  const nearest = Math.min(...away);
  return nearest > reach ? undefined : away.indexOf(nearest);
}

/** @param {{ target: EventTarget | null, clientX: number, clientY: number }} event */
function seatAt({ target, clientX, clientY }) {
  const svg = target instanceof Element ? target.closest('svg') : null;
  const place = svg?.getScreenCTM()?.inverse();
  return place && seatIn(svg, new DOMPoint(clientX, clientY).matrixTransform(place));
}

/**
 * Where the host shows a poster in place of the frame, the tap that asked for the frame: on a picture of that width, at a
 * place in its units, such as "320 160 279"; nothing but the key where it was no seat's. A page by itself takes no such word
 * for a touch.
 * @param {HTMLElement} root
 * @param {string} tap
 */
function seatTapped(root, tap) {
  const [width, x, y] = tap.split(' ').map(Number);
  const pictures = /** @type {NodeListOf<SVGSVGElement>} */ (root.querySelectorAll('svg[data-seats]'));
  return seatIn([...pictures].find(({ viewBox }) => viewBox.baseVal.width === width) ?? null, { x, y });
}

/** Whether the link tells of votes or a rule that are not the record's. @param {HTMLElement} root @param {URLSearchParams} link */
function givenByLink(root, link) {
  const recorded = [...root.querySelectorAll('fieldset')].sort((a, b) => Number(a.dataset.seat) - Number(b.dataset.seat))
    .map((member) => /** @type {HTMLInputElement} */ (member.querySelector('[checked]')).value).join('');
  return ['c', 'rule', 'votes'].some((key) => link.has(key)) || (link.get('v') ?? recorded) !== recorded;
}

/**
 * Sleeps until the first touch. Votes that a link gives are shown to nobody who did not ask: until then the picture has
 * neither votes nor outcome.
 * @param {HTMLElement} root
 * @param {URLSearchParams} link
 * @param {(first: First) => void} wakeUp  called once
 * @returns {{ given: boolean, wake: () => void }}  whether the votes are a link's; what wakes the page without a touch
 */
export function sleep(root, link, wakeUp) {
  const given = givenByLink(root, link);
  root.classList.add('asleep');
  if (given) root.classList.add('given', 'marked');
  const ending = new AbortController();
  const { signal } = ending;
  /** @param {First} [first] */
  function begin(first = {}) {
    if (signal.aborted) return;
    ending.abort();
    wakeUp(first);
  }
  root.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof Element) || target.closest('a')) return;
    if (!given) begin({ seat: seatAt(event) });
    else if (target.closest('.show, .chamber')) begin();
  }, { signal });
  if (!given) for (const type of ['keydown', 'focusin', 'change']) root.addEventListener(type, () => begin(), { signal });
  addEventListener('message', ({ source, data }) => {
    if (source === parent && self !== parent && isForFrame(data)) begin({ message: data });
  }, { signal });
  // Whoever was here before this script has touched it.
  if (!given && root.querySelector(':focus')) begin();
  const tap = link.get('tap');
  if (tap !== null && self !== parent) begin(given ? {} : { seat: seatTapped(root, tap) });
  return { given, wake: () => begin() };
}
