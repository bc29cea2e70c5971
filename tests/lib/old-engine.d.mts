import type { Page } from 'puppeteer-core';

export interface OldEngine {
  readonly version: string;
  readonly errors: readonly string[];
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}

export function oldChromium(): string | null;
export function launchOldEngine(executablePath: string, pages: Readonly<Record<string, string>>): Promise<OldEngine>;
