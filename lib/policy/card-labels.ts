import { columnOf } from './columns';
import type { Reading } from './readings';

/** A label at the head of a paragraph that says what an item is about, as a column's heading would. */
export interface CardLabel {
  readonly kind: 'title' | 'text' | 'number';
  /** Characters of the label with its colon. */
  readonly length: number;
}

/** Longest label of a card. */
const longest = 8;
const colon = /^([\u4e00-\u9fff（）]{2,8})[：:](?=.)/;

/** 任务名称：散煤治理 · 主要内容：…: the label of a line of a card; null for any other paragraph. */
export function cardLabel({ kind, paragraph: { strand, marker } }: Reading): CardLabel | null {
  if (kind !== 'text' || marker) return null;
  const m = colon.exec(strand.text.slice(0, longest + 2));
  const column = m ? columnOf(m[1]!)?.kind : null;
  if (column !== 'title' && column !== 'text' && column !== 'number') return null;
  return { kind: column, length: m![0].length };
}
