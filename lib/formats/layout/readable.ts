import { CONTROL, isNoise, PRIVATE } from '../plausible';
import { privateSigns } from '../symbols';
import { fold } from './fold';
import type { RawItem, RawPage } from './types';

/** Of a file of which more than this share is noise nothing sensible is left. */
export const MOST_NOISE = 0.5;

/** Fonts with less text than this, and how many such fonts a file has that is made of them. */
const SMALL = 40;
const MANY = 5;

/** Pages with the text of their good fonts, folded. */
export interface Readable<T extends RawPage> {
  readonly pages: T[];
  /** Printed signs of the file, and how many of them stand in fonts that do not say what they mean. */
  readonly signs: number;
  readonly lost: number;
}

/** What else is known of fonts, by their names in the items. */
export interface FontFacts {
  /** Their codes are no text. */
  readonly noise: ReadonlySet<string>;
  /** Fonts of signs: what their letters are seen as. */
  readonly signs: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * Judges each font of a file by all that is set in it: text of a font whose codes are no text is left out, for it would be
 * read as something that is not there. A font with a few private signs has bullets and boxes; they are known.
 */
export function readableText<T extends RawPage>(pages: readonly T[], facts: FontFacts | null = null): Readable<T> {
  const samples = new Map<string, string>();
  const each = (item: RawItem) => samples.set(item.font ?? '', `${samples.get(item.font ?? '') ?? ''}${item.text} `);
  for (const page of pages) for (const items of listsOf(page)) items.forEach(each);
  const noise = new Set([...samples].filter(([, text]) => isNoise(text)).map(([font]) => font));
  for (const font of facts?.noise ?? []) noise.add(font);
  // Some producers make a font of every few signs, too few to be judged by themselves: those are judged together.
  const small = [...samples].filter(([font, text]) => !noise.has(font) && text.length < SMALL);
  if (small.length > MANY && isNoise(small.map(([, text]) => text).join('')))
    for (const [font] of small) noise.add(font);
  for (const font of facts?.signs.keys() ?? []) noise.delete(font);
  let signs = 0;
  let lost = 0;
  const judged = (item: RawItem): RawItem[] => {
    const printed = item.text.replace(/\s+/g, '').length;
    signs += printed;
    if (noise.has(item.font ?? '')) {
      lost += printed;
      return [];
    }
    const { font, ...rest } = item;
    const seen = facts?.signs.get(font ?? '');
    const own = seen ? [...item.text].map((sign) => seen.get(sign) ?? sign).join('') : item.text;
    lost += own.match(CONTROL)?.length ?? 0;
    const text = fold(privateSigns(own.replace(/\ue5e5/g, '\u3000'))).replace(PRIVATE, () => {
      lost++;
      return '';
    });
    return text === '' ? [] : [{ ...rest, text }];
  };
  const clean = pages.map((page) => ({
    ...page,
    items: page.items.flatMap(judged),
    ...(page.turned && { turned: page.turned.flatMap(judged) }),
    ...(page.crossed && { crossed: page.crossed.flatMap(judged) }),
  }));
  return { pages: clean, signs, lost };
}

const listsOf = ({ items, turned = [], crossed = [] }: RawPage): readonly (readonly RawItem[])[] => [
  items,
  turned,
  crossed,
];
