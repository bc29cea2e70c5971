import { type HeadUnits, unitsAtHead } from '../names/at-head';
import { type ListedUnit, readUnits } from '../names/coordination';
import { acts } from '../names/lexicon/verbs';
import { isCollective } from '../names/organ';
import { nextSign, Sign } from '../text/chars';
import type { Strand } from '../text/strand';
import { isBusiness, takesUp } from './businesses';
import { clauseHeads } from './clause-heads';
import { isAskedDefinitely } from './definite';
import { isAnybody, isBody, isDoer, isInstitution, isNamed, isOffice, isShort, isTown, mostAreDoers } from './doers';
import type { Draft } from './drafts';
import { unitsInPairs } from './pairs';
import {
  besidePiece,
  by,
  clause,
  dated,
  dutyBehind,
  endsThere,
  faint,
  fallsTo,
  groups,
  notDuty,
  office,
  outspoken,
  placeAhead,
  roleBehind,
  roles,
  saidAfter,
  type Telling,
  told,
} from './tellings';
import { covers, titleRanges } from './title-ranges';
import type { Role } from './types';

const none: readonly Draft[] = [];
/** So much of a sentence is asked for a day. */
const longestSentence = 90;
/** More do nothing in one clause. */
const mostDoers = 24;

type Range = { readonly start: number; readonly end: number };

/** How prose is read. */
export interface ProseOptions {
  /** Only 由X…: the item's work is divided already. */
  readonly onlyBy: boolean;
  /** Also who 要 or 应 do it. */
  readonly weak: boolean;
  /** Also who does anything at all: for what is told as unread, and in the minutes of a meeting. */
  readonly any?: boolean;
  /** Beside a sentence that says outright who does it: names need no level or place there, but a word of duty behind them. */
  readonly beside?: boolean;
  /** The sentences are decisions of a meeting: what they ask is asked. */
  readonly decided?: boolean;
}

/** The duties of one paragraph while they are being gathered. */
class Gatherer {
  readonly drafts: Draft[] = [];
  private readonly seen = new Set<number>();
  private readonly shut: readonly Range[];

  constructor(
    private readonly strand: Strand,
    private readonly start: number,
    private readonly skip: readonly Range[],
    /** How sure a sentence is that only says what its doers do. */
    private readonly least: number,
    /** Whoever does anything is told. */
    private readonly all: boolean,
    private readonly beside: boolean,
  ) {
    this.shut = titleRanges(strand.text);
  }

  /** Whoever is named has to do it, by the kind of the paper: then a company is one more that does. */
  private get decided(): boolean {
    return this.all && this.least === outspoken;
  }

  /** What is told of everybody is asked by a day or for a report. */
  private isDefinite({ start, end }: Range): boolean {
    return this.all && isAskedDefinitely(this.strand.text, start, end);
  }

