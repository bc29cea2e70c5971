export function corpusDir(): string | null;
export function corpusPage(name: string, as: string): string | null;
