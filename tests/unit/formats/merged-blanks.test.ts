import { describe, expect, it } from 'vitest';
import { open } from '../../../lib/formats/csv';
import { open as openMarkdown } from '../../../lib/formats/md';
import { linesOf } from './write/read';

const read = async (text: string) => open(new TextEncoder().encode(text), 'a.csv');
const table = async (text: string) => (await read(text)).html.replace(/\n|<\/?p>/g, '');

describe('blank cells of a sheet that was saved as text', () => {
  it('below a group and a unit in charge belong to what is above them', async () => {
    const { html, warnings } = await read(
      '类别,序号,任务,责任单位,配合单位,备注\n河道,1,清淤,县水利局,县财政局,\n,2,巡查,,,\n堤防,3,加固,县应急管理局,,',
    );
    const plain = html.replace(/\n|<\/?p>/g, '');
    expect(plain).toContain(
      '<tr><td rowspan="2">河道</td><td>1</td><td>清淤</td><td rowspan="2">县水利局</td><td>县财政局</td><td></td></tr>',
    );
    expect(plain).toContain('<tr><td>2</td><td>巡查</td><td></td><td></td></tr>');
    expect(warnings).toEqual([{ code: 'blanks-joined', count: 2 }]);
  });

  it('a row that has its task alone is part of what stands above it', async () => {
    const plain = await table(
      '序号,重点任务,工作举措,责任单位,时限\n1,河道,清淤,县水利局,6月\n2,绿化,植树,县林业局,\n,,补植,,',
    );
    expect(plain).toContain('<td rowspan="2">绿化</td>');
    expect(plain).toContain('<td rowspan="2">县林业局</td>');
  });

  it('of a heading in two rows that names every part below', async () => {
    const plain = await table('任务,,责任,\n名称,内容,牵头单位,配合单位\n河道,清淤,县水利局,县财政局');
    expect(plain).toContain('<th colspan="2">任务</th><th colspan="2">责任</th>');
  });

  it('in other columns say that there is nothing', async () => {
    const { html, warnings } = await read('序号,任务,牵头单位,完成时限\n1,清淤,县水利局,6月底\n2,巡查,县水利局,\n');
    expect(html).not.toContain('rowspan');
    expect(warnings).toEqual([]);
  });

  it('end at sums and notes', async () => {
    expect(await table('序号,任务,牵头单位\n1,清淤,县水利局\n合计,二项,\n')).not.toContain('rowspan');
    expect(await table('序号,任务,牵头单位\n1,清淤,县水利局\n注：按月上报,,\n')).not.toContain('rowspan');
  });

  it('of a heading in two rows are spans', async () => {
    const plain = await table('序号,任务,责任分工,,完成时限\n,,牵头单位,配合单位,\n1,清淤,县水利局,县财政局,6月底');
    expect(plain).toContain('<th rowspan="2">序号</th><th rowspan="2">任务</th><th colspan="2">责任分工</th>');
    expect(plain).toContain('<tr><td>牵头单位</td><td>配合单位</td></tr>');
  });

  it('a title above the table stays one; line ends in cells are kept, also as tags', async () => {
    const { html } = await read('河道管护任务表,,\n序号,任务,单位\n1,清淤<br>巡查,"县水利局\n县财政局"');
    expect(linesOf(html)).toEqual([
      '河道管护任务表',
      '序号',
      '任务',
      '单位',
      '1',
      '清淤',
      '巡查',
      '县水利局',
      '县财政局',
    ]);
    const text = '| 序号 | 任务 |\n|---|---|\n| 1 | 清淤<br>巡查 |';
    const markdown = await openMarkdown(new TextEncoder().encode(text), 'a.md');
    expect(markdown.html).toContain('清淤<br>巡查');
  });
});
