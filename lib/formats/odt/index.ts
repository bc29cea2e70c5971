import { isImprint, isLetterhead } from '../docx/heads';
import { escapeHtml } from '../escape';
import { formulaText } from '../formula';
import { blockHtml, type HtmlCell, isNumber, tableHtml } from '../markup';
import { refuseLocked } from '../odf-lock';
import { privateSigns, signsOf, signTable } from '../symbols';
import { type Format, FormatError, type FormatWarning } from '../types';
import { child, childrenOf, descendants, isElement, parseXml, textOf, type XmlElement } from '../xml';
import { openZip } from '../zip';
import { fieldText } from './fields';
import { Lists } from './lists';
import { type ParagraphStyles, paragraphStyles, type TextStyle } from './styles';

/** Texts of OpenDocument (.odt): paragraphs with their numbers, tables, notes. */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const zip = openZip(bytes, (path) => /^(?:(?:(?:[^/]+\/)?content|styles)\.xml|META-INF\/manifest\.xml)$/i.test(path));
  refuseLocked(zip);
  const content = zip.get('content.xml');
  if (!content) throw new FormatError(zip.truncated ? 'truncated' : 'damaged', 'no content');
  const { root, malformed } = parseXml(content);
  const body = descendants(root, 'body')[0];
  const text = childrenOf(body, 'text')[0];
  if (!text) throw new FormatError(zip.truncated ? 'truncated' : 'damaged', 'no text');
  const styles = zip.get('styles.xml');
  const sheets = [styles ? parseXml(styles).root : null, root];
  const writer = new Writer(
    new Lists(sheets.flatMap((sheet) => [...descendants(sheet, 'list-style'), ...descendants(sheet, 'outline-style')])),
    paragraphStyles(sheets),
    (path) => {
      const object = zip.get(`${path.replace(/^\.\//, '')}/content.xml`);
      return object ? parseXml(object).root : null;
    },
  );
  const { head, foot } = headsOf(sheets[0] ?? null, firstPage(text, root));
  const html = writer.blocks(head) + writer.blocks(childrenOf(text)) + writer.blocks(foot) + writer.notes();
  if (!/\S/.test(html)) throw new FormatError(zip.truncated ? 'truncated' : 'empty');
  options.onProgress?.(1);
  const warnings = writer.warnings(malformed, zip.truncated);
  return { name, format: 'odt', title: null, html, fields: {}, warnings };
};

/** The name of the page style that the text begins with: its first paragraph may say it. */
function firstPage(text: XmlElement, root: XmlElement | null): string | undefined {
  const first = childrenOf(text).find(({ name }) => name === 'p' || name === 'h' || name === 'list');
  const name = first?.attributes['style-name'];
  const style = descendants(root, 'style').find(({ attributes }) => attributes.name === name);
  return style?.attributes['master-page-name'];
}

/** The letterhead and the imprint, among heads and feet of all kinds of pages. */
function headsOf(styles: XmlElement | null, first: string | undefined): { head: XmlElement[]; foot: XmlElement[] } {
  const pages = descendants(styles, 'master-page');
  const named = pages.filter(({ attributes }) => attributes.name === first);
  const sorted = [...named, ...pages.filter((page) => !named.includes(page))];
  const find = (kind: RegExp, belongs: (text: string, own: boolean) => boolean): XmlElement[] => {
    for (const page of sorted)
      for (const part of childrenOf(page).filter(({ name }) => kind.test(name))) {
        // A page style that another follows is that of the first page alone.
        const next = page.attributes['next-style-name'];
        const own = page === named[0] && next !== undefined && next !== page.attributes.name;
        const lines = [...descendants(part, 'p'), ...descendants(part, 'h')].map(textOf).join('\n');
        if (part.attributes.display !== 'false' && belongs(lines, own)) return childrenOf(part);
      }
    return [];
  };
  return { head: find(/^header/, isLetterhead), foot: find(/^footer/, isImprint) };
}

