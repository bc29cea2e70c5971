import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';

/** Nothing is kept yet: how things get here. */
export function Empty(props: {
  readonly of: 'tasks' | 'annotations';
  readonly onSample: () => void;
  readonly onFile: () => void;
  /** An office's own ledger, or annotations of another annotator. */
  readonly onImport: () => void;
}) {
  const tasks = props.of === 'tasks';
  return (
    <EmptyState
      icon={tasks ? 'listTodo' : 'highlighter'}
      title={i18n.t(tasks ? 'tasks.emptyTasks' : 'tasks.emptyAnnotations')}
      actions={
        <>
          <Button variant="primary" icon="bookOpen" onClick={props.onSample}>
            {i18n.t('tasks.openSample')}
          </Button>
          <Button icon="folderOpen" onClick={props.onFile}>
            {i18n.t('tasks.openFile')}
          </Button>
          <Button icon="upload" onClick={props.onImport}>
            {i18n.t(tasks ? 'ledger.foreign.open' : 'bring.open')}
          </Button>
        </>
      }
    >
      <ol class="empty-steps">
        <li>{i18n.t('tasks.step1')}</li>
        <li>{i18n.t(tasks ? 'tasks.step2Task' : 'tasks.step2Annotation')}</li>
        <li>{i18n.t('tasks.step3')}</li>
      </ol>
    </EmptyState>
  );
}

/** Things are kept, and the filter lets none through. */
export function NothingFits(props: { readonly onClear: () => void }) {
  return (
    <EmptyState
      icon="filter"
      title={i18n.t('tasks.nothingFits')}
      actions={<Button onClick={props.onClear}>{i18n.t('tasks.clearFilter')}</Button>}
    />
  );
}
