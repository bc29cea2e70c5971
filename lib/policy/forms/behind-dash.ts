import { partsOf } from '../../names/coordination';
import { acts } from '../../names/lexicon/verbs';
import { isOrganName } from '../../names/organ';
import type { Strand } from '../../text/strand';
import { PieceBuilder, sure } from '../builder';
import { readPart } from '../clause-forms';
import type { Grammar } from '../grammar';
import { readRoleClauses } from './bracket';
import { type Form, none } from './form';

const dash = /[—–]{1,2}|[→➔➜⇒]/;
/** As sure as a unit at the head of a point: beside it other sentences count. */
const unsaid = 0.8;
/** So much behind the dash is looked at. */
const longest = 200;

/**
 * Units with their role words behind a dash, and more in the same sentence: 修复提灌站一座——村委会负责，包组干部跟进，4月20日前通水. What is
 * no unit with a role ends the division and stays text.
 */
export const behindDash: Form = {
  name: 'behind a dash',
  read: ({ strand, from, grammar }, taken) => {
    // A slogan and what was done hand nothing out.
    if (
      !from ||
      strand.text.startsWith('坚持', from) ||
      taken.some((c) => c.counts === 'always' || c.line) ||
      /已(?:完成|建成|经|有|累计)|同比/.test(strand.text)
    )
      return none;
    const sign = dash.exec(strand.text.slice(from));
    // 2031—2035年: between figures it parts years.
    if (!sign || sign.index < 2 || /\d$/.test(strand.text.slice(0, from + sign.index))) return none;
    const start = from + sign.index + sign[0].length;
    const end = endOfRoles(strand, start, grammar);
    if (end <= start) return none;
    const whole = { start: from + sign.index, end };
    const closes = end >= strand.length - 1;
    const piece = readRoleClauses({ strand, start, end }, whole, new PieceBuilder(closes ? 'line' : 'prose', grammar));
    if (!piece?.drafts.length) return none;
    // What stands behind may say who else does something.
    const most = closes ? sure.clause : unsaid;
    const drafts = piece.drafts.map((d) => ({ ...d, certainty: Math.min(d.certainty, most) }));
    return [{ counts: 'always', piece: { ...piece, drafts } }];
  },
  examples: [
    ['1.修复提灌站一座——村委会负责，包组干部跟进，4月20日前通水。', 'r:村委会'],
    ['2.改造闲置小学——县文旅局牵头，驻村工作队协助招商。', 'l:县文旅局 p:驻村工作队'],
  ],
  counterExamples: ['1.坚持以人为本——让群众满意。', '1.县水利局——负责巡查。'],
};

/** Where the last of the clauses ends that are units with a role word, the first of which is an organ's; `start` where there is none. */
function endOfRoles(strand: Strand, start: number, grammar: Grammar): number {
  let end = start;
  for (const part of partsOf(strand, start, Math.min(strand.length, start + longest))) {
    const text = strand.text.slice(part.start, part.end);
    const read = readPart(text, grammar);
    const name = read?.role ? text.slice(0, read.at) : text;
    if (!isOrganName(name) || acts(name) || (part.before === '。' && end > start)) break;
    if (read?.role) end = part.end;
  }
  return end;
}
