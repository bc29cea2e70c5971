import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../lib/anchor/index';
import { type DraftSource, taskOfMeasure, taskOfSpan } from '../../../lib/page/drafts';
import { parse } from '../../../lib/policy/parse';
import { fromPlain } from '../../../lib/text/plain';
import { seen } from './samples';
import { freshStore } from './setup';

const text = fromPlain(`临澜县人民政府办公室关于印发《临澜县窗口服务改进方案》的通知
临政办〔2026〕42号
各乡镇人民政府：
现将《临澜县窗口服务改进方案》印发给你们，请认真贯彻执行。
2026年5月8日
一、优化窗口设置
1. 设立跨镇办理窗口。在各乡镇便民服务中心开设跨镇办理专区，6月底前全部开通。（牵头单位：县行政审批局）
2. 编印办事口袋书。把常用事项的材料清单印成小册子，放在村级服务点。（牵头单位：县司法局）
`);
const policy = parse(text);
const source: DraftSource = { documentId: seen.id, url: seen.url, policy, duties: [], index: buildIndex(text) };
const document = { ...seen, policy };
const [measure] = policy.measures;
const spanOf = (words: string) => {
  const start = text.text.indexOf(words);
  return { start, end: start + words.length };
};

describe('tasks of selections inside a measure', () => {
  const whole = taskOfMeasure(source, measure!);
  const part = taskOfSpan(source, spanOf('开设跨镇办理专区'));
  const other = taskOfSpan(source, spanOf('6月底前全部开通'));

  it('know the measure and stand beside its task and each other, in any order', async () => {
    expect(part.measureId).toBe(whole.measureId);
    for (const drafts of [
      [part, other, whole],
      [whole, part, other],
    ]) {
      const { store } = freshStore();
      for (const draft of drafts) await store.addTasks(document, [draft]);
      expect((await store.tasks()).map(({ title }) => title).sort()).toEqual(drafts.map(({ title }) => title).sort());
    }
  });

  it('are put back by undo, and merged, whatever else the measure has', async () => {
    const { store } = freshStore();
    const [kept] = await store.addTasks(document, [part]);
    const dump = await store.dump();
    const removed = await store.removeTasks([kept!.id]);
    await store.addTasks(document, [whole]);
    await store.restoreTasks(removed);
    expect(await store.tasks()).toHaveLength(2);
    const other = freshStore().store;
    await other.addTasks(document, [whole]);
    await other.merge(dump);
    expect((await other.tasks()).map(({ origin }) => origin).sort()).toEqual(['measure', 'selection']);
  });

  it('are twins where they are the very same words in the same place', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(document, [part]);
    const [again, beside] = await store.addTasks(document, [part, other]);
    expect(again).toEqual(first);
    expect(beside!.id).not.toBe(first!.id);
    const removed = await store.removeTasks([first!.id]);
    await store.addTasks(document, [part]);
    await store.restoreTasks(removed);
    expect(await store.tasks()).toHaveLength(2);
  });
});
