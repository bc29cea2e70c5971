import { remembered } from '../../names/remembered';
import { numeral, Sign, signsIn } from '../../text/chars';
import { covers, titleRanges } from '../title-ranges';
import { type DateContext, iso, later, monthFrom } from './calendar';
import { isCued } from './cued';
import { figureDates } from './figures';
import { type PointOfTime, pointsIn, type TimeFound } from './points';

const pastBefore = /(?:截至|截止|自|从|早在|已于|以来|始于|经|现行)$/;
const pastAfter =
  /^(?:以来|的(?!确)|到期|届满|期满|起(?!草)|至今|以后|之后|后|第[一二三四五六七八九十\d]+次|、\d|[，,]?(?:全[省市县区]|我[省市县区])?(?:已|累计))/;
/** What happened on a day; before a day (11月30日前印发) it is still to be done. */
const happened = /^(?:开始施行|施行|印发|发布|公布|通过|正式|召开)/;
const stillToDo = /^(?:印发|发布|公布|施行|正式|召开|通过)(?![^，。；,;]{0,12}的)/;
/** 对2016年以前移栽的古树: what is described by its time, not what is due. */
const conditionBefore = /(?:对|凡|凡是|针对|将|把|属于|符合)[^，。；,;：:]{0,8}$/;
const conditionAfter = /^[^，。；,;：:]{1,14}的/;
const anyTime =
  /本月|下月|月[底末]前|[\d一二三四五六七八九十]月|年[底末终前以之内]|季度|半年|[”"五期]末|[印发下实]{1,2}[发施行](?:之日)?|[节旦汛期冬季暖热耕收学假一四庆明午秋”"’]前/;
const nearMonth =
  /(本|下|(?<![\d一二三四五六七八九十个每当同各几整两半按满岁月次翌逐末腊正冬的上])(?=月底前|月末前))月(?:(3[01]|[12]\d|0?[1-9])[日号]|底|末)(?:之前|以前|前)?/g;
const sinceThen =
  /(?:本)?(?:文|方案|通知|意见|文件|办法)?(?:印发|发布|下发|出台|实施)(?:之日起|之日|后|起)(\d{1,3}|[一二两三四五六七八九十]{1,3})个?(月|日|天|年|周)(?:之)?内/g;
/** 每年12月31日前: a day that comes again each year is no deadline but a recurrence. */
const recurs = /每(?:个)?(?:年度?|季度?|月|周)[\d月日底末前、和及与的]{0,20}$/;
const begins = /^(?:开展|完成|组织|举办|召开|启动|进行|对|前|底|实现|形成|出台|制定)/;
const halfDone =
  /^(?:完成|开展|实现|组织|出台|制定|启动|形成|建成|建立|报送|提交|举办|基本完成|全面完成|印发|发布|召开|[开竣动复]工|投[产用运入]|交付|验收|挂牌|开[园馆业通]|通车|上线|试运行|运营|落地|全部|全面|基本)/;

/** 三季度平台上线, 上半年首批30名到位: a clause that begins with a part of a year and ends with what is done by then. */
const partAhead =
  /(?:^(?:[一二三四五六七八九十\d]{0,3}[、.．)）]|[（(][一二三四五六七八九十\d]{1,3}[)）])?|[，。；：（])$/;
const doneBehind =
  /^(?![^，。；]*已)[^，。；：、（]{2,12}(?:上线|到位|完工|建成|投用|投产|竣工|开工|封顶|通车|交付|落地|办结|挂牌|启用|验收)(?=$|[，。；）])|^完工(?!的|项目)|^封顶|^通车/;

/** 一季度集中开工28个, 上半年对外营业: what is begun or comes in by then, and is not told of the past. */
const begunBehind =
  /^(?![^。；]{0,24}(?:同比|环比|累计|已|了|以来|惠及))(?:集中|首批|分批)?(?:开工|开建|到位|到岗|对外|投放|兑现|签约|发放|下达|销号|清零|消化|压降|处置|收回|挂网|招标|招引|入库|获批|立项|进场|出让|开放)(?!率|情况|额|总)/;

const binds = (words: string): boolean => /(?:前|底|末|旬|内|年终)$/.test(words);

