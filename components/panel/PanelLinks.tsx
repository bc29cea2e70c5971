import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CopyMenu } from '../copy/CopyMenu';
import { IconButton } from '../ui/Button';
import { KeysHelp } from './KeysHelp';
import type { PanelProps } from './types';

export type PanelLinksProps = Pick<PanelProps, 'onOpenTasks' | 'onOpenOptions' | 'copying'>;

/** The ways out of the panel, and what its keys do. */
export function PanelLinks({ onOpenTasks, onOpenOptions, copying }: PanelLinksProps) {
  const [help, setHelp] = useState(false);
  return (
    <>
      <IconButton small icon="keyboard" label={i18n.t('panel.keys.open')} onClick={() => setHelp(true)} />
      {copying && <CopyMenu small {...copying} />}
      {onOpenTasks && <IconButton small icon="listTodo" label={i18n.t('panel.openTasks')} onClick={onOpenTasks} />}
      {onOpenOptions && <IconButton small icon="settings" label={i18n.t('panel.options')} onClick={onOpenOptions} />}
      {help && <KeysHelp onClose={() => setHelp(false)} />}
    </>
  );
}
