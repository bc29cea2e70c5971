import { useEffect, useMemo, useState } from 'preact/hooks';
import { errorWords } from '../../components/errors';
import { usePage } from '../../components/panel/usePage';
import { Popup } from '../../components/popup/Popup';
import { browser } from '../../lib/browser';
import { isDismissed, restorePill } from '../../lib/dismissals';
import { remotePage } from '../../lib/page/remote';
import { settings } from '../../lib/settings';
import { openPanel } from '../../lib/side-panel';
import { askedTab, fileIn, isBarredFile, originOf, ownPage, type TabFacts } from './tab';

const go = (url: string) => {
  void browser.tabs.create({ url });
  window.close();
};
const open = (path: 'tasks.html' | 'reader.html' | 'options.html') => () =>
  go(browser.runtime.getURL(`/${path}` as '/'));

/** The popup, once it is known which tab it is about. */
export function PopupPage() {
  const [tab, setTab] = useState<TabFacts | null>(null);
  useEffect(() => {
    askedTab(location.search).then(setTab, () => undefined);
  }, []);
  return tab && <PopupOf tab={tab} />;
}

function PopupOf({ tab }: { readonly tab: TabFacts }) {
  const page = useMemo(() => remotePage(tab.id), [tab.id]);
  const snapshot = usePage(page);
  const [problem, setProblem] = useState<string | null>(null);
  const [site, setSite] = useState<string | null>(null);
  const [dismissed, setDismissed] = useState(false);
  const [file, setFile] = useState<string | null>(null);
  const [barred, setBarred] = useState<'barred' | 'perhaps' | null>(null);
  const origin = originOf(tab.url);

  useEffect(() => {
    if (origin) {
      const host = new URL(tab.url).hostname;
      browser.permissions.contains({ origins: [origin] }).then(
        (granted) => setSite(granted ? null : host),
        () => undefined,
      );
    }
    fileIn(tab).then(setFile, () => undefined);
    isBarredFile(tab).then(setBarred, () => undefined);
    Promise.all([isDismissed(tab.url), settings.pillMode.getValue()]).then(
      ([away, mode]) => setDismissed(away || mode === 'hidden'),
      () => undefined,
    );
  }, [tab.url, origin]);

  const attempt = (work: () => Promise<unknown>) => {
    setProblem(null);
    work().catch((error: unknown) => setProblem(errorWords(error)));
  };
  return (
    <Popup
      snapshot={snapshot}
      problem={problem}
      own={ownPage(tab.url)}
      site={site}
      dismissed={dismissed}
      file={barred ?? (file === null ? null : 'readable')}
      onOpenTabFile={() => go(browser.runtime.getURL(`/reader.html?url=${encodeURIComponent(tab.url)}` as '/'))}
      onFileAccess={() => go(`chrome://extensions/?id=${browser.runtime.id}`)}
      onRead={() => attempt(() => page.read())}
      onOpenPanel={() => attempt(() => openPanel(tab.id, tab.windowId).then(() => window.close()))}
      // Asked for in the very turn of the click: the browser insists.
      onGrant={() =>
        attempt(async () => {
          if (!origin || !(await browser.permissions.request({ origins: [origin] }))) return;
          setSite(null);
          await page.read();
        })
      }
      onRestorePill={() =>
        attempt(async () => {
          await restorePill(tab.url);
          await settings.pillMode.setValue('shown');
          setDismissed(false);
        })
      }
      onOpenTasks={open('tasks.html')}
      onOpenFile={open('reader.html')}
      onOpenOptions={open('options.html')}
    />
  );
}
