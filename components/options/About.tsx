import { i18n } from '#i18n';
import { Icon } from '../ui/Icon';
import './about.css';
import { Diagnostics, type DiagnosticsProps } from './Diagnostics';
import { Section } from './Section';

/** What this is, and what it never does. */
export function About({ version, ...told }: { readonly version: string } & Partial<DiagnosticsProps>) {
  return (
    <Section id="about" title={i18n.t('options.about')}>
      <div class="privacy">
        <Icon name="shield" size={24} />
        <div>
          <h3>{i18n.t('options.privacyTitle')}</h3>
          <p>{i18n.t('options.privacy')}</p>
        </div>
      </div>
      <p>
        <a href="/help.html">{i18n.t('help.open')}</a>
      </p>
      <p class="section-intro">{i18n.t('options.license', [version])}</p>
      {told.environment && told.faults && told.onSave && told.onForget && (
        <Diagnostics
          environment={told.environment}
          faults={told.faults}
          onSave={told.onSave}
          onForget={told.onForget}
        />
      )}
    </Section>
  );
}
