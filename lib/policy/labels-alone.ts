import type { Piece } from './drafts';
import { labelMeaning } from './labels';
import type { Reading } from './readings';
import { isUnits } from './text-tables';
import { saysWhen } from './time/deadlines';

/** Longest line that says when. */
const longestTime = 24;

/**
 * Labels that stand on a line of their own without a colon, their value below (整改时限⏎2031年6月30日, 督导单位⏎县水利局): a time becomes that of
 * the item; who supervises or checks is told as unread. Those of roles are `withUnitsBelow`'s. Cost: linear.
 */
export function withLabelsAlone(readings: readonly Reading[]): Reading[] {
  const out = [...readings];
  for (let i = 0; i + 1 < out.length; i++) {
    const kind = labelAlone(out[i]!);
    const piece = kind && pieceOf(kind, out[i + 1]!);
    if (!piece) continue;
    out[i] = { ...out[i]!, kind: 'line' };
    out[i + 1] = { ...out[i + 1]!, kind: 'line', pieces: [piece], bare: null, head: null, unclear: [] };
  }
  return out;
}

/** What a line asks for that is a label and nothing else: when, or who stands beside the work. */
function labelAlone({ kind, pieces, paragraph: { strand, cell } }: Reading): 'deadline' | 'beside' | null {
  if (kind !== 'text' || cell || pieces.length || strand.length > 12) return null;
  const meaning = labelMeaning(strand.text);
  if (meaning?.kind === 'deadline') return 'deadline';
  return meaning?.kind === 'none' && /(?:单位|部门|机关)$/.test(strand.text) ? 'beside' : null;
}

function pieceOf(kind: 'deadline' | 'beside', { kind: own, paragraph: { strand } }: Reading): Piece | null {
  if (own !== 'text') return null;
  const whole = { start: 0, end: strand.length };
  const empty = { ...whole, form: 'line', drafts: [], times: [], rules: [], added: [], unread: [] } as const;
  if (kind === 'deadline')
    return strand.length <= longestTime && saysWhen(strand.text) ? { ...empty, times: [whole] } : null;
  return isUnits({ strand }) ? { ...empty, unread: [{ ...whole, reason: 'unclear-role' }] } : null;
}
