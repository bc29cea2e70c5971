import { readBody } from './body';
import { asObject, asText, listOf } from './json';
import { readTarget } from './target';
import type { Json, JsonObject, ReadAnnotation, ReadAnnotations, Refusal } from './types';

/** not-json: no JSON at all. not-annotations: JSON without a single annotation in it. */
export type AnnotationFileErrorCode = 'not-json' | 'not-annotations';

export class AnnotationFileError extends Error {
  override readonly name = 'AnnotationFileError';
  constructor(readonly code: AnnotationFileErrorCode) {
    super(code);
  }
}

/**
 * Reads annotations of the W3C's model from JSON-LD: a collection, a page of one, a list or one alone, as other
 * annotators write them. Nothing is fetched: pages that stand elsewhere are not read, and terms are taken by their names
 * in the W3C's context.
 *
 * @throws AnnotationFileError
 */
export function readAnnotationsJsonLd(text: string): ReadAnnotations {
  const items = itemsOf(parsed(text));
  if (items.length === 0) throw new AnnotationFileError('not-annotations');
  const annotations: ReadAnnotation[] = [];
  const refused: { index: number; why: Refusal }[] = [];
  for (const [index, item] of items.entries()) {
    const read = readAnnotation(item);
    if (typeof read === 'string') refused.push({ index, why: read });
    else annotations.push(read);
  }
  return { annotations, refused };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
  } catch {
    throw new AnnotationFileError('not-json');
  }
}

/** The annotations of a file, whatever holds them; later pages follow the first where they stand in the file. */
function itemsOf(file: Json): Json[] {
  if (Array.isArray(file)) return file.flatMap((each: Json) => (isPage(each) ? itemsOf(each) : [each]));
  const object = asObject(file);
  if (!object) return [];
  if (object.first !== undefined) return pagesOf(object.first);
  if (object.items !== undefined) return pagesOf(file);
  return hasType(object, 'Annotation') || object.target !== undefined ? [object] : [];
}

function pagesOf(first: Json): Json[] {
  const items: Json[] = [];
  const seen = new Set<Json>();
  for (let page: Json | undefined = first; page !== undefined && !seen.has(page); page = asObject(page)?.next) {
    seen.add(page);
    for (const item of listOf(asObject(page)?.items)) items.push(item);
  }
  return items;
}

const isPage = (value: Json): boolean => {
  const object = asObject(value);
  return object !== null && (object.first !== undefined || object.items !== undefined);
};

const hasType = ({ type, '@type': other }: JsonObject, wanted: string): boolean =>
  [...listOf(type), ...listOf(other)].some((each) => each === wanted || each === `oa:${wanted}`);

const OWN_IRI = /^urn:dutymark:annotation:(.+)$/;

function readAnnotation(item: Json): ReadAnnotation | Refusal {
  const object = asObject(item);
  if (!object || !(hasType(object, 'Annotation') || object.target !== undefined)) return 'not-annotation';
  const target = readTarget(object.target);
  if (typeof target === 'string') return target;
  const iri = asText(object.id) ?? asText(object['@id']) ?? '';
  const own = OWN_IRI.exec(iri)?.[1];
  const created = instantOf(object.created);
  return {
    id: own === undefined ? null : decoded(own),
    ...target,
    ...readBody(object.body, object.bodyValue),
    created,
    updated: instantOf(object.modified) ?? created,
  };
}

/** A time as the store keeps it; null for what is none. */
function instantOf(value: Json | undefined): string | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
