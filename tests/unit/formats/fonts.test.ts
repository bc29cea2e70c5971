import { describe, expect, it } from 'vitest';
import { open as openOfd } from '../../../lib/formats/ofd';
import { open as openPdf } from '../../../lib/formats/pdf';
import { ofd } from './write/ofd';
import { rawPdf, show } from './write/raw-pdf';
import { linesOf } from './write/read';

const body = ['一、清淤河道。', '牵头单位：县水利局', '二、巡查堤防，汛期前完成。', '牵头单位：县应急管理局'];
const page = body.map((line, at) => show(72, 100 + 24 * at, line)).join('\n');

const described = (name: string) =>
  `<< /Type /FontDescriptor /FontName /ABCDEF+${name} /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>`;
/** A font of two bytes that does not say what its codes mean. */
const twoBytes = (name = 'Own') => ({
  30: `<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+${name} /Encoding /Identity-H /DescendantFonts [31 0 R] >>`,
  31: `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 32 0 R >>`,
  32: described(name),
});
/** A font of one byte. */
const oneByte = (name: string, encoding = '', width = 1000) => ({
  30: `<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+${name} /FirstChar 33 /LastChar 255 /Widths [${Array(223).fill(width).join(' ')}] ${encoding} /FontDescriptor 32 0 R >>`,
  32: described(name),
});
const shown = (x: number, y: number, string: string, size = 14) =>
  `BT /X ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm ${string} Tj ET`;
/** Chinese signs by glyphs that stand so far from them, as in a font that has them in their order. */
const byGlyph = (text: string, off: number) =>
  `<${[...text].map((sign) => (sign.codePointAt(0)! - off).toString(16).padStart(4, '0')).join('')}>`;
const read = (content: string, objects: Record<number, string>) =>
  openPdf(rawPdf([content], { fonts: '/X 30 0 R', objects }), 'a.pdf');
const counted = Array.from({ length: 20 }, (_, at) => `/g${at + 1}`).join(' ');

describe('a font of a PDF in which little stands', () => {
  it.each([
    ['a title in signs of many scripts', byGlyph('河道清淤工作方案', 0x4000), twoBytes()],
    ['a title in Chinese signs of no text', byGlyph('河道清淤工作方案', 0x0c00), twoBytes()],
    ['a title by the first codes there are', `(${'!"#$%&*+'})`, oneByte('FZXBSJW')],
    [
      'a title by glyphs that are only counted',
      '(!"#$%&*+)',
      oneByte('FZXBSJW', `/Encoding << /Differences [33 ${counted}] >>`),
    ],
  ])('and that says nothing of it is left out and said: %s', async (_, string, objects) => {
    const document = await read(`${shown(72, 60, string, 22)}\n${page}`, objects);
    expect(linesOf(document.html)).toEqual(body);
    expect(document.warnings).toEqual([{ code: 'font-unreadable', count: 8 }]);
  });

  it.each([
    ['Chinese ones', byGlyph('县水利局', 0x0c00), 4],
    ['wide ones', '<0021002200230024>', 4],
    ['a single one', '<0024>', 1],
  ])('in the middle of a line as well: %s', async (_, string, count) => {
    const document = await read(`${page}\n${show(72, 300, '配合单位：')}\n${shown(142, 300, string)}`, twoBytes());
    expect(linesOf(document.html)).toEqual([...body, '配合单位：']);
    expect(document.warnings).toEqual([{ code: 'font-unreadable', count }]);
  });

  it('may be of letters: those are read', async () => {
    const latin = oneByte('TimesNewRomanPSMT', '/Encoding /WinAnsiEncoding', 600);
    const document = await read(`${page}\n${shown(72, 300, '(PM2.5 AAA www.x.gov.cn \\(B\\) #3)')}`, latin);
    expect(linesOf(document.html).at(-1)).toBe('PM2.5 AAA www.x.gov.cn (B) #3');
    expect(document.warnings).toEqual([]);
  });

  it.each([
    ['Wingdings, without an encoding', '(l)', oneByte('Wingdings-Regular'), '●清淤'],
    ['Wingdings, ticked', '(\\376)', oneByte('Wingdings-Regular', '/Encoding /WinAnsiEncoding'), '☑清淤'],
    ['Wingdings 2, not ticked', '(\\243)', oneByte('Wingdings2'), '□清淤'],
    ['Symbol', '(\\267)', oneByte('SymbolMT'), '•清淤'],
    ['Wingdings by its glyphs', '<004f>', twoBytes('Wingdings-Regular'), '●清淤'],
    ['Wingdings by its glyphs, of the second half', '<0079>', twoBytes('Wingdings-Regular'), '•清淤'],
  ])('may be of signs, and is read as they are seen: %s', async (_, string, objects, line) => {
    const document = await read(`${page}\n${shown(72, 300, string)}\n${show(90, 300, '清淤')}`, objects);
    expect(linesOf(document.html)).toEqual([...body, line]);
    expect(document.warnings).toEqual([]);
  });
});

