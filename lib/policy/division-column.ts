import { isOrgan } from '../names/organ';
import type { Column } from './columns';
import { type Cell, textOf } from './grid';

type Row = readonly (Cell | null)[];

/** A column called 分工, where none names a role: it says who does it where its cells name organs with role words. */
export function withDivision(columns: (Column | null)[], row: Row, below: readonly Row[]): (Column | null)[] {
  const k = row.findIndex((c) => /分工(?:情况)?$/.test(textOf(c)));
  if (k < 0 || columns.some((c) => c?.kind === 'role' || c?.kind === 'unit')) return columns;
  const told = below.filter(
    (cells) => dividing.test(textOf(cells[k] ?? null)) || isOrgan(textOf(cells[k] ?? null).split(/[、，；]/)[0]!),
  );
  if (!below.length || told.length * 2 < below.length) return columns;
  return columns.map((c, i) => (i === k ? { kind: 'role', role: 'responsible', mixed: true, persons: false } : c));
}

const dividing = /[局委办厅部院会中心公司府](?:牵头|负责|配合|主办|会同|按职责)/;
