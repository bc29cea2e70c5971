import { subjects } from './lexicon/subjects';
import { TERMS } from './lexicon/terms';

const known = new Set([...subjects, ...TERMS.map((term) => term.split(' = ')[0]!)]);

/** Is this an office by its subject (文旅部门, 新闻单位), and not a word that asks for one (受理单位, 主管部门)? */
export function isBySubject(name: string): boolean {
  const subject = /^([\u4e00-\u9fff]{2,6})(?:单位|部门|机关)$/.exec(name)?.[1];
  return subject !== undefined && known.has(subject);
}
