import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { localName, publicUrl } from '../../lib/export/address';
import type { DocumentHead } from '../../lib/store/types';
import { isWeb, placeWord } from '../places';
import './facts.css';

/** What is printed, name and value beside each other. */
export function Facts({ children }: { readonly children: ComponentChildren }) {
  return <dl class="facts">{children}</dl>;
}

/** One fact; nothing when there is none. `kind` draws the line that the page draws under it. */
export function Fact(props: { readonly name: string; readonly value: string | null; readonly kind?: string }) {
  if (!props.value) return null;
  return (
    <>
      <dt>{props.name}</dt>
      <dd class={props.kind ? `fact-${props.kind}` : undefined}>
        <span>{props.value}</span>
      </dd>
    </>
  );
}

/** Where a passage stands: section, document, and the address it was read at. */
export function Place(props: {
  readonly path: readonly string[];
  readonly document: DocumentHead | undefined;
  readonly url: string;
}) {
  const { document } = props;
  const url = publicUrl(props.url);
  const issue = document && [document.docNumber, document.issuer, document.date].filter(Boolean).join(' · ');
  return (
    <>
      <Fact name={i18n.t('tasks.section')} value={props.path.join(' › ')} />
      <Fact name={i18n.t('tasks.document')} value={document?.title ?? null} />
      <Fact name={i18n.t('tasks.issue')} value={issue ?? null} />
      {isWeb(url) ? (
        <>
          <dt>{i18n.t('tasks.address')}</dt>
          <dd>
            <a href={url} target="_blank" rel="noreferrer noopener">
              {url}
            </a>
          </dd>
        </>
      ) : (
        <Fact name={i18n.t(localName(url) === null ? 'tasks.from' : 'tasks.file')} value={url && placeWord(url)} />
      )}
    </>
  );
}
