import { type Line, linesOf } from '../text/lines';
import type { LinearText } from '../text/types';
import { Told, unitsInTables, unreadOf } from './account';
import { withAddressed } from './addressed';
import { withAsked } from './asked';
import { withUnitPoints } from './by-unit';
import { citesOf } from './cites';
import { defaultDeadline, withDefault } from './default-deadline';
import { namesNoDuty } from './detect';
import { withDividingHeadings } from './dividing-headings';
import type { Front } from './front';
import { type Grammar, grammarOf } from './grammar';
import { splitInlineLists } from './inline-lists';
import { kindOf } from './kind';
import { type LooseDuty, looseDuties } from './loose';
import { namedAlone } from './named-alone';
import { outlineOf } from './outline';
import { type Paragraph, paragraphsOf } from './paragraphs';
import { overAll, overParagraphs } from './passes';
import { planBegins } from './plan-begins';
import { behindPlan, unheldPoints } from './plan-net';
import { asPrinted } from './printed';
import { isPromise } from './promise';
import { type Reading, readParagraph } from './readings';
import { withRecords } from './records';
import { regionOf } from './region';
import { splitRunOn } from './run-on';
import { isPlan, planStarts } from './sections';
import { signedSpans } from './signed-off';
import { withSpacedLines } from './spaced-lines';
import { isPlanTitle, saysByName, withSpoken } from './spoken';
import { withStrideTables } from './stride-tables';
import type { UnreadCell } from './table-cells';
import type { PolicyDocument, Unread } from './types';
import { type Ground, type Understood, understood } from './understood';
import { withUnitHeadings } from './unit-headings';
import { withWrappedRows } from './wrapped-rows';

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

/** What a step in parts comes to; the share of the work that is done is told at each of its breaths. */
function* breathing<Result>(work: Generator<void, Result, void>, share: number): Generator<number, Result, void> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield share;
  return step.value;
}

/** Work whose share nobody is told. */
function* silently<Result>(work: Generator<number, Result, void>): Generator<void, Result, void> {
  let step = work.next();
  for (; !step.done; step = work.next()) yield;
  return step.value;
}

/** What a paper comes to by what is set in it. Of one that divides no work its sentences say what is so, and are no measures. */
function* firstLook(
  written: { readonly readings: readonly Reading[]; readonly asked: boolean; readonly letter: boolean },
  ground: Ground,
): Generator<number, Understood, void> {
  const looked = yield* understood(written, ground);
  if (!looked.acted || looked.detected.class === 'task-policy') return looked;
  return yield* breathing(silently(understood({ ...written, acting: false }, ground)), 0.97);
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
  for (const joined of paragraphsOf(
    withStrideTables(withWrappedRows(withRecords(withSpacedLines(lines, text.text)))),
    text.origin,
  )) {
    for (const piece of splitRunOn(joined, text.text.length)) joinedAll.push(...splitInlineLists(piece));
    if (++n % 128 === 0) yield 0.15 + 0.15 * Math.min(1, (joined.block + 1) / text.blocks.length);
  }
  yield 0.3;
  let paragraphs: readonly Paragraph[] = joinedAll;
  for (const step of overAll) {
    paragraphs = step(paragraphs);
    yield 0.31;
  }
  yield 0.32;
  const grammar = yield* breathing(grammarOf(paragraphs), 0.32);
  yield 0.35;
  const single: Reading[] = [];
  for (let i = 0; i < paragraphs.length; i++) {
    single.push(readParagraph(paragraphs[i]!, grammar));
    if (i % 64 === 63) yield 0.35 + 0.25 * (i / paragraphs.length);
  }
  let listed: readonly Reading[] = single;
  for (const step of overParagraphs) {
    listed = step(listed, grammar);
    yield 0.6;
  }
  yield 0.605;
  const under = withUnitHeadings(listed);
  yield 0.607;
  const headed = withDividingHeadings(under);
  yield 0.61;
  const outline = outlineOf(headed, planStarts(headed));
  yield 0.61;
  const points = withUnitPoints(headed, outline);
  const ground = { text, paragraphs, grammar, options };
  const addressed = withAddressed(points);
  const first = yield* firstLook({ ...withAsked(addressed), letter: addressed !== points }, ground);
  // What sentences ask of each unit counts where nothing else divides the work: a second look, of such papers alone.
  const spoken = first.detected.class === 'task-policy' ? null : spokenIn(first.readings, grammar);
  const second = spoken
    ? yield* breathing(silently(understood({ readings: spoken, asked: true }, ground)), 0.97)
    : null;
  const best = second?.detected.class === 'task-policy' ? second : first;
  const { readings, front, dates, sections, ruled, detected, cells } = best;
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
  // What a plan says of its units is told also where it could not be read as a division of work: silence would be a lost duty.
  const divided = tellsSentences(detected.class, front);
  const body = readings[front.titleAt + 1]?.paragraph.strand.length
    ? readings[front.titleAt + 1]!.paragraph.strand.offset(0)
    : 0;
  const loose = divided ? yield* breathing(looseDuties(readings, told, body), 0.983) : [];
  const left = yield* breathing(unreadOf(readings, told, divided, body), 0.985);
  const accounted = withCells(apart(left, loose), [...cells, ...unitsInTables(divided, ruled.measures, kept)], told);
  const alone = divided
    ? yield* breathing(namedAlone(readings, told, accounted, detected.class === 'task-policy'), 0.986)
    : [];
  const seen = [...accounted, ...alone];
  const unheld = yield* breathing(lostIn(readings, { measures: told, seen, body, front, detected }), 0.9865);
  // Who signs has nothing to do by that.
  const signed = new Told(signedSpans(readings));
  const unread = inOrder([...seen, ...unheld].filter(({ span }) => !signed.covers(span)));
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
    begins: planBegins(front, text.text),
    cites,
    sections,
    measures: told,
    rules: ruled.rules,
    unread,
  };
  return asPrinted(document, text.text);
}

