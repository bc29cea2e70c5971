import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredEncoding, decode } from '../../../lib/formats/encoding';
import { encodeGb18030 } from '../../lib/gb18030';

const TEXT = '临澜县人民政府办公室关于印发《便民服务方案》的通知\r\n牵头单位：县司法局\n2026年10月16日';
const utf8 = new TextEncoder().encode(TEXT);

function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const source = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(source.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < source.length; i++) view.setUint16(i * 2, source.charCodeAt(i), little);
  return bytes;
}

function utf32(text: string, little: boolean): Uint8Array {
  const signs = [...text];
  const view = new DataView(new ArrayBuffer(signs.length * 4));
  signs.forEach((sign, at) => {
    view.setUint32(at * 4, sign.codePointAt(0)!, little);
  });
  return new Uint8Array(view.buffer);
}

/** What a program makes of it that takes it for Latin and writes it as UTF-8 once more. */
const twice = (bytes: Uint8Array, label: string) =>
  new TextEncoder().encode(
    label === 'latin1' ? String.fromCharCode(...bytes) : new TextDecoder('windows-1252').decode(bytes),
  );

describe('decode', () => {
  it.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with its mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), 'utf-8'],
    ['GB18030', encodeGb18030(TEXT), 'gb18030'],
    ['UTF-16 LE', utf16(TEXT, true, true), 'utf-16le'],
    ['UTF-16 BE', utf16(TEXT, false, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(TEXT, true, false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(TEXT, false, false), 'utf-16be'],
    ['UTF-32 LE with its mark', utf32(`\ufeff${TEXT}`, true), 'utf-32le'],
    ['UTF-32 BE with its mark', utf32(`\ufeff${TEXT}`, false), 'utf-32be'],
    ['UTF-32 LE without a mark', utf32(TEXT, true), 'utf-32le'],
    ['UTF-8 that was encoded twice', twice(utf8, 'latin1'), 'utf-8'],
    ['UTF-8 that was encoded twice by way of Windows', twice(utf8, 'windows'), 'utf-8'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: TEXT, encoding, warnings: [] });
  });

  it('believes the bytes rather than a declaration that is wrong', () => {
    expect(decode(utf8, 'gb2312').text).toBe(TEXT);
    expect(decode(encodeGb18030(TEXT), 'utf-8').text).toBe(TEXT);
  });

  it('believes a declaration of another encoding when the bytes are not UTF-8', () => {
    const big5 = new Uint8Array([0xa4, 0xa4, 0xa4, 0xe5]);
    expect(decode(big5, 'big5')).toMatchObject({ text: '中文', encoding: 'big5' });
    expect(decode(encodeGb18030(TEXT), 'no-such-encoding').text).toBe(TEXT);
  });

  it('reads UTF-8 that was cut inside a character', () => {
    expect(decode(utf8.subarray(0, 31)).text.startsWith('临澜县人民政府办公室')).toBe(true);
  });

  it('reads UTF-8 with a few broken bytes as UTF-8', () => {
    const broken = new Uint8Array([...utf8.subarray(0, 60), 0xff, ...utf8.subarray(60)]);
    expect(decode(broken).encoding).toBe('utf-8');
    expect(decode(broken).text).toContain('牵头单位：县司法局');
  });

  it('leaves a text of another language as it is', () => {
    const text = 'Ça coûte 5 € à l’école — Größe, ämter, çà et là, éèê. Señor, naïve façade.';
    expect(decode(new TextEncoder().encode(text)).text).toBe(text);
    expect(decode(new TextEncoder().encode(`${TEXT}é’ç¦¾å¿äººæ°æ¿åº`)).text).toContain('é’ç¦¾');
    expect(decode(new Uint8Array(64)).encoding).not.toContain('32');
  });

  it('takes any bytes without an error', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof decode(bytes).text === 'string'));
  });

  it('gives back any text that was written as UTF-8 with a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]);
        expect(decode(bytes).text).toBe(text);
      }),
    );
  });
});

describe('declaredEncoding', () => {
  it.each([
    ['<meta charset="gb2312">', 'gb2312'],
    ['<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=GBK">', 'GBK'],
    ['<?xml version="1.0" encoding="UTF-8"?><html>', 'UTF-8'],
    ['<p>charset=none</p>', null],
  ])('%s', (head, label) => {
    expect(declaredEncoding(new TextEncoder().encode(head))).toBe(label);
  });
});
