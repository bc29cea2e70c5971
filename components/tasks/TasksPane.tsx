import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { paperSet } from '../../lib/export/ledger/choice';
import { ledgerOf } from '../../lib/export/ledger/ledger';
import type { TaskRecord } from '../../lib/store/types';
import { useCursor } from '../records/useCursor';
import type { KeyMap } from '../records/useKeys';
import { useSelection } from '../records/useSelection';
import { statuses } from '../records/words';
import type { TaskActions, TaskData } from './actions';
import { BulkBar } from './BulkBar';
import type { Documents } from './filter';
import { groupRows } from './groups';
import type { Layout } from './layout';
import { LedgerDialog } from './ledger/LedgerDialog';
import { usePrintSheet } from './ledger/usePrintSheet';
import { AssignDialog } from './people/AssignDialog';
import { lateBy } from './people/groups';
import { useProgressDialog } from './progress/useProgressDialog';
import { RecordList } from './RecordList';
import type { RowState } from './RecordRow';
import type { SortKey } from './sort';
import { TableHead } from './TableHead';
import { TaskRow } from './TaskRow';
import type { Changes } from './useChanges';
import { groupWord } from './wording';

export interface PaneProps<Item> {
  /** Filtered and sorted. */
  readonly items: readonly Item[];
  readonly data: TaskData;
  readonly documents: Documents;
  readonly actions: TaskActions;
  readonly changes: Changes;
  readonly onTag: (tag: string) => void;
  readonly layout: Layout;
  readonly sort: SortKey;
  readonly onSort: (sort: SortKey) => void;
  readonly onUndo: () => void;
}

export interface TasksPaneProps extends PaneProps<TaskRecord> {
  readonly today: string;
  /** Asks for a ledger that was filled in, or for one of the office's own. */
  readonly onReturn: () => void;
}

export function TasksPane(props: TasksPaneProps) {
  const { items, data, documents, actions, changes } = props;
  const selection = useSelection(useMemo(() => items.map((task) => task.id), [items]));
  const picked = () => items.filter((task) => selection.ids.has(task.id));
  const [asked, setAsked] = useState<readonly TaskRecord[] | null>(null);
  const [reported, setReported] = useState<readonly TaskRecord[] | null>(null);
  const Report = useProgressDialog(reported !== null);
  const [assigning, setAssigning] = useState<readonly TaskRecord[] | null>(null);
  // A task by hand has no passage to go to.
  const reveal = (task: TaskRecord) => task.origin !== 'hand' && changes.reveal(actions.revealTask(task));
  usePrintSheet(() => {
    if (asked) return null;
    const wanted = selection.ids.size ? picked() : items;
    const rows = wanted.map((task) => ({ task, document: documents.get(task.documentId) }));
    return ledgerOf(rows, { columns: paperSet(rows), grouping: 'document' });
  });
  const cursor = useCursor();
  const { layout, today } = props;
  const rows = useMemo(
    () => groupRows(items, layout.group, documents, cursor.folded),
    [items, layout.group, documents, cursor.folded],
  );
  const late = useMemo(() => lateBy(items, layout.group, today), [items, layout.group, today]);
  const statusKeys = (task: TaskRecord | null): KeyMap =>
    Object.fromEntries(
      statuses.map((status, at) => [
        `${at + 1}`,
        () => {
          const ids = selection.ids.size > 0 ? [...selection.ids] : task ? [task.id] : [];
          if (ids.length > 0) changes.changeTasks(ids, { set: { status } });
          return ids.length > 0;
        },
      ]),
    );
  const latest = useRef({ changes, actions, reveal, onTag: props.onTag });
  latest.current = { changes, actions, reveal, onTag: props.onTag };
  // The same function as long as a row looks the same: rows are not drawn again for what stands around the list.
  const row = useCallback(
    (task: TaskRecord, state: RowState) => (
      <TaskRow
        task={task}
        document={documents.get(task.documentId)}
        state={state}
        layout={layout}
        today={today}
        tags={data.tags}
        onChange={(patch, base) => latest.current.changes.changeTask(task, patch, base)}
        changesOf={() => latest.current.actions.changesOf(task)}
        onReveal={() => latest.current.reveal(task)}
        onRemove={() => latest.current.changes.removeTasks([task.id])}
        onTag={(tag) => latest.current.onTag(tag)}
      />
    ),
    [documents, layout, today, data.tags],
  );
  return (
    <>
      <BulkBar
        selection={selection}
        reading={data.reading}
        shown={items.length}
        tags={data.tags}
        onStatus={(set) => changes.changeTasks([...selection.ids], { set })}
        onDue={(dueDate) => changes.changeTasks([...selection.ids], { set: { dueDate, dueByDefault: false } })}
        onAssign={() => setAssigning(picked())}
        onTags={(tags) => changes.changeTasks([...selection.ids], { addTags: tags })}
        onRemove={() => changes.removeTasks([...selection.ids])}
        onExport={() => actions.exportTasks(selection.ids.size ? picked() : items)}
        forms={[
          { text: i18n.t('exchange.send'), onPick: () => changes.sendExchange(selection.ids.size ? picked() : items) },
        ]}
        onReturn={props.onReturn}
        onLedger={() => setAsked(selection.ids.size ? picked() : items)}
        onProgress={() => setReported(selection.ids.size ? picked() : items)}
      />
      <RecordList
        label={i18n.t('tasks.tabTasks')}
        of="task"
        rows={rows}
        cursor={cursor}
        selection={selection}
        rowHeight={layout.look === 'table' ? 27 : 62}
        printedElsewhere
        groupWord={(value) => groupWord(layout.group, value, late.get(value))}
        onRemove={changes.removeTasks}
        onReveal={reveal}
        onUndo={props.onUndo}
        keys={statusKeys}
        fields={['tags', 'due', 'note']}
        head={
          layout.look === 'table' ? (
            <TableHead columns={layout.columns} sort={props.sort} onSort={props.onSort} />
          ) : undefined
        }
        row={row}
      />
      {asked && <LedgerDialog tasks={asked} actions={actions.ledger} onClose={() => setAsked(null)} />}
      {reported && Report && (
        <Report
          tasks={reported}
          documents={documents}
          today={props.today}
          onCopy={(text) => actions.ledger.copy(null, text)}
          onClose={() => setReported(null)}
        />
      )}
      {assigning && (
        <AssignDialog
          tasks={assigning}
          onAssign={(set) => changes.changeTasks(idsOf(assigning), { set })}
          onPatch={(patches) => changes.patchTasks(assigning, patches)}
          onClose={() => setAssigning(null)}
        />
      )}
    </>
  );
}

const idsOf = (tasks: readonly TaskRecord[]): string[] => tasks.map(({ id }) => id);
