import type { RecognisedInk } from '../../lib/formats/types';
import { onOurMessage } from '../../lib/messages';
import { nobody } from '../../lib/page/engine';
import { readingEngine } from '../../lib/page/reading-engine';
import { weighing } from '../../lib/page/recognised';
import { createPageSession } from '../../lib/page/session';
import type { PageSession } from '../../lib/page/session-types';
import type { PageTarget } from '../../lib/page/types';
import { createMarkPainter } from '../../lib/paint/mark-painter';
import '../../lib/paint/paint.css';
import { settings } from '../../lib/settings';
import { store, watchStore } from '../../lib/store/client';
import { takeWish } from './wish';

/** A session on the document shown, and how to end it. */
export interface OpenSession {
  readonly session: PageSession;
  readonly close: () => void;
}

/**
 * Reads and paints the article, and keeps it in step with the store, the settings and what the user does in it. Marks
 * are real `<mark>` elements: the page is ours, and so they can be printed, copied and read aloud.
 *
 * @param recognised What of the document was read from pictures.
 */
export function openSession(article: HTMLElement, url: string, recognised?: readonly RecognisedInk[]): OpenSession {
  const session = createPageSession(article, {
    store,
    engine: weighing(readingEngine, recognised),
    url: () => url,
    paint: (text, change) => createMarkPainter(text, { change }),
    mine: nobody,
  });
  const end = new AbortController();
  const { signal } = end;

  /** In the reading text or on its original pages. */
  const inDocument = (node: Node | null) =>
    article.contains(node) || Boolean(node?.parentElement?.closest('.original-pages'));
  document.addEventListener(
    'click',
    ({ clientX, clientY, target }) => {
      if (!(target instanceof Element) || !inDocument(target) || target.closest('a[href]')) return;
      const [mark] = session.targetsAt(clientX, clientY);
      if (mark && document.getSelection()?.isCollapsed !== false) session.select(mark);
    },
    { signal },
  );
  // A selection in the panel is none in the document; the one made here stays good while the panel is used.
  const selected = () => inDocument(document.getSelection()?.anchorNode ?? null) && session.selectionChanged();
  document.addEventListener('selectionchange', selected, { signal });

  const mine = async () => {
    const [profiles, decisions] = await Promise.all([settings.profiles.getValue(), settings.decisions.getValue()]);
    if (!signal.aborted) session.setMine({ profiles, decisions });
  };
  const shown = async () => {
    const marks = await settings.marks.getValue();
    if (!signal.aborted) session.setShown((kind) => marks[kind]);
  };
  /** What is not printed here any more is led to in the panel, which says so. */
  const show = async (target: PageTarget) => {
    const found = await session.reveal(target);
    if (!found) session.select(target);
    return found;
  };
  const stops = [
    settings.profiles.watch(mine),
    settings.decisions.watch(mine),
    settings.marks.watch(shown),
    watchStore((change) => session.storeChanged(change)),
    // "Back to the sentence" while the document is open already.
    onOurMessage('reveal', ({ data }) => show(data)),
  ];

  const begin = async () => {
    await Promise.all([mine(), shown()]);
    await session.read();
    await session.settled();
    if (signal.aborted) return;
    const target = await takeWish(session.current().documentId);
    if (target && !signal.aborted) await show(target);
  };
  void begin();

  return {
    session,
    close() {
      end.abort();
      for (const stop of stops) stop();
      session.dispose();
    },
  };
}
