import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Drawing } from '../../../lib/formats/drawing';
import type { FixedPage } from '../../../lib/formats/types';
import { canvasScale } from './canvas';
import { drawGeometry } from './sketch';

export interface ThumbProps {
  readonly index: number;
  readonly page: FixedPage;
  readonly drawing: Drawing | null | undefined;
  readonly duties: number;
  readonly current: boolean;
  /** The strip's one stop of the tab key. */
  readonly reachable: boolean;
  /** CSS pixels. */
  readonly width: number;
  readonly onChoose: () => void;
}

/** Scrolling past a thumbnail, in milliseconds, does not draw it. */
const PATIENCE = 120;

/** A page in small, its number, and how many of our duties begin on it. */
export function Thumb({ index, page, drawing, duties, current, reachable, width, onChoose }: ThumbProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    if (!target || drawing === undefined) return;
    const scale = canvasScale(page, width / page.width);
    const stop = new AbortController();
    const timer = setTimeout(() => {
      // A page that cannot be drawn stays white here; in its place it says so.
      const { signal } = stop;
      const drawn = drawing
        ? drawing.draw(page, target, scale, { signal, idle: true })
        : drawGeometry(page, target, scale, signal);
      drawn.catch(() => {});
    }, PATIENCE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [page, drawing, width]);
  const name = i18n.t('reader.original.pageName', [`${page.number}`]);
  return (
    <button
      type="button"
      class="thumb"
      data-index={index}
      aria-current={current ? 'page' : undefined}
      tabIndex={reachable ? 0 : -1}
      onClick={onChoose}
    >
      <canvas
        ref={canvas}
        class="thumb-drawing"
        style={{
          width: `${width}px`,
          height: `${Math.round(Math.min((page.height / page.width) * width, 2 * width))}px`,
        }}
      />
      <span class="thumb-number">{name}</span>
      {duties > 0 && (
        <span class="thumb-duties" title={i18n.t('reader.original.duties', [`${duties}`])}>
          <span aria-hidden="true">{duties}</span>
          <span class="visually-hidden">{i18n.t('reader.original.duties', [`${duties}`])}</span>
        </span>
      )}
    </button>
  );
}
