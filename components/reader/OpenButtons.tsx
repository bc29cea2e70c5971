import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';

export interface OpenButtonsProps {
  /** For the file dialog: `.html,.txt`. */
  readonly accept: string;
  readonly primary?: boolean;
  readonly onFile: (file: File) => void;
  readonly onSample: () => void;
}

/** The ways to open a document that need no drag: the file dialog and the sample. */
export function OpenButtons({ accept, primary, onFile, onSample }: OpenButtonsProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant={primary ? 'primary' : 'plain'}
        icon="folderOpen"
        title={i18n.t('reader.openHint')}
        onClick={() => input.current?.click()}
      >
        {i18n.t('reader.open')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={i18n.t('reader.open')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file picked again must be a change again.
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <Button variant={primary ? 'plain' : 'quiet'} icon="bookOpen" onClick={onSample}>
        {i18n.t('reader.sample')}
      </Button>
    </>
  );
}
