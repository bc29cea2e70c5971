import { useMemo } from 'preact/hooks';
import { LossNotice } from '../../components/LossNotice';
import { RoomNotice } from '../../components/RoomNotice';
import { named } from '../../components/records/title';
import { type TasksTab, TasksView } from '../../components/tasks/TasksView';
import { useToday } from '../../components/useToday';
import { browser } from '../../lib/browser';
import { settings } from '../../lib/settings';
import { createActions } from './actions';
import { useGiven } from './useGiven';
import { useLoss } from './useLoss';
import { useRoom } from './useRoom';
import { useTaskData } from './useTaskData';
import { useTaskLayout } from './useTaskLayout';

const tabOf = (named: string | null): TasksTab => (named === 'annotations' || named === 'today' ? named : 'tasks');

/** @param query `tab=today`, `tab=annotations` and `document=ID` open the list so; `ledger=KEY` takes a file over from the reader. */
export function TasksPage({ query }: { readonly query: URLSearchParams }) {
  const { data: read, error, take } = useTaskData();
  const documents = useMemo(() => read?.documents.map(named) ?? [], [read?.documents]);
  const data = useMemo(() => read && { ...read, documents }, [read, documents]);
  const loss = useLoss();
  const room = useRoom();
  const [layout, setLayout] = useTaskLayout();
  const today = useToday();
  const given = useGiven(query.get('ledger'));
  const actions = useMemo(() => createActions(() => documents, take), [documents, take]);
  return (
    <TasksView
      data={data}
      error={error}
      actions={actions}
      notice={
        (loss || room) && (
          <>
            {loss && (
              <LossNotice
                loss={loss}
                onRestore={() => void browser.tabs.create({ url: '/options.html#data' })}
                onSeen={() => void settings.loss.setValue(null)}
              />
            )}
            {room && <RoomNotice room={room} />}
          </>
        )
      }
      today={today}
      layout={layout}
      onLayout={setLayout}
      tab={tabOf(query.get('tab'))}
      documentId={query.get('document')}
      given={given}
    />
  );
}
