import { FormatError } from './types';
import type { ZipParts } from './zip';

/**
 * Files of OpenDocument say in their list of parts which of these are encrypted; newer programs encrypt all of them as one.
 *
 * @throws FormatError `locked`
 */
export function refuseLocked(zip: ZipParts): void {
  const whole = zip.names.includes('encrypted-package');
  const list = new TextDecoder().decode(zip.get('META-INF/manifest.xml'));
  if (whole || list.includes('encryption-data')) throw new FormatError('locked', 'an encrypted file of OpenDocument');
}
