import type { PDFPageProxy } from 'pdfjs-dist';
import type { PdfEngine } from './engine';

/** Signs of a page, in the order in which they are drawn, and for each whether it is meant to be read through. */
export interface Drawn {
  readonly signs: string;
  readonly pale: readonly boolean[];
  /** Whether it is in a layer that is not shown. */
  readonly away: readonly boolean[];
}

/** The layers of a file: which of them are shown. */
export interface Layers {
  isVisible(group: unknown): boolean;
}

export interface Mark {
  readonly pale?: boolean;
  readonly away?: boolean;
}

/** How one is drawn at a point of the list. */
interface Ink {
  readonly opacity: number;
  readonly light: boolean;
}

/** A colour is pale where all of its parts are at least this, of 255. */
const LIGHT = 165;
const OPAQUE = 0.43;

/**
 * Which signs of a page are drawn so lightly that what lies under them is read. pdf.js tells this only with all that draws
 * the page, which costs as much as drawing it: to be asked where text stands on text, or a layer is not shown.
 */
export async function drawnSigns(page: PDFPageProxy, pdfjs: PdfEngine, layers: Layers | null): Promise<Drawn> {
  const { OPS } = pdfjs;
  const list = await page.getOperatorList({ annotationMode: 0 });
  const signs: string[] = [];
  const pale: boolean[] = [];
  const away: boolean[] = [];
  const closed: boolean[] = [];
  const saved: Ink[] = [];
  let ink: Ink = { opacity: 1, light: false };
  for (let index = 0; index < list.fnArray.length; index++) {
    const args = list.argsArray[index] as unknown[];
    switch (list.fnArray[index]) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
        saved.push(ink);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        ink = saved.pop() ?? ink;
        break;
      case OPS.beginMarkedContent:
        closed.push(false);
        break;
      case OPS.beginMarkedContentProps:
        closed.push(args[0] === 'OC' && layers !== null && !layers.isVisible(args[1]));
        break;
      case OPS.endMarkedContent:
        closed.pop();
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as [string, unknown][])
          if (key === 'ca' && typeof value === 'number') ink = { ...ink, opacity: value };
        break;
      case OPS.setFillRGBColor:
        ink = { ...ink, light: isLight(args) };
        break;
      case OPS.showText:
        for (const glyph of args[0] as ({ unicode?: string } | number | null)[]) {
          if (!glyph || typeof glyph === 'number' || !glyph.unicode) continue;
          for (const sign of glyph.unicode.replace(/\s+/g, '')) {
            signs.push(sign);
            pale.push(ink.light || ink.opacity < OPAQUE);
            away.push(closed.includes(true));
          }
        }
        break;
    }
  }
  return { signs: signs.join(''), pale, away };
}

/** As `#rrggbb`, or as three numbers in older builds. */
function isLight(args: readonly unknown[]): boolean {
  const [first] = args;
  const parts =
    typeof first === 'string'
      ? (first.match(/[\da-f]{2}/gi) ?? []).map((part) => Number.parseInt(part, 16))
      : args.slice(0, 3).map(Number);
  return parts.length === 3 && parts.every((part) => part >= LIGHT);
}

/**
 * Items of a page's text with what is known of their signs. Both come in the order in which the page is drawn; where they do
 * not say the same, nothing is known.
 */
export function marksOf<T extends Mark & { readonly text: string }>(
  items: readonly T[],
  { signs, pale, away }: Drawn,
): (T & Mark)[] {
  if (!pale.includes(true) && !away.includes(true)) return [...items];
  const all = [...signs];
  let at = 0;
  return items.map((item) => {
    const own = [...item.text.replace(/\s+/g, '')];
    if (own.length === 0) return item;
    const from = at;
    if (!own.every((sign, index) => all[from + index] === sign)) {
      // A sign that one of the two leaves out: looked for a little further on.
      const next = all.indexOf(own[0]!, at);
      if (next < 0 || next > at + 40) return item;
      at = next;
    }
    const start = at;
    at += own.length;
    const most = (marks: readonly boolean[]) => marks.slice(start, at).filter(Boolean).length > own.length / 2;
    return { ...item, ...(most(pale) && { pale: true }), ...(most(away) && { away: true }) };
  });
}
