import { i18n } from '#i18n';
import type { ReaderMode } from '../../../lib/settings';
import { Button } from '../../ui/Button';

export interface ModeSwitchProps {
  readonly mode: ReaderMode;
  /** Whether there is room for two side by side. */
  readonly wide: boolean;
  readonly onMode: (mode: ReaderMode) => void;
}

/** 阅读, 原件, 并排. */
export function ModeSwitch({ mode, wide, onMode }: ModeSwitchProps) {
  const choices: readonly [ReaderMode, string, string][] = [
    ['reading', i18n.t('reader.original.modeReading'), i18n.t('reader.original.modeReadingHint')],
    ['original', i18n.t('reader.original.modeOriginal'), i18n.t('reader.original.modeOriginalHint')],
    ['both', i18n.t('reader.original.modeBoth'), i18n.t('reader.original.modeBothHint')],
  ];
  return (
    <fieldset class="reader-modes" aria-label={i18n.t('reader.original.modes')}>
      {choices.map(
        ([choice, name, hint]) =>
          (wide || choice !== 'both') && (
            <Button
              key={choice}
              small
              variant="quiet"
              title={hint}
              aria-pressed={mode === choice}
              onClick={() => onMode(choice)}
            >
              {name}
            </Button>
          ),
      )}
    </fieldset>
  );
}
