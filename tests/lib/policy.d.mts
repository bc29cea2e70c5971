export function policyWay(): readonly string[] | null;
export function governedChromium(folder: string, policies: Readonly<Record<string, string>>): string;
export function governedFirefox(folder: string, policies: string): string | null;
