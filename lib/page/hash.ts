/** A hash that is fed piece by piece. */
export interface Hash {
  add(text: string): void;
  value(): string;
}

/**
 * A 106-bit hash of a string as 22 characters (cyrb53 by bryc, public domain, with two seeds). Not cryptographic: it tells
 * documents apart, it proves nothing. `crypto.subtle` is absent on plain http pages.
 */
export function createHash(): Hash {
  let a = 0xdeadbeef ^ 0x9e3779b9;
  let b = 0x41c6ce57 ^ 0x9e3779b9;
  let c = 0xdeadbeef ^ 0x85ebca6b;
  let d = 0x41c6ce57 ^ 0x85ebca6b;
  return {
    add(text) {
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        a = Math.imul(a ^ unit, 2654435761);
        b = Math.imul(b ^ unit, 1597334677);
        c = Math.imul(c ^ unit, 2654435761);
        d = Math.imul(d ^ unit, 1597334677);
      }
    },
    value: () => half(a, b) + half(c, d),
  };
}

export function hash(text: string): string {
  const one = createHash();
  one.add(text);
  return one.value();
}

function half(a: number, b: number): string {
  const h1 = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  const h2 = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(36).padStart(11, '0');
}
