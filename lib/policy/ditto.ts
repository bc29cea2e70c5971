import { listKey } from '../text/numbering';
import type { Draft, Piece } from './drafts';
import type { Reading } from './readings';
import type { Role } from './types';

/** （同上）, 责任单位：同上, （责任单位同第4项）, （同上，各乡镇配合） at the end of a paragraph. */
const same =
  /[（(〔［【]?(?:(牵头|责任|配合|承办)?(?:单位|部门|分工)?[：:]?)同(?:上|前|第([\d一二三四五六七八九十]{1,3})[项条款]?)(?:单位)?(?=[，）)〕］】。；]|$)/;
const behind = /^[）)〕］】。；\s]*$/;

/**
 * 同上 and 同第4项: who is named there has the same role here. Each is told at the place of the words themselves. An item that only refers
 * counts as its like do: as a list without a role word where the one before is such. Cost: linear.
 */
export function withDitto(readings: readonly Reading[]): readonly Reading[] {
  let out: Reading[] | null = null;
  for (let i = 0; i < readings.length; i++) {
    const m = refers(readings[i]!);
    if (!m) continue;
    const named = m[2] ? numbered(out ?? readings, i, m[2]) : before(out ?? readings, i);
    const drafts = named ? drafted(named, m[1]) : [];
    if (!named || !drafts.length) continue;
    out ??= [...readings];
    out[i] = copied(readings[i]!, m, drafts, named);
  }
  return out ?? readings;
}

function refers({ kind, paragraph }: Reading): RegExpExecArray | null {
  const { text } = paragraph.strand;
  if (kind === 'cell' || paragraph.furniture || !text.includes('同')) return null;
  return same.exec(text);
}

const divided = ({ pieces, bare }: Reading): boolean =>
  pieces.some((p) => p.drafts.length > 0) || (bare?.drafts.length ?? 0) > 0;

/** The nearest paragraph above that divides work. */
function before(readings: readonly Reading[], at: number): Reading | null {
  for (let i = at - 1; i >= 0 && i > at - reach; i--) if (divided(readings[i]!)) return readings[i]!;
  return null;
}
/** So many paragraphs are looked back at. */
const reach = 12;

/** The item of that number in the same list. */
function numbered(readings: readonly Reading[], at: number, number: string): Reading | null {
  const { marker } = readings[at]!.paragraph;
  for (let i = at - 1; marker && i >= 0; i--) {
    const other = readings[i]!.paragraph.marker;
    if (readings[i]!.kind !== 'node' || !other || listKey(other) !== listKey(marker)) continue;
    if (other.number === number) return firstDivided(readings, i, at);
    if (other.value === 1) return null;
  }
  return null;
}

/** The first paragraph of an item that divides its work, before the next number. */
function firstDivided(readings: readonly Reading[], from: number, to: number): Reading | null {
  for (let i = from; i < to && (i === from || readings[i]!.kind !== 'node'); i++)
    if (divided(readings[i]!)) return readings[i]!;
  return null;
}

/** Which roles a label asks for. */
const rolesOf: Readonly<Record<string, readonly Role[]>> = {
  牵头: ['lead'],
  配合: ['participant'],
  责任: ['lead', 'responsible'],
  承办: ['lead', 'responsible'],
};

/** What the other names, of one role where the label asks for one. */
function drafted({ pieces, bare }: Reading, label: string | undefined): readonly Draft[] {
  const all = pieces.some((p) => p.drafts.length) ? pieces.flatMap((p) => p.drafts) : (bare?.drafts ?? []);
  const roles = rolesOf[label ?? ''];
  return roles ? all.filter((d) => roles.includes(d.role)) : all;
}

function copied(reading: Reading, m: RegExpExecArray, named: readonly Draft[], from: Reading): Reading {
  const { text } = reading.paragraph.strand;
  const start = m.index;
  const words = { start: m.index + m[0].indexOf('同'), end: m.index + m[0].length };
  const drafts = named.map((d) => ({ ...d, ...words, certainty: Math.min(d.certainty, 0.9) }));
  const own = reading.pieces.find((p) => p.start <= start && start < p.end);
  if (own) {
    const unread = own.unread.filter((u) => !(u.start < words.end && words.start < u.end));
    const whole = { ...own, drafts: [...drafts, ...own.drafts], unread };
    return { ...reading, pieces: reading.pieces.map((p) => (p === own ? whole : p)) };
  }
  if (!behind.test(text.slice(words.end))) return reading;
  const piece: Piece = {
    start,
    end: text.length,
    form: 'bracket',
    drafts,
    times: [],
    rules: [],
    added: [],
    unread: [],
  };
  return from.pieces.length ? { ...reading, pieces: [...reading.pieces, piece] } : { ...reading, bare: piece };
}
