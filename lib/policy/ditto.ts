import { listKey } from '../text/numbering';
import type { Doubt, Piece } from './drafts';
import type { Reading } from './readings';
import type { Role } from './types';

/** （同上）, 责任单位：同上, （责任单位同第4项）, （同上，各乡镇配合） at the end of a paragraph. */
const same =
  /[（(〔［【]?(?:(牵头|责任|配合|承办)?(?:单位|部门|分工)?[：:]?)同(?:上|前|第([\d一二三四五六七八九十]{1,3})[项条款]?)(?:单位)?(?=[，）)〕］】。；]|$)/;
const behind = /^[）)〕］】。；\s]*$/;

/**
 * 同上 and 同第4项: who is named there has the same role here (`ditto`); the words themselves are no part of the body. What leads nowhere
 * is told as unread. Cost: linear.
 */
export function withDitto(readings: readonly Reading[]): readonly Reading[] {
  let out: Reading[] | null = null;
  const items = new Numbered();
  for (let i = 0; i < readings.length; i++) {
    items.see(readings[i]!, i);
    const m = refers(readings[i]!);
    if (!m) continue;
    const now = out ?? readings;
    const named = m[2] ? firstDivided(now, items.at(readings[i]!, m[2]), i) : before(now, i);
    const next = referring(readings[i]!, m, named);
    if (!next) continue;
    out ??= [...readings];
    out[i] = next;
  }
  return out ?? readings;
}

/** Where the items of each list stand, by their numbers; a list that begins anew at one is another. */
class Numbered {
  private readonly places = new Map<string, number>();
  private readonly runs = new Map<string, number>();

  see({ kind, paragraph: { marker } }: Reading, at: number): void {
    if (kind !== 'node' || !marker) return;
    const list = listKey(marker);
    if (marker.value === 1) this.runs.set(list, (this.runs.get(list) ?? 0) + 1);
    this.places.set(this.key(list, marker.number), at);
  }

  /** The place of an item in the list of another; -1 where there is none. */
  at({ paragraph: { marker } }: Reading, number: string): number {
    return marker ? (this.places.get(this.key(listKey(marker), number)) ?? -1) : -1;
  }

  private key(list: string, number: string): string {
    return `${list}|${this.runs.get(list) ?? 0}|${number}`;
  }
}

function refers({ kind, paragraph }: Reading): RegExpExecArray | null {
  const { text } = paragraph.strand;
  if (kind === 'cell' || paragraph.furniture || !text.includes('同')) return null;
  return same.exec(text);
}

const divided = ({ pieces, bare }: Reading): boolean =>
  pieces.some((p) => p.drafts.length > 0) || (bare?.drafts.length ?? 0) > 0;

type Ditto = NonNullable<Reading['ditto']>;

/** What a paragraph names, itself or by reference; null where it divides nothing. */
const namedAt = (readings: readonly Reading[], at: number): Ditto | null =>
  readings[at]!.ditto ?? (divided(readings[at]!) ? { at, roles: null } : null);

/** What the nearest paragraph above that divides work names, not beyond the item above: what that one names may not have been understood. Null where there is none. */
function before(readings: readonly Reading[], at: number): Ditto | null {
  let list = listOf(readings[at]!);
  let named: Ditto | null = null;
  for (let i = at - 1; !named && i >= 0 && i > at - reach; i--) {
    named = namedAt(readings, i);
    const other = listOf(readings[i]!);
    if (list !== null && list === other) break;
    list ??= other;
  }
  return named;
}

/** The list that an item belongs to; null for what is none. */
const listOf = ({ kind, paragraph: { marker } }: Reading): string | null =>
  kind === 'node' && marker ? listKey(marker) : null;

/** So many paragraphs are looked back at. */
const reach = 12;

/** What the first paragraph of an item that divides its work names, before the next number; null where there is none. */
function firstDivided(readings: readonly Reading[], from: number, to: number): Ditto | null {
  let named: Ditto | null = null;
  for (let i = from; !named && i >= 0 && i < to && (i === from || readings[i]!.kind !== 'node'); i++)
    named = namedAt(readings, i);
  return named;
}

/** Which roles a label asks for. */
const rolesOf: Readonly<Record<string, readonly Role[]>> = {
  牵头: ['lead'],
  配合: ['participant'],
  责任: ['lead', 'responsible'],
  承办: ['lead', 'responsible'],
};

/** The paragraph with what it refers to; null where the words are no such reference. */
function referring(reading: Reading, m: RegExpExecArray, named: Ditto | null): Reading | null {
  const { text } = reading.paragraph.strand;
  const words = { start: m.index + m[0].indexOf('同'), end: m.index + m[0].length };
  const own = reading.pieces.find((p) => p.start <= m.index && m.index < p.end);
  if (!own && !behind.test(text.slice(words.end))) return null;
  const doubt = { ...words, reason: 'no-unit' as const };
  const pieces = own
    ? reading.pieces.map((p) => (p === own ? (named ? withoutDoubt(own, words) : p) : p))
    : [...reading.pieces, empty(m.index, text.length, named ? null : doubt)];
  return {
    ...reading,
    pieces,
    ...(named && { ditto: { at: named.at, roles: both(rolesOf[m[1] ?? ''] ?? null, named.roles) } }),
  };
}

/** A stretch that divides work and names nobody itself. */
const empty = (start: number, end: number, doubt: Doubt | null): Piece => ({
  start,
  end,
  form: 'bracket',
  drafts: [],
  times: [],
  rules: [],
  added: [],
  unread: doubt ? [doubt] : [],
});

/** A piece without the doubt about words whose meaning is known by now. */
const withoutDoubt = (piece: Piece, words: { start: number; end: number }): Piece => ({
  ...piece,
  unread: piece.unread.filter((u) => !(u.start < words.end && words.start < u.end)),
});

/** Roles that both allow; null: all. */
const both = (one: Ditto['roles'], other: Ditto['roles']): Ditto['roles'] =>
  one && other ? one.filter((role) => other.includes(role)) : (one ?? other);
