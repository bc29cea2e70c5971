import { DIVISIONS } from './divisions';
import { windowsOf } from './window';

/** A division of the country that is on the official list. */
export interface Division {
  /** Official name: 清河市, 青桐区. */
  readonly name: string;
  /** 1 province, 2 prefecture, 3 county. */
  readonly level: 1 | 2 | 3;
  readonly parent: Division | null;
}

const PEOPLES =
  /(?:各族|壮族|回族|维吾尔|满族|苗族|侗族|土家族|彝族|藏族|羌族|白族|傣族|景颇族|哈尼族|傈僳族|布依族|朝鲜族|蒙古族|蒙古|哈萨克族|哈萨克|柯尔克孜|瑶族|黎族|畲族|仡佬族|毛南族|水族|土族|撒拉族|东乡族|保安族|裕固族|塔吉克|锡伯族|锡伯|达斡尔族|鄂温克族|鄂伦春|佤族|拉祜族|纳西族|布朗族|怒族|独龙族|普米族|各族|仫佬族)+(?=自治|区$)/u;
const FORM =
  /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|林区|特区|矿区|省|市|县|(?<!开发|示范|园|验|管理)区|旗|州|盟)$/u;

/**
 * A place's name without its rank and peoples: 青桐区 → 青桐, 恩施土家族苗族自治州 → 恩施. A one-character stem is no name on
 * its own (息县, 新县): the name is then returned whole.
 */
export function stemOf(name: string): string {
  const stem = name.replace(PEOPLES, '').replace(FORM, '');
  return stem.length >= 2 ? stem : name;
}

interface Gazetteer {
  readonly byName: ReadonlyMap<string, readonly Division[]>;
  readonly byStem: ReadonlyMap<string, readonly Division[]>;
  readonly windows: ReadonlyMap<string, number>;
}

let loaded: Gazetteer | null = null;

function add(map: Map<string, Division[]>, key: string, division: Division): void {
  const list = map.get(key);
  if (list) list.push(division);
  else map.set(key, [division]);
}

/** Built on first use: a page that is no policy never pays for it. */
function gazetteer(): Gazetteer {
  if (loaded) return loaded;
  const byName = new Map<string, Division[]>();
  const byStem = new Map<string, Division[]>();
  const put = (name: string, level: 1 | 2 | 3, parent: Division | null): Division => {
    const division: Division = { name, level, parent };
    add(byName, name, division);
    const stem = stemOf(name);
    add(byStem, stem, division);
    // 恩施州, 凉山州: how an autonomous prefecture is written every day.
    if (name.endsWith('自治州')) add(byName, `${stem}州`, division);
    return division;
  };
  for (const line of DIVISIONS) {
    const [head, ...groups] = line.split('|');
    const province = put(head!, 1, null);
    for (const group of groups) {
      const colon = group.indexOf(':');
      const city = group.slice(0, colon);
      const parent = city ? put(city, 2, province) : province;
      for (const county of group.slice(colon + 1).split(',')) if (county) put(county, 3, parent);
    }
  }
  loaded = { byName, byStem, windows: windowsOf(byName.keys()) };
  return loaded;
}

/** All divisions with this official name; several counties share one (鼓楼区). */
export function divisionsNamed(name: string): readonly Division[] {
  return gazetteer().byName.get(name) ?? [];
}

/** All divisions with this short name: 清河 → 清河市. */
export function divisionsCalled(stem: string): readonly Division[] {
  return gazetteer().byStem.get(stem) ?? [];
}

/** Length of the longest official name that stands in `text` at `from`; 0 when none does. */
export function officialNameAt(text: string, from: number): number {
  const { byName, windows } = gazetteer();
  for (let length = Math.min(windows.get(text[from] ?? '') ?? 0, text.length - from); length >= 2; length -= 1) {
    if (byName.has(text.slice(from, from + length))) return length;
  }
  return 0;
}
