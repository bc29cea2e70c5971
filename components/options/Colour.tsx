import { i18n } from '#i18n';
import { Field } from '../ui/Field';

/** What is mine is filled with it: pale enough to read ink on, apart from one another for colour-blind readers too. */
const start = '#fbcf94';

/** The colour of what is mine; null takes the theme's, which knows light and dark. */
export function Colour(props: { readonly value: string | null; readonly onChange: (colour: string | null) => void }) {
  const own = props.value !== null;
  return (
    <fieldset class="colour">
      <legend class="field-label">{i18n.t('options.unitColour')}</legend>
      <label class="check">
        <input
          type="checkbox"
          class="checkbox"
          checked={!own}
          onChange={(event) => props.onChange(event.currentTarget.checked ? null : start)}
        />
        {i18n.t('options.unitColourTheme')}
      </label>
      {own && (
        <Field label={i18n.t('options.unitColourOwn')} hideLabel>
          {(control) => (
            <input
              {...control}
              class="colour-input"
              type="color"
              value={props.value ?? start}
              onChange={(event) => props.onChange(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
    </fieldset>
  );
}
