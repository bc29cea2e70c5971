import { describe, expect, it, vi } from 'vitest';
import type { StoreCall, StoreReply } from '../../../lib/store/calls';
import { createStoreClient } from '../../../lib/store/client';
import { errorKey, StoreError, storeErrorCodes, toStoreError } from '../../../lib/store/errors';
import { createStoreService } from '../../../lib/store/service';
import { annotation, seen, task } from './samples';
import { freshStore } from './setup';

/** What a message does to its content. */
const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

function wired(fail: { before?: number; after?: number } = {}) {
  const { store } = freshStore();
  const serve = createStoreService(store);
  let { before = 0, after = 0 } = fail;
  const send = vi.fn(async (call: StoreCall): Promise<StoreReply> => {
    if (before-- > 0) throw new Error('Could not establish connection. Receiving end does not exist.');
    const reply = overTheWire(await serve(overTheWire(call)));
    if (after-- > 0) throw new Error('No response');
    return reply;
  });
  return { store, client: createStoreClient(send), send };
}

describe('the client', () => {
  it('is the store, call for call', async () => {
    const { client, store } = wired();
    const records = await client.addTasks(seen, [task]);
    expect(records).toEqual(await store.tasks());
    expect(await client.tasks()).toEqual(records);
    expect(await client.tasks('another')).toEqual([]);
    expect(await client.document('none')).toBeNull();
    expect(await client.restoreTasks([])).toBeNull();
    expect(await client.tags()).toEqual([{ tag: '窗口', count: 1 }]);
  });

  it('carries the code and the detail of a failure', async () => {
    const { client } = wired();
    const error = await client.updateTasks(['x'], { tags: ['长'.repeat(41)] }).catch((reason) => reason);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ code: 'too-long', detail: { field: 'tags', limit: 40, actual: 41 } });
  });

  it('asks again when the background was starting, and adds once when the first call did run', async () => {
    const starting = wired({ before: 1 });
    expect(await starting.client.tasks()).toEqual([]);
    expect(starting.send).toHaveBeenCalledTimes(2);
    const dying = wired({ after: 1 });
    await dying.client.addAnnotation(seen, annotation);
    expect(await dying.store.annotations()).toHaveLength(1);
    const selecting = wired({ after: 1 });
    await selecting.client.addTasks(seen, [{ ...task, origin: 'selection', measureId: null }]);
    expect(await selecting.store.tasks()).toHaveLength(1);
  });

  it('tells what was removed though the answer of the removal was lost, so that undo has it', async () => {
    const { store, client, send } = wired();
    const [kept] = await store.addTasks(seen, [task]);
    const noted = await store.addAnnotation(seen, annotation);
    send.mockClear();
    const serve = send.getMockImplementation()!;
    const loseOnce = async (call: StoreCall) => {
      if (!call.method.startsWith('remove')) return serve(call);
      await serve(call);
      send.mockImplementation(serve);
      throw new Error('No response');
    };
    send.mockImplementation(loseOnce);
    const tasks = await client.removeTasks([kept!.id, 'gone']);
    expect(tasks).toEqual([kept]);
    send.mockImplementation(loseOnce);
    const annotations = await client.removeAnnotations([noted.id]);
    expect(annotations).toEqual([noted]);
    expect(await store.tasks()).toEqual([]);
    await client.restoreTasks(tasks);
    await client.restoreAnnotations(annotations);
    expect(await store.tasks()).toEqual([kept]);
    expect(await store.annotations()).toEqual([noted]);
  });

  it('moves a recurring duty on by one period, though the answer was lost', async () => {
    const { store, client, send } = wired();
    const draft = { ...task, dueDate: null, deadlineText: null, recurrenceText: '每季度开展一次' };
    const [kept] = await store.addTasks(seen, [draft]);
    const serve = send.getMockImplementation()!;
    send.mockImplementation(async (call) => {
      await serve(call);
      send.mockImplementation(serve);
      throw new Error('No response');
    });
    const [now] = await client.updateTasks([kept!.id], { status: 'done' }, { status: 'open' });
    expect(now).toMatchObject({ status: 'open', dueDate: '2026-06-30', rounds: [{ due: '2026-03-31' }] });
    expect(await store.tasks()).toEqual([now]);
    // Done again by the reader's own will: the next one.
    await client.updateTasks([kept!.id], { status: 'done' }, { status: 'open' });
    expect(await store.tasks()).toMatchObject([{ dueDate: '2026-09-30' }]);
  });

  it('keeps what was added twice in a row from the same ground', async () => {
    const { store, client } = wired();
    const [kept] = await store.addTasks(seen, [task]);
    await client.updateTasks([kept!.id], { evidence: ['验收单.pdf'] }, { evidence: [] });
    await client.updateTasks([kept!.id], { evidence: ['照片.jpg'] }, { evidence: [] });
    expect(await store.tasks()).toMatchObject([{ evidence: ['验收单.pdf', '照片.jpg'] }]);
  });

  it('says when nobody answers', async () => {
    const { client } = wired({ before: 2 });
    await expect(client.tasks()).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('the service', () => {
  it.each([{ method: 'constructor', args: [] }, { method: 'tasks' }, null, 3])('refuses %j', async (call) => {
    const serve = createStoreService(freshStore().store);
    expect(await serve(call as never)).toMatchObject({ ok: false, code: 'invalid' });
  });
});

describe('errors', () => {
  it('find the cause inside what Dexie wraps', () => {
    const wrapped = new Error('AbortError', { cause: new DOMException('full', 'QuotaExceededError') });
    expect(toStoreError(wrapped)).toMatchObject({ code: 'quota' });
    expect(toStoreError('text')).toMatchObject({ code: 'unknown', message: 'text' });
    const circular = new Error('round');
    circular.cause = circular;
    expect(toStoreError(circular)).toMatchObject({ code: 'unknown' });
  });

  it('have a key each for their wording', async () => {
    const keys = storeErrorCodes.map(errorKey);
    expect(keys).toContain('blockedUpgrade');
    for (const locale of ['zh_CN', 'en']) {
      const { default: words } = await import(`../../../lib/locales/${locale}.json`);
      for (const key of keys) expect(words.errors, `${locale} errors.${key}`).toHaveProperty(key);
    }
  });
});
