import { i18n } from '#i18n';
import type { FileHead } from '../../lib/store/types';
import { dayOf } from '../day';
import { sizeWord } from '../size';
import { IconButton, NameButton } from '../ui/Button';

export interface FileRowProps {
  readonly file: FileHead;
  /** Taken on from its document. */
  readonly tasks?: number;
  readonly onOpen: (file: FileHead) => void;
  /** Absent where files are only offered to be opened. */
  readonly onRemove?: (file: FileHead) => void;
}

/** One kept file: opens by its name. */
export function FileRow({ file, tasks = 0, onOpen, onRemove }: FileRowProps) {
  const facts = [
    file.title !== file.name ? file.title : null,
    sizeWord(file.size),
    i18n.t('library.openedOn', [dayOf(file.opened)]),
    tasks > 0 ? i18n.t('library.tasks', [`${tasks}`]) : null,
  ];
  return (
    <li class="library-file">
      <NameButton title={i18n.t('library.open', [file.name])} onClick={() => onOpen(file)}>
        {file.name}
      </NameButton>
      <span class="library-facts">{facts.filter(Boolean).join(' · ')}</span>
      {onRemove && (
        <IconButton
          icon="trash"
          small
          class="library-remove"
          label={i18n.t('library.remove', [file.name])}
          onClick={() => onRemove(file)}
        />
      )}
    </li>
  );
}
