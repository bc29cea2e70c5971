import type { DateContext } from './calendar';
import type { PointOfTime } from './points';

/** Words that make a limit of any day behind them: 最迟不超过10月31日, 限10月20日完成. */
const limitBefore =
  /(?:最迟|至迟|最晚|不[得应能]?(?:迟|晚)于|不[得应能]?超过|逾期|限(?:期|时|定)?[于在至到]?|务(?:必)?[于在]|赶在|延(?:期|长)?至|顺延至|(?:即日|现在|之日)起[，]?[至到]|(?<!原|服刑|服务|租赁|合同|有效|实际)(?:时限|期限|(?:完成|办结|整改|建成|报送|截止|竣工|上报)(?<!原.{2})(?:时间|日期))[：:为是]?)$/;
/** Or of a day in front of them: 10月31日截止, 以12月20日为限. */
const limitAfter = /^(?:（含）|\(含\))?(?:[当之]日)?(?:截止|为限|为止|止(?=$|[，。；,;）)]))/;
/** A sentence that asks or plans, before the preposition of its day: 须于6月30日, 计划于8月15日, 请各单位于. */
const asked =
  /(?:须|需|应当?|要|必须|请|力争|争取|确保|保证|计划|拟|预计|原则上|统一)[^，。；,;：:]{0,8}(?:于|在|至|到)$/;
/** What is done when a duty is over. */
const over =
  /^(?:[^，。；,;\d]{0,4}?)(?:完成|办结|办理完毕|处理完毕|报送|报[县市区省局]|上报|提交|交付|结束|完工|竣工|建成|投[用运产]|到位|整改|销号|见效|交账|交卷|落地|开工|启动|印发|公布|上线|兑现|清零|反馈|验收|通车|结题|收官)/;
const already = /(?:已|曾|刚|于是|截至|截止|自|从)[^，。；,;]{0,3}$/;

/** It lies behind the day of the document, or where that is not known behind its year. */
function isAhead(date: string | null, { date: own, year }: DateContext): boolean {
  if (date === null) return false;
  return own !== null ? date > own : year !== null && Number(date.slice(0, 4)) > year;
}

/**
 * Does a day that no 前, 底 or 内 makes a limit bind by the words around it: 须于6月30日完成, 最迟不超过10月31日, 12月20日交账. Without a
 * word that asks, only a day behind the document's own counts: what was done on a day is told in the same words.
 *
 * @param ahead the clause before the point; `after` what stands behind it
 */
export function isCued(ahead: string, after: string, { date, part }: PointOfTime, context: DateContext): boolean {
  if (part || already.test(ahead)) return false;
  if (limitBefore.test(ahead) || limitAfter.test(after)) return true;
  if (!over.test(after)) return false;
  return asked.test(ahead) || isAhead(date, context);
}
