import { textShown } from './numbers';

/** A text in a cell as its format shows it: a fourth part is for texts, and where that says nothing, nothing is shown (;;;). */
export const cellTextShown = (text: string, code: string | null): string =>
  code !== null && /^[^;]*;[^;]*;[^;]*;\s*$/.test(code.replace(/"[^"]*"|[\\!]./g, 'x')) ? '' : textShown(text, code);
