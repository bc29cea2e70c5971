import { describe, expect, it } from 'vitest';
import { readDesignation } from '../../../lib/names/designation';
import { parseRegion } from '../../../lib/names/region';
import { groundFor, match } from '../../../lib/units/match';
import { compileProfile } from '../../../lib/units/profile';
import type { Profile } from '../../../lib/units/types';
import { profile } from './fixtures';

const COUNTY = '云岭省清河市临澜县';
const CITY = '云岭省清河市';
const PROVINCE = '云岭省';

function judge(unit: string, me: Profile, region: string | null): string {
  const parsed = region === null ? null : parseRegion(region);
  const ground = groundFor(parsed ? [parsed] : []);
  const verdict = match(readDesignation(unit, ground.names), compileProfile(me), ground);
  return verdict ? verdict.certainty : '-';
}

const justice = profile('县司法局', COUNTY, 'government-department');
const reform = profile('县发展和改革委员会', COUNTY, 'government-department');
const party = profile('县委组织部', COUNTY, 'party-organ');
const court = profile('县人民法院', COUNTY, 'court');
const prosecution = profile('县人民检察院', COUNTY, 'procuratorate');
const congress = profile('县人大常委会办公室', COUNTY, 'peoples-congress');
const town = profile('石桥镇', COUNTY, 'township');
const street = profile('望江街道办事处', COUNTY, 'subdistrict');
const school = profile('临澜县第一中学', COUNTY, 'institution');
const centre = profile('县行政服务中心', COUNTY, 'institution');
const zone = profile('临澜县经济开发区管委会', COUNTY, 'vertical-organ');
const police = profile('清河市公安局临澜分局', COUNTY, 'vertical-organ');
const ecology = profile('市生态环境局临澜分局', COUNTY, 'vertical-organ');
const tax = profile('国家税务总局临澜县税务局', COUNTY, 'vertical-organ');
const weather = profile('临澜县气象局', COUNTY, 'vertical-organ');
const cityJustice = profile('市司法局', CITY, 'government-department');
const government = profile('临澜县人民政府', COUNTY, 'government-department');
const firm = profile('临澜县城市建设投资有限公司', COUNTY, 'enterprise');

/** unit as printed | region of the document | who | verdict */
type Case = readonly [unit: string, region: string | null, who: Profile, verdict: string];

function table(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [unit, region, who, verdict] of cases) {
      it(`${unit} in ${region ?? 'an unknown place'} for ${who.name}: ${verdict}`, () => {
        expect(judge(unit, who, region)).toBe(verdict);
      });
    }
  });
}

