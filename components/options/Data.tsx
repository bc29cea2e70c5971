import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LocalBackup } from '../../lib/export/local-backups';
import type { Loss } from '../../lib/settings';
import { isTight } from '../../lib/store/room';
import { dayOf } from '../day';
import { daysUntil } from '../due';
import { LossNotice } from '../LossNotice';
import { RoomNotice } from '../RoomNotice';
import { sizeWord } from '../size';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';
import { DeleteDialog } from './DeleteDialog';
import { LocalBackups } from './LocalBackups';
import { momentWord } from './moment';
import './data.css';
import { RestoreDialog } from './RestoreDialog';
import { Section } from './Section';
import type { BackupPreview, Holdings } from './types';

export interface DataProps {
  readonly holdings: Holdings | null;
  /** ISO 8601; null: never. */
  readonly lastBackup: string | null;
  readonly loss: Loss | null;
  readonly onSeenLoss: () => void;
  readonly onBackup: () => Promise<unknown>;
  /** Reads the file; null when it is none, which was said. */
  readonly onPreview: (file: File, onProgress: (done: number) => void) => Promise<BackupPreview | null>;
  readonly local: readonly LocalBackup[];
  readonly onPreviewLocal: (name: string, onProgress: (done: number) => void) => Promise<BackupPreview | null>;
  readonly onPersist: () => void;
  readonly onMerge: (preview: BackupPreview) => Promise<unknown>;
  readonly onDelete: () => Promise<unknown>;
}

export function Data(props: DataProps) {
  const { holdings, lastBackup, loss, local, onSeenLoss, onBackup, onPreview, onMerge, onDelete } = props;
  const file = useRef<HTMLInputElement>(null);
  const [preview, setPreview] = useState<BackupPreview | null>(null);
  const [deleting, setDeleting] = useState(false);
  const [busy, setBusy] = useState(false);
  const [read, setRead] = useState<number | null>(null);
  const look = async (reading: Promise<BackupPreview | null>) => setPreview(await reading.finally(() => setRead(null)));
  const work = async (job: Promise<unknown>) => {
    setBusy(true);
    await job.finally(() => setBusy(false));
  };
  const merge = async (chosen: BackupPreview) => {
    setPreview(null);
    await work(onMerge(chosen));
  };
  return (
    <Section id="data" title={i18n.t('options.data')} intro={i18n.t('options.dataIntro')}>
      {loss && <LossNotice loss={loss} onSeen={onSeenLoss} />}
      {holdings?.room && isTight(holdings.room) && <RoomNotice room={holdings.room} />}
      {holdings && (
        <dl class="holdings">
          <Count name={i18n.t('options.documents')} value={String(holdings.documents)} />
          <Count name={i18n.t('options.tasks')} value={String(holdings.tasks)} />
          <Count name={i18n.t('options.annotations')} value={String(holdings.annotations)} />
          {holdings.bytes !== null && <Count name={i18n.t('options.used')} value={sizeWord(holdings.bytes)} />}
        </dl>
      )}
      <p class="last-backup">
        {backupWord(lastBackup)}
        {local[0] && ` · ${i18n.t('options.localLast', [momentWord(local[0].made)])}`}
      </p>
      <div class="data-actions">
        <Button icon="download" busy={busy} onClick={() => void work(onBackup())}>
          {i18n.t('options.backup')}
        </Button>
        <Button icon="upload" busy={busy} onClick={() => file.current?.click()}>
          {i18n.t('options.restore')}
        </Button>
        <Button icon="trash" variant="danger" busy={busy} onClick={() => setDeleting(true)}>
          {i18n.t('options.deleteAll')}
        </Button>
      </div>
      {local.length > 0 && (
        <LocalBackups
          backups={local}
          busy={busy || read !== null}
          onRestore={(name) => void look(props.onPreviewLocal(name, setRead))}
        />
      )}
      {holdings?.persisted === false && (
        <p class="last-backup">
          {i18n.t('options.persistWhy')}{' '}
          <Button small variant="quiet" onClick={props.onPersist}>
            {i18n.t('options.persist')}
          </Button>
        </p>
      )}
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={i18n.t('options.restore')}
        onChange={async ({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) await look(onPreview(chosen, setRead));
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      {read !== null && <Progress value={read} label={i18n.t('options.restoreReading')} />}
      {preview && (
        <RestoreDialog
          preview={preview}
          onMerge={() => void merge(preview)}
          onClose={() => {
            setPreview(null);
            void preview.drop?.().catch(() => undefined);
          }}
        />
      )}
      {deleting && (
        <DeleteDialog
          holdings={holdings}
          onClose={() => setDeleting(false)}
          onBackup={onBackup}
          onDelete={() => {
            setDeleting(false);
            void work(onDelete());
          }}
        />
      )}
    </Section>
  );
}

/** "上次备份：3 天前", by the reader's own calendar. */
function backupWord(last: string | null, now = new Date()): string {
  if (last === null) return i18n.t('options.backupNever');
  const days = daysUntil(dayOf(now.toISOString()), dayOf(last));
  return days < 1 ? i18n.t('options.backupToday') : i18n.t('options.backupDays', [String(days)]);
}

function Count(props: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}
