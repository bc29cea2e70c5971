import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ReaderMode } from '../../lib/settings';
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
  /** The pages of a fixed layout, where the document has them and they are to be seen. */
  readonly original?: ComponentChildren;
  /** Which of paper and original are seen. */
  readonly mode?: ReaderMode;
  /** Where the reader chooses that; absent for a document without an original. */
  readonly modes?: ComponentChildren;
  /** Beside the paper, on its left; null where nothing is. */
  readonly side?: ComponentChildren | null;
  /** Over the paper, where it does not scroll. */
  readonly over?: ComponentChildren | null;
  /** null while no document is open. */
  readonly panel: ComponentChildren | null;
  readonly onPrint: () => void;
  readonly onTasks: () => void;
  readonly onHelp: () => void;
  readonly onOptions: () => void;
}

/** The reader's page: a bar, the document, the panel beside it; on a narrow screen one of the two at a time. */
export function ReaderFrame(props: ReaderFrameProps) {
  const { title, opening, tools, paper, original, mode = 'reading', modes, side, over, panel, ...on } = props;
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
        {modes}
        <div class="reader-actions">
          {opening}
          {tools}
          {panel !== null && <IconButton icon="printer" label={i18n.t('reader.print')} onClick={on.onPrint} />}
          <IconButton icon="listTodo" label={i18n.t('reader.tasks')} onClick={on.onTasks} />
          {/* With a document the panel has it. */}
          {panel === null && <IconButton icon="question" label={i18n.t('help.open')} onClick={on.onHelp} />}
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
      <div class="reader-views" data-mode={original ? mode : 'reading'}>
        {/* Covered by the original it stays laid out: what is not displayed counts as hidden and would not be read. */}
        <main class="reader-paper" aria-label={i18n.t('reader.paper')} inert={Boolean(original) && mode === 'original'}>
          {paper}
        </main>
        {original && <div class="reader-original">{original}</div>}
      </div>
      {over && <div class="reader-over">{over}</div>}
      {panel !== null && <div class="reader-panel">{panel}</div>}
    </div>
  );
}
