import type { PolicyDocument } from '../../lib/policy/types';
import { dutiesOf } from '../../lib/units';
import type { Profile, UnitKind } from '../../lib/units/types';
import { label } from './gold';

/** Measure numbers by named role, by `collective` and by `possible`, as duties.json has them. */
export type Groups = Record<'lead' | 'participant' | 'responsible' | 'collective' | 'possible', string[]>;

/** One entry of duties.json. */
export interface DutyCase {
  readonly profile: { readonly name: string; readonly region: string; readonly kind: UnitKind };
  readonly document: string;
  readonly duties: Groups;
}

export function grouped(document: PolicyDocument, profile: Profile): Groups {
  const groups: Groups = { lead: [], participant: [], responsible: [], collective: [], possible: [] };
  const byId = new Map(document.measures.map((measure) => [measure.id, measure]));
  for (const duty of dutiesOf(document, profile)) {
    groups[duty.certainty === 'named' ? duty.role : duty.certainty].push(label(byId.get(duty.measure)!));
  }
  return groups;
}
