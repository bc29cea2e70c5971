import type { PDFPageProxy } from 'pdfjs-dist';
import { compose, type Matrix } from '../geometry';
import type { PdfEngine } from './engine';
import { type Box, type Patch, pathBox, square, strokeBox, within } from './ground';

/** Signs of a page, in the order in which they are drawn, and for each how. */
export interface Drawn {
  readonly signs: string;
  /** Whether it is meant to be read through. */
  readonly pale: readonly boolean[];
  /** Whether it is in a layer that is not shown. */
  readonly away: readonly boolean[];
  /** Whether it is as white as paper; whether it is drawn without any ink. */
  readonly white: readonly boolean[];
  readonly ghost: readonly boolean[];
  readonly patches: readonly Patch[];
  /** There are more of them than are noted. */
  readonly countless: boolean;
}

/** The layers of a file: which of them are shown. */
export interface Layers {
  isVisible(group: unknown): boolean;
}

/** How one draws at a point of the list. */
interface Ink {
  readonly matrix: Matrix;
  readonly clip: Box | null;
  /** Of what is drawn now, and of the group in which it is. */
  readonly opacity: number;
  readonly group: number;
  readonly blended: boolean;
  /** How light it is, 0 to 255, by the darkest of its parts; patterns are dark. */
  readonly light: number;
  readonly stroke: number;
  readonly width: number;
  /** How signs are drawn: 0 filled, 3 not at all, and so on. */
  readonly mode: number;
}

/** A colour is pale where all of its parts are at least this, of 255, and white from here on. */
const LIGHT = 165;
const WHITE = 250;
/** What white words are seen on is no lighter. */
const GROUND = 235;
const OPAQUE = 0.43;
const NONE = 0.02;
/** So many boxes are drawn beside the text of no paper; what is hidden below those of a map is not looked for. */
const MOST = 4000;
/** Narrower than this, in points, is a rule: no word lies on it or below it. */
const THIN = 3;

/**
 * How the signs of a page are drawn: so lightly that what lies under them is read, white on white, or below a box. pdf.js tells
 * this only with all that draws the page, which costs as much as drawing it: to be asked where something says that it is needed.
 *
 * @param view From the page's space to points, y downwards.
 */
export async function drawnSigns(
  page: PDFPageProxy,
  pdfjs: PdfEngine,
  layers: Layers | null,
  view: Matrix,
): Promise<Drawn> {
  const list = await page.getOperatorList({ annotationMode: 0 });
  const hand = new Hand(pdfjs, layers, view);
  for (let index = 0; index < list.fnArray.length; index++)
    hand.does(list.fnArray[index]!, (list.argsArray[index] ?? []) as unknown[]);
  return hand;
}

/** Follows what is drawn, one operator after the other. */
class Hand implements Drawn {
  signs = '';
  readonly pale: boolean[] = [];
  readonly away: boolean[] = [];
  readonly white: boolean[] = [];
  readonly ghost: boolean[] = [];
  readonly patches: Patch[] = [];
  countless = false;
  private readonly closed: boolean[] = [];
  private readonly saved: Ink[] = [];
  private clips = false;
  private ink: Ink;
  private readonly known: Readonly<Record<number, (args: unknown[]) => void>>;

  constructor(
    private readonly pdfjs: PdfEngine,
    private readonly layers: Layers | null,
    view: Matrix,
  ) {
    this.ink = {
      matrix: view,
      clip: null,
      opacity: 1,
      group: 1,
      blended: false,
      light: 0,
      stroke: 0,
      width: 1,
      mode: 0,
    };
    this.known = { ...this.state(), ...this.painting() };
  }

  does(operator: number, args: unknown[]): void {
    this.known[operator]?.(args);
  }

