import type { AnnotationRecord, DocumentHead } from '../store/types';
import { annotationsCsv } from './annotations';
import { annotationsMarkdown } from './annotations-markdown';
import { csvBlob } from './csv';
import { annotationsJsonLd } from './web-annotation/write';

/** Annotations as a file: JSON-LD for other annotators, Markdown for people, CSV where no form is named. */
export function annotationsBlob(
  annotations: readonly AnnotationRecord[],
  documents: readonly DocumentHead[],
  form?: 'jsonld' | 'md',
): Blob {
  if (form === 'jsonld') {
    return new Blob([annotationsJsonLd(annotations, documents)], { type: 'application/ld+json' });
  }
  if (form === 'md') {
    return new Blob([annotationsMarkdown(annotations, documents)], { type: 'text/markdown;charset=utf-8' });
  }
  return csvBlob(annotationsCsv(annotations, documents));
}
