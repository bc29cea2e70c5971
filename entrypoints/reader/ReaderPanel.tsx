import { useEffect, useMemo, useState } from 'preact/hooks';
import { Panel } from '../../components/panel/Panel';
import { applyPalette } from '../../components/theme/theme';
import { browser } from '../../lib/browser';
import { readStatusWords } from '../../lib/follow/status-words';
import type { PageView } from '../../lib/page/types';
import { adoptUnit, settings, updateDecisions } from '../../lib/settings';
import { store, watchStore } from '../../lib/store/client';
import type { DutyDecision, Profile, Suggestion } from '../../lib/units/types';
import { useSetting } from './useSetting';

/** A unit picked in the panel becomes the first of the reader's own; the options page has the rest of its fields. */
async function setProfile(unit: Suggestion | null): Promise<void> {
  if (!unit) return void browser.runtime.openOptionsPage();
  await adoptUnit(unit);
}

export interface ReaderPanelProps {
  readonly page: PageView;
  /** Only the beginning of the file was there. */
  readonly cut: boolean;
  readonly onOpenTasks: () => void;
  readonly onOpenHelp: () => void;
  readonly onOpenOptions: () => void;
}

/** The panel of the side bar, on the document in the same page. */
export function ReaderPanel(props: ReaderPanelProps) {
  const [profiles, setProfiles] = useState<readonly Profile[] | null>(null);
  const [decisions, setDecisions] = useState<readonly DutyDecision[] | null>(null);
  useEffect(() => {
    // What cannot be read was never set.
    settings.profiles.getValue().then(setProfiles, () => setProfiles([]));
    settings.decisions.getValue().then(setDecisions, () => setDecisions([]));
    const stops = [settings.profiles.watch(setProfiles), settings.decisions.watch(setDecisions)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const [kept] = useSetting(settings.statusWords);
  const words = useMemo(() => readStatusWords(kept), [kept]);
  const [density, setDensity] = useSetting(settings.panelDensity);
  const colour = profiles?.find((profile) => profile.colour !== null)?.colour ?? null;
  useEffect(() => applyPalette(colour), [colour]);
  // Without them the panel would ask a reader who has long said so which unit is theirs.
  if (!profiles || !decisions || !density) return null;
  return (
    <Panel
      {...props}
      chosen
      store={store}
      watchStore={watchStore}
      profiles={profiles}
      decisions={decisions}
      onDecide={updateDecisions}
      onSetProfile={setProfile}
      density={density}
      words={words}
      onDensity={setDensity}
    />
  );
}
