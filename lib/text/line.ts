/** What a single physical line says of itself: where sentences end, where items begin, what is no text at all. */

/** `---`, `— 3 —`, `-12-`, `第 3 页 共 9 页`: the paper's, not the author's. */
const PAGE_RULE =
  /^(?:[-–—―_=*·.]{3,}|[-–—―－]{1,2}\s{0,3}\d{1,4}\s{0,3}[-–—―－]{1,2}|第\s{0,2}\d{1,4}\s{0,2}页(?:\s{0,2}[,，/]?\s{0,2}共\s{0,2}\d{1,4}\s{0,2}页)?)$/;

/** A sentence may end here: full stop and its kin, closing quotes and brackets after it. */
const SENTENCE_END = /[。；;：:！!？?…][”’"』」）)】〕》〉\]]{0,3}$/;
const CLOSED = /[。；：！？][”’』」]?$/;

/** 一、 （一） 1. (1) a) ① 第一条 一是, a Markdown heading or table row, 附件, a date line. */
const ITEM =
  /^(?:#{1,6}\s|[-*+•]\s|\||[（(〔［]\s?(?:[一二三四五六七八九十百]{1,4}|\d{1,3})\s?[）)〕］]|[一二三四五六七八九十百]{1,4}[、.．]|\d{1,3}\s?[、.．﹒](?!\d)|[①-⑳]|[（(]?[a-h][)）]|第[一二三四五六七八九十百\d]{1,4}[条章节编部]|[一二三四五六七八九]是|附件|附表|抄送|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$)/;

/** 牵头单位： 参加部门： 完成时限： … at the start of a line. */
const LABEL = /^[【［[（(]?[^\s，。；：:]{0,8}(?:单位|部门|机构|时限|时间|责任人|负责人|领导)\s?[】］\]）)]?\s?[：:]/;

/** Endings an organ's name may have; a line that holds no more than such an ending completes the line before it. */
const ORGAN_TAIL = /^[^\s，。；：:]{0,10}?[局委办部厅院会处所站社行中心镇乡府区关队司][^\s：:]{0,8}$/;

export const isPageRule = (line: string): boolean => line.length <= 24 && PAGE_RULE.test(line);

/** The line starts something of its own. */
export const beginsItem = (line: string): boolean => ITEM.test(line.slice(0, 24)) || LABEL.test(line.slice(0, 24));

/**
 * Whether a line runs on into the next one (which does not begin an item). `full`: the line reaches the paper's edge
 * and nothing but a line end parts the two.
 */
export function continues(line: string, next: string, full: boolean): boolean {
  const tail = line.slice(-6);
  if (SENTENCE_END.test(tail)) return full && !CLOSED.test(tail) && /[）)]$/.test(tail);
  if (/[，,、（(《〈“‘]$/.test(tail)) return true;
  // A title ends the line it stands on, however long it is.
  if (/的(?:通知|意见|函|通报|公告|决定|批复|报告)$/.test(tail) && !/[，。]/.test(line)) return false;
  if (full) return true;
  if (LABEL.test(line.slice(0, 24)))
    return next.length <= 12 && !/[，。]/.test(next) && ORGAN_TAIL.test(next) && line.length >= 20;
  // Prose that stops without a full stop: a page ended here.
  return line.length >= 20 && /[，。；]/.test(line) && !/[”）)】》]$/.test(tail);
}
