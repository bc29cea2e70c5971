import type { FormatWarningCode } from '../types';
import type { XmlElement } from '../xml';
import { drawnField } from './fields';
import type { Numbering } from './numbering';
import type { Styles } from './styles';

/** What reading a document's body needs from its other parts, and what it gathers on the way. */
export interface DocxContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  warn(code: FormatWarningCode): void;
  /**
   * A field character: `begin`, `separate`, `end`. Between the first two stands code, which does not print.
   *
   * @param value what the field shows where it has no result in the text
   * @returns at its end, what is to be printed for it
   */
  field(type: string, value?: string | null): string;
  readonly inFieldCode: boolean;
  /** Code of the innermost field. */
  fieldCode(text: string): void;
  /** Something of the text was printed: the result of every field around it. */
  printed(): void;
  /** The mark printed for a note's reference, "[1]"; the note is queued for the end. Null for a note that is not there. */
  noteMark(kind: 'footnote' | 'endnote', attributes: XmlElement['attributes']): string | null;
  /** HTML of a file inserted into this one, by its relation; null for what could not be read. */
  inserted(id: string | undefined): string | null;
  /** Called for each block of the body: progress and stopping. */
  step(): void;
}

/** A note referred to in the text, in order of reference. */
export interface Note {
  readonly mark: string;
  readonly element: XmlElement;
}

interface Field {
  inCode: boolean;
  readonly value: string | null;
  code: string;
  hasResult: boolean;
}

/** The gathering part of a context, over the notes of the package by kind and id. */
export function makeContext(parts: {
  styles: Styles;
  numbering: Numbering;
  notes: Readonly<Record<'footnote' | 'endnote', ReadonlyMap<string, XmlElement>>>;
  chunks: ReadonlyMap<string, string>;
  step(): void;
}): DocxContext & { readonly noted: Note[]; readonly warned: ReadonlyMap<FormatWarningCode, number> } {
  const warned = new Map<FormatWarningCode, number>();
  const noted: Note[] = [];
  const fields = fieldStack();
  return {
    styles: parts.styles,
    numbering: parts.numbering,
    step: parts.step,
    warned,
    noted,
    warn(code) {
      warned.set(code, (warned.get(code) ?? 0) + 1);
    },
    field: fields.field,
    fieldCode: fields.fieldCode,
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
    inserted: (id) => parts.chunks.get(id ?? '') ?? null,
  };
}

function fieldStack(): Pick<DocxContext, 'field' | 'inFieldCode' | 'fieldCode' | 'printed'> {
  const fields: Field[] = [];
  const isCode = () => fields.some(({ inCode }) => inCode);
  return {
    field(type, value = null) {
      const last = fields.at(-1);
      if (type === 'begin') fields.push({ inCode: true, value, code: '', hasResult: false });
      else if (type === 'separate' && last) last.inCode = false;
      else if (type === 'end') fields.pop();
      if (type !== 'end' || !last || last.hasResult || isCode()) return '';
      return last.value ?? drawnField(last.code);
    },
    get inFieldCode() {
      return isCode();
    },
    fieldCode(text) {
      const last = fields.at(-1);
      if (last?.inCode) last.code += text;
    },
    printed() {
      for (const field of fields) field.hasResult = true;
    },
  };
}
