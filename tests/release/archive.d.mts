export type Files = Record<string, Uint8Array>;
export function filesIn(folder: string, options?: { prefix?: string; skip?: readonly string[] }): Files;
export function zip(files: Files): Uint8Array;
export function withManifest(
  files: Files,
  change: (manifest: Record<string, unknown>) => Record<string, unknown>,
): Files;
