import { cbc, ecb } from '@noble/ciphers/aes.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha512 } from '@noble/hashes/sha2.js';
import CFB from 'cfb';

/** What opens the files written here. */
export const PASSWORD = '清河2027';

export const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));
const le32 = (value: number) => new Uint8Array(Uint32Array.of(value).buffer);
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer);
const filled = (bytes: Uint8Array, to: number) => joined(bytes, new Uint8Array((to - (bytes.length % to)) % to));
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const salt = (first: number) => Uint8Array.from({ length: 16 }, (_, at) => (first + 7 * at) % 256);

/** A compound file of the two streams of a lock. */
export function container(info: Uint8Array, content: Uint8Array, length = content.length): Uint8Array {
  const made = CFB.utils.cfb_new();
  CFB.utils.cfb_add(made, '/EncryptionInfo', Buffer.from(info));
  CFB.utils.cfb_add(made, '/EncryptedPackage', Buffer.from(joined(le32(length), le32(0), content)));
  return new Uint8Array(CFB.write(made, { type: 'buffer' }) as Uint8Array);
}

/** As Office has locked files since 2010 ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15). */
export function agile(paper: Uint8Array, turns: number): Uint8Array {
  const [own, whole] = [salt(3), salt(90)];
  let secret = sha512(joined(own, utf16(PASSWORD)));
  for (let turn = 0; turn < turns; turn++) secret = sha512(joined(le32(turn), secret));
  const shut = (use: readonly number[], value: Uint8Array) =>
    cbc(sha512(joined(secret, Uint8Array.from(use))).subarray(0, 32), own, { disablePadding: true }).encrypt(value);
  const key = Uint8Array.from({ length: 32 }, (_, at) => (11 * at + 5) % 256);
  const input = salt(41);
  const parts: Uint8Array[] = [];
  for (let at = 0, segment = 0; at < paper.length; at += 4096, segment++)
    parts.push(
      cbc(key, sha512(joined(whole, le32(segment))).subarray(0, 16), { disablePadding: true }).encrypt(
        filled(paper.subarray(at, at + 4096), 16),
      ),
    );
  const how =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"';
  const xml = `<encryption xmlns="http://e" xmlns:p="http://p"><keyData ${how} saltValue="${base64(whole)}"/><keyEncryptors><keyEncryptor uri="http://p"><p:encryptedKey spinCount="${turns}" ${how} saltValue="${base64(own)}" encryptedVerifierHashInput="${base64(shut([0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79], input))}" encryptedVerifierHashValue="${base64(shut([0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e], sha512(input)))}" encryptedKeyValue="${base64(shut([0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6], key))}"/></keyEncryptor></keyEncryptors></encryption>`;
  return container(
    joined(Uint8Array.of(4, 0, 4, 0, 0x40, 0, 0, 0), new TextEncoder().encode(xml)),
    joined(...parts),
    paper.length,
  );
}

/** As Office 2007 did (2.3.4.5 to 2.3.4.9). */
export function standard(paper: Uint8Array): Uint8Array {
  const own = salt(17);
  let secret = sha1(joined(own, utf16(PASSWORD)));
  for (let turn = 0; turn < 50_000; turn++) secret = sha1(joined(le32(turn), secret));
  secret = sha1(joined(secret, le32(0)));
  const mixed = sha1(new Uint8Array(64).fill(0x36).map((byte, at) => byte ^ (secret[at] ?? 0)));
  const key = mixed.subarray(0, 16);
  const shut = (value: Uint8Array) => ecb(key, { disablePadding: true }).encrypt(filled(value, 16));
  const input = salt(77);
  const head = joined(
    le32(0x24),
    le32(0),
    le32(0x660e),
    le32(0x8004),
    le32(128),
    le32(24),
    le32(0),
    le32(0),
    utf16('AES\0'),
  );
  const info = joined(
    Uint8Array.of(3, 0, 2, 0),
    le32(0x24),
    le32(head.length),
    head,
    le32(16),
    own,
    shut(input),
    le32(20),
    shut(sha1(input)),
  );
  return container(info, shut(paper), paper.length);
}
