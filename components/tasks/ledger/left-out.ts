import { i18n } from '#i18n';
import type { Offer } from '../../../lib/export/ledger/back/choose';

/** How much of a file was not taken over. */
export interface LeftOut {
  /** Fields that it says otherwise. */
  readonly fields: number;
  /** Rows of tasks that are not here. */
  readonly rows: number;
}

/** Of several sides of a conflict one is enough. */
export function leftOut(offers: readonly Offer[], chosen: ReadonlySet<string>, rows: number): LeftOut {
  const fieldOf = ({ id, field }: Offer) => `${id}/${field}`;
  const all = new Set(offers.map(fieldOf));
  const taken = new Set(offers.filter(({ key }) => chosen.has(key)).map(fieldOf));
  return { fields: all.size - taken.size, rows };
}

/** What was done, and what was left out beside it. */
export function withLeftOut(done: string, left: LeftOut | undefined): string {
  const parts = [
    left?.fields ? i18n.t('ledger.back.leftFields', [left.fields]) : '',
    left?.rows ? i18n.t('ledger.back.leftRows', [left.rows]) : '',
  ].filter(Boolean);
  if (parts.length === 0) return done;
  return i18n.t('ledger.back.leftOut', [done, parts.join(i18n.t('ledger.back.leftAnd'))]);
}
