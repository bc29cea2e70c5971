import { Field } from './Field';

interface InputFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** Days that a task can have to do with; a year that is still being typed (0002, 0202) lies outside. */
export const days = { min: '1949-10-01', max: '2199-12-31' } as const;

/** Words under a label; several lines of them where `rows` is given. */
export function TextField(
  props: InputFieldProps & {
    readonly maxLength: number;
    readonly rows?: number;
    readonly placeholder?: string;
    readonly hint?: string;
    readonly error?: string | null;
  },
) {
  const { label, value, onValue, rows, hint, error, ...rest } = props;
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} error={error ?? null}>
      {(control) =>
        rows === undefined ? (
          <input
            {...control}
            {...rest}
            class="input"
            value={value}
            onInput={({ currentTarget }) => onValue(currentTarget.value)}
          />
        ) : (
          <textarea
            {...control}
            {...rest}
            class="input"
            rows={rows}
            value={value}
            onInput={({ currentTarget }) => onValue(currentTarget.value)}
          />
        )
      }
    </Field>
  );
}

/** A day under a label, ISO; '' while it is none. */
export function DateField({ label, value, onValue }: InputFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          {...days}
          class="input"
          type="date"
          value={value}
          onInput={({ currentTarget }) => onValue(currentTarget.value)}
        />
      )}
    </Field>
  );
}
