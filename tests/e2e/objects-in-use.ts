import type { CDPSession } from 'playwright-core';

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

/** What a page's scripts hold: how many bytes, and which texts. */
export interface InUse {
  readonly bytes: number;
  readonly texts: readonly string[];
}

/**
 * What a page's scripts hold once everything that can go has gone. What the browser makes of the scripts themselves is not among it:
 * machine code, which it writes anew for functions that are called often, grows by half a megabyte from one use of a page to the next,
 * whatever the page keeps.
 */
export async function objectsInUse(session: CDPSession): Promise<InUse> {
  const parts: string[] = [];
  const hear = ({ chunk }: { chunk: string }) => void parts.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', hear);
  // The browser collects its garbage before it.
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', hear);
  const { snapshot, nodes, strings } = JSON.parse(parts.join('')) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, name, size] = ['type', 'name', 'self_size'].map((field) => fields.indexOf(field)) as [
    number,
    number,
    number,
  ];
  const kind = (name: string) => types[0].indexOf(name);
  const others = new Set(['code', 'native', 'hidden', 'synthetic'].map(kind));
  const text = new Set(['string', 'concatenated string', 'sliced string'].map(kind));
  let bytes = 0;
  const texts: string[] = [];
  for (let at = 0; at < nodes.length; at += fields.length) {
    const of = nodes[at + type]!;
    if (!others.has(of)) bytes += nodes[at + size]!;
    if (text.has(of)) texts.push(strings[nodes[at + name]!]!);
  }
  return { bytes, texts };
}
