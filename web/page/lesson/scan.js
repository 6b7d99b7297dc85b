// A code to scan, for an address that phones can reach.
import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/**
 * Whether others than this machine can find an address: phones in the same room share its network.
 * @param {Pick<Location, 'protocol' | 'hostname'>} address
 */
export const isReachable = ({ protocol, hostname }) =>
  // One's own machine: RFC 6761, RFC 6890, RFC 4291.
  /^https?:$/.test(protocol) && !/^(.+\.)?localhost\.?$|^127\.[\d.]+$|^0\.0\.0\.0$|^\[::1?\]$/.test(hostname);

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
