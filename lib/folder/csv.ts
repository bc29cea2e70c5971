import { type Column, toCsv } from '../export/csv';
import type { DocumentClass } from '../policy/types';
import type { Row } from './job';
import { type TakenMeasures, takenOf } from './table';

/** In Chinese whatever the language of the browser: the table goes to Chinese readers. */
const classWord: Readonly<Record<DocumentClass, string>> = {
  'task-policy': '任务分工文件',
  policy: '政策文件',
  other: '其他',
};

const split = (path: string): [string, string] => {
  const at = path.lastIndexOf('/');
  return [path.slice(0, Math.max(0, at)), path.slice(at + 1)];
};

/**
 * The table of a folder as CSV, in the order given.
 *
 * @param problem What went wrong with a row, in words; '' where nothing did.
 * @param taken What was taken on of each document.
 */
export function folderCsv(rows: readonly Row[], problem: (row: Row) => string, taken: TakenMeasures): string {
  const fact = (pick: (brief: NonNullable<Row['brief']>) => string | number | null) => (row: Row) =>
    row.brief ? pick(row.brief) : null;
  const columns: readonly Column<Row>[] = [
    { head: '序号', cell: (_, index) => index + 1 },
    { head: '文件名', cell: ({ path }) => split(path)[1] },
    { head: '所在文件夹', cell: ({ path }) => split(path)[0] },
    { head: '文件标题', cell: fact(({ title }) => title) },
    { head: '发文字号', cell: fact(({ docNumber }) => docNumber) },
    { head: '发文机关', cell: fact(({ issuer }) => issuer) },
    { head: '成文日期', cell: fact(({ date }) => date) },
    { head: '类别', cell: fact((brief) => classWord[brief.class]) },
    { head: '举措', cell: fact(({ measures }) => measures) },
    { head: '点名本单位', cell: fact(({ named }) => named) },
    { head: '集合称谓', cell: fact(({ collective }) => collective) },
    { head: '可能涉及', cell: fact(({ possible }) => possible) },
    { head: '最近时限', cell: fact(({ next }) => next) },
    { head: '已领任务', cell: fact((brief) => takenOf(brief, taken)) },
    { head: '问题', cell: problem },
  ];
  return toCsv(columns, rows);
}
