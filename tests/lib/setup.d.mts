export const root: string;
export const outDir: string;
export const bin: { wxt: string; tsc: string; biome: string; vitest: string };
export function run(args: string[], options?: { env?: Record<string, string>; quiet?: boolean }): Promise<number>;
export function requireNode(): void;
export function installed(): boolean;
export function install(): Promise<number>;
export function extensionDir(browser: 'chrome' | 'firefox'): string;
export function build(browser: 'chrome' | 'firefox', options?: { quiet?: boolean }): Promise<number>;
