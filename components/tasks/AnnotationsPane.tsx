import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { baseOf } from '../../lib/store/patch';
import type { AnnotationRecord } from '../../lib/store/types';
import { useCursor } from '../records/useCursor';
import { useSelection } from '../records/useSelection';
import { AnnotationRow } from './AnnotationRow';
import { BulkBar } from './BulkBar';
import { groupRows } from './groups';
import { RecordList } from './RecordList';
import type { PaneProps } from './TasksPane';
import { groupWord } from './wording';

export function AnnotationsPane(props: PaneProps<AnnotationRecord> & { readonly onBring: () => void }) {
  const { items, data, documents, actions, changes } = props;
  const selection = useSelection(useMemo(() => items.map((annotation) => annotation.id), [items]));
  const picked = () => items.filter((annotation) => selection.ids.has(annotation.id));
  const wanted = () => (selection.ids.size ? picked() : items);
  const cursor = useCursor();
  const { group } = props.layout;
  const rows = useMemo(
    () => groupRows(items, group, documents, cursor.folded),
    [items, group, documents, cursor.folded],
  );
  const reveal = (annotation: AnnotationRecord) => changes.reveal(actions.revealAnnotation(annotation));
  return (
    <>
      <BulkBar
        selection={selection}
        reading={data.reading}
        shown={items.length}
        tags={data.tags}
        onTags={(tags) => changes.changeAnnotations([...selection.ids], { addTags: tags })}
        onRemove={() => changes.removeAnnotations([...selection.ids])}
        onBring={props.onBring}
        onExport={() => actions.exportAnnotations(wanted())}
        forms={[
          { text: i18n.t('tasks.asMarkdown'), onPick: () => actions.exportAnnotations(wanted(), 'md') },
          { text: i18n.t('tasks.asJsonLd'), onPick: () => actions.exportAnnotations(wanted(), 'jsonld') },
        ]}
      />
      <RecordList
        label={i18n.t('tasks.tabAnnotations')}
        of="annotation"
        rows={rows}
        cursor={cursor}
        selection={selection}
        rowHeight={70}
        groupWord={(value) => groupWord(group, value)}
        onUndo={props.onUndo}
        fields={['tags', 'note']}
        onRemove={changes.removeAnnotations}
        onReveal={reveal}
        row={(annotation, state) => (
          <AnnotationRow
            annotation={annotation}
            document={documents.get(annotation.documentId)}
            state={state}
            tags={data.tags}
            onChange={(patch, base) => changes.setAnnotation(annotation, patch, base ?? baseOf(annotation, patch))}
            onReveal={() => reveal(annotation)}
            onRemove={() => changes.removeAnnotations([annotation.id])}
            onTag={props.onTag}
          />
        )}
      />
    </>
  );
}
