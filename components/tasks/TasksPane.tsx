import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { paperSet } from '../../lib/export/ledger/choice';
import { ledgerOf } from '../../lib/export/ledger/ledger';
import type { TaskRecord } from '../../lib/store/types';
import type { TaskActions, TaskData } from './actions';
import { BulkBar } from './BulkBar';
import type { Documents } from './filter';
import { LedgerDialog } from './ledger/LedgerDialog';
import { ReturnDialog } from './ledger/ReturnDialog';
import { usePrintSheet } from './ledger/usePrintSheet';
import { AssignDialog } from './people/AssignDialog';
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
  const [assigning, setAssigning] = useState<readonly string[] | null>(null);
  const [returning, setReturning] = useState(false);
  // A task by hand has no passage to go to.
  const reveal = (task: TaskRecord) => task.origin !== 'hand' && changes.reveal(actions.revealTask(task));
  usePrintSheet(() => {
    if (asked) return null;
    const wanted = selection.ids.size ? picked() : items;
    const rows = wanted.map((task) => ({ task, document: documents.get(task.documentId) }));
    return ledgerOf(rows, { columns: paperSet(rows), grouping: 'document' });
  });
  return (
    <>
      <BulkBar
        selection={selection}
        shown={items.length}
        tags={data.tags}
        onStatus={(status) => changes.changeTasks([...selection.ids], { set: { status } })}
        onDue={(dueDate) => changes.changeTasks([...selection.ids], { set: { dueDate, dueByDefault: false } })}
        onAssign={() => setAssigning([...selection.ids])}
        onTags={(tags) => changes.changeTasks([...selection.ids], { addTags: tags })}
        onRemove={() => changes.removeTasks([...selection.ids])}
        onExport={() => actions.exportTasks(selection.ids.size ? picked() : items)}
        forms={[
          { text: i18n.t('exchange.send'), onPick: () => changes.sendExchange(selection.ids.size ? picked() : items) },
        ]}
        onReturn={() => setReturning(true)}
        onLedger={() => setAsked(selection.ids.size ? picked() : items)}
        onProgress={() => setReported(selection.ids.size ? picked() : items)}
      />
      <RecordList
        label={i18n.t('tasks.tabTasks')}
        items={items}
        selection={selection}
        rowHeight={62}
        printedElsewhere
        onRemove={changes.removeTasks}
        onReveal={reveal}
        row={(task, state) => (
          <TaskRow
            task={task}
            document={documents.get(task.documentId)}
            state={state}
            today={props.today}
            tags={data.tags}
            onChange={(patch) => changes.changeTask(task, patch)}
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
      {assigning && (
        <AssignDialog
          count={assigning.length}
          onAssign={(set) => changes.changeTasks(assigning, { set })}
          onClose={() => setAssigning(null)}
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
