/** Largest file that is opened, in bytes: far over any policy, well under what would fill the memory of an old machine. */
export const maxBytes = 50 * 1024 * 1024;

/** `方案.最终.HTML` → `html`; '' where there is no extension. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
