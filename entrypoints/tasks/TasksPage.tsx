import { useMemo } from 'preact/hooks';
import { TasksView } from '../../components/tasks/TasksView';
import { useToday } from '../../components/useToday';
import { createActions } from './actions';
import { useTaskData } from './useTaskData';

/** @param query `tab=annotations` and `document=ID` open the list so. */
export function TasksPage({ query }: { readonly query: URLSearchParams }) {
  const { data, error, take } = useTaskData();
  const today = useToday();
  const actions = useMemo(() => createActions(() => data?.documents ?? [], take), [data?.documents, take]);
  return (
    <TasksView
      data={data}
      error={error}
      actions={actions}
      today={today}
      tab={query.get('tab') === 'annotations' ? 'annotations' : 'tasks'}
      documentId={query.get('document')}
    />
  );
}
