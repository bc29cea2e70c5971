import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeMethods } from '../../../lib/store/calls';
import sample from '../../fixtures/sample/gold.json' with { type: 'json' };
import { page as framed } from '../../server/furniture.mjs';
import { SITE, type Stage, stage, tabOf } from '../fixture';
import { becomes, send } from '../hand';
import { inOurWorld } from '../world';

const NOTE = '先问法规科再答复';

let at: Stage;
let ours: Page;
/** What is kept of the document that the pages below have nothing to do with. */
let seen: { id: string; url: string; fingerprint: string; policy: object };
let ids: { task: string; annotation: string };

interface Reply {
  readonly ok?: boolean;
  readonly value?: unknown;
}

const call = async <Value>(method: string, args: unknown[]) =>
  (await send<{ value: Value }>(ours, 'callStore', { method, args })).value;
const dump = async () => JSON.stringify(await call('dump', []));

/** A message as our content script sends it. */
const say = (page: Page, type: string, data?: unknown) =>
  inOurWorld<{ res?: Reply; err?: unknown } | null>(
    page,
    `chrome.runtime.sendMessage(${JSON.stringify({ id: 1, type, data, timestamp: 1 })}).catch((error) => ({ err: String(error) }))`,
  );

/** Runs in a page of ours: notes the keys of all records that it reads from the database. */
function noteReads(): void {
  const noted = globalThis as unknown as { asked: unknown[] };
  noted.asked = [];
  const { get } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function noting(key) {
    noted.asked.push(key);
    return get.call(this, key);
  };
}

beforeAll(async () => {
  at = await stage();
  ours = await at.context.newPage();
  await ours.goto(at.url('tasks.html'));
  const page = await at.open('/policy.html');
  await becomes(page, 'task-policy', sample.measures.length);
  const tab = await tabOf(at, page);
  const snapshot = await send<typeof seen & { documentId: string; policy: { measures: { id: string }[] } }>(
    ours,
    'getSnapshot',
    undefined,
    tab,
  );
  seen = { id: snapshot.documentId, url: snapshot.url, fingerprint: snapshot.fingerprint, policy: snapshot.policy };
  const drafts = await send<object[]>(ours, 'draftTasks', [snapshot.policy.measures[0]!.id], tab);
  const [task] = await call<{ id: string }[]>('addTasks', [seen, drafts.map((draft) => ({ ...draft, note: NOTE }))]);
  const draft = {
    documentId: seen.id,
    quote: '便民',
    selectors: [],
    path: [],
    number: null,
    note: NOTE,
    tags: ['暗访'],
  };
  const annotation = await call<{ id: string }>('addAnnotation', [
    seen,
    { ...draft, colour: 'green', url: seen.url, resolution: null },
  ]);
  ids = { task: task!.id, annotation: annotation.id };
  await page.close();
  at.sites.set('/other.html', framed({ title: '防汛简报', html: '<p>全县防汛形势平稳。</p>', policy: false }));
});
afterAll(() => at.close());

/** For each method the arguments by which most would be had. */
const argumentsOf = (here: string): Record<string, unknown[][]> => {
  const claimed = { ...seen, url: here };
  const record = { documentId: seen.id, id: ids.task };
  const tasks = [[], [seen.id], [seen.id, [ids.task]], [null, [ids.task]]];
  const notes = [[], [seen.id], [null, [ids.annotation]]];
  const seens = [[seen], [claimed]];
  const draft = { documentId: seen.id, origin: 'selection', measureId: null, title: 'x', excerpt: 'x', selectors: [] };
  return {
    recognise: seens,
    document: [[seen.id]],
    saveDocument: [...seens, [{ ...claimed, fingerprint: 'other' }]],
    noteResolutions: [[{ [ids.task]: { method: 'orphan', span: null, score: 0 } }]],
    tasks,
    addTasks: [
      [seen, [draft]],
      [claimed, [draft], ids.task.replace(/-0$/, '')],
    ],
    updateTasks: [[[ids.task], { note: 'x' }]],
    removeTasks: [[[ids.task]]],
    restoreTasks: [[[record]]],
    annotations: notes,
    addAnnotation: [
      [seen, draft],
      [claimed, draft, ids.annotation],
    ],
    updateAnnotations: [[[ids.annotation], { note: 'x' }]],
    removeAnnotations: [[[ids.annotation]]],
    restoreAnnotations: [[[{ ...record, id: ids.annotation }]]],
    baseline: [[seen.id]],
    acknowledge: [[seen.id]],
    merge: [[{ documents: [], tasks: [], annotations: [] }]],
  };
};

