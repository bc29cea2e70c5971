import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { connect } from '../../../lib/store/connection';
import { Database } from '../../../lib/store/database';
import type { Migration } from '../../../lib/store/migrations/types';
import type { StoreChange, StoreProgress } from '../../../lib/store/port';
import { createRepository } from '../../../lib/store/repository';

// Dexie looks for a database when it is loaded, which may have been before the fake one was there.
Dexie.dependencies.indexedDB = indexedDB;
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

let serial = 0;

/** A name no other test uses. */
export function freshName(): string {
  serial += 1;
  return `dutymark-test-${serial}`;
}

/** A store over a database of its own, with a clock that moves a second each time it is read. */
export function freshStore(
  name = freshName(),
  steps?: readonly Migration[],
  patience?: number,
  units?: () => Promise<readonly string[]>,
) {
  const changes: StoreChange[] = [];
  const told: StoreProgress[] = [];
  let seconds = 0;
  const store = createRepository({
    connection: connect(() => new Database(name, steps), patience),
    onChange: (change) => changes.push(change),
    onProgress: (progress) => told.push(progress),
    ...(units && { units }),
    now: () => {
      seconds += 1;
      return new Date(Date.UTC(2026, 2, 5, 8, 0, seconds));
    },
  });
  return { name, store, changes, told };
}
