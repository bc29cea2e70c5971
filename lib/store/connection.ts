import { Database } from './database';
import { StoreError, toStoreError } from './errors';

/** How long an upgrade waits for another version of the extension to close the database, in milliseconds. */
const blockedAfter = 5000;

/**
 * One open database, shared by all calls, opened on the first and again after it was closed under us (an upgrade by a
 * newer version, the browser cleaning up). A failure is not remembered: the next call tries anew.
 *
 * @param make Makes the database; tests pass other names and schemas.
 * @param patience How long an upgrade may stay blocked, in milliseconds.
 * @returns A function that resolves with the open database or rejects with a `StoreError`.
 */
export function connect(make: () => Database = () => new Database(), patience = blockedAfter): () => Promise<Database> {
  let current: Promise<Database> | null = null;
  const fresh = () => {
    const opening = openNew(make(), patience);
    current = opening;
    opening.then(
      (database) => database.on('close', () => forget(opening)),
      () => forget(opening),
    );
    return opening;
  };
  const forget = (opening: Promise<Database>) => {
    if (current === opening) current = null;
  };
  return () => current ?? fresh();
}

/** The version of a database, told without opening it; null where there is none, or the browser does not say (before Firefox 126). */
async function versionOf(name: string): Promise<number | null> {
  const known = await indexedDB.databases?.().catch(() => []);
  return known?.find((each) => each.name === name)?.version ?? null;
}

async function openNew(database: Database, patience: number): Promise<Database> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_, reject) => {
    database.on('blocked', () => {
      timer ??= setTimeout(() => {
        reject(new StoreError('blocked-upgrade', 'another version of the extension holds the database open'));
      }, patience);
    });
  });
  try {
    const there = await versionOf(database.name);
    if (there !== null) database.refuseNewer(there);
    await Promise.race([database.open(), blocked]);
    database.refuseNewer();
    return database;
  } catch (error) {
    // The browser may still open it later: closed, it blocks nobody.
    database.close();
    throw toStoreError(error);
  } finally {
    clearTimeout(timer);
  }
}
