import type { DutyCertainty, UnitKind } from '../../lib/units/types';

/** Which printed units of a labelled document are a unit's, and how surely. */
export interface Expected {
  readonly document: string;
  readonly in: string;
  readonly unit: readonly [name: string, region: string, kind: UnitKind];
  readonly mine: Readonly<Record<string, DutyCertainty>>;
}

const PINGQIAO = '信阳市平桥区';
const WUZHI = '焦作市武陟县';

/** Judged by hand: vertical organs, branches, a zone, a school, banks, cities above and counties below the document. */
export const EXPECTED: readonly Expected[] = [
  {
    document: '000',
    in: PINGQIAO,
    unit: ['信阳市公安局平桥分局', PINGQIAO, 'vertical-organ'],
    mine: { 平桥公安分局: 'named', 区政府各部门: 'possible', 区政府其他有关部门: 'possible' },
  },
  {
    document: '000',
    in: PINGQIAO,
    unit: ['明港公安分局', PINGQIAO, 'vertical-organ'],
    mine: { 明港公安分局: 'named', 区政府各部门: 'possible', 区政府其他有关部门: 'possible' },
  },
  {
    document: '000',
    in: PINGQIAO,
    unit: ['市生态环境局平桥分局', PINGQIAO, 'vertical-organ'],
    mine: {
      区生态环境局: 'possible',
      市生态环境直属二分局: 'possible',
      区政府各部门: 'possible',
      区政府其他有关部门: 'possible',
    },
  },
  {
    document: '000',
    in: PINGQIAO,
    unit: ['平桥区税务局', PINGQIAO, 'vertical-organ'],
    mine: { 区政府各部门: 'possible', 区政府其他有关部门: 'possible' },
  },
  {
    document: '000',
    in: PINGQIAO,
    unit: ['平桥区气象局', PINGQIAO, 'vertical-organ'],
    mine: { 区气象局: 'named', 区政府各部门: 'possible', 区政府其他有关部门: 'possible' },
  },
  { document: '000', in: PINGQIAO, unit: ['平桥区第一中学', PINGQIAO, 'institution'], mine: {} },
  { document: '000', in: PINGQIAO, unit: ['信阳市司法局', '信阳市', 'government-department'], mine: {} },
  { document: '000', in: PINGQIAO, unit: ['区司法局', '信阳市浉河区', 'government-department'], mine: {} },
  {
    document: '000',
    in: PINGQIAO,
    unit: ['平桥街道办事处', PINGQIAO, 'subdistrict'],
    mine: { '各乡镇（办事处）': 'collective', '各乡镇(办事处)': 'collective' },
  },
  {
    document: '000',
    in: PINGQIAO,
    unit: ['区融媒体中心', PINGQIAO, 'institution'],
    mine: { 平桥区融媒体中心: 'named', 区政府各部门: 'possible', 区政府其他有关部门: 'possible' },
  },
  {
    document: '004',
    in: WUZHI,
    unit: ['市生态环境局武陟分局', WUZHI, 'vertical-organ'],
    mine: {
      市生态环境局武陟分局: 'named',
      县直有关单位: 'possible',
      县政府各部门: 'possible',
      县政府其他部门: 'possible',
    },
  },
  { document: '004', in: WUZHI, unit: ['市生态环境局', '焦作市', 'government-department'], mine: {} },
  {
    document: '004',
    in: '武陟县',
    unit: ['国家金融监督管理总局武陟监管支局', '武陟县', 'vertical-organ'],
    mine: { 武陟金融监管支局: 'named', 县直有关单位: 'possible', 县政府各部门: 'possible', 县政府其他部门: 'possible' },
  },
  {
    document: '004',
    in: '武陟县',
    unit: ['县教育局', '武陟县', 'government-department'],
    mine: { 县教体局: 'possible', 县直有关单位: 'possible', 县政府各部门: 'collective', 县政府其他部门: 'possible' },
  },
  {
    document: '004',
    in: '武陟县',
    unit: ['县人大常委会法制工作委员会', '武陟县', 'peoples-congress'],
    mine: { 县人大法工委: 'named', 县直有关单位: 'possible' },
  },
  { document: 'r001', in: '达州市', unit: ['通川区发展和改革局', '达州市通川区', 'government-department'], mine: {} },
  {
    document: 'r001',
    in: '达州市',
    unit: ['中国人民银行达州市分行', '达州市', 'vertical-organ'],
    mine: { 人行达州市中心支行: 'named' },
  },
  {
    document: 'r004',
    in: '武汉市',
    unit: ['江汉区发展和改革局', '江汉区', 'government-department'],
    mine: { '各区人民政府〈含开发区、风景区管委会〉': 'possible' },
  },
  {
    document: 'r004',
    in: '武汉市',
    unit: ['东湖新技术开发区管委会', '武汉市', 'vertical-organ'],
    mine: { '各区人民政府〈含开发区、风景区管委会〉': 'collective' },
  },
  {
    document: 'r009',
    in: '重庆市、四川省',
    unit: ['市生态环境局', '重庆市', 'government-department'],
    mine: { 市生态环境局: 'named' },
  },
  {
    document: 'r012',
    in: '广东省',
    unit: ['广州市人民政府', '广州市', 'government-department'],
    mine: {
      '广州、深圳市政府': 'named',
      各地级以上市政府: 'collective',
      各有关地级以上市政府: 'possible',
      珠三角各地级以上市政府: 'possible',
      沿海经济带各地级以上市政府: 'possible',
      北部生态发展区各地级市政府: 'possible',
    },
  },
  {
    document: 'r016',
    in: '成都市',
    unit: ['金堂县发展和改革局', '金堂县', 'government-department'],
    mine: {
      '彭州市、金堂县、大邑县政府': 'possible',
      '各区（市）县政府（管委会）': 'possible',
      '相关区（市）县政府（管委会）': 'possible',
    },
  },
  {
    document: 'r016',
    in: '成都市',
    unit: ['彭州市人民政府', '彭州市', 'government-department'],
    mine: {
      '彭州市、金堂县、大邑县政府': 'named',
      '各区（市）县政府（管委会）': 'collective',
      '相关区（市）县政府（管委会）': 'possible',
    },
  },
  {
    document: 'r028',
    in: '陕西省',
    unit: ['杨凌示范区管委会', '陕西省', 'vertical-organ'],
    mine: { '杨凌示范区、西咸新区管委会': 'named' },
  },
  {
    document: 'r028',
    in: '陕西省',
    unit: ['韩城市人民政府', '韩城市', 'government-department'],
    mine: { 韩城市政府: 'named', '各市、县、区政府': 'collective' },
  },
  { document: 'r030', in: '安徽省', unit: ['区司法局', '合肥市包河区', 'government-department'], mine: {} },
  {
    document: 'r032',
    in: '全国',
    unit: ['国家税务总局', '全国', 'government-department'],
    mine: { 税务总局: 'named', 国务院相关部门: 'possible', 各部门: 'collective' },
  },
  { document: 'r032', in: '全国', unit: ['县财政局', '武陟县', 'government-department'], mine: {} },
  {
    document: 'r034',
    in: '广州市',
    unit: ['越秀区卫生健康局', '广州市越秀区', 'government-department'],
    mine: { 各区政府: 'possible' },
  },
  {
    document: 'r041',
    in: '内蒙古自治区',
    unit: ['自治区教育厅', '内蒙古自治区', 'government-department'],
    mine: { 教育厅: 'named' },
  },
];
