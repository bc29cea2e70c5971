/** A random id of 128 bits. `crypto.randomUUID` is missing on `http:` pages, where content scripts run too. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of what an adding call with this key returned, what it did add; the rest was there. */
export function addedBy<Kept extends { readonly id: string }>(key: string, records: readonly Kept[]): Kept[] {
  return records.filter(({ id }) => id.startsWith(`${key}-`));
}
