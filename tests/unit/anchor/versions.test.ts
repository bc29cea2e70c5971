import { expect, it } from 'vitest';
import { type Change, compare } from '../../../lib/anchor/compare';
import { parse } from '../../../lib/policy/parse';
import type { PolicyDocument } from '../../../lib/policy/types';
import { fromPlain } from '../../../lib/text/plain';

/** A measure as it is printed: what it asks for, then its lines of units. */
interface Printed {
  readonly body: string;
  readonly lead: string;
  readonly others: string;
}

const measure = (body: string, lead: string, others: string): Printed => ({ body, lead, others });

const SECTIONS: readonly (readonly [string, readonly Printed[]])[] = [
  [
    '夯实基层基础',
    [
      measure('规范村务公开。逐村设立公开栏，每季度更新收支明细。', '县民政局', '县农业农村局、县财政局'),
      measure(
        '改进矛盾调解。建立乡贤调解员名册，配齐调解室桌椅器材；组织法律顾问每月下村坐班，解答土地承包和邻里纠纷问题。',
        '县司法局',
        '县公安局、县信访局',
      ),
      measure('整修村组道路。6月底前完成塌方路段清理，补齐护栏和警示标志。', '县交通运输局', '县财政局'),
    ],
  ],
  [
    '改善人居环境',
    [
      measure('清运积存垃圾。配备密闭转运车辆，日产日清。', '县城管局', '县农业农村局'),
      measure('改造农村厕所。分户登记改厕意愿，统一采购便器和化粪池。', '县农业农村局', '县卫生健康委、县财政局'),
      measure('治理污水沟塘。疏通堵塞沟渠，栽种净水植物。', '县水利局', '县生态环境局'),
      measure('保护古树名木。建立古树档案，设置围栏和铭牌。', '县林业局', '县文化和旅游局'),
    ],
  ],
  [
    '发展特色产业',
    [
      measure('扩种高山茶叶。推广无性系良种，建设标准化苗圃。', '县农业农村局', '县林业局'),
      measure('打通冷链物流。新建田头预冷库，开通生鲜专线。', '县商务局', '县交通运输局'),
      measure('培育网络主播。举办直播技能比赛，提供拍摄场地。', '县商务局', '县人力资源社会保障局'),
    ],
  ],
];

const NUMERALS = '一二三四五';

function version(sections: readonly (readonly [string, readonly Printed[]])[], first = 1): PolicyDocument {
  let number = first;
  const lines = ['临澜县乡村建设提升行动方案', '', '临政办〔2026〕66号', '', '各乡镇人民政府，县政府各部门：', ''];
  sections.forEach(([heading, measures], i) => {
    lines.push(`${NUMERALS[i]}、${heading}`, '');
    for (const { body, lead, others } of measures)
      lines.push(`${number++}．${body}`, '', `牵头单位：${lead}`, '', `参加单位：${others}`, '');
  });
  return parse(fromPlain(lines.join('\n')));
}

const BEFORE = version(SECTIONS);
type Sections = readonly [string, readonly Printed[]][];

/** The sections with one of them, or its measures, changed. */
const withSection = (which: number, change: (measures: readonly Printed[]) => readonly Printed[], name?: string) =>
  SECTIONS.map(([heading, measures], i): [string, readonly Printed[]] =>
    i === which ? [name ?? heading, change(measures)] : [heading, measures],
  ) as Sections;
const edited = (at: number, change: Partial<Printed>) => (measures: readonly Printed[]) =>
  measures.map((each, i) => (i === at ? { ...each, ...change } : each));

/** What changed, without what was only numbered anew: kind, and which measure by its first words. */
function changesTo(after: PolicyDocument): string[] {
  const name = (policy: PolicyDocument, id: string | null) =>
    policy.measures.find((each) => each.id === id)?.title ?? '';
  const told = (change: Change) => {
    if (change.kind === 'fact' || change.kind === 'heading') return `${change.kind} ${change.from} → ${change.to}`;
    return `${change.kind} ${name(change.after ? after : BEFORE, change.after ?? change.before)}`;
  };
  return compare(BEFORE, after)
    .filter(({ kind }) => kind !== 'renumbered')
    .map(told);
}

const renumbered = (after: PolicyDocument) => compare(BEFORE, after).filter(({ kind }) => kind === 'renumbered').length;

it('reads the ten measures of the pair', () => {
  expect(BEFORE.measures).toHaveLength(10);
  expect(changesTo(version(SECTIONS))).toEqual([]);
});

