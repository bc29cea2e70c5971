import type { Align } from '../markup';
import { child, type XmlElement } from '../xml';

/** What a style says of its text. */
export interface TextStyle {
  readonly align: Align;
  readonly hidden: boolean;
}

export interface ParagraphStyles {
  of(name: string | undefined): TextStyle;
}

const plain: TextStyle = { align: null, hidden: false };

/** Styles by name, with what they inherit. */
export function paragraphStyles(elements: readonly XmlElement[]): ParagraphStyles {
  const byName = new Map(elements.map((style) => [style.attributes.name ?? '', style]));
  const known = new Map<string, TextStyle>();
  const find = (name: string, depth: number): TextStyle => {
    const there = known.get(name);
    if (there) return there;
    const style = byName.get(name);
    if (!style || depth > 20) return plain;
    const parent = style.attributes['parent-style-name'];
    const above = parent ? find(parent, depth + 1) : plain;
    const said = child(style, 'paragraph-properties')?.attributes['text-align'];
    const align =
      said === undefined ? above.align : said === 'center' ? 'center' : /^(?:end|right)$/.test(said) ? 'right' : null;
    const own: TextStyle = { align, hidden: child(style, 'text-properties')?.attributes.display === 'none' };
    known.set(name, own);
    return own;
  };
  return { of: (name) => (name ? find(name, 0) : plain) };
}
