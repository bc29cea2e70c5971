import type { BrowserContext, Worker } from 'playwright-core';
import type { Sites } from '../server/index.mjs';

export interface LaunchOptions {
  readonly sites?: Sites | null;
  readonly profile?: string;
  readonly headless?: boolean;
  readonly language?: string;
  readonly viewport?: { width: number; height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly extension?: string;
  readonly installed?: string;
  readonly executablePath?: string;
  readonly args?: string[];
  readonly granted?: readonly string[];
  readonly elsewhere?: readonly (string | RegExp)[];
}
export interface Chromium {
  readonly context: BrowserContext;
  /** Of the extension. */
  readonly id: string;
  readonly profile: string;
  /** The background's service worker, started if need be. */
  worker(): Promise<Worker>;
  /** Every host that was asked for, as the browser's log has it; complete when the browser has ended. */
  asked(): Set<string>;
  /** Address of a page of the extension. */
  url(path: string): string;
  close(options?: { keepProfile?: boolean }): Promise<void>;
}
export function launchChromium(options?: LaunchOptions): Promise<Chromium>;
