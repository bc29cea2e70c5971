/** Ends of chains in a table of sectors ([MS-CFB] 2.1). */
const LAST = 0xfffffffa;
/** Entries of a directory are of this size. */
const ENTRY = 128;
const NONE = 0xffffffff;

/**
 * The names, in lower case, of what stands at the root of a compound file, read from its directory alone: objects in it hold
 * streams of the same names in storages of their own. Of a broken directory all names that can be read.
 */
export function rootNames(bytes: Uint8Array): ReadonlySet<string> {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = directoryOf(data);
  const names = new Set<string>();
  const entry = (index: number) => directory[index];
  const walk = [entry(0) && childOf(data, entry(0)!, 0x4c)];
  const seen = new Set<number>();
  while (walk.length > 0) {
    const index = walk.pop();
    const place = index === undefined || index === NONE ? undefined : entry(index);
    if (place === undefined || seen.has(index!)) continue;
    seen.add(index!);
    names.add(nameAt(data, place));
    walk.push(childOf(data, place, 0x44), childOf(data, place, 0x48));
  }
  if (names.size === 0) for (const place of directory) names.add(nameAt(data, place));
  names.delete('');
  return names;
}

const childOf = (data: DataView, place: number, at: number): number => data.getUint32(place + at, true);

function nameAt(data: DataView, place: number): string {
  const length = Math.min(data.getUint16(place + 0x40, true), 64);
  let name = '';
  for (let at = 0; at + 2 < length; at += 2) name += String.fromCharCode(data.getUint16(place + at, true));
  return name.toLowerCase();
}

/** Where each entry of the directory stands, along its chain of sectors; as far as it goes. */
function directoryOf(data: DataView): number[] {
  const size = 1 << Math.min(12, Math.max(9, data.byteLength > 32 ? data.getUint16(0x1e, true) : 9));
  const placeOf = (sector: number) => (sector + 1) * size;
  const next = (sector: number): number => {
    const perTable = size / 4;
    const table = Math.floor(sector / perTable);
    // The first 109 parts of the table of sectors are named in the head; a directory lies in them in any file we open.
    if (table >= 109) return NONE;
    const at = placeOf(data.getUint32(0x4c + 4 * table, true)) + 4 * (sector % perTable);
    return at + 4 <= data.byteLength ? data.getUint32(at, true) : NONE;
  };
  const places: number[] = [];
  const seen = new Set<number>();
  if (data.byteLength < 512 || data.getUint32(0) !== 0xd0cf11e0) return places;
  for (let sector = data.getUint32(0x30, true); sector < LAST && !seen.has(sector); sector = next(sector)) {
    seen.add(sector);
    for (let at = placeOf(sector); at < placeOf(sector) + size && at + ENTRY <= data.byteLength; at += ENTRY)
      places.push(at);
  }
  return places;
}
