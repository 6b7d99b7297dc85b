// The typefaces' bytes for the canvas, taken from the style sheet that brought them: it carries them in itself, packed as
// WOFF, so that nothing is sent twice, whatever a host says about keeping files.

/**
 * @param {Blob} packed
 * @returns {Promise<ArrayBuffer>}
 */
const unpacked = (packed) => new Response(packed.stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer();

/**
 * The OpenType file in a WOFF one, https://www.w3.org/TR/WOFF/.
 * @param {Uint8Array} woff
 * @returns {Promise<Uint8Array>}
 */
async function openTypeOf(woff) {
  const from = new DataView(woff.buffer);
  const count = from.getUint16(12);
  const font = new Uint8Array(from.getUint32(16));
  const to = new DataView(font.buffer);
  to.setUint32(0, from.getUint32(4));
  to.setUint16(4, count);
  let end = 12 + 16 * count;
  for (let i = 0; i < count; ++i) {
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((field) => from.getUint32(44 + 20 * i + field));
    const table = woff.slice(offset, offset + packed);
    font.set(packed < length ? new Uint8Array(await unpacked(new Blob([table]))) : table, end);
    [tag, checksum, end, length].forEach((value, field) => to.setUint32(12 + 16 * i + 4 * field, value));
    end += (length + 3) & ~3;
  }
  return font;
}

/** Waits until a style sheet is there, or cannot be had. @param {HTMLLinkElement} link @returns {Promise<unknown>} */
const arrived = (link) => new Promise((resolve) => {
  for (const type of ['load', 'error']) link.addEventListener(type, resolve, { once: true });
});

/**
 * The same where the typefaces are the canvas's alone, and the page's words stay as they were read: a frame asks for them late.
 * @param {HTMLLinkElement | null} link
 * @param {HTMLLinkElement | null} [letters]
 */
export async function typefacesAsked(link, letters) {
  if (link) {
    Object.assign(link, { media: 'not all', crossOrigin: 'anonymous', rel: 'stylesheet' });
    await arrived(link);
  }
  return typefacesOf(link, letters);
}

/**
 * @param {HTMLLinkElement | null} link  to the style sheet; it may still be on its way, and need not apply
 * @param {HTMLLinkElement | null} [letters]  to a WOFF file with the letters of another script, for the canvas alone
 * @returns {Promise<Uint8Array[]>}  regular, bold, and what another script has
 */
export async function typefacesOf(link, letters) {
  if (!link) throw new Error('The page asks for no typefaces');
  if (!link.sheet && document.readyState !== 'complete') {
    await Promise.race([arrived(link), new Promise((resolve) => { addEventListener('load', resolve, { once: true }); })]);
  }
  if (!link.sheet) throw new Error(`${link.href}: not a style sheet`);
  return Promise.all([
    ...[...link.sheet.cssRules].map((rule) => {
      const { style } = /** @type {CSSFontFaceRule} */ (rule);
      const data = style.getPropertyValue('src').match(/base64,([\w+/=]+)/)?.[1] ?? '';
      return openTypeOf(Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0)));
    }),
    ...letters ? [fetch(letters.href).then(async (file) => openTypeOf(new Uint8Array(await file.arrayBuffer())))] : [],
  ]);
}
