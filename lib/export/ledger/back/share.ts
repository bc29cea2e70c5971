import { clean } from '../unfit';
import type { GridCell } from './grid';

/** A share of a hundred as offices write it: 60%, 60 ％, 约60%, 已完成60%; with `bare` also 60 and 0.6. */
const SHARE = /^(?:已?完成)?(?:约|大约|近|达到?)?(\d{1,3}(?:\.\d{1,20})?|\.\d{1,20})(%?)(?:左右)?$/;

function partsOf(text: string): { number: number; sign: boolean } | null {
  const [, digits, sign] = SHARE.exec(clean(text).normalize('NFKC').replace(/\s+/g, '')) ?? [];
  return digits === undefined ? null : { number: Number(digits), sign: sign !== '' };
}

/** Whether a text is a share of a hundred. @param bare numbers without a sign are, too */
export function shareIn(text: string, bare: boolean): boolean {
  const parts = partsOf(text);
  return parts !== null && (parts.sign || bare) && parts.number <= 100;
}

/** A share as a whole number. Nothing is rounded up to 100: only what is all done is. */
export const wholeShare = (share: number): number => (share < 100 ? Math.min(99, Math.round(share)) : share);

/** Figures of something else than how far a thing is, and such as are no plain ones: 增长12%, 不足30%, 预计80%. */
const ELSE =
  /增长|增速|增幅|同比|环比|下降|提高|提升|到位|满意|覆盖|支付|不足|不到|不低于|超|以[上下]|预计|预期|目标|计划|拟|力争|争取|确保|剩余|尚|未|还[有剩差需]/;
const FIGURE = /(?<![\d.])(\d{1,3}(?:\.\d{1,20})?)%|([一二三四五六七八九])成(?![立员为果效本品])(半?)/g;

/** The one plain share that words name (占总工作量的30%, 约三成); null where they name none, several, or the whole: that is a guess. */
export function shareInWords(text: string): number | null {
  const bare = clean(text).normalize('NFKC').replace(/\s+/g, '');
  const [figure, ...others] = bare.matchAll(FIGURE);
  if (!figure || others.length > 0 || ELSE.test(bare)) return null;
  const [, digits, tenths, half] = figure;
  const share = tenths ? ('一二三四五六七八九'.indexOf(tenths) + 1) * 10 + (half ? 5 : 0) : Number(digits);
  return share < 100 ? wholeShare(share) : null;
}

/** How a column writes numbers without a sign: as shares of a hundred, as fractions of one, or some so and some so. */
export type Scale = 'hundred' | 'one' | 'mixed';

/**
 * A column says shares as fractions of one (0.6, and 1 for all) where every number without a sign is one at most. What a spreadsheet
 * program keeps of a typed per cent is such a number; where a 60 stands among whole ones, 1 is one of a hundred.
 */
export function scaleOf(cells: readonly GridCell[]): Scale {
  const bare = cells.flatMap(({ text, kind }) => {
    const parts = partsOf(text);
    return parts && !parts.sign ? [{ ...parts, kind }] : [];
  });
  const typed = bare.some(({ kind, number }) => kind === 'number' || !Number.isInteger(number));
  if (typed && bare.every(({ number }) => number <= 1)) return 'one';
  return bare.some(({ number }) => number > 0 && number < 1) ? 'mixed' : 'hundred';
}

/** A cell as a share from 0 to 100; null for what is none, or may be of either scale. @param scale of its column */
export function shareOf({ text }: GridCell, scale: Scale): number | null {
  const parts = partsOf(text);
  if (!parts) return null;
  const { sign, number } = parts;
  // 0.5 beside a 60 is a half or a half per cent: nobody knows.
  if (!sign && scale === 'mixed' && number > 0 && number <= 1) return null;
  // A product of 0.07 and 100 is more than 7 by a hair.
  const share = sign || scale !== 'one' ? number : Number((number * 100).toFixed(6));
  return share <= 100 ? wholeShare(share) : null;
}
