// Usage: node font_metrics.mjs OUT.h LETTERS NAME=FONT...
// Writes a C++ header with what typesetting needs to know of each font: the advance widths of the letters, in a byte each,
// and its line height. LETTERS are Unicode ranges as hb-subset takes them: 20-7E,A0-FF,2026.
// Reads the tables head, hhea, hmtx and cmap (https://learn.microsoft.com/en-us/typography/opentype/spec/).
import { readFileSync, writeFileSync } from 'node:fs';

const [out, letters, ...fonts] = process.argv.slice(2);
if (fonts.length === 0) fail('usage: node font_metrics.mjs OUT.h LETTERS NAME=FONT...');

/** Parts of an em: as fine as a byte can tell, for the widest letter is an em and a quarter. */
const unit = 200;

/** @type {(message: string) => never} */
function fail(message) {
  console.error(`font_metrics: ${message}`);
  process.exit(1);
}

const ranges = letters.split(',').map((range) => range.split('-').map((digits) => parseInt(digits, 16)))
  .map(([first, last = first]) => {
    if (!(first <= last && last <= 0xFFFF)) fail(`${letters}: no list of ranges up to FFFF`);
    return [first, last];
  });

/** The glyph of a character in a cmap subtable of format 4 or 12; 0 where it has none. */
function glyphIn(/** @type {DataView} */ file, /** @type {number} */ at, /** @type {number} */ character) {
  if (file.getUint16(at) === 12) {
    for (let i = 0; i < file.getUint32(at + 12); ++i) {
      const group = at + 16 + 12 * i;
      if (file.getUint32(group) <= character && character <= file.getUint32(group + 4))
        return file.getUint32(group + 8) + character - file.getUint32(group);
    }
    return 0;
  }
  const segments = file.getUint16(at + 6) / 2;
  for (let i = 0; i < segments; ++i) {
    const end = at + 14 + 2 * i, start = end + 2 * segments + 2, delta = start + 2 * segments, offset = delta + 2 * segments;
    if (file.getUint16(end) < character) continue;
    if (file.getUint16(start) > character) return 0;
    if (file.getUint16(offset) === 0) return (character + file.getUint16(delta)) & 0xFFFF;
    const glyph = file.getUint16(offset + file.getUint16(offset) + 2 * (character - file.getUint16(start)));
    return glyph === 0 ? 0 : (glyph + file.getUint16(delta)) & 0xFFFF;
  }
  return 0;
}

function metricsOf(/** @type {string} */ path) {
  const bytes = readFileSync(path);
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map();
  for (let i = 0; i < file.getUint16(4); ++i) {
    const entry = 12 + 16 * i;
    tables.set(bytes.toString('latin1', entry, entry + 4), file.getUint32(entry + 8));
  }
  for (const name of ['head', 'hhea', 'hmtx', 'cmap']) if (!tables.has(name)) fail(`${path}: has no table ${name}`);
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map((name) => tables.get(name));
  const unitsPerEm = file.getUint16(head + 18);
  const widths = file.getUint16(hhea + 34);
  const maps = Array.from({ length: file.getUint16(cmap + 2) }, (_, i) => cmap + file.getUint32(cmap + 8 + 8 * i))
    .filter((map) => [4, 12].includes(file.getUint16(map)));
  if (maps.length === 0) fail(`${path}: has no cmap of format 4 or 12`);
  const advances = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => {
    const glyph = glyphIn(file, maps[0], first + i);
    if (glyph === 0) fail(`${path}: has no U+${(first + i).toString(16).padStart(4, '0')}`);
    const advance = Math.round(file.getUint16(hmtx + 4 * Math.min(glyph, widths - 1)) / unitsPerEm * unit);
    if (advance > 255) fail(`${path}: U+${(first + i).toString(16).padStart(4, '0')} is ${advance} wide, expected at most 255`);
    return advance;
  }));
  return { lineHeight: (file.getInt16(hhea + 4) - file.getInt16(hhea + 6)) / unitsPerEm, advances };
}

const count = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
const hex = (/** @type {number} */ number) => `0x${number.toString(16).toUpperCase().padStart(4, '0')}`;
writeFileSync(out, `// Made by core/picture/font_metrics.mjs from the fonts' own tables.
#pragma once

#include <cstdint>

namespace council::font_metrics {

/// The letters whose widths are known, in the order of the advances.
struct Range {
  char16_t first, last;
};
inline constexpr Range ranges[]{${ranges.map(([first, last]) => `{${hex(first)}, ${hex(last)}}`).join(', ')}};

/// Parts of an em.
inline constexpr float unit = ${unit}.0F;

struct Face {
  float line_height;                  ///< ascender and descender together, in em
  std::uint8_t advances[${count}];  ///< in units
};
${fonts.map((font) => {
    const [name, path] = font.split('=');
    const { lineHeight, advances } = metricsOf(path);
    return `inline constexpr Face ${name}{${lineHeight.toFixed(6)}F, {${advances.join(',')}}};\n`;
  }).join('')}
}  // namespace council::font_metrics
`);
