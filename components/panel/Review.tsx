import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { differences } from '../../lib/anchor/differences';
import type { Resolution } from '../../lib/anchor/types';
import type { NewAnnotation } from '../../lib/store/port';
import type { AnnotationRecord } from '../../lib/store/types';
import { Button } from '../ui/Button';
import { ThenNow } from './ThenNow';
import './review.css';

export interface ReviewProps {
  readonly annotation: AnnotationRecord;
  readonly anchor: Resolution;
  /** Something is selected in the page that the annotation could be moved to. */
  readonly hasSelection: boolean;
  /** Where it was found, or null. */
  readonly findPassage: (id: string) => Promise<NewAnnotation | null>;
  readonly onConfirm: () => void;
  readonly onPlace: () => void;
}

/** Old and new sentence with the difference marked; nothing moves before the reader says so. */
export function Review({ annotation, anchor, hasSelection, findPassage, onConfirm, onPlace }: ReviewProps) {
  const found = usePassage(annotation.id, anchor, findPassage);
  const parts = found ? differences(annotation.quote, found.quote) : [];
  return (
    <section class="review" aria-label={i18n.t('panel.anchor.review')}>
      <p class="review-why">
        {i18n.t(anchor.method === 'review' ? 'panel.anchor.reviewWhy' : 'panel.anchor.orphanWhy')}
      </p>
      {found && <ThenNow parts={parts} />}
      <div class="bar-actions">
        {found && (
          <Button small variant="primary" icon="check" aria-keyshortcuts="y" onClick={onConfirm}>
            {i18n.t('panel.anchor.confirm')}
          </Button>
        )}
        <Button
          small
          icon="locate"
          disabled={!hasSelection}
          title={hasSelection ? undefined : i18n.t('panel.anchor.selectFirst')}
          onClick={onPlace}
        >
          {i18n.t('panel.anchor.place')}
        </Button>
      </div>
      {!hasSelection && <p class="review-hint">{i18n.t('panel.anchor.selectFirst')}</p>}
    </section>
  );
}

/** What is printed now where the annotation was found; asked again when it was found elsewhere. */
export function usePassage(
  id: string,
  anchor: Resolution,
  findPassage: ReviewProps['findPassage'],
): NewAnnotation | null {
  const [found, setFound] = useState<NewAnnotation | null>(null);
  const { start, end } = anchor.span ?? { start: -1, end: -1 };
  useEffect(() => {
    let alive = true;
    setFound(null);
    if (start >= 0) {
      findPassage(id).then(
        (next) => alive && setFound(next),
        () => undefined,
      );
    }
    return () => {
      alive = false;
    };
  }, [id, start, end]);
  return found;
}
