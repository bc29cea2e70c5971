import { closesAt, codes, isBalanced, opensAt } from '../text/chars';
import { isDepartment } from './department';
import { acts } from './lexicon/verbs';
import { beginsWithLevel, isCollective, isOrgan, isSentence, mayEndAt } from './organ';

/** Longest name looked for. */
const longestName = 26;

/**
 * What goes on in a word behind an organ's ending: 会 of 会计, 部 of 部门, 局 of 局长. Keys are the ending's last character.
 */
const goesOn: Readonly<Record<string, RegExp>> = {
  部: /^[门署分委队]/,
  会: /^(?:[计议员商展同场务]|主义)/,
  办: /^(?:[公事理法学案好结证件]|公室)/,
  院: /^[校士线长]/,
  委: /^[员托派领书会]/,
  所: /^[有需属在以辖]/,
  站: /^[点位长]/,
  队: /^(?:[伍员长]|部(?![署门分]))/,
  处: /^[理置罚级室长分]/,
  科: /^[技学研教普室协工创长]/,
  室: /^[内外]/,
  社: /^[区保会团局工]/,
  团: /^[委队市县区结]/,
  联: /^[合系动社席防网]/,
  局: /^(?:[部机长属面势]|限(?![制期时定额令速]))/,
  厅: /^[局级长]/,
  行: /^[政业动为使驶]/,
  校: /^[园区外车]/,
  中: /^[学专心]/,
  台: /^[账办风]/,
  政府: /^(?:办|督|研究[室中院所]|部门|各|有关|采购|购买|性|投资|债)/,
  心: /^(?:[城校镇村支组]|小学|中学|学校|幼儿园|卫生院|敬老院)/,
  关: /^(?:[系于心注键爱]|事务|党委|党工委|工委|服务)/,
  构: /^[建成]/,
  组: /^[织长员成件合建]/,
  防: /^[设器员车栓通安知演救检宣隐工培巡水产]/,
  电: /^(?:企业|公司|单位|部门|所)/,
};
/** An office of a party committee: 办公室 of 县委办公室. */
const ofParty =
  /^(?:办|依法治|宣传|组织(?![机党群干全各开实])|统战|统一|政法|编|网信|党校|老干部|农|社会|机关|巡|外|改革|财经|金融|保密|军民|督)/;
/** Endings that are parts of ordinary words as well: a name ends there only before a stop, a joiner or a word of duty. */
const weak = /[省市县区旗州盟镇乡村校所站台馆社团联室股科队会部行办处]$/;
const strong =
  /(?:[局厅委署]|政府|党委|党组|公司|集团|中心|银行|法院|检察院|办公室|督查室|研究室|监督室|指挥室|调解室|支队|大队部|大队|总队|中队|派出所|供电所|税务所|财政所|司法所|工作站|服务站|管委会|委员会|工会|红十字会|慈善总?会|联合会|工商联|残联|妇联|科协|供销社|部门|单位|机关|指挥部|领导小组|街道|办事处)$/;
