import { officialNameAt } from '../names/gazetteer';
import { wordPlace } from '../names/name';

/** Words of a title, and no part of a place. */
const noPlace = /[第届局厅委办部院会关于推进优化促加强实施开展的和与及在对年全我本各该级直]/;
const zones = /(?:试验区|保税区|示范区|开发区|社区|园区|地区|山区|小区|片区|城区|城市|市区|校区|林区|景区|灾区|辖区)$/;
/** What may stand before the place in a title or an issuer's name: marks, years, and what the paper does. */
const before = /^(?:中共|中国共产党|《|〈|“|（|关于|(?:19|20)\d\d年度?|—|-)+/;
const verbs =
  /^(?:印发|转发|批转|下达|下发|发布|公布|公开|报送|调整|成立|组建|设立|撤销|命名|表彰|奖励|授予|认定|同意|批准|核准|批复|通报|修订|修改|废止|清理|继续|开展|加强|加快|做好|抓好|推进|推动|深化|实施|落实|贯彻|支持|促进|提升|优化|规范|完善|建立|健全|明确|组织|启动|举办|召开|征集|征求|分解|分配|安排|确定|划定|保护|建设|打造|培育|取消|暂停|恢复|延长|进一步|切实|全面|扎实)+/;

/**
 * Places a name begins with: 中共清河市青桐区委 → 清河市青桐区. Names of the official list are taken whole, others by their
 * rank word; a verb of a title is no part of a place (下达天河区… → 天河区). Empty where it begins with none.
 */
export function placeOf(name: string): string {
  const rest = name.replace(before, '');
  const verb = officialNameAt(rest, 0) ? '' : (verbs.exec(rest)?.[0] ?? '');
  const behind = verb ? placesAt(rest.slice(verb.length).replace(before, '')) : '';
  return behind || placesAt(rest);
}

/** One place after the other at the beginning of a text. */
function placesAt(text: string): string {
  let at = 0;
  for (let n = 0; n < 4; n++) {
    const length = officialNameAt(text, at) || unlisted(text.slice(at));
    // 清河市建设区域…: what goes on is the title.
    if (n > 0 && verbs.test(text.slice(at))) break;
    if (!length || (n > 0 && !goesDeeper(text.slice(0, at), text.slice(at, at + length)))) break;
    at += length;
  }
  return text.slice(0, at);
}

/** A name of one sign: 甲县, but not 城区 or 本县. */
const single =
  /^[^城都本我全各该省市县区郊农乡社校园景山库灾片小军牧辖][县区旗州](?![域间块区县旗州]|市(?![场政民容]))/;

/** Length of a place that the list does not know, by its rank word; one sign before 县 is a name as well. */
function unlisted(text: string): number {
  const words = /^[\u4e00-\u9fff]{1,9}?(?:自治[区州县旗]|新区)/.exec(text)?.[0].length ?? 0;
  const whole = /^[\u4e00-\u9fff]{2,4}[省市县区旗州盟]$/.test(text) ? text.length : 0;
  const found = words || (single.test(text) ? 2 : 0) || wordPlace(text) || whole;
  // 临澜县县长办公会: the second 县 is the beginning of another word.
  const length = /([省市县区旗州盟])\1$/.test(text.slice(0, found)) ? found - 1 : found;
  const name = text.slice(0, length);
  return length && /^[\u4e00-\u9fff]+$/.test(name) && !noPlace.test(name.slice(0, -1)) && !zones.test(name)
    ? length
    : 0;
}

const ranks = ['省区', '市州盟', '县区旗市'];
/** 清河市 and then 青桐区: a place is followed by one inside it. */
const goesDeeper = (above: string, next: string): boolean => {
  const level = (name: string): number => ranks.findIndex((r) => r.includes(name.at(-1)!));
  return (
    level(next) > level(above) ||
    (next.endsWith('区') && /[市州]$/.test(above)) ||
    (next.endsWith('市') && /[州省区]$/.test(above))
  );
};

/** The document's region, as far up as its own words say. `text` is its beginning. */
export function regionOf(names: readonly (string | null)[], text: string): string | null {
  const places = names
    .filter((n): n is string => Boolean(n))
    .map(placeOf)
    .filter((p) => p.length >= 2);
  const region = places.sort((a, b) => b.length - a.length)[0];
  if (!region) return null;
  if (!/^[\u4e00-\u9fff]{1,6}(?:县|区|旗)$/.test(region)) return region;
  // A county named alone, whose city the document names with it elsewhere.
  const named = text.includes(`市${region}`);
  const above = named ? new RegExp(`([\\u4e00-\\u9fff]{2,4}市)${region}`).exec(text) : null;
  if (above && !noPlace.test(above[1]!.slice(0, -1))) return above[1]! + region;
  return (cityCarriedOut(text) ?? '') + region;
}

/** The one city whose paper a county carries out: 根据《清河市人民政府办公室关于…》, 清河市委、市政府部署. Null where two are named. */
function cityCarriedOut(text: string): string | null {
  if (!text.includes('市人民政府') && !text.includes('市委') && !text.includes('市政府办')) return null;
  const cities = new Set<string>();
  for (const m of text.matchAll(
    /(?:《|按照|根据|落实|贯彻|以及|[，。、和])([\u4e00-\u9fff]{2,3}市)(?=人民政府|委[、，和办]|政府办|委市政府)/g,
  ))
    if (!noPlace.test(m[1]!.slice(0, -1))) cities.add(m[1]!);
  return cities.size === 1 ? [...cities][0]! : null;
}
