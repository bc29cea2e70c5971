import { type HeadUnits, unitsAtHead } from '../../names/at-head';
import { isBySubject } from '../../names/by-subject';
import { partsOf } from '../../names/coordination';
import { beginsWithLevel, isCollective, isOrgan, isSentence } from '../../names/organ';
import { isOrnament } from '../../names/separators';
import type { Strand } from '../../text/strand';
import { PieceBuilder, sure } from '../builder';
import { readPart } from '../clause-forms';
import { organises } from '../clause-heads';
import { isAnybody } from '../doers';
import type { Piece } from '../drafts';
import type { Grammar } from '../grammar';
import { readFields } from '../labelled-fields';
import { labelMeaning } from '../labels';
import { suggestedRole } from '../morphemes';
import { roleTail } from '../role-words';
import type { Role } from '../types';
import { type Candidate, type Form, none, type View } from './form';
import { nobody, ownBody } from './nobody';

/** How sure a role is that nobody says: the point names a unit and what falls to it. */
const unsaid = 0.8;
/** A heading may end like an organ's name: 健全领导机构, 设立办公室. */
export const verb =
  /^(?:成立|设立|组建|建立|健全|完善|加强|强化|优化|推进|明确|落实|调整|整合|发挥|规范|深化|[新改扩续重筹共]建|建[成造好]|建设(?![局委厅部集投银])|打造|培育|引进|启动|举办|开通|开工|开设|创[建办]|申报|争[取创]|购置|改造|提升|盘活|招引|支持|引导|组织|构建|做好|改革|撤销|充实|吸引|扶持|鼓励|引育|选树|扩大|提高(?!办)|增强|邀请|(?:征[集收求]|走访|帮扶|动员|发动|评选|打击|查处|整治|清理|对接|慰问|核查|摸排|排查)(?!办|专?班|小?组|大?队|科|中心|站|局|所|处|股))/;
/** What may follow units that are a heading by themselves. */
const headingEnd =
  /^的?(?:主要|工作|具体|岗位)*(?:职责|职能|任务|分工|责任)?(?:分工|任务|清单)?(?:[（(]\d{1,3}项[）)])?(?:(?<=[责能务工任单]|[）)])[：:])?$/;
/** 县应急局工作职责：统筹协调…; 县水利局的主要职责是：负责…. */
const dutiesOf = /^的?(?:主要|工作|具体|岗位)*(?:职责|职能|任务|分工|责任)(?:分工)?(?:是|为|包括|如下)?[：:]/;
const headingRole =
  /^(?:共同|分别|联合|主要|具体)?(牵头|负责|主办|承办|配合|参与|主抓|[\u4e00-\u9fff]{2})(?:的|落实|推进|完成|抓好|做好|组织)*(?:(?:以下|下列)[\u4e00-\u9fff]{0,6}职[责能]|(?:以下|下列)?(?:重点|主要)?(?:工作|任务|事项|项目)(?:任务|事项)?|(?=[（(]共?\d{1,3}[项件个条][）)]$))(?:[（(][^（）()]{1,10}[）)])?[：:]?$/;
/** A role word that may end a clause before what is to be done. */
const roleBeforeComma =
  /牵头|抓总|领衔|配合|协助|为主|为成员|会同|(?:负责|负总责|承办|主办|协办|参与|参加|协同)[，,：:]/;
/** Words behind units that say the role; what else follows them is the duty itself. */
const leads =
  /^(?:要|应|须|应当|负责)?(?:定期|适时|按[月季年]|每(?:半年|季度?|个?月|年|周))?(?:[总具]体)?(?:(?:作为|为|是)?(?:牵头|主责|主办)|主抓|抓总|领办)/;
const joins =
  /^(?:要|应|须|应当)?(?:积极|主动)?(?:作为|为|是)?(?:配合|协助|参与|参加|协同|协办)|^(?:要|应|须|应当)?(?:密切|全力|大力|认真|切实|共同)(?:配合|协助|协同)(?![，。；、]|$)/;

