import { codes, opensAt } from '../text/chars';
import type { Strand } from '../text/strand';
import { type ListedUnit, readUnits } from './coordination';
import { acts } from './lexicon/verbs';
import { after, doing, nameLength } from './name-length';

/** The units a stretch of text begins with, where nothing but the names themselves says where they end. */
export interface HeadUnits {
  readonly units: readonly ListedUnit[];
  /** They end in 等. */
  readonly open: boolean;
  /** Where the first begins, behind 由 or 以. */
  readonly start: number;
  /** Behind the last, behind 等部门. */
  readonly end: number;
}

/** Most names in a row. */
const mostNames = 24;

/** 镇 of 各街道、镇: the rank alone names a class behind another. */
const rankLength = (ahead: string): number => (/^[镇乡村县区市州旗]/.test(ahead) && after.test(ahead.slice(1)) ? 1 : 0);

/** 双河镇 behind 城关镇、: beside a town another needs no stop behind it. */
const townLength = (text: string, at: number): number =>
  /[镇乡][、和与及]$/.test(text.slice(Math.max(0, at - 2), at))
    ? (/^[\u4e00-\u9fff]{1,3}?[镇乡](?![村镇长级域政企贤土])/.exec(text.slice(at, at + 6))?.[0].length ?? 0)
    : 0;

/** 幸福里社区, 大柳树村 behind another name, where nothing more is printed. */
const villageLength = (ahead: string): number =>
  /^[\u4e00-\u9fff]{1,6}?(?:社区|村)(?=$|[、，；：＋+])/.exec(ahead)?.[0].length ?? 0;

/** Length of a name behind others at `at`: a town that does something ends there (官道镇各打造1个示范基地). */
function nextLength(text: string, at: number, ahead: string): number {
  const town = townLength(text, at);
  return town && acts(ahead.slice(town))
    ? town
    : nameLength(ahead) || rankLength(ahead) || town || villageLength(ahead);
}

const joiner = /^(?:[、＋+&＆/／·]|以及|和|及(?!时)|与|，(?=各|[^，。；：、]{2,16}[：:]))/;
const openEnd = /^等(?:有关|相关|职能|责任|成员|主管)*(?:部门和单位|部门|单位|机构|地区)?/;
/** A member that waits for the ending of the last: 粮食、商务、供销部门. */
const waits = /^(?:[\u4e00-\u9fff]{2,8}?|[\u4e00-\u9fff]{1,4}?)(?=[、和与及])/;
const leads = codes('由以');
/** What only a mark tells to be a name, behind others. */
const unknownName = /^[\u4e00-\u9fff]{2,12}(?=[：:])/;
/** 学 of 县第一中学：, 桐岭调查队 of 国家统计局桐岭调查队：: the mark says that the name goes on to it. */
const restOfName = /^[\u4e00-\u9fff]{0,7}[局委办厅署部会院校学所站队社馆园厂场团组室处科司心](?=[：:])/;
const restLength = (ahead: string): number => (after.test(ahead) ? 0 : (restOfName.exec(ahead)?.[0].length ?? 0));
const waitingLength = (ahead: string): number => (doing.test(ahead) ? 0 : (waits.exec(ahead)?.[0].length ?? 0));
/** A remark in front of the names: [接上页]. */
const note = /^[[［【〔（(][^\]］】〕）)]{1,8}[\]］】〕）)]/;

/**
 * The units that stand at `from`: names in a row, joined by 、 or 和, perhaps behind 由. Null where there are none.
 * Cost: constant; looks at most 24 names of 26 characters ahead.
 */
export function unitsAtHead(strand: Strand, from: number): HeadUnits | null {
  const { text } = strand;
  const start = namesFrom(text, from);
  let at = start;
  let end = -1;
  let open = false;
  for (let n = 0; n < mostNames; n++) {
    const ahead = text.slice(at, at + 40);
    const length = n > 0 ? nextLength(text, at, ahead) : nameLength(ahead);
    const step = length || waitingLength(ahead);
    if (!step) break;
    at += step;
    if (length) {
      const etc = openEnd.exec(text.slice(at, at + 12))?.[0].length ?? 0;
      open ||= etc > 0;
      at += etc;
      end = at;
    }
    const join = joiner.exec(text.slice(at, at + 20));
    if (!join) break;
    at += join[0].length;
  }
  if (end < 0) return null;
  // A name that nothing but its mark ends: 各乡镇（街道）、园区：.
  if (!open && at > end) end = at + (unknownName.exec(text.slice(at, at + 14))?.[0].length ?? end - at);
  if (!open) end += restLength(text.slice(end, end + 10));
  const { units } = readUnits(strand, start, end);
  return units.length ? { units, open, start, end } : null;
}

/** Behind the remark in front of the names, and behind 由. */
function namesFrom(text: string, from: number): number {
  const first = from + (opensAt(text, from) ? (note.exec(text.slice(from, from + 12))?.[0].length ?? 0) : 0);
  // 以上事项请各责任单位…: 以 leads to no name there.
  return leads.has(text.charCodeAt(first)) &&
    !/^以[上下]/.test(text.slice(first, first + 2)) &&
    nameLength(text.slice(first + 1, first + 40))
    ? first + 1
    : first;
}
