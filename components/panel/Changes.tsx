import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Change } from '../../lib/anchor/compare';
import type { PageTarget } from '../../lib/page/types';
import type { Measure, PolicyDocument } from '../../lib/policy/types';
import { Button } from '../ui/Button';
import { Badge } from '../ui/Chip';
import './changes.css';
import { Parts } from './Parts';
import type { Stored } from './useStored';
import { changeWord, factWord, roleWord } from './words';

export interface ChangesProps {
  readonly stored: Stored;
  readonly policy: PolicyDocument;
  /** Ids of measures that are ours or taken on, of either version. */
  readonly ours: ReadonlySet<string>;
  readonly onReveal: (target: PageTarget) => void;
  readonly onAccept: () => void;
}

/** How the document differs from what was seen before; what is ours first. */
export function Changes({ stored, policy, ours, onReveal, onAccept }: ChangesProps) {
  const [open, setOpen] = useState(false);
  const { record, changes } = stored;
  if (!record || changes.length === 0) return null;
  const mine = changes.filter((change) => isOurs(change, ours));
  const ordered = [...mine, ...changes.filter((change) => !isOurs(change, ours))];
  const measures = new Map([...record.policy.measures, ...policy.measures].map((measure) => [measure.id, measure]));
  return (
    <section class="changes" aria-label={i18n.t('panel.changes.name')}>
      <p>
        {i18n.t('panel.changes.summary', [record.lastSeen.slice(0, 10), `${changes.length}`])}
        {mine.length > 0 && <strong>{i18n.t('panel.changes.ours', [`${mine.length}`])}</strong>}
      </p>
      <div class="bar-actions">
        <Button small aria-expanded={open} onClick={() => setOpen(!open)}>
          {i18n.t(open ? 'panel.changes.hide' : 'panel.changes.show')}
        </Button>
        <Button small variant="quiet" icon="check" onClick={onAccept}>
          {i18n.t('panel.changes.accept')}
        </Button>
      </div>
      {open && (
        <ul class="changes-list">
          {ordered.map((change) => (
            <li key={JSON.stringify(change)}>
              <Badge tone={isOurs(change, ours) ? 'accent' : 'plain'}>{changeWord(change.kind)}</Badge>
              <Subject change={change} measures={measures} onReveal={onReveal} />
              <Detail change={change} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function isOurs(change: Change, ours: ReadonlySet<string>): boolean {
  if (change.kind === 'fact' || change.kind === 'heading') return false;
  return (change.after !== null && ours.has(change.after)) || (change.before !== null && ours.has(change.before));
}

/** The measure it is about: a link where it is in the page. */
function Subject(props: {
  readonly change: Change;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly onReveal: (target: PageTarget) => void;
}) {
  const { change } = props;
  if (change.kind === 'fact') return <span>{factWord(change.field)}</span>;
  if (change.kind === 'heading') return null;
  const id = change.after ?? change.before;
  const measure = id === null ? undefined : props.measures.get(id);
  const text = measure ? [measure.number, (measure.title ?? measure.text).slice(0, 60)].filter(Boolean).join(' ') : id;
  const { after } = change;
  if (after === null) return <span>{text}</span>;
  return (
    <button type="button" class="link-quiet" onClick={() => props.onReveal({ kind: 'measure', id: after })}>
      {text}
    </button>
  );
}

function Detail({ change }: { readonly change: Change }) {
  switch (change.kind) {
    case 'reworded':
      return (
        <p class="changes-detail">
          <Parts parts={change.differences} />
        </p>
      );
    case 'units':
      return (
        <Lists
          added={change.added.map(({ role, unit }) => `${roleWord(role)} ${unit}`)}
          removed={change.removed.map(({ role, unit }) => `${roleWord(role)} ${unit}`)}
        />
      );
    case 'deadlines':
      return <Lists added={change.added} removed={change.removed} />;
    case 'moved':
      return (
        <Arrow>
          {change.from.at(-1) ?? '—'} → {change.to.at(-1) ?? '—'}
        </Arrow>
      );
    case 'renumbered':
    case 'fact':
    case 'heading':
      return (
        <Arrow>
          {change.from ?? '—'} → {change.to ?? '—'}
        </Arrow>
      );
    default:
      return null;
  }
}

const Arrow = ({ children }: { readonly children: ComponentChildren }) => <p class="changes-detail">{children}</p>;

function Lists({ added, removed }: { readonly added: readonly string[]; readonly removed: readonly string[] }) {
  return (
    <p class="changes-detail">
      {removed.map((text) => (
        <del key={text}>{text}</del>
      ))}
      {added.map((text) => (
        <ins key={text}>{text}</ins>
      ))}
    </p>
  );
}
