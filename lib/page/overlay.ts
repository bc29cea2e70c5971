import type { Mark } from '../paint/types';
import type { DomText, Span } from '../text/types';
import type { Layers } from './layers';
import { scrollTo } from './reveal';
import type { PageSession } from './session-types';

/** Marks that stand for a while beside those of the document: what a note is written on, what was searched for. */
export interface Overlay {
  readonly marks: () => Mark[];
  /** The text is another one: nothing stands any more. */
  readonly clear: () => void;
  /** The part of a session that changes them. */
  readonly calls: Pick<PageSession, 'hold' | 'showHits'>;
}

export function overlay(
  repaint: () => void,
  selected: () => Span | null,
  text: () => DomText | null | undefined,
  layers: Pick<Layers, 'bring'>,
): Overlay {
  let held: Span | null = null;
  let hits: readonly Mark[] = [];
  return {
    marks: () => (held ? [...hits, { kind: 'draft', span: held, target: '' }] : [...hits]),
    clear() {
      held = null;
      hits = [];
    },
    calls: {
      hold(on) {
        const next = on ? selected() : null;
        if (next === held) return;
        held = next;
        repaint();
      },
      showHits(spans, current) {
        if (spans.length === 0 && hits.length === 0) return;
        const now = spans[current];
        const all = text();
        // First there, then painted: what is in view is painted first.
        if (now && all && !inView(all, now)) scrollTo(all, now);
        if (now) layers.bring(now);
        hits = spans.map((span, index) => ({ kind: index === current ? 'hit-now' : 'hit', span, target: '' }));
        repaint();
      },
    },
  };
}

/** Whether the first sign of a passage can be seen, as far as the boxes it scrolls in go. */
function inView(text: DomText, span: Span): boolean {
  const range = text.rangeOf({ start: span.start, end: span.start + 1 });
  const element = range?.startContainer.parentElement;
  const view = element?.ownerDocument.defaultView;
  if (!range || !element || !view) return false;
  const { top, bottom } = range.getBoundingClientRect();
  let [from, to] = [0, view.innerHeight];
  for (let box: Element | null = element; box; box = box.parentElement) {
    if (!/auto|scroll/.test(view.getComputedStyle(box).overflowY)) continue;
    const frame = box.getBoundingClientRect();
    [from, to] = [Math.max(from, frame.top), Math.min(to, frame.bottom)];
  }
  return top >= from && bottom <= to;
}
