import { isOrgan } from '../../names/organ';
import { hasSign, Sign } from '../../text/chars';
import { endsOfSentence } from '../../text/sentence';
import type { Piece } from '../drafts';
import { meaningOf } from '../grammar';
import { isRemark } from '../labels';
import { readBareList } from './bare-list';
import { type Candidate, type Form, none, type View } from './form';
import { saidIn } from './last-sentence';

/** Longest word that can be such a label, and the longest paragraph that is looked at for one without a colon. */
const longestLabel = 6;
const longestLine = 60;
/** Longest remark that may say who leads and who takes part. */
const longestSaid = 400;

/**
 * Organs behind a word that neither the genre nor the document knows: 备案：县司法局 · 承接 县司法局 · 〈共管＝县司法局〉. It divides
 * nothing by itself, and is told as unread where no other form takes its units.
 */
export const unclearLabel: Form = {
  name: 'unclear label',
  read: (view, taken) => {
    const { strand, fields, grammar } = view;
    const found = fields.flatMap(({ unknown, label, kind, start, valueStart, valueEnd }): readonly Candidate[] => {
      const remark = kind === 'none' && isRemark(label);
      if (kind === 'person' || !(unknown || remark || (kind === 'none' && oversees.test(label)))) return none;
      const said = remark ? saidIn(view, valueStart, valueEnd) : null;
      if (said) return said.map((candidate) => ({ ...candidate, line: start === 0 }));
      const piece = readBareList({ strand, start: valueStart, end: valueEnd }, { start, end: valueEnd }, grammar);
      // The document decides of the same list already: 物资储备：县应急局.
      const asked = taken.some((c) => c.counts === 'end' && c.piece.end > valueStart && c.piece.start < valueEnd);
      return piece && !asked ? [saying(piece, start === 0 && valueEnd >= strand.length - 1)] : none;
    });
    return found.length || taken.some((c) => c.counts === 'always' || c.counts === 'end')
      ? found
      : (remarked(view) ?? wordBefore(view));
  },
  examples: [
    ['推进体系：县司法局（牵头）、县财政局（配合）', 'l:县司法局 p:县财政局'],
    ['备注：县司法局牵头，县财政局配合', 'l:县司法局 p:县财政局'],
  ],
  counterExamples: ['帮办：县司法局', '备注：县司法局', '帮办 县司法局', '〈帮办＝县司法局〉', '地址：县政务服务中心'],
};

/** 监督单位, 督办部门: who sees to it that others do it has a part in the work, too, and none of the three roles. */
const oversees = /(?:督|监管|验收|考核|评估|审核|检查|评价)[\u4e00-\u9fff]{0,2}(?:单位|部门|科室|机关|处室)$/;

/** Units that say their roles themselves need no label that is known. */
const saying = (piece: Piece, line: boolean): Candidate =>
  piece.drafts.some((d) => d.role !== 'responsible') ? { counts: 'always', piece, line } : { counts: 'never', piece };

/** 注：县司法局、县财政局: a label of one character is none of the fields. */
function remarked(view: View): readonly Candidate[] | null {
  const { strand, grammar } = view;
  const start = /^注[：:]/.exec(strand.text)?.[0].length ?? 0;
  const end = endsOfSentence(strand.text);
  if (!start || strand.length > longestSaid) return null;
  const said = saidIn(view, start, end);
  if (said) return said.map((candidate) => ({ ...candidate, line: true }));
  if (strand.length > longestLine) return null;
  const piece = readBareList({ strand, start, end }, { start: 0, end: strand.length }, grammar);
  return piece && [{ counts: 'never', piece }];
}

/** A paragraph that is one word, white space or a sign, and organs. */
function wordBefore({ strand, from, grammar }: View): readonly Candidate[] {
  const { text, length } = strand;
  if (length > longestLine || text.includes('。')) return none;
  const start = from + (/^[〈<〔［]/.test(text.slice(from, from + 1)) ? 1 : 0);
  const end = length - (/[〉>〕］]$/.test(text) ? 1 : 0);
  for (let at = start + 2; at <= Math.min(end - 2, start + longestLabel); at++) {
    const sign = hasSign(text, at, Sign.colon);
    if (!sign && !strand.hasGap(at)) continue;
    const word = text.slice(start, at);
    if (!/^[\u4e00-\u9fff]+$/.test(word) || isOrgan(word) || meaningOf(word, grammar)) return none;
    const piece = readBareList({ strand, start: at + (sign ? 1 : 0), end }, { start: 0, end: length }, grammar);
    return piece ? [{ counts: 'never', piece }] : none;
  }
  return none;
}
