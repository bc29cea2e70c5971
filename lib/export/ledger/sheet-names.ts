/** Longest name of a sheet that Excel takes. */
const LONGEST = 31;

/** Names as spreadsheet programs take them: without the signs they forbid, short, and no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const bare = clean(name) || '台账';
    let unique = cut(bare, LONGEST);
    for (let n = 2; taken.has(unique.toLowerCase()); n++) {
      const tail = `(${n})`;
      unique = cut(bare, LONGEST - tail.length) + tail;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** Without forbidden signs; "History" is a name that Excel keeps for itself. */
const clean = (name: string): string =>
  name
    .replace(/[[\]\\/:*?\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '')
    .replace(/^history$/i, '');

/** At most so many UTF-16 code units, no sign cut in two. */
function cut(name: string, length: number): string {
  let out = '';
  for (const sign of name) {
    if (out.length + sign.length > length) break;
    out += sign;
  }
  return out.replace(/['\s]+$/, '');
}
