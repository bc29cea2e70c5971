import { isHandedOver } from './directives';
import { readProse } from './prose';
import type { Reading } from './readings';
import { asNode } from './unit-nodes';

/** 领导批示, 拟办意见: whose words stand behind it, on a slip that goes round. */
const instruction =
  /^(?:[\u4e00-\u9fff]{0,4}(?:批示|指示|批办|拟办|办理|处理|签批|批转|领导)(?:意见|内容|要求)?|[\u4e00-\u9fff]{1,4}(?:同志)?批示)(?=[：:]|$)/;

/** Does a cell say that words of such a kind stand beside it? */
export const isInstruction = (label: string): boolean => instruction.exec(label)?.[0].length === label.length;

/**
 * What a slip that goes round (批示办理单) hands on: each line of what somebody on it asks for (拟办意见：请县发改局牵头研究…) that names who does it is a
 * point of its own. Only on such slips, and only where nothing is numbered. Cost: linear.
 */
export function withInstructions(readings: readonly Reading[]): readonly Reading[] {
  if (!isHandedOver(readings) || readings.some(({ kind }) => kind === 'node')) return readings;
  return readings.map((reading, i) => {
    const { kind, paragraph, pieces } = reading;
    const label = kind === 'text' ? labelLength(paragraph.strand.text) : 0;
    const divided = pieces.some((p) => p.drafts.length > 0);
    if (
      !label ||
      (!divided && !readProse(paragraph.strand, label, [], { onlyBy: false, weak: true, any: true }).length)
    )
      return reading;
    const node = asNode(reading, i, pieces);
    return { ...node, paragraph: { ...node.paragraph, marker: { ...node.paragraph.marker!, length: label } } };
  });
}

/** Length of the label with its colon, and 0 where nothing stands behind it. */
function labelLength(text: string): number {
  const label = instruction.exec(text)?.[0].length ?? 0;
  return label && label + 1 < text.length ? label + 1 : 0;
}