  scan({ pattern, certainty: sure }: Telling): void {
    const { text } = this.strand;
    const certainty = Math.max(sure, this.least);
    pattern.lastIndex = 0;
    for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
      const word = m[2]!;
      const at = m.index + m[0].length;
      pattern.lastIndex = Math.max(at - word.length, m.index + 1);
      if (notDuty.test(text.slice(at, at + 40))) continue;
      // The number of the item is no part of the first name.
      const from = m.index + m[0].indexOf(m[1]!);
      const doers = { start: m.index === 0 ? Math.max(from, this.start) : from, end: from + m[1]!.length };
      const said = sure === faint ? saidAfter.exec(text.slice(at, at + 8)) : null;
      const role = roles[said?.[1] ?? word] ?? 'responsible';
      if (
        !this.take(
          doers,
          role,
          certainty,
          dated.test(text.slice(at, at + 20)) || this.isDefinite({ start: doers.start, end: at }),
        )
      )
        continue;
      const partnered = word === '会同' ? at : said && /会同|联合/.test(said[1]!) ? at + said[0].length : -1;
      if (partnered >= 0) this.takeAhead(partnered, certainty);
      pattern.lastIndex = at;
    }
  }

  /**
   * Clauses that begin with their doers, whatever the verb: 县财政局统筹资金, 请县应急局商县发改局补充物资. `asked` takes only those
   * whom 请 or 责成 names.
   */
  scanHeads(asked: boolean): void {
    const { text } = this.strand;
    const certainty = asked ? outspoken : this.least;
    for (const ahead of clauseHeads(this.strand, this.start, asked)) {
      const known = this.isKnown(ahead, asked);
      if (!known && (certainty === faint || asked || isBusiness(ahead.units[0]!.name))) continue;
      const said = roleBehind.exec(text.slice(ahead.end, ahead.end + 12));
      if (!this.take(ahead, this.roleOf(ahead, said?.[1] ?? ''), certainty, this.isDefinite(ahead))) continue;
      if (said && /(?:会同|商|联合)$/.test(said[1]!)) this.takeAhead(ahead.end + said[0].length, certainty);
    }
  }

  /** The name, or what stands behind it, says that the units with which a clause begins do it. */
  private isKnown({ units, end }: HeadUnits, asked: boolean): boolean {
    const behind = this.strand.text.slice(end, end + 12);
    const [{ name }] = units as [ListedUnit];
    if (this.beside) return office.test(units.at(-1)!.name) || dutyBehind.test(behind);
    return (
      isNamed(name) ||
      (this.all && isOffice(name)) ||
      (this.decided && isInstitution(name) && (takesUp.test(behind) || acts(behind))) ||
      (this.decided && (isTown(name) || (units.length > 1 && isShort(name))) && acts(behind)) ||
      (asked && (dutyBehind.test(behind) || (this.decided && isBody(name) && name.length > 2)))
    );
  }

  /** 县委编办指导各单位调整清单: who guides, and is alone in its sentence, has that to do. */
  private roleOf({ start }: Range, said: string): Role {
    if (said !== '指导') return roles[said] ?? 'responsible';
    const before = Math.max(this.drafts.at(-1)?.start ?? 0, start - longestSentence);
    return this.strand.text.slice(before, start).includes('。') || !this.drafts.length ? 'responsible' : 'participant';
  }

  /** 资料组（县委办、县政府办）做好整理: the members of a group that does something. */
  scanGroups(): void {
    for (const m of this.strand.text.matchAll(groups)) {
      const start = m.index + m[0].indexOf('（') + 1;
      this.take({ start, end: start + m[1]!.length }, 'responsible', outspoken);
    }
  }

  /** 通行证核发归属县公安局, 监管主体为县住建局: to whom a thing falls. */
  scanFallsTo(): void {
    for (const m of this.strand.text.matchAll(fallsTo)) {
      const ahead = unitsAtHead(this.strand, m.index + m[0].length);
      if (ahead && endsThere.test(this.strand.text.slice(ahead.end, ahead.end + 2)))
        this.take({ start: ahead.start, end: ahead.end }, 'responsible', by.certainty);
    }
  }

  /** 枫河干流——县水利局；柏叶河——县住建局；…: to whom each of several matters falls. */
  scanPairs(): void {
    for (const units of unitsInPairs(this.strand, this.start))
      this.take({ start: units[0]!.start, end: units.at(-1)!.end }, 'responsible', by.certainty);
  }

  /** The doer was named before: …，会同县民政局公布清单; …，县财政局予以资金保障. */
  scanPartners(): void {
    const { text } = this.strand;
    for (const m of text.matchAll(/[，；]会同/g)) this.takeAhead(m.index + 3, 0.65);
    for (const { end } of this.skip) {
      const beside = besidePiece.exec(text.slice(end, end + 8));
      if (beside) this.takeAhead(end + beside[0].length, 0.65);
    }
    if (text.startsWith('会同', this.start)) this.takeAhead(this.start + 2, 0.65);
    for (const m of text.matchAll(
      /[，；]([^，。；：“”《》由]{2,40}?)(?:予以|给予|提供)[^，。；]{0,10}(?:保障|支持|配合|协助)/g,
    ))
      this.take({ start: m.index + 1, end: m.index + 1 + m[1]!.length }, 'participant', 0.6);
  }

  /** 由甲局牵头，乙局、丙局等单位组成专班: of whom the group consists. */
  scanMembers(): void {
    const of =
      /[，；]((?:[^，。；：“”《》由]{2,400}?等(?:单位|部门)?，)?[^，。；：“”《》由]{2,400}?)(?:共同|联合)?组成(?=$|[，。；]|(?!代表|的)[\u4e00-\u9fff]{0,8}(?:组|专班|指挥部|队伍|小队|分队|委员会|班子|团队))/g;
    for (const m of this.strand.text.matchAll(of)) this.takeKnown(m.index + 1, m.index + 1 + m[1]!.length);
  }

  /** Of a list of members those whose names are organs', where they are most: 有关行业 among them names nobody. */
  private takeKnown(start: number, end: number): void {
    const { units } = readUnits(this.strand, start, end);
    const known = units.filter(({ name }) => isBody(name) && !isAnybody(name));
    if (known.length < 2 || known.length * 2 < units.length) return;
    if (covers(this.shut, start) || this.skip.some((s) => start < s.end && end > s.start)) return;
    this.put(known, 'participant', 0.7, false);
  }

  /** The units that stand at `at` take part. */
  private takeAhead(at: number, certainty: number): void {
    const ahead = unitsAtHead(this.strand, at);
    const town = ahead ? null : placeAhead.exec(this.strand.text.slice(at, at + 8));
    const end = ahead?.end ?? at + (town?.[0].length ?? 0);
    if (end > at) this.take({ start: ahead?.start ?? at, end }, 'participant', certainty);
  }

  /** Behind a first that is surely an organ others need not begin like one: 市委宣传部、湖畔日报社. */
  private areDoers(units: readonly { name: string }[], byFirst: boolean): boolean {
    const isOne = ({ name }: { name: string }): boolean =>
      isDoer(name) || isOffice(name) || (this.decided && (isInstitution(name) || isTown(name)));
    // 东站、机场管理公司: where whoever is named does it, one that is known will do.
    const known = this.decided ? units.some(isOne) : (byFirst ? units.slice(0, 1) : units).every(isOne);
    // 政府 of 各乡镇党委、政府 needs no place of its own.
    return (
      known &&
      units.every(
        (unit, k) => isOne(unit) || isShort(unit.name) || (k > 0 && (isBody(unit.name) || unit.name === '政府')),
      )
    );
  }

  private take({ start, end }: Range, role: Role, certainty: number, meant = false): boolean {
    if (start < this.start || covers(this.shut, start) || covers(this.shut, end - 1)) return false;
    if (this.skip.some((s) => start < s.end && end > s.start)) return false;
    const { units, open } = readUnits(this.strand, start, end);
    if (!units.length || units.length > mostDoers) return false;
    const known = this.areDoers(units, this.all || certainty === outspoken);
    if (!known && !(certainty > faint && mostAreDoers(units))) return false;
    // 各部门要高度重视 exhorts everybody and names nobody; where all is told even 各街道 is.
    const everybody = this.all ? isAnybody : isCollective;
    if (certainty <= this.least && !meant && units.every((u) => everybody(u.name))) return false;
    this.put(units, role, certainty, open);
    return true;
  }

  private put(units: readonly ListedUnit[], role: Role, certainty: number, open: boolean): void {
    for (const unit of units) {
      if (this.seen.has(unit.start)) continue;
      this.seen.add(unit.start);
      const sure = isCollective(unit.name) ? certainty - 0.1 : certainty;
      const list = this.drafts.length;
      this.drafts.push({ ...unit, role, form: 'prose', open, list, organ: true, certainty: sure });
    }
  }
}

