/** An invented plan of 66 measures: 35 name 县司法局, 23 ask 县政府有关部门, 8 ask others alone. */
export const UNIT = '县司法局';
export const NAMED = 35;
export const POSSIBLE = 23;
export const ALL = 66;

const SECTIONS = ['把规矩立起来', '把服务送下去', '把隐患管住', '把队伍带好', '把账算清', '把责任压实'];
const THINGS = [
  '村规民约',
  '调解网格',
  '公共法律服务点',
  '执法台账',
  '行政复议窗口',
  '普法阵地',
  '学法清单',
  '合同审查',
];
const DEEDS = ['梳理', '建好', '用好', '公开', '核对', '更新', '评估'];
const OTHERS = ['县财政局', '县民政局', '县水务局', '县交通运输局', '县教育局'];

const other = (at: number) => OTHERS[at % OTHERS.length];
const measuresOf = () =>
  Array.from({ length: ALL }, (_, at) => {
    const title = `${DEEDS[at % DEEDS.length]}${THINGS[at % THINGS.length]}第${at + 1}批`;
    // Every third and the last may be ours; the rest names us while it may.
    const possible = at % 3 === 1 || at === ALL - 1;
    const rank = at - Math.min(POSSIBLE, Math.floor((at + 1) / 3));
    if (possible) return { title, lines: [`牵头单位：${other(at)}`, '参加单位：县政府有关部门'] };
    if (rank < 20) return { title, lines: [`牵头单位：${UNIT}`, `参加单位：${other(at)}`] };
    if (rank < NAMED) return { title, lines: [`牵头单位：${other(at)}`, `参加单位：${UNIT}、${other(at + 1)}`] };
    return { title, lines: [`牵头单位：${other(at)}`] };
  });

/** The article of a page that holds the plan. */
export function triagePlan(): string {
  const measures = measuresOf();
  const size = Math.ceil(ALL / SECTIONS.length);
  const sections = SECTIONS.map((heading, section) => {
    const items = measures.slice(section * size, (section + 1) * size).map(({ title, lines }, at) => {
      const number = section * size + at + 1;
      const text = '各乡镇逐村逐户登记造册，发现一处、整改一处、销号一处，每季度通报一次。';
      return `<p>${number}.${title}。${text}</p>${lines.map((line) => `<p>${line}</p>`).join('')}`;
    });
    return `<p>${'一二三四五六'[section]}、${heading}</p>${items.join('')}`;
  });
  return [
    '<h1>临澜县法治乡村提升行动重点任务分工方案</h1>',
    ...sections,
    '<p>各项任务原则上于2027年12月底前完成，另有时限的从其时限。</p>',
    '<p>临澜县人民政府办公室</p><p>2026年9月8日</p>',
  ].join('\n');
}
