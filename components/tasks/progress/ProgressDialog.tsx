import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Division, divisions, documentName, reportOf } from '../../../lib/export/progress/report';
import { type Span, spans } from '../../../lib/export/progress/span';
import { progressText } from '../../../lib/export/progress/text';
import { holderOf } from '../../../lib/follow/holder';
import type { TaskRecord } from '../../../lib/store/types';
import { Button } from '../../ui/Button';
import { Dated } from '../../ui/Dated';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { Choice } from '../Choice';
import type { Documents } from '../filter';
import '../ledger/ledger.css';
import { Bars, BarsKey } from './Bars';
import './progress.css';

/** The value of a choice that stands for every document; no document has an empty id. */
const every = '';

export interface ProgressDialogProps {
  readonly tasks: readonly TaskRecord[];
  readonly documents: Documents;
  /** ISO calendar date. */
  readonly today: string;
  /** @returns whether it is on the clipboard. */
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** How far the tasks have come, as text to paste and as bars. */
export function ProgressDialog({ tasks, documents, today, onCopy, onClose }: ProgressDialogProps) {
  const [span, setSpan] = useState<Span>('all');
  const [documentId, setDocumentId] = useState(every);
  const [by, setBy] = useState<Division>('document');
  /** The text that was last copied, or that could not be; another text has not been. */
  const [said, setSaid] = useState<{ readonly text: string; readonly done: boolean } | null>(null);
  const rows = useMemo(
    () => tasks.map((task) => ({ task, document: documents.get(task.documentId) })),
    [tasks, documents],
  );
  const names = useMemo(
    () => new Map(rows.map(({ task, document }) => [holderOf(task), documentName(holderOf(task), document)])),
    [rows],
  );
  const report = useMemo(
    () => reportOf(rows, { span, documentId: documentId || null, by, today }),
    [rows, span, documentId, by, today],
  );
  const text = progressText(report);
  const none = report.whole.total === 0;
  const copy = () =>
    onCopy(text).then(
      (done) => setSaid({ text, done }),
      () => setSaid({ text, done: false }),
    );
  return (
    <div class="ledger progress-report">
      <Dialog
        title={i18n.t('progress.title', [tasks.length])}
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{i18n.t('common.close')}</Button>
            <Button variant="primary" icon="clipboard" disabled={none} onClick={() => void copy()}>
              {i18n.t('progress.copy')}
            </Button>
          </>
        }
      >
        <div class="ledger-form">
          <Choice
            label={i18n.t('progress.span')}
            value={span}
            values={spans}
            word={(each) => i18n.t(`progress.spans.${each}`)}
            onPick={setSpan}
          />
          <Choice
            label={i18n.t('progress.document')}
            value={documentId}
            values={[every, ...names.keys()]}
            word={(id) => names.get(id) ?? i18n.t('progress.everyDocument')}
            onPick={setDocumentId}
          />
          <Choice
            label={i18n.t('progress.by')}
            value={by}
            values={divisions}
            word={(each) => i18n.t(`progress.divisions.${each}`)}
            onPick={setBy}
          />
        </div>
        {none ? (
          <EmptyState icon="calendar" title={i18n.t('progress.none')}>
            {i18n.t('progress.noneWhy')}
          </EmptyState>
        ) : (
          <>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
            <section class="progress-text" aria-label={i18n.t('ledger.preview')} lang="zh-CN" tabIndex={0}>
              <Dated text={text} />
            </section>
            <BarsKey />
            <Bars by={by} parts={report.parts} />
            {by !== 'month' && report.months.length > 1 && <Bars by="month" parts={report.months} />}
          </>
        )}
        {report.undated > 0 && <p class="ledger-note">{i18n.t('progress.undated', [report.undated])}</p>}
        <p class="ledger-said" role="status">
          {said?.text === text && i18n.t(said.done ? 'ledger.copied' : 'ledger.failed')}
        </p>
      </Dialog>
    </div>
  );
}