/**
 * Duties told in running sentences. Read with restraint: every name must be an organ, 由X负责解释 and legal terms are none,
 * and the certainty is low. The body begins at `start`; `skip` are stretches already read. Cost: linear.
 */
export function readProse(
  strand: Strand,
  start: number,
  skip: readonly Range[],
  { onlyBy, weak, any, beside, decided }: ProseOptions,
): readonly Draft[] {
  const said = weak ? Sign.speaks | Sign.asks : Sign.speaks;
  const grouped = /[组班]（|组成/.test(strand.text);
  const paired = /[；;]/.test(strand.text) && /[—－→＝：:-][\u4e00-\u9fff]/.test(strand.text);
  if (!any && !grouped && !paired && ((strand.signs & said) === 0 || !speaks(strand.text, start, skip, said)))
    return none;
  const gatherer = new Gatherer(strand, start, skip, decided ? outspoken : faint, any === true, beside === true);
  gatherer.scan(by);
  gatherer.scanFallsTo();
  gatherer.scanGroups();
  if (paired) gatherer.scanPairs();
  if (gatherer.drafts.length || skip.length || strand.text.startsWith('会同', start)) gatherer.scanPartners();
  if (!onlyBy) gatherer.scan(clause);
  if (weak) gatherer.scan(told);
  if (weak) gatherer.scanHeads(true);
  if (any) gatherer.scanHeads(false);
  // 请甲局牵头，会同乙局…: who leads was found by then.
  if (gatherer.drafts.length) gatherer.scanPartners();
  if ((gatherer.drafts.length || skip.length) && strand.text.includes('组成')) gatherer.scanMembers();
  return gatherer.drafts;
}

const words = /主体|归属|划归|归口|责任|牵头|负责|会同|配合|组织实施|具体实施|承担|共同|责成|委托|[要应须需请由]/g;

/** A word of duty stands in the body, outside what was read already. */
function speaks(text: string, start: number, skip: readonly Range[], said: number): boolean {
  const first = nextSign(text, start, said);
  if (first < 0) return false;
  // 实施 in 组织实施 stands behind two characters more.
  words.lastIndex = Math.max(start, first - 3);
  for (let m = words.exec(text); m; m = words.exec(text)) {
    const at = m.index;
    if (!skip.some((s) => at >= s.start && at < s.end)) return true;
  }
  return false;
}
