import { i18n } from '#i18n';
import { Button } from './Button';

/** What a dialog that shows changes before they are made ends with: leave it, or make them. */
export function ApplyActions(props: {
  readonly words: string;
  readonly disabled: boolean;
  readonly onApply: () => void;
  readonly onClose: () => void;
}) {
  return (
    <>
      <Button onClick={props.onClose}>{i18n.t('common.cancel')}</Button>
      <Button variant="primary" icon="check" disabled={props.disabled} onClick={props.onApply}>
        {props.words}
      </Button>
    </>
  );
}
