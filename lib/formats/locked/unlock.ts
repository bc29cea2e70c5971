import { FormatError } from '../types';
import { agileKey } from './agile';
import { standardKey } from './standard';

/** What decrypts a package once the password was right. @param segment number of a part of 4096 bytes, from 0 */
export interface PackageKey {
  decrypt(part: Uint8Array, segment: number): Uint8Array;
}

/** Parts of a package that are encrypted each by itself. */
const SEGMENT = 4096;

/**
 * The package in an encrypted Office file.
 *
 * @param info Stream `EncryptionInfo`: two numbers of its version say the kind of lock ([MS-OFFCRYPTO] 2.3.4.5, 2.3.4.10).
 * @param content Stream `EncryptedPackage`: the length of the package in eight bytes, then the package.
 */
export async function unlocked(
  info: Uint8Array,
  content: Uint8Array,
  password: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (info.length < 12 || content.length < 8) throw new FormatError('damaged', 'no description of the lock');
  const data = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const [major, minor] = [data.getUint16(0, true), data.getUint16(2, true)];
  const isAgile = major === 4 && minor === 4;
  if (!isAgile && minor !== 2) throw new FormatError('locked', `a lock of version ${major}.${minor}`);
  const key = await (isAgile ? agileKey(info.subarray(8), password, signal) : standardKey(info, password, signal));
  if (!key) throw new FormatError('wrong-password');
  const size = new DataView(content.buffer, content.byteOffset).getUint32(0, true);
  const body = content.subarray(8);
  const whole = body.subarray(0, body.length - (body.length % 16));
  const out = new Uint8Array(whole.length);
  for (let at = 0, segment = 0; at < whole.length; at += SEGMENT, segment++)
    out.set(key.decrypt(whole.subarray(at, at + SEGMENT), segment), at);
  return out.subarray(0, Math.min(size, out.length));
}