table('names', [
  ['县司法局', COUNTY, justice, 'named'],
  ['临澜县司法局', COUNTY, justice, 'named'],
  ['清河市临澜县司法局', CITY, justice, 'named'],
  ['临澜县司法局', CITY, justice, 'named'],
  ['司法局', COUNTY, justice, 'named'],
  ['县 司 法 局', COUNTY, justice, 'named'],
  ['县发改委', COUNTY, reform, 'named'],
  ['县发展改革委', COUNTY, reform, 'named'],
  ['县发展和改革局', COUNTY, reform, 'named'],
  ['县财政局', COUNTY, reform, '-'],
  ['县司法局', '临澜县', justice, 'named'],
  ['县法院', COUNTY, court, 'named'],
  ['县检察院', COUNTY, prosecution, 'named'],
  ['石桥镇', COUNTY, town, 'named'],
  ['石桥镇人民政府', COUNTY, town, 'named'],
  ['石桥镇政府', CITY, town, 'named'],
  ['石桥乡', COUNTY, town, '-'],
  ['望江街道', COUNTY, street, 'named'],
  ['望江办事处', COUNTY, street, 'named'],
  ['县工商局', COUNTY, profile('县市场监管局', COUNTY, 'government-department'), 'named'],
  ['县国土资源局', COUNTY, profile('县自然资源和规划局', COUNTY, 'government-department'), 'named'],
  ['县人社局', COUNTY, profile('县人力资源和社会保障局', COUNTY, 'government-department'), 'named'],
  ['县住房城乡建设局', COUNTY, profile('县住建局', COUNTY, 'government-department'), 'named'],
  ['县卫生健康委员会', COUNTY, profile('县卫健委', COUNTY, 'government-department'), 'named'],
  ['县政府办公室', COUNTY, profile('县政府办', COUNTY, 'government-department'), 'named'],
  ['县人民政府办公室', COUNTY, profile('县政府办', COUNTY, 'government-department'), 'named'],
  ['县纪委监委机关', COUNTY, profile('县纪委监委', COUNTY, 'party-organ'), 'named'],
  ['县委机构编制委员会办公室', COUNTY, profile('县委编办', COUNTY, 'party-organ'), 'named'],
  ['县文旅局', COUNTY, profile('县文化广电和旅游局', COUNTY, 'government-department'), 'possible'],
  ['县教育局', COUNTY, profile('县教育体育局', COUNTY, 'government-department'), 'possible'],
  ['县行政审批局', COUNTY, centre, 'possible'],
  ['县普法办', COUNTY, profile('县司法局', COUNTY, 'government-department', ['县普法办']), 'named'],
  ['广云、清河市政府', PROVINCE, profile('清河市人民政府', CITY, 'government-department'), 'named'],
]);

table('regions', [
  ['县司法局', '云岭省清河市远山县', justice, '-'],
  ['县司法局', '云岭省白沙市远山县', justice, '-'],
  ['市司法局', COUNTY, justice, '-'],
  ['市司法局', CITY, justice, '-'],
  ['省司法厅', PROVINCE, justice, '-'],
  ['市司法局', CITY, cityJustice, 'named'],
  ['市司法局', COUNTY, cityJustice, 'named'],
  ['县司法局', COUNTY, cityJustice, '-'],
  ['县司法局', CITY, justice, 'possible'],
  ['县司法局', null, justice, 'possible'],
  ['区司法局', null, justice, '-'],
  ['远山县司法局', CITY, justice, '-'],
  ['司法部', '全国', justice, '-'],
  ['司法局', CITY, justice, '-'],
]);

