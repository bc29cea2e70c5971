import { useMemo, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { standingOn } from '../../lib/page/twice';
import type { PageSnapshot } from '../../lib/page/types';
import { newKey } from '../../lib/store/keys';
import type { SeenDocument } from '../../lib/store/port';
import type { DutyDecision } from '../../lib/units/types';
import { entailedBy, patchBack } from '../records/back';
import type { Toasts } from '../ui/useToasts';
import { decided, decisionOf, earlier, undecided } from './decide';
import type { Actions, PanelProps } from './types';
import type { Records } from './useRecords';
import { errorWord } from './words';

/** What the actions need of the present moment; always the latest, so that undo acts on what is there then. */
interface Present {
  readonly snapshot: PageSnapshot | null | undefined;
  readonly records: Records;
  readonly toasts: Pick<Toasts, 'show' | 'remember' | 'undoLast'>;
  readonly onAnnotated: (id: string) => void;
}

function seenOf(snapshot: PageSnapshot | null | undefined): SeenDocument | null {
  if (!snapshot?.policy || snapshot.documentId === null) return null;
  const { documentId: id, url, policy } = snapshot;
  return { id, url, policy, fingerprint: snapshot.fingerprint ?? '' };
}

/** The panel's deeds. A failure is said in a toast and leaves everything as it was. */
export function useActions({ page, store, onDecide }: PanelProps, present: Present): Actions {
  const now = useRef(present);
  now.current = present;
  return useMemo(() => {
    const attempt = async (work: () => Promise<unknown>) => {
      await tried(work);
    };
    /** Whether it was done: neither failed nor found that there was nothing to do (`false`). */
    const tried = async (work: () => Promise<unknown>): Promise<boolean> => {
      try {
        const done = (await work()) !== false;
        await now.current.records.reload();
        return done;
      } catch (error) {
        now.current.toasts.show({ text: errorWord(error), tone: 'error' });
        return false;
      }
    };
    const selectionGone = (): false => {
      tell(i18n.t('panel.selectionGone'));
      return false;
    };
    const tell = (text: string, undo?: () => Promise<unknown>) =>
      now.current.toasts.show({ text, ...(undo && { undo: () => void attempt(undo) }) });
    const add = async (seen: SeenDocument, tasks: Parameters<typeof store.addTasks>[1]) => {
      const before = new Set(now.current.records.tasks.map(({ id }) => id));
      const all = await store.addTasks(seen, tasks);
      // Taking on twice gives back what is there: undo must not remove that.
      const fresh = all.filter(({ id }) => !before.has(id)).map(({ id }) => id);
      if (fresh.length === 0) return tell(i18n.t('panel.alreadyTaken'));
      tell(tookOnWords(all, fresh), async () => {
        const gone = await store.removeTasks(fresh, true);
        // What was written on since stays.
        if (gone.length < fresh.length) tell(i18n.t('panel.undoneSome', [`${fresh.length - gone.length}`]));
      });
    };

    return {
      decideFirst: () => tell(i18n.t('panel.decideFirst')),
      takeOn: (ids) =>
        attempt(async () => {
          const seen = seenOf(now.current.snapshot);
          const drafts = seen && ids.length > 0 ? await page.draftTasks(ids) : [];
          if (!seen || drafts.length === 0) return tell(i18n.t('panel.nothingToTake'));
          await add(seen, drafts);
        }),
      takeOnSelection: () =>
        tried(async () => {
          const seen = seenOf(now.current.snapshot);
          const draft = await page.draftTask();
          if (!seen || !draft) return selectionGone();
          await add(seen, [draft]);
        }),
      annotateSelection: () =>
        tried(async () => {
          const seen = seenOf(now.current.snapshot);
          const draft = await page.draftAnnotation();
          if (!seen || !draft) return selectionGone();
          const { annotations } = now.current.records;
          const there = standingOn(draft, annotations, now.current.snapshot?.anchors ?? {});
          if (there) {
            now.current.onAnnotated(there.id);
            return tell(i18n.t('panel.annotatedBefore'));
          }
          const key = newKey();
          const { id } = await store.addAnnotation(seen, draft, key);
          now.current.onAnnotated(id);
          // What was there before is shown, and not to be undone.
          if (id !== key) return tell(i18n.t('panel.annotatedBefore'));
          tell(i18n.t('panel.annotated'), async () => {
            const gone = await store.removeAnnotations([id], true);
            if (gone.length === 0) tell(i18n.t('panel.undoneSome', ['1']));
          });
        }),
      // Rejects, unlike the others: the field that was typed in shows what became of it.
      updateTask: async (id, patch, base) => {
        const before = now.current.records.tasks.find((task) => task.id === id);
        const after = await store.updateTasks([id], patch, base);
        if (before) {
          const receipt = entailedBy(before, patch, after);
          const undo = async () =>
            receipt ? store.undoTasks(receipt) : store.updateTasks([id], patchBack(before, patch), patch);
          now.current.toasts.remember({
            text: i18n.t('records.edited', [before.title.slice(0, 20)]),
            undo: () => void attempt(undo),
            ...('note' in patch && { same: `${id}:note` }),
          });
        }
        await now.current.records.reload();
      },
      removeTask: (task) =>
        attempt(async () => {
          const removed = await store.removeTasks([task.id]);
          tell(i18n.t('panel.taskRemoved'), () => store.restoreTasks(removed));
        }),
      updateAnnotation: async (id, patch, base) => {
        const before = now.current.records.annotations.find((annotation) => annotation.id === id);
        await store.updateAnnotations([id], patch, base);
        if (before) {
          now.current.toasts.remember({
            text: i18n.t('records.edited', [before.quote.slice(0, 20)]),
            undo: () => void attempt(() => store.updateAnnotations([id], patchBack(before, patch), patch)),
            ...('note' in patch && { same: `${id}:note` }),
          });
        }
        await now.current.records.reload();
      },
      removeAnnotation: (annotation) =>
        attempt(async () => {
          const removed = await store.removeAnnotations([annotation.id]);
          tell(i18n.t('panel.annotationRemoved'), () => store.restoreAnnotations(removed));
        }),
      decide: (duty, scope, verdict) =>
        attempt(async () => {
          const documentId = now.current.snapshot?.documentId;
          if (!documentId) return;
          const decision = decisionOf(duty, documentId, scope, verdict);
          let before: DutyDecision | null = null;
          await onDecide((all) => {
            before = earlier(all, decision);
            return decided(all, decision);
          });
          tell(i18n.t(verdict === 'dismissed' ? 'panel.setAside' : 'panel.confirmed'), () =>
            onDecide((all) => (before ? decided(all, before) : undecided(all, decision))),
          );
        }),
      reconsider: (decision) =>
        attempt(async () => {
          await onDecide((all) => undecided(all, decision));
          tell(i18n.t('panel.takenBack'), () => onDecide((all) => decided(all, decision)));
        }),
      undo: () => now.current.toasts.undoLast(),
    };
  }, [page, store, onDecide]);
}

/** What was taken on: one by its name, for the cursor has gone on by then. */
function tookOnWords(
  all: readonly { readonly id: string; readonly title: string }[],
  fresh: readonly string[],
): string {
  const only = fresh.length === 1 ? all.find(({ id }) => id === fresh[0]) : undefined;
  if (!only) return i18n.t('panel.tookOn', [`${fresh.length}`]);
  const title = [...only.title];
  return i18n.t('panel.tookOnOne', [title.length > 24 ? `${title.slice(0, 24).join('')}…` : only.title]);
}
