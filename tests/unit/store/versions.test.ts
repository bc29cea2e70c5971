import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/policy/parse';
import type { SeenDocument } from '../../../lib/store/port';
import { tasksIn } from '../../../lib/store/versions';
import { fromPlain } from '../../../lib/text/plain';
import { task as sampleTask } from './samples';
import { freshStore } from './setup';

const head = `临澜县人民政府办公室关于印发《临澜县窗口服务改进方案》的通知
临政办〔2026〕41号
各乡镇人民政府，县政府各部门：
现将《临澜县窗口服务改进方案》印发给你们，请认真贯彻执行。
2026年5月8日
一、优化窗口设置`;
const measures = [
  '设立跨镇办理窗口。在各乡镇便民服务中心开设跨镇办理专区，配备两名熟悉业务的工作人员，6月底前全部开通。（牵头单位：县行政审批局；配合单位：各乡镇人民政府）',
  '延长午间服务时间。中午安排人员轮流值守，群众办事不必等到下午，值守名单贴在大厅入口处。（牵头单位：县人力资源社会保障局）',
  '编印办事口袋书。把常用事项的材料清单和流程图印成小册子，免费放在村级服务点供人取阅。（牵头单位：县司法局；配合单位：县融媒体中心）',
  '开展帮办代办。对行动不便的老人和残疾人提供上门代办，建立需求台账并逐月回访。（牵头单位：县民政局；配合单位：县残联）',
];
const version = (items: readonly string[], top = head) =>
  parse(fromPlain(`${top}\n${items.map((item, at) => `${at + 1}. ${item}`).join('\n')}\n`));

const seenOf = (policy: SeenDocument['policy'], more: Partial<SeenDocument> = {}): SeenDocument => ({
  id: 'doc-41',
  url: 'https://www.linlan.gov.cn/41.html',
  fingerprint: 'one',
  policy,
  ...more,
});
const one = version(measures);
const taskOf = (number: string) => ({
  ...sampleTask,
  documentId: 'doc-41',
  number,
  measureId: one.measures.find((measure) => measure.number === number)!.id,
});

