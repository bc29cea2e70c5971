import type { LinearText, Span } from '../../../lib/text/types';

/** Seeded, so that every run sees the same (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** 0 up to 1. */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }

  shuffled<T>(values: readonly T[]): T[] {
    const result = [...values];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [result[i], result[j]] = [result[j]!, result[i]!];
    }
    return result;
  }
}

/** A string as the linear text of a plain file, one block a line. */
export function plainText(text: string): LinearText {
  const blocks = Array.from(text.matchAll(/\S[^\n]*/g), (match) => ({
    kind: 'paragraph' as const,
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
  return { text, blocks, origin: 'plain', meta: { url: null, title: null, fields: {} } };
}

/**
 * Spans as readers select them: half of them under 16 characters, down to 2; half from anywhere to anywhere, half between
 * punctuation marks (a phrase, a unit, a whole line).
 */
export function selections(text: string, count: number, random: Random): Span[] {
  const spans: Span[] = [];
  const edges = Array.from(text.matchAll(/[，。；：、！？\n（）]+/g), (match) => match.index + match[0].length);
  while (spans.length < count) {
    const length = spans.length % 2 === 0 ? 2 + random.below(14) : Math.round(16 * (200 / 16) ** random.unit());
    let start = spans.length % 4 < 2 ? random.pick(edges) : random.below(text.length);
    let end = start + length;
    if (spans.length % 4 < 2) {
      const after = edges.filter((edge) => edge > start && edge <= end + 1);
      end = (after.at(-1) ?? end + 1) - 1;
    }
    while (start < end && /\s/.test(text[start]!)) start++;
    while (end > start && /\s/.test(text[end - 1] ?? ' ')) end--;
    // Nobody marks a rule between two pages.
    const says = /[\p{L}\p{N}]/u.test(text.slice(start, end));
    if (says && end - start >= 2 && end <= text.length) spans.push({ start, end });
  }
  return spans;
}