describe.each(['/news.html', '/other.html', '/app'])('a page that has taken over our content script at %s', (path) => {
  it('reads, writes and deletes nothing of another document, by whatever method', async () => {
    const page = await at.open(path);
    await page.waitForTimeout(800);
    const before = await dump();
    const tries = argumentsOf(SITE + path);
    for (const method of storeMethods) {
      for (const args of tries[method] ?? [[], [seen.id]]) {
        const reply = JSON.stringify(await say(page, 'callStore', { method, args }));
        for (const secret of [NOTE, '暗访', ids.task, ids.annotation]) {
          expect(reply, `${method} ${JSON.stringify(args).slice(0, 80)}`).not.toContain(secret);
        }
      }
    }
    expect(await dump()).toBe(before);
    await page.close();
  });

  it('has no storage, and speaks in nobody’s name', async () => {
    const page = await at.open(path);
    await page.waitForTimeout(800);
    const stored = await inOurWorld<string>(
      page,
      "chrome.storage.local.get(null).then((all) => JSON.stringify(all), (error) => 'refused: ' + error.message)",
    );
    expect(stored).toMatch(/^refused/);
    const before = at.context.pages().length;
    const wish = { documentId: seen.id, url: seen.url, target: { kind: 'task', id: ids.task } };
    for (const [type, data] of [
      ['activateTab', 1],
      ['openSource', wish],
      ['policyFrame', 1],
      ['takeSelected', 1],
      ['claimFrame', '0123456789abcdef0123456789abcdef'],
    ] as const) {
      const reply = await say(page, type, data);
      expect([false, 0, null, 'failed', undefined], type).toContain(reply?.res as never);
    }
    expect(at.context.pages().length).toBe(before);
    // What only the background says is not heard from a page: the list reads again what it is told of, and nothing else.
    await ours.evaluate(noteReads);
    const other = await at.context.newPage();
    await other.goto(at.url('options.html'));
    const told = (id: string) => ({ tables: ['tasks'], documentIds: [seen.id], ids: [id] });
    await say(page, 'storeChanged', told(ids.task));
    // A page of ours is heard, behind the forged word: once it is, that one would have been, too.
    await send(other, 'storeChanged', told('a-mark-0')).catch(() => undefined);
    const asked = () => ours.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked);
    await expect.poll(asked).toContain('a-mark-0');
    expect(await asked()).not.toContain(ids.task);
    await send(other, 'storeChanged', told(ids.task)).catch(() => undefined);
    await expect.poll(asked).toContain(ids.task);
    await Promise.all([page.close(), other.close()]);
    await ours.reload();
  });
});

it('has no task that belongs to no document, whatever it says that its own page is', async () => {
  const { documentId } = await call<{ documentId: string }>('addByHand', [
    { title: '会上交办：核对台账', dueDate: null, note: NOTE, tags: [] },
  ]);
  const page = await at.open('/other.html');
  await page.waitForTimeout(800);
  const before = await dump();
  const forged = {
    ...seen,
    id: documentId,
    url: `${SITE}/other.html`,
    policy: { ...seen.policy, title: '防汛简报', measures: [] },
  };
  for (const [method, ...args] of [
    ['saveDocument', forged],
    ['addTasks', forged, []],
    ['recognise', forged],
    ['document', documentId],
    ['tasks', documentId],
  ]) {
    expect(JSON.stringify(await say(page, 'callStore', { method, args })), `${method}`).not.toContain(NOTE);
  }
  expect(await dump()).toBe(before);
  await page.close();
});

describe('the agent of a document', () => {
  it('has the records of that document, also on a mirror that prints it', async () => {
    const page = await at.open('/mirror/content_27.html');
    await becomes(page, 'task-policy', sample.measures.length);
    const reply = await say(page, 'callStore', { method: 'annotations', args: [seen.id] });
    expect(JSON.stringify(reply)).toContain(NOTE);
    await page.close();
  });
});
