import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { TaskChange } from '../../lib/store/changed';
import { ChangeLine } from '../panel/changes/ChangeLine';
import '../panel/changes/changes.css';
import { changeWord } from '../panel/words';

/** Then and now of the measure of an open task whose text has changed, as the panel shows it. Asked for when opened. */
export function TaskChanges({ changesOf }: { readonly changesOf: () => Promise<readonly TaskChange[]> }) {
  const [changes, setChanges] = useState<readonly TaskChange[]>([]);
  useEffect(() => {
    let on = true;
    // The badge says already that it changed; a store that cannot be read is told of by the list.
    changesOf().then(
      (found) => on && setChanges(found),
      () => undefined,
    );
    return () => {
      on = false;
    };
    // Asked once: another change of the text makes the row anew.
  }, []);
  if (changes.length === 0) return null;
  const words = i18n.t('changes.flag', [changes.map(({ kind }) => changeWord(kind)).join('、')]);
  return (
    <section class="change change-mine" aria-label={words}>
      <p class="change-label">{words}</p>
      {changes.map((change) => (
        <ChangeLine key={change.kind} change={change} />
      ))}
    </section>
  );
}
