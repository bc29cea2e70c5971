import { officialNameAt } from './gazetteer';
import { organKey } from './organ-key';

/** A unit's name taken apart: where it is, which organ it is. */
export interface Name {
  /** Normalised, whole. */
  readonly text: string;
  /** Places printed before the organ, outermost first: 清河市, 青桐区. */
  readonly places: readonly string[];
  /** A bare level word instead of a place: 县 of 县司法局; 国家 for the nation. */
  readonly scope: string | null;
  /** What is left: 司法局. Empty when only a place is named. */
  readonly core: string;
  /** Folded core (see `organKey`); of a branch, that of the organ it belongs to. */
  readonly key: string;
  /** 分局, 支局 of an organ above: which one. `label` is a place or a number (直属二); null: that of the place named before. */
  readonly branch: { readonly label: string | null } | null;
}

/** Level words that can stand for "ours" before an organ. */
const SCOPES = ['自治区', '自治州', '自治县', '自治旗', '省', '市', '县', '区', '州', '旗', '盟'];
/** Words that begin with a level word and are none: the market in 市场监管局 is not a city. */
const NOT_A_SCOPE =
  /^(?:市场(?!场)|市容|市政(?:公用|工程|园林|管理|设施|建设)|市民|区域|县域|区块|区划|省际|州际|市(?:$|[、(]))/u;
const NATION =
  /^(?:国家(?=.{2})(?!(?:税务总局|统计局|金融监督管理总局|外汇管理局|电网).)|国务院(?=.)|中共中央|中央(?=.))/u;
/** Names of vertical organs that print the organ of the centre before the place. */
const CENTRAL =
  /^(?:国家税务总局|国家统计局|国家金融监督管理总局|国家外汇管理局|国家能源局|中国气象局|应急管理部消防救援局)(?=.{2,}(?:局|队|办)$)/u;
/** Words that end like a place and are none, so that 城市管理局 is not an organ of 城市. */
const NOT_A_PLACE =
  /(?:城市|都市|社区|园区|景区|山区|库区|灾区|片区|小区|军区|校区|牧区|全市|全省|全县|全区|城区|市区|地区|本市|本县|本区|中省|城乡|下乡)$/u;
/** Topics whose organs have branches in the counties. */
const TOPICS =
  '公安|生态环境|自然资源和规划|自然资源规划|自然资源|规划|国土资源|金融监管|金融监督管理|监管|银保监|银监|税务|交警|烟草专卖|海关缉私|市场监管|市场监督管理|城管执法|城管';
const OWN_BRANCH = new RegExp(`^(?:(.{1,8}?))?(${TOPICS})(?:分局|支局)$`, 'u');
const FAR_BRANCH = new RegExp(`^(${TOPICS})(?:局|委|委员会)?(.{1,10}?)(?:分局|支局|监管支局|监管分局)$`, 'u');
/** The central bank's offices, renamed from 中心支行 to 分行 in 2023; the place tells which one. */
const BANK = /^(?:中国人民银行|人民银行|人行)(.{0,10}?)(分行营业管理部|营业管理部|营管部|中心支行|支行|分行)$/u;
const RANKS = /[省市县区州旗盟]/u;

/** Where an unlisted place name at the beginning ends; 0 when there is none. */
export function wordPlace(text: string): number {
  if (RANKS.test(text[0] ?? '')) return 0;
  if (/^(?:中国|国家|人民|中央)/u.test(text)) return 0;
  const limit = Math.min(text.length - 1, 7);
  for (let at = 2; at < limit; at += 1) {
    if (!RANKS.test(text[at]!)) continue;
    if (RANKS.test(text[at + 1]!) && '州县旗盟'.includes(text[at]!)) continue;
    const end = at + 1;
    return NOT_A_PLACE.test(text.slice(0, end)) ? 0 : end;
  }
  return 0;
}

function knownPlace(text: string, known: readonly string[]): number {
  for (const place of known) {
    if (!text.startsWith(place)) continue;
    const rest = text.length - place.length;
    // A short name needs an organ of its own behind it: 公安 of 公安县 is not the place in 公安局.
    if (rest === 0 || rest >= 3 || /[省市县区州旗盟]$/u.test(place)) return place.length;
  }
  return 0;
}

/**
 * Takes a normalised name apart. `known` holds names of the places at hand (the document's and the reader's, official
 * and short), longest first; places of the official list are found without it; unlisted places are taken by their rank
 * word only where `guess` is set, because 城市管理局 looks the same.
 */
export function parseName(text: string, known: readonly string[] = [], guess = false): Name {
  let rest = text.replace(/^(?:中共(?!中央)|中国共产党)(?=.)/u, '').replace(CENTRAL, '');
  if (rest.length < text.length && /监管(?:局|支局|分局)$/u.test(rest))
    rest = rest.replace(/监管(?=(?:局|支局|分局)$)/u, '金融监管').replace('金融金融', '金融');
  // 国网临澜县供电公司: the grid's name before the place.
  rest = rest.replace(/^(?:国网|国家电网)(?=.{2,}供电)/u, '');
  // 团县委, 共青团临澜县委: the place stands inside.
  rest = rest.replace(/^(?:共青团|团)(.{0,8}[省市县区州旗盟])委(?:员会)?$/u, '$1团委');
  const places: string[] = [];
  let scope: string | null = null;
  const nation = NATION.exec(rest);
  if (nation) {
    scope = '国家';
    rest = rest.slice(nation[0].length) || rest;
  }
  while (!scope && rest && places.length < 5) {
    const length = officialNameAt(rest, 0) || knownPlace(rest, known) || (guess ? wordPlace(rest) : 0);
    if (!length) break;
    places.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  if (!scope && places.length === 0 && !NOT_A_SCOPE.test(rest)) {
    const word = SCOPES.find((candidate) => rest.startsWith(candidate));
    if (word && rest.length > word.length) {
      scope = word;
      rest = rest.slice(word.length);
    }
  }
  return { text, places, scope, core: rest, ...organ(rest) };
}

function organ(core: string): { key: string; branch: Name['branch'] } {
  if (/(?:分局|支局)$/u.test(core)) {
    const own = OWN_BRANCH.exec(core);
    if (own) return { key: organKey(`${own[2]}局`), branch: { label: own[1] ?? null } };
    const far = FAR_BRANCH.exec(core);
    if (far) return { key: organKey(`${far[1]}局`), branch: { label: far[2]! } };
  }
  const bank = BANK.exec(core);
  if (bank) return { key: '人行', branch: { label: bank[1] || null } };
  return { key: organKey(core), branch: null };
}

const TOWN = /^(.{1,8}?(?:镇|乡|苏木|街道|办事处|街办))(?:人民政府|政府|党委|党工委|办事处|办|党委政府|党委、政府)?$/u;

/** 明港镇人民政府 → 明港镇; 木城街道办事处, 木城办事处 → 木城街道. Null when the core names no township. */
export function townOf(core: string): string | null {
  const match = TOWN.exec(core);
  if (!match) return null;
  return match[1]!.replace(/(?:街道办事处|办事处|街办|街道)$/u, '街道');
}
