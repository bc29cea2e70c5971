import { isCollective, isOrgan } from '../../names/organ';
import { PieceBuilder, sure } from '../builder';
import type { Piece } from '../drafts';
import { type Form, none, type View } from './form';

/** 监测预警组：由, 抢险队由: a group, and that what stands behind makes it up. */
const group = /^[\u4e00-\u9fff“”]{2,12}[组队班](?:[（(][^（()）]{1,16}[）)])?[：:，,]?由/;
const named = /^[\u4e00-\u9fff“”]{2,12}[组队班](?:[（(][^（()）]{1,16}[）)])?[：:](?!由)/;
/** Whom a group is made up of besides units. */
const people = /民兵|党员|群众|志愿|干部|人员|代表|骨干|村民|居民/;
/** Longest list of its members. */
const longest = 120;

const known = (builder: PieceBuilder): boolean =>
  builder.drafts.length > 0 &&
  !builder.unread.length &&
  builder.drafts.every((d) => (isOrgan(d.name) || isCollective(d.name)) && !people.test(d.name));

function madeUpOf({ strand, from, grammar }: View): Piece | null {
  const { text } = strand;
  const begin = group.exec(text.slice(from, from + 40))?.[0].length ?? 0;
  if (!begin) return null;
  const start = from + begin;
  const end = text.indexOf('组成', start);
  if (end < 0 || end - start > longest || /[。；]|牵头|负责|主办|配合/.test(text.slice(start, end))) return null;
  const builder = new PieceBuilder('prose', grammar);
  builder.addList({ strand, start, end }, { role: 'responsible', certainty: sure.clause });
  const behind = /^[，,。]/.test(text.slice(end + 2)) ? 3 : 2;
  return known(builder) ? builder.finish({ start: start - 1, end: end + behind }) : null;
}

/** 会务组：秘书科（牵头）、机要科。负责会场: the list stands right behind the colon, and says whose the lead is. */
function listedBehind({ strand, from, grammar }: View): Piece | null {
  const { text } = strand;
  const start = from + (named.exec(text.slice(from, from + 40))?.[0].length ?? 0);
  const end = start > from ? text.indexOf('。', start) : -1;
  if (end < 0 || end - start > longest || end === text.length - 1) return null;
  const builder = new PieceBuilder('prose', grammar);
  builder.addList({ strand, start, end }, { role: 'responsible', certainty: sure.clause });
  const leads = builder.drafts.some((d) => d.role === 'lead');
  return leads && known(builder) ? builder.finish({ start, end: end + 1 }) : null;
}

/**
 * A group and the units that make it up, with what falls to them behind: 监测预警组：由县水利局、县气象局组成，负责雨情监测. It counts where its list is a
 * division by units.
 */
export const groupOf: Form = {
  name: 'group of units',
  read: (view, taken) => {
    if (taken.some((c) => c.counts === 'always')) return none;
    const piece = madeUpOf(view) ?? listedBehind(view);
    return piece ? [{ counts: 'head', piece }] : none;
  },
  examples: [],
  counterExamples: ['1.领导小组由县水利局、县气象局组成。', '1.工作组：由县长任组长'],
};
