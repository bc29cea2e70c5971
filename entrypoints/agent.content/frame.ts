import { autoUpdate, computePosition, flip, hide, offset, type Placement, shift } from '@floating-ui/dom';
import type { Anchor, FrameAct, FrameState } from '../../components/guest/types';
import { browser } from '../../lib/browser';
import { sendMessage } from '../../lib/messages';
import { newKey } from '../../lib/store/keys';
import { clearOf, watchOver } from './uncovered';

/** How long the frame must have stood still before a click in it counts, in milliseconds. */
const STILL_MS = 400;
/** The frame's own margin, which holds its shadow. */
const MARGIN = 10;

/** What the frame shows; what only the frame itself knows is added here. */
export type Shown = Omit<FrameState, 'room' | 'still'>;

/** The one frame of ours over a page. The page sees that something is there; nothing that is in it. */
export interface GuestFrame {
  /** @param anchor What it stands beside; null: in the corner. */
  show(state: Shown, anchor: Anchor | null): void;
  hide(): void;
  remove(): void;
}

/**
 * @param box An empty element in our shadow root, to hold the frame.
 * @param onAct Something the reader did, which counts: it was not done while the frame was moving, or covered.
 */
export function createFrame(box: HTMLElement, onAct: (act: FrameAct) => void): GuestFrame {
  let shown: Shown | null = null;
  let anchor: Anchor | null = null;
  let frame: HTMLIFrameElement | null = null;
  let port: MessagePort | null = null;
  let unfollow = (): void => {};
  let unwatch = (): void => {};
  /** When the box last moved, grew, came up, or was hidden by the page. */
  let movedAt = 0;
  let stilling: ReturnType<typeof setTimeout> | undefined;
  box.setAttribute('popover', 'manual');

  const still = (): boolean => Date.now() - movedAt >= STILL_MS;
  const tell = (): void => {
    if (!port || !shown) return;
    const room = { width: innerWidth - 16 - 2 * MARGIN, height: Math.round(innerHeight * 0.6) };
    port.postMessage(JSON.stringify({ ...shown, room, still: still() } satisfies FrameState));
  };
  const moved = (): void => {
    const was = still();
    movedAt = Date.now();
    if (was) tell();
    clearTimeout(stilling);
    stilling = setTimeout(tell, STILL_MS + 10);
  };
  const set = (style: CSSStyleDeclaration, changes: Record<string, string>): void => {
    for (const [name, value] of Object.entries(changes)) {
      if (style.getPropertyValue(name) === value) continue;
      style.setProperty(name, value);
      moved();
    }
  };

  const act = (next: FrameAct): void => {
    if (next.act === 'size') {
      if (frame) set(frame.style, { width: `${next.width}px`, height: `${next.height}px` });
      return;
    }
    const writes = !['write', 'draft', 'show', 'close', 'away', 'doubt'].includes(next.act);
    if (writes && !clearOf(box)) onAct({ act: 'doubt', why: 'covered' });
    else if (writes && !still()) onAct({ act: 'doubt', why: 'early' });
    else onAct(next);
  };

  /** A frame is let in once: one that was loaded again (the page moved our element) is made anew. */
  const make = (): void => {
    const token = newKey();
    const made = document.createElement('iframe');
    let loaded = false;
    made.addEventListener('load', () => {
      if (loaded) return remake();
      loaded = true;
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = ({ data }) => act(JSON.parse(data as string) as FrameAct);
      // The address it was loaded by is another one for every run of the browser; its origin is not.
      const { origin } = new URL(browser.runtime.getURL('/options.html'));
      made.contentWindow?.postMessage('port', origin, [channel.port2]);
      tell();
    });
    frame = made;
    sendMessage('bearFrame', token).then(
      () => {
        if (frame !== made) return;
        made.src = `${browser.runtime.getURL('/guest.html' as '/')}#${token}`;
        box.append(made);
      },
      () => undefined,
    );
  };
  const remake = (): void => {
    port?.close();
    port = null;
    frame?.remove();
    make();
  };

  const open = (): void => {
    if (typeof box.showPopover !== 'function') box.style.display = 'block';
    else if (!box.matches(':popover-open')) {
      box.showPopover();
      moved();
    }
  };
  const follow = (): void => {
    unfollow();
    const beside = anchor;
    if (!beside) {
      set(box.style, { left: 'auto', top: 'auto', right: '6px', bottom: '54px', visibility: 'visible' });
      unfollow = () => {};
      return;
    }
    const placement: Placement = shown?.toolbar ? 'top' : 'bottom-start';
    unfollow = autoUpdate(beside, box, async () => {
      const { x, y, middlewareData } = await computePosition(beside, box, {
        placement,
        strategy: 'fixed',
        middleware: [offset(0), flip({ padding: 0 }), shift({ padding: 0 }), hide({ padding: -40 })],
      });
      if (anchor !== beside) return;
      const visibility = middlewareData.hide?.referenceHidden ? 'hidden' : 'visible';
      set(box.style, {
        left: `${Math.round(x)}px`,
        top: `${Math.round(y)}px`,
        right: 'auto',
        bottom: 'auto',
        visibility,
      });
    });
  };

  return {
    show(state, next) {
      const elsewhere = next !== anchor || shown === null || shown.toolbar !== state.toolbar;
      shown = state;
      anchor = next;
      if (!frame) make();
      open();
      unwatch();
      unwatch = watchOver(box, moved);
      if (elsewhere) follow();
      tell();
    },
    hide() {
      if (!shown) return;
      // Nothing of the reader's is kept where it is not seen.
      shown = { theme: shown.theme, toolbar: false, about: '', card: null, notice: null };
      tell();
      shown = null;
      anchor = null;
      unwatch();
      unfollow();
      unfollow = () => {};
      if (typeof box.hidePopover === 'function' && box.isConnected) box.hidePopover();
      else box.style.display = 'none';
    },
    remove() {
      clearTimeout(stilling);
      unwatch();
      unfollow();
      port?.close();
      port = null;
      frame?.remove();
      frame = null;
    },
  };
}
