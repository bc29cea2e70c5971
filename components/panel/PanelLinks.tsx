import { i18n } from '#i18n';
import { CopyMenu } from '../copy/CopyMenu';
import { IconButton } from '../ui/Button';
import type { PanelProps } from './types';

export interface PanelLinksProps extends Pick<PanelProps, 'onOpenTasks' | 'onOpenOptions' | 'onOpenHelp' | 'copying'> {
  readonly onHelp: () => void;
}

/** The ways out of the panel, and what its keys do. */
export function PanelLinks({ onOpenTasks, onOpenOptions, onOpenHelp, copying, onHelp }: PanelLinksProps) {
  return (
    <>
      <IconButton small icon="keyboard" label={i18n.t('records.keys.title')} onClick={onHelp} />
      {copying && <CopyMenu small {...copying} />}
      {onOpenTasks && <IconButton small icon="listTodo" label={i18n.t('panel.openTasks')} onClick={onOpenTasks} />}
      {onOpenHelp && <IconButton small icon="question" label={i18n.t('help.open')} onClick={onOpenHelp} />}
      {onOpenOptions && <IconButton small icon="settings" label={i18n.t('panel.options')} onClick={onOpenOptions} />}
    </>
  );
}
