import { readdirSync, readFileSync } from 'node:fs';

/** The processes of a browser by the folder of its profile, and those that they started. Linux alone tells. */
export function processesOf(profile: string): number[] {
  const parents = new Map<string, string>();
  const own = new Set<string>();
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (id === String(process.pid)) continue;
    try {
      parents.set(id, /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? '');
      if (readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(profile)) own.add(id);
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOwn = (id: string): boolean => own.has(id) || (parents.has(id) && isOwn(parents.get(id)!));
  return [...parents.keys()].filter(isOwn).map(Number);
}

/** Memory of processes that nothing else shares, in MB. */
export function residentMemory(processes: readonly number[]): number {
  let sum = 0;
  for (const id of processes) {
    try {
      sum += Number(/^RssAnon:\s*(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      // As above.
    }
  }
  return sum / 1024;
}
