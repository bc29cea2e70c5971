import type { NewTask } from '../store/port';
import type { Span } from '../text/types';
import { annotationOfSpan, type DraftSource, taskOfMeasure, taskOfSpan } from './drafts';
import type { PageView } from './types';

/** What drafts are made from, at the moment they are asked for. */
export interface DraftingOptions {
  /** null before the page was read. */
  readonly source: () => DraftSource | null;
  readonly selection: () => Span | null;
  /** Where a stored record was found, by its id. */
  readonly found: (id: string) => Span | null;
}

/** The part of a page view that makes drafts. */
export function drafting({
  source,
  selection,
  found,
}: DraftingOptions): Pick<PageView, 'draftTasks' | 'draftTask' | 'draftAnnotation' | 'draftFound'> {
  const draft = <T>(make: (source: DraftSource, span: Span) => T, span: Span | null): T | null => {
    const from = source();
    return from && span ? make(from, span) : null;
  };
  return {
    async draftTasks(measureIds) {
      const from = source();
      if (!from) return [];
      const wanted = new Set(measureIds);
      return from.policy.measures
        .filter(({ id }) => wanted.has(id))
        .map((measure): NewTask => taskOfMeasure(from, measure));
    },
    draftTask: async () => draft(taskOfSpan, selection()),
    draftAnnotation: async () => draft(annotationOfSpan, selection()),
    draftFound: async (id) => draft(annotationOfSpan, found(id)),
  };
}
