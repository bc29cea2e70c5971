import { isCollective, isOrgan } from '../../names/organ';
import { PieceBuilder, sure } from '../builder';
import { type Form, none } from './form';

/** 监测预警组：由, 抢险队由: a group, and that what stands behind makes it up. */
const group = /^[\u4e00-\u9fff“”]{2,12}[组队班](?:[（(][^（()）]{1,16}[）)])?[：:，,]?由/;
/** Longest list of its members. */
const longest = 120;

/**
 * A group and the units that make it up, with what falls to them behind: 监测预警组：由县水利局、县气象局组成，负责雨情监测. It counts where its list is a
 * division by units.
 */
export const groupOf: Form = {
  name: 'group of units',
  read: ({ strand, from, grammar }, taken) => {
    const { text } = strand;
    const begin = group.exec(text.slice(from, from + 40))?.[0].length ?? 0;
    if (!begin || taken.some((c) => c.counts === 'always')) return none;
    const start = from + begin;
    const end = text.indexOf('组成', start);
    if (end < 0 || end - start > longest || /[。；]/.test(text.slice(start, end))) return none;
    const builder = new PieceBuilder('prose', grammar);
    builder.addList({ strand, start, end }, { role: 'responsible', certainty: sure.clause });
    const known = builder.drafts.every((d) => isOrgan(d.name) || isCollective(d.name));
    if (!builder.drafts.length || !known || builder.unread.length) return none;
    const behind = /^[，,。]/.test(text.slice(end + 2)) ? 3 : 2;
    return [{ counts: 'head', piece: builder.finish({ start: start - 1, end: end + behind }) }];
  },
  examples: [],
  counterExamples: ['1.领导小组由县水利局、县气象局组成。', '1.工作组：由县长任组长'],
};
