import { normaliseUnit } from '../names/normalise';
import type { UnitKind } from './types';

/**
 * Kinds by the words a name ends with or holds, the first that fits. What a county calls its organs is regular enough
 * that the words decide; the reader can correct the guess.
 */
const SIGNS: readonly (readonly [UnitKind, RegExp])[] = [
  ['court', /(?:法院|法庭)$/u],
  ['procuratorate', /检察院$/u],
  ['vertical-organ', /(?:派出所|司法所|税务所|市场监管所|自然资源所)$/u],
  // Enforcement teams belong to the department that sends them.
  ['institution', /(?:执法|监察)(?:大队|支队|总队)$|(?:敬老院|福利院|养老院|监督所|检验所)$/u],
  ['township', /(?:[^街]镇|乡|苏木)(?:人民政府|政府|党委|党委政府|党委、政府)?$/u],
  ['subdistrict', /(?:街道|街道办|街道办事处|办事处|街办|街道党工委)$/u],
  ['peoples-congress', /(?:人大|人民代表大会)(?!代)/u],
  ['cppcc', /(?:政协|政治协商会议)/u],
  ['enterprise', /(?:公司|集团|银行|信用社|企业|厂)$/u],
  [
    'institution',
    /(?:党校|行政学院|学校|学院|大学|中学|小学|幼儿园|医院|卫生院|图书馆|博物馆|文化馆|档案馆|电视台|日报社|融媒体中心)$/u,
  ],
  ['other', /(?:^|[省市县区州旗盟])(?:共青|青年)?团[^局]{0,8}委(?:员会)?$/u],
  [
    'party-organ',
    /(?:纪委|监委|监察委|编办|编委|网信办|政法委|巡察|巡视|统战部|组织部|宣传部|社会工作部|社工部|文明办|改革办|财经办|台办|老干部局|直属机关工委|机关工委|政研室|保密局|依法治[省市县区]|委办公室$|委办$|[省市县区州旗盟]委(?!员会))/u,
  ],
  [
    'vertical-organ',
    /(?:分局|支局|支行|支队|大队|调查队|管委会|管理委员会|税务局|税务总局|气象局|海关|海事局|邮政管理局|通信管理局|烟草|金融监管局$|金融监督管理局$|银保监|证监局|人民银行|人行|外汇管理局|能源监管办|国安局|国家安全局|出入境边防|消防救援|人武部$|人民武装部$|看守所$|(?:园区|开发区|高新区|经开区|示范区)$)/u,
  ],
  [
    'other',
    /(?:总工会|工会|团委|共青团|妇联|妇女联合会|残联|联合会|科协|协会|工商联|红十字会|文联|侨联|社科联|记协|商会|学会)/u,
  ],
  ['institution', /(?:中心|供销社|供销合作社|联社|研究院|研究所|管理站|管理处|服务站|保护站|台|馆|站|园)$/u],
  ['government-department', /(?:局|厅|委|委员会|办|办公室|办公厅|署|部|人民政府|政府|督查室|研究室)$/u],
];

/** 地方金融监管局 is a department of the local government though its name ends like a branch of the central regulator. */
const LOCAL = /地方金融/u;

/** Guesses what kind of organ a name is; `other` when the words do not tell. */
export function guessKind(name: string): UnitKind {
  const clean = normaliseUnit(name);
  if (LOCAL.test(clean)) return 'government-department';
  for (const [kind, sign] of SIGNS) if (sign.test(clean)) return kind;
  return 'other';
}
