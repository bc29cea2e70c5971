import { i18n } from '#i18n';
import type { Note } from '../../lib/export/copy/notes';
import type { MarkKind } from '../../lib/paint/types';
import './print-parts.css';

type Key = Parameters<typeof i18n.t>[0] & string;

/** What a printed mark may mean, in the order in which the legend tells it. */
const KINDS = ['lead', 'participant', 'responsible', 'deadline', 'mine', 'possible', 'annotation', 'task'] as const;

export interface LegendProps {
  /** Those that are marked in the document. */
  readonly kinds: ReadonlySet<MarkKind>;
  /** Names of the reader's own units. */
  readonly units: readonly string[];
}

/** On paper only: what the lines and grounds mean. */
export function PrintLegend({ kinds, units }: LegendProps) {
  const shown = KINDS.filter((kind) => kinds.has(kind));
  if (shown.length === 0) return null;
  return (
    <p class="print-legend">
      {i18n.t('reader.printed.legend')}
      {shown.map((kind) => (
        <span key={kind} class={`print-${kind}`}>
          {i18n.t(`reader.printed.${kind}` as Key)}
          {kind === 'mine' && units.length > 0 && `（${units.join('、')}）`}
        </span>
      ))}
    </p>
  );
}

/** On paper only: the notes, by the numbers that stand in the text. */
export function PrintNotes({ notes }: { readonly notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <section class="print-notes">
      <h2>{i18n.t('reader.printed.notes')}</h2>
      {notes.map(({ number, record, span }) => (
        <p key={record.id}>
          <sup>［{number}］</sup>
          <q>{record.quote}</q>
          {record.note && <span class="print-note">{record.note}</span>}
          {record.tags.length > 0 && <span class="print-tags">{record.tags.join('；')}</span>}
          {!span && <span class="print-tags">{i18n.t('reader.printed.lost')}</span>}
        </p>
      ))}
    </section>
  );
}
