export function chineseCopy(browser: 'chrome' | 'firefox', folder?: string): { path: string; remove(): void };
