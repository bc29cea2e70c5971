import type { ComponentChild } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Drawing } from '../../../lib/formats/drawing';
import type { FixedPage } from '../../../lib/formats/types';
import { type OriginalView, STAND } from '../../../lib/page/original/view';
import { GAP, PAPER, pageAt, scaleOf, stackOf, type Zoom, zoomStep } from './geometry';
import { OriginalBar } from './OriginalBar';
import { OriginalPage } from './OriginalPage';
import './original.css';
import { Thumbs } from './Thumbs';
import { useKeepPlace } from './useKeepPlace';
import { useSelecting } from './useSelecting';
import { useStack } from './useStack';
import { useZoomKeys } from './useZoomKeys';

export interface OriginalProps {
  readonly pages: readonly FixedPage[];
  /** Null: pages are set from their geometry; undefined: the drawing is being opened. */
  readonly drawing: Drawing | null | undefined;
  /** How many of our duties begin on a page, by its index. */
  readonly duties: ReadonlyMap<number, number>;
  readonly zoom: Zoom;
  readonly thumbs: boolean;
  /** What has to be said of the original (that it is approximate, that it has no text). */
  readonly notice: string | null;
  /** Below the bar: what can be done about the pages. */
  readonly bar?: ComponentChild;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onThumbs: (shown: boolean) => void;
  readonly onMount: (index: number, element: HTMLElement) => () => void;
  /** Called when the pages are in the document; what it returns is called when they leave it. */
  readonly onReady: (view: OriginalView) => (() => void) | undefined;
}

/** Of the whole pane, in CSS pixels: below it thumbnails are small. */
const NARROW = 560;

/** The original pages under each other, with a bar of its own: pages, zoom, thumbnails. */
export function Original({ pages, drawing, duties, zoom, thumbs, notice, bar, ...on }: OriginalProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLElement>(null);
  /** The pages whose layer stands: only then their text has a place to go. */
  const [ready, setReady] = useState<readonly FixedPage[] | null>(null);
  const [room, setRoom] = useState(0);
  const [narrow, setNarrow] = useState(false);
  const [current, setCurrent] = useState(0);
  useLayoutEffect(() => {
    const box = scroller.current as HTMLElement;
    const measure = () => {
      setRoom(box.clientWidth);
      setNarrow((frame.current as HTMLElement).clientWidth < NARROW);
    };
    measure();
    let waiting = 0;
    // In the next frame: a new width sets pages anew, which must not happen while sizes are being told.
    const observer = new ResizeObserver(() => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        measure();
      });
    });
    observer.observe(box);
    return () => {
      cancelAnimationFrame(waiting);
      observer.disconnect();
    };
  }, []);
  const scale = scaleOf(zoom, pages, room);
  const stack = useMemo(() => stackOf(pages, scale), [pages, scale]);
  const widest = useMemo(() => pages.reduce((most, { width }) => Math.max(most, width), 0), [pages]);
  /** The last pages are at the eye never: who asked for one is on it as long as nothing moves. */
  const asked = useRef({ page: 0, top: 0 });
  const now = useRef(stack);
  now.current = stack;
  useKeepPlace(scroller, room > 0 ? stack : null);
  useSelecting(root);
  const { first, last } = useStack(scroller, stack);

  const zoomBy = (direction: 1 | -1) => on.onZoom(zoomStep(now.current.scale / PAPER, direction));
  useZoomKeys((step) => (step === 0 ? on.onZoom('width') : zoomBy(step)));

  useEffect(() => {
    const box = scroller.current as HTMLElement;
    const look = () => {
      const { page, top } = asked.current;
      if (Math.abs(box.scrollTop - top) < 2) setCurrent(page);
      else setCurrent(pageAt(now.current, box.scrollTop + box.clientHeight * STAND));
    };
    look();
    box.addEventListener('scroll', look, { passive: true });
    return () => box.removeEventListener('scroll', look);
  }, [stack]);

  useLayoutEffect(() => {
    const box = scroller.current as HTMLElement;
    const topOf: OriginalView['topOf'] = ({ page, y }) => (now.current.tops[page] ?? 0) + y * now.current.scale;
    const leave = on.onReady({
      frame: frame.current as HTMLElement,
      root: root.current as HTMLElement,
      scroller: box,
      topOf,
      placeAt(top) {
        const page = pageAt(now.current, top);
        return { page, y: (top - (now.current.tops[page] ?? 0)) / now.current.scale };
      },
      scrollTo: (place) => box.scrollTo({ top: topOf(place) - box.clientHeight * STAND, behavior: 'instant' }),
    });
    setReady(pages);
    // Another file begins at its beginning.
    box.scrollTop = 0;
    asked.current = { page: 0, top: 0 };
    setCurrent(0);
    return leave;
  }, [pages]);

  const goTo = (page: number) => {
    const box = scroller.current as HTMLElement;
    box.scrollTo({ top: (now.current.tops[page] ?? 0) - GAP, behavior: 'instant' });
    asked.current = { page, top: box.scrollTop };
    setCurrent(page);
  };
  const shown = drawing === undefined || ready !== pages || room === 0 ? [] : pages.slice(first, last + 1);
  return (
    <section ref={frame} class="original" aria-label={i18n.t('reader.original.title')}>
      <OriginalBar
        pages={pages}
        current={Math.min(current, pages.length - 1)}
        seen={scale / PAPER}
        zoom={zoom}
        thumbs={thumbs}
        onPage={goTo}
        onZoom={on.onZoom}
        onZoomBy={zoomBy}
        onThumbs={on.onThumbs}
      />
      {notice && (
        <p class="original-notice" role="note">
          {notice}
        </p>
      )}
      {bar}
      <div class="original-body">
        {thumbs && (
          <Thumbs
            pages={pages}
            drawing={drawing}
            duties={duties}
            current={current}
            width={narrow ? 60 : 104}
            onPage={goTo}
          />
        )}
        <section
          ref={scroller}
          class="original-scroller"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
          tabIndex={0}
          aria-label={i18n.t('reader.original.pages')}
        >
          <div
            ref={root}
            class="original-pages"
            style={{
              height: `${stack.tops[stack.tops.length - 1]}px`,
              minWidth: `${Math.round(widest * scale) + 2 * GAP}px`,
            }}
          >
            {shown.map((page, at) => (
              <OriginalPage
                key={first + at}
                index={first + at}
                page={page}
                top={stack.tops[first + at]!}
                scale={scale}
                drawing={drawing ?? null}
                onMount={on.onMount}
              />
            ))}
          </div>
        </section>
      </div>
    </section>
  );
}
