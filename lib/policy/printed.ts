import { nextSign, Sign } from '../text/chars';
import { SIMPLIFIED } from '../text/traditional';
import { words } from '../text/words';
import type { Measure, PolicyDocument } from './types';

/** Traditional characters by what they were read as, in one stretch of a text. */
type Printed = ReadonlyMap<string, string>;

/**
 * The traditional characters of a stretch; null where it has none. One whose simplified form is printed there as well is left out: it
 * cannot be told which is meant. Cost: linear.
 */
function printedIn(stretch: string): Printed | null {
  const signs = new Map<string, string>();
  for (let at = nextSign(stretch, 0, Sign.lookalike); at >= 0; at = nextSign(stretch, at + 1, Sign.lookalike)) {
    const plain = SIMPLIFIED.get(stretch[at]!);
    if (plain) signs.set(stretch[at]!, plain);
  }
  const found = [...signs].filter(([, plain]) => !stretch.includes(plain));
  return found.length ? new Map(found.map(([sign, plain]) => [plain, sign])) : null;
}

/** Names of what a document says in words of its own; everything else is numbers, spans and words of ours. */
const said = new Set(words('title attachmentTitle issuer region addressees heading path text unit resolved docNumber'));

/** A value with every string that is the document's own spelled as printed. */
function spelled<T>(value: T, printed: Printed, own = false): T {
  if (typeof value === 'string') return (own ? restored(value, printed) : value) as T;
  if (Array.isArray(value)) return value.map((one) => spelled(one, printed, own)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, spelled(one, printed, said.has(key))]),
  ) as T;
}

const restored = (text: string, printed: Printed): string => {
  let out = '';
  for (const c of text) out += printed.get(c) ?? c;
  return out;
};

/**
 * A document in traditional characters is read as if it were in simplified ones; what it says is given back as printed, each measure by
 * its own stretch, since one simplified character may stand for several (发 for 發 and 髮). Any other document is returned as it is.
 * Cost: linear in the text.
 */
export function asPrinted(document: PolicyDocument, text: string): PolicyDocument {
  const whole = printedIn(text);
  if (!whole) return document;
  const own = (measure: Measure): Measure => {
    const { span, textSpan } = measure;
    const printed = printedIn(text.slice(span.start, Math.max(span.end, textSpan.end)));
    const told = printed ? spelled(measure, printed) : measure;
    return { ...told, path: spelled(measure.path, whole, true) };
  };
  return { ...spelled({ ...document, measures: [] }, whole), measures: document.measures.map(own) };
}
