import { settled, stamped } from '../follow/settle';
import { stampedFields } from '../follow/types';
import { editedRecord, type Manner } from './bulk';
import type { BulkEdit, TaskPatch } from './port';
import type { TaskRecord } from './types';

/** What a change of tasks entails, and that each field knows when it was changed. */
export const taskManner: Manner<TaskRecord> = {
  entail: (task, set, now) => settled(task, set, now),
  note: (task, fields, now) => {
    const known = fields.filter((field) => (stampedFields as readonly string[]).includes(field));
    return known.length > 0 ? { at: stamped(task, known, now) } : {};
  },
};

/** A task as an edit makes it, with all that it entails; null where it is so already. @throws as `editMany`. */
export const editedTask = (task: TaskRecord, edit: BulkEdit<TaskPatch>, now: Date): TaskRecord | null =>
  editedRecord(task, edit, now, taskManner);
