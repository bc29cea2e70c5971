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

describe('decode', () => {
  it.each([
    ['UTF-8', utf8, 'utf-8'],
    ['UTF-8 with its mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), 'utf-8'],
    ['GB18030', encodeGb18030(TEXT), 'gb18030'],
    ['UTF-16 LE', utf16(TEXT, true, true), 'utf-16le'],
    ['UTF-16 BE', utf16(TEXT, false, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(TEXT, true, false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(TEXT, false, false), 'utf-16be'],
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
