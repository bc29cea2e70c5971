import '../../lib/older';
import '../../components/theme/tokens.css';
import '../../components/guest/basics.css';
import '../../components/guest/frame.css';
import '../../components/guest/card.css';
import { render } from 'preact';
import { Frame } from '../../components/guest/Frame';
import type { FrameAct, FrameState } from '../../components/guest/types';
import type { FindDraft, KeepDraft } from '../../components/guest/useDrafts';
import { draftOn, keepDraft } from '../../lib/drafts';
import { sendMessage } from '../../lib/messages';
import type { NoteDraft } from '../../lib/page/note-draft';
import { newKey } from '../../lib/store/keys';

/**
 * The frame that the agent lays over a page: shows what it is told, tells what the reader did. It has no rights of its own,
 * and shows nothing before the background has said that an agent of ours, and not the page, put it there.
 */
const root = document.getElementById('app');
const token = location.hash.slice(1);
const ours = sendMessage('claimFrame', token).catch(() => false);

/** Names what is typed here among what is typed on the same words elsewhere. */
const id = newKey();
/** What was typed elsewhere and found here: it is this frame's own from the first key on. */
const found = new Map<string, NoteDraft>();
let last = 0;

/**
 * In Firefox what a page writes into the extension's storage is written one key after the other, and what is not written yet when
 * its tab is closed is lost; a message arrives, unless the background has to wake for it first. Both are done, and it is noted before.
 */
const keep = async (draft: NoteDraft): Promise<void> => {
  // Two keys of one millisecond are told apart.
  const at = Math.max(Date.now(), last + 1);
  last = at;
  if (import.meta.env.FIREFOX) sendMessage('keepDraft', { draft, at }).catch(() => undefined);
  await keepDraft(draft.about, draft.note, draft.where, at, draft.id);
};
const goOn = async (draft: NoteDraft): Promise<void> => {
  await keep(draft);
  const before = found.get(draft.about);
  // Only now: what is kept twice for a moment is not lost in it.
  if (before) await keep({ ...before, note: '' });
  found.delete(draft.about);
};
const findDraft: FindDraft = async (about, where) => {
  const draft = await draftOn(about, where);
  if (draft) found.set(draft.about, draft);
  return draft;
};

/** Where it cannot be kept it is in its field still. */
const onDraft: KeepDraft = (about, note, where) => void goOn({ about, note, where, id }).catch(() => undefined);

addEventListener('message', async ({ ports: [port], source }) => {
  if (!port || source !== parent || !(await ours)) return;
  port.onmessage = ({ data }) => {
    const state = JSON.parse(data as string) as FrameState;
    document.documentElement.dataset.theme = state.theme;
    const onAct = (act: FrameAct) => port.postMessage(JSON.stringify(act));
    if (root) render(<Frame state={state} onAct={onAct} onDraft={onDraft} findDraft={findDraft} />, root);
  };
});
