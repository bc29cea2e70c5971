import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import type { TaskActions, TaskData } from './actions';
import type { Documents } from './filter';
import type { Layout } from './layout';
import { PassedNotice } from './PassedNotice';
import './passed-notice.css';
import { passedDefaults } from './passed';
import { forOthers } from './taken-for';
import type { Changes } from './useChanges';

const none: TaskData['tasks'] = [];

/** What concerns many tasks at once, told once above the list, each with a way on. */
export function Notices(props: {
  readonly data: TaskData | null;
  readonly documents: Documents;
  readonly today: string;
  readonly actions: TaskActions;
  readonly changes: Changes;
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
}) {
  const { data, documents, today, actions, changes, layout, onLayout } = props;
  const tasks = data?.tasks ?? none;
  const { told } = layout;
  const [passed] = useMemo(() => passedDefaults(tasks, today, told), [tasks, today, told]);
  const [others] = useMemo(() => forOthers(tasks, data?.units ?? [], told), [tasks, data?.units, told]);
  const tell = (key: string) => onLayout({ ...layout, told: [...told, key] });
  const text = others && i18n.t('tasks.formerUnit.text', [others.now, others.tasks.length, others.unit]);
  return (
    <>
      {passed && (
        <PassedNotice
          key={passed.key}
          passed={passed}
          title={documents.get(passed.documentId)?.title ?? passed.documentId}
          onChange={(dueDate) => changes.changeTasks(passed.ids, { set: { dueDate, dueByDefault: false } })}
          onSeen={() => tell(passed.key)}
        />
      )}
      {others && (
        <section class="passed" aria-label={text}>
          <p title={text}>{text}</p>
          <Button
            small
            onClick={() =>
              changes.run(actions.rolesNow(others.tasks).then((all) => changes.patchTasks(others.tasks, all)))
            }
          >
            {i18n.t('tasks.formerUnit.anew', [others.now])}
          </Button>
          <Button small variant="quiet" onClick={() => tell(others.key)}>
            {i18n.t('tasks.formerUnit.keep')}
          </Button>
        </section>
      )}
    </>
  );
}
