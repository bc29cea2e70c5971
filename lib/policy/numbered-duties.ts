import { isOrganName } from '../names/organ';
import { PieceBuilder } from './builder';
import type { Grammar } from './grammar';
import { asNote, give, itemsAbove, numbersIn, type Said } from './ranged';
import type { Reading } from './readings';

const number = '[（(]?\\d{1,2}[）)]?';
/** 县卫健局负责第（1）、（4）项，县疾控中心配合: units and a role word in front of the numbers of the items. */
const duty = new RegExp(
  `^(.{2,60}?[：:]?(?:共同|联合|具体)?(?:牵头负责|牵头|负责|承担|主办|承办|配合|落实|办理))第?(${number}(?:[、，,和及至到—–~-]第?${number})*)[项条点](?:任务|工作|事项|内容)?(?:，(.+))?$`,
);
/** Clauses end at a stop, and at a comma in front of another such one. */
const between = /[；;。]|[，,](?=[^，；。\d]{2,40}(?:负责|牵头|承担|主办|承办|配合|落实|办理)第?[（(]?\d)/;
/** 分工：县文旅局负责…: a word in front that says what it is. */
const ahead = /^[\u4e00-\u9fff]{0,4}(?:分工|职责|责任)[：:]/;
/** Longest line that is looked at. */
const longest = 300;
/** Fewer items above are no list. */
const fewest = 2;

/**
 * Lines below a list that say of each unit which of its items are its own (县卫健局负责第（1）、（4）项；县医保局负责第（3）项): each item gets its
 * division of work. An item with one of its own keeps that. Cost: linear, beside a look at sixty paragraphs above each such line.
 */
export function withNumberedDuties(readings: readonly Reading[], grammar: Grammar): readonly Reading[] {
  let out: Reading[] | null = null;
  const given = new Map<number, Said[]>();
  const items = new Map<number, readonly number[]>();
  for (const [i, reading] of readings.entries()) {
    const said = dutiesOf(reading, grammar);
    const above = said ? itemsAbove(readings, i, false) : [];
    if (!said || above.length < fewest) continue;
    out ??= [...readings];
    out[i] = asNote(reading, []);
    given.set(i, said);
    items.set(i, above);
  }
  // Given all at once: what one line gave an item keeps none from what the next gives to another.
  for (const [i, said] of given) {
    const lost = give(out!, i, items.get(i)!, said);
    if (lost.length) out![i] = asNote(readings[i]!, lost);
  }
  return out ?? readings;
}

/** What a line says of numbered items, where it says nothing else; null for any other. */
function dutiesOf({ kind, paragraph: { strand, cell, furniture } }: Reading, grammar: Grammar): Said[] | null {
  const { text } = strand;
  if (cell || furniture || kind === 'node' || text.length > longest || !/[项条点]/.test(text)) return null;
  const said: Said[] = [];
  let start = 0;
  for (const printed of text.split(between)) {
    const lead = ahead.exec(printed)?.[0].length ?? 0;
    const clause = printed.slice(lead);
    const m = clause ? duty.exec(clause) : null;
    const from = start + lead;
    start += printed.length + 1;
    if (!clause) continue;
    if (!m || /\d[）)]?[项条点]/.test(m[3] ?? '')) return null;
    const builder = new PieceBuilder('line', grammar);
    builder.addClauses({ strand, start: from, end: from + m[1]!.length });
    if (m[3]) builder.addClauses({ strand, start: from + clause.length - m[3].length, end: from + clause.length });
    if (!builder.drafts.length || !builder.drafts.every(({ name }) => isOrganName(name))) return null;
    const numbers = numbersIn(m[2]!.replace(/[（()）第]/g, ''));
    said.push({ numbers, piece: builder.finish({ start: from, end: from + clause.length }) });
  }
  return said.length ? said : null;
}
