import type { Files } from './archive.mjs';
export interface ReleaseSources {
  readonly chrome: Files;
  readonly firefox: Files;
  readonly sources: Files;
  readonly pictures: Files;
  readonly store?: Files;
  readonly pem: string;
  readonly base?: string | undefined;
  readonly bill: object;
  readonly licences: string;
  readonly changes: string;
}
export function makeRelease(from: ReleaseSources): { files: Files; id: string; version: string };
