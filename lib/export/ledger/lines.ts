/** Lines of a text in a column so many half-width signs wide. Wide signs never hang over, so a sign of room is lost. */
export function linesOf(text: string, width: number): number {
  const room = Math.max(2, width - 1.5);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    let here = 1;
    for (const sign of paragraph) {
      const wide = sign > '\u2000' ? 2 : 1.05;
      if (used + wide > room) {
        here++;
        used = 0;
      }
      used += wide;
    }
    lines += here;
  }
  return lines;
}