it('tells a measure split in two as one reworded and one new', () => {
  const after = version(
    withSection(0, ([first, , last]) => [
      first!,
      measure('改进矛盾调解。建立乡贤调解员名册，配齐调解室桌椅器材。', '县司法局', '县公安局、县信访局'),
      measure('用好法律顾问。组织法律顾问每月下村坐班，解答土地承包和邻里纠纷问题。', '县司法局', '县公安局、县信访局'),
      last!,
    ]),
  );
  expect(changesTo(after)).toEqual(['reworded 改进矛盾调解', 'new 用好法律顾问']);
  expect(renumbered(after)).toBe(8);
});

it('tells two measures merged as one reworded and one gone', () => {
  const after = version(
    withSection(2, ([first, second, third]) => [
      first!,
      measure(`${second!.body}举办直播技能比赛，提供拍摄场地。`, second!.lead, `${second!.others}、${third!.others}`),
    ]),
  );
  expect(changesTo(after)).toEqual(['reworded 打通冷链物流', 'units 打通冷链物流', 'gone 培育网络主播']);
});

it('tells a section renamed once, and none of its measures moved', () => {
  const after = version(withSection(1, (measures) => measures, '建设宜居村庄'));
  expect(changesTo(after)).toEqual(['heading 二、改善人居环境 → 二、建设宜居村庄']);
});

it('tells nothing of units in another order, and the two of a change of roles', () => {
  const order = version(withSection(1, edited(1, { others: '县财政局、县卫生健康委' })));
  expect(changesTo(order)).toEqual([]);
  const roles = version(withSection(1, edited(1, { lead: '县财政局', others: '县农业农村局、县卫生健康委' })));
  expect(changesTo(roles)).toEqual(['units 改造农村厕所']);
});

it('tells punctuation alone as rewording, and shows nothing else', () => {
  const body = '清运积存垃圾。配备密闭转运车辆；日产日清。';
  const after = version(withSection(1, edited(0, { body })));
  const [change, ...others] = compare(BEFORE, after);
  expect(others).toEqual([]);
  const parts = change?.kind === 'reworded' ? change.differences.filter(({ kind }) => kind !== 'same') : [];
  expect(parts.map(({ kind, text }) => [kind, text])).toEqual([
    ['removed', '，'],
    ['added', '；'],
  ]);
});

it('tells every number shifted, and nothing else', () => {
  const after = version(SECTIONS, 4);
  expect(changesTo(after)).toEqual([]);
  expect(renumbered(after)).toBe(10);
});

it('tells a deadline put off in a measure that moved to another section', () => {
  const [basis, living, trade] = SECTIONS as unknown as [Sections[0], Sections[0], Sections[0]];
  const road = measure('整修村组道路。9月底前完成塌方路段清理，补齐护栏和警示标志。', '县交通运输局', '县财政局');
  const after = version([
    [basis[0], basis[1].slice(0, 2)],
    [living[0], [...living[1], road]],
    [trade[0], trade[1]],
  ]);
  expect(changesTo(after)).toEqual(['moved 整修村组道路', 'deadlines 整修村组道路']);
});

it('keeps them apart when all of it comes at once', () => {
  const [basis, living, trade] = SECTIONS as unknown as [Sections[0], Sections[0], Sections[0]];
  const after = version(
    [
      [
        basis[0],
        [
          basis[1][0]!,
          measure('改进矛盾调解。建立乡贤调解员名册，配齐调解室桌椅器材。', '县司法局', '县公安局、县信访局'),
          measure(
            '用好法律顾问。组织法律顾问每月下村坐班，解答土地承包和邻里纠纷问题。',
            '县司法局',
            '县公安局、县信访局',
          ),
          basis[1][2]!,
        ],
      ],
      [
        '建设宜居村庄',
        [living[1][0]!, { ...living[1][1]!, others: '县财政局、县卫生健康委' }, living[1][3]!, living[1][2]!],
      ],
      [
        trade[0],
        [
          trade[1][0]!,
          measure(
            '打通冷链物流。新建田头预冷库，开通生鲜专线。举办直播技能比赛，提供拍摄场地。',
            '县商务局',
            '县交通运输局、县人力资源社会保障局',
          ),
        ],
      ],
    ],
    2,
  );
  const told = changesTo(after);
  expect(told.filter((each) => each.startsWith('moved'))).toHaveLength(1);
  expect(told.filter((each) => !each.startsWith('moved'))).toEqual([
    'heading 二、改善人居环境 → 二、建设宜居村庄',
    'reworded 改进矛盾调解',
    'new 用好法律顾问',
    'reworded 打通冷链物流',
    'units 打通冷链物流',
    'gone 培育网络主播',
  ]);
});
