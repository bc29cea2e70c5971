import type { FormatWarningCode } from '../types';
import { AutoNumbers } from './auto-numbers';
import { drawnField, isValueField } from './fields';

/** The fields that stand open at a place of a text: each has code, which does not print, and mostly a result. */
export interface FieldStack {
  /**
   * A field character: `begin`, `separate`, `end`. Between the first two stands code.
   *
   * @param value what the field shows where it has no result in the text
   * @returns at its end, what is to be printed for it
   */
  field(type: string, value?: string | null): string;
  readonly inFieldCode: boolean;
  /** Code of the innermost field. */
  fieldCode(text: string): void;
  /** What the innermost field shows where it has no result. */
  fieldValue(value: string): void;
  /** Something of the text was printed: the result of every field around it. */
  printed(): void;
}

interface Field {
  inCode: boolean;
  value: string | null;
  code: string;
  hasResult: boolean;
}

export function fieldStack(warn: (code: FormatWarningCode) => void): FieldStack {
  const fields: Field[] = [];
  const numbers = new AutoNumbers();
  // Counted, not looked for: a hostile file opens fields by the hundred thousand.
  let codes = 0;
  const isCode = () => codes > 0;
  return {
    field(type, value = null) {
      const last = fields.at(-1);
      if (type === 'begin') {
        fields.push({ inCode: true, value, code: '', hasResult: false });
        codes++;
      } else if (last?.inCode && (type === 'separate' || type === 'end')) {
        last.inCode = false;
        codes--;
      }
      if (type === 'end') fields.pop();
      if (type !== 'end' || !last || last.hasResult || isCode()) return '';
      const number = numbers.next(last.code);
      if (number !== null) warn('numbering-approximate');
      const shown = last.value ?? number ?? drawnField(last.code);
      if (shown === '' && isValueField(last.code)) warn('fields-left-out');
      return shown;
    },
    get inFieldCode() {
      return isCode();
    },
    fieldCode(text) {
      const last = fields.at(-1);
      if (last?.inCode) last.code += text;
    },
    fieldValue(value) {
      const last = fields.at(-1);
      if (last) last.value = value;
    },
    printed() {
      // Below one that has a result all have.
      for (let at = fields.length - 1; at >= 0 && !fields[at]!.hasResult; at--) fields[at]!.hasResult = true;
    },
  };
}
