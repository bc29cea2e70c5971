import type { Piece } from './drafts';
import { isMembers, labelByForm } from './labels';
import { isRole } from './lexicon';
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
  if (kind !== 'text' || pieces.length || unclear.length !== 1) return null;
  const [piece] = unclear as [Piece];
  const whole = piece.start === 0 && piece.end >= paragraph.strand.length - 1;
  const beside = (before.kind === 'line' || endsInDivision(before)) && before.pieces.some((p) => p.drafts.length);
  if (!whole || !piece.drafts.length || !(beside || isOfGroup(before))) return null;
  const role = roleOf(paragraph.strand.text.slice(0, piece.drafts[0]!.start).replace(/[：:\s]+$/, ''));
  if (!role) return null;
  const drafts = piece.drafts.map((d) => ({ ...d, role }));
  return { ...reading, kind: 'line', pieces: [{ ...piece, drafts }], unclear: [], head: null, bare: null };
}

/** 一、交通保障专班（牵头单位：县交通局）, with its members on the line below. */
const endsInDivision = ({ kind, pieces, paragraph: { strand } }: Reading): boolean =>
  kind === 'node' && pieces.length > 0 && pieces.at(-1)!.end >= strand.length - 1;

/** （一）综合协调组, 组长：秦川: its members stand below. */
const isOfGroup = ({ kind, paragraph: { strand, marker } }: Reading): boolean =>
  (kind === 'node' && /组[。：:]?$/.test(strand.text.slice(marker?.length ?? 0))) ||
  /^(?:常务)?副?(?:组长|指挥长)[：:]/.test(strand.text);

/** Members take part beside who leads; any other label says by its form what it asks for. */
function roleOf(label: string): Role | null {
  const kind = isMembers(label) ? 'participant' : labelByForm(label)?.kind;
  return kind && isRole(kind) ? kind : null;
}
