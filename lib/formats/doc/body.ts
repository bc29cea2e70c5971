import { raisedAsRead } from '../../text/note-mark';
import { type FieldStack, fieldStack } from '../docx/field-stack';
import { isImprint, isLetterhead } from '../docx/heads';
import { escapeHtml } from '../escape';
import { type Align, blockHtml, cleanText, isNumber, tableHtml } from '../markup';
import { privateSigns, signsOf, signTable } from '../symbols';
import type { FormatWarning, FormatWarningCode } from '../types';
import { readCharacters } from './characters';
import { readFonts } from './fonts';
import { formFieldValue } from './forms';
import { readLists } from './lists';
import { type ParagraphProperties, readParagraphs } from './paragraphs';
import { type DocRow, spannedRows } from './rows';
import { readStories, type Stories, type Story } from './stories';
import { isHidden, readStyles } from './styles';
import { type DocText, readText, type Streams } from './text';

/** Ends of paragraphs: 13 of text, 12 at a page break, 7 of a table cell or row. */
const ENDS = '\r\f\u0007';

/** Signs that stand for what is kept elsewhere: a picture or the data of a field, a note, a drawing. */
const DATA = '\u0001';
const NOTE = '\u0002';
const DRAWN = '\u0008';

/** The text as HTML: the letterhead, the main text with its boxes, the imprint, the notes. */
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
  private readonly stories: Stories;
  private readonly data: Uint8Array | undefined;
  private out: string[] = [];
  /** Boxes met in the paragraph at hand, and notes referred to so far. */
  private boxes: Story[] = [];
  private readonly noted: Story[] = [];
  /** Something of the paragraph at hand was hidden or deleted. */
  private gone = false;
  private rows: DocRow[] = [];
  private row: string[] = [];
  private cell = '';
  private readonly fields: FieldStack;

  constructor(streams: Streams) {
    this.text = readText(streams);
    this.paragraphAt = readParagraphs(streams);
    this.charactersAt = readCharacters(streams);
    this.styleAt = readStyles(streams);
    this.fontName = readFonts(streams);
    this.lists = readLists(streams, this.fontName);
    this.stories = readStories(streams);
    this.data = streams.data;
    this.fields = fieldStack((code) => this.warn(code));
  }

  read(): { html: string; warnings: FormatWarning[] } {
    const { main, heads, feet, boxes, comments } = this.stories;
    const head = heads.find((story) => isLetterhead(this.plain(story), story.own));
    if (head) this.story(head);
    this.story(main);
    for (const [place, box] of boxes) if (place < 0) this.story(box);
    const foot = feet.find((story) => isImprint(this.plain(story)));
    if (foot) this.story(foot);
    this.notes();
    if (comments > 0) this.warned.set('comments-left-out', comments);
    if (this.lists.numbering.approximate) this.warn('numbering-approximate');
    return { html: this.out.join(''), warnings: [...this.warned].map(([code, count]) => ({ code, count })) };
  }

  /** For looking at it, with the boxes in it. */
  private plain({ from, to }: Story): string {
    const boxes = [...this.stories.boxes].flatMap(([place, box]) => (place >= from && place < to ? [box] : []));
    const whole = [{ from, to }, ...boxes].map((story) => this.text.text.slice(story.from, story.to)).join('\r');
    return whole.replaceAll('\r', '\n').replaceAll('\u0007', '\n').replaceAll('\u000b', '\n');
  }

  private notes(): void {
    // Notes in notes are none.
    for (const [index, note] of [...this.noted].entries()) {
      const before = this.out;
      this.out = [];
      this.story(note);
      before.push(`<aside><p>[${index + 1}]</p>${this.out.join('')}</aside>\n`);
      this.out = before;
    }
  }

  private story(story: Story): void {
    const part = this.text.text.slice(0, story.to);
    const text = ENDS.includes(part.at(-1) ?? ' ') ? part : `${part}\r`;
    let { from } = story;
    let shown = '';
    for (let at = from; at < text.length; at++) {
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
      // A column of numbers is made by an empty list.
      const alone = this.cell + html === '' && isNumber(number);
      this.row.push(alone ? blockHtml('p', escapeHtml(number.trim())) : this.cell + html);
      this.cell = '';
    } else if (properties.inTable) this.cell += html;
    else {
      this.closeTable();
      this.out.push(html);
    }
    if (!properties.inTable) for (const box of this.boxes.splice(0)) this.story(box);
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
    let raised = '';
    const put = (more: string) => {
      plain += raisedAsRead(raised, plain) + more;
      raised = '';
    };
    for (let at = from; at < to; at++) {
      const sign = text[at]!;
      const own = this.charactersAt(this.text.placeOf(at));
      const field = this.field(sign, own.data);
      if (field !== null) {
        if (field !== '') put(field);
        continue;
      }
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
      if (sign === DATA && own.data !== null) this.warn('pictures-left-out');
      if (/\S/.test(sign)) this.fields.printed();
      const mark = this.aside(sign, at);
      if (mark) put(mark);
      const seen = own.symbol ? this.symbol(own.symbol) : this.sign(sign, font);
      if (own.vertical === 1) raised += seen;
      else put(seen);
    }
    put('');
    const lines = plain.replaceAll('\u001e', '-').split('\u000b');
    return lines.map((line) => escapeHtml(cleanText(line))).join('<br>');
  }

  /** What a sign that belongs to a field prints; null for a sign of the text. */
  private field(sign: string, data: number | null): string | null {
    if (sign === '\u0013') return this.fields.field('begin');
    if (sign === '\u0014') return this.fields.field('separate');
    if (sign === '\u0015') return this.fields.field('end');
    if (!this.fields.inFieldCode) return null;
    const value = sign === DATA && data !== null ? formFieldValue(this.data, data) : null;
    if (value !== null) this.fields.fieldValue(value);
    else this.fields.fieldCode(sign);
    return '';
  }

  /** The mark of a note; a box is kept for the end of the paragraph. */
  private aside(sign: string, at: number): string | null {
    const box = sign === DRAWN ? this.stories.boxes.get(at) : undefined;
    if (box) this.boxes.push(box);
    const note = sign === NOTE ? this.stories.notes.get(at) : undefined;
    if (!note) return null;
    this.noted.push(note);
    return `[${this.noted.length}]`;
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
