import { remembered } from '../../names/remembered';

const year = '(?:(?:(?:19|20)\\d\\d|[二一][〇零○九一二三四五六七八]{3})年度?|今年|明年|次年|翌年|来年|本年)?';
const month = '(?:[01]?\\d|[一二三四五六七八九十]{1,2})月(?:份)?(?:[0-3]?\\d[日号]|[底末初]|[上中下]旬)?';
/** 2026.9.30, 2026/9: without its year 1-1 is a number. */
const dotted = '(?:19|20)\\d\\d[.．/-][01]?\\d(?:[.．/-][0-3]?\\d)?';
/** A time and nothing else: 6月底前, 2026年9月30日, 不迟于8月15日（含）, 2026.9.30前完成. */
const onlyTime = new RegExp(
  `^(?:最迟|不[迟晚]于|不超过|限|于|[至到])?(?:${year}(?:年?[底末]|年内|[上下]半年|第?[一二三四1-4]季度[底末]?|${month})|${dotted})(?:[（(]含[^（）()]{0,4}[）)])?(?:之前|以前|前|底|内|止|截止)?(?:完成|办结|到位|见效)?$`,
);
/** 6.30, 9/15前: a day without its year, behind a label that can ask for nothing else. */
const dayInFigures = /^(?:1[0-2]|0?[1-9])[.．/](?:3[01]|[12]\d|0?[1-9])日?(?:之?前)?$/;
const asksForEnd =
  /^(?:全面|全部|限期|计划|预计)?(?:完成|办结|办毕|销号|整改到位)$|^(?:完成|时间|关键|目标)?节点$|^(?:时限|限期|期限|截止|到期)$/;
/** Labels that say when something was, begins or takes place. */
const otherTime =
  /发布|印发|成文|公开|生效|施行|开始|起始|启动|受理|来源|批准|签[订发]|登记|检查|会议|召开|活动|报名|出生|任职|成立|立案|开工|报告|填报|制表|更新|起$|阶段|环节|第.步|日期?$|阶$|期$/;

/** 发布：, 开工日期：: a label that asks when something else is. */
export const saysOtherTime = (label: string): boolean => otherTime.test(label);

/**
 * A label that no list holds with nothing but a time behind it (交卷：6月底前) asks for a deadline. Cost: linear, and only values of
 * at most 24 characters are looked at.
 */
export const isTimeField = remembered((field): boolean => {
  const at = field.search(/[：:]/);
  const [label, value] = [field.slice(0, at), field.slice(at + 1)];
  if (at <= 1 || at > 8 || value.length > 24) return false;
  return (onlyTime.test(value) && !saysOtherTime(label)) || (asksForEnd.test(label) && dayInFigures.test(value));
});
