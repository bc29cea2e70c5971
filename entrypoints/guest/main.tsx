import '../../components/theme/tokens.css';
import '../../components/guest/basics.css';
import '../../components/guest/frame.css';
import '../../components/guest/card.css';
import { render } from 'preact';
import { Frame } from '../../components/guest/Frame';
import type { FrameAct, FrameState } from '../../components/guest/types';
import { sendMessage } from '../../lib/messages';
import { dropTyped, keepTyped, typedIn } from '../../lib/typed';

/**
 * The frame that the agent lays over a page: shows what it is told, tells what the reader did. It has no rights of its own,
 * and shows nothing before the background has said that an agent of ours, and not the page, put it there.
 */
const root = document.getElementById('app');
const token = location.hash.slice(1);
const ours = sendMessage('claimFrame', token).catch(() => false);

const fieldOf = (about: string) => `draft:${about.slice(0, 500)}`;

/**
 * Kept by the background, which "delete all" reaches. Until it has said so, and a page that goes takes a message to a sleeping
 * background along, also in the frame's own storage, in the very turn.
 */
function onDraft(about: string, note: string): void {
  const field = fieldOf(about);
  if (note === '') dropTyped(field, typedIn(field)?.text ?? '');
  else keepTyped(field, { text: note, base: '' });
  sendMessage('keepDraft', { about, note }).then(
    () => dropTyped(field, note),
    () => undefined,
  );
}

async function findDraft(about: string): Promise<string> {
  const left = typedIn(fieldOf(about))?.text;
  if (left === undefined) return sendMessage('findDraft', about);
  onDraft(about, left);
  return left;
}

addEventListener('message', async ({ ports: [port], source }) => {
  if (!port || source !== parent || !(await ours)) return;
  port.onmessage = ({ data }) => {
    const state = JSON.parse(data as string) as FrameState;
    document.documentElement.dataset.theme = state.theme;
    const onAct = (act: FrameAct) => port.postMessage(JSON.stringify(act));
    if (root) render(<Frame state={state} onAct={onAct} onDraft={onDraft} findDraft={findDraft} />, root);
  };
});
