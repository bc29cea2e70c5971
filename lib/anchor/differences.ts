import diff from 'fast-diff';

/** A run of text that both versions share, or that only one has. */
export interface Difference {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

const KINDS = { [diff.EQUAL]: 'same', [diff.DELETE]: 'removed', [diff.INSERT]: 'added' } as const;

/** Beyond this the character by character comparison, quadratic at worst, would hold up the page. */
const MAX_CHARACTERS = 3000;

/**
 * What changed between two passages, in reading order; joined, `same` and `removed` give `before`, `same` and `added`
 * give `after`. Long passages are compared sentence by sentence.
 */
export function differences(before: string, after: string): Difference[] {
  const bySentence = before.length + after.length > MAX_CHARACTERS;
  return bySentence ? sentenceDifferences(before, after) : characterDifferences(before, after);
}

function characterDifferences(before: string, after: string): Difference[] {
  return diff(before, after, undefined, true).map(([kind, text]) => ({ kind: KINDS[kind], text }));
}

/** Each sentence becomes one character, so that the same comparison works on sentences. */
function sentenceDifferences(before: string, after: string): Difference[] {
  const signs = new Map<string, string>();
  const sentences: string[] = [];
  const encode = (text: string) => {
    let encoded = '';
    for (const sentence of text.match(/[^。！？；\n]*[。！？；\n]?/g) ?? []) {
      if (sentence === '') continue;
      let sign = signs.get(sentence);
      if (sign === undefined) {
        if (sentences.length >= MAX_SENTENCES) return null;
        sign = String.fromCharCode(FIRST_SIGN + sentences.length);
        signs.set(sentence, sign);
        sentences.push(sentence);
      }
      encoded += sign;
    }
    return encoded;
  };
  const [one, other] = [encode(before), encode(after)];
  if (one === null || other === null || one.length + other.length > MAX_CODED) return wholly(before, after);
  return diff(one, other).map(([kind, encoded]) => ({
    kind: KINDS[kind],
    text: Array.from(encoded, (sign) => sentences[sign.charCodeAt(0) - FIRST_SIGN]!).join(''),
  }));
}

const FIRST_SIGN = 0x100;
/** Below the surrogates, which the library will not cut apart; and few enough to compare. */
const MAX_SENTENCES = 5000;
/** Of both versions together: more, mostly the same over and over, would take the square of that. */
const MAX_CODED = 20_000;

function wholly(before: string, after: string): Difference[] {
  return before === after
    ? [{ kind: 'same', text: before }]
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ];
}
