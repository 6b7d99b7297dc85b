// Usage: node font_metrics.mjs OUT.h LETTERS NAME=FONT... JOINED_LETTERS@FONT
// Writes a C++ header with what typesetting needs to know of each font: the advance widths of the letters, in units
// of the first font, and its line height. The last font is of joined letters, and of one weight. LETTERS are Unicode
// ranges as hb-subset takes them: 20-7E,A0-FF,2026.
// Reads the tables head, hhea, hmtx and cmap (https://learn.microsoft.com/en-us/typography/opentype/spec/).
import { readFileSync, writeFileSync } from 'node:fs';

const [out, letters, ...named] = process.argv.slice(2);
const fonts = named.filter((font) => font.includes('='));
const [joinedLetters, joinedFont] = named.find((font) => font.includes('@'))?.split('@') ?? [];
if (fonts.length === 0 || !joinedFont) fail('usage: node font_metrics.mjs OUT.h LETTERS NAME=FONT... JOINED_LETTERS@FONT');

/** @type {(message: string) => never} */
function fail(message) {
  console.error(`font_metrics: ${message}`);
  process.exit(1);
}

const rangesOf = (/** @type {string} */ list) => list.split(',').map((range) => range.split('-').map((digits) => parseInt(digits, 16)))
  .map(([first, last = first]) => {
    if (!(first <= last && last <= 0xFFFF)) fail(`${list}: no list of ranges up to FFFF`);
    return [first, last];
  });
const ranges = rangesOf(letters);
const joinedRanges = rangesOf(joinedLetters);

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

/** How many units an em has. */
let unit = 0;
function metricsOf(/** @type {string} */ path, of = ranges) {
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
  unit ||= unitsPerEm;
  const widths = file.getUint16(hhea + 34);
  const maps = Array.from({ length: file.getUint16(cmap + 2) }, (_, i) => cmap + file.getUint32(cmap + 8 + 8 * i))
    .filter((map) => [4, 12].includes(file.getUint16(map)));
  if (maps.length === 0) fail(`${path}: has no cmap of format 4 or 12`);
  const advances = of.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => {
    const glyph = glyphIn(file, maps[0], first + i);
    if (glyph === 0) fail(`${path}: has no U+${(first + i).toString(16).padStart(4, '0')}`);
    return Math.round(file.getUint16(hmtx + 4 * Math.min(glyph, widths - 1)) / unitsPerEm * unit);
  }));
  return { lineHeight: (file.getInt16(hhea + 4) - file.getInt16(hhea + 6)) / unitsPerEm, advances };
}

const count = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
/** @param {number[][]} list */
const listed = (list) => list.map(([first, last]) => `{${hex(first)}, ${hex(last)}}`).join(', ');
const hex = (/** @type {number} */ number) => `0x${number.toString(16).toUpperCase().padStart(4, '0')}`;
const faces = fonts.map((font) => {
  const [name, path] = font.split('=');
  const { lineHeight, advances } = metricsOf(path);
  return `inline constexpr Face ${name}{${lineHeight.toFixed(6)}F, {${advances.join(',')}}};\n`;
});
writeFileSync(out, `// Made by core/picture/font_metrics.mjs from the fonts' own tables.
#pragma once

#include <cstdint>

namespace council::font_metrics {

/// The letters whose widths are known, in the order of the advances.
struct Range {
  char16_t first, last;
};
inline constexpr Range ranges[]{${listed(ranges)}};

/// How many an em has.
inline constexpr float unit = ${unit}.0F;

struct Face {
  float line_height;                  ///< ascender and descender together, in em
  std::uint16_t advances[${count}];  ///< in units
};
${faces.join('')}
/// Of the letters that are joined, in one weight.
inline constexpr Range joined_ranges[]{${listed(joinedRanges)}};
inline constexpr std::uint16_t joined_advances[]{${metricsOf(joinedFont, joinedRanges).advances.join(',')}};

}  // namespace council::font_metrics
`);
