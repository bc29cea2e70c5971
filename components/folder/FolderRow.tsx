import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Row } from '../../lib/folder/job';
import type { Brief } from '../../lib/folder/types';
import { dayOf } from '../day';
import { failureWords } from '../reader/failure';
import { warningWords } from '../reader/warning-words';
import { NameButton } from '../ui/Button';
import { Badge } from '../ui/Chip';

export interface FolderRowProps {
  readonly row: Row;
  /** Place among the rows shown, from 0, and from the top in CSS pixels. */
  readonly index: number;
  readonly start: number;
  readonly measure: (row: HTMLElement | null) => void;
  /** Path of an earlier file that holds the same document. */
  readonly double: string | null;
  readonly taken: number;
  readonly onOpen: (row: Row) => void;
}

/** One file; drawn anew only when something of it changed. */
export function FolderRow(props: FolderRowProps) {
  const { row, index, start, double, taken } = props;
  return useMemo(() => drawn(props), [row, index, start, double, taken]);
}

function drawn({ row, index, start, measure, double, taken, onOpen }: FolderRowProps) {
  const { path, brief, error } = row;
  const at = path.lastIndexOf('/');
  const name = path.slice(at + 1);
  return (
    <tr
      ref={measure}
      class="folder-row"
      aria-rowindex={index + 2}
      data-index={index}
      data-state={row.state}
      style={{ transform: `translateY(${start}px)` }}
    >
      <td class="folder-cell folder-path">
        <NameButton class="folder-open" title={i18n.t('library.folder.openRow', [path])} onClick={() => onOpen(row)}>
          {name}
        </NameButton>
        <span class="folder-under">
          {error ? (
            <span class="folder-problem">{failureWords(error.code, error.detail)}</span>
          ) : double !== null ? (
            i18n.t('library.folder.same', [double])
          ) : (
            [brief?.title, brief?.docNumber, at > 0 ? path.slice(0, at) : null].filter(Boolean).join(' · ')
          )}
        </span>
      </td>
      <td class="folder-cell folder-class">{brief && classWord(brief)}</td>
      <td class="folder-cell folder-measures">{brief && brief.measures > 0 ? brief.measures : ''}</td>
      <td class="folder-cell folder-named">{brief && <Ours brief={brief} taken={taken} />}</td>
      <td class="folder-cell folder-next">{brief?.next && <Next date={brief.next} />}</td>
      <td class="folder-cell folder-state">
        {i18n.t(`library.folder.state.${row.state}`)}
        {brief && brief.warnings.length > 0 && (
          <Badge tone="warn" title={brief.warnings.map(warningWords).join('\n')}>
            {i18n.t('library.folder.warnings', [`${brief.warnings.length}`])}
          </Badge>
        )}
      </td>
    </tr>
  );
}

function Next({ date }: { readonly date: string }) {
  const over = date < dayOf(new Date().toISOString());
  return (
    <>
      <time dateTime={date}>{date}</time>
      {over && <Badge tone="bad">{i18n.t('tasks.due.overdue')}</Badge>}
    </>
  );
}

const classWord = ({ class: kind }: Brief): string =>
  i18n.t(`library.folder.class.${kind === 'task-policy' ? 'taskPolicy' : kind}`);

function Ours({ brief, taken }: { readonly brief: Brief; readonly taken: number }) {
  return (
    <>
      {brief.named > 0 && <Badge tone="accent">{i18n.t('library.folder.named', [`${brief.named}`])}</Badge>}
      {brief.collective > 0 && <Badge>{i18n.t('library.folder.collective', [`${brief.collective}`])}</Badge>}
      {brief.possible > 0 && (
        <span class="folder-possible">{i18n.t('library.folder.possible', [`${brief.possible}`])}</span>
      )}
      {taken > 0 && <Badge tone="good">{i18n.t('library.folder.taken', [`${taken}`])}</Badge>}
    </>
  );
}
