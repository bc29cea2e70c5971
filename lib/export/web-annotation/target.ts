import type { AnchorMethod, Resolution, Selector } from '../../anchor/types';
import { fileOfIri } from '../address';
import { asNumber, asObject, asText, asTexts, listOf } from './json';
import { readSelectors } from './selectors';
import type { Json, JsonObject, ReadAnnotation, Refusal } from './types';

type Target = Omit<ReadAnnotation, 'id' | 'note' | 'tags' | 'created' | 'updated'>;

/** What an annotation is about: the first of its targets that says which words are meant. */
export function readTarget(value: Json | undefined): Target | Refusal {
  const targets = listOf(value);
  if (targets.length === 0) return 'no-target';
  for (const target of targets) {
    const object = asObject(target);
    const read = object && readOne(object);
    if (read) return read;
  }
  return 'no-quote';
}

function readOne(target: JsonObject): Target | null {
  const selectors = readSelectors(target.selector);
  const quote = asText(target['dutymark:quote']) ?? quoteOf(selectors);
  if (quote === null || quote === '') return null;
  return {
    documentId: asText(target['dutymark:document']),
    title: asText(target['dutymark:title']),
    docNumber: asText(target['dutymark:docNumber']),
    quote,
    selectors,
    path: asTexts(target['dutymark:path']),
    number: asText(target['dutymark:number']),
    colour: colourOf(target.styleClass),
    url: asText(target['dutymark:url']) ?? addressOf(target.source) ?? asText(target.id) ?? '',
    resolution: resolutionOf(asObject(target['dutymark:resolution'])),
  };
}

const quoteOf = (selectors: readonly Selector[]): string | null =>
  selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact ?? null;

/** A file that went by its name is known here by the address of that name. */
function addressOf(source: Json | undefined): string | null {
  const iri = asText(source) ?? asText(asObject(source)?.id);
  return iri === null ? null : (fileOfIri(iri) ?? iri);
}

/** Ours names a colour of the palette; whatever else comes in gets the usual one. */
function colourOf(style: Json | undefined): string {
  const named = asTexts(style).flatMap((name) => /^dutymark-([a-z]{1,20})$/.exec(name)?.[1] ?? []);
  return named[0] ?? 'yellow';
}

const methods: readonly AnchorMethod[] = ['exact', 'structural', 'fuzzy', 'review', 'orphan'];

function resolutionOf(kept: JsonObject | null): Resolution | null {
  const method = methods.find((each) => each === kept?.['dutymark:method']);
  const score = asNumber(kept?.['dutymark:score']);
  if (!kept || !method || score === null) return null;
  const [start, end] = [asNumber(kept['dutymark:start']), asNumber(kept['dutymark:end'])];
  const letGo = kept['dutymark:letGo'];
  return {
    method,
    score,
    span: start === null || end === null ? null : { start, end },
    ...(typeof letGo === 'boolean' && { letGo }),
  };
}
