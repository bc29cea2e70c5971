import { useEffect, useState } from 'preact/hooks';
import { errorWords } from '../../components/errors';
import { OptionsView } from '../../components/options/OptionsView';
import type { OptionsState } from '../../components/options/types';
import { applyTheme } from '../../components/theme/theme';
import { browser } from '../../lib/browser';
import { onOurMessage } from '../../lib/messages';
import { actions } from './actions';
import { readState } from './state';

/** @param query `unit=NAME` opens the form for a unit of that name. */
export function OptionsPage({ query }: { readonly query: URLSearchParams }) {
  const [state, setState] = useState<OptionsState | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let latest = 0;
    const read = async () => {
      latest += 1;
      const mine = latest;
      try {
        const next = await readState();
        // A slow answer must not overwrite a later one.
        if (mine !== latest) return;
        applyTheme(next.theme);
        setState(next);
        setError(null);
      } catch (reason) {
        if (mine === latest) setError(errorWords(reason));
      }
    };
    const again = () => void read();
    const stop = onOurMessage('storeChanged', again);
    browser.storage.onChanged.addListener(again);
    browser.permissions.onAdded.addListener(again);
    browser.permissions.onRemoved.addListener(again);
    again();
    return () => {
      stop();
      browser.storage.onChanged.removeListener(again);
      browser.permissions.onAdded.removeListener(again);
      browser.permissions.onRemoved.removeListener(again);
    };
  }, [turn]);
  // The page's sections are there only now: an address with a fragment has to be followed by hand.
  const ready = state !== null;
  useEffect(() => {
    if (ready && location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [ready]);
  return (
    <OptionsView
      state={state}
      error={error}
      onReadAgain={() => setTurn(turn + 1)}
      actions={actions}
      offeredUnit={query.get('unit') ?? undefined}
    />
  );
}
