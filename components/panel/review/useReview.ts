import { useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Resolution } from '../../../lib/anchor/types';
import type { NewAnnotation } from '../../../lib/store/port';
import type { PolicyPanelProps } from '../types';
import type { Records } from '../useRecords';
import { errorWord } from '../words';
import type { ReviewItem } from './queue';

/** Kept, listed and exported with its quote, and looked for no more. */
const LET_GO: Resolution = { method: 'orphan', span: null, score: 0, letGo: true };

export interface ReviewDeeds {
  /** Moves it to where it was found, or to the page's selection: there it is described anew. */
  readonly place: (item: ReviewItem, where: 'found' | 'selection') => Promise<void>;
  readonly letGo: (item: ReviewItem) => Promise<void>;
}

/** What the reader may do about a doubtful place; each can be undone. */
export function useReview({ page, store, toasts }: PolicyPanelProps, records: Records): ReviewDeeds {
  const now = useRef({ toasts, records });
  now.current = { toasts, records };
  return useMemo(() => {
    const keep = (item: ReviewItem, draft: Pick<NewAnnotation, 'quote' | 'selectors' | 'resolution'>) =>
      item.kind === 'annotation'
        ? store.updateAnnotations([item.id], draft)
        : store.updateTasks([item.id], {
            excerpt: draft.quote,
            selectors: draft.selectors,
            resolution: draft.resolution,
          });
    const attempt = async (work: () => Promise<unknown>) => {
      try {
        await work();
        await now.current.records.reload();
      } catch (error) {
        now.current.toasts.show({ text: errorWord(error), tone: 'error' });
      }
    };
    const asItWas = ({ quote, selectors, record }: ReviewItem) => ({
      quote,
      selectors,
      resolution: record.resolution ?? null,
    });
    const tell = (text: string, item: ReviewItem) =>
      now.current.toasts.show({ text, undo: () => void attempt(() => keep(item, asItWas(item))) });
    return {
      place: (item, where) =>
        attempt(async () => {
          const draft = where === 'found' ? await page.draftFound(item.id) : await page.draftAnnotation();
          if (!draft) return now.current.toasts.show({ text: i18n.t('panel.selectionGone') });
          const { quote, selectors, resolution } = draft;
          await keep(item, { quote, selectors, resolution });
          tell(i18n.t('panel.anchor.placed'), item);
        }),
      letGo: (item) =>
        attempt(async () => {
          await keep(item, { ...asItWas(item), resolution: LET_GO });
          tell(i18n.t('changes.letGone'), item);
        }),
    };
  }, [page, store]);
}
