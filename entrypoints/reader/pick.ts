import type { FoundFile } from '../../lib/folder/types';
import { type FolderHandle, filesOfHandle, filesOfList } from '../../lib/folder/walk';

/** How a folder's files come, once they are wanted. */
export type Finding = (signal: AbortSignal) => AsyncIterable<FoundFile>;

interface FolderPicker {
  showDirectoryPicker?(options?: { id?: string; mode?: 'read' }): Promise<FolderHandle>;
}

/**
 * Has the user pick a folder; null when they did not. To be called in the turn of a click. Browsers without a picker of
 * folders take one through a file dialog, those without that either take many files.
 */
export async function pickFolder(): Promise<Finding | null> {
  const { showDirectoryPicker } = globalThis as FolderPicker;
  if (!showDirectoryPicker) return pickByInput();
  try {
    const folder = await showDirectoryPicker.call(globalThis, { id: 'dutymark', mode: 'read' });
    return (signal) => filesOfHandle(folder, signal);
  } catch (error) {
    // Refused or closed; anything else is a picker that does not work here.
    return (error as Error).name === 'AbortError' ? null : pickByInput();
  }
}

function pickByInput(): Promise<Finding | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  if ('webkitdirectory' in input) input.webkitdirectory = true;
  // Some browsers answer only for a field that stands in the page.
  input.hidden = true;
  document.body.append(input);
  return new Promise((resolve) => {
    const end = () => {
      const files = [...(input.files ?? [])];
      input.remove();
      resolve(files.length > 0 ? () => filesOfList(files) : null);
    };
    input.addEventListener('change', end);
    input.addEventListener('cancel', end);
    input.click();
  });
}
