import { onMessage, sendMessage } from '../../lib/messages';
import type { AgentSettings } from '../../lib/settings';
import { addressOf } from '../../lib/text/address';
import { isAlive } from './alive';

/** What the reader chose, as far as a page's agent needs it. The browser keeps it from content scripts; the background tells. */
export interface Preferences {
  /** null before it was told the first time. */
  now(): AgentSettings | null;
  /** Asks anew; null where nobody answers, or the page is another one by now. */
  ask(): Promise<AgentSettings | null>;
  onChange(listener: (settings: AgentSettings) => void): void;
}

export function createPreferences(signal: AbortSignal): Preferences {
  const listeners = new Set<(settings: AgentSettings) => void>();
  let settings: AgentSettings | null = null;
  const ask = async (): Promise<AgentSettings | null> => {
    if (!isAlive()) return null;
    const url = addressOf(document);
    const told = await sendMessage('agentSettings', { url }).catch(() => null);
    if (!told || signal.aborted || addressOf(document) !== url) return null;
    settings = told;
    for (const listener of listeners) listener(told);
    return told;
  };
  const off = onMessage('settingsChanged', () => void ask());
  signal.addEventListener('abort', () => {
    listeners.clear();
    try {
      off();
    } catch {
      // Gone with the extension.
    }
  });
  return { now: () => settings, ask, onChange: (listener) => void listeners.add(listener) };
}
