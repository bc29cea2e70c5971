import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { FormatErrorCode } from '../../lib/formats/types';

/** Why no document is shown; the codes are those of lib/formats and of the reader itself. */
export type NotShown =
  | { readonly state: 'nothing' }
  | { readonly state: 'loading'; readonly progress: number }
  | {
      readonly state: 'failed';
      readonly code: FormatErrorCode | 'no-document' | 'nothing-pasted';
      readonly detail: string;
    }
  | { readonly state: 'gone'; readonly name: string; readonly address: string | null };

export interface MessageProps {
  readonly shown: NotShown;
  /** Buttons that lead on. */
  readonly actions: ComponentChildren;
}

/** Stands where the document would stand: an invitation, a wait, or what went wrong and what to do. */
export function Message({ shown, actions }: MessageProps) {
  if (shown.state === 'loading') {
    return (
      <p class="reader-message" role="status">
        {shown.progress > 0
          ? i18n.t('reader.progress', [`${Math.floor(shown.progress * 100)}`])
          : i18n.t('reader.loading')}
      </p>
    );
  }
  const [title, body] = wording(shown);
  return (
    <section class="reader-message" role={shown.state === 'failed' ? 'alert' : undefined}>
      <h2>{title}</h2>
      <p>{body}</p>
      <div class="reader-message-actions">
        {shown.state === 'gone' && shown.address && (
          <a class="button button-primary" href={shown.address} target="_blank" rel="noopener noreferrer">
            {i18n.t('reader.atAddress')}
          </a>
        )}
        {actions}
      </div>
    </section>
  );
}

function wording(shown: Exclude<NotShown, { state: 'loading' }>): [string, string] {
  if (shown.state === 'nothing') return [i18n.t('reader.emptyTitle'), i18n.t('reader.emptyBody')];
  if (shown.state === 'gone') return [i18n.t('reader.gone'), i18n.t('reader.goneBody', [shown.name])];
  const why = {
    unsupported: () => i18n.t('reader.unsupported', [shown.detail]),
    'too-large': () => i18n.t('reader.tooLarge'),
    empty: () => i18n.t('reader.empty'),
    damaged: () => i18n.t('reader.damaged'),
    truncated: () => i18n.t('reader.truncated'),
    encrypted: () => i18n.t('reader.encrypted'),
    'wrong-password': () => i18n.t('reader.wrongPassword'),
    'no-text': () => i18n.t('reader.noText'),
    'old-word': () => i18n.t('reader.oldWord'),
    'old-excel': () => i18n.t('reader.oldExcel'),
    'no-document': () => i18n.t('reader.noDocument'),
    'nothing-pasted': () => i18n.t('reader.nothingPasted'),
  }[shown.code];
  return [i18n.t('reader.failedTitle'), why()];
}
