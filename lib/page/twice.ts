import type { Resolution, Selector } from '../anchor/types';
import type { AnnotationRecord } from '../store/types';

/**
 * The annotation that stands on exactly the words a new one would be made on; null where none does. A passage is known by
 * where it was found in the page as it is now, not by its words: stock phrases stand in many places.
 *
 * @param made A draft, described in the present revision of the page.
 */
export function standingOn(
  made: { readonly selectors: readonly Selector[] },
  annotations: readonly AnnotationRecord[],
  anchors: Readonly<Record<string, Resolution>>,
): AnnotationRecord | null {
  const at = made.selectors.find((selector) => selector.type === 'TextPositionSelector');
  if (at?.type !== 'TextPositionSelector') return null;
  const stands = ({ id }: AnnotationRecord) => {
    const { span, method } = anchors[id] ?? { span: null, method: 'orphan' };
    return method !== 'review' && span?.start === at.start && span.end === at.end;
  };
  return annotations.find(stands) ?? null;
}
