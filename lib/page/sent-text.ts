import type { Block, CellPosition, LinearText, PageMeta } from '../text/types';

/** As many rows and columns as a cell may cover (`lib/text/table.ts`). */
const MOST_ROWS = 65534;
const MOST_COLUMNS = 1000;

const KINDS: readonly unknown[] = ['paragraph', 'heading', 'item', 'cell'] satisfies Block['kind'][];

/** Blocks that are looked at in one step. */
const STEP = 2000;

/**
 * A text as a page's agent sent it, in steps; null where it is none. A page that has taken over its agent may send anything:
 * what is read is in order, and no longer than it says, so that reading it takes time by its length.
 */
export function* sentText(sent: Readonly<Record<string, unknown>>): Generator<void, LinearText | null> {
  const { text, blocks, origin, meta } = sent;
  if (typeof text !== 'string' || !Array.isArray(blocks) || origin !== 'dom' || !isMeta(meta)) return null;
  let from = 0;
  for (const [at, block] of blocks.entries()) {
    if (!isBlock(block, from, text.length)) return null;
    from = block.end;
    if (at % STEP === STEP - 1) yield;
  }
  return { text, blocks: blocks as Block[], origin, meta };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean';
const isWord = (value: unknown): boolean => value === null || typeof value === 'string';

function isMeta(meta: unknown): meta is PageMeta {
  if (!isRecord(meta) || !isWord(meta.url) || !isWord(meta.title) || !isRecord(meta.fields)) return false;
  return Object.values(meta.fields).every((value) => typeof value === 'string');
}

function isBlock(block: unknown, from: number, length: number): block is Block {
  if (!isRecord(block)) return false;
  const { start, end, kind, level, marker, cell, align, strong, furniture } = block;
  return (
    isWhole(start, from, length) &&
    isWhole(end, (start as number) + 1, length) &&
    KINDS.includes(kind) &&
    (level === undefined || isWhole(level, 1, 6)) &&
    (marker === undefined || typeof marker === 'string') &&
    (cell === undefined || isCell(cell, length)) &&
    (align === undefined || align === 'center' || align === 'right') &&
    isFlag(strong) &&
    isFlag(furniture)
  );
}

function isCell(cell: unknown, length: number): cell is CellPosition {
  if (!isRecord(cell)) return false;
  const { table, row, column, rowSpan, columnSpan, header } = cell;
  return (
    isWhole(table, 0, length) &&
    isWhole(row, 0, length) &&
    isWhole(column, 0, MOST_COLUMNS - 1) &&
    isWhole(rowSpan, 1, MOST_ROWS) &&
    isWhole(columnSpan, 1, MOST_COLUMNS) &&
    typeof header === 'boolean'
  );
}
