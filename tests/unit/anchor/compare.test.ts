import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../lib/anchor/compare';
import { differences } from '../../../lib/anchor/differences';
import { inventedPolicy } from '../../bench/anchor/invented';
import { Random } from '../../bench/anchor/samples';
import { type Item, policyOf } from './policies';

const items: readonly Item[] = [
  {
    title: '摸清河道底数',
    text: '逐条建立河道电子档案，标明岸线、闸坝和排口。',
    units: [
      ['lead', '市水利局'],
      ['participant', '市自然资源局'],
    ],
  },
  {
    title: '整治入河排口',
    text: '6月底前完成城区排口溯源，分类立牌管理。',
    units: [['lead', '市生态环境局']],
    deadlines: [['6月底前', '2026-06-30']],
  },
  {
    title: '清理河面漂浮物',
    text: '汛期每日巡查，打捞物日产日清。',
    units: [
      ['lead', '市水利局'],
      ['participant', '各镇街'],
    ],
  },
  { title: '修复滨水步道', text: '对破损栏杆和步道集中修补，增设夜间照明。', units: [['lead', '市城管局']] },
  { title: '开展护河志愿行动', text: '依托中小学和社区组建护河小队，定期发布护河日记。', units: [['lead', '团市委']] },
  {
    title: '公开管护成效',
    text: '按季在政府网站公布断面水质和投诉办理情况。',
    units: [
      ['lead', '市生态环境局'],
      ['participant', '市水利局'],
    ],
  },
];
const policy = policyOf(items);
const id = (n: number) => `一、总体任务›${n}`;
const changed = (n: number, change: Partial<Item>) =>
  items.map((item, i) => (i === n - 1 ? { ...item, ...change } : item));

