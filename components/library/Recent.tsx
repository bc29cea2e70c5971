import { i18n } from '#i18n';
import type { FileHead } from '../../lib/store/types';
import { Button } from '../ui/Button';
import { FileRow } from './FileRow';
import './library.css';

export interface RecentProps {
  /** Kept files, last opened first. */
  readonly files: readonly FileHead[];
  readonly onOpen: (file: FileHead) => void;
  readonly onAll: () => void;
}

const most = 6;
const ways = ['drop', 'paste', 'folder', 'link'] as const;

/** On the first page: the files opened last; to a newcomer, who has none, how files are opened. */
export function Recent({ files, onOpen, onAll }: RecentProps) {
  if (files.length === 0) {
    return (
      <section class="recent" aria-labelledby="ways-title">
        <h3 id="ways-title">{i18n.t('library.way.title')}</h3>
        <ul class="recent-ways">
          {ways.map((way) => (
            <li key={way}>{i18n.t(`library.way.${way}`)}</li>
          ))}
        </ul>
      </section>
    );
  }
  return (
    <section class="recent" aria-labelledby="recent-title">
      <h3 id="recent-title">{i18n.t('library.recent')}</h3>
      <ul class="library-files">
        {files.slice(0, most).map((file) => (
          <FileRow key={file.id} file={file} onOpen={onOpen} />
        ))}
      </ul>
      {files.length > most && (
        <Button variant="quiet" small onClick={onAll}>
          {i18n.t('library.all')}
        </Button>
      )}
    </section>
  );
}
