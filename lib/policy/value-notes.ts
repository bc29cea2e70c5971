import { readUnits } from '../names/coordination';
import { opensAt, Sign } from '../text/chars';
import type { Strand } from '../text/strand';
import { closing } from './brackets';
import type { PieceBuilder } from './builder';
import { addedUnits, ruleOf } from './rule-notes';

/** Units said once for all that follows, behind the list: …商务厅。均涉及各市人民政府，不再做分工. Where the list ends. */
export function addedAt(strand: Strand, start: number, end: number, b: PieceBuilder): number | null {
  if ((strand.signs & Sign.not) === 0) return null;
  const text = strand.text.slice(start, end);
  if (!/不再|不另|不一一/.test(text)) return null;
  const added = addedUnits(text);
  if (!added) return null;
  b.added.push(...readUnits(strand, start + added.start, start + added.end).units);
  return start + text.slice(0, added.start).replace(/[^，。；]*$/, '').length;
}

/** A bracketed rule at the end of a value: 国网公司（排在第一的为牵头单位，下同). Returns where it stands: the list goes on behind it. */
export function noteAt(
  strand: Strand,
  start: number,
  end: number,
  b: PieceBuilder,
): { start: number; end: number } | null {
  const { text } = strand;
  if ((strand.signs & Sign.bracket) === 0) return null;
  for (let i = start; i < end; i++) {
    if (!opensAt(text, i)) continue;
    const to = closing(text, i, end);
    if (to < 0) return null;
    const inside = text.slice(i + 1, to);
    const words = inside
      .split(/[，,；;。]/)
      .map(ruleOf)
      .find(Boolean);
    if (words) {
      b.rules.push({ words, start: i, end: to + 1 });
      return { start: i, end: to + 1 };
    }
    i = to;
  }
  return null;
}
