import { apply, compose, identity, type Matrix, matrixOf, numbers, POINTS } from '../geometry';
import { COVER } from '../layout/scan';
import { setUpright, type TurnedItem } from '../layout/turned';
import type { RawPage } from '../layout/types';
import type { FixedPicture, FixedRule } from '../types';
import { child, childrenOf, textOf, type XmlElement } from '../xml';
import { colourOf } from './colour';
import type { Resources } from './resources';
import { pathRules } from './rules';
import { textItems } from './text';

type FixedBox = Pick<FixedPicture, 'x' | 'y' | 'width' | 'height'>;

/** So many areas are filled on no page of a paper; of more it is not asked what stands on them. */
const MOST_GROUNDS = 4000;
/** Of a page at least so much is seen. */
const LEAST_SEEN = 0.6;
/** Units in units: deeper ones are a circle. */
const DEEPEST = 8;

/** A page with what its pictures cover of it, as a share. */
export interface OfdPage extends RawPage {
  readonly covered: number;
}

/** What is drawn on a page, gathered from its own content, its templates and its annotations. */
export class PageDrawing {
  private items: TurnedItem[] = [];
  private readonly rules: FixedRule[] = [];
  private readonly shown: FixedPicture[] = [];
  /** Text that is there and not drawn: over a picture it says what the picture shows. */
  private readonly unseen: TurnedItem[] = [];
  hidden = false;
  /** What white words can be seen on: areas that are filled, and pictures. */
  private readonly grounds: FixedBox[] = [];
  /** Units that are used and are not there. */
  missing = 0;
  /** In square points. */
  private covered = 0;
  pictures = 0;
  /** Remarks on the page and stamps on it, which are no text of it. */
  notes = 0;
  stamps = 0;
  /** Anything that is drawn and is no text: lines, areas, signs turned into outlines. */
  shapes = 0;

  constructor(private readonly resources: Resources) {}

  /** Layers of a page. */
  content(page: XmlElement | null | undefined): void {
    for (const layer of childrenOf(child(page, 'Content'), 'Layer')) this.objects(layer, identity, 0);
  }

  /**
   * Those of a template, behind or before what the page has: pale words on it are a watermark.
   *
   * @param again it has been on a page before
   */
  template(page: XmlElement | null | undefined, again: boolean): void {
    const own = this.items;
    this.items = [];
    this.content(page);
    this.items = [
      ...own,
      ...this.items.map(
        (item): TurnedItem => (item.pale ? { ...item, turn: -1 } : { ...item, template: again ? 'again' : 'first' }),
      ),
    ];
  }

  /** Notes on the page: those that print text; the words of a watermark are kept apart, seals and links left out. */
  annotations(root: XmlElement | null): void {
    for (const note of childrenOf(root, 'Annot')) {
      const { Type: type = '', Visible: visible } = note.attributes;
      if (visible === 'false' || /link/i.test(type)) continue;
      if (/stamp/i.test(type)) {
        this.stamps++;
        continue;
      }
      const appearance = child(note, 'Appearance');
      const printed = this.items.length;
      if (appearance) this.appearance(appearance, type);
      const remark = textOf(child(note, 'Remark')).trim();
      if (remark !== '' && this.items.length === printed) this.notes++;
    }
  }

  private appearance(appearance: XmlElement, type: string): void {
    const [left = 0, top = 0] = numbers(appearance.attributes.Boundary);
    const before = this.items.length;
    this.objects(appearance, [1, 0, 0, 1, left, top], 0);
    if (!/watermark/i.test(type)) return;
    const marks = this.items.splice(before);
    for (const item of marks) this.items.push({ ...item, turn: -1 });
  }

  private objects(parent: XmlElement, outer: Matrix, depth: number): void {
    if (depth > DEEPEST) return;
    for (const object of childrenOf(parent)) {
      if (object.attributes.Visible === 'false') continue;
      if (object.name === 'TextObject')
        (isDrawn(object) ? this.items : this.unseen).push(
          ...textItems(object, outer, this.resources.font(object.attributes.Font)),
        );
      else if (object.name === 'PathObject') {
        this.shapes++;
        if (object.attributes.Fill === 'true' && !isWhite(colourOf(object, 'FillColor'))) this.ground(object, outer);
        for (const rule of pathRules(object, outer)) this.rules.push(rule);
      } else if (object.name === 'ImageObject') this.picture(object, outer);
      else if (object.name === 'PageBlock' || object.name === 'Layer') this.objects(object, outer, depth + 1);
      else if (object.name === 'CompositeObject') this.composite(object, outer, depth);
    }
  }