describe('a document whose text has changed', () => {
  const two = version([
    measures[0]!.replace('6月底前', '9月底前'),
    '公开监督电话。在每个窗口显著位置张贴监督电话，投诉三个工作日内答复。（牵头单位：县信访局）',
    measures[1]!,
    measures[2]!.replace('县融媒体中心', '县档案馆'),
  ]);
  const changed = seenOf(two, { fingerprint: 'two' });

  it('keeps the version the reader knows until it is acknowledged, and says what changed for each task', async () => {
    const { store } = freshStore();
    expect(one.measures).toHaveLength(4);
    const tasks = await store.addTasks(seenOf(one), ['1', '2', '3', '4'].map(taskOf));
    await store.saveDocument(changed);
    expect((await store.baseline('doc-41'))?.policy).toEqual(one);
    const [head] = await store.documentHeads();
    const now = await store.tasks('doc-41');
    const said = tasks.map(({ id }) => head!.changed?.[now.find((task) => task.id === id)!.measureId!] ?? null);
    expect(said).toEqual([['deadlines'], ['renumbered'], ['renumbered', 'units'], ['gone']]);
    // Seen again and again: the baseline stays the one that the reader knows.
    await store.saveDocument(changed);
    expect((await store.baseline('doc-41'))?.fingerprint).toBe('one');
    await store.acknowledge('doc-41');
    expect(await store.baseline('doc-41')).toBeNull();
    expect((await store.documentHeads())[0]?.changed).toBeNull();
    expect((await store.document('doc-41'))?.policy).toEqual(two);
  });

  it('lets tasks follow their measures, and lends no task to another measure', async () => {
    const { store } = freshStore();
    const [, second, third, fourth] = await store.addTasks(seenOf(one), ['1', '2', '3', '4'].map(taskOf));
    const [added] = await store.addTasks(changed, [{ ...taskOf('2'), measureId: two.measures[1]!.id }]);
    expect(added!.id).not.toBe(second!.id);
    const [again] = await store.addTasks(changed, [{ ...taskOf('3'), measureId: two.measures[2]!.id }]);
    expect(again!.id).toBe(second!.id);
    const now = new Map((await store.tasks('doc-41')).map((task) => [task.id, task.measureId]));
    expect(now.get(third!.id)).toBe(two.measures[3]!.id);
    expect(two.measures.map(({ id }) => id)).not.toContain(now.get(fourth!.id));
  });

  it('is followed as if it had been seen when a backup brings it, and the known version goes with a backup', async () => {
    const { store } = freshStore();
    const [, second] = await store.addTasks(seenOf(one), ['1', '2', '3', '4'].map(taskOf));
    await store.saveDocument(changed);
    const dump = await store.dump();
    expect(dump.baselines).toMatchObject([{ id: 'doc-41', fingerprint: 'one' }]);

    const fresh = freshStore().store;
    await fresh.merge(dump);
    expect((await fresh.baseline('doc-41'))?.policy).toEqual(one);
    expect((await fresh.documentHeads())[0]?.changed).toEqual((await store.documentHeads())[0]?.changed);
    expect(await fresh.dump()).toEqual(dump);

    const behind = freshStore().store;
    const [own] = await behind.addTasks(seenOf(one), [taskOf('2')]);
    const later = dump.documents.map((document) => ({ ...document, lastSeen: '2026-03-05T08:01:00.000Z' }));
    await behind.merge({ ...dump, documents: later });
    expect((await behind.document('doc-41'))?.policy).toEqual(two);
    expect((await behind.baseline('doc-41'))?.policy).toEqual(one);
    const tasks = await behind.tasks('doc-41');
    expect(tasks.find(({ id }) => id === own!.id)?.measureId).toBe(two.measures[2]!.id);
    // The other side's task for that measure is its twin, not a second one.
    expect(tasks.map(({ id }) => id)).not.toContain(second!.id);
    expect(tasks).toHaveLength(4);
  });

  it('is followed by the tasks of a backup that is older than it', async () => {
    const { store } = freshStore();
    await store.addTasks(seenOf(one), ['2', '4'].map(taskOf));
    const dump = await store.dump();
    const fresh = freshStore().store;
    // The reinstalled browser meets the new text first.
    await fresh.addTasks(changed, [{ ...taskOf('1'), measureId: two.measures[0]!.id }]);
    const later = dump.documents.map((document) => ({ ...document, lastSeen: '2026-03-05T07:00:00.000Z' }));
    await fresh.merge({ ...dump, documents: later });
    expect((await fresh.document('doc-41'))?.policy).toEqual(two);
    const now = new Map((await fresh.tasks('doc-41')).map((task) => [task.number, task.measureId]));
    expect(now.get('2')).toBe(two.measures[2]!.id);
    // Its measure is gone: it is lent to none that has its number now.
    expect(two.measures.map(({ id }) => id)).not.toContain(now.get('4'));
  });

  it('that a backup brought goes when that is taken back, with where its tasks belong', async () => {
    const { store } = freshStore();
    await store.addTasks(seenOf(one), ['1', '2', '3', '4'].map(taskOf));
    await store.saveDocument(changed);
    const dump = await store.dump();
    const later = dump.documents.map((document) => ({ ...document, lastSeen: '2026-03-05T08:01:00.000Z' }));
    const noted = dump.tasks.map((task) => ({ ...task, note: '那边写的', updated: '2026-03-05T08:01:00.000Z' }));
    const { store: behind } = freshStore();
    const own = ['1', '2', '3', '4'].map(taskOf);
    await behind.addTasks(seenOf(one), own, dump.tasks[0]!.id.replace(/-\d+$/, ''));
    const before = await behind.dump();
    await behind.putAside('brought-here', 0, { ...dump, documents: later, tasks: noted });
    await behind.mergeAside('brought-here');
    expect((await behind.document('doc-41'))?.policy).toEqual(two);
    expect((await behind.tasks()).every(({ note }) => note === '那边写的')).toBe(true);
    await behind.takeBack('brought-here');
    expect(await behind.dump()).toEqual(before);
    // Seen with a third text in between, that stays, and the tasks are where their measures are in it.
    const third = seenOf(version([measures[3]!, measures[1]!, measures[0]!, measures[2]!]), { fingerprint: 'three' });
    await behind.putAside('brought-again', 0, { ...dump, documents: later, tasks: noted });
    await behind.mergeAside('brought-again');
    await behind.saveDocument(third);
    await behind.takeBack('brought-again');
    expect((await behind.document('doc-41'))?.policy).toEqual(third.policy);
    const now = new Map((await behind.tasks()).map((task) => [task.number, task.measureId]));
    const ids = third.policy.measures.map(({ id }) => id);
    expect(['1', '2', '3', '4'].map((number) => now.get(number))).toEqual([ids[2], ids[1], ids[3], ids[0]]);
  });

  it('takes all back when the earlier text is there again, as when a page was half loaded', async () => {
    const { store } = freshStore();
    const tasks = await store.addTasks(seenOf(one), ['1', '4'].map(taskOf));
    await store.saveDocument(seenOf(version(measures.slice(0, 2)), { fingerprint: 'half' }));
    expect((await store.documentHeads())[0]?.changed).not.toBeNull();
    await store.saveDocument(seenOf(one));
    expect(await store.baseline('doc-41')).toBeNull();
    expect((await store.documentHeads())[0]?.changed).toBeNull();
    expect(await store.tasks('doc-41')).toEqual(tasks);
  });

  it('is not taken back by an older copy elsewhere, only by 知道了 or where the change was seen', async () => {
    const { store } = freshStore();
    const sample = seenOf(one, { url: 'dutymark:sample' });
    await store.addTasks(sample, ['1', '2', '4'].map(taskOf));
    await store.saveDocument(changed);
    const [flagged] = await store.documentHeads();
    const tasks = await store.tasks('doc-41');
    const stays = async () => {
      expect(await store.documentHeads()).toMatchObject([{ changed: flagged!.changed, fingerprint: 'two' }]);
      expect((await store.document('doc-41'))?.policy).toEqual(two);
      expect((await store.baseline('doc-41'))?.fingerprint).toBe('one');
      expect(await store.tasks('doc-41')).toEqual(tasks);
    };
    const mirror = seenOf(one, { url: 'https://www.qinghe.gov.cn/mirror/41.html' });
    for (const older of [sample, seenOf(one, { url: 'file:///41.docx' }), mirror]) {
      const record = await store.saveDocument(older);
      expect(record).toMatchObject({ fingerprint: 'two', changed: flagged!.changed });
      expect(record.urls).toContain(older.url);
      expect(record.urls[0]).toBe(changed.url);
      await stays();
    }
    // A tab at the changed address itself, open since before it changed, from which something is taken.
    await store.addTasks(seenOf(one), []);
    await stays();

    await store.acknowledge('doc-41');
    await store.saveDocument(mirror);
    expect(await store.documentHeads()).toMatchObject([{ changed: null, fingerprint: 'two' }]);
    expect(await store.baseline('doc-41')).toBeNull();
    // A backup of the time before is older too.
    const backup = { ...(await store.dump()).documents[0]!, fingerprint: 'one', policy: one };
    await store.merge({ documents: [{ ...backup, lastSeen: '2099-01-01T00:00:00.000Z' }], tasks: [], annotations: [] });
    expect((await store.document('doc-41'))?.policy).toEqual(two);
  });

  it('has its tasks in an older copy too, and takes none of them on twice there', async () => {
    const { store } = freshStore();
    await store.addTasks(seenOf(one), ['1', '2', '4'].map(taskOf));
    await store.saveDocument(changed);
    // The fourth is gone, the second is the third now: in the older copy all have the ids that they had.
    const kept = await store.tasks('doc-41');
    expect(tasksIn(one, kept, two).map(({ measureId }) => measureId)).toEqual(
      ['1', '2', '4'].map((number) => taskOf(number).measureId),
    );
    const all = await store.addTasks(seenOf(one), ['1', '2', '3', '4'].map(taskOf));
    expect(all.filter(({ id }) => kept.every((task) => task.id !== id)).map(({ number }) => number)).toEqual(['3']);
    // What was taken on in the older copy belongs to the measure as it stands now.
    const [third] = await store.addTasks(changed, [{ ...taskOf('3'), measureId: two.measures[3]!.id }]);
    expect(third!.id).toBe(all[2]!.id);
    expect(await store.tasks('doc-41')).toHaveLength(4);
  });

  it('knows a measure that is gone by its words, though it had another number in between', async () => {
    const { store } = freshStore();
    const excerpt = one.measures[2]!.text;
    const [task] = await store.addTasks(seenOf(one), [{ ...taskOf('3'), excerpt }]);
    await store.saveDocument(seenOf(version(measures.slice(1)), { fingerprint: 'less' }));
    await store.saveDocument(seenOf(version([measures[1]!, measures[3]!]), { fingerprint: 'least' }));
    const file = seenOf(one, { url: 'file:///41.docx' });
    expect((await store.addTasks(file, [{ ...taskOf('3'), excerpt }])).map(({ id }) => id)).toEqual([task!.id]);
    const others = await store.addTasks(file, ['1', '2', '4'].map(taskOf));
    expect(new Set(others.map(({ id }) => id)).size).toBe(3);
    expect(others.map(({ id }) => id)).not.toContain(task!.id);
  });

  it('goes back where the change was seen, and on the web where it was seen in a file', async () => {
    const withdrawn = freshStore().store;
    await withdrawn.addTasks(seenOf(one, { url: 'dutymark:sample' }), [taskOf('1')]);
    await withdrawn.saveDocument(changed);
    await withdrawn.saveDocument(seenOf(one, { url: changed.url.replace('https://www.', 'http://') }));
    expect(await withdrawn.documentHeads()).toMatchObject([{ changed: null, fingerprint: 'one' }]);
    expect(await withdrawn.baseline('doc-41')).toBeNull();
    // What was withdrawn is the older copy now.
    await withdrawn.saveDocument({ ...changed, url: 'https://www.qinghe.gov.cn/mirror/41.html' });
    expect(await withdrawn.documentHeads()).toMatchObject([{ changed: null, fingerprint: 'one' }]);

    const { store } = freshStore();
    await store.addTasks(seenOf(one), [taskOf('1')]);
    await store.saveDocument({ ...changed, url: 'file:///draft.docx' });
    expect((await store.documentHeads())[0]?.changed).toBeTruthy();
    await store.saveDocument(seenOf(one));
    expect(await store.documentHeads()).toMatchObject([{ changed: null, fingerprint: 'one' }]);
  });

  it('is no other version when it is the second page of it', async () => {
    const { store } = freshStore();
    await store.addTasks(seenOf(one), [taskOf('1')]);
    const other = version([
      '修缮乡村戏台。对十二座年久失修的戏台逐一勘察加固。（牵头单位：县文化广电旅游局）',
      '增设观察哨点。沿河布设雨量观测设备并明确看护人。（牵头单位：县水利局）',
    ]);
    const { policy } = await store.saveDocument(
      seenOf(other, { fingerprint: 'page two', url: 'https://www.linlan.gov.cn/41_2.html' }),
    );
    expect(policy).toEqual(one);
    expect(await store.baseline('doc-41')).toBeNull();
    expect((await store.documentHeads())[0]?.urls).toHaveLength(2);
  });

  it('keeps how passages were found, without touching the date of the reader’s work', async () => {
    const { store } = freshStore();
    const [task] = await store.addTasks(seenOf(one), [taskOf('1')]);
    const found = { method: 'fuzzy', span: { start: 4, end: 9 }, score: 0.8 } as const;
    await store.noteResolutions({ [task!.id]: found, none: found });
    expect(await store.tasks('doc-41')).toEqual([{ ...task, resolution: found }]);
    await expect(store.noteResolutions({ x: { method: 'guess' } } as never)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the same document elsewhere', () => {
  const bare = { ...one, docNumber: null, issuer: null };
  const at = (policy: SeenDocument['policy'], url: string, fingerprint: string) =>
    seenOf(policy, { id: `text-${fingerprint}`, url, fingerprint });

  it('is recognised by its text, or by title or address with most measures alike', async () => {
    const { store } = freshStore();
    await store.addTasks(seenOf(one), [taskOf('1')]);
    const reworded = {
      ...version([measures[0]!, measures[1]!, `${measures[2]!.slice(0, 20)}并定期更新。`]),
      docNumber: null,
    };
    const recognised = (seen: SeenDocument) => store.recognise(seen);
    expect(await recognised(seenOf(one, { url: 'http://linlan.gov.cn/41.html' }))).toBe('doc-41');
    expect(await recognised(at(bare, 'file:///41.pdf', 'one'))).toBe('doc-41');
    expect(await recognised(at(reworded, 'https://www.qinghe.gov.cn/zz/9.html', 'other'))).toBe('doc-41');
    expect(await recognised(at({ ...reworded, title: '窗口服务改进方案' }, 'http://linlan.gov.cn/41.html', 'x'))).toBe(
      'doc-41',
    );
    expect(await recognised(at({ ...one, title: null, docNumber: '临政办〔2026〕99号' }, 'file:///a', 'one'))).toBe(
      'text-one',
    );
  });

  it('is not another one at the same address, nor one of the same title with other text', async () => {
    const { store } = freshStore();
    await store.addTasks(seenOf(one), [taskOf('1')]);
    const other = {
      ...version([
        '修缮乡村戏台。对十二座年久失修的戏台逐一勘察加固。（牵头单位：县文化广电旅游局）',
        '增设观察哨点。沿河布设雨量观测设备并明确看护人。（牵头单位：县水利局）',
        '清理河道杂物。每周组织一次巡河并登记问题。（牵头单位：县水利局）',
      ]),
      docNumber: null,
    };
    expect(await store.recognise(at(other, 'https://www.linlan.gov.cn/41.html', 'new'))).toBe('text-new');
    expect(await store.recognise(at({ ...other, measures: [] }, 'https://www.qinghe.gov.cn/1.html', 'new'))).toBe(
      'text-new',
    );
  });

  const stock = [
    '加强组织领导。各乡镇、各部门要高度重视，明确专人负责，压实工作责任，确保各项任务落到实处。（责任单位：各乡镇人民政府）',
    '强化督促检查。县政府督查室要定期开展督促检查，对工作不力的予以通报批评。（责任单位：县政府督查室）',
  ];

  it('is no paper without a number of which only the letterhead and stock sentences are alike', async () => {
    const { store } = freshStore();
    const letterhead = '临澜县人民政府办公室';
    const scan = { ...version(stock), docNumber: null, title: letterhead, issuer: letterhead };
    await store.addTasks(at(scan, 'file:///%E9%99%84%E4%BB%B6.pdf', 'scan'), [
      { ...taskOf('1'), documentId: 'text-scan' },
    ]);
    // As for a title: the letterhead stands in every notice of that office.
    const notice = version([...measures, ...stock]);
    expect(await store.recognise(seenOf(notice))).toBe('doc-41');
    // As for an address: half of all files are called so.
    const file = { ...version([...measures, ...stock]), docNumber: null, title: '窗口服务改进方案' };
    expect(await store.recognise(at(file, 'file:///%E9%99%84%E4%BB%B6.pdf', 'file'))).toBe('text-file');
  });

  it('is no paper of another place under the same title', async () => {
    const { store } = freshStore();
    const own = { ...bare, title: '法治政府建设工作要点', region: '临澜县' };
    await store.addTasks(at(own, 'file:///a.pdf', 'own'), [{ ...taskOf('1'), documentId: 'text-own' }]);
    const theirs = {
      ...version([measures[0]!, measures[1]!, ...stock]),
      docNumber: null,
      issuer: null,
      title: own.title,
    };
    expect(await store.recognise(at({ ...theirs, region: '清河市' }, 'file:///b.pdf', 'b'))).toBe('text-b');
    expect(await store.recognise(at({ ...theirs, region: '临澜县' }, 'file:///b.pdf', 'b'))).toBe('text-own');
  });
});

describe('the title of a document', () => {
  const titled = (title: string | null) => ({ ...one, title });
  const full = '临澜县人民政府办公室关于印发《临澜县窗口服务改进方案》的通知';

  it('stays when the same text is read once more, and less of its title', async () => {
    const { store } = freshStore();
    await store.addTasks(seenOf(titled(full)), [taskOf('1')]);
    for (const [title, kept] of [
      ['临澜县窗口服务改进方案', full],
      ['附件1', full],
      ['临澜县人民政府办公室', full],
      [null, full],
    ] as const) {
      await store.saveDocument(seenOf(titled(title)));
      expect((await store.documentHeads())[0]?.title, `${title}`).toBe(kept);
    }
  });

  it('becomes a better one, and that of a later text', async () => {
    const { store } = freshStore();
    await store.addTasks(seenOf(titled('临澜县窗口服务改进方案（征求意见稿）')), [taskOf('1')]);
    const title = async (seen: SeenDocument) => {
      await store.saveDocument(seen);
      return (await store.documentHeads())[0]?.title;
    };
    const final = version([...measures, '公开监督电话。在每个窗口显著位置张贴监督电话。（牵头单位：县信访局）']);
    expect(await title(seenOf({ ...final, title: '附件' }, { fingerprint: 'x' }))).toContain('征求意见稿');
    expect(await title(seenOf({ ...final, title: '临澜县窗口服务改进方案' }, { fingerprint: 'two' }))).toBe(
      '临澜县窗口服务改进方案',
    );
    expect(await title(seenOf({ ...final, title: full }, { fingerprint: 'two' }))).toBe(full);
  });
});
