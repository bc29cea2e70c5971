import type { Change, MeasureChange } from '../../../lib/anchor/compare';
import type { Measure, PolicyDocument } from '../../../lib/policy/types';

export type DocumentChange = Extract<Change, { kind: 'fact' | 'heading' }>;
export type OfMeasure = Exclude<Change, DocumentChange>;

/** All that changed in one measure. */
export interface Entry {
  readonly key: string;
  /** As it is now; as it was, where it is gone. */
  readonly measure: Measure;
  readonly changes: readonly OfMeasure[];
  readonly gone: boolean;
  readonly mine: boolean;
}

export interface Told {
  readonly facts: readonly DocumentChange[];
  /** Ours first, then the others, each in the order of the document. */
  readonly entries: readonly Entry[];
  /** Measures whose number alone is another, because something was put in before or taken out. */
  readonly renumbered: readonly Entry[];
}

/** @param mine Ids of our measures in each version: one that we had and have no more is ours too. */
export function entriesOf(
  changes: readonly Change[],
  before: PolicyDocument,
  after: PolicyDocument,
  mine: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> },
): Told {
  const was = new Map(before.measures.map((measure) => [measure.id, measure]));
  const is = new Map(after.measures.map((measure) => [measure.id, measure]));
  const facts: DocumentChange[] = [];
  const groups = new Map<string, OfMeasure[]>();
  for (const change of changes) {
    if (change.kind === 'fact' || change.kind === 'heading') {
      facts.push(change);
      continue;
    }
    const key = change.after === null ? `-${change.before}` : `+${change.after}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const all = [...groups].flatMap(([key, of]): Entry[] => {
    const { before: old, after: now } = of[0]!;
    const measure = now === null ? was.get(old) : is.get(now);
    if (!measure) return [];
    const ours = (now !== null && mine.after.has(now)) || (old !== null && mine.before.has(old));
    return [{ key, measure, changes: of, gone: now === null, mine: ours }];
  });
  const bare = ({ changes: of }: Entry) => of.every(({ kind }) => kind === 'renumbered');
  const telling = all.filter((entry) => !bare(entry));
  return {
    facts,
    entries: [...telling.filter((entry) => entry.mine), ...telling.filter((entry) => !entry.mine)],
    renumbered: all.filter(bare),
  };
}

export type { MeasureChange };
