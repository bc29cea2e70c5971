/**
 * Chromium's package of an extension, version 3. The format stands in Chromium's `components/crx_file/crx3.proto`: a magic
 * word, the version, the length of a protobuf header, the header, a zip. RSA signatures of PKCS #1 v1.5 hang on nothing
 * random, so that the same key over the same files gives the same bytes.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

const MAGIC = Buffer.from('Cr24');
const CONTEXT = Buffer.from('CRX3 SignedData\0');

/** A new private key, as PEM. */
export const makeKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });

/** The public half of a private key in DER. */
const publicDer = (pem) => createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'der' });

/** What `key` in a manifest holds: it fixes the id of an extension that is loaded unpacked. */
export const manifestKey = (pem) => publicDer(pem).toString('base64');

/** The id that Chromium gives the owner of a key: half a digest, its hexadecimal digits written from a to p. */
export const extensionId = (pem) => idText(idBytes(publicDer(pem)));

const idBytes = (der) => createHash('sha256').update(der).digest().subarray(0, 16);
const idText = (bytes) =>
  bytes.toString('hex').replace(/[0-9a-f]/g, (digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]);

/** @param archive The zip. @param pem The private key. @returns the bytes of a .crx. */
export function packCrx(archive, pem) {
  const key = publicDer(pem);
  const signed = field(1, idBytes(key));
  const signature = sign('sha256', toSign(signed, archive), pem);
  const header = Buffer.concat([field(2, Buffer.concat([field(1, key), field(2, signature)])), field(10_000, signed)]);
  return Buffer.concat([MAGIC, uint32(3), uint32(header.length), header, archive]);
}

/** Takes a .crx apart and checks its signature. @throws Error where it is none or the signature does not hold. */
export function readCrx(bytes) {
  if (!bytes.subarray(0, 4).equals(MAGIC) || bytes.readUInt32LE(4) !== 3) throw new Error('not a CRX3 file');
  const end = 12 + bytes.readUInt32LE(8);
  const header = fields(bytes.subarray(12, end));
  const archive = bytes.subarray(end);
  const proof = fields(header.get(2));
  const signed = header.get(10_000);
  const key = { key: proof.get(1), format: 'der', type: 'spki' };
  if (!verify('sha256', toSign(signed, archive), key, proof.get(2))) throw new Error('the signature does not hold');
  const id = fields(signed).get(1);
  if (!id.equals(idBytes(proof.get(1)))) throw new Error('signed for another id');
  return { id: idText(id), archive };
}

const toSign = (signed, archive) => Buffer.concat([CONTEXT, uint32(signed.length), signed, archive]);

function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A number as protobuf writes it: seven bits a byte, the lowest first. */
function varint(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

/** A field of bytes of a protobuf message. */
const field = (number, bytes) => Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);

/** The fields of a message that holds byte fields only, each once. */
function fields(message) {
  const found = new Map();
  let at = 0;
  const number = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at++];
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = number();
    const length = number();
    found.set((tag - 2) / 8, message.subarray(at, at + length));
    at += length;
  }
  return found;
}
