import type { TaskSource } from './types';

/** How ids of sources begin: no document is called so, for a document's id is made of its number or its text. */
const SOURCE = 'source:';

interface Held {
  readonly documentId: string;
  readonly source?: Pick<TaskSource, 'name'> | null | undefined;
}

/** What holds a task: its document, or the source that it came from by name (an imported table, a meeting). */
export const holderOf = ({ documentId, source }: Held): string => (source?.name ? SOURCE + source.name : documentId);

/** The name of a source by its id; null: the id is a document's. */
export const sourceName = (id: string): string | null => (id.startsWith(SOURCE) ? id.slice(SOURCE.length) : null);

/** The sources of tasks, by name, each once and in their order. */
export const sourcesOf = (tasks: readonly Held[]): string[] => [
  ...new Set(tasks.flatMap(({ source }) => (source?.name ? [source.name] : []))),
];
