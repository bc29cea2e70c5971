export function chineseCopy(
  browser: 'chrome' | 'firefox',
  folder?: string,
  granted?: readonly string[],
): { path: string; remove(): void };
