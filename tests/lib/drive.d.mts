import type { Locator, Page } from 'playwright-core';
import type { Chromium } from './chromium.mjs';

export function openPanelFor(chromium: Chromium, page: Page): Promise<Page>;
export function showTab(panel: Page, name: '我的职责' | '举措' | '我的任务' | '批注'): Promise<void>;
export function measure(panel: Page, title: string): Locator;
export function takeOn(panel: Page, titles: readonly string[]): Promise<void>;
export function fillTask(
  panel: Page,
  title: string,
  fields: { tags?: readonly string[]; note?: string },
): Promise<void>;
export function select(page: Page, within: string, text: string): Promise<void>;
export function annotate(panel: Page, quote: string, note: string): Promise<void>;
export function exportCsv(tasks: Page, what: '任务' | '批注', folder: string): Promise<string>;
export function exportLedger(tasks: Page, folder: string, shoot?: () => Promise<void>): Promise<string>;
