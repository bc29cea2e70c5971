import { format } from 'date-fns/format';
import type { AnnotationRecord, DocumentHead, Instant } from '../store/types';
import { handedOn } from './address';
import { toCsv } from './csv';
import type { Column } from './task-columns';
import { colourWord, pathText, tagsText } from './words';

type Row = { readonly annotation: AnnotationRecord; readonly document: DocumentHead | undefined };

/** In the reader's own time zone, as spreadsheet programs read it. */
const localTime = (instant: Instant): string => format(new Date(instant), 'yyyy-MM-dd HH:mm:ss');

/** The order is a contract with the files that readers already have. */
const columns: readonly Column<Row>[] = [
  { head: '序号', cell: (_, index) => index + 1 },
  { head: '文件标题', cell: ({ document }) => document?.title ?? null },
  { head: '发文字号', cell: ({ document }) => document?.docNumber ?? null },
  { head: '章节', cell: ({ annotation }) => pathText(annotation.path) },
  { head: '编号', cell: ({ annotation }) => annotation.number },
  { head: '标注原文', cell: ({ annotation }) => annotation.quote },
  { head: '批注', cell: ({ annotation }) => annotation.note },
  { head: '标签', cell: ({ annotation }) => tagsText(annotation.tags) },
  { head: '颜色', cell: ({ annotation }) => colourWord(annotation.colour) },
  { head: '创建时间', cell: ({ annotation }) => localTime(annotation.created) },
  { head: '修改时间', cell: ({ annotation }) => localTime(annotation.updated) },
  { head: '原文链接', cell: ({ annotation }) => handedOn(annotation.url) },
  { head: '批注ID', cell: ({ annotation }) => annotation.id },
];

/** Annotations as CSV, in the order given; parameters as in `tasksCsv`. */
export function annotationsCsv(annotations: readonly AnnotationRecord[], documents: readonly DocumentHead[]): string {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return toCsv(
    columns,
    annotations.map((annotation) => ({ annotation, document: byId.get(annotation.documentId) })),
  );
}
