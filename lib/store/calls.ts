import type { StoreErrorCode, StoreErrorDetail } from './errors';
import type { Store } from './port';

/** A call of the store as it travels: the method's name and its arguments, JSON values all. */
export interface StoreCall {
  readonly method: keyof Store;
  readonly args: readonly unknown[];
}

/** Failures travel as data: an `Error` loses its class and its fields on the way. */
export type StoreReply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly code: StoreErrorCode;
      readonly message: string;
      readonly detail: StoreErrorDetail | null;
    };

/** The methods a message may call; anything else in a message is refused. */
export const storeMethods: ReadonlySet<keyof Store> = new Set<keyof Store>([
  'saveDocument',
  'documents',
  'document',
  'documentHeads',
  'recognise',
  'baseline',
  'acknowledge',
  'noteResolutions',
  'tasks',
  'addTasks',
  'addByHand',
  'due',
  'updateTasks',
  'editTasks',
  'editEachTask',
  'undoTasks',
  'stop',
  'removeTasks',
  'restoreTasks',
  'annotations',
  'addAnnotation',
  'updateAnnotations',
  'editAnnotations',
  'undoAnnotations',
  'removeAnnotations',
  'restoreAnnotations',
  'moveToTrash',
  'putBack',
  'trashed',
  'emptyTrash',
  'page',
  'counts',
  'tags',
  'dump',
  'merge',
  'putAside',
  'planAside',
  'mergeAside',
  'takeBack',
  'dropAside',
  'clear',
]);
