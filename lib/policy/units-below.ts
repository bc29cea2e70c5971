import { PieceBuilder } from './builder';
import type { Grammar } from './grammar';
import type { Reading } from './readings';
import type { Role } from './types';

/** How sure a role is whose label stands on a line above. */
const certainty = 0.88;
/** Longest line that may be a unit under its label. */
const longest = 80;

/**
 * Labels whose units stand on the lines below, one a line (责任单位：⏎县公安局⏎县司法局): those lines become part of the
 * division of work. Cost: linear.
 */
export function withUnitsBelow(readings: readonly Reading[], grammar: Grammar): Reading[] {
  let role: Role | null = null;
  return readings.map((reading) => {
    if (reading.kind === 'line') role = reading.pieces[0]?.awaits ?? null;
    else {
      const below = role && unitsOf(reading, role, grammar);
      if (below) return below;
      role = null;
    }
    return reading;
  });
}

function unitsOf(reading: Reading, role: Role, grammar: Grammar): Reading | null {
  const { kind, paragraph } = reading;
  const { strand, furniture } = paragraph;
  if (kind !== 'text' || strand.length > longest || furniture || /[。！？]$/.test(strand.text)) return null;
  const builder = new PieceBuilder('line', grammar);
  builder.addValue({ strand, start: 0, end: strand.length }, { role, certainty });
  if (!builder.drafts.length || builder.unread.length || !builder.drafts.every((d) => d.organ)) return null;
  builder.awaits = role;
  return {
    ...reading,
    kind: 'line',
    pieces: [builder.finish({ start: 0, end: strand.length })],
    bare: null,
    head: null,
  };
}
