import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { KeepFiles } from '../../lib/settings';
import type { FileHead } from '../../lib/store/types';
import { sizeWord } from '../size';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { FileRow } from './FileRow';
import './library.css';

export interface LibraryViewProps {
  readonly files: readonly FileHead[];
  readonly leave: KeepFiles;
  /** Tasks by the id of their document. */
  readonly tasks: ReadonlyMap<string, number>;
  /** Buttons that open documents. */
  readonly opening: ComponentChildren;
  readonly onOpen: (file: FileHead) => void;
  readonly onRemove: (files: readonly FileHead[]) => void;
  readonly onSettings: () => void;
}

/** All files that are kept, with what they take of the disk. */
export function LibraryView({ files, leave, tasks, opening, onOpen, onRemove, onSettings }: LibraryViewProps) {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length === 0) {
    return (
      <EmptyState icon="library" title={i18n.t('library.empty')} actions={opening}>
        <p>{i18n.t('library.emptyText')}</p>
        {leave === 'no' && (
          <p>
            {i18n.t('library.emptyNo')}{' '}
            <Button variant="quiet" small onClick={onSettings}>
              {i18n.t('library.settings')}
            </Button>
          </p>
        )}
      </EmptyState>
    );
  }
  return (
    <section class="library" aria-labelledby="library-title">
      <header class="library-head">
        <h2 id="library-title">{i18n.t('library.heading')}</h2>
        <p class="library-total">{i18n.t('library.total', [`${files.length}`, sizeWord(total)])}</p>
        <span class="library-actions">
          <Button small variant="quiet" icon="settings" onClick={onSettings}>
            {i18n.t('library.settings')}
          </Button>
          <Button small variant="danger" icon="trash" onClick={() => onRemove(files)}>
            {i18n.t('library.removeAll')}
          </Button>
        </span>
        <p class="library-intro">{i18n.t('library.intro')}</p>
      </header>
      <ul class="library-files">
        {files.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            tasks={tasks.get(file.documentId) ?? 0}
            onOpen={onOpen}
            onRemove={() => onRemove([file])}
          />
        ))}
      </ul>
    </section>
  );
}
