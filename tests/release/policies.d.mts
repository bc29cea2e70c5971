export const NO_BASE: string;
export const SAMPLE: Readonly<Record<string, unknown>>;
interface Where {
  readonly id: string;
  readonly base: string;
  readonly managed?: Readonly<Record<string, unknown>>;
}
export function updateManifest(of: { id: string; version: string; base: string; file: string }): string;
export function geckoUpdates(of: {
  geckoId: string;
  version: string;
  base: string;
  file: string;
  digest: string;
}): string;
export function chromiumPolicy(where: Where): string;
export function registryPolicy(browser: 'chrome' | 'edge', where: Where): Buffer;
export function firefoxPolicy(where: {
  geckoId: string;
  base: string;
  file: string;
  managed?: Readonly<Record<string, unknown>>;
}): string;
