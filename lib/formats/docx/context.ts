import type { FormatWarningCode } from '../types';
import type { XmlElement } from '../xml';
import type { Numbering } from './numbering';
import type { Styles } from './styles';

/** What reading a document's body needs from its other parts, and what it gathers on the way. */
export interface DocxContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  warn(code: FormatWarningCode): void;
  /** A field character: `begin`, `separate`, `end`. Between the first two stands code, which does not print. */
  field(type: string): void;
  readonly inFieldCode: boolean;
  /** The mark printed for a note's reference, "[1]"; the note is queued for the end. Null for a note that is not there. */
  noteMark(kind: 'footnote' | 'endnote', attributes: XmlElement['attributes']): string | null;
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
  step(): void;
}): DocxContext & { readonly noted: Note[]; readonly warned: ReadonlyMap<FormatWarningCode, number> } {
  const warned = new Map<FormatWarningCode, number>();
  const noted: Note[] = [];
  const fields: boolean[] = [];
  return {
    styles: parts.styles,
    numbering: parts.numbering,
    step: parts.step,
    warned,
    noted,
    warn(code) {
      warned.set(code, (warned.get(code) ?? 0) + 1);
    },
    field(type) {
      if (type === 'begin') fields.push(true);
      else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false;
      else if (type === 'end') fields.pop();
    },
    get inFieldCode() {
      return fields.some((code) => code);
    },
    noteMark(kind, attributes) {
      const element = parts.notes[kind].get(attributes.id ?? '');
      if (!element) return null;
      const mark = `[${noted.length + 1}]`;
      noted.push({ mark, element });
      return mark;
    },
  };
}
