import { listKey } from '../text/numbering';
import { labelMeaning } from './labels';
import { ownLabel } from './own-label';
import type { Paragraph } from './paragraphs';

/** 收割机维修由村农机合作社承担。 a matter, and by whom it is done, in a line of its own. */
const matter =
  /^[\u4e00-\u9fff、“”（）]{2,16}由(?!于|此|来|衷)[^，。；由]{2,30}?(?:牵头|共同|分别|具体|负责|承担|承办|落实|实施|组织|完成|协调)/;
/** 【健康教育】牵头县卫健局，…: what a point is about in a box, and the point. */
const boxed = /^[【［[〖]([^【】［\]〖〗\d]{2,16})[】］\]〗].{8,}/;
/** 水域管理组：组长单位为县水利局，…; 1/资料组：…: a group, and what is said of it. */
const group = /^(?:\d{1,2}[/／])?[\u4e00-\u9fff]{1,12}(?:组|专班)(?:[（(][^（()）]{1,16}[）)])?[：:].{8,}/;
/** The style of numbers that such lines get. */
export const groupStyle = '组';
/** So many lines one behind the other are a list; longer ones are paragraphs of a story. */
const [fewest, longest] = [3, 120];
/** Two groups are a list: no story tells of them so. */
const fewestGroups = 2;

/**
 * Lines without numbers, one behind the other, that each say of a matter by whom it is done, or begin with what they are about in a box: each
 * is a point of its own, and none of the text of the number above. Other paragraphs stay as they are. Cost: linear.
 */
export const withMatterLines = (paragraphs: readonly Paragraph[]): readonly Paragraph[] =>
  asPoints(asPoints(asPoints(paragraphs, saysByWhom, '由'), isBoxed, '【'), isGroup, groupStyle);

function asPoints(
  paragraphs: readonly Paragraph[],
  isPoint: (paragraph: Paragraph) => boolean,
  style: string,
): readonly Paragraph[] {
  let out: Paragraph[] | null = null;
  for (let from = 0; from < paragraphs.length; ) {
    let to = from;
    while (to < paragraphs.length && isPoint(paragraphs[to]!)) to++;
    if (to - from >= (style === groupStyle ? fewestGroups : fewest) && !belongsAbove(paragraphs, { from, to, style })) {
      out ??= [...paragraphs];
      for (let at = from; at < to; at++)
        out[at] = { ...out[at]!, marker: { scheme: 'unit', style, value: at + 1, number: '', length: 0 } };
    }
    from = Math.max(to, from + 1);
  }
  return out ?? paragraphs;
}

/**
 * The lines are text of the number above: a line below them says who does it (牵头单位：…), or the next number of its list follows. Looks at
 * what stands right before and behind.
 */
function belongsAbove(
  paragraphs: readonly Paragraph[],
  { from, to, style }: { readonly from: number; readonly to: number; readonly style: string },
): boolean {
  const behind = paragraphs[to];
  if (behind && !behind.marker && ownLabel(behind.strand.text)) return true;
  // 二、工作任务⏎甲组：…⏎乙组：…⏎三、工作要求: groups are no text of a heading.
  if (style === groupStyle) return false;
  const above = paragraphs[from - 1]?.marker;
  const next = behind?.marker;
  return Boolean(above && next && listKey(above) === listKey(next) && next.value === above.value + 1);
}

const saysByWhom = ({ strand, marker, cell, furniture }: Paragraph): boolean =>
  !marker && !cell && !furniture && strand.length <= longest && matter.test(strand.text) && /[。；]$/.test(strand.text);

const isBoxed = ({ strand, marker, cell, furniture }: Paragraph): boolean => {
  const name = !marker && !cell && !furniture ? boxed.exec(strand.text.slice(0, 40))?.[1] : undefined;
  return name !== undefined && !labelMeaning(name);
};

const isGroup = ({ strand, marker, cell, furniture }: Paragraph): boolean =>
  !marker && !cell && !furniture && group.test(strand.text.slice(0, 60));
