import { beginsLikeOrgan, isCollective, isOrganName } from '../names/organ';
import type { Column } from './columns';
import type { Cell } from './grid';
import { suggestedRole } from './morphemes';

type Row = readonly (Cell | null)[];

/** So many rows below the head are looked at. */
const looked = 12;

/**
 * Columns whose heading no list holds and whose cells name organs: a part of the heading may say the role (牵头办（所）, 实施村), else they are
 * told as unread: a column of units is never passed over in silence.
 */
export function withUnknownColumns(
  columns: readonly (Column | null)[],
  head: Row,
  below: readonly Row[],
): (Column | null)[] {
  // A cell over the whole width names a group.
  const rows = below.filter((row) => new Set(row).size > 1).slice(0, looked);
  return columns.map((column, k) => {
    const heading = head[k]?.strand.text ?? '';
    if (column || !heading || heading.length > 12 || /[。，；]/.test(heading)) return column;
    const filled = rows.flatMap((row) => row[k]?.strand.text || []);
    const named = filled.filter((text) => namesOrgans(text)).length;
    if (!named || named * 5 < filled.length * 3) return column;
    const { role, clear } = suggestedRole(heading.replace(/[（(].*$/, ''));
    return clear && role !== 'none' ? { kind: 'role', role, mixed: true, persons: false } : { kind: 'beside' };
  });
}

/** The first name of a cell is an organ's. */
function namesOrgans(text: string): boolean {
  const first = text.split(/[、，；\s]/)[0]!;
  return (
    isOrganName(first) &&
    (beginsLikeOrgan(first) || isCollective(first) || /[镇乡村]$|(?:街道|公司|集团|医院|学校|中心)$/.test(first))
  );
}
