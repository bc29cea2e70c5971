import type { Sites } from '../server/index.mjs';
export function record(sites: Sites): Promise<{ port: number; hosts: Set<string>; close(): Promise<void> }>;
