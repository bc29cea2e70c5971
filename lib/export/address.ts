import { fileNameOf, fileUrl } from '../formats/address';

/**
 * An address as it may leave the machine: of a local file its name only, since where it lies tells who reads it; of a
 * file that was fetched the address on the web, without our own fragment.
 */
export function publicUrl(url: string): string {
  const plain = url.replace(/#dutymark-[\w-]+$/u, '');
  return plain.startsWith('file:') ? `file:///${plain.slice(plain.lastIndexOf('/') + 1)}` : plain;
}

/** The name of a file of somebody's machine: 方案.docx of its address or its path; null for any other address. */
export function localName(url: string): string | null {
  const plain = publicUrl(url);
  const isPath = /^[a-z]:[\\/]/i.test(plain) || !/^[a-z][a-z\d+.-]*:/i.test(plain);
  return fileNameOf(plain) ?? (isPath ? (plain.split(/[\\/]/).at(-1) ?? '') : null);
}

/**
 * Where a passage is from, as it is handed on: an address leads others there, a file of this machine goes by its name alone. What the
 * command line was given stays as it was typed: by it a script finds its rows again.
 */
export const handedOn = (url: string): string => {
  const plain = publicUrl(url);
  return fileNameOf(plain) ?? plain;
};

const FILE_IRI = 'urn:dutymark:named:';

/** A name for a file where only an IRI may stand, which tells no place. */
export const iriOfFile = (name: string): string =>
  FILE_IRI + name.replace(/[\s<>"{}|\\^`%#?/]/g, (sign) => encodeURIComponent(sign));

/** The address under which a file with such a name is known here; null for any other IRI. */
export function fileOfIri(iri: string): string | null {
  if (!iri.startsWith(FILE_IRI)) return null;
  return fileUrl(fileNameOf(`file:///${iri.slice(FILE_IRI.length)}`) ?? '');
}
