import { describe, expect, it } from 'vitest';
import { open as openOfd } from '../../../lib/formats/ofd';
import { open as openPdf } from '../../../lib/formats/pdf';
import { ofd } from './write/ofd';
import { rawPdf, show } from './write/raw-pdf';
import { linesOf, measuresOf } from './write/read';

const pdf = (...operators: string[]) =>
  openPdf(
    rawPdf([operators.join('\n')], {
      fonts: '/T 20 0 R /V0 3 0 R',
      objects: { 20: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>' },
    }),
    'a.pdf',
  );
const hex = (text: string) => [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('');
const rule = (x1: number, y1: number, x2: number, y2: number) => `${x1} ${842 - y1} m ${x2} ${842 - y2} l S`;
const box = (columns: number[], rows: number[]) => [
  ...columns.map((x) => rule(x, rows[0]!, x, rows.at(-1)!)),
  ...rows.map((y) => rule(columns[0]!, y, columns.at(-1)!, y)),
];

describe('blanks that were typed between names', () => {
  it('part them in a PDF, within a run', async () => {
    const { html } = await pdf(show(90, 120, '一、疏浚河道。责任单位：县水利局 县财政局 县公安局'));
    expect(measuresOf(html)).toEqual(['一||responsible:县水利局,responsible:县财政局,responsible:县公安局']);
  });

  it('part them where the blank is a run of its own, of another font', async () => {
    const { html } = await pdf(
      show(90, 120, '一、疏浚河道。责任单位：县水利局'),
      `BT /T 14 Tf 1 0 0 1 314 722 Tm ( ) Tj ET`,
      show(318, 120, '县财政局'),
    );
    expect(measuresOf(html)).toEqual(['一||responsible:县水利局,responsible:县财政局']);
  });

  it('part them in an OFD', async () => {
    const text = '一、疏浚河道。责任单位：县水利局 县财政局';
    const { html } = await openOfd(ofd([{ texts: [{ x: 90, y: 120, size: 14, text }], rules: [] }]), 'a.ofd');
    expect(measuresOf(html)).toEqual(['一||responsible:县水利局,responsible:县财政局']);
  });

  it('part them in a cell, at the end of a line as well', async () => {
    const { html } = await pdf(
      ...box([60, 200, 330], [100, 130, 190]),
      show(66, 120, '任务'),
      show(206, 120, '责任单位'),
      show(66, 150, '疏浚河道'),
      show(206, 150, '县住房城乡建设局'),
      show(206, 170, '县水利局 县财政局'),
    );
    expect(measuresOf(html)).toEqual(['-||responsible:县住房城乡建设局,responsible:县水利局,responsible:县财政局']);
  });
});

describe('gaps that nobody typed', () => {
  it('between signs that are spaced out, around numbers, and of the setting in a name part nothing', async () => {
    const { html } = await pdf(
      show(90, 120, '通 知 事 项'),
      show(90, 150, '2031 年 6 月，县 5 个乡镇'),
      `BT /F1 14 Tf 1 0 0 1 90 660 Tm [<${hex('责任单位：县水')}> -150 <${hex('利局')}>] TJ ET`,
    );
    expect(linesOf(html)).toEqual(['通知事项', '2031年6月，县5个乡镇', '责任单位：县水利局']);
  });

  it('that signs of another font are set into stay with those', async () => {
    const { html } = await pdf(
      `BT /F1 14 Tf 1 0 0 1 90 660 Tm [<${hex('一、发布')}> -1000 <${hex('河长令')}> -1000 <${hex('，组织巡河')}>] TJ ET`,
      `BT /V0 14 Tf 1 0 0 1 146 660 Tm <${hex('“')}> Tj 1 0 0 1 202 660 Tm <${hex('”')}> Tj ET`,
    );
    expect(linesOf(html)).toEqual(['一、发布“河长令”，组织巡河']);
  });
});
