import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button, IconButton } from '../ui/Button';
import './reader.css';

export interface ReaderFrameProps {
  /** Of the document; null while none is open. */
  readonly title: string | null;
  /** Buttons that open another document. */
  readonly opening: ComponentChildren;
  /** Buttons that help in the document; null while none is open. */
  readonly tools?: ComponentChildren | null;
  readonly paper: ComponentChildren;
  /** Beside the paper, on its left; null where nothing is. */
  readonly side?: ComponentChildren | null;
  /** Over the paper, where it does not scroll. */
  readonly over?: ComponentChildren | null;
  /** null while no document is open. */
  readonly panel: ComponentChildren | null;
  readonly onPrint: () => void;
  readonly onTasks: () => void;
  readonly onOptions: () => void;
}

/** The reader's page: a bar, the document, the panel beside it; on a narrow screen one of the two at a time. */
export function ReaderFrame({ title, opening, tools, paper, side, over, panel, ...on }: ReaderFrameProps) {
  const [shown, setShown] = useState<'paper' | 'panel'>('paper');
  return (
    <div
      class="reader"
      data-shown={panel === null ? 'paper' : shown}
      data-panel={panel === null ? undefined : ''}
      data-side={side ? '' : undefined}
    >
      <header class="reader-bar">
        <h1 class="reader-name" title={title ?? undefined}>
          <span class="reader-brand">{i18n.t('reader.title')}</span>
          {title && <span class="reader-document">{title}</span>}
        </h1>
        <div class="reader-actions">
          {opening}
          {tools}
          {panel !== null && <IconButton icon="printer" label={i18n.t('reader.print')} onClick={on.onPrint} />}
          <IconButton icon="listTodo" label={i18n.t('reader.tasks')} onClick={on.onTasks} />
          <IconButton icon="settings" label={i18n.t('reader.options')} onClick={on.onOptions} />
        </div>
        {panel !== null && (
          <fieldset class="reader-switch" aria-label={i18n.t('reader.views')}>
            <Button small variant="quiet" aria-pressed={shown === 'paper'} onClick={() => setShown('paper')}>
              {i18n.t('reader.showText')}
            </Button>
            <Button small variant="quiet" aria-pressed={shown === 'panel'} onClick={() => setShown('panel')}>
              {i18n.t('reader.showPanel')}
            </Button>
          </fieldset>
        )}
      </header>
      {side && <div class="reader-side">{side}</div>}
      <main class="reader-paper" aria-label={i18n.t('reader.paper')}>
        {paper}
      </main>
      {over && <div class="reader-over">{over}</div>}
      {panel !== null && <div class="reader-panel">{panel}</div>}
    </div>
  );
}
