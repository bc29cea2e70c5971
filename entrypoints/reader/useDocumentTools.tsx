import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CopyMenu } from '../../components/copy/CopyMenu';
import { FindBar } from '../../components/reader/find/FindBar';
import { useFind } from '../../components/reader/find/useFind';
import { IconButton } from '../../components/ui/Button';
import { finder } from '../../lib/anchor/find';
import type { PageSession } from '../../lib/page/session-types';
import { takeAway } from '../../lib/page/take-away';
import type { PageSnapshot } from '../../lib/page/types';
import type { PolicyDocument } from '../../lib/policy/types';
import { OutlineSide } from './OutlineSide';
import { type Printing, usePrinting } from './usePrinting';
import { topOf } from './useTop';

/** What helps to find one's way in the document, for the places the frame has for it. */
export interface DocumentTools extends Printing {
  /** Buttons of the bar. */
  readonly buttons: ComponentChildren;
  /** Beside the paper. */
  readonly side: ComponentChildren | null;
  /** Over the paper. */
  readonly over: ComponentChildren | null;
  /** What the document was read as; null until it was. */
  readonly policy: PolicyDocument | null;
}

/** From this width on, in CSS pixels, the outline has room beside text and panel and is open at first. */
const ROOMY = 1360;
/** From this width on it has room beside text, original and panel too. */
const SPACIOUS = 1680;
/** Below it the outline lies over the text and goes away once it has led somewhere. */
const NARROW = 896;

/** @param beside the original stands beside the text: then the outline comes by itself only where there is much room */
export function useDocumentTools(session: PageSession | null, beside: boolean): DocumentTools {
  const [asked, setOutline] = useState<boolean | null>(null);
  const [snapshot, setSnapshot] = useState<PageSnapshot | null>(null);
  useEffect(() => {
    setSnapshot(session?.current() ?? null);
    return session?.onSnapshot(setSnapshot);
  }, [session]);
  const entries = (snapshot?.policy?.sections.length ?? 0) + (snapshot?.policy?.measures.length ?? 0);
  const outline = asked ?? (innerWidth >= (beside ? SPACIOUS : ROOMY) && entries > 0);
  const printing = usePrinting(session, snapshot);
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
  const buttons = session && (
    <>
      <IconButton
        icon="listTree"
        label={i18n.t(outline ? 'reader.outline.close' : 'reader.outline.open')}
        pressed={outline}
        onClick={() => setOutline(!outline)}
      />
      <IconButton icon="search" label={i18n.t('reader.find.open')} onClick={find.ask} />
      <CopyMenu {...takeAway(session)} />
    </>
  );
  const side =
    session && snapshot?.policy && outline ? (
      <OutlineSide
        session={session}
        snapshot={snapshot}
        onGone={() => innerWidth < NARROW && setOutline(false)}
        onClose={() => setOutline(false)}
      />
    ) : null;
  const over = session && find.open ? <FindBar find={find} /> : null;
  return { ...printing, buttons, side, over, policy: snapshot?.policy ?? null };
}