/** Units at the head of a paragraph, with what falls to them behind: 县林业局：负责… · 县公安局依法查处…. */
export const head: Form = {
  name: 'units at the head',
  read: (view, taken) => {
    // …。时限：5月28日前。 says when, and not who.
    const near = taken.filter((c) => c.counts === 'always' && says(c.piece) && c.piece.start <= view.from + 40);
    const joined = near.length > 0 && near.every(({ piece }) => saysPartners(piece, view));
    if (taken.some((c) => c.line || c.counts === 'head') || (near.length > 0 && !joined)) return none;
    const said = joined ? null : rolesAtHead(view);
    if (said) return [{ counts: 'always', piece: said }];
    const found = unitsWithDuty(view);
    if (!found) return none;
    return joined && falls.test(view.strand.text.slice(found.piece.end)) ? [{ ...found, counts: 'always' }] : [found];
  },
  examples: [
    ['1.县公安局牵头，县司法局配合，维护校园秩序。', 'l:县公安局 p:县司法局'],
    ['1.做好招生。由县教育局负责，各学校参与，5月底前完成选址。', 'r:县教育局 p:各学校'],
    ['1.县公安局负责管控，配合单位为县司法局。', 'r:县公安局 p:县司法局'],
    ['1.由县工信局牵头，会同县发改局、县科技局编制图谱。', 'l:县工信局 p:县发改局 p:县科技局'],
  ],
  counterExamples: [
    '1.牵头推进改革。',
    '1.各方要高度重视。',
    '1.委员会对本级人民代表大会负责，并接受其监督。',
    '1.各单位要抓好落实，确保按期完成。',
  ],
};

const says = ({ drafts, unread }: Piece): boolean => drafts.length + unread.length > 0;

/** 县公安局负责管控，配合单位为县司法局; 县林业局领命：补植。县交通局随同: who takes part is said behind what the first has to do. */
const saysPartners = ({ start, drafts }: Piece, { strand, from }: View): boolean =>
  start > from && '，。'.includes(strand.text[start - 1]!) && drafts.every(({ role }) => role === 'participant');
/** Words behind units that say outright what falls to them; 负责人 is a person. */
const falls = /^(?:具体|主要)?(?:负责(?![人同])|牵头|承担)(?=.{2})/;

/** 以上事项请各责任单位明确专人负责，… speaks of all, and closes the list. */
const mayDivide = (begin: string): boolean => roleBeforeComma.test(begin) && !/^(?:以上|上述|以下|下列)/.test(begin);

/** A box in which stands what a point is about ends before `at`. */
const isBoxed = (text: string, at: number): boolean => /[】］\]〕]/.test(text[at - 1] ?? '');

/** What a point is about, before a colon, or in a box. */
const topic =
  /^(?:[（(][^（()）]{1,16}[）)][：:]|[【［[〔][^【】［］[\]〔〕]{1,16}[】］\]〕](?=牵头|由|主办|配合)|[\u4e00-\u9fff]{2,10}[组队班][：:](?=由))/;

/** 县公安局牵头，县司法局配合，维护秩序: clauses with role words before what is to be done. */
function rolesAtHead(view: View): Piece | null {
  const { strand, grammar } = view;
  const clauses = clausesAtHead(view);
  if (!clauses) return null;
  const { start, end } = clauses;
  // 【健康教育】牵头县卫健局，配合县教体局。工作标准：…: behind its topic the division is a sentence of its own.
  // So it is where role words stand in front: 1.牵头县卫健局，配合县教体局。健康教育宣传栏每月更新。
  const ahead = roleAhead.test(strand.text.slice(start, start + 8));
  const ends = ahead || isBoxed(strand.text, start) ? '，,：:。' : '，,：:';
  if (end >= strand.length - 1 || !ends.includes(strand.text[end] ?? '')) return null;
  const builder = new PieceBuilder('prose', grammar);
  const stretch = { strand, start, end };
  if (ahead) readFields(stretch, stretch, builder);
  else builder.addClauses(stretch);
  const { drafts } = builder;
  if (!drafts.length || !drafts.every((d) => d.organ && isDoer(d.name) && !verb.test(d.name))) return null;
  // 由县工信局牵头，会同县发改局、县科技局编制图谱: who takes part stands behind.
  const joined = joinedBy(strand, end + 1);
  const piece = builder.finish({ start, end: joined?.end ?? end + 1 });
  return joined ? { ...piece, drafts: [...drafts, ...partnersOf(joined, grammar)] } : piece;
}

/** The clauses at the head of a point that say roles; null where there are none. */
function clausesAtHead({ strand, from: first, grammar }: View): { start: number; end: number } | null {
  // 第一组（森林防火）：由甲局负总责，…: what it is about stands in a bracket before the colon.
  // 医疗防疫组：由县卫健局负责，…: so it does before 由.
  const from = first + (topic.exec(strand.text.slice(first, first + 20))?.[0].length ?? 0);
  if (!mayDivide(strand.text.slice(from, from + 80))) return null;
  let [start, end] = [from, from];
  // 配合县教体局、县融媒体中心: behind a role word in front the list goes on.
  let ahead = false;
  for (const part of partsOf(strand, from, Math.min(strand.length, from + 160))) {
    const text = strand.text.slice(part.start, part.end);
    const first = end === from;
    const clause = joinsMore(text, strand.text[part.end], first) ? null : clauseOf(text, part.before === '，', grammar);
    if (!clause || (first && isHeadingSentence(text, part.before))) break;
    if (first) start = byOf(text, part) ?? start;
    ahead = clause.ahead || (ahead && part.before === '、');
    if (clause.said || ahead) end = part.start + clause.length;
    if (part.start + clause.length < part.end) break;
  }
  return end > from ? { start, end } : null;
}

