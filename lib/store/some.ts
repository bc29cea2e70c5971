import type { Table } from 'dexie';

/** The records of a document, or with these ids, or both; all of them where neither is given. */
export async function among<Kept extends { readonly documentId: string }>(
  table: Table<Kept, string>,
  documentId?: string,
  ids?: readonly string[],
): Promise<Kept[]> {
  if (!ids) return (documentId ? table.where({ documentId }) : table).toArray();
  const records = await table.bulkGet([...new Set(ids)]);
  return records.filter(
    (record): record is Kept => record !== undefined && (!documentId || record.documentId === documentId),
  );
}
