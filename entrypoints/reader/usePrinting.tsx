import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { PrintLegend, PrintNotes } from '../../components/reader/PrintParts';
import { notesOf } from '../../lib/export/copy/notes';
import { spanOf } from '../../lib/page/marks';
import type { PageSession } from '../../lib/page/session-types';
import type { PageSnapshot } from '../../lib/page/types';
import { settings } from '../../lib/settings';

export interface Printing {
  /** Before and after the document, on paper only. */
  readonly legend: ComponentChildren | null;
  readonly notes: ComponentChildren | null;
  /** Prints, once all marks are drawn. */
  readonly print: () => void;
}

export function usePrinting(session: PageSession | null, snapshot: PageSnapshot | null): Printing {
  const [units, setUnits] = useState<readonly string[]>([]);
  useEffect(() => {
    const take = (profiles: readonly { readonly name: string }[]) => setUnits(profiles.map(({ name }) => name));
    settings.profiles.getValue().then(take, () => undefined);
    return settings.profiles.watch(take);
  }, []);
  const parts = useMemo(() => {
    if (!session || !snapshot) return { legend: null, notes: null };
    const notes = notesOf(session.kept().annotations, (id) => spanOf(snapshot.anchors[id]));
    const kinds = new Set(session.marks().map(({ kind }) => kind));
    return { legend: <PrintLegend kinds={kinds} units={units} />, notes: <PrintNotes notes={notes} /> };
  }, [session, snapshot, units]);
  return { ...parts, print: () => void (session?.settled() ?? Promise.resolve()).then(() => window.print()) };
}
