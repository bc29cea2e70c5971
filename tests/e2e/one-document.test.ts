import { parseHTML } from 'linkedom/worker';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fileUrl } from '../../lib/formats/address';
import { openFile } from '../../lib/formats/registry';
import { annotationOfSpan, taskOfMeasure, taskOfSpan } from '../../lib/page/drafts';
import { readDocument } from '../../lib/page/reading';
import { readingEngine } from '../../lib/page/reading-engine';
import type { PageSnapshot } from '../../lib/page/types';
import type { NewAnnotation, NewTask, SeenDocument } from '../../lib/store/port';
import type { AnnotationRecord, DocumentRecord, TaskRecord } from '../../lib/store/types';
import { read } from '../../lib/text/read';
import { countBelow } from '../../lib/text/sorted';
import type { Span } from '../../lib/text/types';
import { Random, selections } from '../bench/anchor/samples';
import { longPolicy } from '../lib/long-policy';
import { page as sitePage } from '../server/furniture.mjs';
import { type Stage, stage, tabOf } from './fixture';
import { becomes, send } from './hand';

const policy = longPolicy();
/** What is marked: places in `policy.bare`, as readers select. 130 annotations, 50 tasks from passages, 20 from measures. */
const spans = selections(policy.bare, 180, new Random(6));
const [noted, taskedSpans] = [spans.slice(0, 130), spans.slice(130)];
const MEASURE_TASKS = 20;
/** A busy machine takes its time to anchor and paint 200; to look at them all takes time as well. */
const WAIT = { timeout: 30_000, interval: 250 };
const ALL = spans.length + MEASURE_TASKS;

/** What is marked in a text, as places in `policy.bare`. */
interface Found {
  readonly kind: string;
  readonly start: number;
  readonly text: string;
}

let at: Stage;
let ours: Page;
beforeAll(async () => {
  at = await stage();
  ours = await at.context.newPage();
  await ours.goto(at.url('tasks.html'));
  const facts = {
    title: policy.title,
    issuer: '临澜县人民政府办公室',
    docNumber: policy.docNumber,
    date: '2026年9月12日',
  };
  at.sites.set('/plan.html', sitePage({ ...facts, policy: true, html: policy.html }));
});
afterEach(() => store('clear'));
afterAll(() => at.close());

async function store<T>(method: string, ...args: unknown[]): Promise<T> {
  const reply = await send<{ ok: boolean; value: T; message?: string }>(ours, 'callStore', { method, args });
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

async function keep(seen: SeenDocument, annotations: readonly NewAnnotation[], tasks: readonly NewTask[]) {
  await store('addTasks', seen, tasks, 'tasks');
  await Promise.all(annotations.map((annotation, index) => store('addAnnotation', seen, annotation, `a${index}`)));
}

const kept = async () => [...(await store<AnnotationRecord[]>('annotations')), ...(await store<TaskRecord[]>('tasks'))];

/** Whether each of the 200 is where it was put, and nothing sure is anywhere else. */
function judge(
  found: readonly Found[],
  records: readonly (AnnotationRecord | TaskRecord)[],
): { right: number; wrong: number } {
  const keys = new Set(found.map(({ kind, start, text }) => `${kind} ${start} ${text}`));
  const wanted = (kind: string, { start, end }: Span) => `${kind} ${start} ${policy.bare.slice(start, end)}`;
  const all = new Set([
    ...noted.map((span) => wanted('annotation', span)),
    ...taskedSpans.map((span) => wanted('task', span)),
  ]);
  const measures = records.filter((record) => 'origin' in record && record.origin === 'measure');
  const sure = measures.filter(({ resolution }) => !/review|orphan/.test(resolution?.method ?? ''));
  const right =
    noted.filter((span) => keys.has(wanted('annotation', span))).length +
    taskedSpans.filter((span) => keys.has(wanted('task', span))).length +
    sure.length;
  return { right, wrong: [...keys].filter((key) => !all.has(key)).length };
}

/** Marks of the reader's text. */
const inReader = (page: Page): Promise<Found[]> =>
  page.evaluate((whole) => {
    const found = new Map<string, { kind: string; start: number; text: string }>();
    const walker = document.createTreeWalker(document.querySelector('.sheet')!, NodeFilter.SHOW_TEXT);
    let bare = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.nodeValue ?? '').replace(/\s/g, '');
      for (
        let up = node.parentElement?.closest<HTMLElement>('mark');
        up;
        up = up.parentElement?.closest<HTMLElement>('mark')
      ) {
        const kind = up.dataset.dutymark ?? '';
        const key = `${kind} ${up.dataset.dutymarkIndex}`;
        if (kind !== 'annotation' && kind !== 'task') continue;
        const one = found.get(key) ?? { kind, start: bare.length, text: '' };
        one.text += text;
        found.set(key, one);
      }
      bare += text;
    }
    const shift = bare.indexOf(whole);
    if (shift < 0) throw new Error('the file does not print the whole policy');
    return [...found.values()].map((one) => ({ ...one, start: one.start - shift }));
  }, policy.bare);

