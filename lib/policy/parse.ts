import { type Line, linesOf } from '../text/lines';
import type { LinearText } from '../text/types';
import { Placed, unreadOf } from './account';
import { withAsked } from './asked';
import { type Assembly, assemble, titledStyles } from './assemble';
import { withBullets } from './bullets';
import { withUnitPoints } from './by-unit';
import { withCards } from './cards';
import { citesOf } from './cites';
import { defaultDeadline, withDefault } from './default-deadline';
import { detect, namesNoDuty } from './detect';
import { obliges } from './directives';
import { withDitto } from './ditto';
import { withDividingHeadings } from './dividing-headings';
import { withNumberedFields } from './field-points';
import { readFront } from './front';
import { withFurniture } from './furniture';
import { type Grammar, grammarOf } from './grammar';
import { withGroupMembers } from './group-members';
import { identify } from './identify';
import { splitInlineLists } from './inline-lists';
import { itemsOf } from './items';
import { kindOf } from './kind';
import { withLabelsAlone } from './labels-alone';
import { withLinesBeside } from './lines-beside';
import { looseDuties } from './loose';
import { outlineOf } from './outline';
import { type Paragraph, paragraphsOf } from './paragraphs';
import { asPrinted } from './printed';
import { withRanges } from './ranged';
import { type Reading, readParagraph } from './readings';
import { regionOf } from './region';
import { withoutRepeats } from './repeats';
import { applyRules } from './rules';
import { splitRunOn } from './run-on';
import { isPlan, planStarts } from './sections';
import { withShiftedRows } from './shifted-rows';
import { withoutSignatures } from './signatures';
import { withSpacedTables } from './spaced-tables';
import { withStrideTables } from './stride-tables';
import type { UnreadCell } from './table-cells';
import { readTables } from './tables';
import { withTextTables } from './text-tables';
import type { DateContext } from './time/calendar';
import type { PolicyDocument, Unread } from './types';
import { withUnitHeadings } from './unit-headings';
import { withUnitsBelow } from './units-below';

export interface ParseOptions {
  /** Today, for tests; the year a document without any year is read in. */
  readonly now?: Date;
}

/** Steps of work between which a caller may stop; the value is the share done, 0 to 1. */
export type Steps = Generator<number, PolicyDocument, void>;

