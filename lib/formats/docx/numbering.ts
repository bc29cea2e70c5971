import { signTable } from '../symbols';
import { child, childrenOf, type XmlElement } from '../xml';
import { countIn } from './counting';
import { fontOf, type Style, toggle } from './styles';

/** One level of a list: how its number counts and how it is printed. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1、", "（%2）", "%1.%2". */
  readonly text: string;
  /** Restart after a number of a level above this one (1-based, 0 = never); undefined = after any level above. */
  readonly restart?: number;
  /** Print all numbers as decimals. */
  readonly legal: boolean;
  readonly suffix: string;
  /** Style whose paragraphs are on this level. */
  readonly style?: string;
  /** The font its sign is set in. */
  readonly font?: string;
}

/** A `w:num`: a use of an abstract list, with its own beginnings and levels. */
interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

/** The lists of a document with their running counters. */
export interface Numbering {
  /**
   * The number Word prints before a paragraph, and counts it. Ask once per paragraph, in document order.
   * @returns text with its gap, '' when the paragraph has no number.
   */
  next(direct: { numId?: string; level?: number } | undefined, style: Style | undefined): string;
  /** A counting system was met that we do not know. */
  readonly approximate: boolean;
  /** A list was named that is not there. */
  readonly dangling: boolean;
}

/**
 * Reads `numbering.xml` and counts as Word does: all uses of one abstract list share its counters; a use with a start of
 * its own begins anew when first met; a number restarts the levels below it (or as `lvlRestart` says); a level above
 * that has not been counted yet is printed, and counts, as its start.
 */
export function readNumbering(
  root: XmlElement | null,
  styleListOf: (styleId: string) => string | undefined,
): Numbering {
  const abstracts = new Map(childrenOf(root, 'abstractNum').map((item) => [item.attributes.abstractNumId ?? '', item]));
  const nums = new Map(childrenOf(root, 'num').map((item) => [item.attributes.numId ?? '', item]));
  const lists = new Map<string, List | null>();
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  let approximate = false;
  let dangling = false;

  const listOf = (numId: string): List | null => {
    let list = lists.get(numId);
    if (list === undefined) {
      list = readList(numId, nums, abstracts, styleListOf);
      lists.set(numId, list);
    }
    return list;
  };

  const printed = (list: List, level: Level, counts: readonly (number | undefined)[]): string =>
    level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const other = list.levels.get(index);
      const value = counts[index] ?? other?.start ?? 1;
      const word = countIn(level.legal ? 'decimal' : (other?.format ?? 'decimal'), value);
      if (word === null) approximate = true;
      return word ?? String(value);
    });

  return {
    get approximate() {
      return approximate;
    },
    get dangling() {
      return dangling;
    },
    next(direct, style) {
      const numId = direct?.numId ?? style?.number?.numId;
      if (numId === undefined || numId === '0') return '';
      const list = listOf(numId);
      if (!list) {
        dangling = true;
        return '';
      }
      const index = direct?.level ?? levelOfStyle(list, style) ?? style?.number?.level ?? 0;
      const level = list.levels.get(index);
      if (!level) return '';
      const counts = counters.get(list.abstract) ?? [];
      counters.set(list.abstract, counts);
      const use = `${numId}/${index}`;
      const start = list.starts.get(index);
      if (start !== undefined && !begun.has(use)) counts[index] = start;
      else counts[index] = counts[index] === undefined ? level.start : counts[index] + 1;
      begun.add(use);
      for (let above = 0; above < index; above++) counts[above] ??= list.levels.get(above)?.start ?? 1;
      restartBelow(list, counts, index);
      if (level.format === 'bullet') return bullet(level);
      return withGap(printed(list, level, counts), level.suffix);
    },
  };
}

function restartBelow(list: List, counts: (number | undefined)[], index: number): void {
  for (let below = index + 1; below < 9; below++) {
    const restart = list.levels.get(below)?.restart;
    if (restart === undefined || (restart > 0 && index < restart)) counts[below] = undefined;
  }
}

function levelOfStyle(list: List, style: Style | undefined): number | undefined {
  if (!style) return undefined;
  for (const [index, level] of list.levels) if (level.style === style.id) return index;
  return undefined;
}

function readList(
  numId: string,
  nums: ReadonlyMap<string, XmlElement>,
  abstracts: ReadonlyMap<string, XmlElement>,
  styleListOf: (styleId: string) => string | undefined,
): List | null {
  const num = nums.get(numId);
  let id = child(num, 'abstractNumId')?.attributes.val;
  let abstract = id === undefined ? undefined : abstracts.get(id);
  // A list may borrow its levels from a list style, which points at another list.
  const link = child(abstract, 'numStyleLink')?.attributes.val;
  if (link !== undefined) {
    const target = nums.get(styleListOf(link) ?? '');
    const targetId = child(target, 'abstractNumId')?.attributes.val;
    if (targetId !== undefined && abstracts.has(targetId)) {
      id = targetId;
      abstract = abstracts.get(targetId);
    }
  }
  if (!num || !abstract || id === undefined) return null;
  const levels = new Map<number, Level>();
  for (const item of childrenOf(abstract, 'lvl')) levels.set(Number(item.attributes.ilvl), readLevel(item));
  const starts = new Map<number, number>();
  for (const override of childrenOf(num, 'lvlOverride')) {
    const index = Number(override.attributes.ilvl);
    const own = child(override, 'lvl');
    if (own) levels.set(index, readLevel(own));
    const start = Number.parseInt(child(override, 'startOverride')?.attributes.val ?? '', 10);
    if (!Number.isNaN(start)) starts.set(index, start);
  }
  return { abstract: id, levels, starts };
}

function readLevel(item: XmlElement): Level {
  const number = (name: string) => {
    const value = Number.parseInt(child(item, name)?.attributes.val ?? '', 10);
    return Number.isNaN(value) ? undefined : value;
  };
  // Newer systems stand inside mc:AlternateContent, with a plain one to fall back on.
  const alternate = child(item, 'AlternateContent');
  const newer = child(child(alternate, 'Choice'), 'numFmt');
  const format = child(item, 'numFmt') ?? child(child(alternate, 'Fallback'), 'numFmt');
  const padded = /^0+1(?=,|$)/.exec((newer ?? format)?.attributes.format ?? '')?.[0];
  return {
    start: number('start') ?? 0,
    format: padded ?? format?.attributes.val ?? 'decimal',
    text: child(item, 'lvlText')?.attributes.val ?? '',
    restart: number('lvlRestart'),
    legal: toggle(item, 'isLgl') ?? false,
    suffix: child(item, 'suff')?.attributes.val ?? 'tab',
    style: child(item, 'pStyle')?.attributes.val,
    font: fontOf(child(item, 'rPr')),
  };
}

/** Bullets mostly come from fonts of signs, whose letters mean nothing outside; Courier New has an o for a ring. */
function bullet({ text, font }: Level): string {
  if (/^[\ue000-\uf8ff]?$/.test(text) || signTable(font)) return '• ';
  return text === 'o' ? '◦ ' : `${text} `;
}

/** The gap is a tab or a space; after full-width punctuation (一、 （一）) printing shows none worth a character. */
function withGap(text: string, suffix: string): string {
  if (text === '' || suffix === 'nothing' || /[、．。，：）】〕﹒]$/.test(text)) return text;
  return `${text} `;
}