/**
 * Where the page's agent found each record. It is asked, because what it paints of the reader no script of the page can
 * see, nor one of ours in the page's world.
 */
async function inPage(page: Page): Promise<Found[]> {
  const snapshot = await send<PageSnapshot>(ours, 'getSnapshot', undefined, await tabOf(at, page));
  const { text } = read(parseHTML(await page.content()).document as unknown as Document);
  const bare = (part: string) => part.replace(/\s/g, '');
  const shift = bare(text).indexOf(policy.bare);
  // Places of the signs that print: to count them anew before each span would take most of this test.
  const places = Array.from(text.matchAll(/\S/g), ({ index }) => index);
  return (await kept()).flatMap((record) => {
    const span = snapshot.anchors[record.id]?.span;
    if (!span || ('origin' in record && record.origin === 'measure')) return [];
    const kind = 'origin' in record ? 'task' : 'annotation';
    return [{ kind, start: countBelow(places, span.start) - shift, text: bare(text.slice(span.start, span.end)) }];
  });
}

/** Selects a place of the policy in the page, as a hand does. The page's signs that print are gone through once. */
const selectInPage = (page: Page, span: Span) =>
  page.evaluate(
    ([whole, from, to]) => {
      const kept = window as unknown as { policyPlaces?: [Node, number][] };
      if (!kept.policyPlaces) {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const places: [Node, number][] = [];
        let bare = '';
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const [index, sign] of [...(node.nodeValue ?? '')].entries()) {
            if (/\s/.test(sign)) continue;
            bare += sign;
            places.push([node, index]);
          }
        }
        kept.policyPlaces = places.slice(bare.indexOf(whole as string));
      }
      const [first, start] = kept.policyPlaces[from as number]!;
      const [last, end] = kept.policyPlaces[(to as number) - 1]!;
      getSelection()!.setBaseAndExtent(first, start, last, end + 1);
    },
    [policy.bare, span.start, span.end] as const,
  );

async function openInReader(name: string, bytes: Uint8Array): Promise<Page> {
  const page = await at.context.newPage();
  await page.goto(at.url('reader.html'));
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  return page;
}

