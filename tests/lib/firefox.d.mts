import type { Browser, Page } from 'puppeteer-core';
import type { Sites } from '../server/index.mjs';

export interface Firefox {
  readonly browser: Browser;
  /** Every host that was asked for, as the browser's log has it; complete when the browser has ended. */
  asked(): Set<string>;
  url(path: string): string;
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}
export function launchFirefox(options?: {
  sites?: Sites;
  hosts?: string[];
  headless?: boolean;
  granted?: readonly string[];
  elsewhere?: readonly string[];
  keepsFirstRun?: boolean;
  prefs?: Readonly<Record<string, string | number | boolean>>;
}): Promise<Firefox>;
