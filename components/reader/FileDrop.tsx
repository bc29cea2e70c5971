import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Dropped, dropped } from '../../lib/folder/walk';
import { Icon } from '../ui/Icon';
import './file-drop.css';

/** A copied passage as the clipboard holds it. */
export interface Pasted {
  readonly html: string;
  readonly text: string;
}

export interface FileDropProps {
  readonly onFile: (file: File) => void;
  /** Several files, or folders. */
  readonly onFiles: (files: Dropped['files']) => void;
  readonly onPaste: (pasted: Pasted) => void;
  readonly children: ComponentChildren;
}

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.nodeName));

/** Takes files and folders dropped anywhere on the page, and what is pasted outside of its text fields. */
export function FileDrop({ onFile, onFiles, onPaste, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  const calls = useRef({ onFile, onFiles, onPaste });
  calls.current = { onFile, onFiles, onPaste };
  // With the first paint: a file dropped before would make the browser leave the page for it.
  useLayoutEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    // The browser opens a file dropped on a page unless the page says that it will.
    const hover = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!carriesFile(event)) return;
      event.preventDefault();
      const data = event.dataTransfer as DataTransfer;
      const { single, files } = dropped(data);
      if (single) calls.current.onFile(single);
      else if (data.files.length > 0) calls.current.onFiles(files);
    };
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (!data || takesText(event.target)) return;
      const file = data.files[0];
      event.preventDefault();
      if (file && !data.types.includes('text/plain')) calls.current.onFile(file);
      else calls.current.onPaste({ html: data.getData('text/html'), text: data.getData('text/plain') });
    };
    document.addEventListener('dragenter', hover, { signal });
    document.addEventListener('dragover', hover, { signal });
    document.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    document.addEventListener('drop', drop, { signal });
    document.addEventListener('paste', paste, { signal });
    return () => stop.abort();
  }, []);
  return (
    <>
      {children}
      {over && (
        <div class="file-drop" aria-hidden="true">
          <Icon name="upload" size={28} />
          {i18n.t('reader.drop')}
        </div>
      )}
    </>
  );
}
