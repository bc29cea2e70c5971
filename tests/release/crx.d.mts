export function makeKey(): string;
export function manifestKey(pem: string): string;
export function extensionId(pem: string): string;
export function packCrx(archive: Uint8Array, pem: string): Buffer;
export function readCrx(bytes: Buffer): { id: string; archive: Buffer };
