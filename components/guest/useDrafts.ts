import { useEffect, useRef, useState } from 'preact/hooks';
import { type NoteDraft, overlap, type Where } from '../../lib/page/note-draft';

export type KeepDraft = (about: string, note: string, where: Where | null) => void;
export type FindDraft = (about: string, where: Where | null) => Promise<NoteDraft | null>;

/** Notes that are being written over a page, by the words they are about, or overlap. */
export function useDrafts(
  about: string | null,
  where: Where | null,
  onDraft: KeepDraft | undefined,
  find: FindDraft | undefined,
) {
  const { current: drafts } = useRef(new Map<string, NoteDraft>());
  const { current: asked } = useRef(new Set<string>());
  const [found, setFound] = useState(0);
  const [, draw] = useState({});
  const on = (words: string, at: Where | null): NoteDraft | undefined =>
    drafts.get(words) ?? [...drafts.values()].find((draft) => overlap(draft, { about: words, where: at }));
  useEffect(() => {
    if (about === null || !find || asked.has(about)) return;
    asked.add(about);
    find(about, where).then(
      (draft) => {
        if (!draft || on(about, where)) return;
        drafts.set(draft.about, draft);
        setFound((count) => count + 1);
      },
      () => asked.delete(about),
    );
  }, [about, find]);
  /** A note that is gone on with belongs to the words that are selected now. */
  const keep = (words: string, note: string, at: Where | null) => {
    const before = on(words, at)?.about;
    if (before !== undefined && before !== words) {
      drafts.delete(before);
      onDraft?.(before, '', null);
    }
    if (note === '') drafts.delete(words);
    else drafts.set(words, { about: words, note, where: at });
    onDraft?.(words, note, at);
    draw({});
  };
  return { on, found, keep };
}
