import { describe, expect, it } from 'vitest';
import { parseName, townOf } from '../../../lib/names/name';
import { isProbable, isRenamed, organKey } from '../../../lib/names/organ-key';
import { expandShared } from '../../../lib/names/several';
import { guessKind, normaliseUnit } from '../../../lib/units';
import type { UnitKind } from '../../../lib/units/types';

describe('one spelling', () => {
  it.each([
    ['各乡镇（办事处）', '各乡镇(办事处)'],
    [' 县 司法\n局 ', '县司法局'],
    ['〈含开发区〉', '(含开发区)'],
    ['县司法局；', '县司法局'],
    ['\u2f08民法院', '人民法院'],
    // A compatibility form of a traditional character.
    ['县\u{2f8cb}水局', '县既水局'],
  ])('%j becomes %j', (printed, expected) => expect(normaliseUnit(printed)).toBe(expected));
});

describe('one organ, many spellings', () => {
  const same: readonly (readonly string[])[] = [
    ['发改委', '发展改革委', '发展和改革委员会', '发展改革委员会', '发改局', '发展和改革局'],
    ['卫健委', '卫生健康委', '卫生健康委员会', '卫生健康局', '卫健局'],
    ['人社局', '人力资源和社会保障局', '人力资源社会保障局', '人力社保局'],
    ['住建局', '住房和城乡建设局', '住房城乡建设局', '住房城乡建设委', '住建委'],
    ['市场监管局', '市场监督管理局'],
    ['工信局', '工业和信息化局', '工信厅', '工业和信息化厅'],
    ['经信局', '经济和信息化局', '经济信息化委', '经济信息委', '经济和信息化厅'],
    ['教体局', '教育体育局', '教育和体育局'],
    ['文广旅局', '文化广电和旅游局', '文化广电旅游局'],
    ['医保局', '医疗保障局'],
    ['自然资源规划局', '自然资源和规划局', '规划和自然资源局', '规划自然资源局', '资规局'],
    ['退役军人局', '退役军人事务局'],
    ['应急局', '应急管理局'],
    ['城管局', '城市管理局'],
    ['政府办', '政府办公室', '人民政府办公室', '人民政府办'],
    ['法院', '人民法院'],
    ['检察院', '人民检察院'],
    ['纪委监委', '纪委监委机关', '纪律检查委员会监察委员会'],
    ['委编办', '委机构编制委员会办公室'],
    ['委网信办', '委网络安全和信息化委员会办公室'],
    ['委政法委', '委政法委员会'],
    ['委统战部', '委统一战线工作部'],
    ['残联', '残疾人联合会'],
    ['妇联', '妇女联合会'],
    ['工会', '总工会'],
    ['供销社', '供销合作社', '供销合作社联合社'],
    ['教育局', '教委', '教育厅', '教育委员会'],
    ['国资委', '国有资产监督管理委员会'],
    ['公积金管理中心', '住房公积金管理中心'],
    ['消防救援大队', '消防大队'],
    ['机关事务局', '机关事务管理局', '机关事务服务局', '机管局'],
    ['林草局', '林业和草原局'],
    ['民宗局', '民族宗教事务局', '民族宗教局'],
  ];
  it.each(same)('%s and its spellings', (...spellings) => {
    expect(new Set(spellings.map(organKey)).size, spellings.map(organKey).join(' ')).toBe(1);
  });

  const different: readonly (readonly [string, string])[] = [
    ['财政局', '审计局'],
    ['统计局', '审计局'],
    ['组织部', '宣传部'],
    ['水利局', '林业局'],
    ['政府办公室', '委办公室'],
    ['公安局', '司法局'],
    ['法院', '检察院'],
    ['教育局', '体育局'],
    ['工会', '妇联'],
  ];
  it.each(different)('%s is not %s', (a, b) => {
    expect(organKey(a)).not.toBe(organKey(b));
    expect(isRenamed(organKey(a), organKey(b))).toBe(false);
    expect(isProbable(organKey(a), organKey(b))).toBe(false);
  });

  it.each([
    ['工商局', '市场监督管理局'],
    ['质量技术监督局', '市场监管局'],
    ['国土资源局', '自然资源和规划局'],
    ['环境保护局', '生态环境局'],
    ['卫生和计划生育委员会', '卫健委'],
    ['安全生产监督管理局', '应急管理局'],
    ['扶贫办', '乡村振兴局'],
  ])('%s became %s', (old, now) => expect(isRenamed(organKey(old), organKey(now))).toBe(true));

  it.each([
    ['教育局', '教育体育局'],
    ['体育局', '教育体育局'],
    ['文化和旅游局', '文化广电和旅游局'],
    ['行政服务中心', '行政审批服务局'],
    ['科技局', '科学技术和工业信息化局'],
    ['水利局', '水务局'],
  ])('%s is probably %s, and is asked', (a, b) => expect(isProbable(organKey(a), organKey(b))).toBe(true));
});

