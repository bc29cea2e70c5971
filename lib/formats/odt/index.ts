import { escapeHtml } from '../escape';
import { blockHtml, type HtmlCell, tableHtml } from '../markup';
import { type Format, FormatError, type FormatWarning } from '../types';
import { childrenOf, descendants, isElement, parseXml, type XmlElement } from '../xml';
import { openZip } from '../zip';
import { Lists } from './lists';
import { type ParagraphStyles, paragraphStyles } from './styles';

/** Texts of OpenDocument (.odt): paragraphs with their numbers, tables, notes. */
export const open: Format['open'] = async (bytes, name, options = {}) => {
  options.signal?.throwIfAborted();
  const zip = openZip(bytes, (path) => /^(?:content|styles)\.xml$/i.test(path));
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
    paragraphStyles(sheets.flatMap((sheet) => descendants(sheet, 'style'))),
  );
  const html = writer.blocks(childrenOf(text)) + writer.notes();
  if (!/\S/.test(html)) throw new FormatError(zip.truncated ? 'truncated' : 'empty');
  options.onProgress?.(1);
  const warnings = writer.warnings(malformed, zip.truncated);
  return { name, format: 'odt', title: null, html, fields: {}, warnings };
};

/** Tables in tables and lists in lists are bounded by the tree. */
class Writer {
  private readonly footnotes: string[] = [];
  private comments = 0;
  private changed = false;
  private hidden = false;
  private objects = 0;
  private readonly lists: Lists;
  private readonly styles: ParagraphStyles;

  constructor(lists: Lists, styles: ParagraphStyles) {
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
        return '';
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
    const style = this.styles.of(element.attributes['style-name']);
    if (style.hidden) {
      this.hidden = true;
      return '';
    }
    const frames: XmlElement[] = [];
    const inner = this.inline(element, frames).trim();
    const printed = inner === '' && number === '' ? '' : blockHtml('p', `${escapeHtml(number)}${inner}`, style.align);
    return printed + this.frames(frames);
  }

  private inline(element: XmlElement, frames: XmlElement[]): string {
    return element.children
      .map((node) => {
        // Line ends of the file are blanks.
        if (!isElement(node)) return escapeHtml(node.replace(/\s+/g, ' '));
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
            frames.push(node);
            return '';
          default:
            if (this.styles.of(node.attributes['style-name']).hidden) {
              this.hidden = true;
              return '';
            }
            return this.inline(node, frames);
        }
      })
      .join('');
  }

  private frames(frames: readonly XmlElement[]): string {
    return frames
      .map((frame) => {
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
        return { html: this.blocks(childrenOf(cell)), rowSpan: Number(rowSpan), columnSpan: Number(columnSpan) };
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

/** Rows, also those under repeated heads and in groups. */
function rowsOf(parent: XmlElement): XmlElement[] {
  return childrenOf(parent).flatMap((node) => {
    if (node.name === 'table-row') return [node];
    return /^table-(?:header-rows|row-group|rows)$/.test(node.name) ? rowsOf(node) : [];
  });
}
