import { render } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import type { Zoom } from '../../../components/reader/original/geometry';
import { Original } from '../../../components/reader/original/Original';
import { setRun } from '../../../components/reader/original/run';
import type { FixedItem, FixedPage } from '../../../lib/formats/types';
import { createOriginalLayer, type OriginalLayer } from '../../../lib/page/original/layer';
import type { OriginalView } from '../../../lib/page/original/view';
import { createPageSession } from '../../../lib/page/session';
import type { PageSession, SessionOptions } from '../../../lib/page/session-types';
import { createMarkPainter } from '../../../lib/paint/mark-painter';
import { mineIs, simpleEngine } from '../../lib/policies';
import '../../../components/theme/theme';
import '../../../components/reader/reader.css';
import '../../../lib/paint/paint.css';

/** A document of measures: its paragraphs, and the pages they are printed on, three lines a paragraph. */
export function printed(measures: number): { html: string; pages: FixedPage[] } {
  const paragraphs = ['临澜县河道管理工作方案'];
  for (let at = 1; at <= measures; at++) {
    paragraphs.push(
      `${at}. 开展第${at}段河道整治，清理岸线垃圾，疏浚淤积河段，加固堤防。`,
      '牵头单位：县水利局',
      '参加单位：县公安局、县财政局',
    );
  }
  const pages: FixedPage[] = [];
  let ink = 0;
  let line = 24;
  let items: FixedItem[] = [];
  for (const paragraph of paragraphs) {
    for (let rest = paragraph; rest !== ''; rest = rest.slice(20)) {
      if (line >= 24) {
        items = [];
        pages.push({ number: pages.length + 1, turn: 0, width: 595, height: 842, items, rules: [] });
        items.push({ text: `— ${pages.length} —`, x: 280, y: 810, width: 50, size: 12, ink: null });
        line = 0;
      }
      const text = rest.slice(0, 20);
      items.push({ text, x: 90, y: 100 + 28 * line++, width: text.length * 16, size: 16, ink });
      ink += text.replace(/\s/g, '').length;
    }
  }
  return { html: paragraphs.map((text) => `<p>${text}</p>`).join(''), pages };
}

const store: SessionOptions['store'] = {
  annotations: async () => [],
  tasks: async () => [],
  document: async () => null,
  recognise: async ({ id }) => id,
  noteResolutions: async () => {},
  saveDocument: async () => {
    throw new Error('not asked for');
  },
};

export interface OriginalStage {
  readonly session: PageSession;
  readonly layer: OriginalLayer;
  readonly view: OriginalView;
  readonly reading: HTMLElement;
  close(): void;
}

/** The reading text and its original side by side, as the reader sets them. */
export async function originalStage(measures: number, unit?: string): Promise<OriginalStage> {
  const { html, pages } = printed(measures);
  let layer: OriginalLayer | null = null;
  let view: OriginalView | null = null;
  const duties = new Map([[0, 2]]);
  const onMount = (page: number, element: HTMLElement) => layer!.mount(page, element);
  const onReady = (shown: OriginalView) => {
    view = shown;
    layer = createOriginalLayer({ pages, view: shown, set: setRun });
    return undefined;
  };
  function Stage() {
    const [zoom, setZoom] = useState<Zoom>('width');
    const [thumbs, setThumbs] = useState(true);
    return (
      <div class="reader" style={{ height: '600px', width: '1000px' }}>
        <div class="reader-views" data-mode="both">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls. */}
          <main class="reader-paper" tabIndex={0} dangerouslySetInnerHTML={{ __html: `<article>${html}</article>` }} />
          <div class="reader-original">
            <Original
              pages={pages}
              drawing={null}
              duties={duties}
              zoom={zoom}
              thumbs={thumbs}
              notice="按位置重排"
              onZoom={setZoom}
              onThumbs={setThumbs}
              onMount={onMount}
              onReady={onReady}
            />
          </div>
        </div>
      </div>
    );
  }
  const shown = render(<Stage />);
  const reading = shown.container.querySelector<HTMLElement>('.reader-paper')!;
  const session = createPageSession(reading.querySelector('article')!, {
    store,
    engine: simpleEngine,
    url: () => 'file:方案.ofd',
    paint: (text, change) => createMarkPainter(text, { change }),
    ...(unit === undefined ? {} : { mine: mineIs(unit) }),
  });
  session.attach(layer!);
  await session.read();
  await session.settled();
  return {
    session,
    layer: layer!,
    view: view!,
    reading,
    close() {
      session.dispose();
      layer!.setText(null);
      shown.unmount();
    },
  };
}
