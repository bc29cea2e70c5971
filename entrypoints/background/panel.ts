import type { PageTarget } from '../../lib/page/types';
import { keepOnce, takeOnce } from './session';

/** How long a panel may take to come up and ask what it was opened for, in milliseconds. */
const patience = 15_000;

/** Keeps what a panel that is coming up should select. */
export function keepSelected(tabId: number, target: PageTarget): Promise<void> {
  return keepOnce(`selected:${tabId}`, target);
}

export function takeSelected(tabId: number): Promise<PageTarget | null> {
  return takeOnce<PageTarget>(`selected:${tabId}`, patience);
}
