import { describe, expect, it } from 'vitest';
import { open } from '../../../lib/formats/docx';
import { countIn } from '../../../lib/formats/docx/counting';
import { abstractNum, docx, inList, lvl, num, p, r, tbl, tc, tr } from './write/docx';
import { linesOf } from './write/read';

const read = async (parts: Parameters<typeof docx>[0]) => open(docx(parts), '方案.docx');
const lines = async (parts: Parameters<typeof docx>[0]) => linesOf((await read(parts)).html);

const official = abstractNum(
  0,
  lvl(0, 'chineseCounting', '%1、'),
  lvl(1, 'chineseCounting', '（%2）'),
  lvl(2, 'decimal', '%3.'),
  lvl(3, 'decimalEnclosedCircle', '%4'),
);

describe('automatic numbers', () => {
  it('prints the official four levels and restarts each below the one above', async () => {
    const body = [
      p('总体要求', inList(1)),
      p('重点任务', inList(1)),
      p('整治河道', inList(1, 1)),
      p('清理岸线', inList(1, 2)),
      p('疏浚河床', inList(1, 2)),
      p('分段实施', inList(1, 3)),
      p('保护水源', inList(1, 1)),
      p('划定范围', inList(1, 2)),
      p('保障措施', inList(1)),
      p('加强领导', inList(1, 1)),
    ];
    expect(await lines({ body: body.join(''), numbering: official + num(1, 0) })).toEqual([
      '一、总体要求',
      '二、重点任务',
      '（一）整治河道',
      '1. 清理岸线',
      '2. 疏浚河床',
      '① 分段实施',
      '（二）保护水源',
      '1. 划定范围',
      '三、保障措施',
      '（一）加强领导',
    ]);
  });

  it('goes on counting over another use of the list, and begins anew where a use says so', async () => {
    const numbering =
      abstractNum(0, lvl(0, 'decimal', '%1．')) +
      num(1, 0) +
      num(2, 0) +
      num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    const body = [1, 1, 2, 3, 3, 1].map((id) => p('事项', inList(id)));
    expect(await lines({ body: body.join(''), numbering })).toEqual(
      ['1．', '2．', '3．', '1．', '2．', '3．'].map((n) => `${n}事项`),
    );
  });

  it('takes the level from the style a level is tied to, and lets a paragraph step out', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="heading 2"/><w:basedOn w:val="A"/></w:style>';
    const numbering =
      abstractNum(
        0,
        lvl(0, 'chineseCounting', '%1、', '<w:pStyle w:val="A"/>'),
        lvl(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="B"/>'),
      ) + num(1, 0);
    const body = [
      p('目标', '<w:pStyle w:val="A"/>'),
      p('近期目标', '<w:pStyle w:val="B"/>'),
      p('不编号', '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      p('远期目标', '<w:pStyle w:val="B"/>'),
    ];
    const { html } = await read({ body: body.join(''), numbering, styles });
    expect(linesOf(html)).toEqual(['一、目标', '（一）近期目标', '不编号', '（二）远期目标']);
    expect(html).toContain('<h1>一、目标</h1>');
    expect(html).toContain('<h2>（一）近期目标</h2>');
  });

  it('borrows levels from a list style, keeps levels that never restart, prints compound numbers', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>` +
      abstractNum(
        1,
        lvl(0, 'upperLetter', '%1.'),
        lvl(1, 'decimal', '%1.%2', '<w:lvlRestart w:val="0"/>'),
        lvl(2, 'decimal', '%1-%3', '<w:isLgl/>'),
      ) +
      num(1, 0) +
      num(2, 1);
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const body = [
      p('甲', inList(1)),
      p('乙', inList(1, 1)),
      p('丙', inList(1)),
      p('丁', inList(1, 1)),
      p('戊', inList(1, 2)),
    ];
    expect(await lines({ body: body.join(''), numbering, styles })).toEqual([
      'A. 甲',
      'A.1 乙',
      'B. 丙',
      'B.2 丁',
      '2-1 戊',
    ]);
  });

  it('counts inside tables and merged cells in document order', async () => {
    const body =
      tbl(tr(tc(p('清淤', inList(1))), tc('县水利局')), tr(tc(p('绿化', inList(1))), tc('县林业局'))) +
      p('巡查', inList(1));
    const numbering = abstractNum(0, lvl(0, 'decimal', '%1.')) + num(1, 0);
    expect(await lines({ body, numbering })).toEqual(['1. 清淤', '县水利局', '2. 绿化', '县林业局', '3. 巡查']);
  });

  it.each([
    ['chineseCounting', [1, 10, 11, 20, 21, 99, 101, 110], '一 十 十一 二十 二十一 九十九 一百零一 一百一十'],
    ['chineseLegalSimplified', [1, 10, 21], '壹 壹拾 贰拾壹'],
    ['ideographTraditional', [1, 2, 10], '甲 乙 癸'],
    ['decimalEnclosedCircleChinese', [1, 20, 21, 36, 51], '① ⑳ ㉑ ㊱ 51'],
    ['decimalFullWidth', [12], '１２'],
    ['upperRoman', [4, 9, 1990], 'IV IX MCMXC'],
    ['lowerLetter', [1, 26, 27], 'a z aa'],
    ['decimalZero', [3, 12], '03 12'],
  ])('%s', (format, values, printed) => {
    expect(values.map((value) => countIn(format, value)).join(' ')).toBe(printed);
  });

  it('says so when it does not know a system', async () => {
    const numbering = abstractNum(0, lvl(0, 'hebrew2', '%1.')) + num(1, 0);
    const { html, warnings } = await read({ body: p('事项', inList(1)), numbering });
    expect(linesOf(html)).toEqual(['1. 事项']);
    expect(warnings).toContainEqual({ code: 'numbering-approximate' });
  });
});

describe('what Word prints', () => {
  it('tables with cells that span', async () => {
    const merge = (value: string) => `<w:vMerge${value && ` w:val="${value}"`}/>`;
    const body = tbl(
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('任务', '<w:gridSpan w:val="2"/>')}${tc('牵头单位')}</w:tr>`,
      tr(tc('治水', merge('restart')), tc('清淤'), tc('县水利局')),
      tr(tc('', merge('')), tc('绿化'), tc('县林业局')),
    );
    expect((await read({ body })).html.replace(/\n|<\/?p>/g, '')).toBe(
      '<table><tr><th colspan="2">任务</th><th>牵头单位</th></tr>' +
        '<tr><td rowspan="2">治水</td><td>清淤</td><td>县水利局</td></tr><tr><td>绿化</td><td>县林业局</td></tr></table>',
    );
  });

  it('tracked changes as accepted, a deleted paragraph mark included', async () => {
    const del = (text: string) => `<w:del w:id="1"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const body =
      p(`${r('由县')}${del('农业局')}<w:ins w:id="2">${r('水利局')}</w:ins>${r('负责')}`) +
      p(r('参加单位：县林业局、'), '<w:rPr><w:del w:id="3"/></w:rPr>') +
      p('县财政局') +
      `<w:moveFrom w:id="4">${r('旧处')}</w:moveFrom>`;
    const { html, warnings } = await read({ body });
    expect(linesOf(html)).toEqual(['由县水利局负责', '参加单位：县林业局、县财政局']);
    expect(warnings?.map(({ code }) => code)).toContain('changes-accepted');
  });

  it('no hidden text, no field codes, no comments; the results of fields', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText><w:t>不见</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const body = p(
      `${r('2024年')}${field}${r('6月底前')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r('内部说明', '<w:vanish/>')}${r('完成', '<w:vanish w:val="0"/>')}`,
    );
    const { html, warnings } = await read({ body });
    expect(linesOf(html)).toEqual(['2024年6月底前完成']);
    expect(warnings?.map(({ code }) => code)).toContain('hidden-left-out');
  });

  it('no words struck out by hand, which are shown so', async () => {
    const body = p(
      `${r('由')}${r('县林业局', '<w:strike/>')}${r('县民政局', '<w:b/><w:dstrike/>')}${r('县水利局', '<w:strike w:val="0"/>')}${r('负责')}`,
    );
    const { html } = await read({ body });
    expect(html).toContain('<del>县林业局</del>');
    expect(linesOf(html)).toEqual(['由县水利局负责']);
  });

  it('no white text on white paper, which is said; white words on a ground stay', async () => {
    const white = r('县林业局', '<w:color w:val="FFFFFF"/>');
    const plain = await read({
      body: p(`${r('由县水利局负责')}${white}`, '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'),
    });
    expect(linesOf(plain.html)).toEqual(['由县水利局负责']);
    expect(plain.warnings).toEqual([{ code: 'hidden-left-out', count: 1 }]);
    for (const ground of [
      tbl(tr(tc(p(white), '<w:shd w:val="clear" w:fill="1F3864"/>'))),
      p(white, '<w:shd w:val="clear" w:fill="C00000"/>'),
      p(white) + tbl(tr(tc('任务'))).replace('<w:tblPr>', '<w:tblPr><w:tblStyle w:val="T"/>'),
      p(r('县林业局', '<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>')),
    ])
      expect(linesOf((await read({ body: ground })).html)).toContain('县林业局');
    const styles =
      '<w:style w:type="paragraph" w:styleId="S"><w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr></w:style>';
    const styled = await read({ body: p(white, '<w:pStyle w:val="S"/>'), styles });
    expect(linesOf(styled.html)).toEqual(['县林业局']);
  });

  it('text boxes once, footnotes at the end, line breaks, a table of contents apart', async () => {
    const box = `<w:txbxContent>${p('附注：下同')}</w:txbxContent>`;
    const shape = `<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const body =
      p('总体要求……1', '<w:pStyle w:val="T"/>') +
      p(
        `${r('牵头单位：县水利局')}<w:r><w:br/></w:r>${r('参加单位：县林业局')}<w:r><w:footnoteReference w:id="2"/></w:r>${shape}`,
      );
    const { html } = await read({
      body,
      styles: '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>',
      footnotes: `<w:footnote w:type="separator" w:id="0">${p('--')}</w:footnote><w:footnote w:id="2">${p('机构改革后的名称。')}</w:footnote>`,
    });
    expect(html).toContain('<nav>');
    expect(html).toContain('牵头单位：县水利局<br>参加单位：县林业局<sup>[1]</sup>');
    expect(html.match(/附注/g)).toHaveLength(1);
    expect(html.indexOf('机构改革')).toBeGreaterThan(html.indexOf('附注'));
  });

  it('a sentence in a heading style is a paragraph', async () => {
    const long =
      '坚持源头治理、系统治理、综合治理，统筹推进全域水系连通和水生态修复，构建人水和谐新格局。各乡镇要按月报送进展。';
    const { html } = await read({ body: p(long, '<w:outlineLvl w:val="1"/>') });
    expect(html).toBe(`<p>${long}</p>\n`);
  });
});
