/**
 * What can go wrong with a file, as a code that every surface words in its own language (`errors.*` in the locales).
 *
 * - unsupported: no format of ours has this extension.
 * - too-large: over `maxBytes`.
 * - empty: nothing that can be read stands in it.
 * - damaged: the file is not what its extension says, or is cut off, and nothing could be saved from it.
 */
export type FormatErrorCode = 'unsupported' | 'too-large' | 'empty' | 'damaged';

/** The only error `openFile` rejects with. */
export class FormatError extends Error {
  override readonly name = 'FormatError';

  constructor(
    readonly code: FormatErrorCode,
    message: string = code,
  ) {
    super(message);
  }
}

/** A local file as a document that can be shown. */
export interface LocalDocument {
  /** As the file is called. */
  readonly name: string;
  /** Name of the format: html, txt. */
  readonly format: string;
  /** What the file says its title is; null when it does not say. */
  readonly title: string | null;
  /** Content of an article: clean of scripts, styles and everything that would load from elsewhere. */
  readonly html: string;
  /** `<meta name content>` of a page, names in lower case. */
  readonly fields: Readonly<Record<string, string>>;
}

/** One kind of file. */
export interface Format {
  readonly name: string;
  /** In lower case, without the dot. */
  readonly extensions: readonly string[];
  /** For a file dialog. */
  readonly types: readonly string[];
  /** @throws FormatError */
  open(bytes: Uint8Array, name: string): Promise<LocalDocument>;
}
