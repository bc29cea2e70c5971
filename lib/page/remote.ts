import { type Activation, onOurMessage, sendMessage } from '../messages';
import type { PageSnapshot, PageTarget, PageView } from './types';

/** Reading by hand was refused; `code` says why and has its wording in `errors.*` of the locales. */
export class ActivationError extends Error {
  override readonly name = 'ActivationError';

  constructor(readonly code: Exclude<Activation, 'done'>) {
    super(code);
  }
}

interface Listeners {
  readonly snapshot: Set<(tabId: number, snapshot: PageSnapshot | null) => void>;
  readonly select: Set<(tabId: number, target: PageTarget) => void>;
}

let shared: Listeners | null = null;

/** A surface may listen to a message once only, so all its remote pages share one ear. */
function listeners(): Listeners {
  if (shared) return shared;
  const all: Listeners = { snapshot: new Set(), select: new Set() };
  onOurMessage('tabSnapshot', ({ data }) => {
    for (const listener of all.snapshot) listener(data.tabId, data.snapshot);
  });
  onOurMessage('tabSelected', ({ data }) => {
    for (const listener of all.select) listener(data.tabId, data.target);
  });
  shared = all;
  return all;
}

/**
 * The page of a tab, over messages. What is asked of it goes to the frame that holds the policy; what it tells comes
 * through the background. Calls to a page that is gone answer as a page with nothing in it would.
 */
export function remotePage(tabId: number): PageView {
  const place = async () => ({ tabId, frameId: await sendMessage('policyFrame', tabId).catch(() => 0) });
  const { snapshot: snapshots, select: selections } = listeners();
  return {
    snapshot: async () => (await sendMessage('getSnapshot', undefined, await place()).catch(() => null)) ?? null,
    reveal: async (target) => sendMessage('reveal', target, await place()).catch(() => false),
    draftTasks: async (ids) => sendMessage('draftTasks', ids, await place()).catch(() => []),
    draftTask: async () => sendMessage('draftTask', undefined, await place()).catch(() => null),
    draftAnnotation: async () => sendMessage('draftAnnotation', undefined, await place()).catch(() => null),
    draftFound: async (id) => sendMessage('draftFound', id, await place()).catch(() => null),
    annotatedCopy: async () => sendMessage('annotatedCopy', undefined, await place()).catch(() => null),
    async read() {
      const result = await sendMessage('activateTab', tabId).catch(() => 'failed' as const);
      if (result !== 'done') throw new ActivationError(result);
    },
    onSnapshot(listener) {
      const own = (tab: number, snapshot: PageSnapshot | null) => tab === tabId && listener(snapshot);
      snapshots.add(own);
      return () => snapshots.delete(own);
    },
    onSelect(listener) {
      const own = (tab: number, target: PageTarget) => tab === tabId && listener(target);
      selections.add(own);
      // The panel may just have been opened by a click on a mark: that click is still to be heard.
      sendMessage('takeSelected', tabId).then(
        (target) => target && selections.has(own) && listener(target),
        () => undefined,
      );
      return () => selections.delete(own);
    },
  };
}
