import { asObject, asText, listOf } from './json';
import type { Json, JsonObject } from './types';

/**
 * Note and tags of an annotation: text bodies by their purpose, a body that is bare text or without a purpose is part of
 * the note. Bodies that lie elsewhere (pictures, pages) are named in the note by their address.
 */
export function readBody(body: Json | undefined, bodyValue: Json | undefined): { note: string; tags: string[] } {
  const notes: string[] = [];
  const tags = new Set<string>();
  for (const each of [...listOf(bodyValue), ...flattened(body)]) {
    const object = asObject(each);
    const text = object ? textOf(object) : (asText(each) ?? '');
    if (object && purposes(object).includes('tagging')) {
      const tag = text.replace(/\s+/g, ' ').trim();
      if (tag) tags.add(tag);
    } else if (text !== '') notes.push(text);
  }
  return { note: notes.join('\n'), tags: [...tags] };
}

/** A choice or a set of bodies counts as all of them. */
function flattened(body: Json | undefined): Json[] {
  return listOf(body).flatMap((each) => {
    const items = asObject(each)?.items;
    return items === undefined ? [each] : flattened(items);
  });
}

const purposes = ({ purpose }: JsonObject): readonly Json[] =>
  listOf(purpose).map((each) => (typeof each === 'string' ? each.replace(/^oa:/, '') : each));

function textOf(object: JsonObject): string {
  const value = asText(object.value) ?? asText(object['rdf:value']) ?? asText(object.chars);
  if (value === null) return asText(object.id) ?? asText(object.source) ?? '';
  return asText(object.format) === 'text/html' ? plainOf(value) : value;
}

/** What a person reads of a note in HTML; it is shown as text, so that nothing in it can run. */
const plainOf = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\n{2,}/g, '\n')
    .trim();

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', amp: '&' };
