import { isOrganName } from '../names/organ';
import { PieceBuilder, sure } from './builder';
import type { Grammar } from './grammar';
import type { Reading } from './readings';
import type { Role } from './types';

/** How sure a role is whose label stands on a line above. */
const certainty = 0.88;
/** Longest line that may be a unit under its label. */
const longest = 80;

/** Most lines that one list runs over. */
const mostLines = 16;

/**
 * Labels whose units stand on the lines below, one a line (责任单位：⏎县公安局⏎县司法局), and lists that go on there (配合单位：县自然资源局⏎
 * 县住建局⏎完成时限：…): those lines become part of the division of work. What goes on must end before a field or a number, for a
 * signature stands below a list as well. Cost: linear.
 */
export function withUnitsBelow(readings: readonly Reading[], grammar: Grammar): Reading[] {
  const out = [...readings];
  for (let i = 0; i < out.length; i++) {
    const role = out[i]!.kind === 'line' ? roleOf(out[i]!) : null;
    if (!role) continue;
    const numbered = role.waits ? numberedBelow(out, i + 1, role.role, grammar) : [];
    const below = numbered.length ? numbered : linesBelow(out, i + 1, role.role, grammar);
    const next = out[i + 1 + below.length];
    if (!role.waits && next?.kind !== 'line' && next?.kind !== 'node') continue;
    for (const [k, line] of below.entries()) out[i + 1 + k] = line;
  }
  return out;
}

/** The role that the units below a line have, and whether its label waits for them. */
function roleOf({ pieces, paragraph }: Reading): { role: Role; waits: boolean } | null {
  const last = pieces.at(-1);
  if (last?.awaits) return { role: last.awaits, waits: true };
  const unit = last?.drafts.at(-1);
  const goesOn = unit && unit.end >= paragraph.strand.length && !last!.times.some((t) => t.start > unit.start);
  return goesOn ? { role: unit.role, waits: false } : null;
}

function linesBelow(readings: readonly Reading[], from: number, role: Role, grammar: Grammar): Reading[] {
  const out: Reading[] = [];
  while (out.length < mostLines && from + out.length < readings.length) {
    // 增设站点⏎责任单位：…: where the same label follows it is the next task's title.
    const after = readings[from + out.length + 1];
    if (out.length && after?.kind === 'line' && after.pieces[0]?.drafts[0]?.role === role) break;
    const below = readings[from + out.length]!.kind === 'text' && unitsOf(readings[from + out.length]!, role, grammar);
    if (!below) break;
    out.push(below);
  }
  return out;
}

/** 责任单位：⏎1.县公安局⏎2.县司法局: a list that is numbered from one; a single one with words below it is the heading of a unit's duties. */
function numberedBelow(readings: readonly Reading[], from: number, role: Role, grammar: Grammar): Reading[] {
  const out: Reading[] = [];
  for (let at = from; out.length < mostLines && at < readings.length; at++) {
    const { marker } = readings[at]!.paragraph;
    const below =
      readings[at]!.kind === 'node' && marker?.value === out.length + 1 && unitsOf(readings[at]!, role, grammar);
    if (!below) break;
    out.push(below);
  }
  return out.length === 1 && readings[from + 1]?.kind === 'text' ? [] : out;
}

function unitsOf(reading: Reading, role: Role, grammar: Grammar): Reading | null {
  const { kind, paragraph } = reading;
  const { strand, furniture, marker } = paragraph;
  if (kind === 'cell' || kind === 'line' || strand.length > longest || furniture || /[：:]|[。！？]$/.test(strand.text))
    return null;
  const builder = new PieceBuilder('line', grammar);
  builder.addValue({ strand, start: kind === 'node' ? marker!.length : 0, end: strand.length }, { role, certainty });
  if (
    !builder.drafts.length ||
    builder.unread.length ||
    !builder.drafts.every(
      (d) => (kind === 'node' ? isOrganName(d.name) && !d.name.includes('负责') : d.organ) && d.certainty > sure.odd,
    )
  )
    return null;
  builder.awaits = role;
  return {
    ...reading,
    kind: 'line',
    pieces: [builder.finish({ start: 0, end: strand.length })],
    bare: null,
    head: null,
  };
}
