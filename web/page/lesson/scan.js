// A code to scan, for an address that phones can reach.
import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/**
 * Whether others than this machine, or its own network, can be expected to find an address.
 * @param {Pick<Location, 'protocol' | 'hostname'>} address
 */
export function isPublic({ protocol, hostname }) {
  if (!/^https?:$/.test(protocol)) return false;
  // A name without a dot, or of a kind that is for private use, is known to one's own network alone (RFC 6761, RFC 6762).
  if (!/[.:]/.test(hostname) || /(^|\.)(localhost|local|internal|lan|home\.arpa|test|invalid|example)$/.test(hostname)) return false;
  // Addresses for private use, one's own machine, and the link: RFC 1918, RFC 6890, RFC 4193, RFC 4291.
  return !/^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$|^\[(::1?|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*)\]$/.test(hostname);
}

/**
 * Draws an address, as large as the picture is.
 * @param {SVGSVGElement} picture  with a path
 * @param {string} address
 */
export function drawCode(picture, address) {
  const code = generate(address);
  // Scanners want four modules of quiet around.
  picture.setAttribute('viewBox', `-4 -4 ${code.size + 8} ${code.size + 8}`);
  picture.querySelector('path')?.setAttribute('d', toSvgPath(code));
}