  /** A unit of the resources (GB/T 33190, 13), or what some producers write in its place. */
  private composite(object: XmlElement, outer: Matrix, depth: number): void {
    const [left = 0, top = 0] = numbers(object.attributes.Boundary);
    const inner = compose(compose(outer, [1, 0, 0, 1, left, top]), matrixOf(object.attributes.CTM));
    const unit = this.resources.unit(object.attributes.ResourceID) ?? child(object, 'CompositeGraphicUnit') ?? object;
    const content = child(unit, 'Content');
    if (content) this.objects(content, inner, depth + 1);
    else if (unit !== object) this.objects(unit, inner, depth + 1);
    else this.missing++;
  }

  /** A picture fills its boundary: how it is cut and turned in it is left out. */
  private picture(object: XmlElement, outer: Matrix): void {
    this.pictures++;
    const box = this.ground(object, outer);
    if (!box) return;
    this.covered += box.width * box.height;
    const data = this.resources.picture(object.attributes.ResourceID);
    if (data) this.shown.push({ ...box, data });
  }

  private ground(object: XmlElement, outer: Matrix): FixedBox | null {
    const box = boxOf(object, outer);
    if (box && this.grounds.length < MOST_GROUNDS) this.grounds.push(box);
    return box;
  }

  /** What is seen of the text: not what lies beside the page, and white words on a ground only. */
  private seen(width: number, height: number): TurnedItem[] {
    const beside = ({ x, y, size }: TurnedItem) => x >= width || y <= 0 || y - size >= height;
    const lost = ({ x, y, size, colour, width: across }: TurnedItem) =>
      isWhite(colour) &&
      !this.grounds.some(
        (box) => x + across > box.x && x < box.x + box.width && y > box.y && y - size < box.y + box.height,
      );
    const all = this.items;
    const seen = all.filter((item) => !beside(item) && !(this.grounds.length < MOST_GROUNDS && lost(item)));
    // Of a page that would be empty it is not understood how it is drawn.
    return seen.length < all.length * LEAST_SEEN ? all : seen;
  }

  /** @param number Of the page, from 1. @param area The page's own area, else the document's; both may be missing. */
  finish(number: number, area: XmlElement | undefined): OfdPage {
    const said = numbers(textOf(child(area, 'PhysicalBox')));
    const [, , across = 210, down = 297] = said;
    const covered = this.covered / (across * down * POINTS * POINTS);
    const beneath = covered >= COVER;
    const seen = said.length < 4 ? this.seen(Infinity, Infinity) : this.seen(across * POINTS, down * POINTS);
    this.hidden = (!beneath && this.unseen.length > 0) || seen.length < this.items.length;
    const items = beneath ? [...seen, ...this.unseen] : seen;
    const { matrix, ...upright } = setUpright(items, across * POINTS, down * POINTS);
    const turned = upright.turn !== 0;
    return {
      ...upright,
      number,
      rules: turned ? this.rules.map((rule) => movedRule(rule, matrix)) : this.rules,
      covered,
      ...(this.shown.length > 0 && { pictures: turned ? this.shown.map((box) => movedBox(box, matrix)) : this.shown }),
    };
  }
}

/** Where an object lies, in points; null for one without an area. */
function boxOf(object: XmlElement, outer: Matrix): FixedBox | null {
  const [left = 0, top = 0, width = 0, height = 0] = numbers(object.attributes.Boundary);
  if (!(width > 0) || !(height > 0)) return null;
  const [x1, y1] = apply(outer, left, top);
  const [x2, y2] = apply(outer, left + width, top + height);
  return {
    x: Math.min(x1, x2) * POINTS,
    y: Math.min(y1, y2) * POINTS,
    width: Math.abs(x2 - x1) * POINTS,
    height: Math.abs(y2 - y1) * POINTS,
  };
}

/** As white as paper. */
const isWhite = (colour: string | undefined): boolean =>
  (colour?.match(/\d+/g) ?? ['0']).every((part) => Number(part) >= 250);

/** Text is filled unless its object says otherwise; one that lets all through is not seen. */
const isDrawn = ({ attributes: { Fill, Stroke, Alpha } }: XmlElement): boolean =>
  Alpha !== '0' && (Fill !== 'false' || Stroke === 'true');

function movedRule(rule: FixedRule, matrix: Matrix): FixedRule {
  const [x1, y1] = apply(matrix, rule.x1, rule.y1);
  const [x2, y2] = apply(matrix, rule.x2, rule.y2);
  return { ...rule, x1, y1, x2, y2 };
}

function movedBox(box: FixedPicture, matrix: Matrix): FixedPicture {
  const [x1, y1] = apply(matrix, box.x, box.y);
  const [x2, y2] = apply(matrix, box.x + box.width, box.y + box.height);
  return { ...box, x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}
