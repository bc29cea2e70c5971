import type { DomText } from '../text/types';
import { createHighlightPainter, hasHighlights } from './highlight-painter';
import { createMarkPainter, type MarkPainterOptions } from './mark-painter';
import type { Painter } from './types';

export type PainterKind = 'highlight' | 'mark';

/** The painter for a page that is not ours: highlights where the browser has them, else mark.js. */
export function createPainter(
  text: DomText,
  options: MarkPainterOptions & { readonly kind?: PainterKind } = {},
): Painter {
  const document = (text.root.ownerDocument ?? text.root) as Document;
  const kind = options.kind ?? (hasHighlights(document.defaultView) ? 'highlight' : 'mark');
  return kind === 'highlight' ? createHighlightPainter(text) : createMarkPainter(text, options);
}
