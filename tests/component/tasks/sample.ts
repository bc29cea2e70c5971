import { vi } from 'vitest';
import type { TaskActions, TaskData } from '../../../components/tasks/actions';
import type { Import } from '../../../components/tasks/ledger/useForeign';
import { readExchanges } from '../../../lib/export/exchange/file';
import { leftOut } from '../../../lib/export/exchange/left';
import { planExchange } from '../../../lib/export/exchange/merge';
import { compareFile } from '../../../lib/export/ledger/back/compare';
import { freshMemory, type KnownMapping } from '../../../lib/export/ledger/memory';
import { type AnnotationPlan, planAnnotations } from '../../../lib/export/web-annotation/plan';
import { readAnnotationsJsonLd } from '../../../lib/export/web-annotation/read';
import type { BulkReceipt, OneEdit, TaskPatch } from '../../../lib/store/port';
import type { AnnotationRecord, DocumentHead, TaskRecord } from '../../../lib/store/types';
import { annotation, policy, seen, task } from '../../unit/store/samples';

export const today = '2026-06-20';

export const head: DocumentHead = {
  id: seen.id,
  title: policy.title,
  docNumber: policy.docNumber,
  issuer: policy.issuer,
  date: policy.date,
  region: policy.region,
  urls: [seen.url],
  fingerprint: seen.fingerprint,
  firstSeen: '2026-03-05T08:00:00.000Z',
  lastSeen: '2026-03-05T08:00:00.000Z',
};
export const other: DocumentHead = { ...head, id: 'doc-qinghe', title: '清河市便民服务行动方案', docNumber: null };

let serial = 0;

export function taskRecord(part: Partial<TaskRecord> = {}): TaskRecord {
  serial += 1;
  const instant = new Date(Date.UTC(2026, 2, 5, 8, 0, serial)).toISOString();
  return { ...task, id: `task-${String(serial).padStart(5, '0')}`, created: instant, updated: instant, ...part };
}

export function annotationRecord(part: Partial<AnnotationRecord> = {}): AnnotationRecord {
  serial += 1;
  const instant = new Date(Date.UTC(2026, 2, 5, 8, 0, serial)).toISOString();
  return { ...annotation, id: `note-${serial}`, created: instant, updated: instant, ...part };
}

export function dataOf(tasks: readonly TaskRecord[], annotations: readonly AnnotationRecord[] = []): TaskData {
  const tags = new Map<string, number>();
  for (const { tags: own } of [...tasks, ...annotations])
    for (const tag of own) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  return { tasks, annotations, documents: [head, other], tags: [...tags].map(([tag, count]) => ({ tag, count })) };
}

type Called<Actions> = {
  [Key in keyof Actions]: Actions[Key] extends (...args: never[]) => unknown
    ? ReturnType<typeof vi.fn<Actions[Key]>>
    : Called<Actions[Key]>;
};
export type Noted = Called<TaskActions>;
/** What an edit of these is answered with. */
const receipt = (ids: readonly string[]): BulkReceipt => ({
  changed: ids.length,
  changes: ids.map((id) => ({ id, fields: [], added: [], removed: [] })),
});

/** Actions that note what they were asked. */
export function noted(): Noted {
  return {
    addByHand: vi.fn(async () => undefined),
    updateTasks: vi.fn(async () => undefined),
    editTasks: vi.fn(async (ids: readonly string[]) => receipt(ids)),
    editEachTask: vi.fn(async (edits: readonly { readonly id: string }[]) => receipt(edits.map(({ id }) => id))),
    undoTasks: vi.fn(async () => undefined),
    removeTasks: vi.fn(async (ids: readonly string[]) => ids),
    putBack: vi.fn(async () => undefined),
    updateAnnotations: vi.fn(async () => undefined),
    editAnnotations: vi.fn(async (ids: readonly string[]) => receipt(ids)),
    undoAnnotations: vi.fn(async () => undefined),
    removeAnnotations: vi.fn(async (ids: readonly string[]) => ids),
    changesOf: vi.fn(async () => []),
    beginsOf: vi.fn(async (_documentId: string): Promise<string | null> => null),
    rolesNow: vi.fn(async () => new Map<string, TaskPatch>()),
    revealTask: vi.fn(async () => 'shown' as const),
    revealAnnotation: vi.fn(async () => 'shown' as const),
    watchRefused: vi.fn(() => () => undefined),
    exportTasks: vi.fn(),
    exportAnnotations: vi.fn(),
    ledger: {
      prepare: vi.fn(async (tasks: readonly TaskRecord[]) => ({
        rows: tasks.map((task) => ({ task, document: head, text: `${task.title}的全文。` })),
        memory: freshMemory,
        unit: '县司法局',
      })),
      save: vi.fn(async () => '政笺-台账.xlsx'),
      copy: vi.fn(async () => true),
      compare: vi.fn(async (file: File, tasks: readonly TaskRecord[], _signal: AbortSignal) =>
        compareFile(
          new Uint8Array(await file.arrayBuffer()),
          tasks.map((task) => ({ task, document: head })),
        ),
      ),
      remember: vi.fn(async () => undefined),
      statusWords: vi.fn(async () => []),
      mappings: vi.fn(async () => [] as readonly KnownMapping[]),
      adopt: vi.fn(async ({ rows }: Import, edits: readonly OneEdit<TaskPatch>[]) => ({
        added: rows.length,
        changed: edits.length,
        undo: vi.fn(async () => true),
      })),
    },
    exchange: {
      send: vi.fn(async () => '政笺-交换文件.json'),
      receive: vi.fn(async (files: readonly File[], tasks: readonly TaskRecord[]) => {
        const { read, refused } = await readExchanges(files);
        const plan = planExchange(tasks, read, new Set([head.id]));
        return { plan, left: leftOut(plan, read), from: read.map(({ from }) => from), bad: 0, refused };
      }),
      apply: vi.fn(async () => ({ changed: 2, undo: vi.fn(async () => true) })),
    },
    notes: {
      read: vi.fn(async (file: File) =>
        planAnnotations(readAnnotationsJsonLd(await file.text()), {
          ours: [],
          heads: [head, other],
          now: new Date('2026-06-20T08:00:00Z'),
          newId: () => 'new',
        }),
      ),
      bring: vi.fn(async ({ added }: AnnotationPlan) => ({ changed: added.length, undo: vi.fn(async () => true) })),
    },
    openSample: vi.fn(),
    openFile: vi.fn(),
    openOptions: vi.fn(),
    openHelp: vi.fn(),
  };
}
