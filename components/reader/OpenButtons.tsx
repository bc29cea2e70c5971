import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../ui/Button';
import { Menu } from '../ui/Menu';

export interface OpenButtonsProps {
  /** For the file dialog: `.html,.txt`. */
  readonly accept: string;
  readonly primary?: boolean;
  /** On the button that opens a file, where it is not the first thing to do. */
  readonly text?: string;
  readonly onFile: (file: File) => void;
  /** More than one file was picked. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly onFolder: () => void;
  readonly onLibrary: () => void;
  readonly onSample: () => void;
}

/**
 * The ways to open documents that need no drag: the file dialog, a folder, the library and the sample. Where nothing is
 * open they stand side by side; over a document all but the first are in a menu.
 */
export function OpenButtons({
  accept,
  primary,
  text = i18n.t('reader.open'),
  onFile,
  onFiles,
  ...ways
}: OpenButtonsProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant={primary ? 'primary' : 'plain'}
        icon="file"
        title={i18n.t('reader.openHint')}
        onClick={() => input.current?.click()}
      >
        {text}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accept}
        aria-label={i18n.t('reader.open')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file picked again must be a change again.
          event.currentTarget.value = '';
          if (files.length > 1) onFiles(files);
          else if (files[0]) onFile(files[0]);
        }}
      />
      {primary ? (
        <>
          <Button icon="folderOpen" title={i18n.t('library.openFolderHint')} onClick={ways.onFolder}>
            {i18n.t('library.openFolder')}
          </Button>
          <Button icon="library" onClick={ways.onLibrary}>
            {i18n.t('library.name')}
          </Button>
          <Button icon="bookOpen" onClick={ways.onSample}>
            {i18n.t('reader.sample')}
          </Button>
        </>
      ) : (
        <Menu
          label={i18n.t('library.more')}
          items={[
            { text: i18n.t('library.openFolder'), icon: 'folderOpen', onPick: ways.onFolder },
            { text: i18n.t('library.name'), icon: 'library', onPick: ways.onLibrary },
            { text: i18n.t('reader.sample'), icon: 'bookOpen', onPick: ways.onSample },
          ]}
        />
      )}
    </>
  );
}