table('collective designations in the county', [
  ['各乡镇（办事处）', COUNTY, town, 'collective'],
  ['各乡镇(办事处)', COUNTY, street, 'collective'],
  ['各乡镇人民政府', COUNTY, town, 'collective'],
  ['各乡镇人民政府', COUNTY, street, '-'],
  ['街道办事处', COUNTY, street, 'collective'],
  ['街道办事处', COUNTY, town, '-'],
  ['各镇办', COUNTY, town, 'collective'],
  ['各镇办', COUNTY, street, 'collective'],
  ['各镇（街道）', COUNTY, street, 'collective'],
  ['各乡（镇、街道）', COUNTY, town, 'collective'],
  ['各乡镇', COUNTY, justice, '-'],
  ['各乡镇', '云岭省清河市远山县', town, '-'],
  ['各乡镇（街道）', CITY, town, 'collective'],
  ['县政府各部门', COUNTY, justice, 'collective'],
  ['县政府各部门', COUNTY, party, '-'],
  ['县政府各部门', COUNTY, court, '-'],
  ['县政府各部门', COUNTY, town, '-'],
  ['县政府各部门', COUNTY, tax, 'possible'],
  ['县政府各部门', COUNTY, centre, 'possible'],
  ['县政府各部门', COUNTY, school, '-'],
  ['县政府其他有关部门', COUNTY, justice, 'possible'],
  ['县政府其他部门', COUNTY, justice, 'possible'],
  ['县政府其他有关部门', COUNTY, court, '-'],
  ['县直各部门', COUNTY, justice, 'collective'],
  ['县直各部门', COUNTY, party, 'collective'],
  ['县直有关单位', COUNTY, justice, 'possible'],
  ['县直有关单位', COUNTY, prosecution, 'possible'],
  ['县直有关单位', COUNTY, town, '-'],
  ['县直各单位', COUNTY, centre, 'collective'],
  ['县直各单位', COUNTY, congress, 'possible'],
  ['各级各部门', COUNTY, justice, 'collective'],
  ['各级各部门', COUNTY, town, 'collective'],
  ['各级各部门', COUNTY, court, 'possible'],
  ['各有关单位', COUNTY, justice, 'possible'],
  ['各有关单位', COUNTY, town, 'possible'],
  ['各有关单位', COUNTY, school, 'possible'],
  ['有关部门', COUNTY, justice, 'possible'],
  ['有关部门', COUNTY, town, '-'],
  ['各成员单位', COUNTY, justice, 'possible'],
  ['各行政执法单位', COUNTY, justice, 'possible'],
  ['各行政执法单位', COUNTY, party, '-'],
  ['各行业主管部门', COUNTY, justice, 'possible'],
  ['县委各部门', COUNTY, party, 'collective'],
  ['县委各部门', COUNTY, justice, '-'],
  ['各学校', COUNTY, school, 'collective'],
  ['各中小学校', COUNTY, court, '-'],
  ['各园区管委会', COUNTY, zone, 'collective'],
  ['各开发区', COUNTY, justice, '-'],
  ['有关国有企业', COUNTY, firm, 'possible'],
  ['各基础电信企业', COUNTY, firm, 'possible'],
  ['市直有关部门', COUNTY, justice, '-'],
  ['县政府办公室', COUNTY, justice, '-'],
  ['县直机关工委', COUNTY, justice, '-'],
  ['各级公安机关', COUNTY, justice, '-'],
  ['各级司法行政机关', COUNTY, justice, 'collective'],
  ['属地乡镇', COUNTY, town, 'possible'],
  ['属地', COUNTY, town, 'possible'],
  ['驻县各单位', COUNTY, tax, 'collective'],
  ['驻县各单位', COUNTY, justice, '-'],
  ['中省驻县单位', COUNTY, tax, 'collective'],
  ['法检两院', COUNTY, court, 'collective'],
  ['政法机关', COUNTY, court, 'collective'],
  ['政法机关', COUNTY, justice, 'possible'],
  ['县平安建设领导小组成员单位', COUNTY, justice, 'possible'],
  ['各企事业单位', COUNTY, school, 'collective'],
  ['各企事业单位', COUNTY, justice, '-'],
  ['县政府直属机构', COUNTY, party, '-'],
  ['县政府直属机构', COUNTY, justice, 'collective'],
  ['各级各类学校', COUNTY, school, 'collective'],
  ['县级公安部门', COUNTY, justice, '-'],
  ['公安机关', COUNTY, police, 'possible'],
  ['各有关方面', COUNTY, justice, 'possible'],
]);

