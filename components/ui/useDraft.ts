import { useState } from 'preact/hooks';
import { dropTyped, keepTyped, typedIn } from '../../lib/typed';

export interface Draft {
  readonly value: string;
  readonly change: (value: string) => void;
  /** It is stored, or not wanted any more. */
  readonly done: () => void;
}

/**
 * A text that waits for a button: kept at every key, and found again in the next field of that name, be the row closed, the
 * dialog left by Escape or the page loaded anew.
 *
 * @param field Names the record and the field: `ID:progress.text`.
 * @param first What stands there before anybody has typed.
 */
export function useDraft(field: string, first = ''): Draft {
  const [value, setValue] = useState(() => typedIn(field)?.text ?? first);
  const change = (text: string) => {
    setValue(text);
    keepTyped(field, { text, base: '' });
    if (text === first) dropTyped(field, first);
  };
  return { value, change, done: () => change(first) };
}

/** What was typed there and left; '' where nothing was. */
export const draftIn = (field: string): string => typedIn(field)?.text ?? '';
