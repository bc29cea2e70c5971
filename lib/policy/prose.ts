import { unitsAtHead } from '../names/at-head';
import { type ListedUnit, readUnits } from '../names/coordination';
import { isCollective } from '../names/organ';
import { nextSign, Sign } from '../text/chars';
import type { Strand } from '../text/strand';
import { clauseHeads } from './clause-heads';
import { isAnybody, isBody, isDoer, isInstitution, isNamed, isOffice } from './doers';
import type { Draft } from './drafts';
import { unitsInPairs } from './pairs';
import { covers, titleRanges } from './title-ranges';
import type { Role } from './types';

/** A way of telling a duty in a sentence: the doers stand in the first group, the word of duty in the second. */
interface Telling {
  readonly pattern: RegExp;
  /** How sure such a sentence is. */
  readonly certainty: number;
}

/** 由X牵头…, 由X负责…, 由X会同Y…: the preposition names the doer. */
const by: Telling = {
  pattern:
    /由([^，。；：由]{2,70}?)(?:分别|各自|具体|共同|统一|直接|主要|分工)?(牵头|负责|会同|组织实施|承担|具体实施|实施(?!的))/g,
  certainty: 0.75,
};
/** A clause that begins with its doers: 县教育局牵头…, 水利所和各村（社区）负责具体实施, 甲局会同乙局…. */
const clause: Telling = {
  pattern:
    /(?:^|[。；，]|(?<=负责|牵头)、)([^，。；：“”《》由]{2,60}?)(牵头|(?:分别|具体|共同)负责|(?:作为|[为是])[^，。；]{0,16}?(?:责任|实施|建设|管理|工作)主体(?=[，。；]|$)|负责(?=[\u4e00-\u9fff，。；、]|$)|各[负司]其[责职]|会同|配合(?=[，。；]|$|做好|开展|落实)|共同(?=推进|落实|做好|开展|实施))/g,
  certainty: 0.65,
};
/** How sure a reading by 请 or 责成 is. */
const outspoken = 0.6;
/** How sure a reading by 要 or 应 is; below what decides a document's class. */
const faint = 0.5;
/** A clause that says what its doers have to do: 县林业局要加强巡查, 各乡镇应当落实责任. Weak: half of such sentences exhort. */
const told: Telling = {
  pattern:
    /(?:^|[。；，])([^，。；：“”《》由]{2,60}?)(要(?![求素点急是约么]|领(?![办题衔]))|应当?(?![急对用收聘])|必须|须(?!知)|需要?(?![求]))/g,
  certainty: faint,
};
/** The word of duty behind doers that say their role. */
const roleBehind =
  /^(?:具体|分别|共同|积极|主动|要|负责|(?:密切|全力|切实)(?=[配协][^，。；]{2}[^，。；]))*(牵头|主抓|会同|商(?=[省市县区])|指导|配合|协助|协同|参与|参加|予以协助)/;
/** An office does whatever stands behind its name; of a school or a centre a word of duty must say so. */
const office = /(?:[局委办厅署部]|政府|街道|办事处|管委会|[镇乡])$/;
/** Words with which a duty begins, behind a unit whose name says neither level nor place. */
const dutyBehind =
  /^(?:具体|统一|分别|共同|主要)*(?:落实|负责|做好|配合|指导|协助|保障|组织|实施|承担|推进|提供|加强|开展|统筹|牵头|主抓)/;
/** 柳庄乡 of 会同柳庄乡编制方案: behind such a word a town needs no stop behind it. */
const placeAhead = /^[\u4e00-\u9fff]{1,4}?(?:[镇乡]|街道)(?![村镇长级域政企贤土办])/;
const none: readonly Draft[] = [];
const notDuty = /^(?:解释|人(?!员)|制(?![定订作])|的|单位|部门|医院|揭榜|企业|监管|任)/;

const roles: Readonly<Record<string, Role>> = {
  牵头: 'lead',
  主抓: 'lead',
  指导: 'participant',
  配合: 'participant',
  协助: 'participant',
  协同: 'participant',
  参与: 'participant',
  参加: 'participant',
  予以协助: 'participant',
};
/** A date behind 要: who is asked something by a day is asked, not exhorted. */
const dated = /^(?:在|于|确保|务必)?[^，。；]{0,8}\d{1,2}月/;
/** What may stand between 要 and the word that says the role. */
const saidAfter = /^(?:积极|主动|负责)?(牵头|会同|联合|配合(?=做好|开展|落实|[，。；]))/;

/** Words behind which stands to whom a thing falls. */
const fallsTo =
  /责任在(?=[省市县区镇乡各])|责任落[到在](?=[省市县区镇乡各])|[事作](?:情)?归(?=[省市县区镇乡各])|归属|划归|统一?归口(?:到|由)?|(?:责任|监管|实施|执法|管理|考核|建设|项目|落实)主体(?:[为是：:]|确定为|明确为)|责任(?:落实|压实|明确|分解)到/g;
/** A group with its members, and a word of duty. */
const groups =
  /(?:^|[，。；：])[\u4e00-\u9fff]{1,8}(?:组|专班)（([^（）]{3,80})）(?=负责|做好|牵头|承担|组织|开展|落实|协调|推进|完成|提供|保障|抓好|统筹)/g;
const endsThere = /^(?:$|[，。；、：（)）管负身])/;

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
      if (!this.take(doers, role, certainty, dated.test(text.slice(at, at + 20)))) continue;
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
      const behind = text.slice(ahead.end, ahead.end + 12);
      const known = this.beside
        ? office.test(ahead.units.at(-1)!.name) || dutyBehind.test(behind)
        : isNamed(ahead.units[0]!.name) ||
          (this.all && isOffice(ahead.units[0]!.name)) ||
          (this.decided && isInstitution(ahead.units[0]!.name)) ||
          (asked && dutyBehind.test(behind));
      if ((certainty === faint || asked) && !known) continue;
      const said = roleBehind.exec(behind);
      if (!this.take(ahead, roles[said?.[1] ?? ''] ?? 'responsible', certainty)) continue;
      if (said && /[同商]$/.test(said[1]!)) this.takeAhead(ahead.end + said[0].length, certainty);
    }
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
    const known = byFirst ? units.slice(0, 1) : units;
    // 政府 of 各乡镇党委、政府 needs no place of its own.
    return (
      known.every(({ name }) => isDoer(name) || isOffice(name) || (this.decided && isInstitution(name))) &&
      units.every(({ name }, k) => isBody(name) || (k > 0 && name === '政府'))
    );
  }

  private take({ start, end }: Range, role: Role, certainty: number, meant = false): boolean {
    if (start < this.start || covers(this.shut, start) || covers(this.shut, end - 1)) return false;
    if (this.skip.some((s) => start < s.end && end > s.start)) return false;
    const { units, open } = readUnits(this.strand, start, end);
    if (!units.length || units.length > mostDoers || !this.areDoers(units, this.all || certainty === outspoken))
      return false;
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
  if (gatherer.drafts.length) gatherer.scanPartners();
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
