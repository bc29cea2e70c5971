import { describe, expect, it } from 'vitest';
import type { NewTask, SeenDocument } from '../../../lib/store/port';
import { annotation, policy, seen, task } from './samples';
import { freshName, freshStore } from './setup';

describe('documents', () => {
  it('know a file without its number by its title, where another document says the same', async () => {
    const { store } = freshStore();
    const named = (id: string, title: string, docNumber: string | null) => ({
      ...seen,
      id,
      url: `https://www.linlan.gov.cn/${id}.html`,
      policy: { ...policy, title, docNumber },
    });
    await store.saveDocument(named('a-first', '临澜县营商环境行动方案', '临政办〔2026〕42号'));
    await store.saveDocument(named('b-second', '临澜县法治建设行动方案', '临政办〔2026〕41号'));
    expect(await store.recognise(named('text-f00d', '临澜县法治建设行动方案', null))).toBe('b-second');
    expect(await store.recognise(named('text-f00d', '临澜县营商环境行动方案', null))).toBe('a-first');
  });

  it('keeps one record a document, its addresses newest first, and when it was first seen', async () => {
    const { store } = freshStore();
    const first = await store.saveDocument(seen);
    await store.saveDocument({ ...seen, url: 'file:///home/clerk/12.pdf' });
    const again = await store.saveDocument({ ...seen, policy: { ...policy, issuer: null } });
    expect(again.urls).toEqual([seen.url, 'file:///home/clerk/12.pdf']);
    expect(again.firstSeen).toBe(first.firstSeen);
    expect(again.lastSeen > first.lastSeen).toBe(true);
    expect(again.issuer).toBe('临澜县人民政府办公室');
    expect(await store.documents()).toEqual([again]);
    expect(await store.document(seen.id)).toEqual(again);
    expect(await store.document('none')).toBeNull();
  });

  it('lists heads without the policy', async () => {
    const { store } = freshStore();
    await store.saveDocument(seen);
    const [head] = await store.documentHeads();
    expect(head).toMatchObject({ id: seen.id, title: policy.title });
    expect(head).not.toHaveProperty('policy');
  });
});

describe('tasks of no document', () => {
  it('belong to none, whatever is said to be one under their name', async () => {
    const { store } = freshStore();
    const kept = await store.addByHand({ title: '会上交办：核对台账', dueDate: null, note: '', tags: [] });
    const forged = { ...seen, id: kept.documentId };
    const ways = [
      store.saveDocument(forged),
      store.addTasks(forged, [task]),
      store.addAnnotation(forged, annotation),
      store.recognise(forged),
    ];
    for (const way of ways) await expect(way).rejects.toMatchObject({ code: 'invalid', detail: { field: 'id' } });
    expect(await store.documents()).toEqual([]);
    expect(await store.tasks()).toEqual([kept]);
  });
});

