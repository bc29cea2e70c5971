/** What a form field of the old kind shows ([MS-DOC] 2.9.78, FFData); null for what is none, or broken. */
export function formFieldValue(data: Uint8Array | undefined, place: number): string | null {
  if (!data) return null;
  try {
    return valueAt(new DataView(data.buffer, data.byteOffset, data.byteLength), place);
  } catch {
    // Out of bounds.
    return null;
  }
}

function valueAt(data: DataView, place: number): string | null {
  // A head like that of a picture says its own size.
  let at = place + data.getUint16(place + 4, true);
  if (data.getUint32(at, true) !== 0xffffffff) return null;
  const bits = data.getUint16(at + 4, true);
  const kind = bits & 3;
  const result = (bits >> 2) & 31;
  at += 10;
  const text = (): string => {
    const [value, next] = stringAt(data, at);
    at = next + 2;
    return value;
  };
  text();
  if (kind === 0) return text();
  const first = data.getUint16(at, true);
  // 25: as it was at first.
  const chosen = result === 25 ? first : result;
  if (kind === 1) return chosen ? '☑' : '□';
  at += 2;
  for (let part = 0; part < 5; part++) text();
  return entries(data, at)[chosen] ?? null;
}

/** Its length, then its signs in UTF-16. */
function stringAt(data: DataView, at: number): [string, number] {
  const length = data.getUint16(at, true);
  let value = '';
  for (let sign = 0; sign < length; sign++) value += String.fromCharCode(data.getUint16(at + 2 + 2 * sign, true));
  return [value, at + 2 + 2 * length];
}

/** The entries of a list: its mark, how many, and after one or two empty words the strings. */
function entries(data: DataView, place: number): string[] {
  const count = Math.min(data.getUint16(place + 2, true), 32);
  let at = place + 6;
  if (count > 0 && data.getUint16(at, true) === 0) at += 2;
  const found: string[] = [];
  for (let entry = 0; entry < count; entry++) {
    const [value, next] = stringAt(data, at);
    found.push(value);
    at = next;
  }
  return found;
}
