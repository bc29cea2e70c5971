import { apply, compose, identity, type Matrix, matrixOf, numbers, POINTS } from '../geometry';
import type { RawItem, RawPage } from '../layout/types';
import type { FixedPicture, FixedRule } from '../types';
import { child, childrenOf, textOf, type XmlElement } from '../xml';
import type { Resources } from './resources';
import { pathRules } from './rules';
import { textItems } from './text';

/** What is drawn on a page, gathered from its own content, its templates and its annotations. */
export class PageDrawing {
  readonly items: RawItem[] = [];
  readonly rules: FixedRule[] = [];
  readonly shown: FixedPicture[] = [];
  pictures = 0;
  /** Anything that is drawn and is no text: lines, areas, signs turned into outlines. */
  shapes = 0;

  constructor(private readonly resources: Resources) {}

  /** Layers of a page or of a template. */
  content(page: XmlElement | null | undefined): void {
    for (const layer of childrenOf(child(page, 'Content'), 'Layer')) this.objects(layer, identity);
  }

  /** Notes on the page: those that print text, not watermarks, seals and links. */
  annotations(root: XmlElement | null): void {
    for (const note of childrenOf(root, 'Annot')) {
      const { Type: type = '', Visible: visible } = note.attributes;
      if (visible === 'false' || /watermark|stamp|link/i.test(type)) continue;
      const appearance = child(note, 'Appearance');
      if (!appearance) continue;
      const [left = 0, top = 0] = numbers(appearance.attributes.Boundary);
      this.objects(appearance, [1, 0, 0, 1, left, top]);
    }
  }

  private objects(parent: XmlElement, outer: Matrix): void {
    for (const object of childrenOf(parent)) {
      if (object.attributes.Visible === 'false') continue;
      if (object.name === 'TextObject')
        this.items.push(...textItems(object, outer, this.resources.font(object.attributes.Font)));
      else if (object.name === 'PathObject') {
        this.shapes++;
        this.rules.push(...pathRules(object, outer));
      } else if (object.name === 'ImageObject') this.picture(object, outer);
      else if (object.name === 'PageBlock') this.objects(object, outer);
      else if (object.name === 'CompositeObject') {
        const [left = 0, top = 0] = numbers(object.attributes.Boundary);
        const inner = compose(compose(outer, [1, 0, 0, 1, left, top]), matrixOf(object.attributes.CTM));
        const content = child(object, 'Content') ?? child(object, 'CompositeGraphicUnit');
        if (content) this.objects(content, inner);
      }
    }
  }

  /** A picture fills its boundary: how it is cut and turned in it is left out. */
  private picture(object: XmlElement, outer: Matrix): void {
    this.pictures++;
    const data = this.resources.picture(object.attributes.ResourceID);
    const [left = 0, top = 0, width = 0, height = 0] = numbers(object.attributes.Boundary);
    if (!data || !(width > 0) || !(height > 0)) return;
    const [x1, y1] = apply(outer, left, top);
    const [x2, y2] = apply(outer, left + width, top + height);
    const box = { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
    this.shown.push({
      x: box.x * POINTS,
      y: box.y * POINTS,
      width: box.width * POINTS,
      height: box.height * POINTS,
      data,
    });
  }

  /** @param number Of the page, from 1. @param area The page's own area, else the document's; both may be missing. */
  finish(number: number, area: XmlElement | undefined): RawPage {
    const box = numbers(textOf(child(area, 'PhysicalBox')));
    const [, , width = 210, height = 297] = box;
    const { items, rules, shown } = this;
    const size = { width: width * POINTS, height: height * POINTS };
    return { number, turn: 0, ...size, items, rules, ...(shown.length > 0 && { pictures: shown }) };
  }
}
