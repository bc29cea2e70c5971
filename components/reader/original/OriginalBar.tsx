import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { FixedPage } from '../../../lib/formats/types';
import { Button, IconButton } from '../../ui/Button';
import type { Zoom } from './geometry';

export interface OriginalBarProps {
  readonly pages: readonly FixedPage[];
  /** Index of the page that is read. */
  readonly current: number;
  /** The scale as seen, against the size on paper. */
  readonly seen: number;
  readonly zoom: Zoom;
  readonly thumbs: boolean;
  readonly onPage: (index: number) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onZoomBy: (direction: 1 | -1) => void;
  readonly onThumbs: (shown: boolean) => void;
}

/** Thumbnails, "page n of N", zoom. */
export function OriginalBar(props: OriginalBarProps) {
  const { pages, current, seen, zoom, thumbs } = props;
  const count = pages[pages.length - 1]?.number ?? pages.length;
  const number = pages[current]?.number ?? 1;
  const [typed, setTyped] = useState(`${number}`);
  useEffect(() => setTyped(`${number}`), [number]);
  const go = () => {
    const wanted = Number.parseInt(typed, 10);
    if (!Number.isFinite(wanted)) return setTyped(`${number}`);
    // A page that could not be read is missing: the next one stands for it.
    const index = pages.findIndex((page) => page.number >= wanted);
    const found = wanted < 1 ? 0 : index < 0 ? pages.length - 1 : index;
    setTyped(`${pages[found]?.number ?? number}`);
    props.onPage(found);
  };
  return (
    <div class="original-bar" role="toolbar" aria-label={i18n.t('reader.original.bar')}>
      <IconButton
        small
        icon="panelLeft"
        label={i18n.t('reader.original.thumbs')}
        pressed={thumbs}
        onClick={() => props.onThumbs(!thumbs)}
      />
      <form
        class="original-number"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <span>{i18n.t('reader.original.pageBefore')}</span>
        <input
          class="input"
          inputMode="numeric"
          aria-label={i18n.t('reader.original.pageField', [`${count}`])}
          value={typed}
          size={Math.max(3, `${count}`.length)}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => setTyped(`${number}`)}
        />
        <span>{i18n.t('reader.original.pageAfter', [`${count}`])}</span>
      </form>
      <div class="original-zoom">
        <IconButton
          small
          icon="zoomOut"
          label={i18n.t('reader.original.zoomOut')}
          aria-keyshortcuts="Control+-"
          onClick={() => props.onZoomBy(-1)}
        />
        <button
          type="button"
          class="original-percent"
          title={i18n.t('reader.original.paperSize')}
          onClick={() => props.onZoom(1)}
        >
          {Math.round(seen * 100)}%
        </button>
        <IconButton
          small
          icon="zoomIn"
          label={i18n.t('reader.original.zoomIn')}
          aria-keyshortcuts="Control++"
          onClick={() => props.onZoomBy(1)}
        />
        <Button
          small
          variant="quiet"
          class="original-fit"
          aria-pressed={zoom === 'width'}
          aria-keyshortcuts="Control+0"
          onClick={() => props.onZoom('width')}
        >
          {i18n.t('reader.original.fitWidth')}
        </Button>
      </div>
    </div>
  );
}