describe('what is known of a task as it is taken on', () => {
  const limit = (text: string, date: string, isDefault = false) => ({ text, date, isDefault });
  const several = {
    ...seen,
    policy: {
      ...policy,
      measures: [
        { id: task.measureId, deadlines: [limit('年底前', '2026-12-31'), limit('6月底前', '2026-06-30')] },
        { id: '2', deadlines: 'what an older agent said' },
      ],
    },
  } as unknown as SeenDocument;

  it('holds all limits of its measure, is due at the nearest, and has them in a backup', async () => {
    const { store } = freshStore();
    const drafts = [
      { ...task, deadlineText: '年底前', dueDate: '2026-12-31' },
      { ...task, measureId: '2' },
    ];
    const [first, second] = await store.addTasks(several, drafts);
    const deadlines = [
      { text: '年底前', date: '2026-12-31' },
      { text: '6月底前', date: '2026-06-30' },
    ];
    expect(first).toMatchObject({ deadlines, dueDate: '2026-06-30', deadlineText: '年底前' });
    expect(second).not.toHaveProperty('deadlines');
    const other = freshStore().store;
    await other.merge(await store.dump());
    expect(await other.tasks()).toEqual(await store.tasks());
    const met = [deadlines[0]!, { ...deadlines[1]!, done: '2026-06-01' }];
    const receipt = await store.editTasks([first!.id], { set: { deadlines: met, dueDate: '2026-12-31', moves: [] } });
    expect((await store.tasks(undefined, [first!.id]))[0]).toMatchObject({ deadlines: met, dueDate: '2026-12-31' });
    await store.undoTasks(receipt);
    expect((await store.tasks(undefined, [first!.id]))[0]).toMatchObject({ deadlines, dueDate: '2026-06-30' });
  });

  it('holds all limits, too, where it comes in a file of a version that knew the first alone', async () => {
    const { store } = freshStore();
    await store.addTasks(several, [{ ...task, deadlineText: '年底前', dueDate: '2026-12-31' }]);
    const whole = await store.dump();
    const [{ deadlines, ...older }] = whole.tasks as [(typeof whole.tasks)[0]];
    const old = { ...whole, tasks: [{ ...older, dueDate: '2026-12-31', note: '老版本写的' }] };
    const other = freshStore().store;
    await other.merge(old);
    // The date stays: somebody may have worked by it.
    expect(await other.tasks()).toEqual([{ ...old.tasks[0], deadlines }]);
    expect(deadlines).toHaveLength(2);

    const met = [deadlines![0]!, { ...deadlines![1]!, done: '2026-06-01' }];
    await other.editTasks([older.id], { set: { deadlines: met } });
    const later = new Date(Date.parse((await other.tasks())[0]!.updated) + 1000).toISOString();
    await other.merge({ ...old, tasks: [{ ...old.tasks[0]!, note: '后来写的', updated: later }] });
    expect(await other.tasks()).toMatchObject([{ note: '后来写的', deadlines: met }]);

    // Another text of the document, by which it is due otherwise, says nothing of this task.
    const unlike = freshStore().store;
    await unlike.merge({ ...old, tasks: [{ ...old.tasks[0]!, deadlineText: '三季度末前' }] });
    expect((await unlike.tasks())[0]).not.toHaveProperty('deadlines');
  });

  it('says for which unit, where it concerns one', async () => {
    const { store } = freshStore(undefined, undefined, undefined, async () => ['县司法局']);
    const [ours, none] = await store.addTasks(seen, [task, { ...task, measureId: '2', role: null, certainty: null }]);
    expect(ours).toMatchObject({ takenFor: ['县司法局'] });
    expect(none).not.toHaveProperty('takenFor');
  });
});

