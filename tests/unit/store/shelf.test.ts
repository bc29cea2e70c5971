import { afterEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../../lib/store/connection';
import { Database } from '../../../lib/store/database';
import { migrations } from '../../../lib/store/migrations';
import { createShelf } from '../../../lib/store/shelf';
import { seen, task } from './samples';
import { freshName, freshStore } from './setup';

function freshShelf(name = freshName()) {
  let seconds = 0;
  const connection = connect(() => new Database(name));
  const now = () => {
    seconds += 1;
    return new Date(Date.UTC(2026, 2, 5, 8, 0, seconds));
  };
  return { name, connection, shelf: createShelf({ connection, now }) };
}

const fileOf = (text: string, name = '方案.txt') => new File([text], name, { lastModified: Date.UTC(2026, 0, 2) });
const opened = (text: string, documentId = 'doc-1', name?: string) => ({
  file: fileOf(text, name),
  documentId,
  title: '方案',
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the shelf', () => {
  it('keeps what was read on a file with its bytes, and lets it go with them', async () => {
    const { shelf } = freshShelf();
    const page = { turn: 0, skew: 0, width: 10, height: 20, lines: [], rules: [] };
    const file = fileOf('图', '图.png');
    await shelf.keepRecognised(file, new Map([[1, page]]));
    expect(await shelf.recognised(file)).toBeNull();
    const { id } = await shelf.keep({ file, documentId: 'doc-1', title: null, recognised: new Map([[1, page]]) });
    expect(await shelf.recognised(fileOf('图', '改名.png'))).toEqual(new Map([[1, page]]));
    await shelf.keepRecognised(file, new Map([[2, page]]));
    expect([...(await shelf.recognised(file))!.keys()]).toEqual([2]);
    expect(await (await shelf.open(id))?.text()).toBe('图');
    await shelf.remove([id]);
    await shelf.purge();
    expect(await shelf.recognised(file)).toBeNull();
  });

  it('keeps a file once and gives it back as it was', async () => {
    const { shelf } = freshShelf();
    const { id } = await shelf.keep(opened('甲'));
    await shelf.keep(opened('甲', 'doc-1', '换了名字.txt'));
    const [head, ...more] = await shelf.list();
    expect(more).toEqual([]);
    expect(head).toMatchObject({ id, name: '换了名字.txt', size: 3, kept: true, modified: '2026-01-02T00:00:00.000Z' });
    const file = await shelf.open(id);
    expect(file?.name).toBe('换了名字.txt');
    expect(file?.lastModified).toBe(Date.UTC(2026, 0, 2));
    expect(await file?.text()).toBe('甲');
  });

  it('knows of a file without its bytes, and never lets go of bytes by noting', async () => {
    const { shelf } = freshShelf();
    const { id } = await shelf.note(opened('甲'));
    expect(await shelf.list()).toEqual([]);
    expect(await shelf.open(id)).toBeNull();
    expect(await shelf.ofDocument('doc-1')).toMatchObject([{ id, kept: false, name: '方案.txt' }]);
    await shelf.keep(opened('甲'));
    await shelf.note(opened('甲'));
    expect(await shelf.list()).toMatchObject([{ id, kept: true }]);
  });

  it('lists the last opened first, kept ones before others', async () => {
    const { shelf } = freshShelf();
    const first = await shelf.keep(opened('甲'));
    const second = await shelf.keep(opened('乙'));
    const third = await shelf.note(opened('丙'));
    expect((await shelf.list()).map(({ id }) => id)).toEqual([second.id, first.id]);
    await shelf.open(first.id);
    expect((await shelf.ofDocument('doc-1')).map(({ id }) => id)).toEqual([first.id, second.id, third.id]);
  });

  it('puts back what was removed, until it is purged; what tasks came from stays known', async () => {
    const { name, shelf, connection } = freshShelf();
    const { store } = freshStore(name);
    await store.addTasks({ ...seen, id: 'doc-1' }, [task]);
    const known = await shelf.keep(opened('甲'));
    const stray = await shelf.keep(opened('乙', 'doc-2'));
    await shelf.remove([known.id, stray.id]);
    expect(await shelf.list()).toEqual([]);
    expect(await shelf.open(known.id)).toBeNull();
    await shelf.restore([known.id]);
    expect(await (await shelf.open(known.id))?.text()).toBe('甲');
    await shelf.remove([known.id]);
    await shelf.purge();
    await shelf.restore([known.id, stray.id]);
    expect(await shelf.list()).toEqual([]);
    expect(await shelf.ofDocument('doc-1')).toMatchObject([{ id: known.id, kept: false }]);
    expect(await shelf.ofDocument('doc-2')).toEqual([]);
    expect(await (await connection()).fileData.count()).toBe(0);
    await shelf.keep(opened('甲'));
    expect(await shelf.list()).toHaveLength(1);
  });

  it('keeps a file that is opened again while it is being removed', async () => {
    const { shelf } = freshShelf();
    const { id } = await shelf.keep(opened('甲'));
    await shelf.remove([id]);
    await shelf.keep(opened('甲'));
    await shelf.purge(new Date(Date.UTC(2030, 0, 1)));
    expect(await (await shelf.open(id))?.text()).toBe('甲');
  });

  it('says that the disk is full, and keeps what was there', async () => {
    const { shelf, connection } = freshShelf();
    const { id } = await shelf.keep(opened('甲'));
    const { fileData } = await connection();
    vi.spyOn(fileData, 'put').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    await expect(shelf.keep(opened('乙'))).rejects.toMatchObject({ code: 'quota' });
    expect((await shelf.list()).map((head) => head.id)).toEqual([id]);
  });

  it('goes with everything else that is deleted', async () => {
    const { name, shelf, connection } = freshShelf();
    await shelf.keep(opened('甲'));
    await freshStore(name).store.clear();
    expect(await shelf.list()).toEqual([]);
    expect(await (await connection()).fileData.count()).toBe(0);
  });

  it('finds its tables in a database of before, with what was there', async () => {
    const name = freshName();
    const old = migrations.filter(({ version }) => version < 3);
    const before = new Database(name, old);
    await before.open();
    await before.tasks.add({ ...task, id: 't', created: '', updated: '' });
    before.close();
    const { shelf, connection } = freshShelf(name);
    await shelf.keep(opened('甲'));
    expect(await (await connection()).tasks.count()).toBe(1);
  });

  it('tells the pages that watch', async () => {
    const { shelf } = freshShelf();
    const heard = vi.fn();
    const stop = shelf.watch(heard);
    const { id } = await shelf.keep(opened('甲'));
    await shelf.remove([id]);
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
    await shelf.restore([id]);
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
