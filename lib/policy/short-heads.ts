import { isOrganName } from '../names/organ';
import type { Strand } from '../text/strand';
import { PieceBuilder, sure } from './builder';
import { isOffice } from './doers';
import type { Piece } from './drafts';
import { verb } from './forms/head';
import { genre } from './grammar';
import type { Reading } from './readings';

/** Fewest points of such a list, and fewest of them whose unit is known by its name alone. */
const [fewest, fewestKnown] = [3, 2];
/** A short name that no list holds, as far as its ending: 机电部, 一采区, 营林科, 供水车间. */
const office =
  /^(?!各|一站|教室|城[市区]|[社园景小山校市]区)[\u4e00-\u9fff]{1,5}?(?:部(?![位署门分件队长员])|科(?![技学研教普长员])|室(?![内外长员])|队(?![伍员长])|股(?![份权长])|站(?![式点位长])|组(?![织合成建件长员])|班(?![子级长])|[采工矿林片]区|作业区|管理区|社(?![会区长])|车间|中心(?![城区校镇村组])|公司)/;

/**
 * Units at the head of the other points of a list (2.机电部检修主排水泵 · 5.一采区、二采区清理截洪沟) where every point begins with a unit, two at
 * least by a name that is known by itself and no two with the same: in a list of that kind an office's ending is enough. Null for any other list.
 *
 * @param members the points of one list
 * @returns the division of work of each point whose unit was not known, by its index among the readings; none where all are
 */
export function shortHeads(
  members: readonly number[],
  readings: readonly Reading[],
): ReadonlyMap<number, Piece> | null {
  const known = members.filter((i) => readings[i]!.head);
  if (members.length < fewest || known.length < fewestKnown) return null;
  // Where all are known, named ones are another matter's: these are offices, whatever their verb.
  if (known.length === members.length && !known.every((i) => isShortHead(readings[i]!))) return null;
  const found = new Map<number, Piece>();
  const names = new Set(known.map((i) => readings[i]!.head!.drafts[0]!.name));
  for (const i of members) {
    if (readings[i]!.head) continue;
    const { strand, marker } = readings[i]!.paragraph;
    const piece = readings[i]!.pieces.length ? null : shortHead(strand, marker?.length ?? 0);
    if (!piece) return null;
    found.set(i, piece);
    names.add(piece.drafts[0]!.name);
  }
  return names.size === members.length ? found : null;
}

const isShortHead = ({ head }: Reading): boolean =>
  head!.drafts.every(({ name }) => isOffice(name) || office.exec(name)?.[0] === name);

/** Short names in a row at `from`, and something to do behind them; null where none stand there. */
function shortHead(strand: Strand, from: number): Piece | null {
  const { text } = strand;
  // 村卫生室全面达标 says what becomes of it.
  if (verb.test(text.slice(from, from + 8)) || /(?:达标|建成|竣工|完工|投用)[。；]?$/.test(text)) return null;
  let at = from;
  for (;;) {
    const name = office.exec(text.slice(at, at + 8))?.[0];
    if (!name || !isOrganName(name)) return null;
    at += name.length;
    if (text[at] !== '、') break;
    at++;
  }
  if (at >= text.length - 2) return null;
  const builder = new PieceBuilder('prose', genre);
  builder.addList({ strand, start: from, end: at }, { role: 'responsible', certainty: sure.odd });
  return builder.finish({ start: from, end: at });
}