table('from above', [
  ['各县（市、区）人民政府', CITY, justice, 'possible'],
  ['各县（市、区）人民政府', CITY, government, 'collective'],
  ['各县（市、区）党委、政府', CITY, government, 'collective'],
  ['各乡镇党委、政府', COUNTY, town, 'collective'],
  ['各县（市、区）人民政府', CITY, court, '-'],
  ['各县区', CITY, justice, 'possible'],
  ['各县区', CITY, court, 'possible'],
  ['各县区', CITY, cityJustice, '-'],
  ['各县区', '云岭省白沙市', justice, '-'],
  ['各区（市）县政府（管委会）', CITY, government, 'collective'],
  ['各区（市）县政府（管委会）', CITY, zone, 'collective'],
  ['各市、县人民政府', PROVINCE, justice, 'possible'],
  ['各市、县人民政府', PROVINCE, government, 'collective'],
  ['各市人民政府', PROVINCE, justice, '-'],
  ['各设区市政府', PROVINCE, cityJustice, 'possible'],
  ['各地级以上市政府', PROVINCE, cityJustice, 'possible'],
  ['珠三角各地级以上市政府', PROVINCE, cityJustice, 'possible'],
  // The nation's divisions are listed, so here a real one has to stand.
  ['各省、自治区、直辖市人民政府', '全国', profile('河南省人民政府', '河南省', 'government-department'), 'collective'],
  ['各省、自治区、直辖市人民政府', '全国', justice, '-'],
  ['市、县司法局', CITY, justice, 'collective'],
  ['市、县司法局', CITY, cityJustice, 'named'],
  ['各县（市、区）司法局', CITY, justice, 'collective'],
  ['各县（市、区）司法局', CITY, cityJustice, '-'],
  ['各县（市、区）财政局', CITY, justice, '-'],
  ['市、县有关部门', CITY, justice, 'possible'],
  ['市县两级司法局', CITY, justice, 'collective'],
  ['县级司法行政部门', CITY, justice, 'collective'],
  ['设区市人民政府', PROVINCE, cityJustice, 'possible'],
  ['各市（地）', PROVINCE, justice, '-'],
  ['各地州市', PROVINCE, justice, '-'],
  ['市直各部门', CITY, justice, '-'],
  ['市直各部门', CITY, cityJustice, 'collective'],
  ['市政府各部门', CITY, justice, '-'],
  ['各级人民政府', CITY, government, 'collective'],
  ['各级人民政府', CITY, town, 'collective'],
  ['临澜县人民政府', CITY, justice, 'possible'],
  ['临澜县', CITY, justice, 'possible'],
  ['远山县人民政府', CITY, justice, '-'],
  ['相关县（市、区）政府', CITY, government, 'possible'],
  ['相关区（市）县政府（管委会）', CITY, government, 'possible'],
]);

table('vertical organs', [
  ['临澜公安分局', COUNTY, police, 'named'],
  ['市公安局临澜分局', COUNTY, police, 'named'],
  ['市公安局临澜分局', CITY, police, 'named'],
  ['望江公安分局', COUNTY, police, '-'],
  ['县公安局', COUNTY, police, 'possible'],
  ['县生态环境局', COUNTY, ecology, 'possible'],
  ['市生态环境局', COUNTY, ecology, '-'],
  ['市生态环境局', COUNTY, profile('市生态环境局', CITY, 'government-department'), 'named'],
  ['市生态环境直属二分局', COUNTY, ecology, 'possible'],
  ['县税务局', COUNTY, tax, 'named'],
  ['临澜县税务局', CITY, tax, 'named'],
  ['市税务局', CITY, tax, '-'],
  ['县气象局', COUNTY, weather, 'named'],
  ['临澜金融监管支局', COUNTY, profile('国家金融监督管理总局临澜监管支局', COUNTY, 'vertical-organ'), 'named'],
]);

const police2 = profile('县公安局', COUNTY, 'government-department');
const education = profile('市教育局', CITY, 'government-department');
const countyEducation = profile('县教育局', COUNTY, 'government-department');
const market = profile('县市场监督管理局', COUNTY, 'government-department');
const housing = profile('县住房和城乡建设局', COUNTY, 'government-department');
const media = profile('县融媒体中心', COUNTY, 'institution');

