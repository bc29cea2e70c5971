import { describe, expect, it } from 'vitest';
import { readBody } from './dom';

const cells = (body: string) => {
  const text = readBody(body);
  return text.blocks.map((block) => {
    const at = block.cell;
    const place = at
      ? `${at.table}:${at.row},${at.column}${at.rowSpan > 1 || at.columnSpan > 1 ? `+${at.rowSpan}x${at.columnSpan}` : ''}${at.header ? 'h' : ''}`
      : '-';
    return `${place} ${text.text.slice(block.start, block.end)}`;
  });
};

describe('tables', () => {
  it('places cells under row and column spans', () => {
    expect(
      cells(
        '<table><thead><tr><th>序号<th>事项<th colspan="2">单位</thead><tbody><tr><td rowspan="2">一<td>甲<td>县水务局<td>县财政局' +
          '<tr><td>乙<td colspan="2">县教育局</tbody></table>',
      ),
    ).toEqual([
      '0:0,0h 序号',
      '0:0,1h 事项',
      '0:0,2+1x2h 单位',
      '0:1,0+2x1 一',
      '0:1,1 甲',
      '0:1,2 县水务局',
      '0:1,3 县财政局',
      '0:2,1 乙',
      '0:2,2+1x2 县教育局',
    ]);
  });

  it('gives each paragraph of a cell a block of the same cell', () => {
    expect(cells('<table><tr><td><p>县自然资源和</p><p>规划局</p><td>甲</table>')).toEqual([
      '0:0,0 县自然资源和',
      '0:0,0 规划局',
      '0:0,1 甲',
    ]);
  });

  it('reads through layout tables, whatever is nested in them', () => {
    const article = '<p>一、总体要求</p>'.repeat(80);
    expect(
      cells(
        `<table><tr><td>${article.slice(0, 16)}<table><tr><td>事项<td>单位<tr><td>甲<td>县水务局</table>` +
          `${article}</td><td>侧栏</td></tr></table>`,
      ).filter((line) => line.startsWith('0:')),
    ).toEqual(['0:0,0 事项', '0:0,1 单位', '0:1,0 甲', '0:1,1 县水务局']);
  });

  describe('a cell that holds the article of a page', () => {
    const article =
      '<p>一、总体要求</p><p>坚持部门联动，分步推进，先急后缓。</p><p>二、工作任务</p><p>（一）加强水域管理。（牵头单位：县水利局；配合单位：县交通局）</p><p>（二）落实监护。（责任单位：县妇联）</p>';
    const isRead = (html: string): boolean => cells(html).every((line) => line.startsWith('- '));

    it.each([
      ['beside a menu', `<tr><td><ul><li>机构职能</li><li>规划计划</li></ul></td><td>${article}</td></tr>`],
      ['beside links', `<tr><td><a href="/">机构职能</a><br><a href="/">规划计划</a></td><td>${article}</td></tr>`],
      ['before what stands beside it', `<tr><td>${article}</td><td>相关链接</td></tr>`],
      [
        'between what stands above and below',
        `<tr><td colspan="2">首页 | 政务公开</td></tr><tr><td><img src="a.png"></td><td>${article}</td></tr><tr><td colspan="2">版权所有</td></tr>`,
      ],
      [
        'below a row that keeps distance',
        `<tr><td></td><td>&nbsp;</td></tr><tr><td><a href="/">首页</a></td><td>${article}</td></tr>`,
      ],
      ['under a heading of the page', `<tr><td>机构职能</td><td><h1>工作方案</h1>${article}</td></tr>`],
    ])('is no data: %s', (_, rows) => {
      expect(isRead(`<table>${rows}</table>`)).toBe(true);
    });

    const measures = '<p>1.逐户排查。</p><p>2.建立台账。</p><p>3.限期整改。</p><p>4.组织验收。</p>'.repeat(5);
    it.each([
      [
        'named by a few words in front',
        `<tr><td>整改任务</td><td>排污</td></tr><tr><td>整改措施</td><td>${measures}</td></tr><tr><td>责任单位</td><td>县水利局</td></tr>`,
      ],
      [
        'a row under headings',
        `<tr><td>工作任务</td><td>责任单位</td><td>时限</td></tr><tr><td>${measures}</td><td>县水利局</td><td>6月底</td></tr>`,
      ],
      [
        'under headings, beside units on lines of their own',
        `<tr><td>工作任务</td><td>责任单位</td></tr><tr><td>${measures}</td><td>县水利局<br>县交通运输局</td></tr>`,
      ],
      [
        'behind units on lines of their own',
        `<tr><td>责任单位</td><td>工作任务</td></tr><tr><td>县水利局<br>县交通运输局</td><td>${measures}</td></tr>`,
      ],
      ['without headings', `<tr><td>${measures.slice(0, 120)}</td><td>县水利局<br>县交通运输局</td></tr>`.repeat(2)],
    ])('is data all the same: %s', (_, rows) => {
      expect(cells(`<table>${rows}</table>`).every((line) => /^0:\d/.test(line))).toBe(true);
    });
  });

  it('takes a table of one column for layout', () => {
    expect(cells('<table><tr><td>甲<tr><td>乙</table>')).toEqual(['- 甲', '- 乙']);
  });

  it('numbers a table inside a cell on its own', () => {
    expect(
      cells('<table><tr><td>一<td>说明文字说明文字说明文字说明文字<table><tr><td>甲<td>乙</table><td>三</table>'),
    ).toEqual(['0:0,0 一', '0:0,1 说明文字说明文字说明文字说明文字', '1:0,0 甲', '1:0,1 乙', '0:0,2 三']);
  });

  it('bounds what a hostile table claims', () => {
    const text = readBody(
      `<table>${'<tr><td colspan="999999" rowspan="999999">甲<td rowspan="0">乙'.repeat(200)}</table>`,
    );
    for (const { cell } of text.blocks) {
      expect(cell!.column + cell!.columnSpan).toBeLessThanOrEqual(1000);
      expect(cell!.rowSpan).toBeLessThanOrEqual(65534);
    }
  });
});
