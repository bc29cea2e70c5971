import type { Selector } from '../../anchor/types';
import { asNumber, asObject, asText, asTexts, listOf } from './json';
import type { Json, JsonObject } from './types';

/**
 * The selectors that we know, in their order. A selector that is narrowed by others (`refinedBy`), as a path of elements
 * mostly is, stands for what narrows it: its own way into a page is none of ours.
 */
export function readSelectors(value: Json | undefined): Selector[] {
  return listOf(value).flatMap((each) => {
    const object = asObject(each);
    if (!object) return [];
    const own = readOne(object);
    return [...(own ? [own] : []), ...readSelectors(object.refinedBy)];
  });
}

function readOne(object: JsonObject): Selector | null {
  switch ((asText(object.type) ?? asText(object['@type']) ?? '').replace(/^oa:/, '')) {
    case 'TextQuoteSelector':
      return quote(object);
    case 'TextPositionSelector':
      return position(object);
    case 'dutymark:StructuralSelector':
      return structural(object);
    default:
      return null;
  }
}

function quote(object: JsonObject): Selector | null {
  const exact = asText(object.exact);
  if (exact === null) return null;
  const rival = asNumber(object['dutymark:rival']);
  const landmark = asObject(object['dutymark:landmark']);
  const [text, distance] = [asText(landmark?.['dutymark:text']), asNumber(landmark?.['dutymark:distance'])];
  return {
    type: 'TextQuoteSelector',
    exact,
    prefix: asText(object.prefix) ?? '',
    suffix: asText(object.suffix) ?? '',
    ...(rival !== null && { rival }),
    ...(text !== null && distance !== null && { landmark: { text, distance } }),
  };
}

function position(object: JsonObject): Selector | null {
  const [start, end] = [asNumber(object.start), asNumber(object.end)];
  return start === null || end === null || end < start ? null : { type: 'TextPositionSelector', start, end };
}

function structural(object: JsonObject): Selector | null {
  const offset = asNumber(object['dutymark:offset']);
  if (offset === null) return null;
  return {
    type: 'DutymarkStructuralSelector',
    docNumber: asText(object['dutymark:docNumber']),
    path: asTexts(object['dutymark:path']),
    number: asText(object['dutymark:number']),
    part: asNumber(object['dutymark:part']),
    offset,
  };
}
