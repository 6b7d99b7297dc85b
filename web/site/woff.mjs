// A typeface packed as WOFF, https://www.w3.org/TR/WOFF/: each table by itself, which a browser unpacks for its text and
// web/page/parts/typeface.js for the canvas. Half the size of the file as it is, whatever a host compresses.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const headerSize = 44;
const entrySize = 20;

/** A table in the fewest bytes that any zlib reads: a twentieth less than zlib itself writes. @param {Buffer} table @param {string} scratch  a file */
function packed(table, scratch) {
  writeFileSync(scratch, table);
  return execFileSync('zopfli', ['--zlib', '-c', scratch], { maxBuffer: Infinity });
}

/** @param {Buffer} font  an OpenType file @returns {Buffer} */
export function woffOf(font) {
  const folder = mkdtempSync(join(tmpdir(), 'woff-'));
  const count = font.readUInt16BE(4);
  const head = Buffer.alloc(headerSize + entrySize * count);
  /** @type {Buffer[]} */
  const tables = [];
  let end = head.length;
  let unpacked = 12 + 16 * count;
  for (let i = 0; i < count; ++i) {
    const [tag, checksum, offset, length] = [0, 4, 8, 12].map((place) => font.readUInt32BE(12 + 16 * i + place));
    const table = font.subarray(offset, offset + length);
    const small = packed(table, join(folder, tag.toString(16)));
    const kept = small.length < length ? small : table;
    [tag, end, kept.length, length, checksum].forEach((value, field) => head.writeUInt32BE(value, headerSize + entrySize * i + 4 * field));
    const padding = Buffer.alloc(-kept.length & 3);
    tables.push(kept, padding);
    end += kept.length + padding.length;
    unpacked += (length + 3) & ~3;
  }
  rmSync(folder, { recursive: true });
  head.write('wOFF', 0, 'latin1');
  head.writeUInt32BE(font.readUInt32BE(0), 4);
  head.writeUInt32BE(end, 8);
  head.writeUInt16BE(count, 12);
  head.writeUInt32BE(unpacked, 16);
  head.writeUInt16BE(1, 20);
  return Buffer.concat([head, ...tables]);
}
