import { peopleFields } from '../../lib/follow/types';
import type { Filter } from './filter';
import { noFilter } from './filter';
import type { GroupBy } from './groups';
import { groupings } from './groups';
import type { SortKey } from './sort';

/** table: a line for each record under the chosen columns. cards: two lines, with what there is. */
export type Look = 'table' | 'cards';

/** What a line of the table may show beside tick, status and title; in this order. */
export const columns = ['number', 'role', 'lead', 'due', 'tags', 'document', 'note'] as const;
export type Column = (typeof columns)[number];

/** How the list is laid out; this machine's own choice. */
export interface Layout {
  readonly look: Look;
  readonly columns: readonly Column[];
  readonly group: GroupBy;
  /** Named filters, as the office keeps them. */
  readonly views: readonly SavedView[];
  /** Default deadlines that have passed and were told of: `DOCUMENT DATE`. */
  readonly told: readonly string[];
}

/** What one looks at again and again, under a name. */
export interface SavedView {
  readonly name: string;
  readonly filter: Filter;
  readonly sort: SortKey;
  readonly group: GroupBy;
}

export const firstLayout: Layout = { look: 'table', columns, group: 'none', views: [], told: [] };

/** Width of each column; the title takes what is left. */
const widths: Readonly<Record<Column, string>> = {
  number: '46px',
  role: '34px',
  lead: 'minmax(0, 130px)',
  due: '108px',
  tags: 'minmax(0, 130px)',
  document: 'minmax(0, 170px)',
  note: 'minmax(0, 130px)',
};

/** Columns of a line as CSS has them: tick, status, number, title, the others, way back to the sentence. */
export function gridOf(chosen: readonly Column[]): string {
  const rest = columns.filter((column) => column !== 'number' && chosen.includes(column)).map((each) => widths[each]);
  const number = chosen.includes('number') ? [widths.number] : [];
  return ['16px', '96px', ...number, 'minmax(0, 1fr)', ...rest, '24px'].join(' ');
}

/** What was kept of a layout, as far as it is one: an older or a later version may have kept something else. */
export function readLayout(kept: unknown): Layout {
  const { look, columns: chosen, group, views, told } = (kept ?? {}) as Readonly<Record<string, unknown>>;
  return {
    look: look === 'cards' ? 'cards' : 'table',
    columns: Array.isArray(chosen) ? columns.filter((column) => chosen.includes(column)) : columns,
    group: groupings.find((each) => each === group) ?? 'none',
    views: readViews(views),
    told: Array.isArray(told) ? told.filter((each) => typeof each === 'string').slice(-500) : [],
  };
}

/** Named views that are whole; what a filter lacks lets everything through. */
export function readViews(kept: unknown): SavedView[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((each): SavedView[] => {
    const { name, filter, sort, group } = (each ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof name !== 'string' || name === '' || name.length > 60) return [];
    return [
      {
        name,
        filter: { ...noFilter, ...(typeof filter === 'object' ? filter : {}) },
        sort:
          (['due', 'taken', 'updated', 'document', 'status', ...peopleFields] as const).find((key) => key === sort) ??
          'due',
        group: groupings.find((key) => key === group) ?? 'none',
      },
    ];
  });
}

/** With a view under its name, in the place of one that had it. */
export const withView = (views: readonly SavedView[], view: SavedView): SavedView[] => [
  ...views.filter(({ name }) => name !== view.name),
  view,
];
