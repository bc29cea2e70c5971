import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Reminding as Wish } from '../../lib/follow/reminding';
import { Field } from '../ui/Field';
import './office.css';

export interface RemindingProps {
  readonly reminding: Wish;
  /** Asks the browser's leave where it turns reminders on; false: it was refused. In the turn of the click. */
  readonly onReminding: (wish: Wish) => Promise<boolean>;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Reminders: off until asked for, one a day, quiet. */
export function Reminding({ reminding, onReminding }: RemindingProps) {
  const [refused, setRefused] = useState(false);
  const set = async (wish: Wish) => setRefused(!(await onReminding(wish)));
  return (
    <div class="reminding">
      <h3>{i18n.t('office.reminders')}</h3>
      <p class="section-intro">{i18n.t('office.remindersIntro')}</p>
      <label class="check">
        <input
          type="checkbox"
          class="checkbox"
          checked={reminding.on}
          onChange={({ currentTarget: { checked } }) => void set({ ...reminding, on: checked })}
        />
        {i18n.t('office.remind')}
      </label>
      {refused && (
        <p class="field-error" role="alert">
          {i18n.t('office.remindRefused')}
        </p>
      )}
      <Field label={i18n.t('office.hour')}>
        {(control) => (
          <select
            {...control}
            class="input office-hour"
            disabled={!reminding.on}
            value={reminding.hour}
            onChange={({ currentTarget: { value } }) => void set({ ...reminding, hour: Number(value) })}
          >
            {hours.map((hour) => (
              <option key={hour} value={hour}>
                {`${String(hour).padStart(2, '0')}:00`}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
