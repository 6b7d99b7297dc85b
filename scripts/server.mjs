// A static server for build/site, for looking and for testing; publishing needs no more than any static host.
//
//   node scripts/server.mjs [--port N] [--folder build/site] [--prefix /path]
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

/**
 * Serves a folder under a path prefix.
 * @param {{ folder?: string, port?: number, prefix?: string, headers?: Record<string, string> }} [options]
 *   port 0 takes a free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ folder = 'build/site', port = 0, prefix = '', headers = {} } = {}) {
  const files = sirv(folder, { dev: true, etag: true });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const missing = () => {
      response.writeHead(404).end('Not found');
    };
    if (!request.url?.startsWith(`${prefix}/`)) return missing();
    request.url = request.url.slice(prefix.length);
    files(request, response, missing);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://localhost:${address.port}${prefix}/`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '8080' }, folder: { type: 'string' }, prefix: { type: 'string' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`--port: found ${values.port}, expected a number from 0 to 65535`);
    process.exit(2);
  }
  try {
    const { url } = await serve({ ...values, port });
    console.log(`The explainer is at ${url} (Ctrl-C ends it)`);
  } catch (error) {
    console.error(`Port ${port} cannot be used (${/** @type {NodeJS.ErrnoException} */ (error).code}); try another with --port.`);
    process.exit(1);
  }
}
