import { isOrganOfSubject } from '../names/by-subject';
import { isDepartment } from '../names/department';
import { beginsLikeOrgan, beginsWithLevel, isOrgan, isSentence } from '../names/organ';

/** Called by its kind alone, or by whose it is: 你局, 同级部门, 主管部门. */
const generic =
  /^[请由转交]{0,2}[你贵]|^(?:一个|某|同级|本级|上级|下级|两个|多个)|^(?:政府|有关部门|相关部门|主管部门|行政部门|单位|部门|机构)$|^(?!各).*(?:行政|主管)部门$/;
/** A word of the sentence stands in front of the name: 从市教育局, 关于白蚁防治中心, 去年县气象局, 申请人向村委会. */
const behindWord =
  /^(?:.{0,6}[交转改]由|全(?!国|[省市县区州旗镇乡]?各)|关于|协商|又|既|[从与]|去年|今年|上年|近年|听取|.{1,6}[人户员]向)/;
/** 县长张三在县信访局: where a person is. */
const ofPerson = /^.*(?:书记|[省市县区镇乡局处科]长)[\u4e00-\u9fff]{2,3}在/;

/** 各部门, 各有关单位: not even a class of them. */
export const isAnybody = (name: string): boolean =>
  /^(?:全[省市县区])?(?:各|有关|相关|责任|成员)(?:级|各|有关|相关|责任|成员|行业|地|区)*(?:各?有?关?部门|单位|地区|地方|地|方面|政府)(?:[（(]单位[）)])?$/.test(
    name,
  );

/** 各责任人每周四向镇督查办: when, and to whom. */
const ofTime = /每[周月日天季年]|[^一]向[省市县区镇乡]/;

/** 抽查结果在区政府: where something is. */
const ofPlace = /^(?![省市县区镇乡街]).{2,10}在[本省市县区镇乡]/;

/** 支持云岭交易所, 会议决定成立工作组: what is done to a body ends like its name. */
export const isDoneTo = (name: string): boolean => doneTo.test(name);
const doneTo =
  /^(?:会议(?:原则|决定|要求|同意|确定|明确|强调|议定|听取|研究)|(?:支持|引导|鼓励|督促|动员|扶持|吸引|允许|邀请|推荐|同意)(?=.{3}))/;

const notBodies = [generic, behindWord, ofPerson, ofPlace, ofTime, doneTo];
/** A name that could do something: not 同级部门, not a sentence. */
export const isBody = (name: string): boolean =>
  name.length <= 24 && isOrgan(name) && !isSentence(name) && !notBodies.some((is) => is.test(name));

/** A name that begins and ends like an organ's. */
export const isDoer = (name: string): boolean => isBody(name) && beginsLikeOrgan(name);

/** An organ of a level or a place by its whole name, or of a subject: 县财政局, 各乡镇, 住建局; not 全区, 区域, 市场主体. */
export const isNamed = (name: string): boolean => (beginsWithLevel(name) && !wide.test(name)) || isOrganOfSubject(name);
const wide =
  /^(?:全(?!国|.各)|[省市县区][级内域外属场]|(?:有关|相关|教育|财政|科技|商务|工业|发展|生态|自然|住房|交通|水利|农业|文化|卫生|应急|审计|统计|市场|气象|消防)(?!.*[局厅委办部]$))/;

/** A body known by what it is, wherever it stands: 供电公司, 职业技术学院, 人民银行支行. */
export const isInstitution = (name: string): boolean =>
  /^[\u4e00-\u9fff]{2,}(?:公司|集团|支行|分行|医院|学院|大学|电厂|水厂|协会|商会|供销社|日报社|中心校)$/.test(name) &&
  isBody(name);

/** The name of a body, too short to be a clause that ends in one: 东站. */
export const isShort = (name: string): boolean => name.length <= 6 && isBody(name);

/** A town by its name alone: 河口镇, 青山街道. */
export const isTown = (name: string): boolean =>
  /^(?!各|本|全|该|此|其)[\u4e00-\u9fff]{1,4}(?:[镇乡]|街道(?:办事处)?)$/.test(name) && isBody(name);

/** An office by its own short name: 党政办, 教务处, 综治中心, 派出所, 后勤部门. */
export const isOffice = (name: string): boolean =>
  (longOffice.test(name) || shortOffice.test(name) || isDepartment(name) || /^[\u4e00-\u9fff]{2,12}中心$/.test(name)) &&
  isBody(name);
/** An office by how its name ends, behind its subject. */
const longOffice =
  /^(?:总行|分行|支行|总公司|集团|公司|本部|机关)[\u4e00-\u9fff]{2,10}(?:部|处|室)$|^[\u4e00-\u9fff]{2,8}(?:办|办公室|服务站|工作站|文化站|图书馆|年级组|教研组|工作部|项目部|信用社|合作社|青少年宫|党工委|纪工委|派出所|司法所|财政所|中心校?|[处科股室庭队]|部门|检察部|政治部|卫生院|幼儿园|林场|村委会|居委会|妇联|工会|团委)$/;
/** Bodies that are called by their kind where everybody knows whose they are. */
const shortOffice =
  /^(?:工会|团委|妇联|供销社|气象台|水文站|电视台|融媒体|信用社|年级组|教研组|纪委|纪检组|总支|党支部|图书馆|文化站|村委会|居委会|派出所|司法所|财政所|卫生院|供电所|执行局|政治部|技术部|宣传部)$/;

/** 县公安局、县交通局、民兵连配合: beside units that are known, a short name that nobody knows is one more. */
export const mostAreDoers = (units: readonly { readonly name: string }[]): boolean =>
  units.length > 1 &&
  (isNamed(units[0]!.name) || isOffice(units[0]!.name)) &&
  units.every(({ name }) => isDoer(name) || isOffice(name) || couldBe.test(name)) &&
  units.filter(({ name }) => isDoer(name) || isOffice(name)).length * 2 >= units.length;
const couldBe = /^(?!各方|专人|有关|相关|其他)(?:[\u4e00-\u9fff]{2,5}[连排班队组社会部站室]|各[\u4e00-\u9fff]{2,5})$/;
