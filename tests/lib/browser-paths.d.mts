import type { BrowserKind } from './browsers.mjs';

export interface Machine {
  readonly system: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly list: (folder: string) => readonly string[];
}
export function browserPaths(machine: Machine): [BrowserKind, string][];
export function officePaths(machine: Machine): string[];
