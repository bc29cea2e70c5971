import type { Store } from '../../lib/store/port';
import { pageUrl } from './pages';

interface Sender {
  readonly url?: string | undefined;
}

/** Whether a message comes from a page of ours: a page that the web serves may have taken over its content script. */
export const isOurs = ({ url }: Sender): boolean => url?.startsWith(pageUrl('')) ?? false;

/** What the agent in a page needs of the store: nothing that reads, replaces or deletes all of it. */
const forPages: ReadonlySet<string> = new Set<keyof Store>([
  'recognise',
  'document',
  'saveDocument',
  'noteResolutions',
  'tasks',
  'addTasks',
  'removeTasks',
  'restoreTasks',
  'annotations',
  'addAnnotation',
  'removeAnnotations',
  'restoreAnnotations',
]);

export const mayCall = (sender: Sender, method: unknown): boolean =>
  isOurs(sender) || (typeof method === 'string' && forPages.has(method));
