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
/** The style of the numbers that lines of groups get. */
export const groupStyle = '组';
/** Longer ones are paragraphs of a story. */
const longest = 120;

/** A kind of line that is a point without a number. */
interface PointLine {
  /** The style of the numbers that such lines get. */
  readonly style: string;
  /** So many one behind the other are a list. */
  readonly fewest: number;
  /** They stand alone, whatever is numbered around them: 二、工作任务⏎甲组：…⏎乙组：…⏎三、工作要求. */
  readonly alone: boolean;
  readonly is: (paragraph: Paragraph) => boolean;
}

const pointLines: readonly PointLine[] = [
  { style: '由', fewest: 3, alone: false, is: saysByWhom },
  { style: '【', fewest: 3, alone: false, is: isBoxed },
  // Two groups are a list: no story tells of them so.
  { style: groupStyle, fewest: 2, alone: true, is: isGroup },
];

/**
 * Lines without numbers, one behind the other, that each say of a matter by whom it is done, begin with what they are about in a box, or with
 * the group that does it: each is a point of its own, and none of the text of the number above. Other paragraphs stay as they are. Cost: linear.
 */
export const withMatterLines = (paragraphs: readonly Paragraph[]): readonly Paragraph[] =>
  pointLines.reduce(asPoints, paragraphs);

function asPoints(paragraphs: readonly Paragraph[], kind: PointLine): readonly Paragraph[] {
  const { style, fewest, alone, is } = kind;
  let out: Paragraph[] | null = null;
  for (let from = 0; from < paragraphs.length; ) {
    let to = from;
    while (to < paragraphs.length && is(paragraphs[to]!)) to++;
    if (to - from >= fewest && !isLabelled(paragraphs[to]) && (alone || !belongsAbove(paragraphs, from, to))) {
      out ??= [...paragraphs];
      for (let at = from; at < to; at++)
        out[at] = { ...out[at]!, marker: { scheme: 'unit', style, value: at + 1, number: '', length: 0 } };
    }
    from = Math.max(to, from + 1);
  }
  return out ?? paragraphs;
}

/** A line below them says who does all of it: 牵头单位：…. */
const isLabelled = (behind: Paragraph | undefined): boolean =>
  behind !== undefined && !behind.marker && ownLabel(behind.strand.text);

/** The lines are text of the number above where the next number of its list follows. Looks at what stands right before and behind. */
function belongsAbove(paragraphs: readonly Paragraph[], from: number, to: number): boolean {
  const above = paragraphs[from - 1]?.marker;
  const next = paragraphs[to]?.marker;
  return Boolean(above && next && listKey(above) === listKey(next) && next.value === above.value + 1);
}

function saysByWhom({ strand, marker, cell, furniture }: Paragraph): boolean {
  if (marker || cell || furniture || strand.length > longest) return false;
  return matter.test(strand.text) && /[。；]$/.test(strand.text);
}

function isBoxed({ strand, marker, cell, furniture }: Paragraph): boolean {
  const name = !marker && !cell && !furniture ? boxed.exec(strand.text.slice(0, 40))?.[1] : undefined;
  return name !== undefined && !labelMeaning(name);
}

function isGroup({ strand, marker, cell, furniture }: Paragraph): boolean {
  return !marker && !cell && !furniture && group.test(strand.text.slice(0, 60));
}
