import type { TextIndex } from '../anchor/index';
import { resolveAll } from '../anchor/resolve';
import type { Resolution, Selector } from '../anchor/types';
import type { AnnotationRecord, TaskRecord } from '../store/types';
import { drain } from '../text/pause';

/** What is kept of a document. */
export interface Kept {
  readonly annotations: readonly AnnotationRecord[];
  readonly tasks: readonly TaskRecord[];
}

export const nothingKept: Kept = { annotations: [], tasks: [] };

export const isEmpty = ({ annotations, tasks }: Kept): boolean => annotations.length + tasks.length === 0;

/** Finds the passages of all that is kept in one revision of the text; by id. Never keeps the page waiting. */
export async function anchorAll(
  index: TextIndex,
  { annotations, tasks }: Kept,
  signal: AbortSignal,
  known: Readonly<Record<string, Resolution>> = {},
): Promise<Record<string, Resolution>> {
  const found: Record<string, Resolution> = {};
  const items: [string, readonly Selector[]][] = [];
  for (const { id, selectors } of [...annotations, ...tasks]) {
    const before = known[id];
    if (before) found[id] = before;
    else items.push([id, selectors]);
  }
  await drain(resolveAll(index, items), { signal }, (step) => {
    if (step) found[step[0]] = step[1];
  });
  return found;
}
