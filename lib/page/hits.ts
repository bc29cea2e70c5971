import { marksAt } from '../paint/hit';
import type { PageMark } from './marks';
import type { PageTarget } from './types';

/** What the marks over a character select, each once, the narrowest first; nothing beside the text (null). */
export function targetsOn(marks: readonly PageMark[], offset: number | null): PageTarget[] {
  if (offset === null) return [];
  const found = new Map<string, PageTarget>();
  for (const mark of marksAt(marks, offset)) {
    const { selects } = mark as PageMark;
    found.set(`${selects.kind} ${mark.target}`, selects);
  }
  return [...found.values()];
}
