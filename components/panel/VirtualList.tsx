import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import './virtual-list.css';
import type { Wanted } from './useList';
import { useVirtual } from './useVirtual';

export interface VirtualListProps<R extends { readonly key: string }> {
  readonly label: string;
  readonly rows: readonly R[];
  readonly scroller: RefObject<HTMLElement | null>;
  /** Height at the top of the scroller that the sticky bar covers, in CSS pixels. */
  readonly covered: number;
  /** Rough height of a row before it was drawn, in CSS pixels. */
  readonly estimate: (row: R) => number;
  readonly render: (row: R) => ComponentChildren;
  /** For the heading of the part that is scrolled through; null where there is none. */
  readonly stuck?: (topmost: number) => ComponentChildren;
  readonly wanted: Wanted | null;
}

/** Of the heading that stays in view, in CSS pixels. */
const stuckHeight = 38;

/** A list of any length: rows near the window only are in the DOM. */
export function VirtualList<R extends { readonly key: string }>(props: VirtualListProps<R>) {
  const { rows, scroller, covered, wanted } = props;
  const list = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const virtual = useVirtual({
    count: rows.length,
    scroller,
    keyOf: (index) => rows[index]?.key ?? `${index}`,
    estimate: (index) => {
      const row = rows[index];
      return row ? props.estimate(row) : 0;
    },
    margin,
    covered: covered + (props.stuck ? stuckHeight : 0),
  });

  const measure = () => {
    const [own, outer] = [list.current, scroller.current];
    if (!own || !outer) return;
    setMargin(Math.round(own.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop));
  };
  useLayoutEffect(measure);
  // What stands above (the document's facts) grows and shrinks without our being drawn. Only that is watched: the list's
  // own growth would have the observer run in circles.
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    let above = list.current?.parentElement?.previousElementSibling ?? null;
    for (; above; above = above.previousElementSibling) observer.observe(above);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (!wanted) return;
    const index = rows.findIndex((row) => row.key === wanted.key);
    if (index < 0) return;
    virtual.scrollToIndex(index, { align: wanted.align });
    if (!wanted.focus) return;
    // The row comes into the DOM a frame or two after the list was scrolled to it.
    let tries = 20;
    let frame = requestAnimationFrame(function look() {
      const target = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.key)}"] [data-main]`);
      if (target) target.focus({ preventScroll: true });
      else if (tries-- > 0) frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted?.nonce]);

  const items = virtual.getVirtualItems();
  const top = (virtual.scrollOffset ?? 0) + covered;
  const topmost = items.find((item) => item.end > top)?.index ?? 0;
  return (
    <div class="virtual" ref={list} style={{ height: `${virtual.getTotalSize()}px` }}>
      {props.stuck && top > margin && (
        <div class="virtual-stuck" style={{ top: `${covered}px` }}>
          {props.stuck(topmost)}
        </div>
      )}
      <ul aria-label={props.label}>
        {items.map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <li
                key={row.key}
                class="virtual-row"
                aria-setsize={rows.length}
                aria-posinset={item.index + 1}
                data-index={item.index}
                data-row={row.key}
                ref={virtual.measureElement}
                // No transform: it would hold menus and completions of a row below the next row.
                style={{ top: `${item.start - margin}px` }}
              >
                {props.render(row)}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
