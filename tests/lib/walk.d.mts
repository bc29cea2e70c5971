import type { Page } from 'playwright-core';
import type { Sites } from '../server/index.mjs';
import type { Chromium } from './chromium.mjs';

export function walk(way: {
  sites: Sites;
  folder: string;
  say?: (words: string) => void;
  extension?: string;
  args?: string[];
  after?: (chromium: Chromium, page: Page) => Promise<void>;
}): Promise<{ csv: string; ledger: string; screenshots: string[] }>;
