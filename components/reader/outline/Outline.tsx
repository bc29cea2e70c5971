import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PolicyDocument } from '../../../lib/policy/types';
import type { Span } from '../../../lib/text/types';
import type { Duty } from '../../../lib/units/types';
import { IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { type Entry, entryAt, openEntries, outlineOf } from './entries';
import './outline.css';

export interface OutlineProps {
  readonly policy: PolicyDocument;
  readonly duties: readonly Duty[];
  /** The offset at the top of what is seen of the text; null while that is not known. */
  readonly top: number | null;
  readonly onGo: (span: Span) => void;
  readonly onClose: () => void;
}

/** From this many entries on only the part that is read is open at first. */
const MANY = 150;

/** The document's headings and measures beside it: where the reader is, where ours are, and the way there. */
export function Outline({ policy, duties, top, onGo, onClose }: OutlineProps) {
  const entries = useMemo(() => outlineOf(policy, duties), [policy, duties]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => tooMany(entries));
  const [focused, setFocused] = useState(0);
  const tree = useRef<HTMLDivElement>(null);
  useEffect(() => setClosed(tooMany(entries)), [policy]);

  const at = top === null ? -1 : entryAt(entries, top);
  const open = openEntries(entries, closed);
  // Of what is closed, the heading stands for it.
  let now = at;
  while (now >= 0 && !open.includes(now)) now = entries[now]!.parent ?? -1;
  useEffect(() => {
    tree.current?.querySelector('[aria-current]')?.scrollIntoView?.({ block: 'nearest' });
  }, [now]);

  const tabStop = open.includes(focused) ? focused : (open[0] ?? 0);
  const focus = (index: number | undefined) => {
    if (index === undefined) return;
    setFocused(index);
    tree.current?.querySelector<HTMLElement>(`[data-entry="${index}"]`)?.focus();
  };
  const toggle = ({ key }: Entry, shut: boolean) => {
    const next = new Set(closed);
    if (shut) next.add(key);
    else next.delete(key);
    setClosed(next);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const place = open.indexOf(index);
    const entry = entries[index];
    if (!entry || event.ctrlKey || event.metaKey || event.altKey) return;
    const shut = closed.has(entry.key);
    if (event.key === 'ArrowDown') focus(open[place + 1]);
    else if (event.key === 'ArrowUp') focus(open[place - 1]);
    else if (event.key === 'Home') focus(open[0]);
    else if (event.key === 'End') focus(open[open.length - 1]);
    else if (event.key === 'ArrowRight' && entry.hasChildren && shut) toggle(entry, false);
    else if (event.key === 'ArrowRight' && entry.hasChildren) focus(open[place + 1]);
    else if (event.key === 'ArrowLeft' && entry.hasChildren && !shut) toggle(entry, true);
    else if (event.key === 'ArrowLeft') focus(entry.parent ?? undefined);
    else if (event.key === 'Enter' || event.key === ' ') onGo(entry.span);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <nav class="outline" aria-label={i18n.t('reader.outline.title')}>
      <header class="outline-head">
        <h2>{i18n.t('reader.outline.title')}</h2>
        <IconButton small icon="x" label={i18n.t('reader.outline.close')} onClick={onClose} />
      </header>
      {entries.length === 0 ? (
        <p class="outline-empty">{i18n.t('reader.outline.empty')}</p>
      ) : (
        <div class="outline-tree" role="tree" aria-label={i18n.t('reader.outline.title')} ref={tree}>
          {open.map((index) => {
            const entry = entries[index]!;
            const shut = closed.has(entry.key);
            return (
              <div
                key={entry.key}
                role="treeitem"
                class={`outline-entry outline-${entry.kind}`}
                data-entry={index}
                aria-level={entry.level}
                aria-expanded={entry.hasChildren ? !shut : undefined}
                aria-current={index === now ? 'location' : undefined}
                tabIndex={index === tabStop ? 0 : -1}
                style={{ '--level': Math.min(entry.level, 5) - 1 }}
                title={entry.text}
                onFocus={() => setFocused(index)}
                onKeyDown={(event) => onKeyDown(event, index)}
                onClick={(event) => {
                  setFocused(index);
                  const twisty = event.target instanceof Element && event.target.closest('.outline-twisty');
                  if (twisty) toggle(entry, !shut);
                  else onGo(entry.span);
                }}
              >
                <span class="outline-twisty" aria-hidden="true">
                  {entry.hasChildren && <Icon name={shut ? 'chevronRight' : 'chevronDown'} size={13} />}
                </span>
                <span class="outline-text">{entry.text}</span>
                {entry.ours && <span class={`outline-ours outline-ours-${entry.ours}`} aria-hidden="true" />}
                <span class="visually-hidden">{oursWord(entry)}</span>
                {shut && entry.oursBelow > 0 && (
                  <span class="outline-count" title={i18n.t('reader.outline.below')}>
                    <span class="visually-hidden">{i18n.t('reader.outline.below')}</span>
                    {entry.oursBelow}
                  </span>
                )}
              </div>
            );
          })}
        </div>
      )}
    </nav>
  );
}

function oursWord({ ours }: Entry): string {
  if (ours === 'sure') return i18n.t('reader.outline.ours');
  return ours === 'possible' ? i18n.t('reader.outline.possible') : '';
}

const tooMany = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.length < MANY ? [] : entries.flatMap(({ key, hasChildren }) => (hasChildren ? [key] : [])));
