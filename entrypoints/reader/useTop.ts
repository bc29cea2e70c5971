import { useEffect, useState } from 'preact/hooks';
import type { PageSession } from '../../lib/page/session-types';
import { offsetAtHeight } from '../../lib/page/top';
import type { Span } from '../../lib/text/types';

/** Where the reader's eyes are taken to be, as a share of the paper's height: just below where a passage that was asked for stands. */
const EYES = 0.34;

/** The offset of what is read now; null while no text is laid out. */
export function topOf(session: PageSession): number | null {
  const text = session.reading()?.text;
  const paper = text?.root instanceof Element ? text.root.closest('main') : null;
  if (!text || !paper) return null;
  const { top, height } = paper.getBoundingClientRect();
  return offsetAtHeight(text, top + height * eyesOn(paper));
}

/** At the end of the text, which cannot be scrolled further up, the eyes go down to the last line. */
function eyesOn({ scrollHeight, scrollTop, clientHeight }: Element): number {
  const left = scrollHeight - clientHeight - scrollTop;
  return scrollHeight > clientHeight + 1 ? Math.max(EYES, Math.min(1, 1 - left / clientHeight)) : EYES;
}

/** Where the reader was led last, if that is still to be seen. */
function ledTo(session: PageSession): Span | null {
  const led = session.ledTo();
  const root = session.reading()?.text.root;
  const paper = root instanceof Element ? root.closest('main')?.getBoundingClientRect() : null;
  const at = led && session.rangeOf({ start: led.start, end: led.start + 1 })?.getBoundingClientRect();
  return paper && at && at.bottom > paper.top && at.top < paper.bottom ? led : null;
}

/** What moves a text by hand; where the reader was led to counts until then, wherever on the paper it came to stand. */
const HAND = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** The same, kept up while the reader scrolls; once a frame at most. */
export function useTop(session: PageSession): number | null {
  const [top, setTop] = useState<number | null>(null);
  useEffect(() => {
    let frame = 0;
    /** Where the reader was led and has scrolled away from since. */
    let left: Span | null = null;
    const look = () => {
      frame = 0;
      const led = ledTo(session);
      setTop(led && led !== left ? led.start : topOf(session));
    };
    const byHand = (event: Event) => {
      // A click or a key in the outline or the panel moves no text.
      const root = session.reading()?.text.root;
      const paper = root instanceof Element ? root.closest('main') : null;
      const { target } = event;
      if (target === document.body || (target instanceof Node && paper?.contains(target))) left = session.ledTo();
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    // Scrolling does not bubble: it is heard on its way down, whichever box it is that scrolls.
    document.addEventListener('scroll', soon, { capture: true, passive: true });
    for (const kind of HAND) document.addEventListener(kind, byHand, { capture: true, passive: true });
    // What is led to may be in sight already: then nothing scrolls.
    for (const kind of ['click', 'keyup']) document.addEventListener(kind, soon);
    addEventListener('resize', soon);
    const stop = session.onSnapshot(soon);
    soon();
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', soon, { capture: true });
      for (const kind of HAND) document.removeEventListener(kind, byHand, { capture: true });
      for (const kind of ['click', 'keyup']) document.removeEventListener(kind, soon);
      removeEventListener('resize', soon);
      stop();
    };
  }, [session]);
  return top;
}
