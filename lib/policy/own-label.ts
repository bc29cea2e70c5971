import { hasSign, Sign } from '../text/chars';
import { labelByForm, labelMeaning } from './labels';
import { beginsWithOrgan } from './unmarked-labels';

/** Longest head of a line in which its label ends. */
const reach = 24;

/** Does a line begin with the label of a role, a time or a person, known or by its form (承接单位：, 牵头单位 甲局)? */
export function ownLabel(text: string): boolean {
  let sign = 0;
  while (sign < Math.min(reach, text.length) && !hasSign(text, sign, Sign.colon)) sign++;
  if (sign < 2 || sign >= Math.min(reach, text.length)) return ownUnmarked(text);
  const label = text.slice(0, sign).replace(/^[（(【［[〖]/, '');
  const meaning = labelMeaning(label) ?? labelMeaning(label.replace(/[（(][^）)]*[）)]$/, '')) ?? labelByForm(label);
  return meaning ? meaning.kind !== 'none' : ownUnmarked(text);
}

/** 责任单位 甲局: the label ends where an organ begins. */
function ownUnmarked(text: string): boolean {
  const end = /^[\u4e00-\u9fff]{0,6}?(?:单位|部门|[处科股]室|机关)/.exec(text)?.[0].length ?? 0;
  const meaning = end ? labelMeaning(text.slice(0, end)) : null;
  return meaning !== null && meaning.kind !== 'none' && beginsWithOrgan(text, end, text.length);
}
