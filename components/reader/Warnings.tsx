import { i18n } from '#i18n';
import type { FormatWarning } from '../../lib/formats/types';
import { warningWords } from './warning-words';
import './warnings.css';

/** What could not be read of a file or was left out: said above it. That only its beginning was read stands open. */
export function Warnings({ warnings }: { readonly warnings: readonly FormatWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <details class="reader-warnings" open={warnings.some(({ code }) => code === 'truncated')}>
      <summary>{i18n.t('reader.warnings', [`${warnings.length}`])}</summary>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.page ?? ''} ${warning.where ?? ''}`}>{warningWords(warning)}</li>
        ))}
      </ul>
    </details>
  );
}
