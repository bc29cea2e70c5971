import { isOrnament } from '../../names/separators';
import { readBareList } from './bare-list';
import { type Form, none } from './form';

const longest = 200;

/** Signs and bullets before a list: ——甲局, ☞甲局, · 甲局. */
function behindOrnaments(text: string): number {
  let at = 0;
  while (at < text.length && isOrnament(text.charCodeAt(at))) at++;
  return at;
}

/**
 * A paragraph without a number that is a list of organs: it divides the work above it where each says its role (甲局（牵头）、乙局), else
 * where the document closes its items so.
 */
export const listLine: Form = {
  name: 'line of units',
  read: ({ paragraph, strand, from, grammar }, taken) => {
    if (
      from ||
      paragraph.marker ||
      strand.length > longest ||
      /[：:]/.test(strand.text) ||
      taken.some((c) => c.counts !== 'head')
    )
      return none;
    const end = strand.text.endsWith('。') ? strand.length - 1 : strand.length;
    const piece = readBareList(
      { strand, start: behindOrnaments(strand.text), end },
      { start: 0, end: strand.length },
      grammar,
    );
    if (!piece) return none;
    const said = piece.drafts.some((d) => d.role !== 'responsible');
    return [said ? { counts: 'always', piece, line: true } : { counts: 'end', piece }];
  },
  examples: [
    ['县住建局（牵头）、县财政局', 'l:县住建局 r:县财政局'],
    ['· 县住建局（配合）', 'p:县住建局'],
  ],
  counterExamples: ['县住建局、县财政局', '县住建局加强巡查。'],
};
