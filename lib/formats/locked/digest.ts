import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { concat } from '../bytes';
import { FormatError } from '../types';

export type Digest = (bytes: Uint8Array) => Uint8Array;

const digests: Readonly<Record<string, Digest>> = { SHA1: sha1, SHA256: sha256, SHA384: sha384, SHA512: sha512 };

/** @param name "SHA512", as files write it. */
export function digestOf(name: string): Digest {
  const digest = digests[name.replace('-', '').toUpperCase()];
  if (!digest) throw new FormatError('locked', name);
  return digest;
}

/**
 * A password's digest, made again and again with the number of the turn before it: what makes guessing slow. Some
 * hundreds of milliseconds; the thread has its turn in between, so that an abort takes effect.
 */
export async function spun(
  digest: Digest,
  start: Uint8Array,
  turns: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  let value = digest(start);
  const buffer = new Uint8Array(4 + value.length);
  const data = new DataView(buffer.buffer);
  for (let turn = 0; turn < turns; turn++) {
    data.setUint32(0, turn, true);
    buffer.set(value, 4);
    value = digest(buffer);
    if (turn % 10_000 === 9_999) {
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
    }
  }
  return value;
}

/** Parts one after the other, as they are digested. */
export const joined = (...parts: readonly Uint8Array[]): Uint8Array => concat(parts);

export function number32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const data = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) data.setUint16(2 * at, text.charCodeAt(at), true);
  return bytes;
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
