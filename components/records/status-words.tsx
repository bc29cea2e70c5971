import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StatusWord } from '../../lib/follow/status-words';
import type { TaskPatch } from '../../lib/store/port';
import type { TaskRecord, TaskStatus } from '../../lib/store/types';
import { statuses, statusWord } from './words';

/** Status words of the reader's office; handed down past what lies between, as rows are drawn by whoever lists them. */
export const StatusWordsContext = createContext<readonly StatusWord[]>([]);

/** An office without any: always the same value, so that nothing is drawn again for it. */
export const noStatusWords: readonly StatusWord[] = [];

/** How a task may stand: the office's words, and its own one though that is not in the list any more. */
function useWordsFor({ word, status }: Pick<TaskRecord, 'word' | 'status'>): readonly StatusWord[] {
  const words = useContext(StatusWordsContext);
  return word && !words.some((one) => one.word === word) ? [...words, { word, status }] : words;
}

/**
 * What a `<select>` of a task's status needs: its value, its options (the four, then the office's words) and what a choice
 * of it changes.
 */
export function useStatusChoice(task: TaskRecord) {
  const words = useWordsFor(task);
  const options = [
    ...statuses.map((status) => ({ value: status as string, text: statusWord(status) })),
    ...words.map(({ word }) => ({ value: `:${word}`, text: word })),
  ].map(({ value, text }) => (
    <option key={value} value={value}>
      {text}
    </option>
  ));
  const patchFor = (value: string): TaskPatch => {
    const chosen = words.find(({ word }) => value === `:${word}`);
    if (chosen) return { status: chosen.status, word: chosen.word };
    return { status: value as TaskStatus, ...(task.word && { word: null }) };
  };
  return { value: task.word ? `:${task.word}` : task.status, options, patchFor };
}