  private state(): Record<number, (args: unknown[]) => void> {
    const { OPS } = this.pdfjs;
    const save = () => void this.saved.push(this.ink);
    const restore = () => {
      this.ink = this.saved.pop() ?? this.ink;
    };
    const set = (more: Partial<Ink>) => {
      this.ink = { ...this.ink, ...more };
    };
    const clip = () => {
      this.clips = true;
    };
    return {
      [OPS.save]: save,
      [OPS.restore]: restore,
      [OPS.paintFormXObjectBegin]: ([matrix]) => {
        save();
        if (matrix) set({ matrix: compose(this.ink.matrix, matrix as Matrix) });
      },
      [OPS.paintFormXObjectEnd]: restore,
      // What a group draws is as light as the group, whatever it says of itself.
      [OPS.beginGroup]: () => {
        save();
        set({ group: this.ink.group * this.ink.opacity, opacity: 1 });
      },
      [OPS.endGroup]: restore,
      [OPS.transform]: (args) => set({ matrix: compose(this.ink.matrix, args as unknown as Matrix) }),
      [OPS.setGState]: ([entries]) => {
        for (const [key, value] of entries as [string, unknown][]) {
          if (key === 'ca' && typeof value === 'number') set({ opacity: value });
          if (key === 'BM') set({ blended: value !== 'source-over' });
        }
      },
      [OPS.setFillRGBColor]: (args) => set({ light: lightOf(args) }),
      [OPS.setFillColorN]: () => set({ light: 0 }),
      [OPS.setStrokeRGBColor]: (args) => set({ stroke: lightOf(args) }),
      [OPS.setStrokeColorN]: () => set({ stroke: 0 }),
      [OPS.setLineWidth]: ([width]) => set({ width: Number(width) || 0 }),
      [OPS.setTextRenderingMode]: ([mode]) => set({ mode: Number(mode) || 0 }),
      [OPS.clip]: clip,
      [OPS.eoClip]: clip,
      [OPS.beginMarkedContent]: () => void this.closed.push(false),
      [OPS.beginMarkedContentProps]: ([tag, props]) =>
        void this.closed.push(tag === 'OC' && this.layers !== null && !this.layers.isVisible(props)),
      [OPS.endMarkedContent]: () => void this.closed.pop(),
    };
  }

  private painting(): Record<number, (args: unknown[]) => void> {
    const { OPS } = this.pdfjs;
    const picture = () => this.patch('picture', square(this.ink.matrix));
    const somewhere = () => this.patch('picture', EVERYWHERE);
    return {
      [OPS.showText]: ([glyphs]) => this.text(glyphs as ({ unicode?: string } | number | null)[]),
      [OPS.constructPath]: (args) => this.path(args as [number, (ArrayLike<number> | null)[]]),
      [OPS.shadingFill]: somewhere,
      [OPS.paintImageXObject]: picture,
      [OPS.paintInlineImageXObject]: picture,
      [OPS.paintImageMaskXObject]: picture,
      [OPS.paintSolidColorImageMask]: picture,
      [OPS.paintImageXObjectRepeat]: somewhere,
      [OPS.paintImageMaskXObjectRepeat]: somewhere,
      [OPS.paintImageMaskXObjectGroup]: somewhere,
      [OPS.paintInlineImageXObjectGroup]: somewhere,
    };
  }

  private text(glyphs: readonly ({ unicode?: string } | number | null)[]): void {
    const { light, opacity, group, mode } = this.ink;
    const away = this.closed.includes(true);
    for (const glyph of glyphs) {
      if (!glyph || typeof glyph === 'number' || !glyph.unicode) continue;
      for (const sign of glyph.unicode.replace(/\s+/g, '')) {
        this.signs += sign;
        this.pale.push(light >= LIGHT || opacity * group < OPAQUE);
        this.away.push(away);
        this.white.push(light >= WHITE && mode % 4 === 0);
        this.ghost.push(mode % 4 === 3 || opacity * group < NONE);
      }
    }
  }

  private path([operator, paths]: [number, (ArrayLike<number> | null)[]]): void {
    const { OPS } = this.pdfjs;
    const { light, stroke, opacity, group, blended, matrix, width } = this.ink;
    const fills = operator !== OPS.endPath && operator !== OPS.stroke && operator !== OPS.closeStroke;
    for (const path of paths ?? []) {
      if (!path || path.length === 0) continue;
      const { box, isBox } = pathBox(path, matrix);
      if (fills && light < GROUND) this.patch('ground', box);
      if (fills && isBox && !blended && opacity * group > 0.95) this.patch('cover', box);
      const broad = operator === OPS.endPath ? null : strokeBox(box, width * Math.hypot(matrix[0], matrix[1]));
      if (broad && stroke < GROUND) this.patch('ground', broad);
      if (this.clips) this.ink = { ...this.ink, clip: within(box, this.ink.clip) };
    }
    this.clips = false;
  }

  private patch(kind: Patch['kind'], box: Box): void {
    const own = within(box, this.ink.clip);
    if (this.closed.includes(true) || own[2] - own[0] < THIN || own[3] - own[1] < THIN) return;
    if (this.patches.length < MOST) this.patches.push({ at: this.pale.length, kind, box: own });
    else this.countless = true;
  }
}

const EVERYWHERE: Box = [-1e6, -1e6, 1e6, 1e6];

/** The darkest part of a colour, as `#rrggbb`, or as three numbers in older builds. */
function lightOf(args: readonly unknown[]): number {
  const [first] = args;
  const parts =
    typeof first === 'string'
      ? (first.match(/[\da-f]{2}/gi) ?? []).map((part) => Number.parseInt(part, 16))
      : args.slice(0, 3).map(Number);
  return parts.length === 3 ? Math.min(...parts) : 0;
}
