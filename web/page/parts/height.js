// Tells whoever frames this page how high it is, in every dialect that hosts listen to: at once, whenever the height
// changes, and when a host asks. A page that stands by itself says nothing, nor does one whose height stays.
//
// A host need not say that it listens, so what can be said unasked is said to all. Two dialects want to be greeted first.

/** @typedef {(height: number) => unknown} Dialect  a message about a height */

/**
 * What is said unasked.
 * @param {URL} address  that was loaded: hosts know the frame by it, and it may change later
 * @param {string} [secret]
 * @returns {Dialect[]}
 */
function usualOf({ href, pathname, searchParams }, secret) {
  const id = pathname.replace(/.*\/|\.html$/g, '');
  const child = searchParams.get('childId');
  return [
    (height) => ({ veto: 1, type: 'height', height }),
    (height) => ({ sentinel: 'amp', type: 'embed-size', height: Math.max(100, height) }),  // AMP, @newswire/frames, sidechain
    (height) => ({ 'datawrapper-height': { [id]: height } }),  // Datawrapper, Pageflow
    (height) => JSON.stringify({ src: href, context: 'iframe.resize', height }),  // Medium, Embedly
    (height) => JSON.stringify({ id, type: 'set-height', value: height }),  // the Guardian, interactive
    (height) => ({ kind: 'interactive:height', height }),  // the Guardian, atom
    (height) => ({ context: 'h5p', action: 'resize', scrollHeight: height }),
    (height) => ({ subject: 'lti.frameResize', height }),  // Canvas
    ...child ? [(/** @type {number} */ height) => `pymxPYMx${child}xPYMxheightxPYMx${height}`] : [],
    ...secret ? [(/** @type {number} */ height) => ({ message: 'height', value: height, secret })] : [],
  ];
}

/**
 * What a greeting is, and the dialect that it asks for where that is none of the usual.
 * @param {any} data
 * @param {string} [secret]  WordPress's
 * @returns {{ name: string, dialect?: Dialect } | undefined}  nothing where it is no greeting
 */
function greeting(data, secret) {
  const resizer = /^\[iFrameSizer\]([^:]+):/.exec(data)?.[1];
  if (resizer) return { name: resizer, dialect: (height) => `[iFrameSizer]${resizer}:${height}:${innerWidth}:size` };
  const { type, sentinel, context, action, message } = data ?? {};
  if (type === 'iframe-child-init') return { name: type, dialect: (height) => ({ type: 'iframe-resized', width: innerWidth, height }) };
  if (sentinel === 'amp' && type === 'frames-init') return { name: type };
  if (context === 'h5p' && action === 'hello') return { name: context };
  if (message === 'ready' && secret && data.secret === secret) return { name: message };
  return undefined;
}

/** Begins to tell. */
export function tellHeight() {
  if (self === parent) return;
  const page = document.documentElement;
  const address = new URL(location.href);
  // WordPress appends `#?secret=…`, also where there is a fragment.
  const secret = /[#?&]secret=(\w+)/.exec(address.hash)?.[1];
  const usual = usualOf(address, secret);
  const say = (/** @type {unknown} */ message) => parent.postMessage(message, '*');
  /** @type {Map<string, Dialect>} */
  const asked = new Map();
  /** Who was answered since the height changed: a host that greets at every answer is not answered for ever. */
  const answered = new Set();
  let told = 0;
  function tell() {
    // Left to the browser, a scrollbar that is there until the host follows makes the page higher by its width, and so
    // keeps itself; it is for pages that do not fit.
    page.style.overflow = 'hidden';
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (height > innerHeight) page.style.overflow = '';
    if (height === told) return;
    told = height;
    answered.clear();
    for (const dialect of [...usual, ...asked.values()]) say(dialect(height));
  }
  addEventListener('message', ({ source, data }) => {
    const host = source === parent ? greeting(data, secret) : undefined;
    if (!host || answered.has(host.name)) return;
    if (host.dialect) asked.set(host.name, host.dialect);
    tell();
    answered.add(host.name);
    for (const dialect of host.dialect ? [host.dialect] : usual) say(dialect(told));
  });
  // In WordPress's sandbox a link leads nowhere by itself, and WordPress follows what it is told to our own host alone:
  // there the sources stand once more.
  if (secret) {
    addEventListener('click', (event) => {
      const link = /** @type {Element} */ (event.target).closest('a');
      if (!link) return;
      event.preventDefault();
      say({ message: 'link', value: link.host === address.host ? link.href : `${document.querySelector('.along')}#sources`, secret });
    });
  }
  say({ context: 'h5p', action: 'hello' });
  say({ sentinel: 'amp', type: 'embed-ready' });
  tell();
  // Afterwards: a scrollbar that comes or goes is a change of size itself, which an observer may not make.
  new ResizeObserver(() => setTimeout(tell)).observe(page);
  addEventListener('resize', tell);
}
