import { isOrgan } from '../names/organ';
import { closesAt, codes, opensAt, stepAt } from '../text/chars';
import type { Line } from '../text/lines';
import { type Marker, markerOf } from '../text/numbering';
import { Strand } from '../text/strand';
import type { CellPosition, LinearText } from '../text/types';
import { breaksWord, continuesLabel, endsInAsking, partsUnits } from './broken-lines';
import { labelMeaning } from './labels';
import { closesDivision, closesSoon, closesWithUnits, isForgotten, opensLabel, unclosed } from './open-brackets';
import { ownLabel } from './own-label';
import { dateLine, isSigned } from './signed-lines';
import { beginAsUnits, labelledUnits, namesOnly, partedAlike } from './unit-lines';

/** A paragraph as its author wrote it: hard line breaks and page breaks inside sentences joined. */
export interface Paragraph {
  readonly strand: Strand;
  readonly marker: Marker | null;
  readonly heading: boolean;
  readonly align: 'center' | 'right' | null;
  readonly strong: boolean;
  readonly furniture: boolean;
  readonly cell: CellPosition | null;
  /** Index of the block it begins in. */
  readonly block: number;
  /** A blank line or a page break stands before it. */
  readonly apart: boolean;
  /** It begins an item of a list of the page. */
  readonly listed: boolean;
}

/** Joins lines to paragraphs. A generator, so that a caller may stop to breathe. */
export function* paragraphsOf(lines: readonly Line[], origin: LinearText['origin']): Generator<Paragraph> {
  const width = wrapWidth(lines, origin);
  let open: Line[] = [];
  const inline = runInStyles(lines);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const last = open.at(-1);
    if (last && (isSigned(lines, i) || !joins(open, last, line, origin, width, inline))) {
      yield build(open);
      open = [];
    }
    open.push(line);
  }
  if (open.length) yield build(open);
}

function build(lines: readonly Line[]): Paragraph {
  const first = lines[0]!;
  const strand =
    lines.length === 1
      ? first.strand
      : Strand.join(
          lines.map((l) => l.strand),
          partsUnits,
        );
  const printed = first.block.marker && !first.broken ? markerOf(`${first.block.marker.replace(/\s/g, '')}事`) : null;
  const own = lines.length === 1 ? first.marker : (markerOf(strand.text) ?? first.marker);
  return {
    strand,
    // A list marker drawn by the browser counts where no number is printed; it takes no characters.
    marker: own ?? (printed ? { ...printed, length: 0 } : null),
    heading: first.heading,
    align: first.block.align ?? null,
    strong: first.block.strong ?? false,
    furniture: first.block.furniture ?? false,
    cell: first.cell,
    block: first.at,
    apart: first.blank || first.pageBreak,
    listed: first.block.kind === 'item' && !first.broken,
  };
}

/** The width lines were wrapped at, when a good share of them ends there in the middle of a sentence; else 0. */
function wrapWidth(lines: readonly Line[], origin: string): number {
  const tally = new Map<number, number>();
  let broken = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const { strand, cell } = lines[i]!;
    const next = lines[i + 1]!;
    const n = strand.length;
    if (cell || n < 15 || n > 60 || next.blank || next.cell) continue;
    if (endsSentence(strand.text) || next.marker || ownLabel(next.strand.text)) continue;
    // A line of a schedule is a whole one, and so is one that says at its end who does it.
    if (isDated(next.strand) || closesWithUnits(strand.text)) continue;
    // On a page lists of titles have no stops in them; printed lines of sentences do.
    if (origin === 'dom' && !/[，。；、]/.test(strand.text)) continue;
    broken++;
    tally.set(n, (tally.get(n) ?? 0) + 1);
  }
  if (broken < 6) return 0;
  const { best, most } = commonest(tally);
  // Most paragraphs of a page are whole; lines count as wrapped there when many end at one width.
  if (origin === 'dom' && broken * 3 < lines.length && (most < 8 || most * 2 < broken)) return 0;
  return most >= 4 && most * 4 >= broken ? best : 0;
}

/** The width that most lines have, give or take one sign, and how many have it; the wider of two that are even. */
function commonest(tally: ReadonlyMap<number, number>): { best: number; most: number } {
  let best = 0;
  let most = 0;
  for (const n of tally.keys()) {
    const near = (tally.get(n - 1) ?? 0) + (tally.get(n) ?? 0) + (tally.get(n + 1) ?? 0);
    if (near > most || (near === most && n > best)) {
      most = near;
      best = n;
    }
  }
  return { best, most };
}

/**
 * Numbering styles whose items run on after their heading sentence in the same paragraph (（一）推进某事。积极…), as
 * against those that stand alone as headings: a line of the former that breaks off is to be continued.
 */
function runInStyles(lines: readonly Line[]): ReadonlySet<string> {
  const runs = new Map<string, number>();
  for (const { strand, cell, marker } of lines) {
    if (cell || !marker) continue;
    const runsOn = /[。；]./.test(strand.text) || strand.length > 60;
    runs.set(marker.scheme, (runs.get(marker.scheme) ?? 0) + (runsOn ? 1 : -1));
  }
  return new Set([...runs].filter(([, n]) => n > 0).map(([scheme]) => scheme));
}

