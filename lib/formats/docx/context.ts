import type { FormatWarningCode } from '../types';
import type { XmlElement } from '../xml';
import { type FieldStack, fieldStack } from './field-stack';
import type { Numbering } from './numbering';
import type { Styles } from './styles';

/** What reading a document's body needs from its other parts, and what it gathers on the way. */
export interface DocxContext extends FieldStack {
  readonly styles: Styles;
  readonly numbering: Numbering;
  warn(code: FormatWarningCode): void;
  /** The mark printed for a note's reference, "[1]"; the note is queued for the end. Null for a note that is not there. */
  noteMark(kind: 'footnote' | 'endnote', attributes: XmlElement['attributes']): string | null;
  /** Whether white words are not seen in this document. Looked for when the first are met. */
  onPlainPaper(): boolean;
  /** The value that a content control is bound to, by its path; '' where there is none. */
  bound(path: string): string;
  /** HTML of a file inserted into this one, by its relation; null for what could not be read. */
  inserted(id: string | undefined): string | null;
  /** Words that lie behind the text, added to as they are met. */
  readonly watermarks: Set<string>;
  /** Called for each block of the body: progress and stopping. */
  step(): void;
}

/** A note referred to in the text, in order of reference. */
export interface Note {
  readonly mark: string;
  readonly element: XmlElement;
}

/** The gathering part of a context, over the notes of the package by kind and id. */
export function makeContext(parts: {
  styles: Styles;
  numbering: Numbering;
  notes: Readonly<Record<'footnote' | 'endnote', ReadonlyMap<string, XmlElement>>>;
  chunks: ReadonlyMap<string, string>;
  onPlainPaper(): boolean;
  bound(path: string): string;
  step(): void;
}): DocxContext & { readonly noted: Note[]; readonly warned: ReadonlyMap<FormatWarningCode, number> } {
  const warned = new Map<FormatWarningCode, number>();
  const noted: Note[] = [];
  const warn = (code: FormatWarningCode) => void warned.set(code, (warned.get(code) ?? 0) + 1);
  const fields = fieldStack(warn);
  return {
    styles: parts.styles,
    numbering: parts.numbering,
    step: parts.step,
    warned,
    noted,
    warn,
    onPlainPaper: parts.onPlainPaper,
    bound: parts.bound,
    field: fields.field,
    fieldCode: fields.fieldCode,
    fieldValue: fields.fieldValue,
    printed: fields.printed,
    get inFieldCode() {
      return fields.inFieldCode;
    },
    noteMark(kind, attributes) {
      const element = parts.notes[kind].get(attributes.id ?? '');
      if (!element) return null;
      const mark = `[${noted.length + 1}]`;
      noted.push({ mark, element });
      return mark;
    },
    watermarks: new Set(),
    inserted: (id) => parts.chunks.get(id ?? '') ?? null,
  };
}
