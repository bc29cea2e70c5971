import { MOST } from '../too-long';
import { clean } from '../unfit';

const CUT = '……（过长，以下略）';

/**
 * A text as a workbook's strings hold it. `_x0041_` means a sign by its number there, so a text that happens to read so
 * is guarded; carriage returns, which XML would turn into line feeds, go.
 */
export function toCellText(text: string): string {
  const plain = cut(clean(text));
  // The writer looks strings up in a plain object, in which these names stand already.
  if (plain in Object.prototype)
    return `_x${plain.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_${plain.slice(1)}`;
  return plain.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function cut(text: string): string {
  if (text.length <= MOST) return text;
  const kept = text.slice(0, MOST - CUT.length);
  return (/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept) + CUT;
}
