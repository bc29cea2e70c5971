import type { Align } from '../markup';
import { child, descendants, type XmlElement } from '../xml';

/** What a style says of its text. */
export interface TextStyle {
  readonly align: Align;
  /** Whether the style hides its text; undefined where it says nothing of it. */
  readonly hidden?: boolean;
  readonly font?: string;
  readonly raised?: boolean;
}

export interface ParagraphStyles {
  of(name: string | undefined): TextStyle;
}

const plain: TextStyle = { align: null };

/** Styles by name, with what they inherit, of the parts that hold styles. */
export function paragraphStyles(sheets: readonly (XmlElement | null)[]): ParagraphStyles {
  const elements = sheets.flatMap((sheet) => descendants(sheet, 'style'));
  // A style names a font by a name of the file's own.
  const fonts = new Map(
    sheets
      .flatMap((sheet) => descendants(sheet, 'font-face'))
      .map(({ attributes }) => [attributes.name ?? '', (attributes['font-family'] ?? '').replace(/['"]/g, '')]),
  );
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
    const letters = child(style, 'text-properties')?.attributes;
    const font = letters?.['font-name'] ?? letters?.['font-family'];
    const own: TextStyle = {
      align,
      hidden: letters?.display === undefined ? above.hidden : letters.display === 'none',
      font: font === undefined ? above.font : fonts.get(font) || font,
      raised: /^(?:super|[1-9])/.test(letters?.['text-position'] ?? ''),
    };
    known.set(name, own);
    return own;
  };
  return { of: (name) => (name ? find(name, 0) : plain) };
}
