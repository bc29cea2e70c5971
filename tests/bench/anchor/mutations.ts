import { RADICALS } from '../../../lib/text/radicals';
import type { Span } from '../../../lib/text/types';
import type { Random } from './samples';

/** A changed text, and where each character of the old one stands in it (-1: gone). */
export interface Mutated {
  readonly text: string;
  readonly newOf: Int32Array;
}

/** Where a span of the old text ought to be found; null when nothing is left of it. */
export function expected({ newOf }: Mutated, span: Span): Span | null {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  for (let at = span.start; at < span.end; at++) {
    const now = newOf[at]!;
    if (now < 0) continue;
    start = Math.min(start, now);
    end = Math.max(end, now + 1);
  }
  return end < 0 ? null : { start, end };
}

/** Writes a new text and keeps count of what came from where. */
class Writer {
  private readonly out: string[] = [];
  private length = 0;
  readonly newOf: Int32Array;

  constructor(private readonly old: string) {
    this.newOf = new Int32Array(old.length).fill(-1);
  }

  add(text: string) {
    this.out.push(text);
    this.length += text.length;
  }

  /** `text` in place of the old character at `at`. */
  put(at: number, text = this.old[at]!) {
    this.newOf[at] = this.length;
    this.add(text);
  }

  done(): Mutated {
    return { text: this.out.join(''), newOf: this.newOf };
  }
}

/** (a) The sentences a span touches are gone. */
export function deleteSentences(old: string, span: Span): Mutated {
  let { start, end } = span;
  while (start > 0 && !isSentenceEnd(old, start - 1)) start--;
  while (end < old.length && !isSentenceEnd(old, end - 1)) end++;
  const writer = new Writer(old);
  for (let at = 0; at < old.length; at++) if (at < start || at >= end) writer.put(at);
  return writer.done();
}

function isSentenceEnd(text: string, at: number): boolean {
  return '。！？；'.includes(text[at]!) || (text[at] === '\n' && text[at - 1] === '\n');
}

/** (b) A share of the characters that print is changed: replaced, left out, or another put beside, a third each. */
export function changeCharacters(old: string, share: number, random: Random): Mutated {
  const writer = new Writer(old);
  for (let at = 0; at < old.length; at++) {
    const changed = random.unit() < share && /\S/.test(old[at]!);
    const other = () => old[random.below(old.length)]!.replace(/\s/, '的');
    const how = changed ? random.below(3) : -1;
    if (how === 0) writer.put(at, other());
    else if (how !== 1) writer.put(at);
    if (how === 2) writer.add(other());
  }
  return writer.done();
}

const ITEM =
  /(?:^|\n)[ \u3000]*(?=(?:\d{1,3}[.．、]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、))/g;
const NUMBER = /^(?:\d{1,3}(?=[.．、])|[（(][一二三四五六七八九十]{1,3}[）)])/;

/** Whether a span is nothing but an item's number: readers do not mark that. */
export function isNumber(text: string, span: Span): boolean {
  return /^[\d一二三四五六七八九十（）().．、\s]*$/.test(text.slice(span.start, span.end));
}

/** The numbered items of a text, as spans that cover it from the first item on. */
export function itemsOf(text: string): Span[] {
  const starts = Array.from(text.matchAll(ITEM), (match) => match.index + match[0].length);
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }));
}

/** (c) A third of the items change places, all are numbered anew, and new ones stand before. */
export function rearrange(old: string, random: Random): Mutated {
  const items = itemsOf(old);
  const order = items.map((_, i) => i);
  const moving = order.filter(() => random.unit() < 0.33);
  const targets = random.shuffled(moving);
  moving.forEach((place, i) => {
    order[place] = targets[i]!;
  });
  const writer = new Writer(old);
  for (let at = 0; at < (items[0]?.start ?? old.length); at++) writer.put(at);
  writer.add('1.建立新增事项定期会商机制，逐项明确路径和时间表，由专班统一调度。\n\n牵头单位：新设专班\n\n');
  order.forEach((which, place) => {
    const { start, end } = items[which]!;
    const number = NUMBER.exec(old.slice(start, start + 8))?.[0] ?? '';
    // The digits of the old number stand where those of the new one stand, the last at the last.
    if (number) {
      const renumbered =
        number.startsWith('(') || number.startsWith('（') ? `（${chinese(place + 2)}）` : `${place + 2}`;
      writer.put(start, renumbered);
      for (let i = 1; i < number.length; i++)
        writer.newOf[start + i] =
          writer.newOf[start]! + (i === number.length - 1 ? renumbered.length - 1 : Math.min(i, renumbered.length - 1));
    }
    for (let at = start + number.length; at < end; at++) writer.put(at);
    if (old[end - 1] !== '\n') writer.add('\n\n');
  });
  return writer.done();
}

function chinese(number: number): string {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(number / 10) % 10;
  const ones = number % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}` || '零';
}

const radicalOf = new Map<string, string>();
for (const [radical, ideograph] of RADICALS) radicalOf.set(ideograph, radical);
for (let code = 0x2f00; code < 0x2fd6; code++)
  radicalOf.set(String.fromCharCode(code).normalize('NFKC'), String.fromCharCode(code));

/** (d) Out of a PDF: other line breaks, page rules, other widths, radicals for ideographs. */
export function reextract(old: string, random: Random): Mutated {
  const writer = new Writer(old);
  const width = 24 + random.below(16);
  let column = 0;
  let line = 0;
  for (let at = 0; at < old.length; at++) {
    const char = old[at]!;
    if (/\s/.test(char)) {
      if (char === '\n' && old[at - 1] === '\n') {
        writer.add('\n\n');
        column = 0;
      }
      continue;
    }
    writer.put(at, printedOtherwise(char, random));
    if (++column < width) continue;
    column = 0;
    writer.add('\n');
    if (++line % 20 === 0) writer.add(random.below(2) ? `\n— ${line / 20} —\n\n` : '\n---\n\n');
  }
  return writer.done();
}

function printedOtherwise(char: string, random: Random): string {
  const code = char.charCodeAt(0);
  if (code > 0x20 && code < 0x7f) return String.fromCharCode(code + 0xfee0);
  if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - 0xfee0);
  return random.unit() < 0.5 ? (radicalOf.get(char) ?? char) : char;
}