/** 联防联控。县应急局牵头，…: a heading sentence is none of the units; who does it is told in the next. */
const isHeadingSentence = (text: string, before: string): boolean => before === '。' && !text.includes('由');

/** 会同县发改局、…: what follows is read with them. */
const joinsMore = (text: string, behind: string | undefined, first: boolean): boolean =>
  !first && text.startsWith('会同') && behind === '、';

/** 集镇秩序，由综治中心负责，… · 占道整治由城管局牵头，…: what stands before 由 is what it is about. Where 由 stands; null where it leads the sentence. */
function byOf(text: string, { start, before }: { readonly start: number; readonly before: string }): number | null {
  const by = text.indexOf('由');
  return by > 0 || (by === 0 && before === '，') ? start + by : null;
}

interface Clause {
  readonly said: boolean;
  /** Its role word stands in front of its units. */
  readonly ahead: boolean;
  readonly length: number;
}

/** 牵头县卫健局 · 配合县教体局. */
const roleAhead = /^(?:牵头|主办|主责|配合|协办|协助)(?=[\u4e00-\u9fff]{3})/;

/** Units with or without a role word; a colon ends the last (…，县司法局配合：维护秩序). Null for anything else. */
function clauseOf(part: string, behindComma: boolean, grammar: Grammar): Clause | null {
  const colon = part.search(/[：:]/);
  const text = colon > 0 ? part.slice(0, colon) : part;
  const role = roleAhead.exec(text)?.[0];
  if (role && beginsWithLevel(text.slice(role.length)) && isOrgan(text.slice(role.length)))
    return { said: true, ahead: true, length: text.length };
  const read = roleTail(text) ?? (/^会同|为主体?$/.test(text) ? readPart(text, grammar) : null);
  const units = read ? text.slice(0, read.at) : text;
  // 各级各部门要加强协同配合 exhorts.
  if (read && /^(?:要|应|须)/.test(text.slice(read.at)) && isAnybody(units)) return null;
  const bare = units.replace(/^(?:[由以]|会同)/, '').replace(/等.{0,8}$/, '');
  const could = isOrgan(bare) || (!behindComma && /^[\u4e00-\u9fff]{1,8}$/.test(bare));
  return could ? { said: read !== null, ahead: false, length: text.length } : null;
}

/** No slogan's word, and no sentence about whom one answers to: …对本级人民代表大会负责. */
const isDoer = (name: string): boolean => !isSentence(name) && !nobody.test(name) && !/的|.[对向]|[—–…→：]/.test(name);

function unitsWithDuty({ strand, from, grammar }: View): Candidate | null {
  const { text } = strand;
  const marked = markedHeading(strand, from);
  if (marked) return { counts: 'head', piece: { ...headingPiece(strand, marked, grammar), start: from } };
  const found = verb.test(text.slice(from, from + 8)) ? null : unitsAtHead(strand, from);
  if (!found || !named(found)) return null;
  const rest = text.slice(found.end);
  if (headingEnd.test(rest) || headingRole.test(rest)) {
    // 县教育局牵头工作 says so itself; 县教育局 alone, and 县教育局职责： over its points, count where their like do.
    const counts = rest.length > 1 && !/[：:]$/.test(rest) ? 'always' : 'head';
    return { counts, piece: headingPiece(strand, found, grammar) };
  }
  // 市城管局：, its duties on the lines below.
  if (/^[：:]$/.test(rest)) return { counts: 'head', piece: headingPiece(strand, found, grammar) };
  const piece = dutyBehind({ strand, from, grammar }, found);
  return piece && { counts: 'head', piece };
}

/** 养老机构。由区民政局负责排查: what it is about, not who does it; 县林业局的巡查. */
const noDoer = /^[省市县区镇乡村]|^的|^[、]|^(?:是|为)(?!主)|^。(?:分别|具体|统一|主要)?由/;

