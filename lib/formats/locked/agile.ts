import { cbc } from '@noble/ciphers/aes.js';
import { FormatError } from '../types';
import { descendants, parseXml, type XmlElement } from '../xml';
import { digestOf, joined, number32, sameBytes, spun, utf16 } from './digest';
import type { PackageKey } from './unlock';

/** What each part of the description is encrypted for ([MS-OFFCRYPTO] 2.3.4.13). */
const FOR_INPUT = Uint8Array.of(0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79);
const FOR_VALUE = Uint8Array.of(0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e);
const FOR_KEY = Uint8Array.of(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6);
/** More turns than this are there to keep a reader busy: the format allows ten million. */
const MOST_TURNS = 1_000_000;

/** The lock of Office 2010 and later, described in XML. @returns null where the password is another one */
export async function agileKey(
  description: Uint8Array,
  password: string,
  signal?: AbortSignal,
): Promise<PackageKey | null> {
  const { root } = parseXml(description);
  const data = descendants(root, 'keyData')[0];
  const own = descendants(root, 'encryptedKey').find(({ attributes }) => attributes.spinCount !== undefined);
  if (!data || !own) throw new FormatError('locked', 'a lock without a password');
  const whole = lockOf(data);
  const lock = lockOf(own);
  const turns = Number(own.attributes.spinCount);
  if (!(turns >= 0 && turns <= MOST_TURNS)) throw new FormatError('locked', `${own.attributes.spinCount} turns`);
  const secret = await spun(lock.digest, joined(lock.salt, utf16(password)), turns, signal);
  const opened = (name: string, use: Uint8Array): Uint8Array =>
    cbc(sized(lock.digest(joined(secret, use)), lock.keyBytes), sized(lock.salt, lock.block), {
      disablePadding: true,
    }).decrypt(bytesIn(own, name));
  const said = lock.digest(opened('encryptedVerifierHashInput', FOR_INPUT).subarray(0, lock.salt.length));
  if (!sameBytes(said, opened('encryptedVerifierHashValue', FOR_VALUE).subarray(0, said.length))) return null;
  const key = opened('encryptedKeyValue', FOR_KEY).subarray(0, whole.keyBytes);
  return {
    decrypt: (part, segment) =>
      cbc(key, sized(whole.digest(joined(whole.salt, number32(segment))), whole.block), {
        disablePadding: true,
      }).decrypt(part),
  };
}

function lockOf(element: XmlElement) {
  const { cipherAlgorithm, cipherChaining, hashAlgorithm, blockSize, keyBits } = element.attributes;
  if (cipherAlgorithm !== 'AES' || cipherChaining !== 'ChainingModeCBC')
    throw new FormatError('locked', `${cipherAlgorithm} ${cipherChaining}`);
  return {
    digest: digestOf(hashAlgorithm ?? ''),
    salt: bytesIn(element, 'saltValue'),
    block: Number(blockSize) === 16 ? 16 : unknown(`blocks of ${blockSize}`),
    keyBytes: [128, 192, 256].includes(Number(keyBits)) ? Number(keyBits) / 8 : unknown(`keys of ${keyBits}`),
  };
}

function unknown(what: string): never {
  throw new FormatError('locked', what);
}

/** Cut to a length, or filled up to it. */
function sized(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length >= length) return bytes.subarray(0, length);
  const out = new Uint8Array(length).fill(0x36);
  out.set(bytes);
  return out;
}

const bytesIn = ({ attributes }: XmlElement, name: string): Uint8Array =>
  Uint8Array.from(atob((attributes[name] ?? '').replace(/\s+/g, '')), (sign) => sign.charCodeAt(0));
