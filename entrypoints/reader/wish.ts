import { sendMessage } from '../../lib/messages';
import type { PageTarget } from '../../lib/page/types';

/** What this page was opened to show, while the user still looks for the file it stands in. */
let wish: { readonly documentId: string; readonly target: PageTarget } | null = null;

/** Takes over from the background, which forgets after a minute: finding a file may take longer. */
export async function keepWish(documentId: string): Promise<void> {
  const target = await sendMessage('takeReveal', { documentId }).catch(() => null);
  if (target) wish = { documentId, target };
}

/** What to show in this document, told once. */
export async function takeWish(documentId: string | null): Promise<PageTarget | null> {
  const kept = wish;
  if (kept && kept.documentId === documentId) {
    wish = null;
    return kept.target;
  }
  return sendMessage('takeReveal', { documentId }).catch(() => null);
}
