import { isOrganName } from '../../names/organ';
import { closingGroup } from '../brackets';
import { PieceBuilder } from '../builder';
import type { Piece } from '../drafts';
import { readFields } from '../labelled-fields';
import { readRoleClauses } from './bracket';
import { type Form, lessSure, none } from './form';

/**
 * What an item ends with between signs that are no brackets: …全覆盖。《牵头单位：甲局》. A quotation may stand there as well, so
 * that every name must be an organ's.
 */
export const signedClosing: Form = {
  name: 'signed closing',
  read: ({ strand, grammar, from }, taken) => {
    const group = taken.some((c) => c.counts === 'always' || c.line) ? null : closingGroup(strand);
    // 《关于…的通知》 is the name of a paper.
    if (!group || group.start < from || strand.text.startsWith('关于', group.start + 1)) return none;
    const inside = { strand, ...group.inside };
    const said =
      readFields(inside, group, new PieceBuilder('bracket', grammar)) ??
      readRoleClauses(inside, group, new PieceBuilder('bracket', grammar));
    return said && namesOnlyOrgans(said) ? [{ counts: 'always', piece: lessSure(said) }] : none;
  },
  examples: [
    ['1.推进改造。《牵头单位：县住建局；配合单位：县财政局》', 'l:县住建局 p:县财政局'],
    ['1.推进改造。“县住建局牵头，县财政局配合”', 'l:县住建局 p:县财政局'],
    ['1.推进改造。*县住建局牵头，县财政局配合*', 'l:县住建局 p:县财政局'],
    ['1.推进改造。/责任单位：县住建局/', 'r:县住建局'],
  ],
  counterExamples: [
    '1.严格执行《石桥县政府投资项目管理办法》。',
    '1.落实“政府牵头、企业参与”。',
    '1.推行企业开办“半日办”。',
    '1.按照《关于由县住建局牵头做好改造的通知》。',
  ],
};

const namesOnlyOrgans = ({ drafts, unread }: Piece): boolean =>
  drafts.length > 0 && unread.length === 0 && drafts.every(({ name }) => isOrganName(name));
