import type { Reading } from './readings';

/** Headings whose items set aims and principles: no item under them asks anybody to do something. */
const preamble =
  /^(?:总体(?:要求|思路|目标|考虑|原则|安排)|指导(?:思想|原则|方针)|(?:基本|工作|主要|总体|实施|遵循)原则|(?:总体|工作|主要|发展|预期|行动|建设|具体|目标)(?:目标|要求|思路|任务目标)|基本思路|主要目标|发展目标|编制(?:依据|目的)|适用范围|工作背景|(?:发展)?(?:形势|背景|基础|现状|成就)|重要意义|总则|附则|(?:(?:法律|政策|编制|制定)?依据|目标|背景|其他(?:事项)?)$|明确范围|术语|名词解释|充分认识.{0,20}(?:意义|重要性))/;

/** Headings of what was done or found wanting: a report, not a task. */
const past =
  /成效|做法|成绩|回顾|^(?:工作|发展|前期|现有)?(?:基础|现状|进展)$|^前期|存在(?:的)?(?:主要)?(?:问题|不足)|薄弱环节|(?:工作|落实|进展|开展|完成)情况|经验|困难和问题|主要问题/;

/** Headings of a report that say what is to be done. */
const plan =
  /主要任务|重点任务|下(?:一)?步|工作(?:打算|安排|计划|思路|重点)|今后|(?:明年|20\d\d年)[^，。]{0,20}(?:任务|打算|安排|计划|重点)|努力方向|民生实事/;

const bare = (heading: string): string => heading.replace(/[。：:；]$/, '');

export const isPreamble = (heading: string): boolean => preamble.test(bare(heading)) && heading.length <= 40;
export const isPast = (heading: string): boolean =>
  past.test(heading) && !plan.test(heading) && heading.length <= 50 && !talked.test(heading);
/** 会议听取了招生工作情况的汇报: of what a meeting talked about it decides below. */
export const talked = /^(?:会议)?(?:听取|审议|研究|讨论)/;
export const isPlan = (heading: string): boolean => plan.test(heading) && heading.length <= 50;

/** A paragraph that closes a document: it speaks of the whole, after the last item. */
export const isClosing = (text: string): boolean =>
  /^(?:[（(]?(?:备?注|说明)[：:].{0,40}(?:牵头|责任|配合|主办)|上述|以上|(?:其他|其余)(?:各项|未|任务|工作)|本(?:方案|意见|通知|措施|计划|实施|行动|政策|办法|工作)|各(?:地|级|县|市|区|乡|镇|部门|单位|有关|相关|责任|牵头|成员)[^。：:]{0,30}(?:要|应(?![急收用对])|须|根据|结合|按照)|附件|联系人|特此|此件|（此件|本文|请(?:各|有关|相关|于|将|认真|结合)|(?:出席|列席|缺席|请假|记录|参会|参加|主持|分送|抄送|主送|发送)(?:人员?|单位|会议)?[：:])/.test(
    text,
  ) ||
  asksReport(text) ||
  /本(?:实施)?(?:方案|意见|计划|分工方案|行动方案|工作方案|措施|安排)(?:自|由|有效期|确定|各项|明确|中|执行)/.test(
    text.slice(0, 120),
  );

/** 各单位开展情况，请于7月10日前报区委组织部: what everybody reports when all is done. */
export const asksReport = (text: string): boolean => reportsBack.test(text.slice(0, 120));
const reportsBack =
  /^(?:每|于|[\d一二三四五六七八九十]{1,3}月)[^，。；]{1,16}前，(?:请)?各(?:责任|牵头|成员|有关|相关)?(?:单位|部门|地)[^。；]{1,40}报(?!道|名|考|销)[^。；]{1,30}(?:。|$)|^(?:请?(?:各|有关|相关)|请[于将]|请你[们局单])[^。；]{1,60}(?:情况|总结|进展|名单|报告|材料|台账|信息|方案|成果|清单|报表|数据|结果|意见|回执)[^。；]{0,30}报(?!道|名|考|销)[^。；]{1,30}(?:。|$)|^[^，。；：]{0,10}(?:情况|结果|意见|回执)请?[于在][^。；]{1,20}前(?:函复|回复|反馈|报)[^。；]{1,20}(?:。|$)/;

const kindWord =
  /(?:方案|计划|意见|措施|政策|办法|细则|清单|要点|分工|安排|规划|纲要|规定|制度|预案|通知|实事|工程|行动|台账|表)$/;

/** A line that could be the title of a document or an annex of its own. */
function isTitleLike(reading: Reading): boolean {
  const { paragraph, kind } = reading;
  if (kind !== 'text' || paragraph.cell) return false;
  const text = paragraph.strand.text.replace(/[（(【〔[][^）)】〕\]]{1,20}[）)】〕\]]$/, '');
  if (text.length < 5 || text.length > 80 || /[。；，：:]/.test(text)) return false;
  return kindWord.test(text) && !text.endsWith('附表');
}

/** Indexes at which a document inside the page begins: a title whose outline starts again at one. */
export function planStarts(readings: readonly Reading[]): Set<number> {
  const starts = new Set<number>();
  let seen = false;
  let title = -1;
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i]!;
    if (reading.kind === 'node') {
      const marker = reading.paragraph.marker!;
      if (title >= 0 && seen && marker.value === 1 && i - title <= 8) starts.add(title);
      seen = true;
      title = -1;
    } else if (isTitleLike(reading) || /^附(?:件|表)\d*[：:]?$/.test(reading.paragraph.strand.text)) title = i;
  }
  return starts;
}
