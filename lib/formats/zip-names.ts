/** Signatures of a file's head, of its entry in the directory, and of the end (APPNOTE 4.3). */
const HEAD = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
/** The end may have a remark behind it, as long as its length can be told. */
const LONGEST_END = 65_557;
/** More names say nothing new of the kind of a file. */
const MOST = 20_000;

/**
 * The names of the parts of a zip, by its directory; of a zip that is cut off, by the heads of its parts, as far as they tell
 * where the next one stands. Bytes of names as Latin letters.
 */
export function namesIn(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = directory(view, bytes);
  return listed.length > 0 ? listed : heads(view, bytes);
}

const nameAt = (bytes: Uint8Array, at: number, length: number): string => {
  let name = '';
  for (let index = at; index < Math.min(at + Math.min(length, 512), bytes.length); index++)
    name += String.fromCharCode(bytes[index]!);
  return name;
};

function directory(view: DataView, bytes: Uint8Array): string[] {
  const names: string[] = [];
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - LONGEST_END && view.getUint32(end, true) !== END) end--;
  if (end < 0 || view.getUint32(end, true) !== END) return names;
  // Counted from the end, for something may stand before the zip.
  let at = end - view.getUint32(end + 12, true);
  while (at >= 0 && at + 46 <= end && names.length < MOST && view.getUint32(at, true) === ENTRY) {
    const length = view.getUint16(at + 28, true);
    names.push(nameAt(bytes, at + 46, length));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** A part that says its length only behind itself ends the list: the next head is looked for. */
function heads(view: DataView, bytes: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 0; at + 30 <= bytes.length && names.length < MOST; ) {
    if (view.getUint32(at, true) !== HEAD) {
      at = nextHead(bytes, at + 1);
      continue;
    }
    const length = view.getUint16(at + 26, true);
    names.push(nameAt(bytes, at + 30, length));
    at +=
      30 +
      length +
      view.getUint16(at + 28, true) +
      (view.getUint16(at + 6, true) & 8 ? 0 : view.getUint32(at + 18, true));
  }
  return names;
}

function nextHead(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1))
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4) return at;
  return bytes.length;
}
