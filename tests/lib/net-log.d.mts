export type Kind = 'chrome' | 'firefox';
export function hostsLogged(browser: Kind, text: string): Set<string>;
export function foreign(browser: Kind, hosts: Iterable<string>): string[];
export function watched(
  browser: Kind,
  profile: string,
  elsewhere?: readonly (string | RegExp)[],
): {
  readonly args: string[];
  readonly env: Record<string, string>;
  hosts(): Set<string>;
  check(): void;
};
