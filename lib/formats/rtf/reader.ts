import { raisedAsRead } from '../../text/note-mark';
import { spannedRows } from '../doc/rows';
import { fieldStack } from '../docx/field-stack';
import { isImprint, isLetterhead } from '../docx/heads';
import { escapeHtml } from '../escape';
import { type Align, blockHtml, cleanText, isNumber, tableHtml } from '../markup';
import { privateSigns, signsOf, signTable } from '../symbols';
import type { FormatWarning, FormatWarningCode } from '../types';
import { FormField } from './form-field';
import { RtfMath } from './math';
import { RowBuilder } from './rows';
import { APART, CHARSETS, FIELD, KEPT, known, SIGNS, SILENT } from './words';

/** What holds inside a group, and ends with it. */
interface Group {
  skip: boolean;
  font: number;
  hidden: boolean;
  deleted: boolean;
  raised: boolean;
  /** Fallback signs after a \u. */
  fallback: number;
  inFonts: boolean;
  /** What the group is to its parent: a part of a field, or text that stands apart. */
  kind: string;
}

/** Text that stands apart, and where it began. */
interface Apart {
  readonly kind: string;
  readonly depth: number;
  readonly text: string;
  readonly align: Align;
  readonly inTable: boolean;
  readonly table: RowBuilder;
  readonly out: string[];
}

/** Takes the tokens of a file one by one and gives its HTML at the end. */
export class RtfReader {
  private group: Group = {
    skip: false,
    font: -1,
    hidden: false,
    deleted: false,
    raised: false,
    fallback: 1,
    inFonts: false,
    kind: '',
  };
  private readonly groups: Group[] = [];
  private readonly charsets = new Map<number, string>();
  private readonly fontNames = new Map<number, string>();
  private page = 'gb18030';
  private bytes: number[] = [];
  private toSkip = 0;
  private starred = false;
  private text = '';
  private align: Align = null;
  private inTable = false;
  private table = new RowBuilder();
  private out: string[] = [];
  private readonly warned = new Set<FormatWarningCode>();
  private readonly apart: Apart[] = [];
  private readonly heads: { kind: string; html: string }[] = [];
  private readonly notes: string[] = [];
  private boxes: string[] = [];
  /** Where the number of the paragraph ends: alone it is none. */
  private numbered = 0;
  private ownFirst = false;
  private readonly fields = fieldStack((code) => void this.warned.add(code));
  private form: FormField | null = null;
  private math: RtfMath | null = null;
  /** Words of a part of a form field. */
  private part = '';

  open(): void {
    this.flush();
    this.groups.push({ ...this.group });
    this.math?.open();
    this.group.kind = '';
    this.starred = false;
  }

  close(): void {
    this.flush();
    const { kind } = this.group;
    const formula = this.math?.close() ?? null;
    if (formula !== null) {
      this.math = null;
      this.add(formula);
    }
    if (this.apart.at(-1)?.depth === this.groups.length) this.join();
    this.group = this.groups.pop() ?? this.group;
    this.starred = false;
    if (kind === 'listtext' || kind === 'pntext') this.numbered = this.text.length;
    else if (kind === 'field') this.add(this.fields.field('end'));
    else if (kind === 'ffl' || kind === 'ffdeftext') this.form?.add(kind, this.part);
    else if (kind === 'formfield') {
      if (this.form) this.fields.fieldValue(this.form.value);
      this.form = null;
    }
  }

  /** A group whose text is no part of the running one. */
  private setApart(kind: string): void {
    const { text, align, inTable, table, out } = this;
    this.apart.push({ kind, depth: this.groups.length, text, align, inTable, table, out });
    Object.assign(this, { text: '', align: null, inTable: false, table: new RowBuilder(), out: [] });
  }

  private join(): void {
    this.inTable = false;
    this.paragraph();
    const html = this.out.join('');
    const { kind, depth: _, ...before } = this.apart.pop()!;
    Object.assign(this, before);
    if (kind === 'footnote') {
      this.notes.push(html);
      this.add(`[${this.notes.length}]`);
    } else if (/txt$|text$/.test(kind)) this.boxes.push(html);
    else this.heads.push({ kind, html });
  }

  byte(byte: number): void {
    if (this.toSkip > 0) this.toSkip--;
    else if (this.group.inFonts) this.fontName(byte);
    else if (!this.group.skip) this.bytes.push(byte);
  }

  word(word: string, value: number | null): void {
    this.flush();
    if (word === '*') {
      this.starred = true;
      return;
    }
    const starred = this.starred;
    this.starred = false;
    if (word === 'fonttbl') this.group.inFonts = true;
    else if (SILENT.has(word) || (starred && !KEPT.has(word))) this.group.skip = true;
    else if (FIELD.test(word) && !this.group.skip) this.fieldPart(word);
    else if (APART.test(word) && !this.group.skip) this.setApart(word);
    else if (word === 'listtext' || word === 'pntext') this.group.kind = word;
    else if (word === 'moMath' && !this.group.skip) this.math = new RtfMath();
    else if (this.math && /^m[a-z]/i.test(word)) this.math.word(word);
    else if (this.form?.word(word, value)) return;
    else if (word === 'u' && value !== null) this.unicode(value);
    else if (word === 'f' && value !== null) this.group.font = value;
    else if (word === 'fcharset' && this.group.inFonts)
      this.charsets.set(this.group.font, CHARSETS[value ?? 0] ?? this.page);
    else if (word === 'ansicpg') this.page = value === 936 ? 'gb18030' : value === 950 ? 'big5' : `windows-${value}`;
    else if (!this.group.skip && !this.group.inFonts) this.format(word, value);
    if (word === 'object' || word === 'annotation')
      this.warned.add(word === 'object' ? 'objects-left-out' : 'comments-left-out');
  }

