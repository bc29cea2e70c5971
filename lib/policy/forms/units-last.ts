import { isCollective, isOrganName } from '../../names/organ';
import { codes, stepAt } from '../../text/chars';
import { endsOfSentence } from '../../text/sentence';
import type { Strand } from '../../text/strand';
import { isNamed } from '../doers';
import { untimed } from '../members';
import { saysWhen } from '../time/deadlines';
import { readBareList } from './bare-list';
import { type Form, none } from './form';

/** Longest list with its times that is looked at. */
const longest = 200;
/** Longest time. */
const longestTime = 16;
/** Signs between what is to be done, units and times; 、 parts units alone. */
const signs = codes('、，,；;/／|｜→➔➜⇒·•—–~～@＠#＃＞>*');

/**
 * Units and times that end a point, parted from what is to be done by no more than a sign: 修缮渠道/县水利局/5月底前 · 修缮渠道，县水利局、县财政局.
 * In one point it may be anything; where the document ends its points so, it divides its work.
 */
export const unitsLast: Form = {
  name: 'units last',
  read: ({ strand, from, grammar }, taken) => {
    if (!from || taken.length) return none;
    const end = endsOfSentence(strand.text);
    const start = tailStart(strand, from, end);
    const sentence = strand.text.slice(Math.max(from, strand.text.lastIndexOf('。', end - 1) + 1), start);
    const piece =
      start > from + 2 && !said.test(sentence)
        ? readBareList({ strand, start, end }, { start: start - 1, end: strand.length }, grammar)
        : null;
    if (!piece?.drafts.every((d) => d.role === 'responsible')) return none;
    // Behind a comma a sentence may end with whom it speaks of (进度滞后的有一家，县交通局): without a time that is told, and no more.
    const alone = strand.text[start - 1] === '，' && !piece.times.length && tells.test(sentence);
    return [{ counts: alone ? 'never' : 'end', piece }];
  },
  examples: [],
  counterExamples: ['1.修缮渠道、县水利局', '1.修缮渠道，报县水利局。', '1.修缮渠道/县水利局/5月底前'],
};

/** Words of a sentence that speaks of somebody rather than saying what is to be done, or one too long for a point of a few words. */
const tells = /[有是为达即如]|包括|分别|的[，、]?$|以及|其中|.{40}/;

/** 由市公安局牵头，交警支队组成专班: the sentence says in words who does what. */
const said = /牵头|负责|配合|参与|参加|协助|主办|承办|[由请]/;

/** Where the units and times begin that end `[from, end)`, behind a sign that parts no units; -1 where there is none. */
export function tailStart(strand: Strand, from: number, end: number): number {
  const { text } = strand;
  let start = -1;
  let named = false;
  let to = end;
  for (let at = end - 1; at >= Math.max(from, end - longest); at--) {
    const bracket = stepAt(text, at) !== 0;
    const sign = bracket || signs.has(text.charCodeAt(at));
    if (!sign && !strand.hasGap(at + 1)) continue;
    const member = text.slice(at + 1, to);
    if (member && !isUnit(member) && !isTime(member)) break;
    named ||= member !== '' && !isTime(member);
    if (named && sign && !bracket && text[at] !== '、' && member) start = at + 1;
    to = sign ? at : at + 1;
  }
  return start;
}

const isUnit = (member: string): boolean => !withVerb.test(member) && isPlainUnit(untimed(member)?.name ?? member);
/** 对接省发改委, 告知县财政局: what is done with somebody. */
const withVerb =
  /^(?:对接|携手|延伸|告知|抄送|争取|迁建|新建|改建|扩建|惠及|面向|挂靠|报送?|送|移交|函告|通报|联合|依托|借助|引[入进]|建成|覆盖|支持|扶持|培育|申报|创建|打造)/;

/** 打造研发设计中心 ends like a name as well: one without a level or a place is short. */
export const isPlainUnit = (name: string): boolean =>
  isCollective(name)
    ? /^(?:[省市县区镇]?各|有关|相关|其他)/.test(name) && name.length <= longestClass
    : isOrganName(name) && (isNamed(name) || name.length <= longestOffice);
const longestClass = 10;
const longestOffice = 6;
const isTime = (member: string): boolean => member.length <= longestTime && saysWhen(member) && !isUnit(member);
