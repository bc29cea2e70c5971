/**
 * A part of a whole in whole per cent, halves rounded up: 18 of 66 → 27 %. What rounds to nothing or to all without being
 * it says so, since 占 100 % of a ledger with one duty left would be untrue.
 *
 * @param part at most `whole`; both are counts.
 * @returns null where there is nothing to give a share of.
 */
export function share(part: number, whole: number): string | null {
  if (part === 0 || whole === 0) return null;
  // The division is rounded once and halves are exact in binary, so no half goes astray.
  const percent = Math.round((100 * part) / whole);
  if (percent === 0) return '不足 1 %';
  if (percent === 100 && part < whole) return '超过 99 %';
  return `${percent} %`;
}