/** A stop, with at most three closing signs behind it, or a division of work. */
function endsSentence(text: string): boolean {
  for (let at = text.length - 1; at >= 0 && at >= text.length - 4; at--) {
    const c = text.charCodeAt(at);
    if (stops.has(c)) return true;
    if (stepAt(text, at) >= 0 && text[at] !== '"') break;
  }
  return endsInDivision(text);
}
const stops = codes('。！？；：!?;:…');

/** …全覆盖。（责任单位：甲局） ends an item though no full stop does. */
function endsInDivision(text: string): boolean {
  if (!closesAt(text, text.length - 1)) return false;
  let depth = 0;
  for (let i = text.length - 1; i >= 0 && i > text.length - 1500; i--) {
    if (closesAt(text, i)) depth++;
    else if (opensAt(text, i) && --depth === 0) {
      return (
        '。！？；'.includes(text[i - 1] ?? '。') ||
        /(?:单位|部门|机关|处室|主体)[：:]|(?:负责|牵头|配合|落实)$/.test(text.slice(i + 1, -1))
      );
    }
  }
  return false;
}
const opened = codes('（(〔［【');
const continues = codes('、，。；：！？）〕］】》”’,;.!?)]%％');
const standsAlone =
  /^(?:https?:|原文链接|附件|附表|附录|抄送|(?:抄报|分送|发送)[：:]|注[：:]|备注|（此件|\(此件|主题词|【|专栏\d|来源|发布|责任编辑|打印|关闭)/;

/** A sentence, a title, an address or a division of work ends with these lines. */
function endsHere(open: readonly Line[], a: string, next: Line, width: number): boolean {
  const closed = unclosed(open) <= 0;
  if (endsSentence(a) && closed) return true;
  if (/https?:\/\/\S+$/.test(a) || /关于.{2,}的(?:通知|意见|决定)$/.test(a)) return true;
  return closed && (next.blank || !width) && closesDivision(a, next.strand.text);
}

function joins(
  open: readonly Line[],
  last: Line,
  next: Line,
  origin: 'dom' | 'plain',
  width: number,
  inline: ReadonlySet<string>,
): boolean {
  const a = last.strand.text;
  const b = next.strand.text;
  if (standsApart(open[0]!, last, next)) return false;
  if (continues.has(b.charCodeAt(0)) || endsClass(a, b, next) || endsInLabel(a, b, next)) return true;
  // …全覆盖。（⏎责任单位：甲局）: a bracket opened at the end of a full line.
  if (opened.has(a.charCodeAt(a.length - 1)) && !next.blank) return true;
  if (endsHere(open, a, next, width)) return false;
  const { marker } = next;
  if (marker && !(unclosed(open) > 0 && marker.scheme === 'arabic-paren')) return false;
  if (unclosed(open) > 0 && /[，；、：,;:]$/.test(a) && opensLabel(open)) return true;
  if (beginsAnew(a, b, unclosed(open) > 0)) return false;
  if (unclosed(open) <= 0 && !/[，、]$/.test(a) && beginLikeLabels(open[0]!.strand.text, b)) return false;
  // （责任单⏎位：甲局）: a bracket with its label broken over two blocks.
  if (unclosed(open) > 0 && closesSoon(b) && /[（(［[〖【][^（）()]{0,16}$/.test(a)) return true;
  if (origin === 'dom' && next.at !== last.at && !width && !/[，、（《“]$/.test(a))
    return continuesLabel(a, b) || breaksOff(a, b);
  return joinsUnended(open, last, next, origin, width, inline);
}

/** 责任⏎单位：县住建局: a narrow column broke the label; …。完成时限：⏎12月底前: it ends behind it. */
const endsInLabel = (a: string, b: string, { blank, marker }: Line): boolean =>
  (!blank && !marker && endsInAsking(a)) ||
  (/^(?:单位|部门)[：:]/.test(b) && /^(?:牵头|责任|配合|参加|参与|承办|主办|协办)$/.test(a));

/** 各乡镇⏎人民政府: the line ends inside the name of a class. */
const endsClass = (a: string, b: string, next: Line): boolean =>
  !next.blank &&
  /^(?:人民政府|办事处|管委会|管理委员会|政府)(?:$|[、，；。）)])/.test(b) &&
  /(?:各[^、，；。：]{1,14}|街道|[镇乡])$/.test(a.slice(-20));

/** A label, what closes a paper, or units before a colon begin a paragraph; `open`: a bracket is. */
const beginsAnew = (a: string, b: string, open: boolean): boolean =>
  (ownLabel(b) && !(open && breaksWord(a))) ||
  isLabelAlone(b) ||
  standsAlone.test(b) ||
  headsLines(a, b) ||
  beginAsUnits(a, b) ||
  goesOnBelow(a, b) ||
  labelledUnits(b) ||
  partedAlike(a, b);

/** 督导单位, 整改时限: a label and nothing else. */
const isLabelAlone = (line: string): boolean => /(?:单位|部门|时限|期限)$/.test(line) && labelMeaning(line) !== null;

/** 挂帅领导：张三⏎具体承担：县住建局: lines of labels stand apart, known or not. */
const goesOnBelow = (a: string, b: string): boolean =>
  (ownLabel(a) || /^[\u4e00-\u9fff]{2,6}(?:单位|部门)[：:]/.test(a)) && /^[\u4e00-\u9fff]{2,6}[：:]./.test(b);

/** 成员：县委办、县统计局⏎任务：起草汇报稿 · 人民路（北段）：县财政局⏎文化街：县第一中学: a word and a colon begin both. */
const beginLikeLabels = (a: string, b: string): boolean => labelled.test(a) && labelled.test(b);
const labelled = /^[\u4e00-\u9fff]{2,8}(?:（[^（）：:]{1,16}）)?[：:]./;

/** A line that a colon ends begins something new behind a label, and where it names units: 县商务局、县市场监管局：. */
function headsLines(a: string, b: string): boolean {
  if (b.length > 40 || !/[：:]$/.test(b)) return false;
  return ownLabel(a) || isOrgan(b.slice(0, -1).split('、').at(-1)!);
}

/** ★物资储备⏎★堤防巡查: points that one ornament marks, numbered by nothing. */
const beginAlike = (a: string, b: string): boolean => a[0] === b[0] && points.has(b.charCodeAt(0));
const points = codes('★☆◆◇■□●○▲△▼▽►▶▷※◎☞➤♦•·✦✓✔√');

/** 4月10日前　完成报批, 5月底：验收: the date of a schedule's line, set off from what is done by then. */
function isDated(strand: Strand): boolean {
  const date = datedHead.exec(strand.text)?.[0].length ?? 0;
  return date > 0 && (strand.hasGap(date) || '：:'.includes(strand.text[date] ?? ' '));
}
const datedHead =
  /^(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|[底末初]|[上中下]旬)?(?:[-—–~至](?:\d{1,2}月)?(?:\d{1,2}[日号]|[底末初]))?(?:之?前|以前)?/;

/** Cells, headings and items of a list drawn by the browser are paragraphs of their own. */
const standsApart = (first: Line, last: Line, next: Line): boolean =>
  (isDated(first.strand) && isDated(next.strand)) ||
  beginAlike(last.strand.text, next.strand.text) ||
  Boolean(last.cell || next.cell || next.cellBreak || next.heading || last.heading || next.block.marker);

/** Whether a line that no stop ends, and nothing of its own follows, goes on in the next one. */
function joinsUnended(
  open: readonly Line[],
  last: Line,
  next: Line,
  origin: 'dom' | 'plain',
  width: number,
  inline: ReadonlySet<string>,
): boolean {
  const a = last.strand.text;
  const b = next.strand.text;
  if (/[，、]$/.test(a)) return true;
  if (unclosed(open) <= 0 && !hangs.test(a) && namesOnly(b)) return false;
  if (unclosed(open) > 0) return a.length < 400 && !isForgotten(open, a, next);
  const label = ownLabel(open[0]!.strand.text);
  if (label) return continuesLabel(a, b) || (width > 0 && a.length >= width - 2 && b.length < width);
  if (dateLine.test(b) || dateLine.test(a) || next.block.align === 'right' || next.block.align === 'center')
    return false;
  if (/[）)》”]$/.test(a) && a.length < 40) return width > 0 && a.length >= width - 2;
  if (width > 0 && !next.blank && !next.pageBreak) {
    if (a.length >= width - 3) return true;
    // Half-width signs make a full line shorter.
    if (a.length < width * 0.75 || !open[0]!.marker) return false;
  }
  return joinsAsProse(open, a, origin, inline);
}

/** A sentence goes on behind these, whoever stands on the next line. */
const hangs = /[由会同与和及向报请经对在的为让给于]$/;

/** Whether the lines so far are prose that goes on, by what they hold alone: their marker, their stops, their length. */
function joinsAsProse(open: readonly Line[], a: string, origin: 'dom' | 'plain', inline: ReadonlySet<string>): boolean {
  const first = open[0]!.marker;
  const clauses = /[，；。]/.test(Strand.join(open.map((l) => l.strand)).text);
  if (first) {
    if (open.length > 1 || /[。；]/.test(a)) return a.length > 18;
    if (first.scheme === 'han' || first.scheme === 'part') return false;
    return inline.has(first.scheme) && clauses;
  }
  if (origin === 'dom') return false;
  return clauses && a.length >= 18;
}

/** Long prose that stops without a stop, and more prose: the page of the printed original ended inside a sentence. */
const breaksOff = (a: string, b: string): boolean =>
  a.length >= 40 && /[，。；]/.test(a) && /[\u3400-\u9fff，、]$/.test(a) && /[，。；]/.test(b) && !ownLabel(a);
