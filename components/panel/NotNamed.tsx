import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PolicyDocument } from '../../lib/policy/types';
import { readTyped, suggest } from '../../lib/units';
import type { Profile } from '../../lib/units/types';
import { Button } from '../ui/Button';
import { elsewhereOf } from './elsewhere';

export interface NotNamedProps {
  readonly policy: PolicyDocument;
  readonly profiles: readonly Profile[];
  readonly onEdit: (() => void) | undefined;
  /** Names that may be ours are listed below, for the reader to decide: then the name is no slip. */
  readonly asked?: boolean;
}

/** A quiet question where no measure names any of our units: a slip in the name makes the same silence. */
export function NotNamed({ policy, profiles, onEdit, asked = false }: NotNamedProps) {
  const names = profiles.map(({ name }) => name).join('、');
  const elsewhere = elsewhereOf(policy, profiles);
  return (
    <p class="not-named">
      {elsewhere && !asked
        ? i18n.t(`panel.elsewhere.${elsewhere.how}`, [elsewhere.region, names])
        : i18n.t(asked ? 'panel.perhapsNamed' : 'panel.notNamed', [names])}
      {!asked && <NearNames policy={policy} profiles={profiles} />}
      {onEdit && (
        <Button variant="quiet" small onClick={onEdit}>
          {i18n.t('panel.editProfile')}
        </Button>
      )}
    </p>
  );
}

/** The document's names that look like ours, in words; nothing where there are none. */
export function NearNames({ policy, profiles }: Pick<NotNamedProps, 'policy' | 'profiles'>) {
  const near = useMemo(() => {
    const suggestions = suggest(policy);
    return [...new Set(profiles.flatMap(({ name }) => readTyped(policy, suggestions, name).near))];
  }, [policy, profiles]);
  if (near.length === 0) return null;
  const names = near.map(({ name, mentions }) => i18n.t('panel.onboarding.counted', [name, `${mentions}`]));
  return <span>{i18n.t('panel.nearNames', [names.join('、')])}</span>;
}
