import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Drawing } from '../../../lib/formats/drawing';
import type { FixedPage } from '../../../lib/formats/types';
import { canvasScale } from './canvas';
import { Geometry } from './Geometry';

export interface OriginalPageProps {
  /** In the list of pages. */
  readonly index: number;
  readonly page: FixedPage;
  readonly top: number;
  /** CSS pixels a point. */
  readonly scale: number;
  /** Null: the page is set from its geometry. */
  readonly drawing: Drawing | null;
  /** The text goes into the element; see `OriginalLayer.mount`. */
  readonly onMount: (index: number, element: HTMLElement) => () => void;
}

/** Scrolling fast past a page, in milliseconds, does not draw it. */
const PATIENCE = 60;

/** One page: its drawing, and over it its text, which is selected, read aloud and painted. */
export function OriginalPage({ index, page, top, scale, drawing, onMount }: OriginalPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useLayoutEffect(() => onMount(index, layer.current as HTMLElement), [index, page, onMount]);
  useEffect(() => {
    if (!drawing) return;
    const stop = new AbortController();
    const { signal } = stop;
    const timer = setTimeout(() => {
      const target = canvas.current;
      if (!target) return;
      drawing.draw(page, target, canvasScale(page, scale), { signal }).then(
        () => signal.aborted || setFailed(false),
        () => signal.aborted || setFailed(true),
      );
    }, PATIENCE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [drawing, page, scale]);
  useEffect(() => {
    const own = canvas.current;
    // A canvas holds its memory until it is collected, unless it is told.
    return () => {
      if (own) own.width = own.height = 0;
    };
  }, []);
  const size = { width: `${Math.round(page.width * scale)}px`, height: `${Math.round(page.height * scale)}px` };
  return (
    <section
      class="original-page"
      aria-label={i18n.t('reader.original.pageName', [`${page.number}`])}
      data-page={page.number}
      data-set={drawing || page.scan ? undefined : ''}
      style={{ top: `${top}px`, ...size, '--scale': `${scale}` }}
    >
      {drawing ? <canvas ref={canvas} class="original-drawing" /> : <Geometry page={page} />}
      <div
        ref={layer}
        class="original-text"
        lang="zh-CN"
        style={page.scan ? { transform: `rotate(${page.scan.skew}rad)` } : undefined}
      />
      {failed && <p class="original-failed">{i18n.t('reader.original.pageFailed')}</p>}
    </section>
  );
}
