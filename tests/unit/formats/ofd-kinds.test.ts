import { describe, expect, it } from 'vitest';
import { open } from '../../../lib/formats/ofd';
import { ofd } from './write/ofd';
import { linesOf } from './write/read';

const space = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const line = (y: number, text: string, more = '') =>
  `<ofd:TextObject Boundary="25 ${y} 150 7" Size="5" Font="1" ${more}><ofd:TextCode X="0" Y="5" DeltaX="g ${text.length - 1} 5">${text}</ofd:TextCode></ofd:TextObject>`;
const page = (content: string, before = '') => ({
  'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page ${space}>${before}<ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content></ofd:Page>`,
});
const read = (more: Record<string, string>) => open(ofd([{ texts: [], rules: [] }], { more }), 'a.ofd');
const use = '<ofd:CompositeObject ResourceID="50" Boundary="0 40 210 100"/>';

describe('units of an OFD', () => {
  it.each(['Doc_0/Pages/Page_0/Own.xml', 'Pages/Page_0/Own.xml'])(
    'that lie beside the page are drawn: %s',
    async (path) => {
      const unit = `<ofd:CompositeGraphicUnit ID="50"><ofd:Content>${line(0, '一、清淤河道。')}</ofd:Content></ofd:CompositeGraphicUnit>`;
      const { html, warnings } = await read({
        ...page(line(20, '河道管护方案') + use, '<ofd:PageRes>Own.xml</ofd:PageRes>'),
        [path]: `<ofd:Res ${space}><ofd:CompositeGraphicUnits>${unit}</ofd:CompositeGraphicUnits></ofd:Res>`,
      });
      expect(linesOf(html)).toEqual(['河道管护方案', '一、清淤河道。']);
      expect(warnings).toEqual([]);
    },
  );

  it('that are not there are said', async () => {
    const { html, warnings } = await read(page(line(20, '河道管护方案') + use));
    expect(linesOf(html)).toEqual(['河道管护方案']);
    expect(warnings).toEqual([{ code: 'objects-left-out', count: 1 }]);
  });
});

describe('text of an OFD that is not drawn', () => {
  const unseen = line(40, '县教育局', 'Fill="false"') + line(60, '县公安局', 'Alpha="0"');

  it('is none of a page, and said; an outline is drawn', async () => {
    const { html, warnings } = await read(page(line(20, '县水利局', 'Fill="false" Stroke="true"') + unseen));
    expect(linesOf(html)).toEqual(['县水利局']);
    expect(warnings).toEqual([{ code: 'hidden-left-out', count: 1 }]);
  });

  it.each([
    ['white', `<ofd:FillColor Value="255 255 255"/>`, '40'],
    ['beside the page', '', '340'],
  ])('is none of it where nobody sees it: %s', async (_, colour, y) => {
    const lost = line(Number(y), '县教育局').replace('<ofd:TextCode', `${colour}<ofd:TextCode`);
    const { html, warnings } = await read(page(line(20, '县水利局') + line(60, '县财政局') + lost));
    expect(linesOf(html)).toEqual(['县水利局', '县财政局']);
    expect(warnings).toEqual([{ code: 'hidden-left-out', count: 1 }]);
  });

  it.each([
    [
      'an area',
      '<ofd:PathObject Boundary="0 30 210 20" Fill="true"><ofd:FillColor Value="0 40 120"/></ofd:PathObject>',
    ],
    ['a picture', '<ofd:ImageObject Boundary="0 30 210 20" ResourceID="9"/>'],
  ])('is text where it is white on a ground: %s', async (_, ground) => {
    const head = line(40, '县教育局').replace('<ofd:TextCode', '<ofd:FillColor Value="255 255 255"/><ofd:TextCode');
    const { html } = await read(page(line(20, '县水利局') + ground + head));
    expect(linesOf(html)).toEqual(['县水利局', '县教育局']);
  });

  it('is what a picture of the page says', async () => {
    const text = [
      '一、清淤河道，六月底前完成。',
      '责任单位：县水利局、县财政局',
      '二、巡查堤防，每月一次。',
      '责任单位：县应急管理局',
    ];
    const signs = text.map((words, at) => line(40 + 10 * at, words, 'Alpha="0"')).join('');
    const { html } = await read(page(`<ofd:ImageObject Boundary="0 0 210 297" ResourceID="9"/>${signs}`));
    expect(linesOf(html)).toEqual(text);
  });
});
