import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { days } from '../ui/InputField';
import { TagInput } from '../ui/TagInput';
import type { TagCount } from './EditorParts';

/** Something to put into all that is ticked. It takes the focus: whoever asked for it is about to type. */
export function BulkInput(props: {
  readonly of: 'tags' | 'due';
  readonly picked: number;
  readonly tags: readonly TagCount[];
  readonly onTags: (tags: readonly string[]) => void;
  readonly onDue: (date: string | null) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), [props.of]);
  return (
    <div class="bulk-input" ref={box}>
      {props.of === 'tags' ? (
        <TagInput
          label={i18n.t('tasks.addTagsTo', [props.picked])}
          tags={[]}
          suggestions={props.tags}
          onChange={props.onTags}
        />
      ) : (
        <DueInput label={i18n.t('tasks.setDueTo', [props.picked])} onDue={props.onDue} />
      )}
    </div>
  );
}

function DueInput(props: { readonly label: string; readonly onDue: (date: string | null) => void }) {
  const [date, setDate] = useState('');
  return (
    <form
      class="bulk-due"
      onSubmit={(event) => {
        event.preventDefault();
        if (date) props.onDue(date);
      }}
    >
      <label>
        <span>{props.label}</span>
        <input
          class="input"
          type="date"
          {...days}
          value={date}
          onInput={(event) => setDate(event.currentTarget.value)}
        />
      </label>
      <Button small type="submit" variant="primary" disabled={date === ''}>
        {i18n.t('tasks.apply')}
      </Button>
      <Button small onClick={() => props.onDue(null)}>
        {i18n.t('tasks.clearDue')}
      </Button>
    </form>
  );
}
