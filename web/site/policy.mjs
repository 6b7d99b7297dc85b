// What a host may send with the site: the policy that its pages keep, and what browsers are to be told of each file, as
// files that the usual static hosts read by themselves.
import { createHash } from 'node:crypto';

/** How a policy names what stands in a page itself. @param {string} text */
export const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The Content-Security-Policy of every page. Nothing that is not named is allowed.
 * @param {Iterable<string>} heads  the scripts that stand in the pages' heads
 * @param {Iterable<string>} styles  hashes of those that stand in pages, in whatever order these came to be
 */
export const policyOf = (heads, styles) => Object.entries({
  'default-src': ["'none'"],
  'script-src': ["'self'", ...[...heads].map(hashOf), "'wasm-unsafe-eval'"],
  'style-src': ["'self'", ...[...styles].sort()],
  'font-src': ['data:'],
  'connect-src': ["'self'"],
  'img-src': ["'self'", 'blob:'],
  'frame-src': ["'self'"],
  'worker-src': ["'self'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['veto-picture', 'veto-worker'],
}).map(([directive, sources]) => `${directive} ${sources.join(' ')}`).join('; ');

const year = 31536000;
/** What never changes under its name. */
const forEver = `public, max-age=${year}, immutable`;

/** With every file. @param {string} policy @returns {Record<string, string>} */
const usual = (policy) => ({
  'Content-Security-Policy': policy,
  // A sandboxed frame has no origin: to it, everything comes from elsewhere.
  'Access-Control-Allow-Origin': '*',
  // Pages that isolate themselves may show frames, posters and the element.
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
});

/** As Netlify, Cloudflare Pages and others read it; what else there is they have asked for again by themselves. @param {string} policy @param {string[]} unchanging  files and folders besides assets/ */
export const headersFile = (policy, unchanging) => [
  '/*', ...Object.entries(usual(policy)).map(([name, value]) => `  ${name}: ${value}`),
  ...['assets/*', ...unchanging].flatMap((path) => [`/${path}`, `  Cache-Control: ${forEver}`]),
  '/*.wasm', '  Content-Type: application/wasm', '',
].join('\n');

/** As Apache reads it. @param {string} policy @param {string[]} unchanging */
export const accessFile = (policy, unchanging) => `AddType application/wasm .wasm
AddType text/javascript .js
AddType image/svg+xml .svg
AddType application/json .json
<IfModule mod_headers.c>
${Object.entries(usual(policy)).map(([name, value]) => `Header set ${name} "${value}"`).join('\n')}
Header set Cache-Control "no-cache"
SetEnvIf Request_URI "/(assets/.*|${unchanging.map((path) => path.replaceAll('.', '\\.')).join('|')})$" unchanging
Header set Cache-Control "${forEver}" env=unchanging
</IfModule>
`;
