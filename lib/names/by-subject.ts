import { subjects } from './lexicon/subjects';
import { TERMS } from './lexicon/terms';

const known = new Set([...subjects, ...TERMS.map((term) => term.split(' = ')[0]!)]);

/** Is this an office by its subject (文旅部门, 新闻单位), and not a word that asks for one (受理单位, 主管部门)? */
export function isBySubject(name: string): boolean {
  const subject = /^([\u4e00-\u9fff]{2,6})(?:单位|部门|机关)$/.exec(name)?.[1];
  return subject !== undefined && known.has(subject);
}

/** Is this the organ of a subject, by its short name: 文旅局, 住建局, 教育体育局? */
export function isOrganOfSubject(name: string): boolean {
  const subject = organ.exec(name)?.[1];
  return subject !== undefined && (known.has(subject) || isPair(subject));
}
const organ = /^([\u4e00-\u9fff]{2,8})(?:局|委|厅|署)$/;

/** 教育体育, 文旅体育: two subjects that one organ has. */
function isPair(subject: string): boolean {
  for (let cut = 2; cut <= subject.length - 2; cut++)
    if (known.has(subject.slice(0, cut)) && known.has(subject.slice(cut))) return true;
  return false;
}
