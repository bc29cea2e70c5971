import { copyRich } from '../export/clipboard';
import { download } from '../export/download';
import { copyName } from '../export/name';
import type { PageView } from './types';

/** The ways to take a document along; both resolve to whether it was done, false for a page that has nothing to give. */
export const takeAway = (page: PageView) => ({
  /** Saves it as a file. */
  async onSave(): Promise<boolean> {
    const copy = await page.annotatedCopy();
    if (copy) download(new Blob([copy.page], { type: 'text/html;charset=utf-8' }), copyName(copy.title));
    return copy !== null;
  },
  /** Puts it on the clipboard. */
  async onCopy(): Promise<boolean> {
    const copy = await page.annotatedCopy();
    return copy !== null && copyRich(copy.fragment, copy.plain);
  },
});
