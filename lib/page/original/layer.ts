import type { FixedPage } from '../../formats/types';
import { hasHighlights } from '../../paint/highlight-painter';
import { characterAt } from '../../paint/hit';
import { createPainter } from '../../paint/painter';
import type { Mark } from '../../paint/types';
import { domText } from '../../text/dom-text';
import type { Block, DomText, Span } from '../../text/types';
import type { PageLayer } from '../layers';
import { selectedSpan } from '../selection';
import { type Ink, inkOf } from './ink';
import { type Place, type Places, placesOf } from './places';
import { runsOf } from './runs';
import type { OriginalView } from './view';

/** Original pages as a layer on the session of their text. */
export interface OriginalLayer extends PageLayer {
  readonly places: Places;
  /** The session's text; null while it is not read. */
  text(): DomText | null;
  /**
   * Fills an element with the runs of a page as text: selectable, read aloud, painted. The page is drawn below it.
   *
   * @param page Index in the list of pages.
   * @returns empties the element again.
   */
  mount(page: number, element: HTMLElement): () => void;
  /** What is selected, in the text's own words: whole paragraphs, whatever lines the page has; null for nothing. */
  passage(): string | null;
  /** Where an offset of the text is printed; null where it is on no page or the text is not read yet. */
  placeOf(offset: number): Place | null;
  /** The page that prints an offset. */
  pageOf(offset: number): number | null;
  /** Offset of a printed character (`FixedItem.ink`); null while the text is not read. */
  offsetOf(ink: number): number | null;
}

export interface LayerOptions {
  readonly pages: readonly FixedPage[];
  readonly view: OriginalView;
  /** Sets one run: its place, size and stretch. */
  readonly set: (run: HTMLElement, item: FixedPage['items'][number]) => void;
}

const FLASH_MS = 1600;

export function createOriginalLayer({ pages, view, set }: LayerOptions): OriginalLayer {
  const { root, scroller } = view;
  const places = placesOf(pages);
  const mounted = new Map<number, HTMLElement>();
  let source: DomText | null = null;
  let ink: Ink | null = null;
  let marks: readonly Mark[] = [];
  let ranges: readonly Span[] = [];
  let flashing: { span: Span; until: number } | null = null;

  // One painter over whatever pages there are now: its text changes under it, the marks it knows stay.
  let now = domText(root, { text: '', blocks: [], nodes: [], starts: [] }, { url: null, title: null, fields: {} });
  const live: DomText = {
    origin: 'dom',
    root,
    get text() {
      return now.text;
    },
    get blocks() {
      return now.blocks;
    },
    get meta() {
      return now.meta;
    },
    rangeOf: (span) => now.rangeOf(span),
    offsetOf: (node, offset) => now.offsetOf(node, offset),
    slicesOf: (span) => now.slicesOf(span),
    ownSlicesOf: (span) => now.ownSlicesOf(span),
    split: (node, pieces) => now.split(node, pieces),
  };
  const painter = createPainter(live);
  const wraps = !hasHighlights(root.ownerDocument.defaultView);

  const fill = (page: number, element: HTMLElement): { node: Text; start: number }[] => {
    const { ownerDocument: document } = element;
    const placed: { node: Text; start: number }[] = [];
    const content = document.createDocumentFragment();
    const runs = runsOf(pages[page]!.items, source?.text ?? '', ink ?? inkOf(''));
    for (const { item, text, start } of runs) {
      const run = document.createElement('span');
      const node = document.createTextNode(text);
      run.append(node);
      set(run, item);
      content.append(run);
      if (start !== null) placed.push({ node, start });
    }
    element.replaceChildren(content);
    return placed;
  };

  const placedOn = new Map<number, { node: Text; start: number }[]>();

  /** Marks in pieces by page: a mark that runs over a break is painted on each page as the page comes and goes. */
  const repaint = (): void => {
    const pieces: Mark[] = [];
    for (const mark of marks) {
      for (const { start, end } of ranges) {
        const span = { start: Math.max(start, mark.span.start), end: Math.min(end, mark.span.end) };
        if (span.start < span.end) pieces.push({ ...mark, span });
      }
    }
    painter.paint(pieces);
  };

  const reindex = (): void => {
    // A painter that wraps text has to unwrap it before its pages go.
    if (wraps) painter.clear();
    const all = [...placedOn.values()].flat().sort((a, b) => a.start - b.start);
    ranges = [...placedOn.values()].flatMap((placed) => {
      const last = placed[placed.length - 1];
      return last ? [{ start: placed[0]!.start, end: last.start + last.node.data.length }] : [];
    });
    const { text = '', blocks = [], meta = now.meta } = source ?? {};
    const walked = {
      text,
      blocks: blocks as Block[],
      nodes: all.map(({ node }) => node),
      starts: all.map((one) => one.start),
    };
    now = domText(root, walked, meta);
    repaint();
    if (flashing && flashing.until > Date.now()) painter.flash(flashing.span);
  };

  const placeOf = (offset: number): Place | null => (ink ? places.placeOf(ink.before(offset)) : null);

  const selected = (): Span | null => (source && root.contains(anchorOf(root)) ? selectedSpan(live) : null);

  return {
    places,
    text: () => source,
    placeOf,
    pageOf: (offset) => (ink ? places.pageOf(ink.before(offset)) : null),
    offsetOf: (at) => ink?.offsetOf(at) ?? null,
    mount(page, element) {
      mounted.set(page, element);
      placedOn.set(page, fill(page, element));
      reindex();
      return () => {
        if (mounted.get(page) !== element) return;
        mounted.delete(page);
        placedOn.delete(page);
        reindex();
        element.replaceChildren();
      };
    },
    setText(text) {
      source = text;
      ink = text && inkOf(text.text);
      marks = [];
      painter.clear();
      for (const [page, element] of mounted) placedOn.set(page, fill(page, element));
      reindex();
    },
    paint(next) {
      marks = next;
      repaint();
    },
    bring(span) {
      const place = placeOf(span.start);
      if (!place) return;
      const top = view.topOf(place) - scroller.scrollTop;
      if (top < 0 || top > scroller.clientHeight - 40) view.scrollTo(place);
    },
    reveal(span) {
      const place = placeOf(span.start);
      if (!place) return false;
      flashing = { span, until: Date.now() + FLASH_MS };
      // Its page may come to be mounted only thereafter.
      view.scrollTo(place);
      painter.flash(span);
      return true;
    },
    selected,
    passage() {
      const span = selected();
      return span && source ? source.text.slice(span.start, span.end) : null;
    },
    characterAt: (x, y) => characterAt(live, x, y),
  };
}

const anchorOf = (root: HTMLElement): Node | null => root.ownerDocument.getSelection()?.anchorNode ?? null;
