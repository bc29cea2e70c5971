import type { Resolution, Selector } from '../../../lib/anchor/types';
import type { AnnotationRecord, TaskRecord } from '../../../lib/store/types';

/** An annotation or task whose passage does not surely stand where it stood. */
export interface ReviewItem {
  readonly kind: 'annotation' | 'task';
  readonly id: string;
  /** The passage when it was marked. */
  readonly quote: string;
  readonly number: string | null;
  readonly selectors: readonly Selector[];
  readonly anchor: Resolution;
  readonly record: AnnotationRecord | TaskRecord;
}

/**
 * What waits for the reader: first places that are guesses, then places found by likeness, in the order of the text; and
 * what was not found at all. A task of a measure goes with its measure, whose changes and end are told elsewhere: it
 * waits only where its place is a guess.
 */
export function reviewQueue(
  { annotations, tasks }: { readonly annotations: readonly AnnotationRecord[]; readonly tasks: readonly TaskRecord[] },
  anchors: Readonly<Record<string, Resolution>>,
): { readonly waiting: readonly ReviewItem[]; readonly lost: readonly ReviewItem[] } {
  const waiting: ReviewItem[] = [];
  const lost: ReviewItem[] = [];
  const add = (kind: ReviewItem['kind'], record: AnnotationRecord | TaskRecord, quote: string, whole: boolean) => {
    const anchor = anchors[record.id];
    if (!anchor || anchor.letGo) return;
    const item = itemOf(kind, record, quote, anchor);
    if (anchor.method === 'orphan') {
      if (!whole) lost.push(item);
    } else if (anchor.method === 'review' || (!whole && isLike(anchor))) waiting.push(item);
  };
  for (const annotation of annotations) add('annotation', annotation, annotation.quote, false);
  for (const task of tasks) add('task', task, task.excerpt, task.origin === 'measure');
  const rank = ({ anchor }: ReviewItem) => (anchor.method === 'review' ? 0 : 1);
  const at = ({ anchor }: ReviewItem) => anchor.span?.start ?? 0;
  return { waiting: waiting.sort((a, b) => rank(a) - rank(b) || at(a) - at(b)), lost };
}

/** A record whose place is in doubt, as it is asked about. */
export function itemOf(
  kind: ReviewItem['kind'],
  record: AnnotationRecord | TaskRecord,
  quote: string,
  anchor: Resolution,
): ReviewItem {
  const { id, number, selectors } = record;
  return { kind, id, quote, number, selectors, anchor, record };
}

/** The passage of an annotation, where it is a guess, found by likeness, or gone, and the reader has not let it go; else null. */
export function doubtOf(annotation: AnnotationRecord, anchor: Resolution | undefined): ReviewItem | null {
  if (!anchor || anchor.letGo || !(isWaiting(anchor) || anchor.method === 'orphan')) return null;
  return itemOf('annotation', annotation, annotation.quote, anchor);
}

/** A place was found and the reader has to say whether it is the right one. */
export const isWaiting = (anchor: Resolution): boolean =>
  !anchor.letGo && (anchor.method === 'review' || isLike(anchor));

const isLike = ({ method }: Resolution): boolean => method === 'fuzzy' || method === 'structural';

/** The sentence a quote stands in, as far as its context tells; blanks and line ends left out. */
export function sentenceOf(selectors: readonly Selector[], quote: string): string {
  const found = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  if (found?.type !== 'TextQuoteSelector') return quote;
  const before = /[^。！？；\n]*$/.exec(found.prefix)?.[0] ?? '';
  const ended = /[。！？；\n]$/.test(found.exact);
  const after = ended ? '' : (/^[^。！？；\n]*[。！？；]?/.exec(found.suffix)?.[0] ?? '');
  return `${before}${found.exact}${after}`.replace(/\s+/g, '');
}
