export function ownKeyPath(machine?: { env?: Record<string, string | undefined>; home?: string }): string;
export function findKey(named?: string, own?: string): { pem: string; from: string };
