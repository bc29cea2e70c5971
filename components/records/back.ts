/**
 * The patch that brings back what a patch has changed of a record. A date that was the document's own comes back as such.
 */
export function patchBack<Patch extends object>(before: object, patch: Patch): Patch {
  const was = before as Readonly<Record<string, unknown>>;
  const back: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(patch)) back[field] = was[field] ?? (Array.isArray(value) ? [] : null);
  if ('dueDate' in patch) back.dueByDefault = was.dueByDefault === true;
  return back as Patch;
}
