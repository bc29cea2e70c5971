import '../../lib/older';
import '../../components/theme/tokens.css';
import '../../components/guest/basics.css';
import '../../components/guest/frame.css';
import '../../components/guest/card.css';
import { render } from 'preact';
import { Frame } from '../../components/guest/Frame';
import type { FrameAct, FrameState } from '../../components/guest/types';
import type { KeepDraft } from '../../components/guest/useDrafts';
import { frameDrafts } from '../../lib/frame-drafts';
import { sendMessage } from '../../lib/messages';

/**
 * The frame that the agent lays over a page: shows what it is told, tells what the reader did. It has no rights of its own,
 * and shows nothing before the background has said that an agent of ours, and not the page, put it there.
 */
const root = document.getElementById('app');
const token = location.hash.slice(1);
const ours = sendMessage('claimFrame', token).catch(() => false);

/**
 * In Firefox what a page writes into the extension's storage is written one key after the other, and what is not written yet when
 * its tab is closed is lost; a message arrives, unless the background has to wake for it first. Both are done, and it is noted before.
 */
const drafts = frameDrafts((draft, at) => {
  if (import.meta.env.FIREFOX) sendMessage('keepDraft', { draft, at }).catch(() => undefined);
});

/** Where it cannot be kept it is in its field still. */
const onDraft: KeepDraft = (about, note, where) => void drafts.keep(about, note, where).catch(() => undefined);

addEventListener('message', async ({ ports: [port], source }) => {
  if (!port || source !== parent || !(await ours)) return;
  port.onmessage = ({ data }) => {
    const state = JSON.parse(data as string) as FrameState;
    document.documentElement.dataset.theme = state.theme;
    const onAct = (act: FrameAct) => port.postMessage(JSON.stringify(act));
    if (root) render(<Frame state={state} onAct={onAct} onDraft={onDraft} findDraft={drafts.find} />, root);
  };
});
