import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PolicyDocument } from '../../lib/policy/types';
import { noStatusWords, StatusWordsContext } from '../records/status-words';
import { ToastRegion } from '../ui/Toast';
import { useToasts } from '../ui/useToasts';
import './panel.css';
import { PanelState } from './PanelState';
import { PolicyPanel } from './PolicyPanel';
import type { PanelProps } from './types';
import { usePage } from './usePage';

/** Work is divided by form (a table, a line, brackets), not told in passing. */
const dividesWork = (policy: PolicyDocument | null): boolean =>
  policy?.measures.some(({ assignments }) => assignments.some(({ form }) => form !== 'prose')) ?? false;

/**
 * The panel beside a page: what the page's policy asks, of whom, by when; what of it is ours; what was taken on and
 * noted. It fills its parent and scrolls within. It cannot tell a web page from the reader: both are a `PageView`.
 */
export function Panel(props: PanelProps) {
  const { page } = props;
  const snapshot = usePage(page);
  const toasts = useToasts();
  const [error, setError] = useState<unknown>(null);
  const [anyway, setAnyway] = useState<string | null>(null);

  // What was refused for one page says nothing of the next.
  useEffect(() => setError(null), [page, snapshot?.url, snapshot?.revision]);

  const read = () => {
    setError(null);
    page.read().catch((reason: unknown) => setError(reason ?? 'unknown'));
  };
  const ready = snapshot?.state === 'ready' && snapshot.policy !== null;
  const wanted = anyway === snapshot?.url || (props.chosen === true && dividesWork(snapshot?.policy ?? null));
  const shown = ready && (snapshot.policy?.class !== 'other' || wanted);
  return (
    <section class="panel" aria-label={i18n.t('panel.name')}>
      {shown && snapshot.policy ? (
        <StatusWordsContext.Provider value={props.words ?? noStatusWords}>
          <PolicyPanel
            {...props}
            // A new document starts anew: its filter, tab and picks are not the last one's.
            key={snapshot.documentId ?? snapshot.url}
            snapshot={snapshot}
            policy={snapshot.policy}
            toasts={toasts}
          />
        </StatusWordsContext.Provider>
      ) : (
        <>
          <h1 class="visually-hidden">{i18n.t('panel.name')}</h1>
          <PanelState
            snapshot={snapshot}
            error={error}
            cut={props.cut}
            onRead={read}
            onShowAnyway={() => setAnyway(snapshot?.url ?? null)}
            onOpenTasks={props.onOpenTasks}
            onOpenFile={props.onOpenFile}
          />
          <ToastRegion toasts={toasts} />
        </>
      )}
    </section>
  );
}
