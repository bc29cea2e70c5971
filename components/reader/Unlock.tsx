import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import './message.css';

export interface UnlockProps {
  /** Of the file. */
  readonly name: string;
  /** The password given before does not open it. */
  readonly wrong: boolean;
  readonly onUnlock: (password: string) => void;
  /** Buttons that open something else instead. */
  readonly actions?: ComponentChildren;
}

/** Asks for a file's password, which goes nowhere but into the file's reader. */
export function Unlock({ name, wrong, onUnlock, actions }: UnlockProps) {
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  // There is nothing else to do here; after a wrong one it is typed anew.
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [name, wrong]);
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
            ref={field}
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
        {actions}
      </div>
    </form>
  );
}
