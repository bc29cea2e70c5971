import { isCollective, isOrgan } from '../names/organ';
import type { Strand } from '../text/strand';
import { building, type Piece } from './drafts';
import { addList } from './members';
import { finish, nobody, sure } from './pieces';

/** Endings that only an office has; a place, a school or a company may stand in brackets for other reasons. */
const office =
  /(?:[局委办厅部院会府行关署团联社队]|中心|办公室|研究室|督查室|各[^、，]{0,8}(?:部门|单位))(?:[（(〔][^（()）〔〕]*[）)〕])?$/;
const isPlace = (name: string): boolean =>
  !isCollective(name) && /[省市县区旗州盟镇乡村]$/.test(name) && name.length < 4;

/** A list of organs and nothing else: （规划局、交建局）. Whether it divides work, the document decides. */
export function readBareList(
  strand: Strand,
  start: number,
  end: number,
  whole: { start: number; end: number },
): Piece | null {
  if (end - start > 300 || end - start < 2) return null;
  const b = building();
  addList(strand, start, end, 'responsible', 'bracket', sure.bare, b, []);
  if (!b.drafts.length || b.unread.length) return null;
  const organs = b.drafts.every(
    (d) => isOrgan(d.name) && !/[：:]/.test(d.name) && !nobody.test(d.name) && !isPlace(d.name),
  );
  return organs && b.drafts.some((d) => office.test(d.name)) ? finish(whole, 'bracket', b) : null;
}
