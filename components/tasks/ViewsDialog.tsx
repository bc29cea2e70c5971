import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button, IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { columns, type Layout, type SavedView, withView } from './layout';
import './views-dialog.css';

export interface ViewsDialogProps {
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
  /** What is shown now, to be kept under a name. */
  readonly present: Omit<SavedView, 'name'>;
  readonly onView: (view: SavedView) => void;
  readonly onClose: () => void;
}

/** How the list looks, which columns it has, and the named views. */
export function ViewsDialog({ layout, onLayout, present, onView, onClose }: ViewsDialogProps) {
  const [name, setName] = useState('');
  const put = (part: Partial<Layout>) => onLayout({ ...layout, ...part });
  const keep = () => {
    if (name.trim() === '') return;
    put({ views: withView(layout.views, { ...present, name: name.trim() }) });
    setName('');
  };
  return (
    <Dialog title={i18n.t('tasks.views.title')} onClose={onClose}>
      <fieldset class="views-part">
        <legend>{i18n.t('tasks.views.look')}</legend>
        {(['table', 'cards'] as const).map((look) => (
          <label key={look} class="views-choice">
            <input type="radio" name="look" checked={layout.look === look} onChange={() => put({ look })} />
            {i18n.t(`tasks.views.${look}`)}
          </label>
        ))}
      </fieldset>
      <fieldset class="views-part" disabled={layout.look !== 'table'}>
        <legend>{i18n.t('tasks.views.columns')}</legend>
        {columns.map((column) => (
          <label key={column} class="views-choice">
            <input
              type="checkbox"
              class="checkbox"
              checked={layout.columns.includes(column)}
              onChange={() =>
                put({ columns: columns.filter((each) => layout.columns.includes(each) !== (each === column)) })
              }
            />
            {i18n.t(`tasks.column.${column}`)}
          </label>
        ))}
      </fieldset>
      <section class="views-part" aria-label={i18n.t('tasks.views.saved')}>
        <h3>{i18n.t('tasks.views.saved')}</h3>
        {layout.views.length === 0 && <p class="views-none">{i18n.t('tasks.views.none')}</p>}
        <ul>
          {layout.views.map((view) => (
            <li key={view.name} class="views-view">
              <Button
                small
                variant="quiet"
                onClick={() => {
                  onView(view);
                  onClose();
                }}
              >
                {view.name}
              </Button>
              <IconButton
                small
                icon="trash"
                label={i18n.t('tasks.views.remove', [view.name])}
                onClick={() => put({ views: layout.views.filter((other) => other !== view) })}
              />
            </li>
          ))}
        </ul>
        <form
          class="views-new"
          onSubmit={(event) => {
            event.preventDefault();
            keep();
          }}
        >
          <Field label={i18n.t('tasks.views.name')}>
            {(control) => (
              <input
                {...control}
                class="input"
                maxLength={60}
                value={name}
                onInput={(event) => setName(event.currentTarget.value)}
              />
            )}
          </Field>
          <Button type="submit" disabled={name.trim() === ''}>
            {i18n.t('tasks.views.keep')}
          </Button>
        </form>
      </section>
    </Dialog>
  );
}
