import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Trash as TrashState } from '../../lib/store/port';
import { shortTitle } from '../records/title';
import { Button } from '../ui/Button';
import { Badge } from '../ui/Chip';
import { Dialog } from '../ui/Dialog';
import './data.css';
import { momentWord } from './moment';
import { Section } from './Section';

export interface TrashProps {
  readonly trash: TrashState;
  readonly onPutBack: (ids: readonly string[]) => void;
  readonly onEmpty: () => void;
}

/** What was deleted in the last 30 days, and the way back. */
export function Trash({ trash, onPutBack, onEmpty }: TrashProps) {
  const [asking, setAsking] = useState(false);
  const { count, heads } = trash;
  return (
    <Section id="trash" title={i18n.t('options.trash')} intro={i18n.t('options.trashIntro')}>
      {count === 0 ? (
        <p class="last-backup">{i18n.t('options.trashEmpty')}</p>
      ) : (
        <>
          <ul class="kept-rows">
            {heads.map(({ id, table, title, document, note, removed }) => (
              <li key={id} class="kept-row">
                <span class="kept-main">
                  <span class="kept-title">
                    <Badge>{i18n.t(`options.trashKinds.${table}`)}</Badge> {title || i18n.t('tasks.untitled')}
                  </span>
                  <span class="kept-more">
                    {[document && shortTitle(document), note].filter(Boolean).map((text) => `${text} · `)}
                    <span class="kept-when">{i18n.t('options.trashWhen', [momentWord(removed)])}</span>
                  </span>
                </span>
                <Button
                  small
                  icon="undo"
                  aria-label={i18n.t('options.putBackOne', [title])}
                  onClick={() => onPutBack([id])}
                >
                  {i18n.t('options.putBack')}
                </Button>
              </li>
            ))}
          </ul>
          {count > heads.length && (
            <p class="kept-more">{i18n.t('options.trashMore', [String(heads.length), String(count)])}</p>
          )}
          <div class="data-actions">
            <Button icon="undo" onClick={() => onPutBack(heads.map(({ id }) => id))}>
              {i18n.t('options.putBackAll', [String(heads.length)])}
            </Button>
            <Button icon="trash" variant="danger" onClick={() => setAsking(true)}>
              {i18n.t('options.trashClear')}
            </Button>
          </div>
        </>
      )}
      {asking && (
        <Dialog
          title={i18n.t('options.trashClear')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{i18n.t('common.cancel')}</Button>
              <Button
                variant="danger"
                onClick={() => {
                  setAsking(false);
                  onEmpty();
                }}
              >
                {i18n.t('options.trashClearYes', [String(count)])}
              </Button>
            </>
          }
        >
          <p>{i18n.t('options.trashClearWhy')}</p>
        </Dialog>
      )}
    </Section>
  );
}
