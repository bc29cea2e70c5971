import { beginsLikeOrgan, isOrganName } from '../names/organ';
import { numeral } from '../text/chars';
import { listKey, type Marker } from '../text/numbering';
import { PieceBuilder } from './builder';
import type { Draft, Piece } from './drafts';
import type { Grammar } from './grammar';
import { rank } from './outline';
import { readProse } from './prose';
import type { Reading } from './readings';

/** 以上第1、2项, 第三项任务, 上述各项工作, 以上任务, 以上均: of which items of the list above a clause speaks. */
const reaching = (() => {
  const numbers = '([\\d一二三四五六七八九十、，,和及至到—–~～-]+)[项条]';
  const several =
    '[\\d一二三四五六七八九十]*项?(?:重点)?(?:任务|工作|措施|事项|内容)|[\\d一二两三四五六七八九十]+[项条]|(?=[均皆都])|(?=由|为.+责任)';
  const all = `(?:以上|上述|前述)(?:各|所有|全部)?(?:第${numbers}|${several})`;
  return new RegExp(
    `^(?:${all}|第${numbers}(?=(?:任务|工作|措施|事项)?[由为]))(?:任务|工作|措施|事项|内容)?(?:均|皆|都|统一)?为?(?![均都]?[需须要应])`,
  );
})();
/** A sentence in brackets speaks of the items since the last heading or the last such bracket. */
const bracketed = /^[（(〔【［[]((?:以上|上述|前述|第).+)[）)〕】］\]]。?$/;
/** Longest sentence that is read so, and how far back its list may begin. */
const longest = 300;
const reach = 60;

/**
 * What a sentence below a list says of its items (以上第1、2项由县文旅局牵头，各乡镇配合；第3项由县教育局负责): each item gets the division of work
 * that names it. An item with a division of its own keeps that one; what reaches no item is told as unread. Cost: linear.
 */
export function withRanges(readings: readonly Reading[], grammar: Grammar): readonly Reading[] {
  let out: Reading[] | null = null;
  for (let i = 1; i < readings.length; i++) {
    const { kind, paragraph } = readings[i]!;
    const { text } = paragraph.strand;
    const inner = bracketed.exec(text)?.[1];
    if (kind === 'cell' || kind === 'node' || text.length > longest || !reaching.test(inner ?? text)) continue;
    const within = { start: inner ? 1 : 0, end: inner ? inner.length + 1 : text.length };
    const { said, unclear } = clausesOf(readings[i]!, within, grammar);
    const items = itemsAbove(out ?? readings, i, Boolean(inner));
    if (!said.length || items.length < (inner ? 1 : 2)) continue;
    out ??= [...readings];
    out[i] = asNote(readings[i]!, [...give(out, i, items, said), ...unclear]);
  }
  return out ?? readings;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A clause: the numbers it speaks of, null for all, and who does them. */
export interface Said {
  readonly numbers: ReadonlySet<number> | null;
  readonly piece: Piece;
}

/** The clauses that say who does which items, and those that name somebody or an item and could not be read. */
function clausesOf(
  { paragraph: { strand } }: Reading,
  within: Range,
  grammar: Grammar,
): { said: Said[]; unclear: Range[] } {
  const said: Said[] = [];
  const unclear: Range[] = [];
  const doers = readProse(strand, 0, [], { onlyBy: false, weak: true, any: true });
  let { start } = within;
  for (const clause of strand.text
    .slice(start, within.end)
    .split(/[；;。]|[，,](?=第[\d一二三四五六七八九十]+[项条][由为])/)) {
    const m = reaching.exec(clause);
    const from = start + (m?.[0].length ?? 0);
    const end = start + clause.length;
    start = end + 1;
    const builder = new PieceBuilder('line', grammar);
    const { found } = builder.addClauses({ strand, start: from, end });
    if (m && found && !builder.unread.length && saysWho(builder.drafts, from, strand.text))
      said.push({ numbers: numbersIn(m[1] ?? m[2] ?? ''), piece: builder.finish({ start: from, end }) });
    else if (
      m ||
      clause.startsWith('第') ||
      builder.unread.length ||
      [...builder.drafts, ...doers].some((d) => d.organ && d.start >= from && d.end <= end)
    )
      unclear.push({ start: end - clause.length, end });
  }
  return { said, unclear };
}

/** Units and nothing else, from where the items were named on: 上述任务完成情况纳入考核，各单位要配合 says nobody. */
const saysWho = (drafts: readonly Draft[], from: number, text: string): boolean =>
  drafts.length > 0 &&
  drafts[0]!.start === from + (text[from] === '由' ? 1 : 0) &&
  drafts.every(({ name }) => isOrganName(name) && beginsLikeOrgan(name));

/** 1、2 · 一至三 · 4-6: the numbers that are meant; null where none is printed. */
export function numbersIn(words: string): ReadonlySet<number> | null {
  const numbers = new Set<number>();
  for (const part of words.split(/[、，,和及]/)) {
    const [first, last] = part.split(/[至到—–~～-]/).map(numeral);
    if (first == null) continue;
    for (let n = first; n <= Math.min(last ?? first, first + reach); n++) numbers.add(n);
  }
  return numbers.size ? numbers : null;
}

/** 三、责任分工: a heading of the sentence and none of its items. */
const heading = /^.{1,6}(?:分工|责任|要求|落实|职责|保障).{0,4}$/;

/** Where the items of the nearest list above stand, back to its first; `near`: back to the heading or to what was given before. */
export function itemsAbove(readings: readonly Reading[], at: number, near: boolean): number[] {
  const items: number[] = [];
  let lowest: Marker | null = null;
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    const { kind, paragraph, given } = readings[i]!;
    if (kind !== 'node' || (!lowest && heading.test(paragraph.strand.text))) continue;
    const marker = paragraph.marker!;
    lowest ??= marker;
    if (near && (given || rank[marker.scheme] < rank[lowest.scheme])) break;
    if (listKey(marker) !== listKey(lowest)) continue;
    items.unshift(i);
    if (marker.value === 1) break;
  }
  return items;
}

/** Work is divided in the item at `from`, or below it. */
export const isDivided = (readings: readonly Reading[], from: number, to: number): boolean =>
  readings.slice(from, to).some(({ pieces }) => pieces.some((p) => p.drafts.length > 0));

/** Gives each item what is said of it; the clauses that reached none come back. */
export function give(
  readings: Reading[],
  at: number,
  items: readonly number[],
  said: readonly Said[],
): readonly Range[] {
  const free = items.filter((i, k) => !isDivided(readings, i, items[k + 1] ?? at));
  return said.flatMap(({ numbers, piece }) => {
    const open = free.filter((i) => !numbers || numbers.has(readings[i]!.paragraph.marker!.value));
    for (const i of open) {
      const given = [...(readings[i]!.given ?? []), { at, piece }];
      readings[i] = { ...readings[i]!, given };
    }
    return open.length ? [] : [piece];
  });
}

/** The sentence itself is no item's body; its clauses that reached no item are told. */
export function asNote(reading: Reading, lost: readonly Range[]): Reading {
  const { strand } = reading.paragraph;
  const unread = lost.map(({ start, end }) => ({ start, end, reason: 'no-measure' as const }));
  const piece: Piece = {
    start: 0,
    end: strand.length,
    form: 'line',
    drafts: [],
    times: [],
    rules: [],
    added: [],
    unread,
    awaits: null,
  };
  return { ...reading, kind: 'line', pieces: [piece], bare: null, inner: [], unclear: [], head: null };
}
