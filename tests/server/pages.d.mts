export function sampleArticle(): string;
export function find(url: URL): string | Buffer | null;
