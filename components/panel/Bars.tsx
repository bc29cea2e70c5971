import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button, IconButton } from '../ui/Button';
import './bars.css';

/** What to do with the passage selected in the page. Once it was done the bar goes, until something else is selected. */
export function SelectionBar(props: {
  readonly selection: string | null;
  /** Both resolve to whether it was done. */
  readonly onAnnotate: () => Promise<boolean>;
  readonly onTakeOn: () => Promise<boolean>;
}) {
  const { selection } = props;
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => setSettled((old) => (old === selection ? old : null)), [selection]);
  if (!selection || selection === settled) return null;
  const settle = async (work: Promise<boolean>) => {
    if (await work) setSettled(selection);
  };
  return (
    <section class="bar" aria-label={i18n.t('panel.selected')}>
      <p class="bar-quote">{i18n.t('panel.quoted', [selection])}</p>
      <div class="bar-actions">
        <Button small variant="primary" icon="highlighter" onClick={() => settle(props.onAnnotate())}>
          {i18n.t('panel.annotate')}
        </Button>
        <Button small icon="plus" onClick={() => settle(props.onTakeOn())}>
          {i18n.t('panel.takeOn')}
        </Button>
      </div>
    </section>
  );
}

/** What to do with the measures picked. */
export function PickBar(props: {
  readonly count: number;
  /** Of those, not yet taken on. */
  readonly fresh: number;
  readonly onTakeOn: () => void;
  readonly onClear: () => void;
}) {
  return (
    <section class="bar bar-picked" aria-label={i18n.t('panel.picked', [`${props.count}`])}>
      <p role="status">{i18n.t('panel.picked', [`${props.count}`])}</p>
      <div class="bar-actions">
        <Button small variant="primary" icon="plus" disabled={props.fresh === 0} onClick={props.onTakeOn}>
          {i18n.t('panel.takeOnCount', [`${props.fresh}`])}
        </Button>
        <IconButton small icon="x" label={i18n.t('panel.clearPicked')} onClick={props.onClear} />
      </div>
    </section>
  );
}
