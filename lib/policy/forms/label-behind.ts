import { isOrganName } from '../../names/organ';
import type { Stretch } from '../../text/strand';
import { PieceBuilder, sure } from '../builder';
import { type Grammar, meaningOf } from '../grammar';
import { isRole } from '../lexicon';
import type { Role } from '../types';
import { type Form, none } from './form';

/** Longest line, longest label. */
const longest = 200;
/** A label of two parts behind a sign or in brackets: ／牵头单位, ——责任科室, （配合部门）. */
const behind =
  /(?:[／/｜|·•∙・\-—–~→←:：=＝]{1,3}|[（(〔［[【〖｛「『〈])([\u4e00-\u9fff]{2,8}(?:单位|部门|机关|机构|主体|[处科股]室))[）)〕］\]】〗｝」』〉]?[。；;，]?$/;

/** Units of one role in a part of a line. */
interface Part {
  readonly list: Stretch;
  readonly role: Role;
}

/** A line of units with their label behind them: 县司法局、县财政局／牵头单位. A role in a bracket, 县司法局（牵头）, is its own unit's. */
export const labelBehind: Form = {
  name: 'label behind',
  read: ({ strand, paragraph, from, grammar }, taken) => {
    if (from || paragraph.marker || strand.length > longest || taken.length) return none;
    const parts = partsOf({ strand, start: 0, end: strand.length }, grammar);
    if (!parts) return none;
    const builder = new PieceBuilder('line', grammar);
    for (const { list, role } of parts) builder.addList(list, { role, certainty: sure.label });
    if (!builder.drafts.length || builder.unread.length || !builder.drafts.every((d) => isOrganName(d.name)))
      return none;
    return [{ counts: 'always', piece: builder.finish({ start: 0, end: strand.length }), line: true }];
  },
  examples: [
    ['县司法局、县财政局／牵头单位', 'l:县司法局 l:县财政局'],
    ['县司法局（牵头单位）；县财政局、县审计局（配合单位）', 'l:县司法局 p:县财政局 p:县审计局'],
    ['县司法局——责任科室', 'r:县司法局'],
  ],
  counterExamples: ['修建渠道／责任单位', '县司法局／联系单位', '县司法局会同各责任单位'],
};

/** The parts of a line, set apart by ；; null where one of them has no label behind it. */
function partsOf({ strand, start, end }: Stretch, grammar: Grammar): Part[] | null {
  const parts: Part[] = [];
  let from = start;
  for (const said of strand.text.slice(start, end).split(/(?<=[；;])/)) {
    const label = behind.exec(said);
    const meaning = label && meaningOf(label[1]!, grammar);
    if (!label?.index || !meaning || !isRole(meaning.kind)) return null;
    parts.push({ list: { strand, start: from, end: from + label.index }, role: meaning.kind });
    from += said.length;
  }
  return parts;
}
