import type { Measure } from '../../lib/policy/types';

/** What stands for a measure in a list, and what of its text is left for below. */
export function headline(measure: Measure): { readonly head: string; readonly body: string } {
  if (measure.title !== null) return { head: measure.title, body: measure.text };
  return { head: measure.text, body: '' };
}

/** A shorter text: from its beginning, or around the first hit where that would be cut off. */
export function snippet(text: string, terms: readonly string[], length: number): string {
  if (text.length <= length + 10) return text;
  const lower = text.toLowerCase();
  const hits = terms.map((term) => lower.indexOf(term)).filter((at) => at >= 0);
  const first = hits.length > 0 ? Math.min(...hits) : 0;
  const from = first < length * 0.7 ? 0 : whole(text, Math.max(0, first - Math.floor(length / 3)));
  const to = whole(text, from + length);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

/** Moves an offset off the middle of a surrogate pair. */
function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}
