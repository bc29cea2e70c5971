import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const TEXT = `临澜县人民政府办公室关于印发《临澜县河道管护工作方案》的通知

各乡镇人民政府、县政府各部门：
现将《临澜县河道管护工作方案》印发给你们，请认真贯彻执行。

一、重点任务
1. 建立巡河制度。各河段每月巡查不少于两次。
牵头单位：县水利局
参加单位：各乡镇人民政府
2. 完善管护台账。对问题逐项登记。
牵头单位：县水利局
参加单位：县司法局、县财政局
3. 公开管护信息。及时发布水质情况。
牵头单位：县生态环境局
参加单位：县政府其他有关部门
`;

const folder = mkdtempSync(join(tmpdir(), 'extract-'));
const file = join(folder, 'plan.txt');
writeFileSync(file, TEXT);
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command prints for a unit, one object a file. */
function extract(...options: string[]): { measures: { number: string; duty?: object }[] } {
  const args = ['--import', 'tsx', 'lib/cli/extract.ts', ...options, file];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

describe('extract --unit NAME --region NAME', () => {
  it('prints only what the unit has to do, with its role and certainty', () => {
    expect(
      extract('--unit', '县司法局', '--region', '临澜县').measures.map(({ number, duty }) => [number, duty]),
    ).toEqual([
      ['2', { role: 'participant', certainty: 'named' }],
      ['3', { role: 'participant', certainty: 'possible' }],
    ]);
    expect(
      extract('--unit', '石桥镇', '--region', '临澜县').measures.map(({ number, duty }) => [number, duty]),
    ).toEqual([['1', { role: 'participant', certainty: 'collective' }]]);
  });

  it('a unit of another county has nothing to do; without a unit everything is printed and no duty', () => {
    expect(extract('--unit', '县司法局', '--region', '远山县').measures).toEqual([]);
    expect(extract().measures.map((measure) => [measure.number, 'duty' in measure])).toEqual([
      ['1', false],
      ['2', false],
      ['3', false],
    ]);
  });
});
