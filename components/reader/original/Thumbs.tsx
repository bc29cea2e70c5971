import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Drawing } from '../../../lib/formats/drawing';
import type { FixedPage } from '../../../lib/formats/types';
import { stackOf } from './geometry';
import { Thumb } from './Thumb';
import './thumbs.css';
import { useStack } from './useStack';

export interface ThumbsProps {
  readonly pages: readonly FixedPage[];
  readonly drawing: Drawing | null | undefined;
  readonly duties: ReadonlyMap<number, number>;
  readonly current: number;
  /** Of a thumbnail, in CSS pixels. */
  readonly width: number;
  readonly onPage: (index: number) => void;
}

/** Between thumbnails, in CSS pixels: the number stands there. */
const BELOW = 30;

const KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  PageDown: (at, last) => Math.min(last, at + 5),
  PageUp: (at) => Math.max(0, at - 5),
  Home: () => 0,
  End: (_, last) => last,
};

/** All pages in small; one stop of the tab key, arrows go from page to page. */
export function Thumbs({ pages, drawing, duties, current, width, onPage }: ThumbsProps) {
  const scroller = useRef<HTMLElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  // Each thumbnail is as wide as all others; what is turned is lower.
  const stack = useMemo(() => {
    const sizes = pages.map((page) => ({ height: Math.min((page.height / page.width) * width, 2 * width) }));
    return stackOf(sizes, 1, BELOW);
  }, [pages, width]);
  const { first, last } = useStack(scroller, stack);

  const bring = (index: number) => {
    const box = scroller.current as HTMLElement;
    const top = (stack.tops[index] ?? 0) - 12;
    const bottom = stack.tops[index + 1] ?? top;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
  };
  useLayoutEffect(() => bring(current), [current, stack]);
  // The thumbnail comes into the DOM once the strip is scrolled to it.
  useEffect(() => {
    if (focused === null) return;
    scroller.current?.querySelector<HTMLElement>(`[data-index="${focused}"]`)?.focus({ preventScroll: true });
  }, [focused, first, last]);

  const press = (event: KeyboardEvent) => {
    const move = KEYS[event.key];
    if (!move) return;
    event.preventDefault();
    const next = move(focused ?? current, pages.length - 1);
    bring(next);
    setFocused(next);
    onPage(next);
  };
  return (
    <nav
      ref={scroller}
      class="thumbs"
      style={{ width: `${width + 40}px` }}
      aria-label={i18n.t('reader.original.thumbs')}
      onKeyDown={press}
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setFocused(null);
      }}
    >
      <ol style={{ height: `${stack.tops[stack.tops.length - 1]}px` }}>
        {pages.slice(first, last + 1).map((page, at) => {
          const index = first + at;
          return (
            <li
              key={index}
              aria-setsize={pages.length}
              aria-posinset={index + 1}
              style={{ top: `${stack.tops[index]! - BELOW / 2}px` }}
            >
              <Thumb
                index={index}
                page={page}
                drawing={drawing}
                duties={duties.get(index) ?? 0}
                current={index === current}
                reachable={index === (focused ?? Math.min(Math.max(current, first), last))}
                width={width}
                onChoose={() => onPage(index)}
              />
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
