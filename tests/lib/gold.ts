import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusDir } from '../server/corpus.mjs';

/** What a careful reader finds in a document (the fields tests use). */
export interface Gold {
  readonly measures: readonly {
    readonly path: readonly string[];
    readonly number: string | null;
    readonly title: string | null;
    readonly body: string;
    readonly lead: readonly string[];
    readonly participants: readonly string[];
    readonly responsible: readonly string[];
    readonly deadlines: readonly { readonly text: string; readonly date: string | null }[];
  }[];
}

/** Labels of a corpus document; null where the corpus is absent. */
export function corpusGold(name: string): Gold | null {
  const folder = corpusDir();
  return folder && JSON.parse(readFileSync(join(folder, 'gold', `${name}.json`), 'utf8'));
}

/** A unit's spelling reduced to what is printed: no white space, width of brackets folded. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** All units of one role in document order. */
export function unitsOf(gold: Gold, role: 'lead' | 'participants' | 'responsible'): string[] {
  return gold.measures.flatMap((measure) => measure[role]).map(bare);
}
