/**
 * Saves a file through the browser's own download. An anchor, not `downloads.download`: it needs no permission and
 * keeps a Chinese name.
 */
export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // The browser reads the blob after this turn; a minute is more than it ever takes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
