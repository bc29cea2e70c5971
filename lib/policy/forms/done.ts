import { partsOf } from '../../names/coordination';
import { acts } from '../../names/lexicon/verbs';
import { nameLength } from '../../names/name-length';
import { isOrgan } from '../../names/organ';
import type { Stretch } from '../../text/strand';
import type { Piece } from '../drafts';

/** 责任到县水利局、县住建局: behind the words that say to whom it falls. */
export const behindFall = (text: string, start: number): number =>
  start + (falls.exec(text.slice(start, start + 16))?.[0].length ?? 0);
const falls =
  /^(?:责任|任务|[此该]项(?:工作|任务))(?:单位)?(?:具体)?(?:落实|压实|明确|分解|落|归口?|交)?(?:[到至在给由]|于)?(?=[省市县区州旗镇乡各])/;

/** 由甲局主责，乙局配合，重点排查储罐: the end of the last clause that says who. */
export function beforeDone(text: string, start: number, end: number): number {
  for (let to = end; ; ) {
    const comma = text.lastIndexOf('，', to - 1);
    if (comma <= start) return end;
    const last = text.slice(comma + 1, to);
    if (roleWords.test(last)) return to;
    if (!acts(withoutTime(last)) || nameLength(last) > 0)
      return roleWords.test(text.slice(start, comma)) && to < end ? to : end;
    to = comma;
  }
}
/** 9月20日前完成检测: what is done by then; 9月20日前完成 says when. */
const withoutTime = (part: string): string => {
  const rest = part.replace(/^[^，。、]{1,12}?[前内底末](?=[\u4e00-\u9fff]{2})/, '');
  return rest.length > 4 || rest === part ? rest : '';
};
const roleWords = /牵头|负责|配合|参与|参加|协助|协同|主[办责抓]|承办|抓总|领办|督导|落实$/;

/** 招商局通知企业, 重点排查储罐: what is done, taken for a name. */
export function saysDone(name: string): boolean {
  const length = nameLength(name);
  if (length > 0) return length < name.length && acts(name.slice(length));
  return !isOrgan(name) && acts(name) && name.length > longestOffice;
}
/** 监督中队 is shorter than what is done. */
const longestOffice = 4;

/** 由甲镇会同乙局于6月前完成评估，选聘由乙局负责: a clause begins with units that the reading does not hold. */
export function leavesOut({ drafts }: Piece, { strand, start, end }: Stretch): boolean {
  return partsOf(strand, start, end).some((part) => {
    const by = /^[由请]/.test(strand.text.slice(part.start, part.end));
    if (!by || part.before === '、') return false;
    return (
      nameLength(strand.text.slice(part.start + 1, part.end)) > 0 &&
      !drafts.some((d) => d.start >= part.start && d.end <= part.end)
    );
  });
}
