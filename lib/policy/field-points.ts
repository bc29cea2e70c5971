import { listKey } from '../text/numbering';
import { cardLabel } from './card-labels';
import { View } from './forms/form';
import { ownLine } from './forms/own-line';
import { type Grammar, meaningOf } from './grammar';
import type { Reading } from './readings';

/**
 * Points that are fields of the item above them, numbered (（三）水电联办⏎1.任务内容：…⏎2.牵头单位：…⏎4.完成时限：…): they are no
 * items of their own but the item's body and its division of work. A run of points of one numbering counts when all begin
 * with a label and one of them names units. Cost: linear.
 */
export function withNumberedFields(readings: readonly Reading[], grammar: Grammar): Reading[] {
  const out = [...readings];
  for (let i = 0; i < out.length; ) {
    const key = fieldPoint(out[i]!, grammar);
    let to = i + 1;
    while (key && to < out.length && fieldPoint(out[to]!, grammar) === key) to++;
    const run = out.slice(i, to);
    const divides = run.some((r) => r.kind === 'line' && r.pieces.some((p) => p.drafts.length));
    if (to - i >= 2 && divides)
      for (let k = i; k < to; k++) if (out[k]!.kind === 'node') out[k] = asField(out[k]!, grammar);
    i = to;
  }
  for (let i = 1; i + 1 < out.length; i++) if (isBetweenFields(out, i)) out[i] = { ...out[i]!, field: true };
  for (let i = 0; i + 2 < out.length; i++) if (out[i]!.kind === 'node') setFieldsBelow(out, i);
  return out;
}

/**
 * 一、工地扬尘⏎整改时限：…⏎整改目标：…⏎整改措施：…⏎责任单位：…: where a line of fields stands right below a numbered heading, the labelled lines
 * behind it are fields of the same item, as long as none of their labels comes twice. Cost: linear.
 */
function setFieldsBelow(readings: Reading[], heading: number): void {
  if (readings[heading + 1]!.kind !== 'line' || readings[heading]!.pieces.length) return;
  const seen = new Set<string>();
  let to = heading + 1;
  for (let label = lineLabel(readings[to]); label; label = lineLabel(readings[++to])) {
    if (dividesItself(readings[to]!)) break;
    if (seen.has(label)) return;
    seen.add(label);
  }
  for (let at = heading + 1; at < to; at++)
    if (readings[at]!.kind === 'text') readings[at] = { ...readings[at]!, field: true };
}

/** 隐患排查：由县工信局牵头…: a task of its own; 整改措施：1.…（县住建局牵头） says what is done. */
const dividesItself = (reading: Reading): boolean =>
  reading.kind === 'text' && reading.pieces.some((p) => p.drafts.length) && cardLabel(reading)?.kind !== 'text';

/** The label with which a line below a heading begins; null for any other paragraph. */
function lineLabel(reading: Reading | undefined): string | null {
  if (!reading || reading.kind === 'node' || reading.paragraph.marker || reading.paragraph.cell) return null;
  return /^([\u4e00-\u9fff]{2,8})[：:]/.exec(reading.paragraph.strand.text.slice(0, 10))?.[1] ?? null;
}

/** A word and its sign between two lines of fields: 责任单位→甲局⏎落实要求→全覆盖⏎时限→5月底 is one item's. */
function isBetweenFields(readings: readonly Reading[], at: number): boolean {
  const { kind, pieces, paragraph } = readings[at]!;
  // 任务名称：… begins the next item.
  if (cardLabel(readings[at]!)?.kind === 'title') return false;
  if (kind !== 'text' || pieces.length || !/^[\u4e00-\u9fff]{2,6}[：:→➔＝=]/.test(paragraph.strand.text)) return false;
  return readings[at - 1]!.kind === 'line' && readings[at + 1]!.kind === 'line';
}

/** The numbering of a point that begins with a label and a colon; null for any other paragraph. */
function fieldPoint({ kind, paragraph }: Reading, grammar: Grammar): string | null {
  const { marker, strand } = paragraph;
  if (!marker?.length || (kind !== 'node' && kind !== 'line')) return null;
  const colon = strand.text.slice(0, marker.length + 18).search(/[：:]/);
  if (colon < marker.length + 2) return null;
  return meaningOf(strand.text.slice(marker.length, colon), grammar) ? listKey(marker) : null;
}

function asField(reading: Reading, grammar: Grammar): Reading {
  const found = ownLine.read(new View(reading.paragraph, grammar), [])[0]?.piece;
  if (found && found.drafts.length + found.times.length) return { ...reading, kind: 'line', pieces: [found] };
  return { ...reading, kind: 'text', field: true };
}
