export type BrowserKind = 'chromium' | 'edge' | 'brave' | 'chrome' | 'firefox';
export function findBrowsers(): { kind: BrowserKind; path: string }[];
export function findChromium(options?: { extensions?: boolean }): string | null;
export function findFirefox(): string | null;
export function findOffice(): string | null;
export function howToInstall(kind: 'chromium' | 'firefox'): string[];
