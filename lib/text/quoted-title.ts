const opens = '《〈';
const closes = '》〉';

/**
 * A title between the signs of a title: 《关于印发〈便民服务提升行动方案〉的通知》. Titles within it take the other pair at
 * each level (GB/T 15834—2011, 4.15.3.4); a title that was printed between such signs as a whole gets them once.
 *
 * @param title As printed, with or without signs of its own, of either pair; not empty.
 */
export function quotedTitle(title: string): string {
  const bare = unwrapped(title.trim());
  let depth = 1;
  const inner = Array.from(bare, (sign) => {
    if (opens.includes(sign)) return opens[depth++ % 2];
    if (!closes.includes(sign)) return sign;
    // One that closes nothing must not seem to close the whole.
    depth = Math.max(1, depth - 1);
    return closes[depth % 2];
  });
  return `《${inner.join('')}》`;
}

/** Without the pair around the whole, if there is one: 《甲》和《乙》 is no such title. */
function unwrapped(title: string): string {
  if (!opens.includes(title[0] ?? ' ')) return title;
  let depth = 0;
  for (let at = 0; at < title.length; at++) {
    if (opens.includes(title[at]!)) depth++;
    else if (closes.includes(title[at]!)) depth--;
    if (depth === 0) return at === title.length - 1 ? title.slice(1, -1) : title;
  }
  return title;
}
