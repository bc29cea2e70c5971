import { useEffect, useMemo, useState } from 'preact/hooks';
import { localDate } from '../../components/panel/today';
import { TasksView } from '../../components/tasks/TasksView';
import { createActions } from './actions';
import { useTaskData } from './useTaskData';

/** @param query `tab=annotations` and `document=ID` open the list so. */
export function TasksPage({ query }: { readonly query: URLSearchParams }) {
  const { data, error, take } = useTaskData();
  const [date, setDate] = useState(() => localDate());
  const actions = useMemo(() => createActions(() => data?.documents ?? [], take), [data?.documents, take]);
  // A page that stays open over midnight must not call yesterday today.
  useEffect(() => {
    const onShow = () => setDate(localDate());
    document.addEventListener('visibilitychange', onShow);
    return () => document.removeEventListener('visibilitychange', onShow);
  }, []);
  return (
    <TasksView
      data={data}
      error={error}
      actions={actions}
      today={date}
      tab={query.get('tab') === 'annotations' ? 'annotations' : 'tasks'}
      documentId={query.get('document')}
    />
  );
}
