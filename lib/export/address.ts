/**
 * An address as it may leave the machine: of a local file its name only, since where it lies tells who reads it; of a
 * file that was fetched the address on the web, without our own fragment.
 */
export function publicUrl(url: string): string {
  const plain = url.replace(/#dutymark-[\w-]+$/u, '');
  return plain.startsWith('file:') ? `file:///${plain.slice(plain.lastIndexOf('/') + 1)}` : plain;
}
