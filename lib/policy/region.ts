/** Signs that a stretch is no place but the words of a title. */
const noPlace = /[局厅委办部院会关于推进优化促加强实施开展的和与及在对年全我本各该级直]/;

const steps: readonly RegExp[] = [
  /^[\u4e00-\u9fff]{2,3}省|^[\u4e00-\u9fff]{2,8}?自治区/,
  /^[\u4e00-\u9fff]{2,9}?自治州|^[\u4e00-\u9fff]{2,5}?(?:地区|市|盟)/,
  /^[\u4e00-\u9fff]{2,9}?(?:自治县|自治旗)|^[\u4e00-\u9fff]{2,4}?新区|^[\u4e00-\u9fff]{1,4}?(?:县|区(?![域间块])|旗|市)/,
];
const zones = /(?:试验区|保税区|示范区|开发区|社区|园区|地区|山区|小区|片区|城区|城市|市区|校区|林区|景区|灾区|辖区)$/;

/** Places a name begins with: 中共清河市青桐区委 → 清河市青桐区. Empty where it begins with none. */
export function placeOf(name: string): string {
  let rest = name.replace(/^(?:中共|中国共产党|《|〈|关于印发|关于|(?:19|20)\d\d年度?)+/, '');
  let place = '';
  for (const step of steps) {
    const m = step.exec(rest);
    if (!m || noPlace.test(m[0].slice(0, -1)) || zones.test(m[0])) continue;
    place += m[0];
    rest = rest.slice(m[0].length);
  }
  return place;
}

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
