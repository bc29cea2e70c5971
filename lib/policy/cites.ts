import { fold, Sign } from '../text/chars';
import type { Paragraph } from './paragraphs';
import { titleRanges } from './title-ranges';
import type { Citation } from './types';

const number = /^[（(【〔]?([\u4e00-\u9fffA-Za-z]{1,16}[〔[［【(（]?(?:19|20)\d\d[〕\]］】)）]?第?\d{1,5}号)/;

/** Documents named in 《…》 with the number printed behind them; its own titles are none. In order, each once. */
export function citesOf(paragraphs: readonly Paragraph[], own: readonly (string | null)[]): Citation[] {
  const mine = new Set(own.filter((t): t is string => Boolean(t)).flatMap((t) => [key(t), key(inner(t))]));
  const found = new Map<string, Citation>();
  for (const { strand, furniture } of paragraphs) {
    // The head of the document names itself: 《…》重要举措分工方案.
    if (furniture || (strand.signs & Sign.title) === 0 || mine.has(key(strand.text))) continue;
    for (const { start, end } of titleRanges(strand.text)) {
      const title = strand.text.slice(start + 1, end - 1);
      const k = key(title);
      if (title.length < 3 || title.length > 160 || mine.has(k)) continue;
      const known = found.get(k);
      if (known?.docNumber) continue;
      const docNumber = number.exec(strand.text.slice(end, end + 40))?.[1] ?? null;
      found.set(k, { title: known?.title ?? title, docNumber });
    }
  }
  return [...found.values()];
}

const key = (title: string): string => fold(title).replace(/[《》〈〉<>]/g, '');
const inner = (title: string): string => /(?:印发|转发|发布)《?(.+?)》?的(?:通知|公告)$/.exec(title)?.[1] ?? title;