/** Units and what falls to them behind: 县林业局：负责巡查, 县公安局依法查处, 县水利局的主要职责是：负责水情. */
function dutyBehind(
  { strand, from, grammar }: Pick<View, 'strand' | 'from' | 'grammar'>,
  found: HeadUnits,
): Piece | null {
  const rest = strand.text.slice(found.end);
  const duties = dutiesOf.exec(rest);
  if (!duties && (noDoer.test(rest) || organises.test(rest.slice(0, 40)))) return null;
  const mark = (duties ?? /^[：:。，,—–→-]+/.exec(rest))?.[0].length ?? 0;
  if (mark && !rest.slice(mark)) return null;
  if (/^[：:]/.test(rest) && found.units.every(({ name }) => isAsking(name))) return null;
  const joined = mark ? null : joinedBy(strand, found.end);
  if (joined) return withPartners(found, joined, from, grammar);
  const said = rest.slice(mark);
  const role: Role = leads.test(said) ? 'lead' : joins.test(said) ? 'participant' : 'responsible';
  return build(found, { role, begin: from, end: found.end + mark, grammar });
}

/** 县财政局会同县应急局下拨资金: who takes part stands behind. */
function joinedBy(strand: Strand, at: number): HeadUnits | null {
  const word = /^(?:会同|商(?=[省市县区州]))/.exec(strand.text.slice(at, at + 4))?.[0];
  const partners = word ? unitsAtHead(strand, at + word.length) : null;
  return partners && named(partners) ? partners : null;
}

function withPartners(found: HeadUnits, partners: HeadUnits, begin: number, grammar: Grammar): Piece {
  const own = build(found, { role: 'responsible', begin, end: partners.end, grammar });
  return { ...own, drafts: [...own.drafts, ...partnersOf(partners, grammar)] };
}

const partnersOf = (partners: HeadUnits, grammar: Grammar): Piece['drafts'] =>
  build(partners, { role: 'participant', begin: partners.start, end: partners.end, grammar }).drafts;

/** Behind marks and opening signs in front of a heading: ■ 县教育局, 【县教育局】, ## 县教育局. */
function behindMarks(text: string, from: number): number {
  let at = from;
  while (at < from + 4 && (isOrnament(text.charCodeAt(at)) || '【〖［[#*'.includes(text[at] ?? ' '))) at++;
  return at;
}

/** Units that are a heading behind a mark or in brackets; ●县教育局要加强巡查 is none. */
function markedHeading(strand: Strand, from: number): HeadUnits | null {
  const begin = behindMarks(strand.text, from);
  const found = begin > from ? unitsAtHead(strand, begin) : null;
  // What closes the heading goes with what opened it.
  const rest = found ? strand.text.slice(found.end).replace(/[】〗］\]）)]$/, '') : '';
  return found && named(found) && headingEnd.test(rest) ? found : null;
}

/** A word that asks for units by its form: behind 受理单位： stands the unit. */
const isAsking = (name: string): boolean =>
  /^[\u4e00-\u9fff]{2,4}(?:单位|部门|机关)$/.test(name) &&
  !/(?:检察|审判|监察|公安|司法|税务|海关)机关$/.test(name) &&
  !isBySubject(name) &&
  !beginsWithLevel(name) &&
  !isCollective(name);

/** The office of a group, and among the offices of one organ one of them: the list decides. */
export const ownOffice = '办公室';

/** Every unit is more than a class word of slogans, and reads like a name. */
const named = ({ units }: HeadUnits): boolean =>
  units.every(
    ({ name }) =>
      name.length <= 30 &&
      !isSentence(name) &&
      !nobody.test(name) &&
      (!ownBody.test(name) || name === ownOffice) &&
      !verb.test(name) &&
      !labelMeaning(name),
  );

/** A heading that is its units: 县教育局牵头工作（3项）, 县林业局职责, 县司法局. */
function headingPiece(strand: Strand, found: HeadUnits, grammar: Grammar): Piece {
  const said = headingRole.exec(strand.text.slice(found.end))?.[1];
  const role = said ? suggestedRole(said).role : 'responsible';
  return build(found, {
    role: role === 'none' ? 'responsible' : role,
    begin: found.start,
    end: strand.length,
    grammar,
  });
}

function build(
  { units, open, start }: HeadUnits,
  { role, begin, end, grammar }: { role: Role; begin: number; end: number; grammar: Grammar },
): Piece {
  const builder = new PieceBuilder('prose', grammar);
  // 由 in front of the units goes with them.
  const from = Math.max(0, start - 1) === begin ? begin : start;
  for (const unit of units)
    builder.drafts.push({
      ...unit,
      role,
      form: 'prose',
      certainty: Math.min(unsaid, isOrgan(unit.name) ? 1 : sure.odd),
      open,
      list: 0,
      organ: true,
    });
  return builder.finish({ start: from, end });
}
