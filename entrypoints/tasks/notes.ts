import type { NoteActions } from '../../components/tasks/bring/types';
import { bring } from '../../lib/export/backup';
import { store } from '../../lib/store/client';
import { newKey } from '../../lib/store/keys';

/** A larger file is none of annotations, and reading it would only fill the memory. */
const largest = 100_000_000;

export const noteActions: NoteActions = {
  async read(file) {
    // Few bring annotations in: what reads them is loaded when somebody does.
    const [{ planAnnotations }, { AnnotationFileError, readAnnotationsJsonLd }] = await Promise.all([
      import('../../lib/export/web-annotation/plan'),
      import('../../lib/export/web-annotation/read'),
    ]);
    if (file.size > largest) throw new AnnotationFileError('not-annotations');
    const found = readAnnotationsJsonLd(await file.text());
    const [ours, heads] = await Promise.all([store.annotations(), store.documentHeads()]);
    return planAnnotations(found, { ours, heads, now: new Date(), newId: newKey });
  },
  async bring({ added, changed }) {
    const annotations = [...added, ...changed.map(({ after }) => after)];
    const incoming = await bring(store, { documents: [], tasks: [], annotations });
    const report = await incoming.merge();
    return { changed: report.added + report.updated, undo: incoming.undo };
  },
};