/** Deadlines in a measure's running text: what binds somebody by a date. Titles in 《》 are no text. Cost: linear. */
export function deadlinesIn(text: string, context: DateContext, signs: number = signsIn(text)): TimeFound[] {
  const figures = figuresDue(text, context);
  if ((signs & (Sign.time | Sign.within)) === 0 && !text.includes('前')) return figures;
  if (!anyTime.test(text)) return figures;
  const shut = titleRanges(text);
  const all = pointsIn(text, context);
  const found = all.flatMap((point, k): TimeFound[] => {
    if (covers(shut, point.start) || !isDeadline(text, point, context, all[k - 1], all[k + 1])) return [];
    const { start, end, date, inferred, relative } = point;
    return [{ start, end, date, yearInferred: inferred || relative }];
  });
  found.push(...figures, ...nearMonths(text, shut, context), ...(signs & Sign.within ? withinDays(text, context) : []));
  return found.sort((a, b) => a.start - b.start);
}

/** Is a date in figures no past, no condition, and nothing that comes again? */
function isDue(text: string, { start, end }: TimeFound): boolean {
  const ahead = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 18);
  if (pastBefore.test(ahead) || pastAfter.test(after) || describes.test(after)) return false;
  if (conditionBefore.test(ahead) && conditionAfter.test(after)) return false;
  return !recurs.test(text.slice(Math.max(0, start - 24), start));
}
/** 2000年底前建成的小区: how old a thing is. */
const built = /^(?:之?前)?(?:建成|投用|竣工|出生|移栽|注册|登记|取得|发布|出台)[^，。；]{0,2}的/;
/** 2028.3.1前发布的文件: what a thing is, not what is due. */
const describes = /^(?:发布|建成|移栽|出台|印发|取得|登记|竣工|签订|成立)?[^，。；]{0,2}的/;

/** The dates in figures that are due. */
function figuresDue(text: string, context: DateContext): TimeFound[] {
  const figures = figureDates(text, context);
  const shut = figures.length ? titleRanges(text) : [];
  return figures.filter((f) => !covers(shut, f.start) && isDue(text, f));
}

/** Does a point of time bind somebody, by what stands around it? */
function isDeadline(
  text: string,
  point: PointOfTime,
  context: DateContext,
  before?: PointOfTime,
  next?: PointOfTime,
): boolean {
  const { start, end, words } = point;
  const ahead = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 18);
  if (endsStage(text, point, before)) return true;
  const listed = isListed(text, end, next);
  if (pastBefore.test(ahead) || (!listed && pastAfter.test(after))) return false;
  if ((conditionBefore.test(ahead) && conditionAfter.test(after)) || built.test(after)) return false;
  if (recurs.test(text.slice(Math.max(0, start - 24), start))) return false;
  if (happened.test(after) && !(words.endsWith('前') && stillToDo.test(after))) return false;
  // 到2025年底 is a date to keep; 到2025年 (no 底, no 前) is a target and no point of time.
  if (/[\d—–~～〔[［-]$/.test(ahead)) return false;
  const bound = listed || binds(words);
  if (point.part)
    return (
      bound || halfDone.test(after) || (partAhead.test(ahead) && (doneBehind.test(after) || begunBehind.test(after)))
    );
  if (bound || (/月份$/.test(words) && begins.test(after))) return true;
  return isCued(text.slice(Math.max(0, start - 24), start), after, point, context);
}

/** （2月21日至10月31日）: the end of a stage that stands in brackets behind its name. */
function endsStage(text: string, { start, end }: PointOfTime, before: PointOfTime | undefined): boolean {
  if (!before || !/^[至到—–~～-]{1,2}$/.test(text.slice(before.end, start))) return false;
  return /[（(［[]$/.test(text.slice(0, before.start)) && /^(?:前|底|止)?[）)］\]]/.test(text.slice(end));
}

/** 6月20日、12月20日前: the day before the last of a list binds as the last does. */
const isListed = (text: string, end: number, next: PointOfTime | undefined): boolean =>
  next !== undefined && next.start === end + 1 && /[、和及与]/.test(text[end]!) && binds(next.words);

