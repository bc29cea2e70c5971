import { afterAll, beforeAll, expect, it } from 'vitest';
import { painted, type Stage, stage } from './fixture';

let at: Stage;
beforeAll(async () => {
  at = await stage();
});
afterAll(() => at.close());

const MEASURES = 330;
const WORK =
  '完善便民服务站点布局，统一办事指南和服务标准，让群众就近办成事；建立工作台账，定期通报进展情况，对推进缓慢的事项及时督促整改；';

/** A plan of about 50,000 characters on a page that notes every task that held it up. */
const long = () => `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>临澜县便民服务工作方案</title>
<script>window.held = []; new PerformanceObserver((list) => held.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });</script>
</head><body><div id="zoom"><p>临政办〔2026〕31号</p><h1>临澜县便民服务工作方案</h1>${Array.from(
  { length: MEASURES },
  (_, i) =>
    `<p>${i + 1}.<strong>落实第${i + 1}项便民任务。</strong>${WORK.repeat(2)}</p><p>牵头单位：县司法局</p><p>参加单位：县财政局</p>`,
).join('\n')}</div></body></html>`;

/** A figure to be read, not a limit: what one task costs depends on what else the machine does. */
it('tells how long a page of 50,000 characters is held up', async () => {
  at.sites.set('/long.html', long());
  const page = await at.open('/long.html');
  expect(await painted(page, 'dutymark-lead', MEASURES)).toHaveLength(MEASURES);
  await page.waitForTimeout(1000);
  const { held, characters } = await page.evaluate(() => ({
    held: (window as unknown as { held: number[] }).held,
    characters: document.querySelector('#zoom')!.textContent!.length,
  }));
  expect(characters).toBeGreaterThan(45_000);
  console.info(`long tasks of a page of ${characters} characters, ms: ${JSON.stringify(held)}`);
});
