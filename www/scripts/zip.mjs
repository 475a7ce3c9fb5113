// Writes a zip archive, as far as files below 4 GB need one.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3 and 4.4.
import { crc32, deflateRawSync } from "node:zlib";

const STORED = 0;
const DEFLATED = 8;
/** Version 2.0 of the format, on a system whose files have permissions. */
const VERSION = 20;
const MADE_BY = (3 << 8) | VERSION;
const NAMES_IN_UTF8 = 1 << 11;
const MOST_FILES = 0xffff;
const MOST_BYTES = 0xffffffff;

/** `[bytes, value]` each, one after the other, the lowest byte first. */
function packed(fields) {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  fields.reduce((at, [bytes, value]) => buffer.writeUIntLE(value, at, bytes), 0);
  return buffer;
}

/** Two seconds is the finest that the format knows, 1980 the earliest. */
function dosTime(time) {
  const date = (Math.max(time.getFullYear() - 1980, 0) << 9) | ((time.getMonth() + 1) << 5) | time.getDate();
  return { time: (time.getHours() << 11) | (time.getMinutes() << 5) | (time.getSeconds() >> 1), date };
}

/** What stands of a file both before it and in the list at the end. */
function described({ name, content, time }) {
  const deflated = deflateRawSync(content, { level: 9 });
  const isSmaller = deflated.length < content.length;
  const body = isSmaller ? deflated : content;
  const at = dosTime(time);
  const fields = [
    [2, VERSION],
    [2, NAMES_IN_UTF8],
    [2, isSmaller ? DEFLATED : STORED],
    [2, at.time],
    [2, at.date],
    [4, crc32(content)],
    [4, body.length],
    [4, content.length],
    [2, Buffer.byteLength(name)],
    // No extra fields.
    [2, 0],
  ];
  return { body, fields };
}

/** The archive of these files: `{ name, content, time, mode }` each, names with forward slashes, `mode` its permissions. */
export function zipOf(files) {
  const parts = [];
  const list = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const { body, fields } = described(file);
    const header = packed([[4, 0x04034b50], ...fields]);
    parts.push(header, name, body);
    // No comment, one disk, nothing said of its content, permissions in the upper half, and where it stands.
    const more = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, ((file.mode & 0xffff) << 16) >>> 0],
      [4, offset],
    ];
    list.push(packed([[4, 0x02014b50], [2, MADE_BY], ...fields, ...more]), name);
    offset += header.length + name.length + body.length;
  }
  const listed = Buffer.concat(list);
  if (files.length > MOST_FILES || offset + listed.length > MOST_BYTES)
    throw new Error("Too much for a zip archive without extensions.");
  const end = [
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, listed.length],
    [4, offset],
    [2, 0],
  ];
  return Buffer.concat([...parts, listed, packed(end)]);
}
