import type { Role } from './types';

/** A way of telling a duty in a sentence: the doers stand in the first group, the word of duty in the second. */
export interface Telling {
  readonly pattern: RegExp;
  /** How sure such a sentence is. */
  readonly certainty: number;
}

/** 由X牵头…, 由X负责…, 由X会同Y…: the preposition names the doer. */
export const by: Telling = {
  pattern:
    /由([^，。；：由]{2,70}?)(?:分别|各自|具体|共同|统一|直接|主要|分工)?(牵头|主责|抓总|总抓|领办|主办|协办|负责|会同|组织实施|承担|具体实施|实施(?!的))/g,
  certainty: 0.75,
};
/** A clause that begins with its doers: 县教育局牵头…, 水利所和各村（社区）负责具体实施, 甲局会同乙局…. */
export const clause: Telling = {
  pattern:
    /(?:^|[。；，]|(?<=负责|牵头)、(?=[省市县区州旗各][^、，。；]|[\u4e00-\u9fff]{2,12}(?:[局委办厅部会]|中心|公司)(?:负责|配合|参与|协助)))([^，。；：“”《》由]{2,60}?)(牵头|(?:分别|具体|共同)负责|(?:作为|[为是])[^，。；]{0,16}?(?:责任|实施|建设|管理|工作)主体(?=[，。；]|$)|负责(?=[\u4e00-\u9fff，。；、]|$)|各[负司]其[责职]|会同|配合(?![的度])|共同(?=推进|落实|做好|开展|实施))/g,
  certainty: 0.65,
};
/** How sure a reading by 请 or 责成 is. */
export const outspoken = 0.6;
/** How sure a reading by 要 or 应 is; below what decides a document's class. */
export const faint = 0.5;
/** A clause that says what its doers have to do: 县林业局要加强巡查, 各乡镇应当落实责任. Weak: half of such sentences exhort. */
export const told: Telling = {
  pattern:
    /(?:^|[。；，])([^，。；：“”《》由]{2,60}?)(要(?![求素点急是约么]|领(?![办题衔]))|应当?(?![急对用收聘])|必须|须(?!知)|需要?(?![求]))/g,
  certainty: faint,
};
/** The word of duty behind doers that say their role. */
export const roleBehind =
  /^(?:具体|分别|共同|积极|主动|要|应当?|须|可|将|负责|定期|适时|按[月季年]|每(?:半年|季度?|个?月|年|周)|(?:密切|全力|切实)(?=[配协][^，。；]{2}[^，。；]))*(牵头|主抓|会同|商(?=[省市县区])|联合(?=[各省市县区本])|指导|配合|协助|协同|协办|会办|主办|主责|抓总|领办|参与|参加|予以协助)/;
/** An office does whatever stands behind its name; of a school or a centre a word of duty must say so. */
export const office = /(?:[局委办厅署部]|政府|街道|办事处|管委会|[镇乡])$/;
/** Words with which a duty begins, behind a unit whose name says neither level nor place. */
export const dutyBehind =
  /^(?:具体|统一|分别|共同|主要)*(?:落实|负责|做好|配合|指导|协助|保障|组织|实施|承担|推进|提供|加强|开展|统筹|牵头|主抓)/;
/** 柳庄乡 of 会同柳庄乡编制方案: behind such a word a town needs no stop behind it. */
export const placeAhead = /^[\u4e00-\u9fff]{1,4}?(?:[镇乡]|街道)(?![村镇长级域政企贤土办])/;
/** What stands behind 负责 and its like where it tells no duty: 负责人, 牵头单位. */
export const notDuty = /^(?:解释|人(?!员)|制(?![定订作])|的|单位|部门|医院|揭榜|企业|监管|任)/;

/** The role that a word says; of any other the doers are responsible. */
export const roles: Readonly<Record<string, Role>> = {
  牵头: 'lead',
  主抓: 'lead',
  主责: 'lead',
  主办: 'lead',
  抓总: 'lead',
  总抓: 'lead',
  领办: 'lead',
  协办: 'participant',
  会办: 'participant',
  指导: 'participant',
  配合: 'participant',
  协助: 'participant',
  协同: 'participant',
  参与: 'participant',
  参加: 'participant',
  予以协助: 'participant',
};
/** A date behind 要: who is asked something by a day is asked, not exhorted. */
export const dated = /^(?:在|于|确保|务必)?[^，。；]{0,8}\d{1,2}月/;
/** With whom the units of a piece do it: 会同县交警大队 behind 县教育局. */
export const besidePiece = /^[：:，]?(?:要|应当?|将|可)?(?:会同|联合)/;
/** What may stand between 要 and the word that says the role. */
export const saidAfter = /^(?:积极|主动|负责)?(牵头|会同|联合|配合(?=做好|开展|落实|[，。；]))/;

/** Words behind which stands to whom a thing falls. */
export const fallsTo =
  /责任在(?=[省市县区镇乡各])|责任落[到在](?=[省市县区镇乡各])|[事作](?:情)?归(?=[省市县区镇乡各])|归属|划归|统一?归口(?:到|由)?|(?:责任|监管|实施|执法|管理|考核|建设|项目|落实)主体(?:[为是：:]|确定为|明确为)|责任(?:落实|压实|明确|分解)?到/g;
/** A group with its members, and a word of duty. */
export const groups =
  /(?:^|[，。；：])[\u4e00-\u9fff]{1,8}(?:组|专班)（([^（）]{3,80})）(?=负责|做好|牵头|承担|组织|开展|落实|协调|推进|完成|提供|保障|抓好|统筹)/g;
/** Where the units end to whom a thing falls. */
export const endsThere = /^(?:$|[，。；、：（)）管负身])/;
