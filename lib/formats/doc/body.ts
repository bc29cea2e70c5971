import { escapeHtml } from '../escape';
import { type Align, blockHtml, cleanText, tableHtml } from '../markup';
import { privateSigns, signsOf, signTable } from '../symbols';
import type { FormatWarning, FormatWarningCode } from '../types';
import { readCharacters } from './characters';
import { readFonts } from './fonts';
import { readLists } from './lists';
import { type ParagraphProperties, readParagraphs } from './paragraphs';
import { type DocRow, spannedRows } from './rows';
import { isHidden, readStyles } from './styles';
import { type DocText, readText, type Streams } from './text';

/** Ends of paragraphs: 13 of text, 12 at a page break, 7 of a table cell or row. */
const ENDS = '\r\f\u0007';

/** The main text as HTML. */
export function bodyOf(streams: Streams): { html: string; warnings: FormatWarning[] } {
  return new Body(streams).read();
}

class Body {
  private readonly text: DocText;
  private readonly paragraphAt: ReturnType<typeof readParagraphs>;
  private readonly charactersAt: ReturnType<typeof readCharacters>;
  private readonly styleAt: ReturnType<typeof readStyles>;
  private readonly fontName: ReturnType<typeof readFonts>;
  private readonly lists: ReturnType<typeof readLists>;
  private readonly warned = new Map<FormatWarningCode, number>();
  private readonly out: string[] = [];
  /** Something of the paragraph at hand was hidden or deleted. */
  private gone = false;
  private rows: DocRow[] = [];
  private row: string[] = [];
  private cell = '';
  /** What fields stand open, and whether each is in its code. */
  private readonly fields: boolean[] = [];

  constructor(streams: Streams) {
    this.text = readText(streams);
    this.paragraphAt = readParagraphs(streams);
    this.charactersAt = readCharacters(streams);
    this.styleAt = readStyles(streams);
    this.fontName = readFonts(streams);
    this.lists = readLists(streams, this.fontName);
  }

  read(): { html: string; warnings: FormatWarning[] } {
    const { text: stored } = this.text;
    const text = ENDS.includes(stored.at(-1) ?? ' ') ? stored : `${stored}\r`;
    let from = 0;
    let shown = '';
    for (let at = 0; at < text.length; at++) {
      const sign = text[at]!;
      if (!ENDS.includes(sign)) continue;
      const properties = this.paragraphAt(this.text.placeOf(at));
      shown += this.shown(text, from, at, properties);
      from = at + 1;
      // A mark that was deleted ends nothing: the text runs on into the next paragraph.
      if (sign === '\r' && this.charactersAt(this.text.placeOf(at)).deleted) {
        this.warn('changes-accepted');
        continue;
      }
      this.end(sign, shown, properties);
      shown = '';
    }
    this.closeTable();
    if (this.lists.numbering.approximate) this.warn('numbering-approximate');
    return { html: this.out.join(''), warnings: [...this.warned].map(([code, count]) => ({ code, count })) };
  }

  private warn(code: FormatWarningCode): void {
    this.warned.set(code, (this.warned.get(code) ?? 0) + 1);
  }

  /** Puts a paragraph where it belongs: into a cell, or after what was there. */
  private end(sign: string, shown: string, properties: ParagraphProperties): void {
    const style = this.styleAt(properties.style);
    if (sign === '\u0007' && properties.rowEnd) {
      this.rows.push({ cells: this.row, shape: properties.row });
      this.row = [];
      this.cell = '';
      return;
    }
    // Of what was deleted or hidden altogether nothing is left to take a number.
    const number = shown === '' && this.gone ? '' : this.numberOf(properties);
    this.gone = false;
    if (number === '' && shown !== '' && this.lists.broken && this.usesList(properties)) this.warn('numbering-missing');
    const align = alignOf(properties.align ?? style.align);
    const html = blockHtml('p', shown === '' ? '' : escapeHtml(number) + shown, align);
    if (sign === '\u0007') {
      this.row.push(this.cell + html);
      this.cell = '';
    } else if (properties.inTable) this.cell += html;
    else {
      this.closeTable();
      this.out.push(html);
    }
  }

  /** The number that Word prints before a paragraph; each is to be asked for once, in order. */
  private numberOf({ list, level, style }: ParagraphProperties): string {
    const known = this.styleAt(style);
    const use = list ?? known.list ?? 0;
    if (use === 0) return '';
    const own = {
      id: String(style),
      name: known.name,
      number: { numId: String(use), level: known.level ?? undefined },
    };
    const direct = list === null && level === null ? undefined : { numId: String(use), level: level ?? undefined };
    return this.lists.numbering.next(direct, own);
  }

  private usesList({ list, style }: ParagraphProperties): boolean {
    return (list ?? this.styleAt(style).list ?? 0) > 0;
  }

  private closeTable(): void {
    if (this.row.length > 0) this.rows.push({ cells: this.row, shape: null });
    if (this.rows.length > 0) this.out.push(tableHtml(spannedRows(this.rows)));
    this.rows = [];
    this.row = [];
  }

  /** A paragraph's printed text: results of fields, not their codes; nothing deleted or hidden. */
  private shown(text: string, from: number, to: number, properties: ParagraphProperties): string {
    const style = this.styleAt(properties.style);
    let plain = '';
    for (let at = from; at < to; at++) {
      const sign = text[at]!;
      if (this.isField(sign)) continue;
      if (this.fields.includes(true)) continue;
      const own = this.charactersAt(this.text.placeOf(at));
      const runStyle = this.styleAt(own.style);
      if (own.deleted || own.inserted) this.warn('changes-accepted');
      if (own.deleted) {
        this.gone = true;
        continue;
      }
      if (isHidden(own.hidden, own.style === null ? style.hidden : runStyle.hidden)) {
        this.warn('hidden-left-out');
        this.gone = true;
        continue;
      }
      const font = this.fontName(own.font ?? runStyle.font ?? style.font);
      plain += own.symbol ? this.symbol(own.symbol) : this.sign(sign, font);
    }
    const lines = plain.replaceAll('\u001e', '-').split('\u000b');
    return lines.map((line) => escapeHtml(cleanText(line))).join('<br>');
  }

  private isField(sign: string): boolean {
    if (sign === '\u0013') this.fields.push(true);
    else if (sign === '\u0014') this.fields[this.fields.length - 1] = false;
    else if (sign === '\u0015') this.fields.pop();
    else return false;
    return true;
  }

  private symbol({ font, code }: { font: number; code: number }): string {
    return this.sign(String.fromCharCode(code), this.fontName(font));
  }

  private sign(sign: string, font: string | undefined): string {
    const table = signTable(font);
    return table ? signsOf(sign, table) : privateSigns(sign);
  }
}

function alignOf(value: number | null): Align {
  if (value === 1) return 'center';
  return value === 2 ? 'right' : null;
}
