import { isOrgan } from '../names/organ';
import { hasSign, Sign } from '../text/chars';
import type { Strand } from '../text/strand';
import { labelByForm, labelMeaning } from './labels';

/** Fewer fields in a line are no record. */
const fewest = 3;
/** Longest label, and longest line of fields. */
const [longestLabel, longest] = [10, 300];

const none: readonly string[] = [];

/**
 * The labels in a line that is nothing but fields set off by white space or a sign (点位：…　拆除主体：甲队　保障部门：乙局　时限：…) which no list holds
 * and which ask for units by their form, with names of organs behind them. Whether they count, the document decides. Cost: linear in
 * the line; lines of more than 300 characters are none.
 */
export function recordLabels(strand: Strand): readonly string[] {
  const { text } = strand;
  if (text.length > longest) return none;
  const fields: { readonly from: number; readonly colon: number }[] = [];
  for (let at = 2; at < text.length; at++) {
    if (!hasSign(text, at, Sign.colon)) continue;
    const from = labelStart(strand, at);
    if (from >= 0) fields.push({ from, colon: at });
  }
  if (fields.length < fewest || fields[0]!.from > 0) return none;
  return fields.flatMap(({ from, colon }, k) => {
    const label = text.slice(from, colon);
    const value = text.slice(colon + 1, fields[k + 1]?.from ?? text.length).replace(/[；;，,。]$/, '');
    const asks = labelMeaning(label) === null && labelByForm(label) !== null;
    return asks && value.split('、').every((name) => isOrgan(name)) ? [label] : [];
  });
}

/** Where the label before a colon begins: behind white space, a sign, or at the head of the line; -1 where that is too far. */
function labelStart(strand: Strand, colon: number): number {
  for (let at = colon - 1; at >= 0 && colon - at <= longestLabel; at--) {
    if (/[；;，,。]/.test(strand.text[at]!)) return at + 1;
    if (at === 0 || strand.hasGap(at)) return at;
  }
  return -1;
}
