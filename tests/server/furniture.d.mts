export function escapeHtml(text: string): string;
export function page(facts: {
  readonly title: string;
  readonly html: string;
  readonly issuer?: string;
  readonly docNumber?: string;
  readonly date?: string;
  readonly column?: string;
  readonly policy?: boolean;
  readonly head?: string;
  readonly script?: string;
  readonly site?: string;
}): string;
