/** Places a name begins with: 中共信阳市平桥区委 → 信阳市平桥区. Empty where it begins with none. */
export function placeOf(name: string): string {
  const text = name.replace(/^(?:中共|中国共产党|《|〈)+/, '');
  const m =
    /^((?:[\u4e00-\u9fff]{2,3}(?:省)|[\u4e00-\u9fff]{2,8}自治区)?(?:[\u4e00-\u9fff]{2,9}?(?:自治州|地区|盟)|[\u4e00-\u9fff]{2,5}?市)?(?:[\u4e00-\u9fff]{1,9}?(?:自治县|自治旗|新区|县|区|旗|市))?)/.exec(
      text,
    );
  const place = m?.[1] ?? '';
  if (!place || /^(?:全|各|本|我|该|关于|有关|综合|自由|高新|城)/.test(place)) return '';
  if (
    /(?:贸易试验区|保税区|示范区|开发区|社区|园区|地区双城|山区|小区|片区|城区|市区|校区)$/.test(place) ||
    /[关于在和与及的]/.test(place)
  )
    return '';
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
  // A county named alone, whose city the document names elsewhere: 新乡市卫滨区.
  if (/^[\u4e00-\u9fff]{1,6}(?:县|区|旗)$/.test(region)) {
    const above = new RegExp(`(?:^|[^\\u4e00-\\u9fff]|[在与和对据经])([\\u4e00-\\u9fff]{2,4}市)${region}`).exec(text);
    if (above) return above[1]! + region;
  }
  return region;
}
