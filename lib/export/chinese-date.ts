/** An ISO calendar date as papers write it: 2026-03-02 → 2026年3月2日; what is no date stays. */
export function chineseDate(date: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : date;
}
