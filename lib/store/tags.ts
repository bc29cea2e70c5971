import type { Database } from './database';

/** All tags of tasks and annotations, most used first, then in the order of the alphabet. */
export async function countTags({ tasks, annotations }: Database): Promise<{ tag: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (const table of [tasks, annotations]) {
    await table.orderBy('tags').eachKey((tag) => counts.set(String(tag), (counts.get(String(tag)) ?? 0) + 1));
  }
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag, 'zh'));
}
