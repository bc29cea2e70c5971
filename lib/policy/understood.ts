import type { LinearText } from '../text/types';
import { type Assembly, assemble, titledStyles } from './assemble';
import { dateContext } from './date-context';
import { type Detection, detect } from './detect';
import { obliges } from './directives';
import { type Front, readFront } from './front';
import type { Grammar } from './grammar';
import { identify } from './identify';
import { itemsOf } from './items';
import { outlineOf } from './outline';
import type { Paragraph } from './paragraphs';
import type { Reading } from './readings';
import { withoutRepeats } from './repeats';
import { applyRules } from './rules';
import { planStarts } from './sections';
import { laysWorkOut } from './spoken';
import type { UnreadCell } from './table-cells';
import { readTables } from './tables';
import type { DateContext } from './time/calendar';
import type { DocumentRule, Measure, PolicyDocument } from './types';

/** What a paper comes to, of the readings of its paragraphs. */
export interface Understood {
  readonly readings: readonly Reading[];
  readonly front: Front;
  readonly dates: DateContext;
  readonly sections: PolicyDocument['sections'];
  readonly ruled: { readonly measures: Measure[]; readonly rules: DocumentRule[] };
  readonly detected: Detection;
  /** Some of its points are measures by their sentences alone. */
  readonly acted: boolean;
  /** What could not be read in tables. */
  readonly cells: readonly UnreadCell[];
}

/** What is known of a paper beside its readings. */
export interface Ground {
  readonly text: LinearText;
  readonly paragraphs: readonly Paragraph[];
  readonly grammar: Grammar;
  readonly options: { readonly now?: Date };
}

/** The title with the day of the meeting below it is no task, though a line of fields stands there. */
const isHead = ({ measure: { number, assignments, text } }: Assembly, { title }: Front): boolean =>
  number === null && !assignments.length && text === title;

/**
 * From the readings of a paper's paragraphs to its measures and its class, in steps. `asked`: its sentences ask whoever they name; `letter`: it
 * asks whom it is addressed to; `acting`: where it lays work out, points that say what units do are measures by that.
 *
 * @returns by steps; each tells the share of the whole reading that is done, .615 to .97
 */
export function* understood(
  {
    readings,
    asked,
    letter = false,
    acting = true,
  }: {
    readonly readings: readonly Reading[];
    readonly asked: boolean;
    readonly letter?: boolean;
    readonly acting?: boolean;
  },
  { text, paragraphs, grammar, options }: Ground,
): Generator<number, Understood, void> {
  yield 0.615;
  const front = readFront(readings, text.meta);
  const dates = dateContext(front, paragraphs, options);
  yield 0.62;
  const roots = outlineOf(readings, planStarts(readings));
  yield 0.64;
  const decided = asked || obliges(readings);
  const looking = itemsOf(roots, readings, { decided, lays: acting && laysWorkOut(readings) });
  let looked = looking.next();
  for (; !looked.done; looked = looking.next()) yield 0.65;
  const items = looked.value;
  const acted = !decided && items.some((item) => item.decided);
  yield 0.66;
  const context = { titled: titledStyles(items, readings), dates, decided };
  const assembled: Assembly[] = [];
  for (let i = 0; i < items.length; i++) {
    const one = assemble(items[i]!, readings, context);
    if (one && !isHead(one, front)) assembled.push(one);
    if (i % 32 === 31) yield 0.66 + 0.3 * (i / items.length);
  }
  yield 0.955;
  const { rows, unread: cells } = readTables(readings, { dates, grammar });
  yield 0.96;
  const { sections, measures } = yield* identify(roots, readings, withoutRepeats(assembled, rows), rows);
  yield 0.965;
  const ruled = applyRules(measures, readings);
  yield 0.97;
  const detected = detect(readings, front, text.meta, ruled.measures, decided || letter);
  return { readings, front, dates, sections, ruled, detected, acted, cells };
}
