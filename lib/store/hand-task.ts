import type { HandTask, NewTask } from './port';
import { byHand } from './types';

/** A task that no document holds, as the table has tasks: without passage, measure or units. */
export const handTask = (task: HandTask): NewTask => ({
  documentId: byHand,
  origin: 'hand',
  measureId: null,
  path: [],
  number: null,
  excerpt: '',
  selectors: [],
  url: '',
  role: null,
  certainty: null,
  lead: [],
  participants: [],
  responsible: [],
  deadlineText: null,
  recurrenceText: task.repeat?.text ?? null,
  status: 'open',
  ...task,
});
