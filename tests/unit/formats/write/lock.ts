import { createHash } from 'node:crypto';

const PAD = Uint8Array.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a'.match(/../g)!.map((byte) => parseInt(byte, 16)),
);
const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const padded = (password: string) => Uint8Array.from([...bytesOf(password), ...PAD]).slice(0, 32);
const md5 = (...parts: Uint8Array[]) => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const box = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + box[at]! + key[at % key.length]!) & 255;
    [box[at], box[other]] = [box[other]!, box[at]!];
  }
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + box[i]!) & 255;
    [box[i], box[j]] = [box[j]!, box[i]!];
    return byte ^ box[(box[i]! + box[j]!) & 255]!;
  });
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The standard security of PDF 1.1 (40 bit), for files that ask for a password. ASCII passwords only. */
export function lock(password: string) {
  const id = bytesOf('0123456789abcdef');
  const owner = rc4(md5(padded(password)).slice(0, 5), padded(password));
  const rights = Uint8Array.from([252, 255, 255, 255]);
  const key = md5(padded(password), owner, rights, id).slice(0, 5);
  return {
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${hex(owner)}> /U <${hex(rc4(key, PAD))}> /P -4 >> /ID [<${hex(id)}> <${hex(id)}>]`,
    /** An object as it is written under its number: its strings and its stream are encrypted. */
    object(number: number, text: string): string {
      const own = md5(key, Uint8Array.from([number & 255, (number >> 8) & 255, number >> 16, 0, 0])).slice(0, 10);
      const [head = '', ...rest] = text.split(/(?<=\nstream\n)/);
      const strings = head.replace(/\(([^)]*)\)/g, (_, inner: string) => `<${hex(rc4(own, bytesOf(inner)))}>`);
      if (rest.length === 0) return strings;
      const stream = rest.join('').replace(/\nendstream$/, '');
      return `${strings}${String.fromCharCode(...rc4(own, bytesOf(stream)))}\nendstream`;
    },
  };
}