/** Reads a whole text at once. Cost: linear in its length. Never throws on any text. */
export function parse(text: LinearText, options: ParseOptions = {}): PolicyDocument {
  const steps = parseSteps(text, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Labels and lists that reach over paragraphs, in the order in which they are joined. */
const overParagraphs: readonly ((readings: readonly Reading[], grammar: Grammar) => readonly Reading[])[] = [
  withoutSignatures,
  withGroupMembers,
  withLabelsAlone,
  withLinesBeside,
  withDitto,
  withRanges,
  withUnitsBelow,
  withNumberedFields,
  withCards,
];

/** What a step in parts comes to; the share of the work that is done is told at each of its breaths. */
function* breathing<Result>(work: Generator<void, Result, void>, share: number): Generator<number, Result, void> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield share;
  return step.value;
}

/** The same in small steps (a few milliseconds each), for pages of megabytes. */
export function* parseSteps(text: LinearText, options: ParseOptions = {}): Steps {
  const lines: Line[] = [];
  for (const line of linesOf(text)) {
    lines.push(line);
    if (lines.length % 128 === 0) yield 0.15 * ((line.at + 1) / text.blocks.length);
  }
  const joinedAll: Paragraph[] = [];
  let n = 0;
  for (const joined of paragraphsOf(withStrideTables(lines), text.origin)) {
    for (const piece of splitRunOn(joined, text.text.length)) joinedAll.push(...splitInlineLists(piece));
    if (++n % 128 === 0) yield 0.15 + 0.15 * Math.min(1, (joined.block + 1) / text.blocks.length);
  }
  yield 0.3;
  const paragraphs = withShiftedRows(withTextTables(withSpacedTables(withBullets(withFurniture(joinedAll)))));
  yield 0.32;
  const grammar = grammarOf(paragraphs);
  yield 0.35;
  const single: Reading[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    single.push(readParagraph(paragraphs[i]!, grammar));
    if (i % 64 === 63) yield 0.35 + 0.25 * (i / paragraphs.length);
  }
  const listed = overParagraphs.reduce<readonly Reading[]>((readings, step) => step(readings, grammar), single);
  yield 0.605;
  const headed = withDividingHeadings(withUnitHeadings(listed));
  yield 0.61;
  const { readings, asked } = withAsked(withUnitPoints(headed, outlineOf(headed, planStarts(headed))));
  yield 0.615;
  const front = readFront(readings, text.meta);
  const dates = dateContext(front.title, front.attachmentTitle, front.docNumber, front.date, paragraphs, options);
  yield 0.62;
  const roots = outlineOf(readings, planStarts(readings));
  yield 0.64;
  const decided = asked || obliges(readings);
  const looking = itemsOf(roots, readings, decided);
  let looked = looking.next();
  for (; !looked.done; looked = looking.next()) yield 0.65;
  const items = looked.value;
  yield 0.66;
  const context = { titled: titledStyles(items, readings), dates, decided };
  const assembled: Assembly[] = [];
  for (let i = 0; i < items.length; i++) {
    const one = assemble(items[i]!, readings, context);
    if (one) assembled.push(one);
    if (i % 32 === 31) yield 0.66 + 0.3 * (i / items.length);
  }
  yield 0.955;
  const { rows, unread: cells } = readTables(readings, { dates, grammar });
  yield 0.96;
  const { sections, measures } = yield* identify(roots, readings, withoutRepeats(assembled, rows), rows);
  yield 0.965;
  const ruled = applyRules(measures, readings);
  yield 0.97;
  const detected = detect(readings, front, text.meta, ruled.measures, decided);
  // What is no policy has no measures but those that name somebody or stand under a heading that plans.
  const kept =
    detected.class === 'other'
      ? ruled.measures.filter(
          (m) =>
            !namesNoDuty(front) &&
            (m.assignments.some((a) => a.certainty > (a.form === 'prose' ? 0.78 : 0.65)) || m.path.some(isPlan)),
        )
      : ruled.measures;
  const fallback = defaultDeadline(paragraphs, dates);
  yield 0.975;
  const told = withDefault(kept, fallback).map((m, k) => (m.index === k ? m : { ...m, index: k }));
  yield 0.98;
  const divided = detected.class === 'task-policy';
  const loose = divided ? yield* breathing(looseDuties(readings, told), 0.983) : [];
  const left = yield* breathing(unreadOf(readings, told, divided), 0.985);
  const unread = withCells(apart(left, loose), cells, told);
  yield 0.987;
  const cites = citesOf(paragraphs, [front.title, front.attachmentTitle]);
  yield 0.99;
  const named = [front.issuer, front.title, front.attachmentTitle];
  const document: PolicyDocument = {
    ...detected,
    kind: kindOf(front.title, front.attachmentTitle),
    title: front.title,
    attachmentTitle: front.attachmentTitle,
    issuer: front.issuer,
    docNumber: front.docNumber,
    date: front.date,
    region: regionOf(named, text.text.slice(0, 20_000)),
    addressees: front.addressees,
    draft: front.draft,
    defaultDeadline: fallback,
    cites,
    sections,
    measures: told,
    rules: ruled.rules,
    unread,
  };
  return asPrinted(document, text.text);
}

/** The year a date without one belongs to: the year the title plans for, the number's, the date's. */
function dateContext(
  title: string | null,
  attachment: string | null,
  docNumber: string | null,
  date: string | null,
  paragraphs: readonly Paragraph[],
  { now = new Date() }: ParseOptions,
): DateContext {
  const planned = (name: string | null): number | null => {
    const years = [...(name ?? '').matchAll(/((?:19|20)\d\d)(?=年|年度)/g)].map((m) => Number(m[1]));
    return years.length === 1 && !/[—–~～至-]((?:19|20)\d\d)年/.test(name ?? '') ? years[0]! : null;
  };
  const numbered = /((?:19|20)\d\d)/.exec(docNumber ?? '');
  let year =
    planned(attachment) ??
    planned(title) ??
    (date ? Number(date.slice(0, 4)) : null) ??
    (numbered ? Number(numbered[1]) : null);
  if (year === null) {
    for (const { strand } of paragraphs.slice(0, 200)) {
      const m = /((?:19|20)\d\d)年/.exec(strand.text);
      if (m && Number(m[1]) <= now.getFullYear() + 1) {
        year = Number(m[1]);
        break;
      }
    }
  }
  return { year, date };
}

/** What is told as unread already is not told again with its sentence. */
function apart(unread: readonly Unread[], loose: readonly Unread[]): Unread[] {
  const told = new Placed(unread.map((u) => u.span));
  return [...unread, ...loose.filter(({ span }) => !told.holds(span))];
}

/** The same with what could not be read in tables, all in the order of the text. */
function withCells(
  unread: readonly Unread[],
  cells: readonly UnreadCell[],
  measures: PolicyDocument['measures'],
): Unread[] {
  let k = 0;
  const placed = [...cells]
    .sort((a, b) => a.span.start - b.span.start)
    .map((cell): Unread => {
      while (k < measures.length && measures[k]!.span.end < cell.span.end) k++;
      const inside = measures[k] && measures[k]!.span.start <= cell.span.start ? measures[k]! : null;
      return { ...cell, measure: inside?.id ?? null };
    });
  const known = new Set(unread.map((u) => u.span.start));
  const more = placed.filter((u) => !known.has(u.span.start));
  return [...unread, ...more].sort((a, b) => a.span.start - b.span.start);
}
