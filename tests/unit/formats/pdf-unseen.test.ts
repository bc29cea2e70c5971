import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open } from '../../../lib/formats/pdf';
import { mayHide } from '../../../lib/formats/pdf/hints';
import { rawPdf, show } from './write/raw-pdf';
import { linesOf } from './write/read';

const body = ['一、疏浚沟渠。6月底前完成清淤。', '牵头单位：青禾县水务局', '二、检修泵站。5月底前完成检修。'];
const page = (...lines: string[]) => lines.map((line, at) => show(72, 100 + 24 * at, line)).join('\n');
const decoy = '牵头单位：青禾县林业局';
const low = (y = 400) => show(72, y, decoy);
/** A picture over the whole page, which is drawn by `/P Do`. */
const picture = {
  resources: '/XObject << /P 21 0 R >>',
  objects: {
    21: '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\n0\nendstream',
  },
};
const wholePage = 'q 595 0 0 842 0 0 cm /P Do Q';

async function read(content: string, more = {}) {
  const document = await open(rawPdf([`${page(...body)}\n${content}`], more), '方案.pdf');
  return { lines: linesOf(document.html), said: document.warnings?.map(({ code }) => code) };
}

describe('words of a PDF that nobody sees', () => {
  it.each([
    ['white, as a grey', `1 g ${low()} 0 g`],
    ['white, as three parts', `1 1 1 rg\n${low()}\n0 g`],
    ['white, as four parts', `0 0 0 0 k\n${low()}\n0 g`],
    ['white, as parts of a space of colours', `/DeviceRGB cs 1 1 1 sc\n${low()}\n0 g`],
    ['white below what is kept and given back', `q 1 g\n${low()} Q`],
    ['without ink', `BT 3 Tr ET ${low()} BT 0 Tr ET`],
    [
      'below a box',
      `1 g 60 400 500 60 re f 0 g`.replace(/^/, `${low(420)}\n`).concat(`\n${show(80, 420, '三、植树。')}`),
    ],
    ['smaller than a speck', `BT /F1 .4 Tf 1 0 0 1 72 442 Tm <67976728> Tj ET`],
  ])('are left out, and said: %s', async (_, content) => {
    const { lines, said } = await read(content);
    expect(lines.filter((line) => line !== '三、植树。')).toEqual(body);
    expect(said).toEqual(['hidden-left-out']);
  });

  it.each([
    ['white on a dark ground', `0 0 .5 rg 60 420 500 60 re f\n1 g\n${low()}\n0 g`],
    ['white on a broad stroke', `0 0 .5 RG 30 w 60 446 m 560 446 l S\n1 g\n${low()}\n0 g`],
    ['white with an edge of ink', `1 g BT 2 Tr ET ${low()} BT 0 Tr ET 0 g`],
    ['white and then black', `1 g 0 g ${low()}`],
    ['over a box', `1 g 60 420 500 60 re f 0 g ${low()}`],
    ['below a box that only tints', `${low()}\n/T gs 1 1 0 rg 60 420 500 60 re f 0 g 1 g ${show(72, 700, '白')} 0 g`],
    [
      'beside what is cut off of a box',
      `${low()}\nq 0 0 20 20 re W n 1 g 60 420 500 60 re f Q 1 g ${show(72, 700, '白')} 0 g`,
    ],
  ])('are others: %s', async (_, content) => {
    const { lines } = await read(content, { resources: '/ExtGState << /T << /BM /Multiply >> >>' });
    expect(lines).toEqual([...body, decoy]);
  });

  it.each([
    ['white', `${wholePage}\n1 g\n${low()}\n0 g`],
    ['without ink', `${wholePage}\nBT 3 Tr ET ${low()} BT 0 Tr ET`],
  ])('may have been read from a picture, or stand on it: %s', async (_, content) => {
    expect((await read(content, picture)).lines).toEqual([...body, decoy]);
  });

  it('are not most of a page: how that is drawn is not understood', async () => {
    const document = await open(rawPdf([`1 g\n${page(...body)}`]), '方案.pdf');
    expect(linesOf(document.html)).toEqual(body);
  });
});

describe('what says that a PDF may hold hidden words', () => {
  const packed = (text: string, more = '') => {
    const bytes = zlibSync(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
    return Uint8Array.from(
      `1 0 obj\n<< /Length ${bytes.length} /Filter /FlateDecode ${more} >>\nstream\n${String.fromCharCode(...bytes)}\nendstream`,
      (sign) => sign.charCodeAt(0),
    );
  };

  it.each([
    ['BT 1 g (a) Tj ET', true],
    ['1 1 1 rg 0 0 9 9 re f 0 g BT (a) Tj ET', false],
    ['q 1 g Q BT [(a) 3 (b)] TJ ET', false],
    ['/P cs /N scn 1 g /P1 scn BT (a) Tj ET', false],
    ['BT 3 Tr (a) Tj ET', true],
    ['/I Do BT 3 Tr (a) Tj ET', false],
  ])('packed: %s', (text, wanted) => {
    expect(mayHide(packed(text))).toBe(wanted);
  });

  it('is no picture, and nothing that is broken', () => {
    expect(mayHide(packed('BT 1 g (a) Tj ET', '/Subtype /Image'))).toBe(false);
    expect(mayHide(packed('BT 1 g (a) Tj ET').subarray(0, 60))).toBe(false);
    expect(mayHide(new TextEncoder().encode('<< /Filter /FlateDecode >>\nstream\n1 g (a) Tj\nendstream'))).toBe(false);
  });
});
