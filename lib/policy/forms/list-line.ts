import { behindOrnaments } from '../../names/separators';
import { readBareList } from './bare-list';
import { type Form, none } from './form';
import { saidIn } from './last-sentence';

const longest = 200;

/** What may stand behind the last name: 等有关部门, its role in a bracket. */
const endsList = /^(?:[（(〈〔［[【][^）)〉〕］\]】]{1,8}[）)〉〕］\]】])?(?:等.{0,6})?$/;

/**
 * 县信访局牵头化解土地类积案，县司法局配合: the line says itself what is to be done, and does not only divide what stands above it.
 * 牵头抓好落实 says nothing.
 */
const saysWhat = (text: string): boolean =>
  /^[^由，。；：]{2,40}?牵头(?!单位|部门)(?!(?:抓好?|做好|落实|组织|实施|推进|推动|完成|办理|负责|承办|开展|协调|工作|任务|[的并总])+[，。；])[^，。；、]{4,}/.test(
    text,
  );

/**
 * A paragraph without a number that is a list of organs: it divides the work above it where each says its role (甲局（牵头）、乙局), else
 * where the document closes its items so.
 */
export const listLine: Form = {
  name: 'line of units',
  read: (view, taken) => {
    const { paragraph, strand, from, grammar } = view;
    if (
      from ||
      paragraph.marker ||
      strand.length > longest ||
      /[：:]/.test(strand.text) ||
      taken.some((c) => c.counts !== 'head')
    )
      return none;
    const end = strand.text.endsWith('。') ? strand.length - 1 : strand.length;
    // 县信访局牵头，县司法局配合。 below what is to be done.
    const said = end >= 4 ? saidIn(view, 0, end) : null;
    // One role alone may tell what somebody did; two divide.
    if (said && new Set(said[0]!.piece.drafts.map((d) => d.role)).size > 1 && !saysWhat(strand.text))
      return said.map((candidate) => ({ ...candidate, line: true }));
    const piece = readBareList(
      { strand, start: behindOrnaments(strand.text, 0, strand.text.length), end },
      { start: 0, end: strand.length },
      grammar,
    );
    if (!piece || !endsList.test(strand.text.slice(piece.drafts.at(-1)!.end, end))) return none;
    const roles = piece.drafts.some((d) => d.role !== 'responsible');
    return [roles ? { counts: 'always', piece, line: true } : { counts: 'end', piece }];
  },
  examples: [
    ['县住建局（牵头）、县财政局', 'l:县住建局 r:县财政局'],
    ['· 县住建局（配合）', 'p:县住建局'],
    ['县信访局牵头，县司法局配合。', 'l:县信访局 p:县司法局'],
  ],
  counterExamples: ['县住建局、县财政局', '县住建局加强巡查。', '县住建局等部门负责排查校舍隐患。'],
};
