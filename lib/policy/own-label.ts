import { hasSign, Sign } from '../text/chars';
import { labelByForm, labelMeaning } from './labels';

/** Does a line begin with the label of a role, a time or a person, known or by its form (承接单位：)? */
export function ownLabel(text: string): boolean {
  let sign = 0;
  while (sign < Math.min(24, text.length) && !hasSign(text, sign, Sign.colon)) sign++;
  if (sign < 2 || sign >= Math.min(24, text.length)) return false;
  const label = text.slice(0, sign).replace(/^[（(【［[〖]/, '');
  const meaning = labelMeaning(label) ?? labelMeaning(label.replace(/[（(][^）)]*[）)]$/, '')) ?? labelByForm(label);
  return meaning !== null && meaning.kind !== 'none';
}
