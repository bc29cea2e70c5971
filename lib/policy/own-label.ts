import { setsOff } from '../names/separators';
import { hasSign, Sign, stepAt } from '../text/chars';
import { labelByForm, labelMeaning } from './labels';
import { beginsWithOrgan, joinerAt } from './unmarked-labels';

/** Longest head of a line in which its label ends. */
const reach = 24;

/**
 * Does a line begin with the label of a role, a time or a person, known or by its form: 承接单位：, 【牵头单位】, “配合单位”：,
 * ◆责任单位：, 牵头单位 甲局?
 */
export function ownLabel(line: string): boolean {
  const text = line.slice(signsAtHead(line));
  const end = labelEnd(text);
  if (end < 2) return ownUnmarked(text);
  const label = text.slice(0, end);
  const meaning = labelMeaning(label) ?? labelMeaning(label.replace(/[（(][^）)]*[）)]$/, '')) ?? labelByForm(label);
  return meaning ? meaning.kind !== 'none' : ownUnmarked(text);
}

/** Brackets, quotation marks and ornaments in front of a label. */
function signsAtHead(line: string): number {
  let at = 0;
  while (at < Math.min(4, line.length) && (stepAt(line, at) === 1 || setsOff(line.charCodeAt(at)))) at++;
  return at;
}

/** Where the label ends that `text` begins with: before its colon, or before the sign that closes its box; 0 where neither stands near. */
function labelEnd(text: string): number {
  let depth = 0;
  for (let at = 0; at < Math.min(reach, text.length); at++) {
    if (hasSign(text, at, Sign.colon)) return at;
    depth += stepAt(text, at);
    if (depth < 0) return at;
  }
  return 0;
}

/** 责任单位 甲局: the label ends where an organ begins. */
function ownUnmarked(text: string): boolean {
  const end = /^[\u4e00-\u9fff]{0,6}?(?:单位|部门|[处科股]室|机关)/.exec(text)?.[0].length ?? 0;
  const meaning = end ? labelMeaning(text.slice(0, end)) : null;
  return (
    meaning !== null && meaning.kind !== 'none' && beginsWithOrgan(text, end + joinerAt(text, end, true), text.length)
  );
}
