import type { Mark, MarkKind, Painter } from './types';

/** Kinds that say something of the reader: which unit is theirs, what they marked, wrote on, or looked for. */
const OWN: ReadonlySet<MarkKind> = new Set(['mine', 'possible', 'task', 'annotation', 'draft', 'hit', 'hit-now']);

/**
 * One painter out of two for a page that is not ours: what the document says goes to the page, where every script may read
 * it; what says something of the reader goes to a surface that no script of the page can look into.
 */
export function paintApart(open: Painter, own: Painter): Painter {
  const told = (mark: Mark) => OWN.has(mark.kind);
  return {
    paint(marks) {
      open.paint(marks.filter((mark) => !told(mark)));
      own.paint(marks.filter(told));
    },
    // Where the reader was led to is the reader's affair, too.
    flash: (span) => own.flash(span),
    settled: async () => {
      await Promise.all([open.settled(), own.settled()]);
    },
    clear() {
      open.clear();
      own.clear();
    },
  };
}
