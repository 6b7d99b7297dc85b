// Opens what is packed in this file: pages, modules, votes. A browser asks the network for nothing then; what a page would
// fetch is in the file, or nowhere. Runs in the head, so that the list of what there is does not flash by.
//
//   ?page=lesson-veto    names the page; without it, data-opens of the root does; without that, the list stays
const { documentElement } = document;
const name = new URLSearchParams(location.search).get('page') ?? documentElement.dataset.opens;
if (typeof DecompressionStream === 'function') {
  documentElement.className = name ? 'opening' : 'ready';
  if (name) addEventListener('DOMContentLoaded', () => open(name).catch(() => { documentElement.className = ''; }));
}

/** The files, by name: after a line that lists names and lengths, one after the other. @returns {Promise<Map<string, Uint8Array>>} */
async function unpacked() {
  const packed = Uint8Array.from(atob(document.querySelector('script.inside')?.textContent ?? ''), (sign) => sign.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let end = bytes.indexOf(10) + 1;
  /** @type {[string, number][]} */
  const list = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  return new Map(list.map(([file, length]) => [file, bytes.slice(end, end += length)]));
}

/** @param {string} page */
async function open(page) {
  const files = await unpacked();
  const html = files.get(`${page}.html`);
  if (!html) {
    documentElement.className = 'ready';
    return;
  }
  const addressOf = (/** @type {string} */ file) => new URL(file, document.baseURI).href;
  const known = new Map([...files].map(([file, bytes]) => [addressOf(file), bytes]));
  window.fetch = async (wanted) => {
    const bytes = known.get(addressOf(String(wanted)));
    return bytes ? new Response(/** @type {BufferSource} */ (bytes)) : Response.error();
  };
  const text = (/** @type {Uint8Array} */ bytes) => new TextDecoder().decode(bytes);
  // Scripts have addresses of their own. A style sheet of a file's is read by nobody but where it is data.
  const addressed = text(html).replace(/"(assets\/[\w.-]+\.(js|css))"/g, (_all, file, kind) => {
    const bytes = /** @type {Uint8Array} */ (files.get(file));
    return kind === 'js' ? `"${URL.createObjectURL(new Blob([/** @type {BlobPart} */ (bytes)], { type: 'text/javascript' }))}"`
      : `"data:text/css,${encodeURIComponent(text(bytes)).replaceAll("'", '%27')}"`;
  });
  document.open();
  document.write(addressed);
  document.close();
}
