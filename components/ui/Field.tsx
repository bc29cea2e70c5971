import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

/** What a control needs to be tied to its label, hint and error. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

export interface FieldProps {
  readonly label: string;
  /** The label is read aloud only: for places where the control says what it is. */
  readonly hideLabel?: boolean;
  readonly hint?: string;
  /** What is wrong and what to do about it. */
  readonly error?: string | null;
  /** Draws the control; spread what it gets on an `<input class="input">`, `<select class="input">` or `<textarea>`. */
  readonly children: (control: ControlProps) => ComponentChildren;
}

/** A control with its label, a hint and an error. */
export function Field({ label, hideLabel, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class={hideLabel ? 'visually-hidden' : 'field-label'} for={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? 'true' : undefined })}
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
