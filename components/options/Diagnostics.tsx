import { i18n } from '#i18n';
import type { Fault } from '../../lib/diagnostics';
import { Button } from '../ui/Button';
import './diagnostics.css';

/** What this copy runs on, as it can be told to whoever helps. */
export interface Environment {
  /** Each a name and what was found. */
  readonly facts: readonly (readonly [string, string])[];
  /** Newer functions of browsers: whether this one has them. */
  readonly features: readonly (readonly [string, boolean])[];
}

export interface DiagnosticsProps {
  readonly environment: Environment;
  readonly faults: readonly Fault[];
  readonly onSave: () => void;
  readonly onForget: () => void;
}

/** Versions, kernel, features found, and the log of what went wrong: to be read, saved and attached. */
export function Diagnostics({ environment, faults, onSave, onForget }: DiagnosticsProps) {
  return (
    <div class="diagnostics">
      <h3>{i18n.t('diagnostics.environment')}</h3>
      <dl class="diagnostics-facts">
        {environment.facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul class="diagnostics-features">
        {environment.features.map(([name, there]) => (
          <li key={name} data-there={there}>
            <span aria-hidden="true">{there ? '✓' : '—'}</span> {name}
            {!there && <span class="diagnostics-lacking">{i18n.t('diagnostics.lacking')}</span>}
          </li>
        ))}
      </ul>
      <h3>{i18n.t('diagnostics.log')}</h3>
      <p class="section-intro">{i18n.t(faults.length === 0 ? 'diagnostics.logEmpty' : 'diagnostics.logIntro')}</p>
      {faults.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
        <ol class="diagnostics-log" reversed tabIndex={0} aria-label={i18n.t('diagnostics.log')}>
          {faults
            .slice(-20)
            .reverse()
            .map(({ at, surface, name, message, where }, index) => (
              <li key={`${at}${index}`}>
                <time dateTime={at}>{at.slice(0, 19).replace('T', ' ')}</time> {surface} · {name} · {message}
                {where[0] && <code>{where[0]}</code>}
              </li>
            ))}
        </ol>
      )}
      <p class="diagnostics-actions">
        <Button icon="download" onClick={onSave}>
          {i18n.t('diagnostics.save')}
        </Button>
        {faults.length > 0 && <Button onClick={onForget}>{i18n.t('diagnostics.forget')}</Button>}
      </p>
    </div>
  );
}
