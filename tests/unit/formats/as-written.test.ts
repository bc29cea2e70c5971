// @vitest-environment happy-dom
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { open as openCsv } from '../../../lib/formats/csv';
import { open as openPage } from '../../../lib/formats/html';
import { open as openText } from '../../../lib/formats/txt';
import { openUnseen } from '../../../lib/formats/unseen';
import { linesOf, measuresOf } from './write/read';

const file = (name: string, text: string) => {
  const bytes = strToU8(text);
  return { name, size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer };
};

describe('signs by name that a program left in a plain text', () => {
  it('are the signs: no unit is called nbsp', async () => {
    const text =
      '一、疏浚明沟。\n牵头单位：县水利局&nbsp;&nbsp;配合单位：县财政局&amp;nbsp;\n&ldquo;一河一策&rdquo;按&#x33;&#48;%推进。';
    const { html } = await openText(strToU8(text), 'a.txt');
    expect(linesOf(html).at(-1)).toBe('“一河一策”按30%推进。');
    expect(measuresOf(html)).toEqual(['一||lead:县水利局,participant:县财政局']);
  });

  it('in a table of text as well; other words with such a sign stay', async () => {
    const { html } = await openCsv(
      strToU8('工作任务,牵头单位\n疏浚&lt;一&gt;号沟,县水利局&nbsp;\nR&D;投入&cd;,县科技局\n'),
      'a.csv',
    );
    expect(linesOf(html)).toEqual(['工作任务', '牵头单位', '疏浚<一>号沟', '县水利局', 'R&D;投入&cd;', '县科技局']);
  });
});

describe('a page written as XML', () => {
  const page =
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/><style />' +
    '</head><body><p>一、疏浚明沟。</p><iframe src="b.html"/><textarea/><p>牵头单位：县水利局</p></body></html>';
  it('ends its elements where it says so: an empty title does not swallow the page', async () => {
    expect(measuresOf((await openPage(strToU8(page), 'a.html')).html)).toEqual(['一||lead:县水利局']);
    expect(measuresOf((await openUnseen(file('a.xhtml', page))).html)).toEqual(['一||lead:县水利局']);
  });
});

describe('a table drawn by signs', () => {
  const drawn = [
    '临澜县排水防涝工作方案',
    '┌──┬────────┬──────┐',
    '│序号│工作任务│牵头单位│',
    '├──┼────────┼──────┤',
    '│1 │疏浚城区明│县水利局│',
    '│  │沟和暗渠  │        │',
    '├──┼────────┼──────┤',
    '│2 │检修泵站  │县住建局│',
    '└──┴────────┴──────┘',
    '以上任务6月底前完成。',
  ].join('\n');

  it('has rows and cells, wrapped ones in one piece', async () => {
    const { html } = await openText(strToU8(drawn), 'a.txt');
    expect(measuresOf(html).map((line) => line.split('|')[2])).toEqual(['lead:县水利局', 'lead:县住建局']);
    expect(linesOf(html).join('\n')).toContain('疏浚城区明沟和暗渠');
    expect(linesOf(html).at(-1)).toBe('以上任务6月底前完成。');
    expect(linesOf(html).join('')).not.toMatch(/[─│┌]/);
  });

  it('of double rules, or without rules between its rows', async () => {
    const double =
      '╔══╦══╦══╗\n║工作任务║牵头单位║时限║\n╠══╬══╬══╣\n║疏浚明沟║县水利局║6月底║\n║检修泵站║县住建局║5月底║\n╚══╩══╩══╝';
    const { html } = await openText(strToU8(double), 'a.txt');
    expect(measuresOf(html).map((line) => line.split('|')[2])).toEqual(['lead:县水利局', 'lead:县住建局']);
  });

  it('a rule and a stroke in a sentence stay', async () => {
    const { html } = await openText(strToU8('一、疏浚明沟│暗渠。\n────────\n完'), 'a.txt');
    expect(linesOf(html)[0]).toBe('一、疏浚明沟│暗渠。');
  });
});

describe('a spreadsheet written as codes', () => {
  it.each([
    ['任务.slk', 'ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"清淤河道"\r\nE\r\n'],
    ['任务.dif', 'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,1\r\n""\r\n-1,0\r\nBOT\r\n1,0\r\n"清淤河道"\r\n'],
  ])('is not shown as them: %s', async (name, text) => {
    await expect(openUnseen(file(name, text))).rejects.toMatchObject({ code: 'unsupported' });
  });

  it('a table whose first column is called ID is none', async () => {
    expect((await openUnseen(file('任务.csv', 'ID;Platz;牵头单位\n1;清淤;县水利局\n'))).html).toContain('县水利局');
  });
});

describe('XML of a kind that is not read', () => {
  it.each([
    [
      'a.txt',
      '<?xml version="1.0" encoding="UTF-8"?>\n<uof:UOF xmlns:uof="x"><uof:段落>牵头单位：县水利局</uof:段落></uof:UOF>',
    ],
    [
      'a',
      '<?xml version="1.0"?><office:document xmlns:office="x"><office:body>县水利局</office:body></office:document>',
    ],
  ])('is not shown as its tags: %s', async (name, text) => {
    await expect(openUnseen(file(name, text))).rejects.toMatchObject({ code: 'unsupported' });
  });
});