it('letters of a font of signs in an OFD are read as they are seen', async () => {
  const space = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const line = (x: number, font: number, text: string) =>
    `<ofd:TextObject Boundary="${x} 20 150 8" Size="5" Font="${font}"><ofd:TextCode X="0" Y="5" DeltaX="g ${text.length} 5">${text}</ofd:TextCode></ofd:TextObject>`;
  const bytes = ofd([], {
    more: {
      'Doc_0/Document.xml': `<ofd:Document ${space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>R.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>`,
      'Doc_0/R.xml': `<ofd:Res ${space}><ofd:Fonts><ofd:Font ID="7" FontName="Wingdings 2"/><ofd:Font ID="8" FontName="宋体"/></ofd:Fonts></ofd:Res>`,
      'Doc_0/P.xml': `<ofd:Page ${space}><ofd:Content><ofd:Layer>${line(20, 7, 'R')}${line(25, 8, '同意')}${line(60, 7, '£')}${line(65, 8, '不同意')}</ofd:Layer></ofd:Content></ofd:Page>`,
    },
  });
  expect(
    linesOf((await openOfd(bytes, 'a.ofd')).html)
      .join('')
      .replace(/\s/g, ''),
  ).toBe('☑同意□不同意');
});

describe('fonts of a few signs each, as programs that draw their own glyphs make them', () => {
  const numbers = (first: number, ...codes: number[]) => {
    const names = codes.map((code) => `/g${code.toString(16).toUpperCase()}`);
    const procs = names.map((name) => `${name} 60 0 R`).join(' ');
    return `<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 1000 1000] /FirstChar ${first} /LastChar ${first + codes.length - 1} /Widths [${codes.map(() => 1000).join(' ')}] /Encoding << /Type /Encoding /Differences [${first} ${names.join(' ')}] >> /CharProcs << ${procs} >> >>`;
  };
  const empty = { 60: '<< /Length 10 >>\nstream\n1000 0 d0 \nendstream' };

  it('that only count their glyphs are left out together, whatever the numbers are as signs', async () => {
    // 㐅 is no sign of any text, 事 and 县 are.
    const objects = { ...empty, 40: numbers(33, 0x3405, 0x3406, 0x3409), 41: numbers(33, 0x4e8b, 0x53bf) };
    const title = `BT /Y 22 Tf 1 0 0 1 72 782 Tm (!"#) Tj ET BT /Z 22 Tf 1 0 0 1 172 782 Tm (!") Tj ET`;
    const document = await openPdf(rawPdf([`${title}\n${page}`], { fonts: '/Y 40 0 R /Z 41 0 R', objects }), 'a.pdf');
    expect(linesOf(document.html)).toEqual(body);
    expect(document.warnings).toEqual([{ code: 'font-unreadable', count: 5 }]);
  });

  it('are judged together where each of them is too small, on more pages than are looked at', async () => {
    const objects: Record<number, string> = {};
    const lines = [...body, ...body, ...body].join('').match(/.{1,5}/gu)!;
    const content = lines.map((line, at) => {
      const [font, own, described] = [40 + 3 * at, 41 + 3 * at, 42 + 3 * at];
      for (const [number, text] of Object.entries(twoBytes(`Own${at}`)))
        objects[font + Number(number) - 30] = text
          .replace('31 0 R', `${own} 0 R`)
          .replace('32 0 R', `${described} 0 R`);
      return shown(72, 100 + 24 * at, byGlyph(line, 0x0123)).replace('/X', `/X${at}`);
    });
    const fonts = lines.map((_, at) => `/X${at} ${40 + 3 * at} 0 R`).join(' ');
    await expect(openPdf(rawPdf(content, { fonts, objects }), 'a.pdf')).rejects.toMatchObject({
      code: 'unreadable-font',
    });
  });
});
