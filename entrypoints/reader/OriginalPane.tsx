import type { ComponentChild } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Original } from '../../components/reader/original/Original';
import { setRun } from '../../components/reader/original/run';
import { type Drawing, isDrawn, type OriginalFile, openDrawing } from '../../lib/formats/drawing';
import type { FixedPage } from '../../lib/formats/types';
import { createOriginalLayer, type OriginalLayer } from '../../lib/page/original/layer';
import { keepInStep } from '../../lib/page/original/step';
import type { OriginalView } from '../../lib/page/original/view';
import type { PageSession } from '../../lib/page/session-types';
import { settings } from '../../lib/settings';
import { useSetting } from './useSetting';
import { useZoom } from './useZoom';

export interface OriginalPaneProps {
  readonly original: OriginalFile;
  readonly pages: readonly FixedPage[];
  /** On the reading text; null while it is not set, and for a scan. */
  readonly session: PageSession | null;
  /** The scrolling box of the reading text. */
  readonly reading: () => HTMLElement | null;
  /** Whether the reading text is seen beside it. */
  readonly beside?: boolean;
  /** Above the pages, in place of what is said of the original otherwise. */
  readonly bar?: ComponentChild;
}

/** The original pages of a file, painted by the session of its reading text and scrolling in step with it. */
export function OriginalPane({ original, pages, session, reading, beside = false, bar = null }: OriginalPaneProps) {
  const [zoom, setZoom] = useZoom(original, beside);
  const alone = useSetting(settings.readerThumbs);
  const both = useSetting(settings.readerThumbsBeside);
  const [thumbs, setThumbs] = beside ? both : alone;
  const [drawing, failed] = useDrawing(original);
  const [layer, setLayer] = useState<OriginalLayer | null>(null);
  const view = useRef<OriginalView | null>(null);
  const seen = useRef(beside);
  seen.current = beside;
  const layerNow = useRef<OriginalLayer | null>(null);
  const duties = useDuties(session, layer);

  const onReady = useCallback(
    (shown: OriginalView) => {
      view.current = shown;
      layerNow.current = createOriginalLayer({ pages, view: shown, set: setRun });
      setLayer(layerNow.current);
      const copy = (event: ClipboardEvent) => {
        const passage = layerNow.current?.passage();
        if (!passage || !event.clipboardData) return;
        event.clipboardData.setData('text/plain', passage);
        event.preventDefault();
      };
      shown.root.addEventListener('copy', copy);
      return () => {
        shown.root.removeEventListener('copy', copy);
        layerNow.current?.setText(null);
        layerNow.current = null;
        view.current = null;
      };
    },
    [pages],
  );
  const onMount = useCallback(
    (page: number, element: HTMLElement) => layerNow.current?.mount(page, element) ?? (() => {}),
    [],
  );
  useEffect(() => (session && layer ? session.attach(layer) : undefined), [session, layer]);
  useEffect(() => {
    const [box, shown] = [reading(), view.current];
    if (!session || !layer || !box || !shown) return;
    const step = keepInStep({ reading: box, original: shown, layer, bothSeen: () => seen.current });
    step.original();
    return step.stop;
  }, [session, layer]);
  const approximate =
    isDrawn(original.format) || original.format === 'picture' || bar ? null : i18n.t('reader.original.approximate');
  if (thumbs === undefined) return null;
  return (
    <Original
      pages={pages}
      drawing={drawing}
      duties={duties}
      zoom={zoom}
      thumbs={thumbs}
      notice={failed ? i18n.t('reader.original.gone') : approximate}
      bar={bar}
      onZoom={setZoom}
      onThumbs={setThumbs}
      onMount={onMount}
      onReady={onReady}
    />
  );
}

/** Null: there is nothing to draw from; undefined: it is being opened. */
function useDrawing(original: OriginalFile): [Drawing | null | undefined, boolean] {
  const [state, setState] = useState<[Drawing | null | undefined, boolean]>([undefined, false]);
  useEffect(() => {
    if (!isDrawn(original.format)) return setState([null, false]);
    setState([undefined, false]);
    let gone = false;
    const opened = openDrawing(original);
    opened.then(
      (drawing) => gone || setState([drawing, false]),
      () => gone || setState([null, true]),
    );
    return () => {
      gone = true;
      opened.then(
        (drawing) => drawing.close(),
        () => {},
      );
    };
  }, [original]);
  return state;
}

/** How many measures that are ours for sure begin on each page. */
function useDuties(session: PageSession | null, layer: OriginalLayer | null): ReadonlyMap<number, number> {
  const [counts, setCounts] = useState<ReadonlyMap<number, number>>(new Map());
  useEffect(() => {
    if (!session || !layer) return setCounts(new Map());
    const count = () => {
      const { duties, policy } = session.current();
      const ours = new Set(duties.filter(({ certainty }) => certainty !== 'possible').map(({ measure }) => measure));
      const found = new Map<number, number>();
      for (const { id, span } of policy?.measures ?? []) {
        const page = ours.has(id) ? layer.pageOf(span.start) : null;
        if (page !== null) found.set(page, (found.get(page) ?? 0) + 1);
      }
      setCounts(found);
    };
    count();
    return session.onSnapshot(count);
  }, [session, layer]);
  return counts;
}
