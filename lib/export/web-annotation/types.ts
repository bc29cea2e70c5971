import type { AnnotationRecord } from '../../store/types';

/** The context of the W3C's model: https://www.w3.org/TR/annotation-model/ */
export const W3C_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** What our own terms stand for beside the W3C's; every one of them carries the prefix. */
export const ownContext = {
  dutymark: 'urn:dutymark:terms#',
  'dutymark:path': { '@container': '@list' },
} as const;

/** JSON as it stands in a file. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** An annotation read from a file, ours or another annotator's. What only ours have is null in others'. */
export interface ReadAnnotation extends Omit<AnnotationRecord, 'id' | 'documentId' | 'created' | 'updated'> {
  readonly id: string | null;
  readonly documentId: string | null;
  readonly created: string | null;
  readonly updated: string | null;
  /** Of the document, where the file says it. */
  readonly title: string | null;
  readonly docNumber: string | null;
}

/**
 * Why an annotation was not taken: it has no target, its target says nothing of which words are meant, or it is no
 * annotation at all.
 */
export type Refusal = 'not-annotation' | 'no-target' | 'no-quote';

export interface ReadAnnotations {
  readonly annotations: readonly ReadAnnotation[];
  /** By their place in the file, from 0. */
  readonly refused: readonly { readonly index: number; readonly why: Refusal }[];
}