/** What follows a name that ends weakly: a stop, a joiner, or a word with which a duty begins. */
export const after =
  /^(?:$|[、，,。；;：:（(\s—–→]|[和与及等]|负责|牵头|主抓|维持|要|应(?![届急收用对])|须|必须|作为|承担|组织|按|对|将|结合|根据|依|会同|配合|协助|落实|做好|加强|开展|制定|指导|监督|具体|主要|分别|共同|参与|参加|提供|保障|推进|强化|建立|完善|统筹|协调|严格|利用|通过|发挥|充分|在|为|以|向|从|把|就|每|定期|及时|积极|认真|予以|给予|抽调|派出|(?:[工岗][作位]|安全)?(?:职责|责任|职能|任务)(?:$|[（(：:]))/;
/** Offices whose endings seldom go on in a longer word; what does is in `goesOn`. */
const officeEnd = /[所站队办馆]$/;
/** A place is asked as a class (各县区), not by its name alone. */
const placeEnd = /[省市县区旗州盟]$/;
/** No name begins so: 在本单位, 对各部门. */
const noName =
  /^(?:[在按为以向从把要须该此其因经据当若如由及至使让所每共报送请]|应(?![急收])|对(?!外)|将(?!乐)|并(?!州)|与|和(?![平县顺静龙林田硕布政])|到|本(?![市县区省州]))/;
/** Nor so: what is done with others, or for them (会同县水利局, 承办县委交办的事项, 指导各乡镇). */
export const doing =
  /^(?:会同|移[送交](?!.{0,4}[股科室处办])|抄送|约谈|追究|完成|承[办担接]|协[办助]|配合|负责|参[与加]|贯彻|指导|督[促导查办](?!室|局|组|科)|协[调同]|联合|组织(?![部处科人])|发布|维护(?!稳)|配备|排查(?!办)|清[理运](?!.{0,4}[办组])|建立|制[定订]|编制(?!办|委)|开展|做好|拟订|修订|审核|倡导|储备(?!中心|库|局)|巡查(?!大队|中队|队|中心|办)|监督(?!局|所|管理|执法|检查|站|部)|检查(?!站|组|院))/;
const office =
  /^([\u4e00-\u9fff]{0,6}?)(?:办公室|督查室|研究室|督查局|分局|支局|支队|大队|总队|中队|党组|党委|党工委|管委会|执法队|服务中心|纪检监察组|调查总?队|监管分局|分公司|支公司|分行|支行|集团|公司)/;
/** The works and shops of a company: 青沅采油厂 behind 临澜石油有限公司. */
const company = /(?:公司|集团)$/;
const plantOf = /^([\u4e00-\u9fff]{1,6}?)(?:厂|矿|油田|项目部|车间|作业区|营业部|供电所|收费站)(?![区房长家商址山产])/;
const verbInside = /[要应须将对由会同负责牵头配依按在与和及指导协督组织开展加强落实做好统筹制定完善推进]/;

/** Length of the name of an organ that `text` begins with; 0 where it begins with none. Cost: constant. */
export function nameLength(text: string): number {
  if (noName.test(text) || doing.test(text)) return 0;
  for (const whole of paired) {
    const found = whole.exec(text);
    if (found) return found[0].length;
  }
  for (let length = 2; length <= Math.min(longestName, text.length); length++) {
    if (breaks.has(text.charCodeAt(length - 1))) return 0;
    if (mayEndAt(text, length) && endsAt(text, length)) return wholeLength(text, length);
  }
  return 0;
}

/** 人民政府 of 各县（市、区）人民政府: the class goes on behind its bracket. */
const behindBracket =
  /^(?:党委和?)?(?:人民政府|政府|党委|党工委|管委会|办事处|委会|民委员会|有关部门|院(?![校落内外])|(?:[\u4e00-\u9fff]{2,8}?)(?:局|委|主管部门|服务站|指挥部|假日办|办公室|办))(?![的长员公理事])/;

/** A name ends here: an organ's, that goes on to no longer word; where its ending is a weak one, a stop or a duty follows. */
function endsAt(text: string, length: number): boolean {
  const name = text.slice(0, length);
  // 异地备案（市医保局: what a bracket cuts off is none.
  if (!isOrgan(name) || !isBalanced(name)) return false;
  const rest = text.slice(length);
  if (cut(name, rest) || longerRank(text, length)) return false;
  // 街道综合治理中心: the class alone is named where it does something itself.
  if (/^(?:街道|乡镇|社区|办事处)$/.test(name)) return goesOnWith(rest);
  if (strong.test(name) || !weak.test(name)) return true;
  // 县公路站清除积雪: an office of a level, whatever it does.
  if (officeEnd.test(name) && name.length > 3 && beginsWithLevel(name)) return true;
  // 财务管理部足额提取: a department, whatever it does; 财务部长 is a person.
  if (isDepartment(name) && !/^[长员内外]/.test(rest)) return true;
  // 区委党校举办培训班, 文化站在公益课堂安排专题: of a body more words say that it does something.
  if (isBodily(name) && acts(rest)) return true;
  // 各乡镇摸排农房隐患.
  if (wholeClass.test(name) && acts(rest) && !isOfEach(rest)) return true;
  return after.test(rest) && (!placeEnd.test(name) || isCollective(name));
}

/** A body of a level, or one by its short name: 区委党校, 新闻办, 文化站. */
const isBodily = (name: string): boolean =>
  (beginsWithLevel(name) ? name.length > 2 && !placeEnd.test(name) : shortBody.test(name)) && !isSentence(name);
const shortBody = /^(?![各本该此其])[\u4e00-\u9fff]{2,9}[办庭科股处室所站馆社组队库院校团会部台]$/;

/** A body of each of a class: 防指 of 各乡镇防指, 纪委 of 各镇街纪委. */
function isOfEach(rest: string): boolean {
  const body = ofEach.exec(rest);
  return body !== null && goesOnWith(rest.slice(body[0].length));
}
const ofEach = /^[\u4e00-\u9fff]{0,6}?(?:防指|指挥部|服务站|工作站|中心|支部|[大中]队|专班|网格|[办委局所站院室科会])/;

/** Nothing more of a name follows: a stop, a word of duty or a verb. */
const goesOnWith = (rest: string): boolean => after.test(rest) || acts(rest);

/** A class that is asked as it stands. */
const wholeClass =
  /^各(?:乡镇|镇街|街镇|镇|乡|街道|社区|村|学校|中小学校?|县区|区县|园区|站所|科室|处室|股室|院系|县（市、区）|乡镇（街道）|镇（街道）|村（社区）)$/;

/** The length with the office and the bracket behind the name; 0 where the number of a list stands before it. */
function wholeLength(text: string, length: number): number {
  if (/^[一二三四五六七八九十\d]+[、.]/.test(text.slice(0, length))) return 0;
  const name = text.slice(0, length);
  const rest = text.slice(length);
  const council = /政府$/.test(name) ? councilOf.exec(rest) : null;
  if (council) return length + council[0].length;
  const more = office.exec(rest);
  const longer = length + (more ? (verbInside.test(more[1]!) ? 0 : more[0].length) : sectionLength(name, rest));
  const plant = longer === length && company.test(name) ? plantOf.exec(rest) : null;
  if (plant && !verbInside.test(plant[1]!)) return length + plant[0].length;
  const closed = longer + bracketLength(text, longer);
  // The class goes on behind its bracket; behind a second name nothing does.
  const ranked = closed > longer && ofRank.test(text.slice(longer + 1, closed - 1));
  return closed + (ranked ? (behindBracket.exec(text.slice(closed))?.[0].length ?? 0) : 0);
}

/** 教育督导委员会办公室 of 州人民政府教育督导委员会办公室. */
const councilOf = /^(?!建设|机关|部门|系统|网站|采购)[\u4e00-\u9fff]{2,10}?(?:委员会|领导小组)(?:办公室)?/;

/** Length of the section behind an office's name: 监督科 of 市财政局监督科; of a longer one no verb is the beginning (学工部联合教务处). */
function sectionLength(name: string, rest: string): number {
  const [section = ''] = (officeOf.test(name) && sectionOf.exec(rest)) || [];
  const named = section.length <= longestVerbal || !acts(section);
  return named && goesOnWith(rest.slice(section.length)) ? section.length : 0;
}
const officeOf = /(?:[局厅委院部署]|银行|公司|集团)$/;
const sectionOf = /^(?:第[一二三四五六七八九十]|[\u4e00-\u9fff]{2,5}?)(?:科|股|处|室|庭|检察部)/;
/** A verb and the sign of a section. */
const longestVerbal = 3;

/** No name holds these. */
const breaks = codes('的了把被让使由，。；：、,;:！？《》“”—–→…');

/** The name goes on to its rank: 局 of 区水务局 behind 区水务. */
function longerRank(text: string, length: number): boolean {
  if (after.test(text.slice(length))) return false;
  return [1, 2, 3, 4].some((more) => {
    const longer = text.slice(0, length + more);
    return rank.test(longer) && isOrgan(longer) && !cut(longer, text.slice(length + more));
  });
}
const rank = /^[\u4e00-\u9fff]+(?:[局厅委署办所站队院社馆]|气象台|政府|中心|公司|部门|办事处|办公室|管委会|委员会)$/;

/** The ending belongs to a longer word: 部 of 部门. */
const cut = (name: string, rest: string): boolean =>
  (/[省市县区州旗盟党工纪监]委$/.test(name) && ofParty.test(rest)) ||
  goesOn[name.slice(-2)]?.test(rest) === true ||
  goesOn[name.slice(-1)]?.test(rest) === true;

/** Ranks and what else a name may hold in brackets: 各乡（镇）, 各县（市、区）. */
const ofRank = /^(?:含|[省市县区旗镇乡村街场居](?:[、及和][省市县区旗镇乡村街场居])*$|街道|社区)/;
/** Names that no ending tells: a rank and another in a bracket (镇（街）, 村（社区）), the two committees of a village, 妇联组织. */
const paired = [
  /^[镇乡村县区市][（(](?:[街乡镇居市区县]|街道|社区)[）)](?=$|[^\u4e00-\u9fff]|要|应当|应(?![急收])|须|必须|负责|和|与|及|等|按|结合|根据)/,
  /^各?(?:村（社区）|村\(社区\)|村|社区)[“"]两委[”"](?:班子|干部)?/,
  /^(?:共青团|妇联|工会|团委|工青妇|群团)组织(?=[：:、，。])/,
];

/** A bracket that belongs to the name: 各区政府（管委会）, 县发改局（县粮食局）. */
function bracketLength(text: string, at: number): number {
  if (!opensAt(text, at)) return 0;
  for (let i = at + 1; i < Math.min(text.length, at + 20); i++) {
    if (!closesAt(text, i)) continue;
    const inside = text.slice(at + 1, i);
    return isOrgan(inside) || isCollective(inside) || ofRank.test(inside) ? i + 1 - at : 0;
  }
  return 0;
}
