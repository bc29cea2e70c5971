import { i18n } from '#i18n';
import type { Profile } from '../../lib/units/types';
import { errorWords } from '../errors';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Progress } from '../ui/Progress';
import { ToastRegion } from '../ui/Toast';
import { useToasts } from '../ui/useToasts';
import { About } from './About';
import { Data } from './Data';
import { Display } from './Display';
import { Files } from './Files';
import { Office } from './Office';
import './options-view.css';
import { Profiles } from './Profiles';
import { SetAside } from './SetAside';
import { Sites } from './Sites';
import { Trash } from './Trash';
import type { BackupPreview, OptionsActions, OptionsState } from './types';

export interface OptionsViewProps {
  /** null until the settings were read. */
  readonly state: OptionsState | null;
  /** Why they could not be read, in words. */
  readonly error?: string | null;
  readonly onReadAgain?: () => void;
  readonly actions: OptionsActions;
  readonly offeredUnit?: string;
}

const sections = [
  ['profiles', 'units'],
  ['office', 'office'],
  ['display', 'display'],
  ['sites', 'sites'],
  ['files', 'files'],
  ['data', 'data'],
  ['trash', 'trash'],
  ['about', 'about'],
] as const;

export function OptionsView({ state, actions, offeredUnit, ...props }: OptionsViewProps) {
  const toasts = useToasts();
  const fail = (error: unknown) => toasts.show({ text: errorWords(error), tone: 'error' });
  const run = (work: Promise<unknown>) => void work.catch(fail);
  const say = (text: string) => toasts.show({ text });

  const removeProfile = (profile: Profile) =>
    run(
      actions.removeProfile(profile.id).then(() => {
        const undo = () => run(actions.saveProfile(profile));
        toasts.show({ text: i18n.t('options.unitRemoved', [profile.name]), undo });
      }),
    );
  const grant = (...sites: string[]): Promise<boolean> =>
    actions.grant(...sites).then(
      (granted) => {
        if (granted) say(i18n.t('options.grantedSite', [sites.join('、')]));
        return granted;
      },
      // Browsers reject instead of asking where a policy of the house forbids it.
      () => false,
    );
  const merge = async (preview: BackupPreview) => {
    try {
      const { added, updated, kept } = await preview.merge();
      const { undo } = preview;
      const text = i18n.t('options.merged', [added, updated, kept]);
      toasts.show({ text, ...(undo && added + updated > 0 && { undo: () => run(undo()) }) });
    } catch (error) {
      fail(error);
    }
  };

  return (
    <div class="options">
      <header class="options-head">
        <h1>{i18n.t('options.heading')}</h1>
        <Button small icon="listTodo" onClick={actions.openTasks}>
          {i18n.t('options.openTasks')}
        </Button>
        <nav class="options-nav" aria-label={i18n.t('options.heading')}>
          {sections.map(([id, key]) => (
            <a key={id} href={`#${id}`}>
              {key === 'office' ? i18n.t('office.title') : i18n.t(`options.${key}`)}
            </a>
          ))}
        </nav>
      </header>
      {!state && <Unread {...props} />}
      {state && (
        <main>
          <Profiles
            profiles={state.profiles}
            offered={offeredUnit}
            lastRead={state.lastRead}
            managed={state.managed?.unit != null}
            onSave={(profile) => run(actions.saveProfile(profile))}
            onRemove={removeProfile}
          />
          <SetAside
            decisions={state.setAside}
            profiles={state.profiles}
            onTakeBack={(decision) => run(actions.takeBack(decision))}
          />
          <Office
            roster={state.roster}
            words={state.words}
            reminding={state.reminding}
            onRoster={(roster) => run(actions.setRoster(roster))}
            onWords={(words) => run(actions.setWords(words))}
            onReminding={(wish) => actions.setReminding(wish).catch(() => false)}
          />
          <Display
            theme={state.theme}
            pillMode={state.pillMode}
            marks={state.marks}
            pillManaged={state.managed?.pill != null}
            onTheme={(theme) => run(actions.setTheme(theme))}
            onPillMode={(mode) => run(actions.setPillMode(mode))}
            onMark={(kind, on) => run(actions.setMark(kind, on))}
          />
          <Sites
            dismissed={state.dismissed}
            granted={state.granted}
            proposed={state.managed?.sites}
            onRestore={(site) => run(actions.restoreSite(site))}
            onGrant={grant}
            onRevoke={(origin) => run(actions.revoke(origin))}
          />
          <Files
            keep={state.keepFiles}
            managed={state.managed?.keepFiles != null}
            onKeep={(keep) => run(actions.setKeepFiles(keep))}
            onLibrary={actions.openLibrary}
          />
          <Data
            holdings={state.holdings}
            lastBackup={state.lastBackup}
            loss={state.loss}
            onSeenLoss={() => run(actions.seenLoss())}
            onBackup={() => actions.backup().catch(fail)}
            onPreview={(file, onProgress) =>
              actions.preview(file, onProgress).catch((error) => {
                fail(error);
                return null;
              })
            }
            onMerge={merge}
            local={state.local ?? []}
            onPreviewLocal={(name, onProgress) =>
              actions.previewLocal(name, onProgress).catch((error) => {
                fail(error);
                return null;
              })
            }
            onPersist={() =>
              run(actions.persist().then((kept) => say(i18n.t(kept ? 'options.persisted' : 'options.notPersisted'))))
            }
            onDelete={() => actions.deleteAll().then(() => say(i18n.t('options.deleted')), fail)}
          />
          {state.trash && (
            <Trash
              trash={state.trash}
              onPutBack={(ids) =>
                run(actions.putBack(ids).then((count) => say(putBackWord(count, ids.length - count))))
              }
              onEmpty={() => run(actions.emptyTrash())}
            />
          )}
          <About
            version={state.version}
            environment={state.environment}
            faults={state.faults}
            onSave={() => run(actions.saveDiagnostics())}
            onForget={() => run(actions.forgetFaults())}
          />
        </main>
      )}
      <ToastRegion toasts={toasts} />
    </div>
  );
}

/** What stands in place of the settings until they were read. */
function Unread({ error, onReadAgain }: Pick<OptionsViewProps, 'error' | 'onReadAgain'>) {
  if (!error) {
    return (
      <main>
        <div class="waiting">
          <Progress value={null} label={i18n.t('options.reading')} />
        </div>
      </main>
    );
  }
  const again = (
    <Button variant="primary" icon="refresh" onClick={onReadAgain}>
      {i18n.t('options.readAgain')}
    </Button>
  );
  return (
    <main>
      <EmptyState tone="error" icon="alert" title={error} actions={again} />
    </main>
  );
}

const putBackWord = (back: number, not: number): string =>
  not > 0 ? i18n.t('options.putBackSome', [back, not]) : i18n.t('options.putBackDone', [back]);
