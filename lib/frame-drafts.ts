import { draftOn, keepDraft } from './drafts';
import type { NoteDraft, Where } from './page/note-draft';
import { newKey } from './store/keys';

/** The notes that are typed in one frame over a page. */
export interface FrameDrafts {
  /** The last note that was left on these words; it is this frame's own from the first key on. */
  find(about: string, where: Where | null): Promise<NoteDraft | null>;
  /** @param note '' when it is done with. */
  keep(about: string, note: string, where: Where | null): Promise<void>;
}

/**
 * Keeps what is typed in a frame apart from what is typed on the same words elsewhere: two tabs may show the same page.
 *
 * @param onKeep Told of each note before it is kept, and when it was typed.
 * @param id Of the frame.
 */
export function frameDrafts(
  onKeep: (draft: NoteDraft, at: number) => void = () => {},
  id: string = newKey(),
): FrameDrafts {
  const elsewhere = new Map<string, NoteDraft>();
  let last = 0;
  const put = async (draft: NoteDraft): Promise<void> => {
    // Two keys of one millisecond are told apart.
    const at = Math.max(Date.now(), last + 1);
    last = at;
    onKeep(draft, at);
    await keepDraft(draft.about, draft.note, draft.where, at, draft.id);
  };
  return {
    async find(about, where) {
      const draft = await draftOn(about, where);
      // What this frame left itself lies under its own key: taken over, it would be taken away.
      if (draft && draft.id !== id) elsewhere.set(draft.about, draft);
      return draft;
    },
    async keep(about, note, where) {
      await put({ about, note, where, id });
      const before = elsewhere.get(about);
      // Only now: what is kept twice for a moment is not lost in it.
      if (before) await put({ ...before, note: '' });
      elsewhere.delete(about);
    },
  };
}