describe('tasks', () => {
  it('takes a measure on once, however often it is asked', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, [task]);
    const [second] = await store.addTasks(seen, [{ ...task, title: '另一个标题' }]);
    expect(second).toEqual(first);
    const both = await store.addTasks(seen, [task, { ...task, measureId: '一›（二）›4', number: '4' }]);
    expect(both[0]).toEqual(first);
    expect(await store.tasks()).toHaveLength(2);
  });

  it('takes a measure on once when many ask at the same time, through two connections', async () => {
    const name = freshName();
    const [one, two] = [freshStore(name).store, freshStore(name).store];
    const results = await Promise.all([one, two, one, two, one].map((store) => store.addTasks(seen, [task])));
    expect(new Set(results.map(([record]) => record?.id)).size).toBe(1);
    expect(await one.tasks()).toHaveLength(1);
  });

  it('takes the same passage on once; the same words elsewhere are another task', async () => {
    const { store } = freshStore();
    for (const measureId of [null, task.measureId]) {
      const selection: NewTask = { ...task, origin: 'selection', measureId, excerpt: `开通 ${measureId}` };
      const [first] = await store.addTasks(seen, [selection]);
      expect((await store.addTasks(seen, [selection]))[0]).toEqual(first);
      const elsewhere = { ...selection, selectors: [{ type: 'TextPositionSelector', start: 900, end: 908 } as const] };
      expect((await store.addTasks(seen, [elsewhere], 'one-call'.concat(String(measureId))))[0]?.id).not.toBe(
        first?.id,
      );
      await store.addTasks(seen, [elsewhere], 'one-call'.concat(String(measureId)));
    }
    expect(await store.tasks()).toHaveLength(4);
  });

  it('takes a measure on beside a passage of it, and back', async () => {
    const { store } = freshStore();
    await store.addTasks(seen, [{ ...task, origin: 'selection' }, task, { ...task, origin: 'selection' }]);
    expect((await store.tasks()).map(({ origin }) => origin).sort()).toEqual(['measure', 'selection']);
  });

  it('a date that the reader sets is the default deadline no more', async () => {
    const { store } = freshStore();
    const [first] = await store.addTasks(seen, [{ ...task, dueByDefault: true }]);
    expect(first?.dueByDefault).toBe(true);
    expect((await store.updateTasks([first!.id], { note: '问过' }))[0]?.dueByDefault).toBe(true);
    expect((await store.updateTasks([first!.id], { dueDate: '2026-05-01' }))[0]?.dueByDefault).toBe(false);
  });

  it('loses no change when many write at the same time', async () => {
    const { store } = freshStore();
    const drafts = Array.from({ length: 20 }, (_, at) => ({ ...task, measureId: `一›${at}` }));
    const records = await store.addTasks(seen, drafts);
    await Promise.all([
      ...records.map((record, at) => store.updateTasks([record.id], { note: `第${at}条` })),
      ...records.map((record) => store.updateTasks([record.id], { status: 'doing' })),
    ]);
    const after = await store.tasks();
    expect(after.every((record) => record.status === 'doing')).toBe(true);
    expect(after.map((record) => record.note).sort()).toEqual(records.map((_, at) => `第${at}条`).sort());
  });

  it('patches what it is told and dates it, passing over ids that are gone', async () => {
    const { store } = freshStore();
    const [record] = await store.addTasks(seen, [task]);
    const [changed] = await store.updateTasks([record!.id, 'gone'], {
      tags: [' 重点 ', '重点', '跨镇  窗口'],
      dueDate: null,
    });
    expect(changed).toMatchObject({ tags: ['重点', '跨镇 窗口'], dueDate: null, title: task.title });
    expect(changed!.updated > record!.updated).toBe(true);
    expect(await store.updateTasks(['gone'], { note: '' })).toEqual([]);
  });

  it('removes and restores exactly, and does not double a measure taken on again in between', async () => {
    const { store } = freshStore();
    const records = await store.addTasks(seen, [task, { ...task, measureId: '一›5' }]);
    const removed = await store.removeTasks(records.map((record) => record.id));
    expect(removed).toEqual(records);
    expect(await store.tasks()).toEqual([]);
    const [again] = await store.addTasks(seen, [task]);
    await store.restoreTasks(removed);
    await store.restoreTasks(removed);
    const after = await store.tasks();
    expect(after).toHaveLength(2);
    expect(after).toContainEqual(again);
    expect(after).toContainEqual(records[1]);
  });
});