/** Drawn shapes that may hold text, and groups of them. */
const SHAPES = new Set([
  'g',
  'custom-shape',
  'rect',
  'ellipse',
  'circle',
  'polygon',
  'path',
  'caption',
  'line',
  'connector',
]);
const isDrawn = ({ name }: XmlElement): boolean => SHAPES.has(name);

/** How the text of an element is seen. */
type Look = Partial<Pick<TextStyle, 'font' | 'hidden'>>;

/** Tables in tables and lists in lists are bounded by the tree. */
class Writer {
  private readonly footnotes: string[] = [];
  private comments = 0;
  private changed = false;
  private hidden = false;
  private objects = 0;
  /** Numbers of paragraphs that print nothing else: of an empty list a column of numbers is made. */
  private bare: string[] = [];
  private readonly lists: Lists;
  private readonly styles: ParagraphStyles;

  private readonly object: (path: string) => XmlElement | null;

  /** @param object the root of an object that stands in a folder of its own */
  constructor(lists: Lists, styles: ParagraphStyles, object: (path: string) => XmlElement | null) {
    this.object = object;
    this.lists = lists;
    this.styles = styles;
  }

  blocks(elements: readonly XmlElement[]): string {
    return elements.map((element) => this.block(element)).join('');
  }

  private block(element: XmlElement): string {
    switch (element.name) {
      case 'p':
        return this.paragraph(element, '');
      case 'h': {
        const level = Number(element.attributes['outline-level'] ?? 1);
        const number = element.attributes['is-list-header'] === 'true' ? '' : this.lists.heading(level);
        return this.paragraph(element, number);
      }
      case 'list':
        return this.list(element, element.attributes['style-name'] ?? '', this.lists.open(element), 1);
      case 'table':
        return this.table(element);
      case 'section':
        if (element.attributes.display === 'none') {
          this.hidden = true;
          return '';
        }
        return this.blocks(childrenOf(element));
      case 'table-of-content':
        return `<nav>${this.blocks(childrenOf(childrenOf(element, 'index-body')[0]))}</nav>`;
      case 'index-title':
      case 'numbered-paragraph':
        return this.blocks(childrenOf(element));
      case 'tracked-changes':
        this.changed = true;
        return '';
      case 'frame':
        return this.frames([element]);
      default:
        return isDrawn(element) ? this.frames([element]) : '';
    }
  }

  private list(list: XmlElement, style: string, counters: ReturnType<Lists['open']>, level: number): string {
    return childrenOf(list)
      .map((item) => {
        const parts = childrenOf(item);
        const first = parts.findIndex(({ name }) => name === 'p' || name === 'h');
        const start = item.attributes['start-value'];
        const counts = item.name === 'list-item' && first === 0;
        const number = counts ? this.lists.item(style, counters, level, start ? Number(start) : null) : '';
        return parts
          .map((part, at) => {
            if (part.name === 'list')
              return this.list(part, part.attributes['style-name'] ?? style, counters, level + 1);
            return at === first ? this.paragraph(part, number) : this.block(part);
          })
          .join('');
      })
      .join('');
  }

  /** Frames in a paragraph stand after it. */
  private paragraph(element: XmlElement, number: string): string {
    const { font, hidden = false, align } = this.styles.of(element.attributes['style-name']);
    const frames: XmlElement[] = [];
    const inner = this.inline(element, frames, { font, hidden }).trim();
    if (inner === '' && hidden) return '';
    if (inner === '' && isNumber(number)) this.bare.push(blockHtml('p', escapeHtml(number.trim())));
    const printed = inner === '' ? '' : blockHtml('p', `${escapeHtml(number)}${inner}`, align);
    return printed + this.frames(frames);
  }

