import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { open as openText, textToHtml } from '../../../lib/formats/txt';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('plain text', () => {
  it('becomes paragraphs, with the breaks of the paper taken out', () => {
    const text =
      '一、改善供水\r\n\r\n1.新建管网，解决北部乡镇季节性缺水问题，逐步实现城乡\r\n供水同质同价。\r\n牵头单位：县水利局\r\n';
    expect(textToHtml(text)).toBe(
      '<p>一、改善供水</p>\n<p>1.新建管网，解决北部乡镇季节性缺水问题，逐步实现城乡供水同质同价。</p>\n<p>牵头单位：县水利局</p>',
    );
  });

  it('shows tags as text', () => {
    expect(textToHtml('<script>alert(1)</script> & "引号"')).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;引号&quot;</p>',
    );
  });

  it('says when a file is empty or no text at all', async () => {
    await expect(openText(bytes(' \r\n\t\n'), 'a.txt')).rejects.toMatchObject({ code: 'empty' });
    const binary = new Uint8Array(2000).map((_, i) => (i * 7919) % 251);
    binary.fill(0, 100, 700);
    await expect(openText(binary, 'a.txt')).rejects.toMatchObject({ code: 'damaged' });
  });

  it('never lets a tag through', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(textToHtml(text).replace(/<\/?p>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});
