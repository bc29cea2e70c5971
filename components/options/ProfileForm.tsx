import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PolicyDocument } from '../../lib/policy/types';
import { errorKey } from '../../lib/store/errors';
import { guessKind, parseRegion } from '../../lib/units';
import type { Profile, UnitKind } from '../../lib/units/types';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { TagInput } from '../ui/TagInput';
import { Colour } from './Colour';
import { NearUnit } from './NearUnit';
import './profile.css';

const kinds: readonly UnitKind[] = [
  'government-department',
  'party-organ',
  'vertical-organ',
  'township',
  'subdistrict',
  'court',
  'procuratorate',
  'peoples-congress',
  'cppcc',
  'institution',
  'enterprise',
  'other',
];

export const kindWord = (kind: UnitKind): string =>
  i18n.t(`common.unitKind.${errorKey(kind)}` as 'common.unitKind.other');

export interface ProfileFormProps {
  readonly profile: Profile;
  /** What a mistyped name is compared with; null: nothing was read yet. */
  readonly lastRead: PolicyDocument | null;
  readonly onSave: (profile: Profile) => void;
  readonly onCancel: () => void;
}

/** One unit of the reader's own. The kind follows the name until the reader chooses one. */
export function ProfileForm({ profile, lastRead, onSave, onCancel }: ProfileFormProps) {
  const [draft, setDraft] = useState(profile);
  const [chosen, setChosen] = useState(profile.name !== '');
  const [wrong, setWrong] = useState(false);
  const rename = (value: string) =>
    set({ name: value, ...(!chosen && { kind: guessKind(value.replace(/\s+/gu, '')) }) });
  const set = (part: Partial<Profile>) => setDraft({ ...draft, ...part });
  const name = draft.name.replace(/\s+/gu, '');
  const region = draft.region.replace(/\s+/gu, '');
  const submit = (event: Event) => {
    event.preventDefault();
    setWrong(name.length < 2);
    if (name.length >= 2) onSave({ ...draft, name, region });
  };
  return (
    <form class="profile-form" onSubmit={submit}>
      <Field
        label={i18n.t('options.unitName')}
        hint={i18n.t('options.unitNameHint')}
        error={wrong ? i18n.t('options.unitNameShort') : null}
      >
        {(control) => (
          <input
            {...control}
            class="input"
            maxLength={60}
            value={draft.name}
            onInput={(event) => rename(event.currentTarget.value)}
          />
        )}
      </Field>
      {lastRead && <NearUnit policy={lastRead} name={name} onPick={rename} />}
      <Field
        label={i18n.t('options.unitRegion')}
        hint={region && !parseRegion(region) ? i18n.t('options.unitRegionUnknown') : i18n.t('options.unitRegionHint')}
      >
        {(control) => (
          <input
            {...control}
            class="input"
            maxLength={60}
            value={draft.region}
            onInput={(event) => set({ region: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={i18n.t('options.unitKind')} hint={i18n.t('options.unitKindHint')}>
        {(control) => (
          <select
            {...control}
            class="input"
            value={draft.kind}
            onChange={(event) => {
              setChosen(true);
              set({ kind: event.currentTarget.value as UnitKind });
            }}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindWord(kind)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="field">
        <span class="field-label" aria-hidden="true">
          {i18n.t('options.unitAliases')}
        </span>
        <TagInput
          label={i18n.t('options.unitAliases')}
          tags={draft.aliases}
          suggestions={[]}
          onChange={(aliases) => set({ aliases })}
          maxLength={60}
          maxTags={30}
        />
        <p class="field-hint">{i18n.t('options.unitAliasesHint')}</p>
      </div>
      <Colour value={draft.colour} onChange={(colour) => set({ colour })} />
      <div class="profile-actions">
        <Button variant="primary" type="submit">
          {i18n.t('options.save')}
        </Button>
        <Button onClick={onCancel}>{i18n.t('common.cancel')}</Button>
      </div>
    </form>
  );
}