table('two signs on one door', [
  ['县发改局（县粮食局）', COUNTY, reform, 'named'],
  ['县粮食局（县发改局）', COUNTY, reform, 'named'],
  ['县市场监管局（县知识产权局）', COUNTY, market, 'named'],
  ['县市场监管局（知识产权局）', COUNTY, profile('县知识产权局', COUNTY, 'government-department'), 'named'],
  ['县综合行政执法局（县城管局）', COUNTY, profile('县城市管理局', COUNTY, 'government-department'), 'named'],
  ['各执法部门（县财政局除外）', COUNTY, justice, 'possible'],
  ['各部门（县司法局除外）', COUNTY, justice, '-'],
  ['县直各部门（除县财政局、县司法局外）', COUNTY, justice, '-'],
  ['县直各部门（除县财政局、县司法局外）', COUNTY, reform, 'collective'],
  ['各乡镇（不含石桥镇）', COUNTY, town, '-'],
  ['各乡镇（不含青山乡）', COUNTY, town, 'collective'],
  // Whom such words leave out only the reader can say.
  ['县直各部门（涉密单位除外）', COUNTY, justice, 'possible'],
  ['县农业农村局（含县乡村振兴局）', COUNTY, profile('县农业农村局', COUNTY, 'government-department'), 'named'],
  ['县司法局（负责合法性审查）', COUNTY, justice, 'named'],
  ['县财政局（县司法局配合）', COUNTY, justice, 'possible'],
  ['县财政局（除县司法局外）', COUNTY, justice, '-'],
]);

table('several in one designation', [
  ['县住建局、交通局', COUNTY, housing, 'named'],
  ['县交通局、住建局', COUNTY, housing, 'named'],
  ['县财政局和县司法局', COUNTY, justice, 'named'],
  ['石桥镇、青山乡', COUNTY, town, 'named'],
  ['县司法局等部门', COUNTY, justice, 'named'],
  ['县司法局等有关部门', COUNTY, justice, 'named'],
  ['县财政局等部门', COUNTY, justice, '-'],
  ['教育、人社部门', CITY, education, 'collective'],
  ['市场监管、税务等部门', COUNTY, market, 'collective'],
  ['市场监管、税务等部门', COUNTY, justice, '-'],
]);

table('an organ named by its subject', [
  ['教育部门', CITY, education, 'collective'],
  ['教育行政部门', CITY, education, 'collective'],
  ['教育主管部门', CITY, countyEducation, 'possible'],
  ['教育部门', '云岭省白沙市', countyEducation, '-'],
  ['市教育部门', CITY, countyEducation, '-'],
  ['县公安机关', COUNTY, police2, 'collective'],
  ['公安机关', PROVINCE, police2, 'possible'],
  ['公安机关', COUNTY, justice, '-'],
  ['建设部门', COUNTY, housing, 'collective'],
  ['食品药品监管部门', COUNTY, market, 'collective'],
]);

table('what only shares a subject', [
  ['科技企业', COUNTY, profile('县科技局', COUNTY, 'government-department'), '-'],
  ['交通运输企业', COUNTY, profile('县交通运输局', COUNTY, 'government-department'), '-'],
  ['环保组织', COUNTY, profile('县生态环境局', COUNTY, 'government-department'), '-'],
  ['教育机构', COUNTY, countyEducation, 'possible'],
  ['共青团组织', COUNTY, profile('共青团临澜县委', COUNTY, 'party-organ'), 'collective'],
]);

table('more classes', [
  ['市政府各部门', CITY, cityJustice, 'collective'],
  ['市政府有关部门', CITY, cityJustice, 'possible'],
  ['各市政府', PROVINCE, profile('清河市人民政府', CITY, 'government-department'), 'collective'],
  ['市政工程管理处', CITY, cityJustice, '-'],
  ['各县直部门', COUNTY, justice, 'collective'],
  ['各县级部门', COUNTY, justice, 'collective'],
  ['各县直部门', CITY, justice, 'collective'],
  ['各县直部门', CITY, cityJustice, '-'],
  ['县“两院”', COUNTY, court, 'collective'],
  ['县“两院”', COUNTY, justice, '-'],
  ['县公检法司', COUNTY, court, 'collective'],
  ['县公检法司', COUNTY, justice, 'possible'],
  ['司法机关', COUNTY, prosecution, 'collective'],
  ['市、县两级司法行政机关', CITY, justice, 'collective'],
  ['市、县两级司法行政机关', CITY, cityJustice, 'collective'],
  ['市、县两级法院', CITY, court, 'collective'],
  ['各新闻媒体', COUNTY, media, 'possible'],
  ['新闻媒体单位', COUNTY, justice, '-'],
  ['县食品药品监管局', COUNTY, market, 'named'],
  ['县知识产权局', COUNTY, market, 'possible'],
  ['县乡村振兴局', COUNTY, profile('县农业农村局', COUNTY, 'government-department'), 'possible'],
]);

