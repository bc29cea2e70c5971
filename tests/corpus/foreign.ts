import { guessKind } from '../../lib/units';
import type { Profile } from '../../lib/units/types';

/** Units of invented places, long and short, of every kind: nothing in a real document is theirs. */
const UNITS: readonly (readonly [name: string, region: string])[] = [
  ['县司法局', '临澜县'],
  ['县司法局', '云岭省清河市临澜县'],
  ['临澜县财政局', ''],
  ['区司法局', '云岭省清河市东渚区'],
  ['区司法局', '东渚区'],
  ['区发展改革委', '东渚区'],
  ['区委编办', '东渚区'],
  ['区法院', '东渚区'],
  ['县人民检察院', '云岭省临澜县'],
  ['县公安局', '临澜县'],
  ['东渚公安分局', '云岭省清河市东渚区'],
  ['市生态环境局临澜分局', '清河市临澜县'],
  ['临澜县税务局', '临澜县'],
  ['临澜县气象局', '临澜县'],
  ['石桥镇', '临澜县'],
  ['石桥镇人民政府', '云岭省清河市临澜县'],
  ['望江街道办事处', '东渚区'],
  ['枫林乡', '云岭省清河市临澜县'],
  ['县政府办', '临澜县'],
  ['临澜县人民政府', '临澜县'],
  ['市司法局', '清河市'],
  ['市发展改革委', '云岭省清河市'],
  ['市经济和信息化局', '云岭省清河市'],
  ['清河市人民政府', '云岭省'],
  ['省财政厅', '云岭省'],
  ['省司法厅', '云岭省'],
  ['临澜县经济开发区管委会', '云岭省清河市临澜县'],
  ['临澜县第一中学', '云岭省清河市临澜县'],
  ['县融媒体中心', '临澜县'],
  ['县总工会', '临澜县'],
  ['临澜城市建设投资有限公司', '云岭省清河市临澜县'],
  ['旗教育局', '云岭省白草盟青原旗'],
];

export const FOREIGN: readonly Profile[] = UNITS.map(([name, region], index) => ({
  id: `foreign-${index}`,
  name,
  region,
  kind: guessKind(name),
  aliases: [],
  colour: null,
}));
