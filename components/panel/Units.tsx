import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Assignment, Measure, Role } from '../../lib/policy/types';
import type { Ours } from '../../lib/units/ours';
import { isUnsure } from './doubt';
import { Marked } from './Marked';
import './units.css';
import { formWord, percent, roleWord } from './words';

export interface UnitsProps {
  readonly measure: Measure;
  /** Which of its assignments make it ours. */
  readonly ours: Ours;
  readonly terms: readonly string[];
  /** Shows all; else a long list is cut. */
  readonly full: boolean;
  readonly onPickUnit: (unit: string) => void;
}

const roles: readonly Role[] = ['lead', 'participant', 'responsible'];

/** More units than this in one role are folded; what is mine is never among the folded ones. */
const shown = 8;

/** The units of a measure, a line for each role; a name is a button that filters by it. */
export function Units({ measure, ours, terms, full, onPickUnit }: UnitsProps) {
  const lists = roles.flatMap((role) => {
    const all = measure.assignments.flatMap((assignment, index) =>
      assignment.role === role ? [{ assignment, isMine: ours.sure.has(index), isMaybe: ours.possible.has(index) }] : [],
    );
    return all.length > 0 ? [{ role, all }] : [];
  });
  return (
    <div class="units">
      {lists.map(({ role, all }) => (
        <UnitList key={role} role={role} all={all} terms={terms} full={full} onPickUnit={onPickUnit} />
      ))}
    </div>
  );
}

interface Named {
  readonly assignment: Assignment;
  readonly isMine: boolean;
  readonly isMaybe: boolean;
}

function UnitList(
  props: Omit<UnitsProps, 'measure' | 'ours'> & { readonly role: Role; readonly all: readonly Named[] },
) {
  const { role, all, terms } = props;
  const [open, setOpen] = useState(false);
  const whole = props.full || open || all.length <= shown + 2;
  const visible = whole ? all : all.filter(({ isMine, isMaybe }, index) => isMine || isMaybe || index < shown);
  return (
    <p class={`unit-line role-${role}`}>
      <span class="unit-role">{roleWord(role)}</span>
      <span class="unit-names">
        {visible.map(({ assignment, isMine, isMaybe }, index) => (
          <span key={`${assignment.span.start}-${assignment.unit}`}>
            {index > 0 && '、'}
            <button
              type="button"
              class={isMine ? 'unit unit-mine' : isMaybe ? 'unit unit-maybe' : 'unit'}
              title={titleOf(assignment)}
              onClick={() => props.onPickUnit(assignment.unit)}
            >
              <Marked text={assignment.unit} terms={terms} />
            </button>
            {isUnsure(assignment.certainty) && (
              <span class="unit-doubt" title={doubtTitle(assignment)}>
                ？
              </span>
            )}
          </span>
        ))}
        {all.some(({ assignment }) => assignment.openList) && (
          <span class="unit-open" title={i18n.t('panel.openList')}>
            {i18n.t('panel.etc')}
          </span>
        )}
        {!whole && (
          <button type="button" class="unit-more" onClick={() => setOpen(true)}>
            {i18n.t('panel.moreUnits', [`${all.length - visible.length}`])}
          </button>
        )}
      </span>
    </p>
  );
}

function titleOf({ unit, resolved, collective }: Assignment): string {
  const notes = [
    resolved && resolved !== unit ? i18n.t('panel.resolvedUnit', [resolved]) : '',
    collective ? i18n.t('panel.collectiveUnit') : '',
    i18n.t('panel.pickUnit'),
  ];
  return notes.filter(Boolean).join(' · ');
}

const doubtTitle = ({ form, certainty }: Assignment): string =>
  i18n.t('panel.doubt.assignment', [formWord(form), percent(certainty)]);
