/** What stands behind the last unit of a list that is open: 等部门, 等有关单位, 等5部门, or 等 alone. */
const OPEN =
  /^等(?![级同额次离量值效式于待候比分边])(?:[\d一二三四五六七八九十多]+个?)?(?:有关|相关|职能|责任|成员|主管|其他)*(?:部门和单位|单位和部门|部门|单位|机构|组织|团体|企业|乡镇|镇街|科室|股室)?/u;
/** What stands between two units of one list. */
const BETWEEN = /(?:[、，,；;及和与]|以及)$/u;
/** Of a name's own, or of a sentence around it: no unit of this list begins behind it. */
const INSIDE = /[\p{Script=Han}\dA-Za-z]$/u;
/** Words after which a list may begin without a sign. */
const BEFORE = /(?:由|请|会同|牵头|配合|负责|单位|部门|同)$/u;

/** Whom a list leaves open, at the end of its sign. Each is two characters long. */
const WHOM: ReadonlySet<string> = new Set([
  '部门',
  '单位',
  '机构',
  '组织',
  '团体',
  '企业',
  '乡镇',
  '镇街',
  '科室',
  '股室',
]);

/**
 * A unit's name without the sign of its list: 乙局 of 乙局等有关部门, for 乙局等部门 stands for no unit of that name.
 *
 * Sought by hand: a search by a pattern starts anew at every 等, and each time reads to the end.
 */
export function withoutOpenSign(unit: string): string {
  if (WHOM.has(unit.slice(-2))) {
    const stretch = Math.max(unit.lastIndexOf('、'), unit.lastIndexOf('；')) + 1;
    const at = unit.indexOf('等', stretch);
    if (at >= 0) return unit.slice(0, at);
  }
  return unit.endsWith('等') ? unit.slice(0, -1) : unit;
}

/**
 * Units of a measure as its ledger shows them: the last of a list that is open in the document says so (甲局、乙局等部门), for
 * others may be meant. They are stored by name, so that lists can be filtered and compared.
 *
 * @param excerpt The measure as it is printed.
 */
export function openUnits(units: readonly string[], excerpt: string): readonly string[] {
  if (!excerpt.includes('等')) return units;
  const text = excerpt.replace(/\s+/gu, '');
  return units.map((unit, at) => {
    const bare = unit.replace(/\s+/gu, '');
    return bare === '' || withoutOpenSign(bare) !== bare ? unit : unit + signBehind(text, bare, units[at - 1]);
  });
}

/** What stands behind a unit where its list is printed; '' where that is closed, or is not found. */
function signBehind(text: string, unit: string, before: string | undefined): string {
  const last = before?.replace(/\s+/gu, '');
  let sign = '';
  for (let from = text.indexOf(unit); from >= 0; from = text.indexOf(unit, from + unit.length)) {
    const ahead = text.slice(Math.max(0, from - 40), from);
    const between = BETWEEN.exec(ahead);
    const follows = between !== null && last !== undefined && ahead.slice(0, between.index).endsWith(last);
    const begins = !between && (!INSIDE.test(ahead) || BEFORE.test(ahead));
    // The list stands at the end of a measure: what is printed last counts.
    if (follows || begins) sign = OPEN.exec(text.slice(from + unit.length, from + unit.length + 20))?.[0] ?? '';
  }
  return sign;
}
