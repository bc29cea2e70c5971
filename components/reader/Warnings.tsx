import { i18n } from '#i18n';
import type { FormatWarning, FormatWarningCode } from '../../lib/formats/types';
import './warnings.css';

const words: Readonly<Record<FormatWarningCode, (warning: FormatWarning) => string>> = {
  truncated: () => i18n.t('reader.warning.truncated'),
  'malformed-part': ({ count = 1 }) => i18n.t('reader.warning.malformedPart', [`${count}`]),
  'pages-without-text': ({ count = 1 }) => i18n.t('reader.warning.pagesWithoutText', [`${count}`]),
  'page-unreadable': ({ page = 1 }) => i18n.t('reader.warning.pageUnreadable', [`${page}`]),
  'external-left-out': () => i18n.t('reader.warning.externalLeftOut'),
  'pictures-left-out': () => i18n.t('reader.warning.picturesLeftOut'),
  'numbering-approximate': () => i18n.t('reader.warning.numberingApproximate'),
  'numbering-missing': () => i18n.t('reader.warning.numberingMissing'),
  'changes-accepted': () => i18n.t('reader.warning.changesAccepted'),
  'hidden-left-out': () => i18n.t('reader.warning.hiddenLeftOut'),
  'seals-not-checked': () => i18n.t('reader.warning.sealsNotChecked'),
  'table-unsure': ({ count = 1 }) => i18n.t('reader.warning.tableUnsure', [`${count}`]),
  'drawing-approximate': () => i18n.t('reader.warning.drawingApproximate'),
  'limit-reached': () => i18n.t('reader.warning.limitReached'),
};

/** What could not be read of a file or was left out: said above it, never hidden. */
export function Warnings({ warnings }: { readonly warnings: readonly FormatWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <details class="reader-warnings">
      <summary>{i18n.t('reader.warnings', [`${warnings.length}`])}</summary>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.page ?? ''}`}>{words[warning.code](warning)}</li>
        ))}
      </ul>
    </details>
  );
}
