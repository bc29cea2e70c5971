import type { Pool } from '../../../lib/folder/pool';
import type { Brief, FoundFile, Studied } from '../../../lib/folder/types';
import { FormatError } from '../../../lib/formats/types';
import type { Mine } from '../../../lib/page/engine';
import { seen, task } from '../store/samples';

export const brief = (part: Partial<Brief> = {}): Brief => ({
  documentId: 'doc-1',
  class: 'task-policy',
  title: '方案',
  docNumber: null,
  issuer: null,
  date: null,
  measures: 3,
  named: 0,
  collective: 0,
  possible: 0,
  next: null,
  warnings: [],
  namedIds: Array.from({ length: part.named ?? 0 }, (_, at) => (at === 0 ? (task.measureId ?? '') : `m${at}`)),
  ...part,
});

export const found = (path: string): FoundFile & { readonly file: File } => ({
  file: new File(['文'], path.split('/').at(-1) ?? ''),
  path,
});

export async function* some(...paths: readonly string[]): AsyncGenerator<FoundFile> {
  for (const path of paths) yield found(path);
}

/**
 * A pool whose files are read when the test says so. A file whose name holds 坏 cannot be read; the document of a file is
 * named after it, and names us as often as there are units of ours.
 */
export function fakePool(size = 2) {
  const waiting: { readonly name: string; readonly go: () => void }[] = [];
  const log = { ended: 0, atOnce: 0, most: 0 };
  const studiedOf = (name: string): Studied => ({
    seen: {
      ...seen,
      id: `doc-${name}`,
      fingerprint: name,
      policy: { ...seen.policy, title: `${name}重点工作实施方案`, docNumber: `${name}号` },
    },
    warnings: [],
    drafts: [{ ...task, documentId: `doc-${name}` }],
  });
  const briefOf = (name: string, mine: Mine) => brief({ documentId: `doc-${name}`, named: mine.profiles.length });
  const pool = {
    size,
    async run(order: Parameters<Pool['run']>[0], { signal }: { signal?: AbortSignal } = {}) {
      if (order.kind !== 'study') {
        const name = await order.studied.text();
        if (order.kind === 'match') return { kind: 'matched', brief: briefOf(name, order.mine) };
        const { seen: document, drafts } = studiedOf(name);
        return { kind: 'drafted', seen: document, drafts: order.mine.profiles.length > 0 ? drafts : [] };
      }
      const { name } = order.file;
      log.atOnce += 1;
      log.most = Math.max(log.most, log.atOnce);
      try {
        await new Promise<void>((go, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
          waiting.push({ name, go });
        });
      } finally {
        log.atOnce -= 1;
      }
      if (name.includes('坏')) throw new FormatError('damaged');
      return { kind: 'studied', brief: briefOf(name, order.mine), studied: new Blob([name]) };
    },
    end: () => {
      log.ended += 1;
    },
  } as unknown as Pool;
  /** Lets the reading of the next file come to its end. */
  const read = async () => {
    while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve));
    waiting.shift()?.go();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { pool, read, log };
}
