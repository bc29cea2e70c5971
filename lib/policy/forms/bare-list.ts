import { isCollective, isOrgan, isSentence } from '../../names/organ';
import type { Stretch } from '../../text/strand';
import { PieceBuilder, sure } from '../builder';
import type { Draft, Piece } from '../drafts';
import type { Grammar } from '../grammar';
import { surname } from '../members';
import { nobody } from './nobody';

/** Endings that only an office has; a place, a school or a company may stand in brackets for other reasons. */
const office =
  /(?:[局委办厅部院会府行关署团联社队科股室庭处]|中心|[总支]支部|年级组|教研组|办公室|研究室|督查室|街道|[\u4e00-\u9fff]{2}[镇乡]|各[^、，]{0,8}(?:部门|单位|小组|村|镇|乡|社区|站|所|学校|医院|企业|公司|园区)|[\u4e00-\u9fff]{2}部门)(?:[（(〔][^（()）〔〕]*[）)〕])?$/;
const isPlace = (name: string): boolean =>
  !isCollective(name) && /[省市县区旗州盟镇乡村]$/.test(name) && name.length < 4;

/** A longer name in which a verb stands is a sentence that ends like one: 各街道负责做好矛盾调处. */
const longestPlain = 10;

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
      !/[的由]|请(?!愿|示)|情况.|设在|担任|会同|推动|打造/.test(d.name) &&
      (cut || isWhole(d)) &&
      !/[：:]/.test(d.name) &&
      !(d.name.length > longestPlain && isSentence(d.name)) &&
      !nobody.test(d.name),
  );
  // 宋桥镇 beside an office is its government; alone it may be where something is.
  return organs && drafts.some((d) => office.test(d.name) && !isPlace(d.name)) ? builder.finish(whole) : null;
}

/**
 * A list in which a class or a short word that nobody knows stands beside organs: 德育处、各班主任, 总务处、食堂. It speaks for no way of
 * dividing work; it counts where lists of organs do.
 */
export function readLooseList(stretch: Stretch, whole: { start: number; end: number }, grammar: Grammar): Piece | null {
  const said = stretch.strand.text.slice(stretch.start, stretch.end);
  if (said.length > longestLoose || /[：:]|依次|分别/.test(said)) return null;
  const builder = new PieceBuilder('bracket', grammar);
  builder.addList(stretch, { role: 'responsible', certainty: sure.bare });
  const { unread } = builder;
  const drafts = builder.drafts.filter(({ name }) => !isPerson(name));
  const known = drafts.filter(({ name }) => (isOrgan(name) || isCollective(name)) && !isVillage(name));
  if (unread.length || !drafts.length || !known.length || known.length * 3 < drafts.length || !drafts.every(couldBe))
    return null;
  builder.drafts = drafts.map((d) => (known.includes(d) ? d : { ...d, certainty: sure.odd }));
  return builder.finish(whole);
}

const longestLoose = 60;
/** 县教育局、张明: who stands in the list by name has no duty of a unit. */
const isPerson = (name: string): boolean => name.length < 4 && surname.test(name) && !isOrgan(name);
const couldBe = ({ name }: Draft): boolean =>
  /^[\u4e00-\u9fff（）]{2,12}$/.test(name) &&
  !/[的由]|设在|担任|会同|推动|打造/.test(name) &&
  !nobody.test(name) &&
  !isSentence(name) &&
  (!isPlace(name) || isVillage(name));

/** 水利站、河东村: a village or a community among the offices of a town has its duty as they have. */
const isVillage = (name: string): boolean => /^[\u4e00-\u9fff]{1,5}(?:村|社区)$/.test(name);

/**
 * Towns alone (马庄镇、柳河镇): where other points close with offices it is whom the work falls to, and by itself it may be where. Villages, which
 * are so more often, are told and no more.
 */
export function readPlaces(
  stretch: Stretch,
  whole: { start: number; end: number },
  grammar: Grammar,
): { readonly piece: Piece; readonly towns: boolean } | null {
  const length = stretch.end - stretch.start;
  if (length < 3 || length > longestLoose) return null;
  const builder = new PieceBuilder('bracket', grammar);
  builder.addList(stretch, { role: 'responsible', certainty: sure.bare });
  const { drafts, unread } = builder;
  if (!drafts.length || unread.length || !drafts.every(({ name }) => place.test(name))) return null;
  return { piece: builder.finish(whole), towns: drafts.every(({ name }) => !isVillage(name)) };
}
/** A town, a street or a village by its name alone, as it stands in a bracket. */
const place = /^[\u4e00-\u9fff]{2,5}(?:[镇乡村]|社区|街道)$/;

/** Every name is an organ's and some are more than a place's, or roles are said: such lists alone say that a document divides its work by lists. */
export const isStrict = ({ drafts }: Piece): boolean =>
  (drafts.every((d) => isOrgan(d.name)) && drafts.some((d) => !isPlace(d.name))) ||
  drafts.some((d) => d.role !== 'responsible');
