import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readState, SITE, type Stage, stage } from './fixture';

const rows = (group: number): string =>
  Array.from(
    { length: 8 },
    (_, k) =>
      `<tr>${k ? '' : `<td rowspan=8>${group}</td><td rowspan=8>法治建设之${group}</td>`}<td>修订第${group * 10 + k}号工作规程</td><td>县司法局、县财政局</td><td>12月底</td></tr>`,
  ).join('');
const merged = `<!doctype html><meta charset=utf-8><title>临澜县2026年重点任务分解表</title><h1>临澜县2026年重点任务分解表</h1>
<p>现将任务分解表印发给你们，请认真落实。</p>
<table><tr><th>序号</th><th>重点任务</th><th>具体举措</th><th>责任单位</th><th>完成时限</th></tr>${[1, 2, 3].map(rows).join('')}</table>`;

const minutes = `<!doctype html><meta charset=utf-8><title>临澜县人民政府常务会议纪要</title><h1>临澜县人民政府常务会议纪要</h1>
<p>2026年11月20日，县长主持召开常务会议，研究法治建设等工作。议定事项如下：</p>
${[...'一二三四五六'].map((n, k) => `<p>${n}、关于第${k + 1}项工作</p><p>会议听取了汇报。会议要求，由县司法局牵头，县财政局配合，12月15日前拿出办法，按程序报批。</p>`).join('')}`;

/** Pages with a table for their frame: nothing in them divides work. */
const framed = `<!doctype html><meta charset=utf-8><title>责任单位通讯录查询</title><table><tr><td>首页</td><td>责任单位查询</td></tr>
${'<tr><td>县司法局</td><td>5550101</td></tr>'.repeat(8)}</table>`;

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

async function shown(path: string, page: string) {
  at.sites.set(path, page);
  const web = await at.context.newPage();
  await web.goto(`${SITE}${path}`);
  return web;
}

describe('a page of a government site', () => {
  it('is noticed where the first column of its table is merged', async () => {
    const web = await shown('/merged.html', merged);
    expect(await readState(web)).toMatchObject({ state: 'task-policy', measures: 24 });
    await web.close();
  });

  it('is noticed where minutes say in sentences who leads', async () => {
    const web = await shown('/minutes.html', minutes);
    expect(await readState(web)).toMatchObject({ state: 'task-policy', measures: 6 });
    await web.close();
  });

  it('is no policy for a table of telephones', async () => {
    const web = await shown('/framed.html', framed);
    // A policy beside it is read in the meantime: what had been noticed here would be there by then.
    const other = await shown('/merged.html', merged);
    await readState(other);
    expect(await web.locator('dutymark-root[data-state="task-policy"]').count()).toBe(0);
    await Promise.all([web.close(), other.close()]);
  });
});
