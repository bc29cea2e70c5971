import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { baseOf } from '../../lib/store/patch';
import type { TaskRecord } from '../../lib/store/types';
import type { TaskActions, TaskData } from './actions';
import { BulkBar } from './BulkBar';
import type { Documents } from './filter';
import { LedgerDialog } from './ledger/LedgerDialog';
import { ReturnDialog } from './ledger/ReturnDialog';
import { ProgressDialog } from './progress/ProgressDialog';
import { RecordList } from './RecordList';
import { TaskRow } from './TaskRow';
import type { Changes } from './useChanges';
import { useSelection } from './useSelection';

export interface PaneProps<Item> {
  /** Filtered and sorted. */
  readonly items: readonly Item[];
  readonly data: TaskData;
  readonly documents: Documents;
  readonly actions: TaskActions;
  readonly changes: Changes;
  readonly onTag: (tag: string) => void;
}

export function TasksPane(props: PaneProps<TaskRecord> & { readonly today: string }) {
  const { items, data, documents, actions, changes } = props;
  const selection = useSelection(useMemo(() => items.map((task) => task.id), [items]));
  const picked = () => items.filter((task) => selection.ids.has(task.id));
  const [asked, setAsked] = useState<readonly TaskRecord[] | null>(null);
  const [reported, setReported] = useState<readonly TaskRecord[] | null>(null);
  const [returning, setReturning] = useState(false);
  const reveal = (task: TaskRecord) => changes.reveal(actions.revealTask(task));
  return (
    <>
      <BulkBar
        selection={selection}
        reading={data.reading}
        shown={items.length}
        tags={data.tags}
        onStatus={(status) => changes.changeTasks([...selection.ids], { set: { status } })}
        onDue={(dueDate) => changes.changeTasks([...selection.ids], { set: { dueDate, dueByDefault: false } })}
        onTags={(tags) => changes.changeTasks([...selection.ids], { addTags: tags })}
        onRemove={() => changes.removeTasks([...selection.ids])}
        onExport={() => actions.exportTasks(selection.ids.size ? picked() : items)}
        onReturn={() => setReturning(true)}
        onLedger={() => setAsked(selection.ids.size ? picked() : items)}
        onProgress={() => setReported(selection.ids.size ? picked() : items)}
      />
      <RecordList
        label={i18n.t('tasks.tabTasks')}
        items={items}
        selection={selection}
        rowHeight={62}
        onRemove={changes.removeTasks}
        onReveal={reveal}
        row={(task, state) => (
          <TaskRow
            task={task}
            document={documents.get(task.documentId)}
            state={state}
            today={props.today}
            tags={data.tags}
            onChange={(patch, base) => changes.tell(actions.updateTasks([task.id], patch, base ?? baseOf(task, patch)))}
            changesOf={() => actions.changesOf(task)}
            onReveal={() => reveal(task)}
            onRemove={() => changes.removeTasks([task.id])}
            onTag={props.onTag}
          />
        )}
      />
      {asked && <LedgerDialog tasks={asked} actions={actions.ledger} onClose={() => setAsked(null)} />}
      {reported && (
        <ProgressDialog
          tasks={reported}
          documents={documents}
          today={props.today}
          onCopy={(text) => actions.ledger.copy(null, text)}
          onClose={() => setReported(null)}
        />
      )}
      {returning && (
        <ReturnDialog
          tasks={data.tasks}
          actions={actions.ledger}
          onApply={(patches) =>
            changes.patchTasks(
              data.tasks.filter(({ id }) => patches.has(id)),
              patches,
            )
          }
          onClose={() => setReturning(false)}
        />
      )}
    </>
  );
}
