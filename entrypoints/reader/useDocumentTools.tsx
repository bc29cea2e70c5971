import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { FindBar } from '../../components/reader/find/FindBar';
import { useFind } from '../../components/reader/find/useFind';
import { Outline } from '../../components/reader/outline/Outline';
import { IconButton } from '../../components/ui/Button';
import { finder } from '../../lib/anchor/find';
import type { PageSession } from '../../lib/page/session-types';
import { topOf, useTop } from './useTop';

/** What helps to find one's way in the document, for the places the frame has for it. */
export interface DocumentTools {
  /** Buttons of the bar. */
  readonly buttons: ComponentChildren;
  /** Beside the paper. */
  readonly side: ComponentChildren | null;
  /** Over the paper. */
  readonly over: ComponentChildren | null;
}

/** From this width on, in CSS pixels, the outline has room beside text and panel and is open at first. */
const ROOMY = 1360;
/** Below it the outline lies over the text and goes away once it has led somewhere. */
const NARROW = 896;

export function useDocumentTools(session: PageSession | null): DocumentTools {
  const [outline, setOutline] = useState(() => innerWidth >= ROOMY);
  const [, setRevision] = useState(0);
  useEffect(() => session?.onSnapshot((snapshot) => setRevision(snapshot?.revision ?? 0)), [session]);
  const snapshot = session?.current();
  const text = session?.reading()?.text ?? null;
  const find = useFind({
    finder: useMemo(() => (text ? finder(text) : null), [text]),
    from: () => (session && topOf(session)) ?? 0,
    show: (hits, current) => session?.showHits(hits, current),
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'f';
      const target = event.target instanceof Element ? event.target : null;
      // Pressed once more in the bar itself, it is the browser's own search that is wanted.
      if (!session || !wanted || target?.closest('.find-bar, dialog')) return;
      event.preventDefault();
      find.ask();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  const top = useTop(session, outline);
  const buttons = session && (
    <>
      <IconButton
        icon="listTree"
        label={i18n.t(outline ? 'reader.outline.close' : 'reader.outline.open')}
        pressed={outline}
        onClick={() => setOutline(!outline)}
      />
      <IconButton icon="search" label={i18n.t('reader.find.open')} onClick={find.ask} />
    </>
  );
  const side =
    session && outline && snapshot?.policy ? (
      <Outline
        policy={snapshot.policy}
        duties={snapshot.duties}
        top={top}
        onGo={(span) => {
          void session.reveal({ kind: 'passage', revision: session.current().revision, span });
          if (innerWidth < NARROW) setOutline(false);
        }}
        onClose={() => setOutline(false)}
      />
    ) : null;
  return { buttons, side, over: session && find.open ? <FindBar find={find} /> : null };
}
