/**
 * For each first character, the length of the longest word that begins with it. A longest-match scan tries no more than
 * that many characters at a place, and none where no word begins: most places of most names.
 */
export function windowsOf(words: Iterable<string>): ReadonlyMap<string, number> {
  const windows = new Map<string, number>();
  for (const word of words) {
    const first = word[0];
    if (first !== undefined) windows.set(first, Math.max(windows.get(first) ?? 0, word.length));
  }
  return windows;
}
