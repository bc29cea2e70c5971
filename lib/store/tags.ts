import type { Table } from 'dexie';
import type { Database } from './database';

/**
 * All tags of tasks and annotations, most used first, then in the order of the alphabet. Counted in the index, tag by
 * tag: a list of thousands of tasks with a few dozen tags is not walked.
 */
export async function countTags({ tasks, annotations }: Database): Promise<{ tag: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (const table of [tasks, annotations] as readonly Table[]) {
    const tags = await table.orderBy('tags').uniqueKeys();
    const uses = await Promise.all(tags.map((tag) => table.where('tags').equals(tag).count()));
    tags.forEach((tag, at) => {
      counts.set(String(tag), (counts.get(String(tag)) ?? 0) + (uses[at] ?? 0));
    });
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag, 'zh'));
}
