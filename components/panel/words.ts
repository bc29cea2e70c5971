import { i18n } from '#i18n';
import type { Change } from '../../lib/anchor/compare';
import type { AssignmentForm, DocumentRule, Period, Role, Unread } from '../../lib/policy/types';
import { errorKey } from '../../lib/store/errors';
import { countOurs } from '../../lib/units/ours';
import type { Duty, Profile } from '../../lib/units/types';
import { explain } from '../../lib/units/why';
import type { Scope } from './decide';
import type { GroupKey } from './rows';

export { errorWords as errorWord } from '../errors';

type Key = Parameters<typeof i18n.t>[0];
type PlainKey = Extract<Key, string>;

/** A wording whose key is made of a code; the locales' test makes sure that each code has one. */
const word = (key: string, values?: string[]): string =>
  (i18n.t as (key: PlainKey, values?: string[]) => string)(key as PlainKey, values);

export const roleWord = (role: Role): string => word(`role.${role}`);
export const groupWord = (group: GroupKey): string => word(`panel.group.${errorKey(group)}`);
export const scopeWord = (scope: Scope, unit: string): string => word(`panel.scope.${scope}`, [unit]);
export const formWord = (form: AssignmentForm): string => word(`panel.form.${form}`);
export const unreadWord = (reason: Unread['reason']): string => word(`panel.unread.${errorKey(reason)}`);
export const changeWord = (kind: Change['kind']): string => word(`panel.change.${kind}`);
export const factWord = (field: Extract<Change, { kind: 'fact' }>['field']): string => word(`panel.facts.${field}`);
export const ruleWord = (kind: DocumentRule['kind']): string => word(`panel.rule.${errorKey(kind)}`);

/** 每季度 2 次. */
export function recurrenceWord(period: Period, times: number | null): string {
  const every = word(`panel.period.${errorKey(period)}`);
  return times === null ? every : i18n.t('panel.times', [every, `${times}`]);
}

export const percent = (certainty: number): string => `${Math.round(certainty * 100)}%`;

/** 参加单位：区政府各部门 — 本单位（政府部门）在其中. */
export function whyWord(duty: Duty, profiles: readonly Profile[]): string {
  const profile = profiles.find(({ id }) => id === duty.profile);
  if (!profile) return '';
  const { key, role, unit, name, kind } = explain(duty.why, profile, duty.certainty);
  return word(`why.${key}`, [roleWord(role), unit, name, word(`common.unitKind.${errorKey(kind)}`)]);
}

/** 本单位 43 项 · 可能 21 项, as in the page's pill. */
export function oursWord(duties: readonly Duty[]): string {
  const { mine, possible } = countOurs(duties);
  return [mine > 0 && i18n.t('guest.mine', [mine]), possible > 0 && i18n.t('guest.possible', [possible])]
    .filter(Boolean)
    .join(' · ');
}
