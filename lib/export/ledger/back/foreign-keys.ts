/** What a column of somebody else's table may stand for, in the order in which it is offered. */
export const foreignKeys = [
  'number',
  'title',
  'text',
  'path',
  'lead',
  'participants',
  'responsible',
  'deadline',
  'leaders',
  'offices',
  'handlers',
  'status',
  'percent',
  'latest',
  'problem',
  'next',
  'doneOn',
  'evidence',
  'tags',
  'note',
  'document',
  'docNumber',
] as const;
export type ForeignKey = (typeof foreignKeys)[number];

/** How a table of any heading is read: where its head ends, and what each column stands for. */
export interface Mapping {
  /** Row of the head, from 0; the last of its rows where it has several. */
  readonly head: number;
  /** For each column, from the left, what it stands for; null for nothing of ours. */
  readonly columns: readonly (ForeignKey | null)[];
}
