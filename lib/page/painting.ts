import { createPainter } from '../paint/painter';
import type { Painter } from '../paint/types';
import type { DomText } from '../text/types';
import type { SessionOptions } from './session-types';
import type { PageWatch } from './watch';

/** A painter on a text, the session's own where it brings one; what it changes in the page is no change of the page. */
export function painterOn(options: SessionOptions, watch: () => PageWatch | null, text: DomText): Painter {
  const change = (work: () => void) => {
    const watching = watch();
    if (watching) watching.quietly(work);
    else work();
  };
  return options.paint?.(text, change) ?? createPainter(text, { change });
}
