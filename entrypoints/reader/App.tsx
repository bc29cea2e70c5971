import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { FileDrop } from '../../components/reader/FileDrop';
import { Hint } from '../../components/reader/Hint';
import { Message } from '../../components/reader/Message';
import { OpenButtons } from '../../components/reader/OpenButtons';
import { ReaderFrame } from '../../components/reader/ReaderFrame';
import { Sheet } from '../../components/reader/Sheet';
import { browser } from '../../lib/browser';
import { readerRequest, SAMPLE_URL } from '../../lib/formats/address';
import { accept } from '../../lib/formats/registry';
import type { PageView } from '../../lib/page/types';
import { settings } from '../../lib/settings';
import { loadFile, loadPasted, loadRequest, loadSample, type Shown } from './load';
import { ReaderPanel } from './ReaderPanel';
import { openSession } from './session';

const request = readerRequest(location.search);

const openTasks = () => void browser.tabs.create({ url: browser.runtime.getURL('/tasks.html' as '/') });
const openOptions = () => void browser.runtime.openOptionsPage();

export function App() {
  const [shown, setShown] = useState<Shown>({ state: 'loading' });
  const [hint, setHint] = useState(false);
  const [page, setPage] = useState<PageView | null>(null);
  const show = async (work: Promise<Shown>) => {
    setShown({ state: 'loading' });
    setShown(await work);
  };
  useEffect(() => {
    show(loadRequest(request));
    settings.readerHint.getValue().then(setHint);
  }, []);

  const title = shown.state === 'open' ? (shown.document.title ?? shown.document.name) : null;
  useEffect(() => {
    document.title = title ? `${title} · ${i18n.t('reader.title')}` : i18n.t('reader.title');
  }, [title]);

  /** A document stands in the page: a session on it, until the next one or the end. */
  const begin = (url: string) => (article: HTMLElement) => {
    const { session, close } = openSession(article, url);
    setPage(session);
    return () => {
      setPage(null);
      close();
    };
  };

  const buttons = (primary: boolean) => (
    <OpenButtons
      accept={accept}
      primary={primary}
      onFile={(file) => show(loadFile(file))}
      onSample={() => show(loadSample())}
    />
  );
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
        <Sheet html={shown.document.html} onSet={begin(shown.url)} />
      </>
    ) : (
      <Message shown={shown} actions={buttons(true)} />
    );
  const panel = page && shown.state === 'open' && (
    <ReaderPanel page={page} onOpenTasks={openTasks} onOpenOptions={openOptions} />
  );
  return (
    <FileDrop onFile={(file) => show(loadFile(file))} onPaste={(pasted) => show(loadPasted(pasted))}>
      <ReaderFrame
        title={title}
        opening={shown.state === 'open' ? buttons(false) : null}
        paper={paper}
        panel={panel || null}
        onPrint={() => window.print()}
        onTasks={openTasks}
        onOptions={openOptions}
      />
    </FileDrop>
  );
}
