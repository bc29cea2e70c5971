import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { FolderView } from '../../components/folder/FolderView';
import { LeaveBar } from '../../components/library/LeaveBar';
import { LibraryView } from '../../components/library/LibraryView';
import { OtherFile } from '../../components/library/OtherFile';
import { Permit } from '../../components/library/Permit';
import { Recent } from '../../components/library/Recent';
import { FileDrop } from '../../components/reader/FileDrop';
import { Hint } from '../../components/reader/Hint';
import { Message } from '../../components/reader/Message';
import { OpenButtons } from '../../components/reader/OpenButtons';
import { ModeSwitch } from '../../components/reader/original/ModeSwitch';
import { ReaderFrame } from '../../components/reader/ReaderFrame';
import { Sheet } from '../../components/reader/Sheet';
import { Unlock } from '../../components/reader/Unlock';
import { Warnings } from '../../components/reader/Warnings';
import { Button } from '../../components/ui/Button';
import { ToastRegion } from '../../components/ui/Toast';
import { useToasts } from '../../components/ui/useToasts';
import { browser } from '../../lib/browser';
import { isArchive } from '../../lib/folder/kinds';
import { filesOfList } from '../../lib/folder/walk';
import { readerRequest, SAMPLE_URL } from '../../lib/formats/address';
import { accept } from '../../lib/formats/registry';
import type { FormatOptions, LocalDocument } from '../../lib/formats/types';
import type { PageSession } from '../../lib/page/session-types';
import { settings } from '../../lib/settings';
import type { FileHead } from '../../lib/store/types';
import { headingOf } from './heading';
import { loadAddress, loadFile, loadPasted, loadRequest, loadSample, originOf, type Shown } from './load';
import { OriginalPane } from './OriginalPane';
import { type Finding, pickFolder } from './pick';
import { ReaderPanel } from './ReaderPanel';
import { shelf } from './shelf';
import { useDocumentTools } from './useDocumentTools';
import { useFolder } from './useFolder';
import { useLibrary } from './useLibrary';
import { useMode } from './useMode';
import { useOwnLedger } from './useOwnLedger';
import { useRecognition } from './useRecognition';

const request = readerRequest(location.search);

/**
 * The reading engine comes with the first document and not before: it is a third of all that this page is. It is sent for
 * when a file is asked for, and comes while that is read.
 */
const sessions = () => import('./session');

const isCut = ({ warnings = [] }: LocalDocument) => warnings.some(({ code }) => code === 'truncated');

const documentQuery = (id: string | null) => (id === null ? '' : `?document=${encodeURIComponent(id)}`);

const openTasks = () => void browser.tabs.create({ url: browser.runtime.getURL('/tasks.html' as '/') });
const openHelp = () => void browser.tabs.create({ url: browser.runtime.getURL('/help.html' as '/') });
const openOptions = () => void browser.runtime.openOptionsPage();