function nearMonths(text: string, shut: readonly { start: number; end: number }[], { date }: DateContext): TimeFound[] {
  if (!/[本下]月|月[底末]前/.test(text)) return [];
  return [...text.matchAll(nearMonth)]
    .filter((m) => !covers(shut, m.index) && text[m.index - 1] !== '每')
    .map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
      date: monthFrom(date, m[1] === '下' ? 1 : 0, m[2]),
      yearInferred: true,
    }));
}

const withinDays = (text: string, { date }: DateContext): TimeFound[] =>
  [...text.matchAll(sinceThen)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    date: later(date, numeral(m[1]!), m[2]!),
    yearInferred: true,
  }));

const dotted = /((?:19|20)\d\d)[.．/-](1[0-2]|0?[1-9])(?:[.．/-](3[01]|[12]\d|0?[1-9]))?(?!\d)/g;

/** 3.15, 4/20前: a day and nothing else. */
const dayAlone = /^(1[0-2]|0?[1-9])[.．/](3[01]|[12]\d|0?[1-9])日?(?:之?前)?$/;

/**
 * The dates of a time field (完成时限：2022年5月): every wording counts. Several dates are several deadlines; of a range the
 * end binds. A field without a date gives its whole words, undated.
 */
export function fieldDeadlines(text: string, context: DateContext): TimeFound[] {
  const dates: TimeFound[] = pointsIn(text, context).map(({ start, end, date, inferred }) => ({
    start,
    end,
    date,
    yearInferred: inferred,
  }));
  for (const m of text.matchAll(dotted)) {
    const date = iso(Number(m[1]), Number(m[2]), m[3] ? Number(m[3]) : undefined);
    dates.push({ start: m.index, end: m.index + m[0].length, date, yearInferred: false });
  }
  const day = context.year === null ? null : dayAlone.exec(text);
  if (day) {
    const date = iso(context.year!, Number(day[1]), Number(day[2]));
    dates.push({ start: 0, end: text.length, date, yearInferred: true });
  }
  const dated = dates.filter((d) => d.date).sort((a, b) => a.start - b.start);
  const ends = dated.filter((d, k) => !beginsRange(text, d, dated[k + 1]));
  if (ends.length) return ends;
  // 2031年, and a target of a year: 2031年新增300个.
  const bare =
    /((?:19|20)\d\d)年(?:度|内|全年)?$/.exec(text) ??
    /^((?:19|20)\d\d)年度?(?=[\u4e00-\u9fff]{2,8}[\d一二三四五六七八九十])/.exec(text) ??
    // 2031—2034, the years that something is built in.
    /^(?:19|20)\d\d年?[至到—–~～－-]{1,2}((?:19|20)\d\d)年?$/.exec(text);
  const first = Number(/^(?:19|20)\d\d/.exec(text)?.[0] ?? 0);
  const date = bare && Number(bare[1]) >= first ? iso(Number(bare[1]), 12) : null;
  return [{ start: 0, end: text.length, date, yearInferred: false }];
}

/** 2031年9月—2032年3月, 3月至5月: the first of two is no deadline. */
const beginsRange = (text: string, one: TimeFound, next: TimeFound | undefined): boolean =>
  next !== undefined && /^[至到—–~～\-－]{1,2}$/.test(text.slice(one.end, next.start));

/** Does a stretch say when (and not who)? Used for bracket parts without a label. */
export const saysWhen = remembered(
  (text): boolean =>
    text.length <= 40 &&
    /(?:\d{1,2}月|年底|年末|季度|半年|长期|持续|每年|全年|(?:19|20)\d\d年|十[二三四五六七]五[”"]?(?:规划)?(?:期|末|时)|即时|立即|按(?:照)?[^，。]{0,10}(?:部署|时限|要求)|适时|常态|[节旦汛期冬季]前|[一二三四五六七八九十]月|[二一][〇零○九一二三四五六七八]{3}年|(?:19|20)\d\d[.．/-]\d|每[日天周月季半][^，。、]{0,5}次|(?:之|即)日起|\d{1,3}个?(?:工作)?[日天月]内)/.test(
      text,
    ),
);