/** The file shares the one document: its tasks and annotations are in the panel, and what it was seen as is noted. */
async function shared(page: Page, id: string, url: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^我的任务\\s*${taskedSpans.length + MEASURE_TASKS}$`) }).waitFor();
  await page.getByRole('tab', { name: new RegExp(`^批注\\s*${noted.length}$`) }).waitFor();
  await expect.poll(async () => (await store<DocumentRecord>('document', id)).urls, WAIT).toContain(url);
  expect(await store<DocumentRecord[]>('documents')).toHaveLength(1);
}

async function openPage(): Promise<Page> {
  const page = await at.open('/plan.html');
  await becomes(page, 'task-policy', policy.measures);
  return page;
}

const report = (what: string, { right, wrong }: { right: number; wrong: number }) =>
  console.info(`${what}: ${right} of ${ALL} anchored where they were put, ${wrong} elsewhere`);

describe('one policy as a page, a PDF and a Word file is one document', () => {
  it('what is kept of the page stands in both files', async () => {
    const page = await openPage();
    const tab = await tabOf(at, page);
    const snapshot = await send<PageSnapshot>(ours, 'getSnapshot', undefined, tab);
    const { documentId, fingerprint, url, policy: read } = snapshot;
    const seen = { id: documentId!, fingerprint: fingerprint!, url, policy: read! };
    const annotations: NewAnnotation[] = [];
    for (const span of noted) {
      await selectInPage(page, span);
      annotations.push(await send<NewAnnotation>(ours, 'draftAnnotation', undefined, tab));
    }
    const ids = read!.measures.filter((_, index) => index % 3 === 0).map(({ id }) => id);
    const tasks = await send<NewTask[]>(ours, 'draftTasks', ids, tab);
    for (const span of taskedSpans) {
      await selectInPage(page, span);
      tasks.push(await send<NewTask>(ours, 'draftTask', undefined, tab));
    }
    expect(annotations.length + tasks.length).toBe(ALL);
    await keep(seen, annotations, tasks);
    expect(await kept()).toHaveLength(ALL);

    for (const [name, bytes] of [
      ['方案.pdf', policy.pdf],
      ['方案.docx', policy.docx],
    ] as const) {
      const reader = await openInReader(name, bytes);
      await shared(reader, seen.id, fileUrl(name));
      await expect
        .poll(async () => judge(await inReader(reader), await kept()).right, WAIT)
        .toBeGreaterThanOrEqual(ALL * 0.99);
      const judged = judge(await inReader(reader), await kept());
      report(name, judged);
      expect(judged.wrong).toBeLessThanOrEqual(ALL * 0.01);
      await reader.close();
    }
    await page.close();
  });

  it('what is kept of the PDF stands on the page and in the Word file', async () => {
    const bytes = policy.pdf;
    const file = { name: '方案.pdf', size: bytes.length, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer };
    const { html } = await openFile(file);
    const body = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document as unknown as Document;
    const text = read(body);
    const reading = await readDocument(text, readingEngine, new AbortController().signal, () => {});
    const url = fileUrl(file.name);
    const seen = { ...reading.identity, url, policy: reading.policy };
    const source = {
      documentId: seen.id,
      url,
      policy: seen.policy,
      duties: [],
      index: reading.index,
    };
    // Places in the text of signs that print.
    const places = Array.from(text.text.matchAll(/\S/g), ({ index }) => index);
    const shift = text.text.replace(/\s/g, '').indexOf(policy.bare);
    const placed = ({ start, end }: Span) => ({ start: places[shift + start]!, end: places[shift + end - 1]! + 1 });
    await keep(
      seen,
      noted.map((span) => annotationOfSpan(source, placed(span))),
      [
        ...seen.policy.measures.filter((_, index) => index % 3 === 0).map((measure) => taskOfMeasure(source, measure)),
        ...taskedSpans.map((span) => taskOfSpan(source, placed(span))),
      ],
    );
    expect(await kept()).toHaveLength(ALL);

    const page = await openPage();
    await expect
      .poll(async () => judge(await inPage(page), await kept()).right, WAIT)
      .toBeGreaterThanOrEqual(ALL * 0.99);
    await expect.poll(async () => (await store<DocumentRecord>('document', seen.id)).urls, WAIT).toContain(page.url());
    const onPage = judge(await inPage(page), await kept());
    report('page', onPage);
    expect(onPage.wrong).toBeLessThanOrEqual(ALL * 0.01);
    const reader = await openInReader('方案.docx', policy.docx);
    await shared(reader, seen.id, fileUrl('方案.docx'));
    await expect
      .poll(async () => judge(await inReader(reader), await kept()).right, WAIT)
      .toBeGreaterThanOrEqual(ALL * 0.99);
    report('方案.docx', judge(await inReader(reader), await kept()));
    await reader.close();
    await page.close();
  });
});
