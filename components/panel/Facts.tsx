import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { fileNameOf } from '../../lib/formats/address';
import type { PageTarget } from '../../lib/page/types';
import type { PolicyDocument } from '../../lib/policy/types';
import { quotedTitle } from '../../lib/text/quoted-title';
import { isWeb, placeWord } from '../places';
import { shortTitle } from '../records/title';
import { Button } from '../ui/Button';
import { Badge } from '../ui/Chip';
import { Icon } from '../ui/Icon';
import { isClassUnsure } from './doubt';
import './facts.css';
import { When } from './When';
import { percent, ruleWord } from './words';

export interface FactsProps {
  readonly policy: PolicyDocument;
  readonly revision: number;
  /** Where it is read: a file without a title is called by its name. */
  readonly url?: string;
  /** Other addresses at which the same document was seen. */
  readonly alsoAt?: readonly string[];
  readonly onReveal: (target: PageTarget) => void;
  /** Closed, it keeps to two lines. */
  readonly dense?: boolean;
  /** Small buttons at the end. */
  readonly actions?: ComponentChildren;
  /** Sets this document beside another one. */
  readonly onCompare?: () => void;
}

/** What the document says of itself: the few lines one needs, the rest on demand. */
export function Facts({
  policy,
  revision,
  url = '',
  alsoAt = [],
  onReveal,
  dense = false,
  actions,
  onCompare,
}: FactsProps) {
  const [open, setOpen] = useState(false);
  const short = dense && !open;
  const title = policy.title ?? fileNameOf(url) ?? i18n.t('panel.facts.untitled');
  const meta = [policy.issuer, policy.docNumber, policy.date].filter(Boolean);
  const pass = (span: { start: number; end: number }) => () => onReveal({ kind: 'passage', revision, span });
  return (
    <header class={short ? 'facts facts-dense' : 'facts'}>
      <div class={open ? 'facts-head' : 'facts-head facts-closed'}>
        <h1 class={open ? 'facts-title' : 'facts-title facts-clamped'} title={title}>
          {short ? shortTitle(title) : title}
        </h1>
        {policy.attachmentTitle && policy.attachmentTitle !== policy.title && (
          <p class={open ? 'facts-attachment' : 'facts-attachment facts-clamped'}>
            {i18n.t('panel.facts.attachment', [policy.attachmentTitle])}
          </p>
        )}
        {meta.length > 0 && (
          <p class="facts-meta">
            {meta.map((part) => (
              <span key={part}>{part}</span>
            ))}
          </p>
        )}
        <p class="facts-badges">
          {policy.draft && <Badge tone="warn">{i18n.t('panel.facts.draft')}</Badge>}
          {isClassUnsure(policy.certainty) && (
            <Badge tone="warn" title={i18n.t('panel.facts.unsureWhy')}>
              {i18n.t('panel.facts.unsure', [percent(policy.certainty)])}
            </Badge>
          )}
        </p>
        {policy.defaultDeadline && (
          <p class={open ? 'facts-line facts-default' : 'facts-line facts-default facts-short'}>
            <span class="facts-label">{i18n.t('panel.facts.defaultDeadline')}</span>
            <span>
              <button
                type="button"
                class="link-quiet deadline"
                title={i18n.t('panel.facts.defaultException')}
                onClick={pass(policy.defaultDeadline.span)}
              >
                <When text={policy.defaultDeadline.text} date={policy.defaultDeadline.date} />
              </button>
              <span class="facts-aside">{i18n.t('panel.facts.defaultException')}</span>
            </span>
          </p>
        )}
        {policy.rules.map((rule) => (
          <p class={open ? 'facts-line' : 'facts-line facts-short'} key={rule.span.start}>
            <span class="facts-label">{i18n.t('panel.facts.rule')}</span>
            <span>
              <button type="button" class="link-quiet" title={ruleWord(rule.kind)} onClick={pass(rule.span)}>
                {i18n.t('panel.quoted', [rule.text])}
              </button>
              <span class="facts-aside">{ruleWord(rule.kind)}</span>
            </span>
          </p>
        ))}
      </div>
      <div class="facts-foot">
        <button type="button" class="facts-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'chevronDown' : 'chevronRight'} size={14} />
          {i18n.t('panel.facts.more')}
        </button>
        {actions}
      </div>
      {open && <MoreFacts policy={policy} alsoAt={alsoAt} />}
      {open && onCompare && (
        <p>
          <Button small icon="columns" onClick={onCompare}>
            {i18n.t('changes.compare')}
          </Button>
        </p>
      )}
    </header>
  );
}

function MoreFacts({ policy, alsoAt }: { readonly policy: PolicyDocument; readonly alsoAt: readonly string[] }) {
  const links = policy.measures.reduce((sum, measure) => sum + measure.assignments.length, 0);
  const facts: readonly (readonly [string, string | null])[] = [
    [i18n.t('panel.facts.issuer'), policy.issuer],
    [i18n.t('panel.facts.docNumber'), policy.docNumber],
    [i18n.t('panel.facts.date'), policy.date],
    [i18n.t('panel.facts.region'), policy.region],
    [i18n.t('panel.facts.kind'), policy.kind],
    [i18n.t('panel.facts.addressees'), policy.addressees.join('、') || null],
    [i18n.t('panel.facts.found'), i18n.t('panel.facts.counts', [`${policy.measures.length}`, `${links}`])],
    [i18n.t('panel.facts.unread'), policy.unread.length > 0 ? `${policy.unread.length}` : i18n.t('panel.facts.none')],
  ];
  return (
    <div class="facts-all">
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class={value === null ? 'facts-unknown' : undefined}>{value ?? i18n.t('panel.facts.unknown')}</dd>
          </div>
        ))}
      </dl>
      {alsoAt.length > 0 && (
        <details class="facts-cites">
          <summary>{i18n.t('panel.facts.alsoAt', [`${alsoAt.length}`])}</summary>
          <ul>
            {alsoAt.map((url) => (
              <li key={url}>{isWeb(url) ? <OtherPlace url={url} /> : placeWord(url)}</li>
            ))}
          </ul>
        </details>
      )}
      {policy.cites.length > 0 && (
        <details class="facts-cites">
          <summary>{i18n.t('panel.facts.cites', [`${policy.cites.length}`])}</summary>
          <ul>
            {policy.cites.map((cite) => (
              <li key={`${cite.title}${cite.docNumber}`}>
                {quotedTitle(cite.title)}
                {cite.docNumber && <span class="facts-number">{cite.docNumber}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const OtherPlace = ({ url }: { readonly url: string }) => (
  <a href={url} target="_blank" rel="noreferrer noopener">
    {url}
  </a>
);
