import { i18n } from '#i18n';
import type { FormatWarning } from '../../lib/formats/types';
import { warningWording } from '../../lib/formats/words';

/** What could not be read of a file or was left out, in words. */
export function warningWords(warning: FormatWarning): string {
  const { key, places } = warningWording(warning);
  return i18n.t(`reader.warning.${key}` as 'reader.warning.rowsHidden', places as [string, string]);
}
