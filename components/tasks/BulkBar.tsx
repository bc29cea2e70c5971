import { useContext, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TaskPatch } from '../../lib/store/port';
import { Button } from '../ui/Button';
import { Menu, type MenuItem } from '../ui/Menu';
import { Progress } from '../ui/Progress';
import type { Reading } from './actions';
import { BulkInput } from './BulkInput';
import './bulk-bar.css';
import { StatusWordsContext } from '../records/status-words';
import type { Selection } from '../records/useSelection';
import { statuses, statusWord } from '../records/words';
import type { TagCount } from './EditorParts';

export interface BulkBarProps {
  readonly selection: Selection;
  /** Only some are there yet: nothing can be done to all of them. */
  readonly reading?: Reading | null | undefined;
  readonly shown: number;
  readonly tags: readonly TagCount[];
  /** Missing for records without a status. */
  readonly onStatus?: (patch: TaskPatch) => void;
  /** null takes the date away. Missing for records without a date. */
  readonly onDue?: (date: string | null) => void;
  /** Missing for records that nobody is given. */
  readonly onAssign?: () => void;
  readonly onTags: (tags: readonly string[]) => void;
  readonly onRemove: () => void;
  readonly onExport: () => void;
  /** Missing for records that no ledger is made of. */
  readonly onLedger?: () => void;
  /** Missing for records whose progress nobody reports. */
  readonly onProgress?: () => void;
  /** Missing for records that come back in no ledger. */
  readonly onReturn?: () => void;
  /** Missing for records that no annotator's file brings. */
  readonly onBring?: () => void;
  /** Other forms to export in, where there are any. */
  readonly forms?: readonly MenuItem[];
}

/** What can be done with what is ticked, or with all that is shown. */
export function BulkBar(props: BulkBarProps) {
  const { selection, shown } = props;
  const [asking, setAsking] = useState<'tags' | 'due' | null>(null);
  const picked = selection.ids.size;
  const words = useContext(StatusWordsContext);
  if (props.reading) {
    return (
      <div class="bulk">
        <Progress value={props.reading.done} label={i18n.t('tasks.reading')} />
      </div>
    );
  }
  return (
    <div class="bulk" role="toolbar" aria-label={i18n.t('tasks.bulk')}>
      <label class="bulk-all">
        <input
          type="checkbox"
          class="checkbox"
          aria-label={i18n.t('tasks.selectAll')}
          checked={picked > 0 && picked === shown}
          // Some, but not all.
          ref={(box) => {
            if (box) box.indeterminate = picked > 0 && picked < shown;
          }}
          disabled={shown === 0}
          onClick={() => (picked === shown ? selection.none() : selection.all())}
        />
        <span aria-live="polite">
          {picked ? i18n.t('tasks.picked', [picked, shown]) : i18n.t('tasks.shown', [shown])}
        </span>
      </label>
      <div class="bulk-actions">
        {picked > 0 && (
          <>
            {props.onStatus && (
              <Menu
                small
                label={i18n.t('tasks.setStatus')}
                text={i18n.t('tasks.setStatus')}
                icon="check"
                items={[
                  ...statuses.map((status) => ({ text: statusWord(status), patch: { status } })),
                  ...words.map(({ word, status }) => ({ text: word, patch: { status, word } })),
                ].map(({ text, patch }) => ({ text, onPick: () => props.onStatus?.(patch) }))}
              />
            )}
            {props.onDue && (
              <Button
                small
                icon="calendar"
                aria-expanded={asking === 'due'}
                onClick={() => setAsking(asking === 'due' ? null : 'due')}
              >
                {i18n.t('tasks.changeDue')}
              </Button>
            )}
            {props.onAssign && (
              <Button small icon="user" onClick={props.onAssign}>
                {i18n.t('follow.assignOpen')}
              </Button>
            )}
            <Button
              small
              icon="tag"
              aria-expanded={asking === 'tags'}
              onClick={() => setAsking(asking === 'tags' ? null : 'tags')}
            >
              {i18n.t('tasks.addTags')}
            </Button>
            <Button small variant="danger" icon="trash" onClick={props.onRemove}>
              {i18n.t('tasks.remove')}
            </Button>
          </>
        )}
        {props.onReturn && (
          <Button small icon="upload" onClick={props.onReturn}>
            {i18n.t('ledger.back.open')}
          </Button>
        )}
        {props.onBring && (
          <Button small icon="upload" onClick={props.onBring}>
            {i18n.t('bring.open')}
          </Button>
        )}
        {props.onLedger && (
          <Button
            small
            icon="fileDown"
            title={i18n.t('ledger.openWhy')}
            disabled={shown === 0}
            onClick={props.onLedger}
          >
            {i18n.t('ledger.open')}
          </Button>
        )}
        {props.onProgress && (
          <Button
            small
            icon="checkCheck"
            title={i18n.t('progress.openWhy')}
            disabled={shown === 0}
            onClick={props.onProgress}
          >
            {i18n.t('progress.open')}
          </Button>
        )}
        {props.forms && shown > 0 && (
          <Menu
            small
            icon="fileDown"
            label={i18n.t('tasks.otherForms')}
            text={i18n.t('tasks.otherForms')}
            items={props.forms}
          />
        )}
        <Button small icon="download" disabled={shown === 0} onClick={props.onExport}>
          {picked ? i18n.t('tasks.exportPicked', [picked]) : i18n.t('tasks.exportShown', [shown])}
        </Button>
      </div>
      {asking && picked > 0 && (
        <BulkInput
          of={asking}
          picked={picked}
          tags={props.tags}
          onTags={(tags) => {
            setAsking(null);
            props.onTags(tags);
          }}
          onDue={(date) => {
            setAsking(null);
            props.onDue?.(date);
          }}
        />
      )}
    </div>
  );
}
