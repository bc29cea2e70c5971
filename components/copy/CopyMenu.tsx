import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Menu } from '../ui/Menu';
import './copy-menu.css';

export interface CopyActions {
  /** Both resolve to whether it was done. */
  readonly onSave: () => Promise<boolean>;
  readonly onCopy: () => Promise<boolean>;
}

type Outcome = 'saved' | 'copied' | 'failed';

/** The document with its marks, notes and tasks, as a file or on the clipboard; says what came of it for a while. */
export function CopyMenu({ onSave, onCopy, small }: CopyActions & { readonly small?: boolean }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), 6000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const run = (work: () => Promise<boolean>, done: Outcome) => () => {
    setOutcome(null);
    work().then(
      (fine) => setOutcome(fine ? done : 'failed'),
      () => setOutcome('failed'),
    );
  };
  return (
    <span class="copy-menu">
      <Menu
        small={small}
        icon="fileDown"
        label={i18n.t('common.copy.title')}
        items={[
          { text: i18n.t('common.copy.save'), icon: 'download', onPick: run(onSave, 'saved') },
          { text: i18n.t('common.copy.rich'), icon: 'clipboard', onPick: run(onCopy, 'copied') },
        ]}
      />
      <span class={outcome ? `copy-outcome copy-${outcome}` : 'copy-outcome'} role="status">
        {outcome && i18n.t(`common.copy.${outcome}`)}
      </span>
    </span>
  );
}
