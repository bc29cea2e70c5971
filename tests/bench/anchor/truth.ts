import { describe } from '../../../lib/anchor/describe';
import { buildIndex, type TextIndex } from '../../../lib/anchor/index';
import { resolve } from '../../../lib/anchor/resolve';
import { parse } from '../../../lib/policy/parse';
import type { PolicyDocument } from '../../../lib/policy/types';
import { fromPlain } from '../../../lib/text/plain';
import type { Span } from '../../../lib/text/types';
import {
  changeCharacters,
  deleteSentences,
  expected,
  isNumber,
  itemsOf,
  type Mutated,
  rearrange,
  reextract,
} from './mutations';
import { type Random, selections } from './samples';
import { usualQuote, usualRule } from './usual-rule';

/** What became of the annotations under one kind of change. */
export interface Tally {
  annotations: number;
  short: number;
  /** Found where they ought to be, and said so. */
  right: number;
  /** Found elsewhere, and said so. */
  wrong: number;
  review: number;
  orphan: number;
}

export type Mutation = 'deleted' | 'edited' | 'rearranged' | 'reextracted';
export type Figures = Record<Mutation, { ours: Tally; usual: Tally }>;

const tally = (): Tally => ({ annotations: 0, short: 0, right: 0, wrong: 0, review: 0, orphan: 0 });

/**
 * Takes annotations on each text, changes the texts in the four ways, and counts how our rule and the usual one find
 * the annotations again; both see the same. `structured`: with the document parsed, as the extension does it.
 */
export function measureTruth(texts: readonly string[], each: number, random: Random, structured: boolean): Figures {
  const both = () => ({ ours: tally(), usual: tally() });
  const figures: Figures = { deleted: both(), edited: both(), rearranged: both(), reextracted: both() };
  const indexOf = (text: string) => indexed(text, structured);
  for (const old of texts) {
    const spans = selections(old, each, random);
    const index = unchanged(old, structured);
    const taken = spans.map((span) => ({ span, selectors: describe(index, span), usual: usualQuote(old, span) }));
    type Taken = (typeof taken)[number];

    const judge = (mutation: Mutation, mutated: Mutated, now: TextIndex, { span, selectors, usual }: Taken) => {
      const wanted = mutation === 'deleted' ? null : expected(mutated, span);
      if (mutation !== 'deleted' && !wanted) return;
      const { method, span: found } = resolve(now, selectors);
      const short = span.end - span.start < 16;
      count(figures[mutation].ours, short, wanted, found, method === 'review');
      count(figures[mutation].usual, short, wanted, usualRule(mutated.text, usual), false);
    };

    for (const one of taken) {
      const mutated = deleteSentences(old, one.span);
      judge('deleted', mutated, indexOf(mutated.text), one);
    }
    const judgeAll = (mutation: Mutation, mutated: Mutated, which: readonly Taken[]) => {
      const now = indexOf(mutated.text);
      for (const one of which) judge(mutation, mutated, now, one);
    };
    judgeAll('edited', changeCharacters(old, 0.08, random), taken);
    judgeAll('reextracted', reextract(old, random), taken);
    const items = itemsOf(old);
    const within = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end;
    const whole = taken.filter(({ span }) => !isNumber(old, span) && items.some((item) => within(span, item)));
    judgeAll('rearranged', rearrange(old, random), whole);
  }
  return figures;
}

/** Parsed when somebody asks: most places are found without, and a text without one sentence is made for each annotation. */
function indexed(text: string, structured: boolean): TextIndex {
  const source = fromPlain(text);
  const index = buildIndex(source);
  if (!structured) return index;
  let policy: PolicyDocument | undefined;
  return {
    ...index,
    get policy() {
      policy ??= parse(source);
      return policy;
    },
  };
}

const kept = new Map<string, TextIndex>();

/** A text as it was, which is read once for all draws. */
function unchanged(text: string, structured: boolean): TextIndex {
  const key = `${structured}:${text}`;
  const index = kept.get(key) ?? indexed(text, structured);
  kept.set(key, index);
  return index;
}

function count(tally: Tally, short: boolean, wanted: Span | null, found: Span | null, review: boolean) {
  tally.annotations++;
  if (short) tally.short++;
  if (!found) tally.orphan++;
  else if (review) tally.review++;
  else if (wanted && share(wanted, found) >= 0.5) tally.right++;
  else tally.wrong++;
}

/** What two spans have in common of what they cover together. */
function share(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** One line a kind of change, for the test's output. */
export function report(title: string, figures: Figures): string {
  const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
  const words = (mutation: string, { annotations, right, wrong, review, orphan }: Tally) =>
    mutation === 'deleted'
      ? `anchored elsewhere ${wrong}/${annotations} (${percent(wrong, annotations)}), review ${review}`
      : `right ${right}/${annotations} (${percent(right, annotations)}), wrong ${wrong}, review ${review}, orphan ${orphan}`;
  const lines = Object.entries(figures).map(
    ([mutation, { ours, usual }]) =>
      `  ${mutation.padEnd(12)} ours: ${words(mutation, ours)} | usual rule: ${words(mutation, usual)}`,
  );
  return [title, ...lines].join('\n');
}
