import { isCollective, isOrgan } from './organ';
import { remembered } from './remembered';

const level = /^(国家|省|市|县|区|州|盟|旗|自治区|自治州)(?=[^级直有相其])/;
const named = /^[\u4e00-\u9fff]{2,4}?(?:省|市|县|区|州|旗)(?=.{2})/;

/** The level or place a name begins with. */
const prefixOf = remembered((name) => level.exec(name)?.[0] ?? named.exec(name)?.[0] ?? null);

/** Subjects a department is named for; a name that begins with one and has no level had its level dropped. */
const subjects =
  /^(?:发展|发改|教育|科技|科学技术|工业|工信|经信|经济|公安|民政|司法|财政|人力|人社|自然资源|规划|生态环境|住房|住建|城建|城市|城管|交通|水利|水务|农业|商务|文化|文旅|文广|卫生|卫健|退役|应急|审计|国资|市场|广播|广电|体育|统计|医保|医疗保障|信访|机关事务|林业|林草|园林|乡村振兴|地方金融|金融|数据|大数据|政务|行政审批|粮食|能源|药监|药品|知识产权|民族|民宗|外事|侨|档案|科协|残联|妇联|工会|团委|工商联|总工会|供销)/;

/** The rank of a place and nothing else: a class where 各 stands before its neighbour. */
export const isRank = (name: string): boolean => /^(?:[镇乡村县区市州旗]|街道|社区)$/.test(name);

/** 政府 of 青山镇党委、政府 is 青山镇政府; null for any other name. */
function behindCommittee(committee: string, name: string): string | null {
  if (!/^(?:人民政府|政府|管委会|办事处)$/.test(name)) return null;
  const place = /^(.{2,}?)(?:党工委|党委|工委)$/.exec(committee)?.[1];
  return place ? place + name : null;
}

/**
 * The names of a list with a prefix put back that the list dropped (市发改委、生态环境局 → 市生态环境局); null where
 * nothing was dropped. A name set apart by ， or ； keeps its own.
 */
export function resolvedNames(
  list: readonly { start: number; name: string; list: number; part: number }[],
  text: string,
): (string | null)[] {
  let prefix = '';
  return list.map((unit, k) => {
    const before = list[k - 1];
    if (!before || before.list !== unit.list || before.part !== unit.part) prefix = '';
    // 镇 of 各街道、镇: each of them.
    if (isRank(unit.name) && before?.list === unit.list && /^各/.test(before.name)) return `各${unit.name}`;
    const whole = before?.list === unit.list ? behindCommittee(before.name, unit.name) : null;
    if (whole) return whole;
    const own = prefixOf(unit.name);
    if (own && isOrgan(unit.name)) {
      prefix = own;
      return null;
    }
    if (!prefix || isCollective(unit.name) || !subjects.test(unit.name)) return null;
    return text[unit.start - 1] === '、' && /[局委办厅会院]$/.test(unit.name) ? prefix + unit.name : null;
  });
}
