import { parseHTML } from 'linkedom/worker';
import { type ReadOptions, read } from '../../../lib/text/read';

/** A page without layout, as the reader in Node sees it. */
export const page = (body: string, head = ''): Document =>
  parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`).document as unknown as Document;

export const readBody = (body: string, options?: ReadOptions) => read(page(body), options);

/** The printed text of each block. */
export const blocksOf = (body: string): string[] => {
  const text = readBody(body);
  return text.blocks.map((block) => text.text.slice(block.start, block.end));
};