table('parts of an organ', [
  ['县公安局交警大队', COUNTY, police2, 'possible'],
  ['县司法局法制科', COUNTY, justice, 'possible'],
  ['县法院执行局', COUNTY, court, 'possible'],
  ['市司法局法制科', COUNTY, justice, '-'],
  ['县政府办公室', COUNTY, government, '-'],
  ['清河市公安局临澜分局', CITY, profile('市公安局', CITY, 'government-department'), '-'],
]);

const publicity = profile('县委宣传部', COUNTY, 'party-organ');
const women = profile('县妇女联合会', COUNTY, 'other');
const youth = profile('共青团临澜县委', COUNTY, 'party-organ');
const fire = profile('临澜县消防救援大队', COUNTY, 'vertical-organ');
const grid = profile('国网临澜县供电公司', COUNTY, 'enterprise');

table('organs of the party and of the masses', [
  ['宣传部', COUNTY, publicity, 'named'],
  ['县宣传部', COUNTY, publicity, 'named'],
  ['宣传部门', COUNTY, publicity, 'collective'],
  ['县委政法委', COUNTY, publicity, '-'],
  ['县委宣传部', COUNTY, party, '-'],
  ['纪检监察机关', COUNTY, profile('县纪委监委', COUNTY, 'party-organ'), 'named'],
  ['群团组织', COUNTY, women, 'collective'],
  ['各人民团体', COUNTY, youth, 'collective'],
  ['各人民团体', COUNTY, publicity, '-'],
  ['妇联组织', COUNTY, women, 'collective'],
  ['县总工会、团县委、县妇联', COUNTY, women, 'named'],
  ['工会、共青团、妇联等群团组织', COUNTY, youth, 'named'],
  ['县工青妇', COUNTY, women, 'named'],
  ['工青妇', COUNTY, justice, '-'],
  ['各级党委（党组）', COUNTY, justice, 'possible'],
  ['各党委（党组）', COUNTY, justice, 'possible'],
  ['各级党委', COUNTY, justice, '-'],
]);

table('services and companies', [
  ['国网临澜县供电公司', COUNTY, grid, 'named'],
  // Without 县 a place that no list holds is not sure.
  ['国网临澜供电公司', COUNTY, grid, 'possible'],
  ['县供电公司', COUNTY, grid, 'named'],
  ['国网远山县供电公司', CITY, grid, '-'],
  ['供电部门', COUNTY, grid, 'possible'],
  ['消防救援机构', COUNTY, fire, 'possible'],
  ['消防部门', COUNTY, fire, 'possible'],
  ['垂直管理部门', COUNTY, fire, 'collective'],
  ['条管单位', COUNTY, justice, '-'],
]);

table('towns and levels in other words', [
  // Which of them is not said.
  ['3个乡镇', COUNTY, town, 'possible'],
  ['全县12个乡镇', COUNTY, town, 'collective'],
  ['石桥、青山等镇', COUNTY, town, 'named'],
  ['石桥镇等有关乡镇', COUNTY, town, 'named'],
  ['区县司法行政机关', CITY, justice, 'collective'],
  ['县政府各部门、各直属单位', COUNTY, justice, 'collective'],
  ['各乡镇、各部门', COUNTY, justice, 'collective'],
  ['各乡镇、各部门', COUNTY, town, 'collective'],
  ['县人力资源和社会保障部门', COUNTY, profile('县人社局', COUNTY, 'government-department'), 'collective'],
  ['教育、人社和民政部门', COUNTY, profile('县民政局', COUNTY, 'government-department'), 'collective'],
]);