/** Points of a paper that promises a division of work of which none was understood. */
function* lostIn(
  readings: readonly Reading[],
  paper: Pick<PolicyDocument, 'measures'> & {
    readonly seen: readonly Unread[];
    readonly body: number;
    readonly front: Front;
    readonly detected: Pick<PolicyDocument, 'class'>;
  },
): Generator<void, Unread[], void> {
  const { measures, seen, body, front, detected } = paper;
  if (detected.class === 'task-policy' || namesNoDuty(front)) return [];
  const from = isPromise(front.title ?? '') ? body : behindPlan(readings);
  return from === null ? [] : yield* unheldPoints(readings, measures, seen, from);
}

/** The readings of a paper whose sentences ask each unit for something; null of any other. */
const spokenIn = (readings: readonly Reading[], grammar: Grammar): readonly Reading[] | null =>
  withSpoken(readings, grammar) ?? (saysByName(readings) ? readings : null);

/** Is what a paper's sentences say of its units told as unread? Of a policy, and of what calls itself a plan, a notice or a list. */
const tellsSentences = (kind: PolicyDocument['class'], front: Front): boolean =>
  kind === 'task-policy' ||
  ((kind === 'policy' || isPlanTitle(front.title ?? '') || isAnswer.test(front.title ?? '')) && !namesNoDuty(front));
/** What an answer to a proposal says of the next steps binds whom it names, though it asks nobody. */
const isAnswer = /(?:答复|复函|回复)(?:意见)?(?:的[函报告]{1,2})?$/;

/** Whom each sentence asks is told once: a sentence all of whose doers are told as unread already is not told again. */
function apart(unread: readonly Unread[], loose: readonly LooseDuty[]): Unread[] {
  const told = new Told(unread.map((u) => u.span));
  const untold = loose.filter(({ doers }) => !doers.every((doer) => told.covers(doer)));
  return [...unread, ...untold.map(({ text, span, measure, reason }): Unread => ({ text, span, measure, reason }))];
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
  return inOrder([...unread, ...more]);
}

/** What is unread in the order of the text, each stretch told once for a reason. */
function inOrder(unread: Unread[]): Unread[] {
  const known = new Set<string>();
  return unread
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span, reason }) => {
      const key = `${span.start}-${span.end}-${reason}`;
      return known.has(key) ? false : known.add(key);
    });
}
