/** Longest string that is kept, and how many. */
const LONGEST = 48;
const MOST = 4096;

/**
 * Names, labels and role words recur throughout a document: a judgement on a string is kept. Bounded, so that a hostile
 * text cannot fill the memory.
 */
export function remembered<T>(judge: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = judge(text);
      if (text.length > LONGEST) return found;
      if (known.size >= MOST) known.clear();
      known.set(text, found);
    }
    return found;
  };
}
