import { CLAIMING, FurnitureJudge } from './furniture';
import { markLinkLists } from './link-lists';
import { type ListCounter, listCounter, markerOf } from './list';
import { isAside, isRaised } from './note-mark';
import { asPower } from './powers';
import type { StyleReader } from './style';
import { isDataTable, TableGrid } from './table';
import { ASIDE, BLOCK, BOLD, nameOf, PREFORMATTED, SILENT } from './tags';
import type { Block, CellPosition } from './types';

/** What the walk leaves behind: the text in parts, and where each text node starts in it. */
export interface Walked {
  readonly text: string;
  readonly blocks: Block[];
  readonly nodes: Text[];
  /** Offset in `text` of the first unit of each node; its data follows whole. */
  readonly starts: number[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What an element adds to its descendants; one for each element that adds something, linked by the stack. */
interface Frame {
  readonly element: Element;
  readonly block: boolean;
  readonly heading: number;
  readonly item: boolean;
  readonly strong: boolean;
  readonly furniture: boolean;
  readonly preserve: boolean;
  readonly link: boolean;
  /** Set in a font whose letters are bullets, ticks and boxes. */
  readonly signs: boolean;
  readonly raised: boolean;
  readonly align: 'center' | 'right' | 'other' | null;
  readonly cell: CellPosition | null;
  /** The data table this element is or stands in; null in a layout table. */
  readonly grid: TableGrid | null;
  readonly tables: number;
  readonly list: ListCounter | null;
}

const PRINTS = /[^\s\u200b\ufeff]/;
const FOLD = /[\n\r\t\f\v]/g;
const INNER_BREAK = /\S[^\S\n]*\n\s*\S/;
/** Alignment is asked of titles and signatures only. */
const SHORT = 80;
/** Nodes between two chances to pause. */
const STRIDE = 2000;

/**
 * One pass over the DOM under `root`, in document order, without recursion. Yields now and then so that a caller can
 * pause; the DOM must not change meanwhile (or the caller starts anew).
 */
export function* walk(
  root: Node,
  style: StyleReader,
  excluded: (element: Element) => boolean,
  printed: ReadonlyMap<Element, string> = new Map(),
): Generator<void, Walked> {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const nodes: Text[] = [];
  const starts: number[] = [];
  const judge = new FurnitureJudge(root);
  let length = 0;
  let tables = 0;

  // ── the block being gathered ──
  let open = false;
  let from = 0;
  let first = 0;
  let boldOnly = true;
  let linkOnly = true;
  let owner: Frame | null = null;
  let marker: string | undefined;
  const linked: boolean[] = [];

  const close = (): void => {
    if (!open) return;
    open = false;
    const raw = parts.length === first + 1 ? parts[first]! : parts.slice(first).join('');
    let head = 0;
    let tail = raw.length;
    while (head < tail && !PRINTS.test(raw[head]!)) head++;
    while (tail > head && !PRINTS.test(raw[tail - 1]!)) tail--;
    parts.push('\n');
    length += 1;
    if (head === tail) return;
    const frame = owner;
    const block: Mutable<Block> = {
      start: from + head,
      end: from + tail,
      kind: frame?.cell ? 'cell' : frame?.heading ? 'heading' : frame?.item ? 'item' : 'paragraph',
    };
    if (frame?.heading && !frame.cell) block.level = frame.heading;
    if (marker !== undefined) block.marker = marker;
    marker = undefined;
    if (frame?.cell) block.cell = frame.cell;
    const short = tail - head <= SHORT;
    const computed = short && frame && !frame.cell && !frame.furniture ? style.computedAlign(frame.element) : null;
    const align = computed ?? frame?.align;
    if (align === 'center' || align === 'right') block.align = align;
    if (boldOnly) block.strong = true;
    if (frame?.furniture) block.furniture = true;
    blocks.push(block);
    linked.push(linkOnly);
  };

  const begin = (frame: Frame | null): void => {
    open = true;
    from = length;
    first = parts.length;
    boldOnly = true;
    linkOnly = true;
    owner = frame;
  };

  const text = (node: Text, frame: Frame | null): void => {
    const data = node.data;
    if (data === '') return;
    const prints = PRINTS.test(data);
    if (!open) {
      if (!prints) return;
      begin(nearestBlock(frame));
    }
    let preserve = frame?.preserve ?? false;
    if (!preserve && prints && data.includes('\n') && INNER_BREAK.test(data) && node.parentElement) {
      preserve = style.preserves(node.parentElement);
    }
    nodes.push(node);
    starts.push(length);
    const plain = preserve ? data.replace(/[\r\t\f\v]/g, ' ') : data.replace(FOLD, ' ');
    const seen = frame?.signs ? plain.replace(LETTER, '•') : plain;
    const shown = frame?.raised ? asPower(seen, lastSign()) : seen;
    parts.push(shown);
    length += shown.length;
    if (prints) {
      if (!frame?.strong) boldOnly = false;
      if (!frame?.link) linkOnly = false;
    }
  };

  /** The frame whose element makes the block: it carries what the block inherits. */
  const nearestBlock = (frame: Frame | null): Frame | null => {
    if (frame === null || frame.block) return frame;
    for (let at = stack.length - 1; at >= 0; at--) if (stack[at]!.block) return stack[at]!;
    return frame;
  };

  /** Of the block that is being gathered. */
  const lastSign = (): string => {
    for (let at = parts.length - 1; at >= first; at--)
      if (PRINTS.test(parts[at]!)) return parts[at]!.trimEnd().slice(-1);
    return '';
  };

  const stack: Frame[] = [];
  let top: Frame | null = null;

  /** False when nothing under the element is to be read. */
  const enter = (element: Element): boolean => {
    const name = nameOf(element);
    if (name === 'br') {
      if (open) {
        parts.push('\n');
        length += 1;
      }
      return false;
    }
    if (SILENT.has(name) || excluded(element) || style.hidden(element, name)) return false;
    if (open && isAside(element, name, lastSign)) return false;
    const parent = top;
    const bare = !element.hasAttributes();
    if (!bare && element.hasAttribute(ASIDE)) return false;
    const block = bare && BLOCK.has(name) ? true : style.block(element, name);
    if (block) close();
    const frame: Mutable<Frame> = {
      element,
      block,
      heading: /^h[1-6]$/.test(name) ? Number(name[1]) : (parent?.heading ?? 0),
      item: name === 'li' || (parent?.item ?? false),
      strong: BOLD.has(name) || (parent?.strong ?? false) || (!bare && isBold(element)),
      furniture: (parent?.furniture ?? false) || ((!bare || CLAIMING.has(name)) && judge.starts(element, name)),
      preserve: PREFORMATTED.has(name) || (parent?.preserve ?? false),
      link: name === 'a' || (parent?.link ?? false),
      signs: bare ? (parent?.signs ?? false) : signsIn(element, parent?.signs ?? false),
      raised: isRaised(element, name, bare) || (parent?.raised ?? false),
      align: (bare && name !== 'center' ? null : style.align(element)) ?? parent?.align ?? null,
      cell: parent?.cell ?? null,
      grid: parent?.grid ?? null,
      tables: parent?.tables ?? 0,
      list: parent?.list ?? null,
    };
    switch (name) {
      case 'table':
        frame.tables++;
        if (isDataTable(element, frame.tables)) {
          frame.grid = new TableGrid(tables++);
          frame.cell = null;
        } else {
          frame.grid = null;
        }
        break;
      case 'thead':
      case 'tbody':
      case 'tfoot':
        frame.grid?.group(name === 'thead');
        break;
      case 'tr':
        frame.grid?.startRow();
        break;
      case 'td':
      case 'th':
        if (frame.grid) frame.cell = frame.grid.cell(element);
        break;
      case 'ol':
      case 'ul':
        frame.list = listCounter(element);
        break;
      case 'li':
        marker = undefined;
        if (frame.list?.ordered) {
          const value = frame.list.next(element);
          marker = markerOf(style.listStyle(element) ?? frame.list.style, value);
        }
        break;
    }
    // What a style sheet prints where a block begins is its marker, as that of a list's item.
    const mark = printed.size > 0 && !open ? printed.get(element)?.trim() : undefined;
    if (mark) marker = mark;
    stack.push(frame);
    top = frame;
    return true;
  };

  const leave = (): void => {
    const frame = stack.pop()!;
    top = stack[stack.length - 1] ?? null;
    if (frame.block) close();
    if (nameOf(frame.element) === 'li') marker = undefined;
  };

  let seen = 0;
  let node: Node | null = root.nodeType === 9 ? ((root as Document).body ?? (root as Document).documentElement) : root;
  const end = node;
  while (node) {
    if (++seen % STRIDE === 0) yield;
    let down: Node | null = null;
    if (node.nodeType === 3 || node.nodeType === 4) text(node as Text, top);
    else if (node.nodeType === 1) {
      if (enter(node as Element)) {
        down = node.firstChild;
        if (!down) leave();
      }
    } else if (node.nodeType === 11) down = node.firstChild;
    if (down) {
      node = down;
      continue;
    }
    while (node && node !== end && !node.nextSibling) {
      node = node.parentNode;
      if (node && node.nodeType === 1) leave();
    }
    node = !node || node === end ? null : node.nextSibling;
  }
  close();
  markLinkLists(blocks, linked);
  return { text: parts.join(''), blocks, nodes, starts };
}

const LETTER = /[\u0021-\u00ff]/g;
const FACE = /(?:^|;)\s*font(?:-family)?\s*:\s*([^;]*)/i;
const SIGN_FACE = /^[^,]*(?:wingdings|webdings|zapf\s?dingbats)/i;

/** Whether a font of signs is named on the element; another font ends one. */
function signsIn(element: Element, outer: boolean): boolean {
  const style = element.getAttribute('style');
  const face = element.getAttribute('face') ?? (style === null ? undefined : FACE.exec(style)?.[1]);
  return face === undefined ? outer : SIGN_FACE.test(face);
}

const BOLD_STYLE = /(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/i;

function isBold(element: Element): boolean {
  const written = element.getAttribute('style');
  return written !== null && BOLD_STYLE.test(written);
}
