import { type ListedUnit, readUnits } from '../names/coordination';
import { isCollective, isOrgan } from '../names/organ';
import type { Strand } from '../text/strand';

/** Fewest pairs that are a list, and the most that are looked at. */
const fewest = 3;
const most = 60;
/** Longest matter and longest list of units of a pair. */
const longest = 60;
/** A matter, a sign, and units: 枫河干流——县水利局. */
const pair = /^([^，。；：]{2,24}?)(?:—{1,2}|－{1,2}|-{1,2}|→|＝|：|:)([\u4e00-\u9fff、（）]{2,60})$/;
/** A matter that asks for no work: who may be rung, or where. */
const none = /电话|联系|地址|邮箱|领导|组长|书记|来源|参加|出席|主持/;

/**
 * Matters and the units they fall to, several in one paragraph (枫河干流——县水利局；柏叶河——县住建局；石桥港——县交通局). Each part between two
 * stops must be such a pair, three at least behind each other. Cost: linear.
 *
 * @param start where the paragraph's own words begin
 * @returns a list of units for each pair
 */
export function unitsInPairs(strand: Strand, start: number): ListedUnit[][] {
  const { text } = strand;
  let run: ListedUnit[][] = [];
  const out: ListedUnit[][] = [];
  const close = (): void => {
    if (run.length >= fewest) out.push(...run);
    run = [];
  };
  for (let at = start, n = 0; at < text.length && n < most; n++) {
    const stop = text.slice(at).search(/[；;。]/);
    const end = stop < 0 ? text.length : at + stop;
    const units = unitsOf(strand, at, end);
    if (units) run.push(units);
    else close();
    at = end + 1;
  }
  close();
  return out;
}

/** The units of one pair; null where it is none. */
function unitsOf(strand: Strand, from: number, to: number): ListedUnit[] | null {
  const m = to - from <= longest + 26 ? pair.exec(strand.text.slice(from, to)) : null;
  if (!m || none.test(m[1]!)) return null;
  const { units } = readUnits(strand, to - m[2]!.length, to);
  const known = units.every(({ name }) => (isOrgan(name) || isCollective(name)) && name.length <= 24);
  return units.length > 0 && known ? [...units] : null;
}
