import { useEffect, useMemo } from 'preact/hooks';
import { Panel } from '../../components/panel/Panel';
import { applyPalette } from '../../components/theme/theme';
import { useToday } from '../../components/useToday';
import { browser } from '../../lib/browser';
import { noteDrafts } from '../../lib/drafts';
import { readStatusWords } from '../../lib/follow/status-words';
import { remotePage } from '../../lib/page/remote';
import { takeAway } from '../../lib/page/take-away';
import { adoptUnit, settings, updateDecisions } from '../../lib/settings';
import { store, watchStore } from '../../lib/store/client';
import { useSetting } from './useSetting';

/** Opens a page of ours in a tab, beside which the panel stays. */
const open = (path: 'tasks.html' | 'reader.html' | 'options.html' | 'help.html') => () =>
  void browser.tabs.create({ url: browser.runtime.getURL(`/${path}` as '/') });

/** The panel on the page of a tab, with all that a panel needs from the browser. */
export function SidePanel({ tabId }: { readonly tabId: number }) {
  const page = useMemo(() => remotePage(tabId), [tabId]);
  const copying = useMemo(() => takeAway(page), [page]);
  const profiles = useSetting(settings.profiles);
  const decisions = useSetting(settings.decisions);
  const density = useSetting(settings.panelDensity);
  const kept = useSetting(settings.statusWords);
  const words = useMemo(() => readStatusWords(kept), [kept]);
  const today = useToday();

  const colour = profiles?.find((profile) => profile.colour !== null)?.colour ?? null;
  useEffect(() => applyPalette(colour), [colour]);

  // Without them the panel would ask a reader who has long said so which unit is theirs.
  if (!profiles || !decisions || !density) return null;
  return (
    <Panel
      page={page}
      store={store}
      watchStore={watchStore}
      profiles={profiles}
      decisions={decisions}
      onDecide={updateDecisions}
      onSetProfile={(unit) => (unit ? void adoptUnit(unit) : open('options.html')())}
      copying={copying}
      noteDrafts={noteDrafts}
      onOpenTasks={open('tasks.html')}
      onOpenFile={open('reader.html')}
      onOpenOptions={open('options.html')}
      onOpenHelp={open('help.html')}
      ownsKeyboard
      density={density}
      onDensity={(next) => void settings.panelDensity.setValue(next)}
      today={today}
      words={words}
    />
  );
}
