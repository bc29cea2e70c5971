import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { inOrder } from '../../../lib/follow/latest';
import type { ProgressEntry } from '../../../lib/follow/types';
import { newKey } from '../../../lib/store/keys';
import { limits } from '../../../lib/store/limits';
import { Button, IconButton } from '../../ui/Button';
import { Field } from '../../ui/Field';
import './follow.css';

export interface ProgressLogProps {
  readonly progress: readonly ProgressEntry[];
  readonly today: string;
  readonly onChange: (progress: readonly ProgressEntry[]) => void;
}

/** What was told of a task, the last first, and a form for what there is to tell now. */
export function ProgressLog({ progress, today, onChange }: ProgressLogProps) {
  const [adding, setAdding] = useState(false);
  const entries = inOrder(progress).reverse();
  return (
    <section class="follow-part" aria-label={i18n.t('follow.progress')}>
      <header class="follow-head">
        <h2>{i18n.t('follow.progress')}</h2>
        {!adding && (
          <Button small icon="plus" onClick={() => setAdding(true)}>
            {i18n.t('follow.addProgress')}
          </Button>
        )}
      </header>
      {adding && (
        <EntryForm
          today={today}
          percent={entries[0]?.percent ?? null}
          onAdd={(entry) => {
            onChange([...progress, entry]);
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      <ol class="follow-entries">
        {entries.map((entry) => (
          <li key={entry.id}>
            <p class="follow-when">
              {entry.on}
              {entry.percent !== null && ` · ${entry.percent}%`}
              {entry.by && ` · ${entry.by}`}
              <IconButton
                small
                icon="x"
                label={i18n.t('follow.removeProgress', [entry.on])}
                onClick={() => onChange(progress.filter(({ id }) => id !== entry.id))}
              />
            </p>
            <p class="follow-words">{entry.text}</p>
            {entry.problem && <p class="follow-words">{i18n.t('follow.problemIs', [entry.problem])}</p>}
            {entry.next && <p class="follow-words">{i18n.t('follow.nextIs', [entry.next])}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function EntryForm(props: {
  readonly today: string;
  readonly percent: number | null;
  readonly onAdd: (entry: ProgressEntry) => void;
  readonly onCancel: () => void;
}) {
  const [on, setOn] = useState(props.today);
  const [words, setWords] = useState({ text: '', problem: '', next: '' });
  const [percent, setPercent] = useState(props.percent === null ? '' : String(props.percent));
  const said = Object.values(words).some((text) => text.trim() !== '');
  const add = (event: Event) => {
    event.preventDefault();
    if (!said || !on) return;
    const part = percent === '' ? null : Math.min(100, Math.max(0, Math.round(Number(percent))));
    props.onAdd({ id: newKey(), on, ...words, percent: part, by: '', at: new Date().toISOString() });
  };
  return (
    <form class="follow-form" onSubmit={add}>
      {(['text', 'problem', 'next'] as const).map((part) => (
        <Field key={part} label={i18n.t(`follow.told.${part}`)}>
          {(control) => (
            <textarea
              {...control}
              class="input"
              rows={part === 'text' ? 2 : 1}
              maxLength={limits.note}
              value={words[part]}
              onInput={({ currentTarget: { value } }) => setWords((now) => ({ ...now, [part]: value }))}
            />
          )}
        </Field>
      ))}
      <div class="follow-line">
        <Field label={i18n.t('follow.told.on')}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="date"
              required
              value={on}
              onInput={({ currentTarget: { value } }) => setOn(value)}
            />
          )}
        </Field>
        <Field label={i18n.t('follow.told.percent')}>
          {(control) => (
            <input
              {...control}
              class="input"
              type="number"
              min="0"
              max="100"
              value={percent}
              onInput={({ currentTarget: { value } }) => setPercent(value)}
            />
          )}
        </Field>
        <Button small type="submit" variant="primary" disabled={!said || !on}>
          {i18n.t('follow.keep')}
        </Button>
        <Button small onClick={props.onCancel}>
          {i18n.t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
