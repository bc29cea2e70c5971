import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Role } from '../../lib/policy/types';
import type { DutyCertainty } from '../../lib/units/types';
import './line.css';

export interface LineProps {
  /** Of what it shows: `measure`, `task`. */
  readonly class: string;
  readonly current: boolean;
  readonly tick?: ComponentChildren;
  readonly number: string | null;
  readonly title: ComponentChildren;
  /** In full, for the tooltip: a line has no room for it. */
  readonly hint: string;
  readonly onOpen: () => void;
  /** Marks, date and state, at the end. */
  readonly children: ComponentChildren;
}

/** A record in one line: what it is at the left, how it stands at the right. */
export function Line(props: LineProps) {
  return (
    <article class={`line ${props.class}`} aria-current={props.current ? 'true' : undefined}>
      {props.tick}
      <button type="button" class="line-head" data-main title={props.hint} onClick={props.onOpen}>
        {props.number !== null && <span class="measure-number">{props.number}</span>}
        <span class="line-title">{props.title}</span>
      </button>
      <div class="line-end">{props.children}</div>
    </article>
  );
}

/** 牵, 参 or 责 with the line that the page draws under it; a role that is only possible has a question mark. */
export function RoleMark({ role, certainty }: { readonly role: Role; readonly certainty: DutyCertainty | null }) {
  const words = [
    i18n.t(`role.${role}`),
    certainty === 'collective' && i18n.t('panel.group.collective'),
    certainty === 'possible' && i18n.t('panel.group.possible'),
  ];
  const name = words.filter(Boolean).join(' · ');
  return (
    <span class={`role-mark mark-${role} mark-${certainty ?? 'named'}`} title={name}>
      <span aria-hidden="true">
        {i18n.t(`records.mark.${role}`)}
        {certainty === 'possible' && '?'}
      </span>
      <span class="visually-hidden">{name}</span>
    </span>
  );
}
