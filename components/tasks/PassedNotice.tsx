import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import type { Passed } from './passed';
import './passed-notice.css';

export interface PassedNoticeProps {
  readonly passed: Passed;
  /** Title of the document. */
  readonly title: string;
  /** null: no date. */
  readonly onChange: (date: string | null) => void;
  readonly onSeen: () => void;
}

/** A document's default deadline has passed: told once for all of its tasks, with what can be done. */
export function PassedNotice({ passed, title, onChange, onSeen }: PassedNoticeProps) {
  const [date, setDate] = useState<string | null>(null);
  const short = title.length > 34 ? `${title.slice(0, 32)}…` : title;
  return (
    <section class="passed" aria-label={i18n.t('tasks.passed.text', [title, passed.date, passed.ids.length])}>
      <p title={title}>{i18n.t('tasks.passed.text', [short, passed.date, passed.ids.length])}</p>
      {date === null ? (
        <Button small icon="calendar" onClick={() => setDate('')}>
          {i18n.t('tasks.passed.change')}
        </Button>
      ) : (
        <form
          class="passed-date"
          onSubmit={(event) => {
            event.preventDefault();
            if (date) onChange(date);
          }}
        >
          <input
            class="input"
            type="date"
            aria-label={i18n.t('tasks.passed.date')}
            max="2199-12-31"
            value={date}
            onInput={(event) => setDate(event.currentTarget.value)}
          />
          <Button small type="submit" disabled={date === ''}>
            {i18n.t('tasks.apply')}
          </Button>
        </form>
      )}
      <Button small onClick={() => onChange(null)}>
        {i18n.t('tasks.passed.none')}
      </Button>
      <Button small variant="quiet" onClick={onSeen}>
        {i18n.t('tasks.passed.seen')}
      </Button>
    </section>
  );
}
