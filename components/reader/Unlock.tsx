import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';

export interface UnlockProps {
  /** Of the file. */
  readonly name: string;
  /** The password given before does not open it. */
  readonly wrong: boolean;
  readonly onUnlock: (password: string) => void;
}

/** Asks for a file's password, which goes nowhere but into the file's reader. */
export function Unlock({ name, wrong, onUnlock }: UnlockProps) {
  const [password, setPassword] = useState('');
  return (
    <form
      class="reader-message"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onUnlock(password);
      }}
    >
      <h2>{i18n.t('reader.lockedTitle')}</h2>
      <p>{name}</p>
      <Field label={i18n.t('reader.password')} hideLabel error={wrong ? i18n.t('reader.wrongPassword') : null}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="password"
            autocomplete="off"
            placeholder={i18n.t('reader.password')}
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="reader-message-actions">
        <Button variant="primary" type="submit" disabled={password === ''}>
          {i18n.t('reader.unlock')}
        </Button>
      </div>
    </form>
  );
}
