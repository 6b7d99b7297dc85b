// <veto-explainer>: a poster in the article, and in its place, once somebody asks, the frame. It hands on what woke it, and
// speaks for the frame: properties, methods, events. Nothing is made of text, so that no policy of the host's is in its way.
import { addressesOf, attributes, faultIn, posters } from './addresses.js';

/**
 * What the build knows.
 * @typedef {object} Site
 * @property {string} base  where it is published
 * @property {string} opening  the vote that it opens with
 * @property {Record<string, Record<'direction' | 'name' | 'start' | 'show' | 'mark' | 'loading' | 'missing' | 'wrong', string>>} words  by language, the main
 *     one first
 * @property {string} style
 */

/** No frame is higher, in CSS pixels, whatever it says. */
const highest = 20000;
/** Once the frame's file has come, it speaks within that time, in milliseconds, or not at all. */
const patience = 3000;

/** @template {keyof HTMLElementTagNameMap} Tag @param {Tag} tag @param {Partial<HTMLElementTagNameMap[Tag]>} [properties] */
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

/** One for all of them, where the browser can share it. @param {string} style */
function sheetOf(style) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    return sheet;
  } catch {
    return undefined;
  }
}

/** @param {Site} site */
export const elementOf = (site, sheet = sheetOf(site.style)) => class VetoExplainer extends HTMLElement {
  static observedAttributes = attributes;

  #root = this.attachShadow({ mode: 'open' });
  #ending = new AbortController();
  #stale = false;
  /** @type {HTMLIFrameElement | undefined} */
  #frame;
  /** Asks for the frame, once. */
  #load = () => {};
  /** What the frame told last. @type {{ votes: any, outcome: any }} */
  #told = { votes: null, outcome: null };
  /** What is to be said to the frame, once it hears. @type {object[]} */
  #waiting = [];

  get votes() { return this.#told.votes; }
  get outcome() { return this.#told.outcome; }
  /** @param {string} code @param {string} vote */
  setVote(code, vote) { this.#send({ type: 'set', votes: { [code]: vote } }); }
  /** @param {number} step */
  goTo(step) { this.#send({ type: 'go', step }); }
  reset() { this.#send({ type: 'reset' }); }

  connectedCallback() { this.#begin(); }
  disconnectedCallback() { this.#end(); }
  /** However many attributes change at once, the element begins anew once. */
  attributeChangedCallback() {
    if (!this.isConnected || this.#stale) return;
    this.#stale = true;
    queueMicrotask(() => {
      this.#stale = false;
      if (!this.isConnected) return;
      this.#end();
      this.#begin();
    });
  }

  #end() {
    this.#ending.abort();
    this.#ending = new AbortController();
    this.#root.replaceChildren();
    this.#frame = undefined;
    this.#load = () => {};
    this.#told = { votes: null, outcome: null };
    this.#waiting = [];
  }

  /** The poster, and whatever leads from it to the frame. */
  #begin() {
    const { signal } = this.#ending;
    const attribute = (/** @type {string} */ name) => this.getAttribute(name);
    const spoken = this.closest('[lang]')?.getAttribute('lang')?.toLowerCase();
    const languages = Object.keys(site.words);
    const language = languages.find((each) => each === spoken || spoken?.startsWith(`${each}-`)) ?? languages[0];
    const tag = language === languages[0] ? '' : `.${language}`;
    const words = site.words[language];

    const { frame, link, poster, given } = addressesOf(attribute, site.opening);
    const invitation = given ? words.show : words.start;
    const own = this.querySelector('img');
    const alt = (own?.alt || this.textContent || '').trim() || words.name;
    // The article around may be in another language.
    const [room, box, slot, button, start, note] = [make('section', { lang: language, dir: words.direction }), make('div'), make('slot', { hidden: own !== null }), make('button', { type: 'button' }),
      make('span', { textContent: invitation }), make('p', { role: 'status' })];
    button.append(start);
    if (given) box.append(make('b', { textContent: words.mark }));
    box.append(slot, button, note);
    room.append(box);
    this.#root.append(room);
    if (sheet) this.#root.adoptedStyleSheets = [sheet];
    else this.#root.append(make('style', { textContent: site.style }));

    /** @param {string} reason */
    const fail = (reason) => {
      this.#frame?.remove();
      this.#frame = undefined;
      room.className = '';
      box.hidden = slot.hidden = false;
      start.textContent = invitation;
      note.textContent = reason;
      this.#tell('veto-error', { message: reason });
    };
    const addressOf = (/** @type {string} */ path) => new URL(path, new URL(attribute('site') ?? site.base, document.baseURI)).href;
    let fault = faultIn(attribute);
    try {
      addressOf(frame);
    } catch {
      fault = { name: 'site', found: attribute('site') ?? '', example: 'https://example.org/' };
    }
    if (fault) {
      button.hidden = true;
      return fail(words.wrong.replace(/\{(\w+)\}/g, (_, /** @type {keyof typeof fault} */ key) => String(fault[key]).slice(0, 80)));
    }
    const shown = posters.reduce((best, each) => (this.clientWidth >= each.from ? each : best));
    const image = make('img', { alt, width: shown.width, height: shown.height });
    image.onerror = () => image.remove();
    image.src = addressOf(`${poster}${shown.name}${tag}.svg`);
    button.prepend(image);

    /** @param {MouseEvent} [event]  that woke it */
    const load = (event) => {
      // Who touches the poster of a frame that is on its way by itself has one that knows where.
      if (this.#frame && (!event || this.#frame.height || link.has('tap'))) return;
      this.#frame?.remove();
      if (event) {
        const { left, top, width } = image.getBoundingClientRect();
        const place = [event.clientX - left, event.clientY - top].map((each) => Math.round((each / width) * shown.width));
        // A key has no place.
        link.set('tap', event.detail > 0 && width > 0 ? [shown.width, ...place].join(' ') : '');
        start.textContent = words.loading;
      }
      note.textContent = '';
      room.className = 'asked';
      const iframe = make('iframe', { src: addressOf(`${frame}${tag}.html#${link}`), title: alt });
      this.#frame = iframe;
      iframe.onload = () => {
        const late = setTimeout(() => { if (this.#frame === iframe && !iframe.height) fail(words.missing); }, patience);
        signal.addEventListener('abort', () => clearTimeout(late));
      };
      room.append(iframe);
    };
    this.#load = load;
    button.addEventListener('click', load);
    addEventListener('message', ({ source, data }) => {
      if (!this.#frame || source !== this.#frame.contentWindow || data?.veto !== 1) return;
      const { type, height, votes, outcome, step, message } = data;
      if (type === 'height' && height > 0 && height < highest) {
        const first = !this.#frame.height;
        this.#frame.height = String(Math.ceil(height));
        if (!first) return;
        if (this.#root.activeElement) this.#frame.focus({ preventScroll: true });
        box.hidden = true;
        // The first word wakes it, if nothing else has; it hears the others once it is awake.
        if (!link.has('tap')) this.#say(this.#waiting.splice(0, 1));
      } else if (type === 'ready' || type === 'change') {
        this.#told = { votes, outcome };
        this.#tell(`veto-${type}`, type === 'ready' ? outcome : { ...outcome, votes });
        this.#say(this.#waiting.splice(0));
      } else if (type === 'step') {
        this.#tell('veto-step', { ...this.outcome, step });
      } else if (type === 'error') {
        this.#tell('veto-error', { message: String(message) });
      }
    }, { signal });

    if (attribute('loading') !== 'near') return;
    room.className = 'asked';
    const near = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      near.disconnect();
      load();
    }, { rootMargin: '400px' });
    near.observe(this);
    signal.addEventListener('abort', () => near.disconnect());
  }

  /** @param {object} message */
  #send(message) {
    this.#waiting.push({ veto: 1, ...message });
    this.#load();
    if (this.outcome) this.#say(this.#waiting.splice(0));
  }

  /** @param {object[]} messages */
  #say(messages) {
    for (const message of messages) this.#frame?.contentWindow?.postMessage(message, '*');
  }

  /** @param {string} type @param {object} detail */
  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail })); }
};