describe('a name taken apart', () => {
  it.each([
    ['县司法局', [], '县', '司法局'],
    ['信阳市平桥区司法局', ['信阳市', '平桥区'], null, '司法局'],
    ['市场监管局', [], null, '市场监管局'],
    ['市市场监管局', [], '市', '市场监管局'],
    ['中共临澜县委组织部', [], null, '临澜县委组织部'],
    ['国家发展改革委', [], '国家', '发展改革委'],
    ['国家税务总局武陟县税务局', ['武陟县'], null, '税务局'],
  ])('%s', (text, places, scope, core) => {
    const name = parseName(text);
    expect([name.places, name.scope, name.core]).toEqual([places, scope, core]);
  });

  it.each([
    ['市生态环境局临澜分局', '临澜'],
    ['临澜公安分局', '临澜'],
    ['公安分局', null],
    ['市生态环境直属二分局', '直属二'],
  ])('%s is a branch: %s', (text, label) => expect(parseName(text).branch).toEqual({ label }));

  it('shared suffixes are several units', () => {
    expect(expandShared('广云、清河市政府')).toEqual(['广云市政府', '清河市政府']);
    expect(expandShared('临澜县、远山县政府')).toEqual(['临澜县政府', '远山县政府']);
    expect(expandShared('县司法局')).toEqual(['县司法局']);
  });

  it.each([
    ['石桥镇', '石桥镇'],
    ['石桥镇人民政府', '石桥镇'],
    ['枫林乡', '枫林乡'],
    ['望江街道办事处', '望江街道'],
    ['望江办事处', '望江街道'],
    ['乡村振兴局', null],
    ['司法局', null],
  ])('%s: township %s', (text, town) => expect(townOf(text)).toBe(town));
});

describe('kinds', () => {
  const kinds: readonly (readonly [UnitKind, string])[] = [
    [
      'government-department',
      '县司法局 区卫生健康委 县政府办 市发展改革委 省财政厅 县教体局 区营商环境办 县地方金融监管局 临澜县人民政府',
    ],
    ['party-organ', '县委组织部 区委编办 区纪委监委机关 县委办 区委巡察办 县委社会工作部 区委网信办 县委政法委'],
    [
      'vertical-organ',
      '临澜公安分局 市生态环境局临澜分局 临澜县税务局 县气象局 临澜金融监管支局 县消防救援大队 开发区管委会 人行临澜支行 县人武部 县工业园区',
    ],
    ['court', '县人民法院 区法院'],
    ['procuratorate', '县人民检察院 区检察院'],
    ['peoples-congress', '县人大常委会办公室 县人大法工委'],
    ['cppcc', '区政协办公室'],
    ['township', '石桥镇 枫林乡 石桥镇人民政府'],
    ['subdistrict', '望江街道 望江街道办事处 望江办事处'],
    ['institution', '县融媒体中心 区行政服务中心 临澜县第一中学 县人民医院 县委党校 县文化市场综合执法大队 县敬老院'],
    ['enterprise', '临澜县城投公司 国网临澜供电公司'],
    ['other', '县总工会 县妇联 县残联 团县委 县工商联'],
  ];
  for (const [kind, names] of kinds) {
    it.each(names.split(' '))(`%s is ${kind}`, (name) => expect(guessKind(name)).toBe(kind));
  }
});