  private inline(element: XmlElement, frames: XmlElement[], look: Look = {}): string {
    return element.children
      .map((node) => {
        if (look.hidden && (!isElement(node) || node.name !== 'span')) {
          this.hidden = true;
          return '';
        }
        // Line ends of the file are blanks.
        if (!isElement(node)) return escapeHtml(signs(node.replace(/\s+/g, ' '), look.font));
        const field = fieldText(node);
        if (field !== null) return escapeHtml(field);
        switch (node.name) {
          case 's':
            return ' '.repeat(Math.min(100, Number(node.attributes.c ?? 1)));
          case 'tab':
            return ' ';
          case 'line-break':
            return '<br>';
          case 'note': {
            const mark = childrenOf(node, 'note-citation').map((part) => this.inline(part, frames));
            this.footnotes.push(`${mark.join('')} ${this.blocks(childrenOf(childrenOf(node, 'note-body')[0]))}`);
            return '';
          }
          case 'annotation':
            this.comments++;
            return '';
          case 'ruby-text':
          case 'annotation-end':
          case 'hidden-text':
            return '';
          case 'frame':
            return this.frame(node, frames);
          default: {
            if (isDrawn(node)) {
              frames.push(node);
              return '';
            }
            const { font = look.font, hidden = look.hidden, raised } = this.styles.of(node.attributes['style-name']);
            const inner = this.inline(node, frames, { font, hidden });
            return raised && inner !== '' ? `<sup>${inner}</sup>` : inner;
          }
        }
      })
      .join('');
  }

  /** A formula stands in the line; whatever else a frame holds, after the paragraph. */
  private frame(frame: XmlElement, frames: XmlElement[]): string {
    const object = child(frame, 'object');
    const root = object && (child(object, 'math') ?? this.object(object.attributes.href ?? ''));
    if (root?.name === 'math') return escapeHtml(formulaText(root));
    frames.push(frame);
    return '';
  }

  private frames(frames: readonly XmlElement[]): string {
    return frames
      .map((frame) => {
        // Shapes hold their text themselves, and groups hold frames and shapes.
        if (frame.name === 'g') return this.frames(childrenOf(frame));
        if (isDrawn(frame)) return this.blocks(childrenOf(frame));
        const box = childrenOf(frame, 'text-box')[0];
        if (!box && childrenOf(frame).some(({ name }) => /^object/.test(name))) this.objects++;
        return box ? this.blocks(childrenOf(box)) : '';
      })
      .join('');
  }

  private table(table: XmlElement): string {
    const rows = rowsOf(table).map((row) =>
      childrenOf(row, 'table-cell').map((cell): HtmlCell => {
        const { 'number-rows-spanned': rowSpan = 1, 'number-columns-spanned': columnSpan = 1 } = cell.attributes;
        this.bare = [];
        const html = this.blocks(childrenOf(cell)) || this.bare.join('');
        return { html, rowSpan: Number(rowSpan), columnSpan: Number(columnSpan) };
      }),
    );
    return tableHtml(rows);
  }

  notes(): string {
    return this.footnotes.map((note) => note.replace(/^(.*?)\s*<p([^>]*)>/, '<p$2>$1 ')).join('');
  }

  warnings(malformed: boolean, truncated: boolean): FormatWarning[] {
    return [
      ...(truncated ? [{ code: 'truncated' } as const] : malformed ? [{ code: 'malformed-part' } as const] : []),
      ...(this.changed ? [{ code: 'changes-accepted' } as const] : []),
      ...(this.comments > 0 ? [{ code: 'comments-left-out', count: this.comments } as const] : []),
      ...(this.hidden ? [{ code: 'hidden-left-out' } as const] : []),
      ...(this.objects > 0 ? [{ code: 'objects-left-out', count: this.objects } as const] : []),
      ...(this.lists.approximate ? [{ code: 'numbering-approximate' } as const] : []),
    ];
  }
}

/** In a font of signs what is seen. */
function signs(text: string, font: string | undefined): string {
  const table = signTable(font);
  return table ? signsOf(text, table) : privateSigns(text);
}

/** Rows, also those under repeated heads and in groups. */
function rowsOf(parent: XmlElement): XmlElement[] {
  return childrenOf(parent).flatMap((node) => {
    if (node.name === 'table-row') return [node];
    return /^table-(?:header-rows|row-group|rows)$/.test(node.name) ? rowsOf(node) : [];
  });
}
