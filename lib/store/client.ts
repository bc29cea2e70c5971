import { onOurMessage, sendMessage } from '../messages';
import { type StoreCall, type StoreReply, storeMethods } from './calls';
import { StoreError } from './errors';
import { newKey } from './keys';
import { allPages } from './pages';
import type { Store, StoreChange, StoreProgress } from './port';
import { overOwn } from './sent';

/** How long a starting or restarted background may take before the one retry, in milliseconds. */
const retryAfter = 150;

/**
 * The store for every surface and page: each call is one message to the background.
 *
 * @param send Carries a call and resolves with its reply; rejects when nobody answers.
 * @returns Every method rejects with a `StoreError` and nothing else.
 */
export function createStoreClient(
  send: (call: StoreCall) => Promise<StoreReply> = (call) => sendMessage('callStore', call),
): Store {
  const call = async (method: keyof Store, args: readonly unknown[]): Promise<unknown> => {
    const reply = await sendTwice(send, { method, args });
    if (reply.ok) return reply.value;
    throw new StoreError(reply.code, reply.message, reply.detail);
  };
  const methods = [...storeMethods].map((method) => [method, (...args: unknown[]) => call(method, args)]);
  const plain = Object.fromEntries(methods) as unknown as Store;
  return {
    ...plain,
    // A list of everything may be more than one message carries: it is read page by page.
    documentHeads: () => allPages((after) => plain.page('documents', after)),
    tasks: (documentId, ids) =>
      documentId || ids
        ? these(ids, (some) => plain.tasks(documentId, some))
        : allPages((after) => plain.page('tasks', after)),
    annotations: (documentId, ids) =>
      documentId || ids
        ? these(ids, (some) => plain.annotations(documentId, some))
        : allPages((after) => plain.page('annotations', after)),
    addTasks: (seen, tasks, key = newKey()) => plain.addTasks(seen, tasks, key),
    addByHand: (task, key = newKey()) => plain.addByHand(task, key),
    addAnnotation: (seen, annotation, key = newKey()) => plain.addAnnotation(seen, annotation, key),
    editTasks: (ids, edit, key = newKey()) => plain.editTasks(ids, edit, key),
    editAnnotations: (ids, edit, key = newKey()) => plain.editAnnotations(ids, edit, key),
    moveToTrash: (table, ids, key = newKey()) => plain.moveToTrash(table, ids, key),
    editEachTask: (edits, key = newKey()) => plain.editEachTask(edits, key),
    updateTasks: overOwn((ids, patch, base) => plain.updateTasks(ids, patch, base, newKey())),
    updateAnnotations: overOwn(plain.updateAnnotations),
    async removeTasks(ids, untouched) {
      const before = await these(ids, (some) => plain.tasks(undefined, some));
      const removed = await plain.removeTasks(ids, untouched);
      return untouched ? removed : together(before, removed);
    },
    async removeAnnotations(ids, untouched) {
      const before = await these(ids, (some) => plain.annotations(undefined, some));
      const removed = await plain.removeAnnotations(ids, untouched);
      return untouched ? removed : together(before, removed);
    },
  };
}

/** Ids asked for in one message: so many records, each as long as `limits` let it be, still travel. */
const some = 30;

/** Reads records by their ids, a few at a time, each once. */
async function these<Kept>(
  ids: readonly string[] | undefined,
  read: (ids?: readonly string[]) => Promise<Kept[]>,
): Promise<Kept[]> {
  if (!ids || ids.length <= some) return read(ids);
  const [each, all]: [string[], Kept[]] = [[...new Set(ids)], []];
  for (let at = 0; at < each.length; at += some) {
    for (const record of await read(each.slice(at, at + some))) all.push(record);
  }
  return all;
}

/**
 * What was removed, for undo. A removal that ran and lost its answer finds nothing the second time: what was there just
 * before it is what it took.
 */
function together<Kept extends { readonly id: string }>(before: readonly Kept[], removed: readonly Kept[]): Kept[] {
  const last = new Map(removed.map((record) => [record.id, record]));
  return before.map((record) => last.get(record.id) ?? record);
}

/**
 * The browser stops an idle background and starts it on a message; a message that meets it in between is lost without
 * having run ("Receiving end does not exist", "No response"), so one retry is safe for reading. For writing it is safe even
 * when the first did run: what adds carries a key, changing and restoring by id come to the same twice, and what a removal
 * took was read before it.
 */
async function sendTwice(send: (call: StoreCall) => Promise<StoreReply>, call: StoreCall): Promise<StoreReply> {
  try {
    return await send(call);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, retryAfter));
  }
  try {
    return await send(call);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new StoreError('unreachable', message);
  }
}

/** The store as this surface sees it. */
export const store: Store = createStoreClient();

/** Calls back at every message of a kind. A context can listen to a message only once, so all who watch in one page share it. */
function shared<Told>(hear: (tell: (told: Told) => void) => () => void) {
  const watchers = new Set<(told: Told) => void>();
  const held: { stop: (() => void) | null } = { stop: null };
  return (listener: (told: Told) => void): (() => void) => {
    watchers.add(listener);
    held.stop ??= hear((told) => {
      for (const each of [...watchers]) each(told);
    });
    return () => {
      watchers.delete(listener);
      if (watchers.size > 0) return;
      held.stop?.();
      held.stop = null;
    };
  };
}

/** Calls back after every write to the store, by whatever surface. @returns how to stop. */
export const watchStore = shared<StoreChange>((tell) => onOurMessage('storeChanged', ({ data }) => tell(data)));

/** Calls back while a call of the store works through many records. @returns how to stop. */
export const watchProgress = shared<StoreProgress>((tell) => onOurMessage('storeProgress', ({ data }) => tell(data)));
