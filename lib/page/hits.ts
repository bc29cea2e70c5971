import { characterAt, marksAt } from '../paint/hit';
import type { DomText } from '../text/types';
import type { PageMark } from './marks';
import type { PageTarget } from './types';

/** What the marks at a point of the viewport select, each once, the narrowest first; empty beside the text. */
export function targetsAt(text: DomText, marks: readonly PageMark[], x: number, y: number): PageTarget[] {
  const offset = characterAt(text, x, y);
  if (offset === null) return [];
  const found = new Map<string, PageTarget>();
  for (const mark of marksAt(marks, offset)) {
    const { selects } = mark as PageMark;
    found.set(`${selects.kind} ${mark.target}`, selects);
  }
  return [...found.values()];
}