  private fieldPart(kind: string): void {
    this.group.kind = kind;
    if (kind === 'field') this.fields.field('begin');
    else if (kind === 'fldrslt') this.fields.field('separate');
    else if (kind === 'formfield') this.form = new FormField();
    else if (kind !== 'fldinst') this.part = '';
  }

  private format(word: string, value: number | null): void {
    const on = value !== 0;
    if (SIGNS[word] !== undefined) this.add(SIGNS[word]);
    else if (word === 'par' || word === 'sect' || word === 'page') this.paragraph();
    else if (word === 'line') this.add('\u000b');
    else if (word === 'cell') this.table.cell(this.block(this.table.isEmpty));
    // A cell of a table in a cell: a line of its own in that.
    else if (word === 'nestcell') this.table.inCell(this.block());
    else if (word === 'row') this.table.row();
    else if (this.table.word(word, value)) return;
    else if (word === 'intbl') this.inTable = true;
    else if (word === 'titlepg') this.ownFirst = true;
    else if (word === 'pard') {
      this.inTable = false;
      this.align = null;
    } else if (word === 'qc') this.align = 'center';
    else if (word === 'qr') this.align = 'right';
    else if (word === 'v') this.group.hidden = on;
    else if (word === 'deleted') this.group.deleted = on;
    else if (word === 'super') this.group.raised = on;
    else if (word === 'nosupersub' || word === 'sub') this.group.raised = false;
    else if (word === 'revised') this.warned.add('changes-accepted');
    else if (word === 'uc') this.group.fallback = value ?? 1;
    else if (word === 'plain') Object.assign(this.group, { hidden: false, deleted: false, raised: false });
  }

  private unicode(value: number): void {
    if (!this.group.skip && !this.group.inFonts) this.add(String.fromCharCode(value & 0xffff));
    this.toSkip = this.group.fallback;
  }

  private fontName(byte: number): void {
    if (byte === 0x3b) return;
    this.fontNames.set(this.group.font, (this.fontNames.get(this.group.font) ?? '') + String.fromCharCode(byte));
  }

  /** Bytes gathered so far as text: a sign may be two of them, in two tokens. */
  private flush(): void {
    if (this.bytes.length === 0) return;
    const label = this.charsets.get(this.group.font) ?? this.page;
    const bytes = Uint8Array.from(this.bytes);
    this.bytes = [];
    // A font of letters says nothing of Chinese bytes: those are in the file's own page.
    const page = label === 'windows-1252' && bytes.some((byte) => byte > 0x80) ? this.page : label;
    this.add(new TextDecoder(known(page)).decode(bytes));
  }

  private add(text: string): void {
    if (this.form) {
      this.part += text;
      return;
    }
    if (this.math) {
      if (!this.group.skip) this.math.text(text);
      return;
    }
    if (this.fields.inFieldCode) {
      this.fields.fieldCode(text);
      return;
    }
    if (/\S/.test(text)) this.fields.printed();
    if (this.group.deleted || this.group.hidden) {
      this.warned.add(this.group.deleted ? 'changes-accepted' : 'hidden-left-out');
      return;
    }
    const signs = signTable(this.fontNames.get(this.group.font));
    const seen = signs ? signsOf(text, signs) : privateSigns(text);
    this.text += this.group.raised ? raisedAsRead(seen, this.text) : seen;
  }

  /** @param alone a number by itself is printed: a column of numbers is made by an empty list */
  private block(alone = false): string {
    const bare = this.numbered > 0 && this.text.slice(this.numbered).trim() === '';
    if (bare && !(alone && isNumber(this.text))) this.text = '';
    this.numbered = 0;
    const lines = this.text.split('\u000b').map((line) => escapeHtml(cleanText(line).replace(/\t/g, ' ').trim()));
    this.text = '';
    return blockHtml('p', lines.join('<br>'), this.align);
  }

  private paragraph(): void {
    const html = this.block();
    if (this.inTable) this.table.inCell(html);
    else {
      this.closeTable();
      this.out.push(html, ...this.boxes);
      this.boxes = [];
    }
  }

  private closeTable(): void {
    const rows = this.table.take();
    if (rows.length > 0) this.out.push(tableHtml(spannedRows(rows)));
  }

  finish(): { html: string; warnings: FormatWarning[] } {
    this.flush();
    this.inTable = false;
    this.paragraph();
    const warnings: FormatWarning[] = [...this.warned].map((code) => ({ code }));
    if (this.groups.length > 0) warnings.push({ code: 'truncated' });
    return { html: this.whole(), warnings };
  }

  /** The letterhead, the text, the imprint, the notes. */
  private whole(): string {
    const plain = (html: string) => html.replace(/<\/p>|<br>/g, '\n').replace(/<[^<>]*>/g, '');
    const find = (kind: string, belongs: (text: string, own: boolean) => boolean) =>
      this.heads
        .filter((head) => head.kind.startsWith(kind))
        .sort((a, b) => Number(b.kind.endsWith('f')) - Number(a.kind.endsWith('f')))
        .find(({ kind: own, html }) => belongs(plain(html), own === 'headerf' && this.ownFirst))?.html ?? '';
    const notes = this.notes.map((note, index) => `<aside><p>[${index + 1}]</p>${note}</aside>\n`);
    return [find('header', isLetterhead), ...this.out, find('footer', isImprint), ...notes].join('');
  }
}
