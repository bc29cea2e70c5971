import { i18n } from '#i18n';
import './library.css';

/** A task was followed to its file, and another one was opened. @param wanted Name of the file it came from. */
export function OtherFile({ wanted }: { readonly wanted: string }) {
  return (
    <p class="other-file" role="alert">
      {i18n.t('library.other', [wanted])}
    </p>
  );
}
