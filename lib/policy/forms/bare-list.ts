import { isCollective, isOrgan } from '../../names/organ';
import type { Stretch } from '../../text/strand';
import { PieceBuilder, sure } from '../builder';
import type { Draft, Piece } from '../drafts';
import type { Grammar } from '../grammar';
import { nobody } from './nobody';

/** Endings that only an office has; a place, a school or a company may stand in brackets for other reasons. */
const office =
  /(?:[局委办厅部院会府行关署团联社队科股室庭]|中心|办公室|研究室|督查室|街道|[\u4e00-\u9fff]{2}[镇乡]|各[^、，]{0,8}(?:部门|单位)|[\u4e00-\u9fff]{2}部门)(?:[（(〔][^（()）〔〕]*[）)〕])?$/;
const isPlace = (name: string): boolean =>
  !isCollective(name) && /[省市县区旗州盟镇乡村]$/.test(name) && name.length < 4;

/** The name is all that is printed: 县司法局, and not 县司法局共管. */
export const isWhole = ({ certainty }: Draft): boolean => certainty > sure.odd;

/** A list of organs and nothing else: 规划局、交建局. Whether it divides work, the document decides. `cut`: names may be the beginning of something longer. */
export function readBareList(
  stretch: Stretch,
  whole: { start: number; end: number },
  grammar: Grammar,
  cut = false,
): Piece | null {
  const length = stretch.end - stretch.start;
  if (length > 300 || length < 2) return null;
  const builder = new PieceBuilder('bracket', grammar);
  builder.addList(stretch, { role: 'responsible', certainty: sure.bare });
  const { drafts, unread } = builder;
  if (!drafts.length || unread.length) return null;
  const organs = drafts.every(
    (d) =>
      isOrgan(d.name) &&
      !/[的由]|设在|担任/.test(d.name) &&
      (cut || isWhole(d)) &&
      !/[：:]/.test(d.name) &&
      !nobody.test(d.name) &&
      !isPlace(d.name),
  );
  return organs && drafts.some((d) => office.test(d.name)) ? builder.finish(whole) : null;
}
