import { isRole } from './clause-forms';
import type { Piece } from './drafts';
import { labelByForm } from './labels';
import type { Reading } from './readings';
import type { Role } from './types';

/**
 * Labels that nobody knows on lines of their own (成员单位：县财政局、县民政局) beside a line whose label is known: as inside one paragraph
 * they divide the same item's work, by the role that their form suggests. Cost: linear.
 */
export function withLinesBeside(readings: readonly Reading[]): readonly Reading[] {
  let out: Reading[] | null = null;
  for (let i = 1; i < readings.length; i++) {
    const line = asLine(readings[i]!, (out ?? readings)[i - 1]!);
    if (!line) continue;
    out ??= [...readings];
    out[i] = line;
  }
  return out ?? readings;
}

function asLine(reading: Reading, before: Reading): Reading | null {
  const { kind, unclear, paragraph, pieces } = reading;
  if (kind !== 'text' || pieces.length || unclear.length !== 1 || before.kind !== 'line') return null;
  const [piece] = unclear as [Piece];
  const whole = piece.start === 0 && piece.end >= paragraph.strand.length - 1;
  if (!whole || !piece.drafts.length || !before.pieces.some((p) => p.drafts.length)) return null;
  const role = roleOf(paragraph.strand.text.slice(0, piece.drafts[0]!.start).replace(/[：:\s]+$/, ''));
  if (!role) return null;
  const drafts = piece.drafts.map((d) => ({ ...d, role }));
  return { ...reading, kind: 'line', pieces: [{ ...piece, drafts }], unclear: [], head: null, bare: null };
}

/** Members take part beside who leads; any other label says by its form what it asks for. */
function roleOf(label: string): Role | null {
  const kind = label === '成员单位' ? 'participant' : labelByForm(label)?.kind;
  return kind && isRole(kind) ? kind : null;
}
