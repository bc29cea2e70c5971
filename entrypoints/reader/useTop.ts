import { useEffect, useState } from 'preact/hooks';
import type { PageSession } from '../../lib/page/session-types';
import { offsetAtHeight } from '../../lib/page/top';

/** Where the reader's eyes are taken to be, as a share of the paper's height: just below where a passage that was asked for stands. */
const EYES = 0.34;

/** The offset of what is read now; null while no text is laid out. */
export function topOf(session: PageSession): number | null {
  const text = session.reading()?.text;
  const paper = text?.root instanceof Element ? text.root.closest('main') : null;
  if (!text || !paper) return null;
  const { top, height } = paper.getBoundingClientRect();
  return offsetAtHeight(text, top + height * EYES);
}

/** The same, kept up while the reader scrolls; once a frame at most. */
export function useTop(session: PageSession): number | null {
  const [top, setTop] = useState<number | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      setTop(topOf(session));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    // Scrolling does not bubble: it is heard on its way down, whichever box it is that scrolls.
    document.addEventListener('scroll', soon, { capture: true, passive: true });
    addEventListener('resize', soon);
    const stop = session.onSnapshot(soon);
    soon();
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', soon, { capture: true });
      removeEventListener('resize', soon);
      stop();
    };
  }, [session]);
  return top;
}
