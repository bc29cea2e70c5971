import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { sanitize } from '../../lib/formats/sanitize';
import { copySelection } from './copy-selection';
import { setTables } from './tables';
import './sheet.css';

export interface SheetProps {
  /** HTML of a document (lib/formats), cleaned here whatever it was made from; a change of it sets a new document. */
  readonly html: string;
  /** Called once a document stands in the page; what it returns is called before the next one or the end. */
  readonly onSet: (article: HTMLElement) => (() => void) | undefined;
}

/**
 * A document on paper. The content is put in by hand and only when it changes: marks are painted into it, and a
 * rendering of ours must never wipe them away.
 */
export function Sheet({ html, onSet }: SheetProps) {
  const article = useRef<HTMLElement>(null);
  const set = useRef(onSet);
  set.current = onSet;
  useLayoutEffect(() => {
    const element = article.current as HTMLElement;
    element.innerHTML = sanitize(html);
    setTables(element);
    return set.current(element);
  }, [html]);
  return (
    <article
      ref={article}
      class="sheet"
      aria-label={i18n.t('reader.article')}
      lang="zh-CN"
      onCopy={(event) => copySelection(event, event.currentTarget)}
    />
  );
}
