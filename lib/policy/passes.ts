import { withBullets } from './bullets';
import { withCards } from './cards';
import { withContents } from './contents';
import { withDitto } from './ditto';
import { withNumberedFields } from './field-points';
import { withFurniture } from './furniture';
import { withGluedLabels } from './glued-labels';
import type { Grammar } from './grammar';
import { withGroupMembers } from './group-members';
import { withInstructions } from './instructions';
import { withIsPoints } from './is-points';
import { withLabelsAlone } from './labels-alone';
import { withLinesBeside } from './lines-beside';
import { withMatterLines } from './matter-lines';
import { withMeetingPoints } from './meeting-points';
import { withNumberedDuties } from './numbered-duties';
import type { Paragraph } from './paragraphs';
import { withPlainNumbers } from './plain-numbers';
import { withRanges } from './ranged';
import type { Reading } from './readings';
import { withoutRuleLines } from './rule-lines';
import { withSaidLines } from './said-lines';
import { withShiftedRows } from './shifted-rows';
import { withoutSignatures } from './signatures';
import { withSpacedTables } from './spaced-tables';
import { withTextTables } from './text-tables';
import { withUnitsAbove } from './units-above';
import { withUnitsBelow } from './units-below';

/** Labels and lists that reach over paragraphs, in the order in which they are joined. */
export const overParagraphs: readonly ((readings: readonly Reading[], grammar: Grammar) => readonly Reading[])[] = [
  withIsPoints,
  withoutRuleLines,
  withSaidLines,
  withoutSignatures,
  withGroupMembers,
  withLabelsAlone,
  withLinesBeside,
  withDitto,
  withRanges,
  withNumberedDuties,
  withUnitsBelow,
  withUnitsAbove,
  withNumberedFields,
  withCards,
  withMeetingPoints,
  withInstructions,
];

/** What paragraphs are to each other, in the order in which it is seen. */
export const overAll: readonly ((paragraphs: readonly Paragraph[]) => readonly Paragraph[])[] = [
  withPlainNumbers,
  withFurniture,
  withContents,
  withBullets,
  withMatterLines,
  withSpacedTables,
  withTextTables,
  withShiftedRows,
  withGluedLabels,
];
