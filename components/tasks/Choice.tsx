import { Field } from '../ui/Field';

/** One of a few values, under a label. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly word: (value: Value) => string;
  readonly onPick: (value: Value) => void;
}) {
  return (
    <Field label={props.label}>
      {(control) => (
        <select
          class="input"
          {...control}
          value={props.value}
          onChange={(event) => props.onPick(event.currentTarget.value as Value)}
        >
          {props.values.map((value) => (
            <option key={value} value={value}>
              {props.word(value)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
