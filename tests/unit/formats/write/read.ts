import { parseHTML } from 'linkedom/worker';
import { parse } from '../../../../lib/policy/parse';
import { read } from '../../../../lib/text/read';
import type { DomText } from '../../../../lib/text/types';

/** HTML of a reader as the text everything else works on. */
export function textOf(html: string): DomText {
  const page = /^<!doctype/.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  return read(parseHTML(page).document as unknown as Document);
}

/** Printed blocks, one a line. */
export function linesOf(html: string): string[] {
  const { text, blocks } = textOf(html);
  return blocks.map((block) => text.slice(block.start, block.end));
}

/** What the engine makes of it, as one string a measure: number, roles and units. */
export function measuresOf(html: string): string[] {
  return parse(textOf(html)).measures.map(
    ({ number, title, assignments }) =>
      `${number ?? '-'}|${title ?? ''}|${assignments.map(({ role, unit }) => `${role}:${unit}`).join(',')}`,
  );
}
