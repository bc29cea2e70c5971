import { ecb } from '@noble/ciphers/aes.js';
import { FormatError } from '../types';
import { digestOf, joined, number32, sameBytes, spun, utf16 } from './digest';
import type { PackageKey } from './unlock';

/** Kinds of AES by their numbers (2.3.2). */
const AES: Readonly<Record<number, number>> = { 26126: 16, 26127: 24, 26128: 32 };
const TURNS = 50_000;

/** The lock of Office 2007 ([MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9). @returns null where the password is another one */
export async function standardKey(
  info: Uint8Array,
  password: string,
  signal?: AbortSignal,
): Promise<PackageKey | null> {
  const data = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const headSize = data.getUint32(8, true);
  const verifier = 12 + headSize;
  if (headSize < 32 || verifier + 72 > info.length) throw new FormatError('damaged', 'a lock that is cut off');
  // Where the kind is not named it is AES by keys of 128 bits.
  const length = AES[data.getUint32(20, true) || 0x660e];
  if (!length) throw new FormatError('locked', 'no AES');
  const digest = digestOf('SHA1');
  const salt = info.subarray(verifier + 4, verifier + 20);
  const secret = digest(joined(await spun(digest, joined(salt, utf16(password)), TURNS, signal), number32(0)));
  const mixed = (value: number) => digest(new Uint8Array(64).fill(value).map((byte, at) => byte ^ (secret[at] ?? 0)));
  const key = joined(mixed(0x36), mixed(0x5c)).subarray(0, length);
  const opened = (bytes: Uint8Array) => ecb(key, { disablePadding: true }).decrypt(bytes);
  const said = digest(opened(info.subarray(verifier + 20, verifier + 36)));
  const wanted = opened(info.subarray(verifier + 40, verifier + 72)).subarray(0, said.length);
  return sameBytes(said, wanted) ? { decrypt: opened } : null;
}
