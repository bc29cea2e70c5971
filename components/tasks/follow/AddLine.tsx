import { i18n } from '#i18n';
import { Button } from '../../ui/Button';
import { useDraft } from '../../ui/useDraft';
import './follow.css';

/** A line that adds to a list what is typed into it. */
export function AddLine(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly maxLength: number;
  /** Names what is typed, for it to be found again. */
  readonly field: string;
  /** Gets the words without space around them, never none. */
  readonly onAdd: (words: string) => void;
}) {
  const text = useDraft(props.field);
  const words = text.value.trim();
  return (
    <form
      class="follow-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (words === '') return;
        props.onAdd(words);
        text.done();
      }}
    >
      <input
        class="input"
        aria-label={props.label}
        placeholder={props.placeholder}
        maxLength={props.maxLength}
        value={text.value}
        onInput={({ currentTarget: { value } }) => text.change(value)}
      />
      <Button small type="submit" icon="plus" disabled={words === ''}>
        {i18n.t('follow.add')}
      </Button>
    </form>
  );
}
