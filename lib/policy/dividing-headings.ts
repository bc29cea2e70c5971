import { listKey } from '../text/numbering';
import type { Reading } from './readings';
import { asNode } from './unit-nodes';

const longestHeading = 40;

/**
 * Headings without a number that say who does what is numbered below them (一批开工项目（责任单位：县发改局）⏎1.…⏎2.…⏎一批投产项目（责任单位：
 * 县工信局）⏎1.…): where a list begins anew behind each of two or more, they are headings and no end of the item before. Cost: linear.
 */
export function withDividingHeadings(readings: readonly Reading[]): readonly Reading[] {
  const lines = headedByLines(readings) ?? headedByNumbers(readings);
  if (lines) return lines;
  const closing = readings.flatMap((r, i) => (isTitled(r) ? [i] : []));
  const begins = closing.filter(
    (i) => readings[i + 1]?.kind === 'node' && readings[i + 1]!.paragraph.marker!.value === 1,
  );
  if (begins.length < 2 || begins.length < closing.length) return readings;
  const out = [...readings];
  for (const i of begins) out[i] = asNode(out[i]!, i, out[i]!.pieces);
  return out;
}

/** A line of nothing but units with their role, above a list that begins anew: 责任单位：县发改局⏎1.…⏎2.…⏎责任单位：县住建局⏎1.…. */
const isLabelLine = ({ kind, paragraph, pieces }: Reading): boolean =>
  kind === 'line' &&
  !paragraph.marker &&
  !paragraph.cell &&
  pieces.length > 0 &&
  pieces.every((p) => p.drafts.length > 0);

/** Lines of labels that stand above their lists, the first before any number; null where they do not. */
function headedByLines(readings: readonly Reading[]): readonly Reading[] | null {
  const lines = readings.flatMap((r, i) => (isLabelLine(r) ? [i] : []));
  const first = readings.findIndex((r) => r.kind === 'node');
  if (lines.length < 2 || first < 0 || lines[0]! > first) return null;
  if (!lines.every((i) => readings[i + 1]?.kind === 'node' && readings[i + 1]!.paragraph.marker!.value === 1))
    return null;
  const out = [...readings];
  for (const i of lines) out[i] = asNode(out[i]!, i, out[i]!.pieces);
  return out;
}

/** 一、责任部门：党群工作部⏎1.…⏎2.…⏎二、责任部门：经济发展局⏎1.…: numbered ones, each above a list of another numbering that begins anew. */
function headedByNumbers(readings: readonly Reading[]): readonly Reading[] | null {
  const first = readings.findIndex((r) => r.kind === 'node' || isNumberedLabel(r));
  if (first < 0 || !isNumberedLabel(readings[first]!)) return null;
  const key = listKey(readings[first]!.paragraph.marker!);
  const own = readings.flatMap((r, i) => (r.paragraph.marker && listKey(r.paragraph.marker) === key ? [i] : []));
  const heads = own.filter((i) => isNumberedLabel(readings[i]!) && opensList(readings, i));
  if (heads.length < 2 || heads.length * 2 < own.length) return null;
  const out = [...readings];
  for (const i of heads) out[i] = { ...out[i]!, kind: 'node' };
  return out;
}

const isNumberedLabel = ({ kind, paragraph, pieces }: Reading): boolean =>
  kind === 'line' && paragraph.marker !== null && !paragraph.cell && pieces.some((p) => p.drafts.length > 0);

/** A list begins below it, or the text of what its units do. */
function opensList(readings: readonly Reading[], at: number): boolean {
  const next = readings.slice(at + 1, at + 3).find(({ paragraph }) => paragraph.strand.length > 0);
  const marker = next?.kind === 'node' ? next.paragraph.marker! : null;
  if (!marker) return next?.kind === 'text';
  return marker.value === 1 && listKey(marker) !== listKey(readings[at]!.paragraph.marker!);
}

/** Words without a stop, and a division of work that ends the paragraph. */
function isTitled({ kind, paragraph, pieces }: Reading): boolean {
  const last = pieces.at(-1);
  const { text } = paragraph.strand;
  if (kind !== 'text' || paragraph.cell || !last?.drafts.length || last.end < text.length - 1) return false;
  const words = text.slice(0, pieces[0]!.start);
  return words.length >= 2 && words.length <= longestHeading && !/[。；]/.test(words);
}
