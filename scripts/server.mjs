// A static server for build/site, for looking and for testing; publishing needs no more than any static host. It
// compresses as hosts do, when somebody asks.
//
//   node scripts/server.mjs [--port N] [--folder build/site] [--prefix /path] [--watch]
//
// With --watch, sources that change are built again and open pages reload: scripts/serve calls it so.
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import zlib from 'node:zlib';
import { reloaderAt } from './reload.mjs';
import { keepBuilt } from './watch.mjs';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.otf': 'font/otf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
/** Pictures and typefaces of the web are compressed in themselves. @param {string} path */
const compressible = (path) => !['', '.png', '.woff2'].includes(extname(path));

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
/** How well hosts compress what they send at once; 11 is the best that brotli can, and slow. */
const usualEffort = 5;
/** By content coding, the better first. @type {Record<string, (bytes: Buffer, effort: number) => Promise<Buffer>>} */
const codings = {
  br: (bytes, effort) => brotli(bytes, { params: {
    [zlib.constants.BROTLI_PARAM_QUALITY]: effort, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  } }),
  gzip: (bytes) => gzip(bytes),
};

/**
 * The coding to answer with, of those that a browser takes.
 * @param {string | string[]} accepted  its Accept-Encoding
 */
function codingOf(accepted) {
  const taken = String(accepted).split(',').filter((each) => !/;\s*q=0(\.0*)?\s*$/.test(each))
    .map((each) => each.replace(/;.*/, '').trim());
  return Object.keys(codings).find((each) => taken.includes(each));
}

/**
 * Serves a folder under a path prefix.
 * @param {object} [options]
 * @param {string} [options.folder]
 * @param {number} [options.port]  0 takes a free one
 * @param {string} [options.prefix]
 * @param {Record<string, string>} [options.headers]
 * @param {'revalidate' | 'etag' | 'none' | 'no-store'} [options.caching]  what it says of keeping files: to ask again
 *   each time, by ETag; the ETag alone; nothing at all; not to keep any
 * @param {number} [options.effort]  of brotli, 0 to 11
 * @param {(path: string, bytes: number) => void} [options.onSent]  told of every file, with its bytes as sent
 * @param {boolean} [options.reloads]  whether pages are given a script that waits for reload(): for development alone
 * @returns {Promise<{ url: string, reload: () => void, close: () => Promise<void> }>}
 */
export async function serve({ folder = 'build/site', port = 0, prefix = '', headers = {}, caching = 'revalidate', effort = usualEffort, onSent,
  reloads = false } = {}) {
  const root = resolve(folder) + sep;
  /** Every file as it was sent last, by path and coding. @type {Map<string, { etag: string, body: Promise<Buffer> }>} */
  const kept = new Map();
  const reloader = reloads ? reloaderAt(prefix) : undefined;

  /** @param {string} path */
  async function read(path) {
    const bytes = await readFile(path);
    return reloader && extname(path) === '.html' ? Buffer.from(reloader.into(bytes.toString())) : bytes;
  }

  /** @param {string} path @param {string} [coding] */
  async function open(path, coding) {
    const { mtimeMs, size } = await stat(path);
    const etag = `W/"${size}-${mtimeMs}"`;
    const key = `${path} ${coding}`;
    let file = kept.get(key);
    if (file?.etag !== etag) {
      file = { etag, body: read(path).then((bytes) => (coding ? codings[coding](bytes, effort) : bytes)) };
      kept.set(key, file);
    }
    return { etag, body: await file.body };
  }

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  async function answer(request, response) {
    const place = request.url?.replace(/[?#].*/, '') ?? '';
    if (!place.startsWith(`${prefix}/`)) return false;
    if (reloader?.answer(place, request, response)) return true;
    const path = join(root, decodeURIComponent(place.slice(prefix.length)).replace(/\/$/, '/index.html'));
    if (!path.startsWith(root)) return false;
    const coding = compressible(path) ? codingOf(request.headers['accept-encoding'] ?? '') : undefined;
    const { etag, body } = await open(path, coding);
    if (caching === 'revalidate') response.setHeader('Cache-Control', 'no-cache');
    if (caching === 'no-store') response.setHeader('Cache-Control', 'no-store');
    const marked = caching === 'revalidate' || caching === 'etag';
    if (marked) response.setHeader('ETag', etag);
    if (compressible(path)) response.setHeader('Vary', 'Accept-Encoding');
    if (marked && request.headers['if-none-match'] === etag) {
      onSent?.(place.slice(prefix.length + 1), 0);
      response.writeHead(304).end();
      return true;
    }
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
    if (coding) response.setHeader('Content-Encoding', coding);
    response.setHeader('Content-Length', body.length);
    response.end(body);
    onSent?.(place.slice(prefix.length + 1), body.length);
    return true;
  }

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    // What cannot be read is missing, whatever the reason.
    answer(request, response).catch(() => false).then((answered) => {
      if (!answered) response.writeHead(404).end('Not found');
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${address.port}${prefix}/`,
    reload: () => reloader?.reload(),
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '8080' }, folder: { type: 'string' }, prefix: { type: 'string' }, watch: { type: 'boolean' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`--port: found ${values.port}, expected a number from 0 to 65535`);
    process.exit(2);
  }
  try {
    const { url, reload } = await serve({ ...values, port, reloads: values.watch,
      // As _headers has it: an article on another origin, and a sandbox, may load what stands here.
      headers: { 'Access-Control-Allow-Origin': '*' } });
    console.log(`The explainer is at ${url} (Ctrl-C ends it)`);
    if (values.watch) keepBuilt(reload);
  } catch (error) {
    console.error(`Port ${port} cannot be used (${/** @type {NodeJS.ErrnoException} */ (error).code}); try another with --port.`);
    process.exit(1);
  }
}
