/** A status word of an office's own, and which of our four it means. */
export interface StatusWord {
  readonly word: string;
  readonly status: 'open' | 'doing' | 'done' | 'dropped';
}

const statuses = ['open', 'doing', 'done', 'dropped'] as const;
const most = { words: 20, length: 40 } as const;

/** Words as they were kept, as far as they can be used: each once, none empty. Another version may have written them. */
export function readStatusWords(value: unknown): StatusWord[] {
  const list = Array.isArray(value) ? value : [];
  const seen = new Set<string>();
  return list
    .flatMap((each): StatusWord[] => {
      const { word, status } = (each ?? {}) as Record<string, unknown>;
      const bare = typeof word === 'string' ? word.replace(/\s+/gu, ' ').trim() : '';
      const known = statuses.find((one) => one === status);
      if (!known || bare === '' || bare.length > most.length || seen.has(bare)) return [];
      seen.add(bare);
      return [{ word: bare, status: known }];
    })
    .slice(0, most.words);
}
