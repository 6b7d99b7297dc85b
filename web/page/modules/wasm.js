// The one place where JavaScript touches a WebAssembly heap: the modules are spoken to in integers and UTF-8.
// web/platform/border.h tells how; in each module, NAME_buffer(size) makes room for the next call's bytes.

/**
 * @typedef {object} Heap
 * @property {() => ArrayBufferLike} memory  the heap as it is now; growing replaces it
 * @property {(size: number) => number} buffer  NAME_buffer
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * How a link in the page's head has asked for the file already, so that it is not asked for again: as in no-cors mode,
 * because WebKit takes a preload of the other kind for another request. A page in a sandbox has no origin, and may read
 * nothing that it did not ask for by CORS.
 * @type {RequestInit}
 */
const asPreloaded = globalThis.origin === globalThis.location?.origin ? { mode: 'no-cors', credentials: 'include' } : {};

/**
 * Compiles a module while it arrives; a server that does not know the MIME type only makes that slower.
 * @param {string | URL} url
 * @param {WebAssembly.Imports} imports
 * @param {(copy: Response) => void} [watch]  is given the answer, too
 * @returns {Promise<WebAssembly.Instance>} rejected where the file cannot be had or is not a module
 */
export async function instantiate(url, imports, watch) {
  const response = await fetch(url, asPreloaded);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  watch?.(response.clone());
  const streams = response.headers.get('content-type')?.startsWith('application/wasm');
  const { instance } = streams
    ? await WebAssembly.instantiateStreaming(response, imports)
    : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  return instance;
}

/**
 * Puts text or bytes where the next call reads them.
 * @param {Heap} heap
 * @param {string | Uint8Array} argument
 * @returns {number} its length in bytes, for that call
 */
export function pass(heap, argument) {
  const bytes = typeof argument === 'string' ? encoder.encode(argument) : argument;
  if (bytes.length === 0) return 0;
  const pointer = heap.buffer(bytes.length);
  if (pointer === 0) throw new RangeError(`The module has no room for ${bytes.length} bytes`);
  new Uint8Array(heap.memory(), pointer, bytes.length).set(bytes);
  return bytes.length;
}

/**
 * Reads text that a module left on its heap.
 * @param {Heap} heap
 * @param {number} pointer
 * @param {number} length in bytes
 * @returns {string}
 */
export function text(heap, pointer, length) {
  return decoder.decode(new Uint8Array(heap.memory(), pointer, length));
}
