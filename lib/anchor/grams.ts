/**
 * Where each three-character sequence of a text stands: the seeds of every search by likeness. One counting sort into
 * typed arrays, 65,536 buckets; sequences that share a bucket only cost a wrong vote.
 */
export interface GramIndex {
  /** Bucket → its first place in `positions`; one more entry than buckets. */
  readonly first: Uint32Array;
  readonly positions: Uint32Array;
}

export const GRAM = 3;
const BUCKETS = 1 << 16;
const SLICE = 1 << 17;

/** The bucket of the sequence at `at`. */
export function bucketAt(text: string, at: number): number {
  const a = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  const c = text.charCodeAt(at + 2);
  const mixed = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & (BUCKETS - 1);
}

/** Builds the index in slices; linear in the length of `text`. */
export function* indexGrams(text: string): Generator<void, GramIndex, void> {
  const count = Math.max(0, text.length - GRAM + 1);
  const buckets = new Uint16Array(count);
  const first = new Uint32Array(BUCKETS + 1);
  for (let at = 0; at < count; at++) {
    const bucket = bucketAt(text, at);
    buckets[at] = bucket;
    first[bucket + 1]!++;
    if (at % SLICE === SLICE - 1) yield;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) first[bucket + 1]! += first[bucket]!;
  const next = first.slice();
  const positions = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    positions[next[buckets[at]!]!++] = at;
    if (at % SLICE === SLICE - 1) yield;
  }
  return { first, positions };
}

/** How often the sequences of a bucket stand in the text. */
export function countOf({ first }: GramIndex, bucket: number): number {
  return first[bucket + 1]! - first[bucket]!;
}
