import '../../lib/older';
import '../../lib/paint/paint.css';
import './print.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { sendMessage } from '../../lib/messages';
import { createPageSession } from '../../lib/page/session';
import { paintApart } from '../../lib/paint/apart';
import { createCanvasPainter } from '../../lib/paint/canvas-painter';
import { createGutter, paintBoth } from '../../lib/paint/gutter';
import { removeStaleHighlights } from '../../lib/paint/highlight-painter';
import { createPainter } from '../../lib/paint/painter';
import { store } from '../../lib/store/client';
import { printedBefore } from '../../lib/text/sheet-rules';
import { isAlive, onceGone } from './alive';
import { engine } from './engine';
import { createGuest } from './guest';
import { createHost } from './host';
import { createPreferences } from './preferences';
import { follow, quiet, wire } from './wires';

/** Time after the last change of the selection before it counts, in milliseconds. */
const SELECTION_PAUSE = 250;

/** A policy page: reads and paints it, answers the panel, shows the pill. Loaded by the background, once a frame. */
export default defineContentScript({
  registration: 'runtime',
  main() {
    const life = new AbortController();
    const { signal } = life;
    removeStaleHighlights(window);
    const host = createHost();
    const preferences = createPreferences(signal);
    const colour = () => preferences.now()?.profiles.find((profile) => profile.colour !== null)?.colour ?? null;
    const session = createPageSession(document, {
      store,
      engine,
      printed: printedBefore,
      paint: (text, change) =>
        paintApart(
          createPainter(text, { change }),
          paintBoth(createCanvasPainter(text, host.sheet, colour), createGutter(text, host.gutter, colour)),
        ),
    });

    const stop = (): void => {
      if (signal.aborted) return;
      life.abort();
      session.dispose();
      host.remove();
    };
    onceGone(stop, signal);
    signal.addEventListener('abort', () => clearTimeout(selecting));

    follow(session, preferences);
    const guest = createGuest(session, host, preferences, signal);
    wire(session, guest.missing, signal);
    session.onSnapshot((snapshot) => snapshot && host.tell(snapshot));

    let selecting: ReturnType<typeof setTimeout> | undefined;
    const onPage =
      <E extends Event>(work: (event: E) => void) =>
      (event: E): void => {
        if (!isAlive()) stop();
        // What a script makes up is no wish of the reader's.
        else if (event.isTrusted && !host.owns(event)) work(event);
      };
    const options = { signal, capture: true, passive: true };
    const selectSoon = onPage(() => {
      clearTimeout(selecting);
      selecting = setTimeout(guest.selected, SELECTION_PAUSE);
    });
    // A selection that is still being drawn is none: what came before must not show the toolbar in the middle of it.
    document.addEventListener(
      'pointerdown',
      onPage(() => {
        clearTimeout(selecting);
        guest.pressed();
      }),
      options,
    );
    document.addEventListener('pointerup', selectSoon, options);
    // Whoever presses on words that are still selected drags them: that is heard of at its end only.
    document.addEventListener('dragend', selectSoon, options);
    document.addEventListener('keyup', selectSoon, options);
    document.addEventListener(
      'click',
      onPage<MouseEvent>((event) => {
        // A link, a button or a drag to select is the page's own affair.
        const target = event.target instanceof Element ? event.target : null;
        if (event.button !== 0 || target?.closest('a[href], button, input, select, textarea, label')) return;
        if (document.getSelection()?.isCollapsed !== false) guest.clicked(event.clientX, event.clientY);
      }),
      options,
    );
    document.addEventListener(
      'keydown',
      onPage<KeyboardEvent>(({ key }) => {
        // Never prevented: the page may have a use of its own for the key.
        if (key === 'Escape') guest.escape();
      }),
      options,
    );

    const begin = async (): Promise<void> => {
      await preferences.ask();
      await session.read();
      const documentId = session.current().documentId;
      const target = await sendMessage('takeReveal', { documentId });
      if (target) {
        await session.settled();
        if (!(await session.reveal(target))) guest.missing();
      }
    };
    quiet(begin());
  },
});
