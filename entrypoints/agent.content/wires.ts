import { onMessage, sendMessage } from '../../lib/messages';
import { nextMine } from '../../lib/page/mine';
import type { PageSession } from '../../lib/page/session-types';
import { isAlive } from './alive';
import type { Preferences } from './preferences';

/** Nobody may be there to hear: the background starts, or the extension is gone. That is no fault of the page. */
export function quiet(message: Promise<unknown>): void {
  message.catch(() => undefined);
}

/** Takes listeners away; the browser throws where the extension they belonged to is gone. */
export function letGo(offs: readonly (() => void)[]): void {
  for (const off of offs) {
    try {
      off();
    } catch {
      // Gone with the extension.
    }
  }
}

/**
 * Joins a session with the rest of the extension: surfaces ask it, the background hears what is new.
 * Everything ends with the signal.
 */
export function wire(session: PageSession, missing: () => void, signal: AbortSignal): void {
  // A snapshot of thousands of measures takes its time to travel: one a turn, in a task of its own.
  let due = false;
  const tellSoon = (): void => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      if (!signal.aborted && isAlive()) quiet(sendMessage('pageChanged', session.current()));
    });
  };
  const offs = [
    onMessage('getSnapshot', () => session.current()),
    onMessage('reveal', async ({ data }) => {
      const found = await session.reveal(data);
      // Before it is read nothing is known to be missing.
      if (!found && session.current().state === 'ready') missing();
      return found;
    }),
    onMessage('stepMine', ({ data }) => stepMine(session, data)),
    onMessage('draftTasks', ({ data }) => session.draftTasks(data)),
    onMessage('draftTask', () => session.draftTask()),
    onMessage('draftAnnotation', () => session.draftAnnotation()),
    onMessage('draftFound', ({ data }) => session.draftFound(data)),
    onMessage('annotatedCopy', () => session.annotatedCopy()),
    onMessage('readPage', () => session.read()),
    onMessage('storeChanged', ({ data }) => session.storeChanged(data)),
    session.onSnapshot(tellSoon),
    session.onSelect((target) => {
      if (isAlive()) quiet(sendMessage('pageSelected', target));
    }),
  ];

  addEventListener('pagehide', () => isAlive() && quiet(sendMessage('pageGone', undefined)), { signal });
  // Back from the browser's cache: the panels have forgotten this page.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) tellSoon();
    },
    { signal },
  );
  signal.addEventListener('abort', () => letGo(offs));
}

/** Where the reader was led to last in each page. */
const lastMine = new WeakMap<PageSession, string>();

/** Leads to the next measure of ours, or to the one before; false where nothing is ours. */
async function stepMine(session: PageSession, step: 1 | -1): Promise<boolean> {
  const { policy, duties } = session.current();
  const next = policy && nextMine(policy, duties, lastMine.get(session) ?? null, step);
  if (!next) return false;
  lastMine.set(session, next);
  session.select({ kind: 'measure', id: next });
  return session.reveal({ kind: 'measure', id: next });
}

/** Has the session follow what the reader chose: units, decisions about them, and which marks are shown. */
export function follow(session: PageSession, preferences: Preferences): void {
  let mine = '';
  let shown = '';
  preferences.onChange(({ profiles, decided, marks }) => {
    // Told of any change: what stayed as it was is not worked through again.
    const [of, kinds] = [JSON.stringify([profiles, decided]), JSON.stringify(marks)];
    // What was decided the background adds by itself, where it says what is ours.
    if (of !== mine) session.setMine({ profiles, decisions: [] });
    if (kinds !== shown) session.setShown((kind) => marks[kind]);
    [mine, shown] = [of, kinds];
  });
}
