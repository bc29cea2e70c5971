import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { dayOf } from '../day';
import { sizeWord } from '../size';
import { type FailureCode, failureWords } from './failure';
import './message.css';

/** Why no document is shown; the codes are those of lib/formats and of the reader itself. */
export type NotShown =
  | { readonly state: 'nothing' }
  | { readonly state: 'loading'; readonly progress: number }
  | {
      readonly state: 'failed';
      readonly code: FailureCode;
      readonly detail: string;
      readonly address?: string;
    }
  | {
      readonly state: 'gone';
      readonly name: string;
      readonly address: string | null;
      /** Of the file, where it was opened here before: in bytes, and when it was last changed. */
      readonly size?: number;
      readonly modified?: string;
    };

export interface MessageProps {
  readonly shown: NotShown;
  /** Buttons that lead on. */
  readonly actions: ComponentChildren;
  /** Below an invitation. */
  readonly more?: ComponentChildren;
}

/** Stands where the document would stand: an invitation, a wait, or what went wrong and what to do. */
export function Message({ shown, actions, more }: MessageProps) {
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
        {shown.state === 'failed' && shown.address && /^https?:/i.test(shown.address) && (
          <a class="button button-primary" href={shown.address} target="_blank" rel="noopener noreferrer">
            {i18n.t('library.download')}
          </a>
        )}
        {shown.state === 'gone' && shown.address && (
          <a class="button button-primary" href={shown.address} target="_blank" rel="noopener noreferrer">
            {i18n.t('reader.atAddress')}
          </a>
        )}
        {actions}
      </div>
      {shown.state === 'nothing' && more}
    </section>
  );
}

function wording(shown: Exclude<NotShown, { state: 'loading' }>): [string, string] {
  if (shown.state === 'nothing') return [i18n.t('reader.emptyTitle'), i18n.t('reader.emptyBody')];
  if (shown.state === 'gone') {
    const { name, size, modified } = shown;
    const known = size !== undefined && modified !== undefined;
    const body = known
      ? i18n.t('library.gone', [name, sizeWord(size), dayOf(modified)])
      : i18n.t('reader.goneBody', [name]);
    return [i18n.t('reader.gone'), body];
  }
  return [i18n.t('reader.failedTitle'), failureWords(shown.code, shown.detail)];
}