export function App() {
  const [shown, setShown] = useState<Shown>({ state: 'loading', progress: 0 });
  const [hint, setHint] = useState(false);
  const [page, setPage] = useState<PageSession | null>(null);
  /** The engine did not come: the whole reader says so, and offers to load anew. */
  const [broken, setBroken] = useState<{ error: unknown } | null>(null);
  if (broken) throw broken.error;
  const { mode, wide, choose } = useMode();
  const [view, setView] = useState<'paper' | 'folder' | 'library'>('paper');
  const toasts = useToasts();
  const file = shown.state === 'open' ? (shown.file ?? null) : null;
  const ownLedger = useOwnLedger(file, shown.state === 'open' ? shown.document.format : null);
  const library = useLibrary(page, file, view === 'library', toasts);
  // Two names and not one: what a function of ours names stays as long as the function, and `show` may stay as long as a document.
  const { desk: table, open: openTable } = useFolder(toasts, library.place);
  /** The file that a task was followed to, until it is found. */
  const [wanted, setWanted] = useState<string | null>(null);
  const turn = useRef<AbortController | null>(null);
  /** Something else is open than what the address asked for. */
  const [moved, setMoved] = useState(false);
  /** Shows what `work` opens, unless something else was opened meanwhile: then it is stopped. */
  const show = async (work: (options: FormatOptions) => Promise<Shown>, asked = false) => {
    setMoved(!asked);
    if (!asked || request.show === 'sample' || request.show === 'document' || request.show === 'address')
      sessions().catch(() => undefined);
    setView('paper');
    turn.current?.abort();
    const now = new AbortController();
    turn.current = now;
    const { signal } = now;
    const onProgress = (progress: number) => signal.aborted || setShown({ state: 'loading', progress });
    onProgress(0);
    const next = await work({ signal, onProgress });
    if (signal.aborted) return;
    setShown(next);
    if (next.state === 'gone') setWanted(next.name);
  };
  const scanBar = useRecognition(shown, show);
  const openFile = (file: File) =>
    isArchive(file.name) ? openFolder(() => filesOfList([file])) : void show((options) => loadFile(file, options));
  const openKept = ({ id }: FileHead) =>
    show(async (options) => {
      const kept = await shelf.open(id).catch(() => null);
      return kept ? loadFile(kept, options) : { state: 'failed', code: 'not-kept', detail: '' };
    });
  /** In the turn of a click: the browser insists. */
  const permit = async (url: string) => {
    const granted = await browser.permissions.request({ origins: [originOf(url) ?? ''] }).catch(() => false);
    if (granted) void show((options) => loadAddress(url, options));
  };
  useEffect(() => {
    show((options) => loadRequest(request, options), true);
    if (request.show === 'library') setView('library');
    settings.readerHint.getValue().then(setHint);
  }, []);

  // Who goes back to a sentence is led to the tab whose address names its document.
  const address =
    shown.state !== 'open' ? '' : shown.url === SAMPLE_URL ? '?sample' : documentQuery(library.documentId);
  useEffect(() => {
    if (moved) history.replaceState(null, '', location.pathname + address);
  }, [moved, address]);

  const tools = useDocumentTools(page, mode === 'both' && shown.state === 'open' && Boolean(shown.original));
  const title =
    shown.state === 'open' ? headingOf(shown.document, tools.policy) : shown.state === 'scan' ? shown.name : null;
  useEffect(() => {
    document.title = title ? `${title} · ${i18n.t('reader.title')}` : i18n.t('reader.title');
  }, [title]);

  /** A document stands in the page: a session on it, until the next one or the end. */
  const begin = (url: string) => (article: HTMLElement) => {
    const read = shown.state === 'open' ? shown.document.recognised : undefined;
    const end = new AbortController();
    const open = async () => {
      const { openSession } = await sessions();
      if (end.signal.aborted) return;
      const { session, close } = openSession(article, url, read);
      end.signal.addEventListener('abort', close);
      setPage(session);
    };
    // Without it the document would stand there as if nothing were in it.
    open().catch((error: unknown) => end.signal.aborted || setBroken({ error }));
    return () => {
      setPage(null);
      end.abort();
    };
  };

  const openFolder = (found: Finding | null) => {
    if (!found) return;
    setView('folder');
    void openTable(found);
  };
  const buttons = (primary: boolean, text?: string) => (
    <OpenButtons
      text={text}
      accept={`${accept},.zip`}
      primary={primary}
      onFile={openFile}
      onFiles={(files) => openFolder(() => filesOfList(files))}
      onFolder={() => pickFolder().then(openFolder)}
      onLibrary={() => setView('library')}
      onSample={() => show(loadSample)}
    />
  );
  const isOther = request.show === 'document' && library.documentId !== null && library.documentId !== request.document;
  const paper =
    shown.state === 'open' ? (
      <>
        {hint && shown.url === SAMPLE_URL && (
          <Hint
            onClose={() => {
              setHint(false);
              settings.readerHint.setValue(false);
            }}
          />
        )}
        {ownLedger}
        {library.leave === 'ask' && file && <LeaveBar onLeave={library.setLeave} />}
        {mode !== 'original' && scanBar}
        {wanted !== null && isOther && <OtherFile wanted={wanted} />}
        <Warnings key={shown.url} warnings={shown.document.warnings ?? []} />
        {tools.legend}
        <Sheet html={shown.document.html} onSet={begin(shown.url)} />
        {tools.notes}
      </>
    ) : shown.state === 'locked' ? (
      <Unlock
        name={shown.file.name}
        wrong={shown.wrong}
        onUnlock={(password) => show((options) => loadFile(shown.file, { ...options, password }, shown.url))}
        actions={buttons(false, i18n.t('reader.openOther'))}
      />
    ) : shown.state === 'permit' ? (
      <Permit url={shown.url} onAllow={() => permit(shown.url)} actions={buttons(false)} />
    ) : shown.state === 'scan' ? null : (
      <Message
        shown={shown}
        actions={buttons(true)}
        more={<Recent files={library.files} onOpen={openKept} onAll={() => setView('library')} />}
      />
    );
  const original =
    shown.state === 'scan' ? (
      <OriginalPane {...shown} session={null} reading={() => null} bar={scanBar} />
    ) : shown.state === 'open' && shown.original && mode !== 'reading' ? (
      <OriginalPane
        original={shown.original}
        pages={shown.document.pages ?? []}
        session={page}
        bar={mode === 'original' ? scanBar : null}
        beside={mode === 'both'}
        reading={() => document.querySelector<HTMLElement>('.reader-paper')}
      />
    ) : null;
  const panel = page && shown.state === 'open' && (
    <ReaderPanel
      page={page}
      cut={isCut(shown.document)}
      onOpenTasks={openTasks}
      onOpenHelp={openHelp}
      onOpenOptions={openOptions}
    />
  );
  const frame = { onPrint: tools.print, onTasks: openTasks, onHelp: openHelp, onOptions: openOptions };
  const desk =
    view === 'library' ? (
      <LibraryView
        {...library}
        leave={library.leave ?? 'ask'}
        opening={buttons(true)}
        onOpen={openKept}
        onRemove={library.remove}
        onSettings={openOptions}
      />
    ) : view === 'folder' && table ? (
      <FolderView {...table} onOpen={({ file }) => openFile(file)} onSetUnit={openOptions} />
    ) : null;
  const back = (to: typeof view, text: string) => (
    // Where there is room for icons only, two ways back must not look the same.
    <Button icon={to === 'folder' ? 'folderOpen' : 'undo'} onClick={() => setView(to)}>
      {text}
    </Button>
  );
  return (
    <FileDrop onFile={openFile} onFiles={openFolder} onPaste={(pasted) => show(() => loadPasted(pasted))}>
      {desk ? (
        <ReaderFrame
          {...frame}
          title={null}
          opening={
            <>
              {view === 'library' && table && back('folder', i18n.t('library.backToFolder'))}
              {shown.state === 'open' && back('paper', i18n.t('library.back'))}
              {buttons(false)}
            </>
          }
          paper={desk}
          panel={null}
        />
      ) : (
        <ReaderFrame
          title={title}
          opening={
            <>
              {table && back('folder', i18n.t('library.backToFolder'))}
              {(shown.state === 'open' || shown.state === 'scan') && buttons(false)}
            </>
          }
          tools={tools.buttons}
          paper={paper}
          original={original}
          mode={shown.state === 'scan' ? 'original' : mode}
          modes={shown.state === 'open' && shown.original && <ModeSwitch mode={mode} wide={wide} onMode={choose} />}
          side={tools.side}
          over={tools.over}
          panel={panel || null}
          {...frame}
        />
      )}
      <ToastRegion toasts={toasts} />
    </FileDrop>
  );
}
