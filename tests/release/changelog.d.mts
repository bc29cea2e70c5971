export function changesOf(changelog: string, version: string, tag?: string | null): { heading: string; text: string };
