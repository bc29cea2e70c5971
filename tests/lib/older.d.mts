export interface Older {
  readonly css?: (text: string) => string;
  readonly permissions?: (all: string[]) => string[];
}
export function olderCopy(code: string, how?: Older): { path: string; remove(): void };
