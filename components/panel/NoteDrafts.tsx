import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { NoteDraft } from '../../lib/page/note-draft';
import type { PageTarget } from '../../lib/page/types';
import { Button } from '../ui/Button';
import type { PolicyPanelProps } from './types';
import { errorWord } from './words';

export interface NoteDraftsProps {
  readonly panel: PolicyPanelProps;
  readonly onReveal: (target: PageTarget) => void;
}

/** Notes that were begun in the page and not saved: what was typed, and on which words. Nothing nearly always. */
export function NoteDrafts({ panel, onReveal }: NoteDraftsProps) {
  const { url, revision } = panel.snapshot;
  const kept = panel.noteDrafts;
  const drafts = useDraftsIn(kept, url);
  if (!kept || drafts.length === 0) return null;
  const drop = (draft: NoteDraft) => {
    const put = (note: string) =>
      kept.keep(draft, note).catch((error: unknown) => panel.toasts.show({ text: errorWord(error), tone: 'error' }));
    const undo = () => void put(draft.note);
    void put('').then(() => panel.toasts.show({ text: i18n.t('panel.draft.dropped'), undo }));
  };
  return (
    <section class="note-drafts" aria-label={i18n.t('panel.draft.heading')}>
      <h3 class="note-drafts-head">{i18n.t('panel.draft.heading')}</h3>
      {drafts.map((draft) => (
        <div key={`${draft.about} ${draft.id}`} class="note-draft">
          <p class="note-draft-quote">{draft.about}</p>
          <p class="note-draft-text">{draft.note}</p>
          <p class="note-draft-actions">
            {draft.where && (
              <Button
                small
                variant="quiet"
                onClick={() => draft.where && onReveal({ kind: 'passage', revision, span: draft.where.span })}
              >
                {i18n.t('panel.draft.show')}
              </Button>
            )}
            <Button small variant="quiet" onClick={() => drop(draft)}>
              {i18n.t('panel.draft.drop')}
            </Button>
          </p>
        </div>
      ))}
      <p class="note-drafts-how">{i18n.t('panel.draft.how')}</p>
    </section>
  );
}

function useDraftsIn(kept: PolicyPanelProps['noteDrafts'], url: string): readonly NoteDraft[] {
  const [drafts, setDrafts] = useState<readonly NoteDraft[]>([]);
  useEffect(() => {
    if (!kept) return;
    let ended = false;
    const read = () =>
      void kept.in(url).then(
        (now) => ended || setDrafts(now),
        () => undefined,
      );
    read();
    const stop = kept.watch(read);
    return () => {
      ended = true;
      stop();
    };
  }, [kept, url]);
  return drafts;
}
