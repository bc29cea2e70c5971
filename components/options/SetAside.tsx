import { i18n } from '#i18n';
import type { DutyDecision, Profile } from '../../lib/units/types';
import { IconButton } from '../ui/Button';
import './sites.css';

/** Designations that the reader said never hold the unit, each to be taken back. */
export function SetAside(props: {
  readonly decisions: readonly DutyDecision[];
  readonly profiles: readonly Profile[];
  readonly onTakeBack: (decision: DutyDecision) => void;
}) {
  if (props.decisions.length === 0) return null;
  return (
    <section class="set-aside">
      <h3>{i18n.t('options.setAside')}</h3>
      <ul class="sites">
        {props.decisions.map((decision) => {
          const unit = decision.unit ?? '';
          const whose = props.profiles.find(({ id }) => id === decision.profile)?.name;
          return (
            <li key={JSON.stringify(decision)}>
              <span>
                {i18n.t('options.setAsideUnit', [unit])}
                {whose && props.profiles.length > 1 && ` · ${whose}`}
              </span>
              <IconButton
                small
                icon="undo"
                label={i18n.t('options.takeBack', [unit])}
                onClick={() => props.onTakeBack(decision)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
