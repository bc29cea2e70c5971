import type { PolicyDocument } from '../../../lib/policy/types';
import type { Span } from '../../../lib/text/types';

/** Every span of a document. */
export function spansOf({ measures, sections, unread }: PolicyDocument): Span[] {
  const inside = measures.flatMap((measure) => [
    measure.span,
    measure.textSpan,
    ...[measure.numberSpan, measure.titleSpan].filter((span) => span !== null),
    ...measure.assignments.map(({ span }) => span),
    ...measure.deadlines.map(({ span }) => span),
  ]);
  return [...inside, ...sections.map(({ span }) => span), ...unread.map(({ span }) => span)];
}

/** Whether measures stand in the page's order. */
export const inPageOrder = ({ measures }: PolicyDocument): boolean =>
  measures.every(({ span }, at) => at === 0 || span.start >= (measures[at - 1]?.span.start ?? 0));
