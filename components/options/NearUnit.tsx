import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PolicyDocument } from '../../lib/policy/types';
import { readTyped, suggest } from '../../lib/units';
import { Button } from '../ui/Button';

export interface NearUnitProps {
  readonly policy: PolicyDocument;
  /** As typed so far. */
  readonly name: string;
  readonly onPick: (name: string) => void;
}

/** Units of the document read last that a typed name is a slip away from; nothing where it names the unit, or none is near. */
export function NearUnit({ policy, name, onPick }: NearUnitProps) {
  const units = useMemo(() => suggest(policy), [policy]);
  const near = useMemo(() => (name.length < 3 ? [] : readTyped(policy, units, name).near), [policy, units, name]);
  const others = near.filter((unit) => unit.name !== name);
  if (others.length === 0) return null;
  return (
    <p class="field-hint" role="status">
      {i18n.t('options.unitNear')}
      {others.map((unit) => (
        <Button key={unit.name} small variant="quiet" onClick={() => onPick(unit.name)}>
          {i18n.t('panel.onboarding.counted', [unit.name, `${unit.mentions}`])}
        </Button>
      ))}
    </p>
  );
}