describe('annotations', () => {
  it('are one where the same words are marked twice, and two where the second says more', async () => {
    const { store } = freshStore();
    const first = await store.addAnnotation(seen, annotation, 'a');
    expect((await store.addAnnotation(seen, annotation, 'b')).id).toBe(first.id);
    expect((await store.addAnnotation(seen, { ...annotation, note: '', tags: [] }, 'c')).id).toBe(first.id);
    const elsewhere = [{ type: 'TextPositionSelector' as const, start: 900, end: 908 }];
    for (const [key, more] of [
      ['d', { colour: 'green' }],
      ['e', { note: '另有要求' }],
      ['f', { tags: ['再问'] }],
      ['g', { selectors: elsewhere }],
    ] as const)
      expect((await store.addAnnotation(seen, { ...annotation, ...more }, key)).id).toBe(key);
    expect(await store.annotations()).toHaveLength(5);
  });

  it('adds, patches, removes and restores', async () => {
    const { store } = freshStore();
    const record = await store.addAnnotation(seen, annotation, 'key');
    // All of the selectors: an anchor without one of its parts may be found in the wrong place.
    expect(record.selectors).toEqual(annotation.selectors);
    expect(await store.addAnnotation(seen, annotation, 'key')).toEqual(record);
    const [noted] = await store.updateAnnotations([record.id], { note: '=1+1', colour: 'red' });
    expect(noted).toMatchObject({ note: '=1+1', colour: 'red', quote: annotation.quote });
    const resolution = { method: 'exact' as const, span: { start: 3, end: 9 }, score: 1 };
    const [found] = await store.updateAnnotations([record.id], { resolution });
    expect(found).toMatchObject({ resolution, updated: noted!.updated });
    const removed = await store.removeAnnotations([record.id]);
    expect(await store.annotations(seen.id)).toEqual([]);
    await store.restoreAnnotations(removed);
    expect(await store.annotations(seen.id)).toEqual([found]);
  });
});

describe('tags', () => {
  it('counts tags of tasks and annotations, most used first', async () => {
    const { store } = freshStore();
    await store.addTasks(seen, [task, { ...task, measureId: '2', tags: ['窗口', '重点'] }]);
    await store.addAnnotation(seen, { ...annotation, tags: ['重点', '窗口'] });
    expect(await store.tags()).toEqual([
      { tag: '窗口', count: 3 },
      { tag: '重点', count: 2 },
    ]);
  });
});

describe('changes', () => {
  it('tells of each write that changed something, after it was committed', async () => {
    const { store, changes } = freshStore();
    const [record] = await store.addTasks(seen, [task]);
    await store.updateTasks([record!.id], { status: 'done' });
    await store.updateTasks(['gone'], { status: 'done' });
    await store.tasks();
    expect(changes).toEqual([
      { tables: ['documents', 'tasks'], documentIds: [seen.id], ids: [record!.id] },
      { tables: ['tasks'], documentIds: [seen.id], ids: [record!.id] },
    ]);
  });
});

describe('the whole', () => {
  it('merges a dump by id: newer wins, nothing is removed, nothing is doubled', async () => {
    const { store } = freshStore();
    const [kept, later] = await store.addTasks(seen, [task, { ...task, measureId: '一›9' }]);
    await store.addAnnotation(seen, annotation);
    const dump = await store.dump();
    await store.updateTasks([kept!.id], { note: '备份之后写的' });
    await store.removeTasks([later!.id]);

    expect(await store.merge(dump)).toEqual({ added: 1, updated: 0, kept: 3 });
    const after = await store.dump();
    expect(after.tasks.find((record) => record.id === kept!.id)?.note).toBe('备份之后写的');
    expect(after.tasks).toHaveLength(2);

    const other = freshStore().store;
    expect(await other.merge(after)).toEqual({ added: 4, updated: 0, kept: 0 });
    expect(await other.dump()).toEqual(after);
    await other.clear();
    expect(await other.dump()).toEqual({ documents: [], tasks: [], annotations: [] });
  });

  it('keeps the task that stands for a measure when a dump brings another for it', async () => {
    const { store } = freshStore();
    const [ours] = await store.addTasks(seen, [task]);
    const dump = await store.dump();
    const report = await store.merge({
      ...dump,
      tasks: [{ ...ours!, id: 'other', updated: '2027-01-01T00:00:00.000Z' }],
    });
    expect(report).toEqual({ added: 0, updated: 0, kept: 2 });
    expect(await store.tasks()).toEqual([ours]);
  });
});
