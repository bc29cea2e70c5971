import type { Selector } from '../../anchor/types';
import type { AnnotationRecord, DocumentHead } from '../../store/types';
import { iriOfFile, localName, publicUrl } from '../address';
import { type Json, type JsonObject, ownContext, W3C_CONTEXT } from './types';

/** Name of an annotation of ours for the whole world. */
export const iriOf = (id: string): string =>
  `urn:dutymark:annotation:${encodeURIComponent(id.replace(/\p{Cs}/gu, '\ufffd'))}`;

/**
 * Annotations as JSON-LD of the W3C's model (a collection with one page), in the order given. Other annotators find
 * quotes, positions, notes and tags where the model has them; what it has no words for carries our prefix.
 *
 * A local file has its name in the place of an address, as in every export.
 */
export function annotationsJsonLd(
  annotations: readonly AnnotationRecord[],
  documents: readonly DocumentHead[],
  now = new Date(),
): string {
  const heads = new Map(documents.map((head) => [head.id, head]));
  const items = annotations.map((annotation) => annotationObject(annotation, heads.get(annotation.documentId)));
  const collection: JsonObject = {
    '@context': [W3C_CONTEXT, ownContext],
    id: `urn:dutymark:collection:${now.toISOString()}`,
    type: 'AnnotationCollection',
    label: '政笺批注',
    total: items.length,
    first: {
      id: `urn:dutymark:collection:${now.toISOString()}#1`,
      type: 'AnnotationPage',
      startIndex: 0,
      items,
    },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function annotationObject(annotation: AnnotationRecord, head: DocumentHead | undefined): JsonObject {
  const { id, note, tags, colour, created, updated, resolution } = annotation;
  const body = [
    ...(note ? [textual(note, 'commenting')] : []),
    ...tags.map((tag): JsonObject => textual(tag, 'tagging')),
  ];
  const url = publicUrl(annotation.url);
  const file = localName(annotation.url);
  const source = file === null ? iriOfAddress(url) : iriOfFile(file);
  const motivation = [note ? 'commenting' : 'highlighting', ...(tags.length > 0 ? ['tagging'] : [])];
  return {
    id: iriOf(id),
    type: 'Annotation',
    motivation: motivation.length === 1 ? motivation[0]! : motivation,
    created,
    modified: updated,
    ...(body.length > 0 && { body }),
    target: {
      type: 'SpecificResource',
      source,
      ...(file !== null ? { 'dutymark:file': file } : source !== url && { 'dutymark:url': url }),
      selector: annotation.selectors.map(selectorObject),
      styleClass: `dutymark-${colour}`,
      'dutymark:document': annotation.documentId,
      'dutymark:title': head?.title ?? null,
      'dutymark:docNumber': head?.docNumber ?? null,
      'dutymark:quote': annotation.quote,
      'dutymark:path': annotation.path,
      'dutymark:number': annotation.number,
      'dutymark:resolution': resolution && {
        'dutymark:method': resolution.method,
        'dutymark:score': resolution.score,
        'dutymark:start': resolution.span?.start ?? null,
        'dutymark:end': resolution.span?.end ?? null,
        ...(resolution.letGo !== undefined && { 'dutymark:letGo': resolution.letGo }),
      },
    },
  };
}

const textual = (value: string, purpose: string): JsonObject => ({
  type: 'TextualBody',
  value,
  purpose,
  format: 'text/plain',
  language: 'zh-CN',
});

/** The model wants an IRI, in which no blank may stand. */
const iriOfAddress = (url: string): string => url.replace(/[\s<>"{}|\\^`]/g, (sign) => encodeURIComponent(sign));

function selectorObject(selector: Selector): JsonObject {
  switch (selector.type) {
    case 'TextQuoteSelector': {
      const { type, exact, prefix, suffix, rival, landmark } = selector;
      return {
        type,
        exact,
        prefix,
        suffix,
        ...(rival !== undefined && { 'dutymark:rival': rival }),
        ...(landmark && { 'dutymark:landmark': prefixed({ text: landmark.text, distance: landmark.distance }) }),
      };
    }
    case 'TextPositionSelector':
      return { type: selector.type, start: selector.start, end: selector.end };
    case 'DutymarkStructuralSelector': {
      const { docNumber, path, number, part, offset } = selector;
      return { type: 'dutymark:StructuralSelector', ...prefixed({ docNumber, path, number, part, offset }) };
    }
  }
}

const prefixed = (fields: Record<string, Json>): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [`dutymark:${key}`, value]));
