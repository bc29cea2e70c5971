import { countIn } from '../docx/counting';
import { signTable } from '../symbols';
import { child, childrenOf, type XmlElement } from '../xml';

/** Number formats of OpenDocument that are no single letter, as Word calls them. */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '一, 二, 三, ...': 'chineseCounting',
  '一, 二, 三': 'chineseCounting',
  '壹, 贰, 叁, ...': 'chineseLegalSimplified',
  '壹, 貳, 參, ...': 'ideographLegalTraditional',
  '①, ②, ③, ...': 'decimalEnclosedCircle',
  '１, ２, ３, ...': 'decimalFullWidth',
  '甲, 乙, 丙, ...': 'ideographTraditional',
  '子, 丑, 寅, ...': 'ideographZodiac',
};

interface Level {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels are printed. */
  readonly shown: number;
  readonly bullet: string | null;
}

/** The numbers of one list as it runs on, a level each. */
type Counters = (number | undefined)[];

/** The lists of a text: asked for each item in the order of the document. */
export class Lists {
  private readonly styles = new Map<string, Map<number, Level>>();
  private readonly byId = new Map<string, Counters>();
  private readonly lastOf = new Map<string, Counters>();
  private readonly outline: Counters = [];
  /** A format was met that we do not know. */
  approximate = false;

  /** @param styles elements in which list styles stand */
  constructor(styles: readonly XmlElement[]) {
    for (const style of styles) {
      const levels = new Map<number, Level>();
      for (const level of childrenOf(style)) {
        const { attributes } = level;
        if (!/^(?:list-level-style-(?:number|bullet)|outline-level-style)$/.test(level.name)) continue;
        levels.set(Number(attributes.level ?? 1), levelOf(level));
      }
      this.styles.set(style.name === 'outline-style' ? '' : (style.attributes.name ?? ''), levels);
    }
  }

  /** The counters of a list that stands in no other: those of the list that it goes on. */
  open(list: XmlElement): Counters {
    const { id, 'style-name': style = '', 'continue-list': goesOn, 'continue-numbering': again } = list.attributes;
    const before = goesOn ? this.byId.get(goesOn) : again === 'true' ? this.lastOf.get(style) : undefined;
    const counters = before ?? [];
    if (id) this.byId.set(id, counters);
    this.lastOf.set(style, counters);
    return counters;
  }

  /** What stands before an item, which it counts. @param level from 1; @param start where the item says so */
  item(style: string, counters: Counters, level: number, start: number | null): string {
    const own = this.styles.get(style)?.get(level);
    counters[level] = start ?? (counters[level] === undefined ? (own?.start ?? 1) : counters[level] + 1);
    counters.length = level + 1;
    return own ? this.printed(style, own, counters, level) : '';
  }

  /** The number of a heading that stands in no list. */
  heading(level: number): string {
    return this.styles.get('')?.get(level)?.format ? this.item('', this.outline, level, null) : '';
  }

  private printed(style: string, own: Level, counters: Counters, level: number): string {
    if (own.bullet !== null) return own.bullet === '' ? '' : `${own.bullet} `;
    const numbers: string[] = [];
    for (let at = Math.max(1, level - own.shown + 1); at <= level; at++) {
      const above = this.styles.get(style)?.get(at);
      const number = this.count(above?.format ?? own.format, counters[at] ?? above?.start ?? 1);
      if (number !== '') numbers.push(number);
    }
    const text = own.format === '' ? '' : numbers.join('.');
    return `${own.prefix}${text}${own.suffix}`;
  }

  private count(format: string, value: number): string {
    if (format === '') return '';
    const written = countIn(FORMATS[format] ?? '', value);
    if (written === null) this.approximate = true;
    return written ?? String(value);
  }
}

function levelOf(level: XmlElement): Level {
  const { name, attributes } = level;
  const properties = child(level, 'text-properties')?.attributes;
  const sign = attributes['bullet-char'] ?? '';
  const signs = signTable(properties?.['font-name'] ?? properties?.['font-family']);
  return {
    format: attributes['num-format'] ?? '',
    prefix: attributes['num-prefix'] ?? '',
    suffix: attributes['num-suffix'] ?? '',
    start: Number(attributes['start-value'] ?? 1),
    shown: Number(attributes['display-levels'] ?? 1),
    // Letters of a font of signs are seen as signs.
    bullet: name === 'list-level-style-bullet' ? (/^[\ue000-\uf8ff]$/.test(sign) || signs ? '•' : sign) : null,
  };
}
