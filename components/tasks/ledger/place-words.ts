import { i18n } from '#i18n';
import type { Place } from '../../../lib/export/ledger/back/grid';

/** Where a row stands in a file. */
export const placeWords = ({ sheet, row }: Place): string =>
  sheet ? i18n.t('ledger.back.place', [sheet, row]) : i18n.t('ledger.back.row', [row]);
