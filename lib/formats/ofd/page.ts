import { compose, identity, type Matrix, matrixOf, numbers, POINTS } from '../geometry';
import type { RawItem, RawPage } from '../layout/types';
import type { FixedRule } from '../types';
import { child, childrenOf, textOf, type XmlElement } from '../xml';
import { pathRules } from './rules';
import { textItems } from './text';

/** What is drawn on a page, gathered from its own content, its templates and its annotations. */
export class PageDrawing {
  readonly items: RawItem[] = [];
  readonly rules: FixedRule[] = [];
  pictures = 0;

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
      if (object.name === 'TextObject') this.items.push(...textItems(object, outer));
      else if (object.name === 'PathObject') this.rules.push(...pathRules(object, outer));
      else if (object.name === 'ImageObject') this.pictures++;
      else if (object.name === 'PageBlock') this.objects(object, outer);
      else if (object.name === 'CompositeObject') {
        const [left = 0, top = 0] = numbers(object.attributes.Boundary);
        const inner = compose(compose(outer, [1, 0, 0, 1, left, top]), matrixOf(object.attributes.CTM));
        const content = child(object, 'Content') ?? child(object, 'CompositeGraphicUnit');
        if (content) this.objects(content, inner);
      }
    }
  }

  /** @param number Of the page, from 1. @param area The page's own area, else the document's; both may be missing. */
  finish(number: number, area: XmlElement | undefined): RawPage {
    const box = numbers(textOf(child(area, 'PhysicalBox')));
    const [, , width = 210, height = 297] = box;
    return { number, turn: 0, width: width * POINTS, height: height * POINTS, items: this.items, rules: this.rules };
  }
}
