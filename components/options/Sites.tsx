import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button, IconButton } from '../ui/Button';
import { Field } from '../ui/Field';
import { ManagedNote } from './ManagedNote';
import { Section } from './Section';
import './sites.css';

export interface SitesProps {
  readonly dismissed: readonly string[];
  readonly granted: readonly string[];
  /** Hosts that the administrator would have read. */
  readonly proposed?: readonly string[] | undefined;
  readonly onRestore: (site: string) => void;
  /** Whether the browser agreed; never rejects. */
  readonly onGrant: (...sites: string[]) => Promise<boolean>;
  readonly onRevoke: (origin: string) => void;
}

/** Where we run beside the government's own sites, and where we were told to be quiet. */
export function Sites({ dismissed, granted, proposed = [], onRestore, onGrant, onRevoke }: SitesProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<'siteWrong' | 'siteRefused' | null>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    const site = hostOf(text);
    setProblem(site === null ? 'siteWrong' : null);
    if (site === null) return;
    // What was refused stays to be tried again.
    void onGrant(site).then((granted) => (granted ? setText('') : setProblem('siteRefused')));
  };
  return (
    <Section id="sites" title={i18n.t('options.sites')} intro={i18n.t('options.sitesIntro')}>
      {proposed.length > 0 && <Proposed sites={proposed} granted={granted} onGrant={onGrant} />}
      <h3>{i18n.t('options.granted')}</h3>
      <SiteList
        sites={granted}
        empty={i18n.t('options.noneGranted')}
        remove={(site) => i18n.t('options.revoke', [site])}
        onRemove={onRevoke}
      />
      <form class="site-form" onSubmit={submit}>
        <Field label={i18n.t('options.addSite')} error={problem && i18n.t(`options.${problem}`)}>
          {(control) => (
            <input
              {...control}
              class="input"
              maxLength={500}
              placeholder="www.example.cn"
              value={text}
              onInput={(event) => {
                setProblem(null);
                setText(event.currentTarget.value);
              }}
            />
          )}
        </Field>
        <Button type="submit" icon="plus">
          {i18n.t('options.grant')}
        </Button>
      </form>
      <h3>{i18n.t('options.dismissed')}</h3>
      <SiteList
        sites={dismissed}
        empty={i18n.t('options.noneDismissed')}
        remove={(site) => i18n.t('options.restoreSite', [site])}
        onRemove={onRestore}
      />
    </Section>
  );
}

/** Sites that the administrator has named: the browser lets only the reader allow them, all with one answer. */
function Proposed(props: Pick<SitesProps, 'granted' | 'onGrant'> & { readonly sites: readonly string[] }) {
  const missing = props.sites.filter((site) => !props.granted.includes(`*://${site}/*`));
  return (
    <>
      <h3>
        {i18n.t('managed.sites')} <ManagedNote />
      </h3>
      <ul class="sites">
        {props.sites.map((site) => (
          <li key={site}>
            <code>{site}</code>
            <span class="section-intro">{i18n.t(missing.includes(site) ? 'managed.waiting' : 'managed.granted')}</span>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <Button class="section-button" variant="primary" icon="shield" onClick={() => void props.onGrant(...missing)}>
          {i18n.t('managed.grantAll', [missing.length])}
        </Button>
      )}
    </>
  );
}

function SiteList(props: {
  readonly sites: readonly string[];
  readonly empty: string;
  readonly remove: (site: string) => string;
  readonly onRemove: (site: string) => void;
}) {
  if (!props.sites.length) return <p class="section-intro">{props.empty}</p>;
  return (
    <ul class="sites">
      {props.sites.map((site) => (
        <li key={site}>
          <code>{site}</code>
          <IconButton small icon="x" label={props.remove(site)} onClick={() => props.onRemove(site)} />
        </li>
      ))}
    </ul>
  );
}

/**
 * The host of an address or of a bare name; null when it is none. A wildcard is none: one site at a time. Sites of an office's
 * own network are called by an IP address, or by one word: such a word is taken for a site with its `http://` or a port.
 */
export function hostOf(text: string): string | null {
  const typed = text.trim();
  try {
    const whole = /^[a-z]+:\/\//i.test(typed);
    const { protocol, hostname, port } = new URL(whole ? typed : `http://${typed}`);
    const isSite = hostname.includes('.') || hostname.startsWith('[') || whole || port !== '';
    return /^https?:$/.test(protocol) && isSite && !/[*%]/.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}