describe('compare', () => {
  it('finds nothing between equal versions, whatever their widths and line ends', () => {
    const printed = items.map((item) => ({ ...item, text: item.text.replaceAll('，', ',\n') }));
    expect(compare(policy, policyOf(printed))).toEqual([]);
  });

  it('finds a new measure, and that those behind it were only renumbered', () => {
    const added = { title: '建设智慧监测站', text: '在主要断面布设水位和视频感知设备，接入统一平台。' };
    expect(compare(policy, policyOf(items.toSpliced(4, 0, added)))).toEqual([
      { kind: 'new', before: null, after: id(5) },
      { kind: 'renumbered', before: id(5), after: id(6), from: '5', to: '6' },
      { kind: 'renumbered', before: id(6), after: id(7), from: '6', to: '7' },
    ]);
  });

  it('finds a measure gone, told where it stood', () => {
    const numbered = items.map((item, i) => ({ ...item, number: String(i + 1) }));
    const rest = numbered.toSpliced(2, 1);
    expect(compare(policyOf(numbered), policyOf(rest))).toEqual([{ kind: 'gone', before: id(3), after: null }]);
  });

  it('finds a measure reworded and shows the words', () => {
    const [change, ...others] = compare(
      policy,
      policyOf(changed(4, { text: '对破损栏杆和步道全面修补，增设夜间照明。' })),
    );
    expect(others).toEqual([]);
    expect(change).toMatchObject({ kind: 'reworded', before: id(4), after: id(4) });
    const parts = change!.kind === 'reworded' ? change!.differences : [];
    expect(parts.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(['集中']);
    expect(parts.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual(['全面']);
  });

  it('finds the one measure that changed its place', () => {
    const numbered = items.map((item, i) => ({ ...item, number: String(i + 1) }));
    const [first, ...rest] = numbered;
    expect(compare(policyOf(numbered), policyOf([...rest, first!]))).toEqual([
      { kind: 'moved', before: id(1), after: id(1), from: ['一、总体任务'], to: ['一、总体任务'] },
    ]);
  });

  it('finds a measure moved to another section', () => {
    const sections = (last: string) =>
      items.map((item, i) => ({ ...item, path: [i < 3 ? '一、治理' : i === 5 ? last : '二、参与'] }));
    expect(compare(policyOf(sections('二、参与')), policyOf(sections('三、保障')))).toEqual([
      { kind: 'moved', before: '二、参与›6', after: '三、保障›6', from: ['二、参与'], to: ['三、保障'] },
    ]);
  });

  it('does not call measures moved whose section was renamed or renumbered', () => {
    const under = (heading: string) => items.map((item) => ({ ...item, path: ['一、总则', heading] }));
    expect(compare(policyOf(under('（一）重点任务')), policyOf(under('（三）重点任务')))).toEqual([]);
    expect(compare(policyOf(under('（一）重点任务')), policyOf(under('（一）主要任务')))).toEqual([
      { kind: 'heading', from: '（一）重点任务', to: '（一）主要任务' },
    ]);
  });

  it('finds units added, removed and given another role', () => {
    const units = [
      ['lead', '市自然资源局'],
      ['participant', '市水利局'],
      ['participant', '市大数据局'],
    ] as const;
    expect(compare(policy, policyOf(changed(1, { units })))).toEqual([
      {
        kind: 'units',
        before: id(1),
        after: id(1),
        added: units.map(([role, unit]) => ({ role, unit })),
        removed: [
          { role: 'lead', unit: '市水利局' },
          { role: 'participant', unit: '市自然资源局' },
        ],
      },
    ]);
  });

  it('finds a deadline changed and does not call the measure reworded for it', () => {
    const later = changed(2, {
      text: '9月底前完成城区排口溯源，分类立牌管理。',
      deadlines: [['9月底前', '2026-09-30']],
    });
    expect(compare(policy, policyOf(later))).toEqual([
      { kind: 'deadlines', before: id(2), after: id(2), added: ['9月底前'], removed: ['6月底前'] },
    ]);
  });

  it('finds facts of the document changed', () => {
    const facts = {
      docNumber: '清政办〔2026〕9号',
      defaultDeadline: { text: '2026年底前', date: '2026-12-31', span: { start: 0, end: 0 } },
    };
    expect(compare(policy, policyOf(items, facts))).toEqual([
      { kind: 'fact', field: 'docNumber', from: null, to: '清政办〔2026〕9号' },
      { kind: 'fact', field: 'defaultDeadline', from: null, to: '2026年底前' },
    ]);
  });

  it('classes several changes at once, each for what it is', () => {
    const mixed = [
      items[1]!,
      { ...items[0]!, text: '逐条建立河道电子档案，标明岸线、闸坝、桥梁和排口。' },
      { title: '设立河道警长', text: '每条骨干河道明确一名警长，公示联系方式。' },
      { ...items[3]!, units: [['lead', '市住建局']] as const },
      items[4]!,
      items[5]!,
    ];
    const kinds = compare(policy, policyOf(mixed)).map(
      ({ kind, before, after }: { kind: string; before?: string | null; after?: string | null }) => [
        kind,
        before?.at(-1),
        after?.at(-1),
      ],
    );
    expect(kinds).toEqual([
      ['moved', '2', '1'],
      ['renumbered', '2', '1'],
      ['gone', '3', undefined],
      ['reworded', '1', '2'],
      ['renumbered', '1', '2'],
      ['new', undefined, '3'],
      ['units', '4', '4'],
    ]);
  });

  it('reports every measure exactly once as new, gone or kept, whatever the versions', () => {
    const text = fc
      .array(fc.constantFrom('巡查', '河道', '台账', '修补', '公开', '成效'), { maxLength: 8 })
      .map((words) => words.join(''));
    const versions = fc.array(fc.record({ text, number: fc.constantFrom('1', '2', '3') }), { maxLength: 8 });
    fc.assert(
      fc.property(versions, versions, (old, now) => {
        const changes = compare(policyOf(old), policyOf(now));
        const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
        expect(old.length - count('gone')).toBe(now.length - count('new'));
        expect(compare(policyOf(old), policyOf(old))).toEqual([]);
      }),
    );
  });

  it('is in time with thousands of measures, all reworded', () => {
    const random = new Random(5);
    const text = inventedPolicy(400_000, random);
    const bodies = text
      .split('\n')
      .filter((line) => line.length > 40)
      .flatMap((line) => line.split('。'))
      .filter((line) => line.length > 12);
    const many = (suffix: string) =>
      policyOf(Array.from({ length: 5000 }, (_, i) => ({ text: `${bodies[i % bodies.length]}第${i}项${suffix}。` })));
    const from = performance.now();
    const changes = compare(many('按期办结'), many('提前办结'));
    expect(changes.filter(({ kind }) => kind === 'reworded').length).toBeGreaterThan(4500);
    // Generous: only a growth with the square would take longer.
    expect(performance.now() - from).toBeLessThan(8000);
  });
});

describe('differences', () => {
  it('give both texts back', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('甲。', '乙，', '丙；\n'), { maxLength: 4000 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = differences(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
      { numRuns: 60 },
    );
  });
});
